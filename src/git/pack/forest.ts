import { sharedIntegers } from "./columns.ts";
import { type Entries, noBase } from "./entries.ts";
import { orderBy } from "./order.ts";

/** The delta trees of a pack, as columns that threads share: children of each entry as a linked list. */
export interface Forest {
  /** First child of an entry, -1 for none. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** Entries that build on nothing, of the wanted types, heaviest tree first: the one with the most compressed bytes. */
  readonly roots: Int32Array;
}

/**
 * Links deltas to their bases. Siblings are in ascending order of weight, so that the heaviest comes last, when its base may go.
 */
export const growForest = (entries: Entries, wanted: (type: number) => boolean): Forest => {
  const { count, bases, starts, types } = entries;
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) weights[i] = starts[i + 1]! - starts[i]!;
  for (const i of childrenFirst(bases)) if (bases[i]! >= 0) weights[bases[i]!]! += weights[i]!;

  const firstChild = sharedIntegers(count).fill(-1);
  const nextSibling = sharedIntegers(count).fill(-1);
  const heaviestFirst = orderBy(weights).reverse();
  const roots: number[] = [];
  for (const i of heaviestFirst) {
    const base = bases[i]!;
    if (base >= 0) {
      nextSibling[i] = firstChild[base]!; // put in front: the list ends up lightest first
      firstChild[base] = i;
    } else if (base === noBase.whole && wanted(types[i]!)) roots.push(i);
  }
  const shared = sharedIntegers(roots.length);
  shared.set(roots);
  return { firstChild, nextSibling, roots: shared };
};

/** Entries in an order in which each comes before its base. Bases by offset always lie in front; those by id may lie anywhere. */
const childrenFirst = (bases: Int32Array): Iterable<number> => {
  const count = bases.length;
  if (bases.every((base, i) => base < i)) return new Uint32Array(count).map((_, i) => count - 1 - i);
  return orderBy(depthsOf(bases)).reverse();
};

const depthsOf = (bases: Int32Array): Float64Array => {
  const depths = new Float64Array(bases.length);
  const chain: number[] = [];
  for (let i = 0; i < bases.length; i++) {
    chain.length = 0;
    let at = i;
    for (; bases[at]! >= 0 && depths[at] === 0; at = bases[at]!) chain.push(at);
    let depth = depths[at]!;
    for (const member of chain.reverse()) depths[member] = ++depth;
  }
  return depths;
};
