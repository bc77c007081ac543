import type { Graph } from "./graph.ts";

/** Where a wanted blob was met first. */
export interface Met {
  /** Number of the commit in the order of the walk. */
  readonly order: number;
  /** Tells its path from others; it does not say it. */
  readonly path: string;
}

/** A folder that is looked through, and two hashes of its path. */
interface Folder {
  readonly words: Uint32Array;
  at: number;
  readonly end: number;
  readonly a: number;
  readonly b: number;
}

const [multiplierA, multiplierB] = [0x9e3779b1, 0x85ebca6b];

/**
 * Goes through the trees of commits in their order, each tree once and depth first as `git rev-list` does, and takes down where each wanted blob is met
 * first. Throws a RangeError where a commit names no tree.
 */
export const firstMet = (graph: Graph, order: Uint32Array): ReadonlyMap<number, Met> => {
  const met = new Map<number, Met>();
  const seen = new Uint8Array(graph.count);
  const open: Folder[] = [];
  const enter = (tree: number, a: number, b: number): boolean => {
    const row = graph.childrenOf(tree);
    if (row !== undefined) open.push({ words: row.words, at: row.at, end: row.end, a, b });
    return row !== undefined;
  };
  const goThrough = (commit: number): void => {
    for (let folder = open.at(-1); folder !== undefined; folder = open.at(-1)) {
      if (folder.at === folder.end) {
        open.pop();
        continue;
      }
      const child = folder.words[folder.at]!;
      const name = folder.words[folder.at + 1]!;
      folder.at += 2;
      if (seen[child] === 1) continue;
      seen[child] = 1;
      const a = (Math.imul(folder.a, multiplierA) + name) | 0;
      const b = Math.imul(folder.b ^ name, multiplierB);
      if (!enter(child, a, b)) met.set(child, { order: commit, path: `${a} ${b}` });
    }
  };
  order.forEach((commit, number) => {
    const root = graph.treeOf(commit);
    if (seen[root] === 1) return;
    seen[root] = 1;
    if (!enter(root, 1, 1)) throw new RangeError(`commit ${commit} names no tree`);
    goThrough(number);
  });
  return met;
};
