import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fill } from "./tokens.ts";

/** A real repository in a temporary folder, removed when the tests of a file are over. */
export interface TestRepository {
  readonly folder: string;
  /** Runs git here and gives its standard output without the last line feed. Throws when git fails. */
  readonly git: (...args: readonly string[]) => string;
  /** The same, with bytes on standard input. */
  readonly gitWith: (input: string | Buffer, ...args: readonly string[]) => string;
  readonly write: (path: string, content: string | Buffer) => void;
  /** Writes files, commits everything in the work tree and gives the commit's id. */
  readonly commit: (message: string, files?: Readonly<Record<string, string | Buffer>>, who?: Who) => string;
}

export interface Who {
  readonly name?: string;
  readonly email?: string;
  /** As git takes it: `1700000000 +0200`. Each commit is a minute later than the one before when absent. */
  readonly date?: string;
}

export const author = { name: "Ada Tester", email: "ada@example.org" };

const folders: string[] = [];

/** What a test locked for a user other than root stays behind. */
const removeFolders = (): void => {
  for (const folder of folders.splice(0))
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {}
};

// jest tells its tests of no exit; scripts outside of it know no afterAll
const { afterAll } = globalThis as { afterAll?: (hook: () => void) => void };
if (afterAll === undefined) process.on("exit", removeFolders);
else afterAll(removeFolders);

/** An empty folder, removed when the tests of a file are over. */
export const temporaryFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tidewaiter-test-")));
  folders.push(folder);
  return folder;
};

export const writeFileAt = (folder: string, path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

/** 2024-01-01T00:00:00Z. */
const firstSecond = 1_704_067_200;

/** The environment of git in tests: no configuration but the repository's own. */
export const testGitEnvironment = (): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  HOME: tmpdir(),
  LC_ALL: "C",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_AUTHOR_NAME: author.name,
  GIT_AUTHOR_EMAIL: author.email,
  GIT_COMMITTER_NAME: author.name,
  GIT_COMMITTER_EMAIL: author.email,
});

const settings = [
  "init.defaultBranch=main",
  "init.templateDir=", // sample hooks
  "gc.auto=0",
  "maintenance.auto=false",
  "core.abbrev=no", // `git commit` prints the whole id
  "protocol.file.allow=always",
  "advice.detachedHead=false",
];

/** The id in what `git commit` prints: `[main (root-commit) ID] subject`. */
const idIn = (printed: string): string => {
  const id = /^\[[^\n]*? ([0-9a-f]{40,64})\] /.exec(printed)?.[1];
  if (id === undefined) throw new Error(`git commit printed no id: ${printed.slice(0, 200)}`);
  return id;
};

/** Works on a repository that exists already, such as a clone or a linked work tree. */
export const repositoryIn = (folder: string): TestRepository => {
  let minutes = 0;
  const start = (input: string | Buffer, args: readonly string[], who: Who = {}): string => {
    const date = who.date ?? `${firstSecond + minutes * 60} +0000`;
    const options = { cwd: folder, input, stdio: ["pipe", "pipe", "pipe"] as const, maxBuffer: 1 << 28 };
    const env = {
      ...testGitEnvironment(),
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      ...(who.name === undefined ? {} : { GIT_AUTHOR_NAME: who.name }),
      ...(who.email === undefined ? {} : { GIT_AUTHOR_EMAIL: who.email }),
    };
    const flags = settings.flatMap((setting) => ["-c", setting]);
    return execFileSync("git", [...flags, ...args], { ...options, stdio: [...options.stdio], env })
      .toString()
      .replace(/\n$/, "");
  };
  const git = (...args: readonly string[]): string => start("", args);
  const write = (path: string, content: string | Buffer): void => writeFileAt(folder, path, content);
  const commit: TestRepository["commit"] = (message, files = {}, who = {}) => {
    for (const [path, content] of Object.entries(files)) write(path, content);
    minutes++;
    git("add", "--all", "--force");
    return idIn(start(message, ["commit", "--allow-empty", "--allow-empty-message", "-F", "-"], who));
  };
  return { folder, git, gitWith: (input, ...args) => start(input, args), write, commit };
};

/** A new repository; `options` go to `git init`, such as `--bare` or `--object-format=sha256`. */
export const createRepository = (...options: readonly string[]): TestRepository => {
  const repository = repositoryIn(temporaryFolder());
  repository.git("init", "--quiet", ...options);
  return repository;
};

/** As it is on disk, packs and all; quicker than making a history again. */
export const copyOf = (source: TestRepository): TestRepository => {
  const folder = temporaryFolder();
  cpSync(source.folder, folder, { recursive: true });
  return repositoryIn(folder);
};

/** A clone in a new folder, with `git clone`'s options. */
export const cloneOf = (source: TestRepository, ...options: readonly string[]): TestRepository => {
  const folder = temporaryFolder();
  repositoryIn(folder).git("clone", "--quiet", ...options, `file://${source.folder}`, folder);
  return repositoryIn(folder);
};

/** A well-formed GitHub token that belongs to nobody, the same for the same seed. */
export const githubToken = (seed: string): string => fill("ghp_{base62:30}{crc32-base62:30}", seed).text;
