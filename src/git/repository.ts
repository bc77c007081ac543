import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { GitError, runGit } from "./git.ts";

export interface Repository {
  /** Where git is run: the top of the work tree, or the git directory of a bare repository. Absolute. */
  readonly folder: string;
  readonly gitDirectory: string;
  readonly bare: boolean;
  readonly shallow: boolean;
  readonly objectFormat: "sha1" | "sha256";
  /** Digits of an object id: 40 or 64. */
  readonly idLength: 40 | 64;
  /** The commit that HEAD names; undefined before the first commit. */
  readonly head: string | undefined;
}

export type OpenFailure = "not-a-repository" | "unreadable";

/** Why a repository cannot be read, with the next step. */
export class OpenError extends Error {
  override readonly name = "OpenError";
  readonly failure: OpenFailure;
  constructor(failure: OpenFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

const unreadable = (message: string, cause: GitError): OpenError => new OpenError("unreadable", message, { cause });

/** The folder that git wants to be told of: the top of the repository, absolute, quoted for a shell where it must be. */
const distrusted = (path: string, reason: string): string => {
  const folder = /repository at '([^\n]+)'/.exec(reason)?.[1] ?? resolve(path);
  return /^[\w./:\\+@-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
};

const explain = (path: string, error: GitError): OpenError => {
  const reason = error.message;
  if (reason.includes("dubious ownership"))
    return unreadable(
      `${path} belongs to another user, so git refuses to read it: run \`git config --global --add safe.directory ${distrusted(path, reason)}\` if you trust it`,
      error,
    );
  if (/unknown repository (extension|object format)|Expected git repo version|unknown ref storage/i.test(reason))
    return unreadable(`${path} needs a newer git than the one installed here: ${reason}`, error);
  if (!reason.includes("not a git repository")) return unreadable(`${path} cannot be read by git: ${reason}`, error);
  if (existsSync(join(path, ".git")))
    return unreadable(`${join(path, ".git")} is no git repository that git can read: repair or remove it`, error);
  return new OpenError("not-a-repository", `${path} is not inside a git repository`, { cause: error });
};

const topOf = async (path: string): Promise<string> =>
  (await runGit(path, ["rev-parse", "--show-toplevel"])).replace(/\n$/, "");

const requireFolder = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new OpenError("not-a-repository", `${path} is not a folder`);
};

/** The path of the git directory may hold line feeds, so it is asked for last. */
const questions = [
  "--revs-only",
  "--is-bare-repository",
  "--is-shallow-repository",
  "--show-object-format",
  "--is-inside-work-tree",
  "--absolute-git-dir",
];

/** Answers to these questions and, where there is one that can be read, the commit of HEAD. */
const answersOf = async (path: string): Promise<string> => {
  try {
    return await runGit(path, ["rev-parse", ...questions, "HEAD^{commit}"]);
  } catch {
    return runGit(path, ["rev-parse", ...questions]);
  }
};

const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Opens the repository around `path`. Throws an OpenError with a sentence that says what to do. */
export const openRepository = async (path: string): Promise<Repository> => {
  requireFolder(path);
  try {
    const [text, top] = await Promise.all([
      answersOf(path),
      existsSync(join(path, ".git")) ? topOf(path).catch(() => undefined) : undefined, // most often it will be asked for
    ]);
    const answers = text.replace(/\n$/, "").split("\n");
    const [bareness, shallow, format, inside] = answers as [string, string, string, string];
    const rest = answers.slice(4);
    const head = rest.length > 1 && objectId.test(rest.at(-1)!) ? rest.pop() : undefined;
    const gitDirectory = rest.join("\n");
    const bare = bareness === "true" || inside !== "true";
    const folder = bare ? gitDirectory : (top ?? (await topOf(path)));
    const objectFormat = format === "sha256" ? "sha256" : "sha1";
    return {
      folder,
      gitDirectory,
      bare,
      shallow: shallow === "true",
      objectFormat,
      idLength: objectFormat === "sha256" ? 64 : 40,
      head,
    };
  } catch (error) {
    if (error instanceof GitError) throw explain(path, error);
    throw error;
  }
};
