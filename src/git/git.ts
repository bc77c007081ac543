import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A repository's own configuration may name programs to run (file system monitors, hooks, external diffs): none of them
 * is wanted while reading what a stranger wrote. Optional locks would write into the repository.
 */
const settings: readonly (readonly [string, string])[] = [
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["core.quotePath", "false"],
  ["core.commitGraph", "true"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["log.showSignature", "false"],
];

const inherited = ["PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME"];
const forwarded = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES"];
const network = [
  "GIT_SSL_CAINFO",
  "SSL_CERT_FILE",
  "https_proxy",
  "http_proxy",
  "no_proxy",
  "HTTPS_PROXY",
  "HTTP_PROXY",
  "NO_PROXY",
];

export type Setting = readonly [key: string, value: string];

/**
 * No transport at all. An older git does not know GIT_NO_LAZY_FETCH (2.39.5 does) and would ask the remote of a partial clone for
 * each absent object, by whatever command the repository's configuration names.
 */
const offline = { GIT_ALLOW_PROTOCOL: "none" };

/** The environment of every git that we run. */
export const gitEnvironment = (extra: readonly Setting[] = []): Record<string, string> => {
  const env: Record<string, string> = {
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_GRAFT_FILE: "/dev/null",
    LC_ALL: "C",
  };
  for (const name of [...inherited, ...forwarded, ...network]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const all = [...settings, ...extra];
  env["GIT_CONFIG_COUNT"] = String(all.length);
  all.forEach(([key, value], i) => {
    env[`GIT_CONFIG_KEY_${i}`] = key;
    env[`GIT_CONFIG_VALUE_${i}`] = value;
  });
  return env;
};

/** Git's own words, without its prefix, for a message to the user. */
export class GitError extends Error {
  override readonly name = "GitError";
}

const explained = (stderr: string): string =>
  stderr
    .split("\n")
    .find((line) => /^(fatal|error):/.test(line))
    ?.replace(/^(fatal|error): /, "") ?? stderr.trim().slice(0, 500);

/**
 * simple-git refuses these because they may name programs. What we set names none, and what we forward
 * (GIT_CONFIG_GLOBAL and its like) is the user's own.
 */
const unsafe = {
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeFilter: true,
  allowUnsafeCredentialHelper: true,
};

/** Loaded when something is fetched: it takes longer to start than most commands to run. */
const fetchThrough = async (cwd: string, args: readonly string[], extra: readonly Setting[]): Promise<string> => {
  const { simpleGit } = await import("simple-git");
  const env = gitEnvironment(extra);
  const git = simpleGit({
    baseDir: cwd,
    unsafe,
    allowEnvironment: Object.keys(env),
    trimmed: false,
  }).env(env);
  try {
    return await git.raw([...args]);
  } catch (cause) {
    throw new GitError(explained((cause as Error).message), { cause });
  }
};

/**
 * Runs a short git command and gives its standard output as text; only `fetch` may use the network. Throws a GitError
 * with git's reason.
 */
export const runGit = async (cwd: string, args: readonly string[], extra: readonly Setting[] = []): Promise<string> =>
  args[0] === "fetch"
    ? fetchThrough(cwd, args, extra)
    : (await bytesOf(cwd, args, { settings: extra })).toString("utf8");

export interface GitStream {
  readonly process: ChildProcess;
  readonly stdin: NodeJS.WritableStream;
  readonly stdout: NodeJS.ReadableStream;
  /** Settles when git has ended; rejects with a GitError unless it exited with 0. */
  readonly ended: Promise<void>;
  /** What git complained about so far although it went on, without its prefix, each complaint once. */
  readonly complaints: () => readonly string[];
}

const maxStderr = 65_536;

const complaint = /^(?:error|warning): (.*)$/gm;

/** What a partial clone always says; absent objects are counted where they matter. */
const expected = /promisor remotes/;

export interface StreamOptions {
  readonly signal?: AbortSignal | undefined;
  readonly settings?: readonly Setting[];
  /** Only for `fetch`, with settings that say which protocol it may use. */
  readonly network?: boolean;
}

/** One object, or one delta's result, may not make git take more: it would rather end than let a few bytes grow to gigabytes. */
const bounded = { GIT_ALLOC_LIMIT: "1200m" };

/** The agent that holds a user's keys. */
const online = (): Record<string, string> => {
  const agent = process.env["SSH_AUTH_SOCK"];
  return agent === undefined ? {} : { SSH_AUTH_SOCK: agent };
};

/** Starts git for bulk reading, offline unless it is told otherwise: bytes go through pipes, not through memory at once. */
export const streamGit = (cwd: string, args: readonly string[], options: StreamOptions = {}): GitStream => {
  const { signal, settings: extra, network: isOnline = false } = options;
  const child = spawn("git", args, {
    cwd,
    env: { ...gitEnvironment(extra), ...(isOnline ? online() : { ...offline, ...bounded }) },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true, // a Ctrl-C in the terminal is ours to answer
    ...(signal ? { signal } : {}),
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (stderr.length < maxStderr) stderr += chunk.toString();
  });
  child.stdin.on("error", () => {}); // a git that ended early is reported by its exit status
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", (cause) => reject(new GitError(`git could not be run: ${cause.message}`, { cause })));
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new GitError(explained(stderr) || `git ${args[0]} exited with ${code}`)),
    );
  });
  ended.catch(() => {}); // whoever reads the stream awaits it; until then it is not unhandled
  const complaints = () => [
    ...new Set([...stderr.matchAll(complaint)].map((found) => found[1]!).filter((text) => !expected.test(text))),
  ];
  return { process: child, stdin: child.stdin, stdout: child.stdout, ended, complaints };
};

/** The lines of a git command's output; `onComplaint` hears at the end what git passed over. */
export async function* linesOf(
  cwd: string,
  args: readonly string[],
  input?: string,
  onComplaint?: (complaint: string) => void,
): AsyncIterable<string> {
  const git = streamGit(cwd, args);
  git.stdin.end(input ?? "");
  for await (const line of createInterface({ input: git.stdout, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  await git.ended;
  if (onComplaint !== undefined) git.complaints().forEach(onComplaint);
}

/** A git command's output, as bytes. */
export const bytesOf = async (
  cwd: string,
  args: readonly string[],
  options: StreamOptions & { readonly input?: string | Buffer } = {},
): Promise<Buffer> => {
  const git = streamGit(cwd, args, options);
  git.stdin.end(options.input ?? "");
  const chunks: Buffer[] = [];
  for await (const chunk of git.stdout) chunks.push(chunk as Buffer);
  await git.ended;
  return Buffer.concat(chunks);
};
