import { findId, type IdList, idAt } from "../../id-list.ts";
import type { Origin, Walk } from "../provenance.ts";
import type { Tip } from "../refs.ts";
import { firstMet } from "./first-met.ts";
import type { Graph } from "./graph.ts";
import { oldestFirst } from "./topological.ts";

/**
 * Answers where objects came from, as `git rev-list` does, by a graph of all that a pack holds. Of blobs it knows only the wanted ones, and not what their
 * paths are. Throws a RangeError where tips, parents or trees are not what they should be.
 */
export const walkGraph = (graph: Graph, ids: IdList, tips: readonly Tip[]): Walk => {
  const placeOf = (id: string): number => findId(ids, Buffer.from(id, "hex"));
  const order = oldestFirst(
    graph,
    tips.map(({ commit }) => placeOf(commit)),
  );
  const met = firstMet(graph, order);
  const numbers = new Int32Array(graph.count).fill(-1);
  order.forEach((commit, number) => {
    numbers[commit] = number;
  });
  const tags = new Map(tips.map(({ id, commit }) => [id, commit]));

  const commitAt = (number: number): string => idAt(ids, order[number]!);
  const originOf = (id: string): Origin | undefined => {
    const place = placeOf(id);
    const blob = met.get(place);
    if (blob !== undefined) return { commit: commitAt(blob.order), path: "", pathKey: blob.path, order: blob.order };
    const number = place === -1 ? -1 : numbers[place]!;
    if (number !== -1) return { commit: id, path: "", order: number };
    const target = tags.get(id);
    return target === undefined ? undefined : { commit: target, path: "", order: numbers[placeOf(target)]! };
  };
  const origins = (asked: ReadonlySet<string>): ReadonlyMap<string, Origin> => {
    const found = new Map<string, Origin>();
    for (const id of asked) {
      const origin = originOf(id);
      if (origin !== undefined) found.set(id, origin);
    }
    return found;
  };
  const isCommit = (id: string): boolean => {
    const place = placeOf(id);
    return place !== -1 && numbers[place] !== -1;
  };
  return { commits: order.length, isCommit, origins, absent: [] };
};
