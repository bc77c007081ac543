import { attempt } from "./attempt.ts";
import { bytesOf, GitError, type Setting } from "./git.ts";
import type { Repository } from "./repository.ts";

const split = (output: Buffer, separator: number): readonly Buffer[] => {
  const parts: Buffer[] = [];
  for (let start = 0; start < output.length; ) {
    const found = output.indexOf(separator, start);
    const end = found === -1 ? output.length : found;
    if (end > start) parts.push(output.subarray(start, end));
    start = end + 1;
  }
  return parts;
};

const records = async (
  { folder }: Repository,
  args: readonly string[],
  settings: readonly Setting[] = [],
): Promise<readonly Buffer[]> => split(await bytesOf(folder, args, { settings }), 0);

const splitAt = (text: string, separator: string): [string, string] => {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
};

/** The mode of a gitlink: a submodule's commit, which is in another repository. */
const gitlink = "160000";

/** What a commit's tree holds. */
export interface Tree {
  /** Paths by blob id. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly submodules: readonly string[];
}

export const emptyTree: Tree = { paths: new Map(), submodules: [] };

const addTo = (paths: Map<string, string[]>, id: string, path: string): void => {
  const known = paths.get(id);
  if (known === undefined) paths.set(id, [path]);
  else known.push(path);
};

const listing = (commit: string): readonly string[] => ["ls-tree", "-r", "-z", "--full-tree", commit];

/** The submodules of a commit's tree and the paths at which it holds some blobs. */
export const treeOf = async (repository: Repository, commit: string, blobs: ReadonlySet<string>): Promise<Tree> =>
  treeAmong(await records(repository, listing(commit)), blobs);

/** Tells where a commit's tree holds some blobs. */
export type LookInTree = (blobs: ReadonlySet<string>) => Promise<Tree>;

/** Before the first commit there is none. */
export const noTree: LookInTree = async () => emptyTree;

/** Lists a commit's tree at once, for several questions. */
export const startTree = ({ folder }: Repository, commit: string, signal?: AbortSignal): LookInTree => {
  const listed = bytesOf(folder, listing(commit), { signal }).then((output) => split(output, 0));
  listed.catch(() => {}); // whoever asks awaits it
  return async (blobs) => treeAmong(await listed, blobs);
};

/** Which of some blobs a tree holds, and where; none where it cannot be listed. */
export const heldBy = async (look: LookInTree, blobs: ReadonlySet<string>): Promise<Tree["paths"]> =>
  (await attempt("", () => look(blobs), emptyTree)).value.paths;

const treeAmong = (listed: readonly Buffer[], blobs: ReadonlySet<string>): Tree => {
  const paths = new Map<string, string[]>();
  const submodules: string[] = [];
  for (const record of listed) {
    const [meta, path] = splitAt(record.toString("utf8"), "\t");
    const [mode, , id] = meta.split(" ") as [string, string, string];
    if (mode === gitlink) submodules.push(path);
    else if (blobs.has(id)) addTo(paths, id, path);
  }
  return { paths, submodules };
};

export interface StagedBlob {
  readonly id: string;
  readonly path: string;
}

const indexedBlobs = async (repository: Repository): Promise<readonly StagedBlob[]> =>
  (await records(repository, ["ls-files", "--stage", "-z"])).flatMap((record) => {
    const [meta, path] = splitAt(record.toString("utf8"), "\t");
    const [mode, id] = meta.split(" ") as [string, string];
    return mode === gitlink ? [] : [{ id, path }];
  });

/** Paths with conflicts have no entry of their own in the index, and a zero id here. */
const isNull = (id: string): boolean => /^0+$/.test(id);

/** Blobs that the index holds and HEAD does not: what the next commit would bring in. */
export const stagedBlobs = async (repository: Repository): Promise<readonly StagedBlob[]> => {
  if (repository.bare) return [];
  if (repository.head === undefined) return indexedBlobs(repository);
  const options = ["--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-filter=d"];
  const changed = await records(repository, ["diff-index", ...options, "--ignore-submodules=all", repository.head]);
  const staged: StagedBlob[] = [];
  for (let i = 0; i + 1 < changed.length; i += 2) {
    const [, mode, , id] = changed[i]!.toString("latin1").split(" ") as [string, string, string, string];
    if (mode !== gitlink && !isNull(id)) staged.push({ id, path: changed[i + 1]!.toString("utf8") });
  }
  return staged;
};

/**
 * To see whether a file changed, git may pass it through the filter that the repository's configuration names: empty
 * settings keep each of them from running.
 */
const withoutFilters = async (repository: Repository): Promise<readonly Setting[]> => {
  const args = ["config", "-z", "--name-only", "--get-regexp", "^filter\\."];
  try {
    const names = (await bytesOf(repository.folder, args)).toString("utf8").split("\0");
    const drivers = new Set(names.filter(Boolean).map((name) => name.slice(0, name.lastIndexOf("."))));
    return [...drivers].flatMap((driver): Setting[] => [
      [`${driver}.clean`, ""],
      [`${driver}.smudge`, ""],
      [`${driver}.process`, ""],
      [`${driver}.required`, "false"],
    ]);
  } catch (error) {
    if (error instanceof GitError) return []; // no such key
    throw error;
  }
};

/** Files of the work tree that differ from the index or that git does not track, ignored ones left out. As bytes. */
export const changedFiles = async (repository: Repository): Promise<readonly Buffer[]> => {
  if (repository.bare) return [];
  const settings = await withoutFilters(repository);
  const options = ["--name-only", "-z", "--no-renames", "--diff-filter=d", "--ignore-submodules=all"];
  const modified = await records(repository, ["diff-files", ...options], settings);
  const untracked = await records(repository, ["ls-files", "--others", "--exclude-standard", "-z"], settings);
  const distinct = new Map([...modified, ...untracked].map((path) => [path.toString("latin1"), path]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
};
