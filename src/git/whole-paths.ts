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
 * Paths at which their commits brought blobs in: of a blob whose path the walk told that one alone. By one look at what each commit changed: a look at each path
 * would unpack a commit's trees for each blob anew, 2.6 ms for each of helm/charts' (measured). Git puts a path with a line feed in quotes.
 */
const asTold = async (repository: Repository, blobs: Origins): Promise<ReadonlyMap<string, string>> => {
  const commits = new Set([...blobs.values()].map(({ commit }) => commit));
  const input = [...commits].map((commit) => `${commit}\n`).join("");
  const format = ["--stdin", "--root", "-r", "-c", "--raw", "--no-abbrev", "--no-renames"];
  const told = new Map<string, string>();
  const unclear = new Set<string>(); // the first of a blob's paths counts, even where it is none of those that can be told by
  let current = "";
  for await (const line of linesOf(repository.folder, ["diff-tree", ...format], input)) {
    if (commits.has(line)) current = line;
    const [, id = "", path = ""] = change.exec(line) ?? [];
    const origin = blobs.get(id);
    if (origin?.commit !== current || told.has(id) || unclear.has(id)) continue;
    if (path.includes(replacement) || path.startsWith('"')) unclear.add(id);
    else if (origin.path === "" || origin.path === path) told.set(id, path);
  }
  return told;
};

/** Of blobs that were not told of: those that are not at the path that the walk knows. */
const elsewhere = async (repository: Repository, blobs: Origins): Promise<ReadonlySet<string>> => {
  const asked = [...blobs].filter(([, { path }]) => path !== "" && !path.includes("\n"));
  const odd = new Set([...blobs].filter(([, { path }]) => path === "").map(([id]) => id));
  if (asked.length === 0) return odd;
  const input = asked.map(([, { commit, path }]) => `${commit}:${path}\n`).join("");
  const answers = await bytesOf(repository.folder, ["cat-file", "--batch-check=%(objectname)"], { input });
  const lines = answers.toString("utf8").split("\n");
  asked.forEach(([id], i) => {
    if (lines[i] !== id) odd.add(id);
  });
  return odd;
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
 * Origins with the paths of blobs where a walk does not tell them. `git rev-list` cuts a path at its first line feed, and bytes that are not UTF-8 do not
 * survive in a string: paths that do not lead to their blob are looked up in the commit's tree.
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
    const told = await asTold(repository, blobs);
    for (const [id, path] of told) whole.set(id, { ...blobs.get(id)!, path });
    const rest = new Map([...blobs].filter(([id]) => !told.has(id)));
    for (const [commit, odd] of byCommit(await elsewhere(repository, rest), blobs)) {
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
