import { findId, idAt } from "../../id-list.ts";
import type { PackedHistory } from "../pack/packed-history.ts";
import { reachableFrom } from "./topological.ts";

/**
 * The oldest commit without parents that a commit descends from, as `oldestRoot` finds it through git; undefined where the history is not what it
 * should be.
 */
export const oldestRootIn = ({ graph, ids }: PackedHistory, head: string): string | undefined => {
  const tip = findId(ids, Buffer.from(head, "hex"));
  if (tip === -1 || !graph.isCommit(tip)) return undefined;
  let oldest: number | undefined;
  try {
    for (const commit of reachableFrom(graph, [tip])) {
      const { at, end } = graph.parentsOf(commit);
      // of one second, the first in the order of ids
      const isOlder =
        oldest === undefined ||
        graph.timeOf(commit) < graph.timeOf(oldest) ||
        (graph.timeOf(commit) === graph.timeOf(oldest) && commit < oldest);
      if (at === end && isOlder) oldest = commit;
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return oldest === undefined ? undefined : idAt(ids, oldest);
};
