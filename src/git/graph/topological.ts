import type { Graph } from "./graph.ts";

/** Some commits and all before them, each once; the first tips first. */
export const reachableFrom = (graph: Graph, tips: readonly number[]): readonly number[] => {
  const seen = new Uint8Array(graph.count);
  const found: number[] = [];
  const meet = (commit: number): void => {
    if (seen[commit] === 1) return;
    seen[commit] = 1;
    found.push(commit);
  };
  tips.forEach(meet);
  for (let i = 0; i < found.length; i++) {
    const { words, at, end } = graph.parentsOf(found[i]!);
    for (let parent = at; parent < end; parent++) meet(words[parent]!);
  }
  return found;
};

/**
 * The commits that tips reach, parents before their children, and the commits of one line of work together: the order of `git rev-list
 * --topo-order --reverse` (git's commit.c, sort_in_topological_order).
 */
export const oldestFirst = (graph: Graph, tips: readonly number[]): Uint32Array => {
  const commits = reachableFrom(graph, tips);
  const children = new Uint32Array(graph.count);
  for (const commit of commits) {
    const { words, at, end } = graph.parentsOf(commit);
    for (let parent = at; parent < end; parent++) children[words[parent]!]!++;
  }
  // the newest of the tips is shown first, so it comes last on the stack; a stable sort keeps the order of those of one second
  const waiting = commits
    .filter((commit) => children[commit] === 0)
    .sort((a, b) => graph.timeOf(b) - graph.timeOf(a))
    .reverse();
  const order = new Uint32Array(commits.length);
  let left = commits.length;
  for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
    order[--left] = commit;
    const { words, at, end } = graph.parentsOf(commit);
    for (let parent = at; parent < end; parent++) if (--children[words[parent]!]! === 0) waiting.push(words[parent]!);
  }
  return order;
};
