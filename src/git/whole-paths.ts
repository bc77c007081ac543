import { bytesOf, GitError } from "./git.ts";
import type { Origin } from "./provenance.ts";
import type { Repository } from "./repository.ts";
import { treeOf } from "./tree.ts";

type Origins = ReadonlyMap<string, Origin>;

/** Ids of blobs that are not at the path that the walk told. */
const elsewhere = async (repository: Repository, blobs: Origins): Promise<ReadonlySet<string>> => {
  const asked = [...blobs].filter(([, { path }]) => !path.includes("\n"));
  const input = asked.map(([, { commit, path }]) => `${commit}:${path}\n`).join("");
  const answers = await bytesOf(repository.folder, ["cat-file", "--batch-check=%(objectname)"], { input });
  const lines = answers.toString("utf8").split("\n");
  return new Set(asked.map(([id]) => id).filter((id, i) => lines[i] !== id));
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
    for (const id of await elsewhere(repository, blobs)) {
      const origin = blobs.get(id)!;
      const paths = (await treeOf(repository, origin.commit, new Set([id]))).paths.get(id);
      if (paths !== undefined) whole.set(id, { ...origin, path: paths[0]! });
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error; // a broken tree, which coverage names: the path stays as it was told
  }
  return whole;
};
