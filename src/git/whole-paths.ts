import { bytesOf, GitError, linesOf } from "./git.ts";
import type { Origin } from "./provenance.ts";
import type { Repository } from "./repository.ts";
import { treeOf } from "./tree.ts";

type Origins = ReadonlyMap<string, Origin>;

/** `:100644 100644 OLD NEW M\tpath`, of a merge with more of each (git's Documentation/diff-format). */
const change = /^:+(?:\d+ )+(?:[0-9a-f]+ )+([0-9a-f]+) [A-Z]+\t(.*)$/;

/** What stands for bytes that are not UTF-8: two paths that hold it may differ. */
const replacement = "\ufffd";

/**
 * Ids of blobs that their commits brought in at the paths that the walk told, by one look at what each commit changed: a look at each path
 * would unpack a commit's trees for each blob anew, 2.6 ms for each of helm/charts' (measured). Git puts a path with a line feed in quotes.
 */
const asTold = async (repository: Repository, blobs: Origins): Promise<ReadonlySet<string>> => {
  const commits = new Set([...blobs.values()].map(({ commit }) => commit));
  const input = [...commits].map((commit) => `${commit}\n`).join("");
  const format = ["--stdin", "--root", "-r", "-c", "--raw", "--no-abbrev", "--no-renames"];
  const told = new Set<string>();
  let current = "";
  for await (const line of linesOf(repository.folder, ["diff-tree", ...format], input)) {
    if (commits.has(line)) current = line;
    const [, id, path = ""] = change.exec(line) ?? [];
    const origin = id === undefined ? undefined : blobs.get(id);
    if (origin?.commit === current && origin.path === path && !path.includes(replacement)) told.add(id!);
  }
  return told;
};

/** Ids of blobs that are not at the path that the walk told. */
const elsewhere = async (repository: Repository, blobs: Origins): Promise<ReadonlySet<string>> => {
  const told = await asTold(repository, blobs);
  const asked = [...blobs].filter(([id, { path }]) => !told.has(id) && !path.includes("\n"));
  if (asked.length === 0) return new Set();
  const input = asked.map(([, { commit, path }]) => `${commit}:${path}\n`).join("");
  const answers = await bytesOf(repository.folder, ["cat-file", "--batch-check=%(objectname)"], { input });
  const lines = answers.toString("utf8").split("\n");
  return new Set(asked.map(([id]) => id).filter((id, i) => lines[i] !== id));
};

const byCommit = (ids: Iterable<string>, blobs: Origins): ReadonlyMap<string, ReadonlySet<string>> => {
  const grouped = new Map<string, Set<string>>();
  for (const id of ids) {
    const { commit } = blobs.get(id)!;
    const group = grouped.get(commit);
    if (group === undefined) grouped.set(commit, new Set([id]));
    else group.add(id);
  }
  return grouped;
};

/**
 * `git rev-list` cuts a path at its first line feed, and bytes that are not UTF-8 do not survive in a string: paths that do
 * not lead to their blob are looked up in the commit's tree.
 */
export const wholePaths = async (
  repository: Repository,
  origins: Origins,
  ids: ReadonlySet<string>,
): Promise<Origins> => {
  const blobs = new Map([...origins].filter(([id]) => ids.has(id)));
  if (blobs.size === 0) return origins;
  const whole = new Map(origins);
  try {
    for (const [commit, odd] of byCommit(await elsewhere(repository, blobs), blobs)) {
      const { paths } = await treeOf(repository, commit, odd);
      for (const id of odd) {
        const [path] = paths.get(id) ?? [];
        if (path !== undefined) whole.set(id, { ...blobs.get(id)!, path });
      }
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error; // a broken tree, which coverage names: the path stays as it was told
  }
  return whole;
};
