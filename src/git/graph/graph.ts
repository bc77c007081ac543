import type { GraphPart } from "../pack/read-graph.ts";

/** A row of words: `words[at]` is the first behind its length. */
export interface Row {
  readonly words: Uint32Array;
  readonly at: number;
  readonly end: number;
}

/** What the commits and trees of a pack name. Objects are named by their place in the pack's index. */
export interface Graph {
  /** How many objects the index has. */
  readonly count: number;
  readonly isCommit: (place: number) => boolean;
  readonly treeOf: (commit: number) => number;
  /** The committer's, seconds since 1970. */
  readonly timeOf: (commit: number) => number;
  readonly parentsOf: (commit: number) => Row;
  /** Of a tree: pairs of a folder or wanted blob and the hash of its name. */
  readonly childrenOf: (tree: number) => Row | undefined;
}

/** Rows by place: it is kept in which part each begins, and where. */
const rowsBy = (parts: readonly Uint32Array[], count: number) => {
  const partOf = new Uint16Array(count); // and one
  const startOf = new Uint32Array(count);
  parts.forEach((words, part) => {
    for (let at = 0; at < words.length; at += words[at + 1]! + 2) {
      const place = words[at]!;
      partOf[place] = part + 1;
      startOf[place] = at + 1;
    }
  });
  return (place: number): Row | undefined => {
    const part = partOf[place]!;
    if (part === 0) return undefined;
    const words = parts[part - 1]!;
    const at = startOf[place]! + 1;
    return { words, at, end: at + words[at - 1]! };
  };
};

/** Puts what threads read together. */
export const graphOf = (parts: readonly GraphPart[], count: number): Graph => {
  const trees = rowsBy(
    parts.flatMap(({ trees: words }) => words),
    count,
  );
  const commits = rowsBy(
    parts.flatMap(({ commits: words }) => words),
    count,
  );
  const commitRow = (place: number): Row => {
    const row = commits(place);
    if (row === undefined) throw new RangeError(`object ${place} is no commit`);
    return row;
  };
  const [tree, timeLow, timeHigh, parents] = [0, 1, 2, 3];
  return {
    count,
    isCommit: (place) => commits(place) !== undefined,
    treeOf: (commit) => {
      const { words, at } = commitRow(commit);
      return words[at + tree]!;
    },
    timeOf: (commit) => {
      const { words, at } = commitRow(commit);
      return words[at + timeHigh]! * 2 ** 32 + words[at + timeLow]!;
    },
    parentsOf: (commit) => {
      const row = commitRow(commit);
      return { ...row, at: row.at + parents };
    },
    childrenOf: trees,
  };
};
