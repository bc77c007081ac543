import type { Window } from "./rule.ts";

/** A stretch of a content in which a rule's expression runs: byte offsets, end exclusive. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** An anchor found: offset of its first byte and after its last. */
export type AnchorHit = readonly [start: number, end: number];

/**
 * The windows around a rule's anchors, with those that touch joined, in ascending order. In a joined stretch an
 * expression finds what it finds in the whole content, since no match is longer than its window.
 */
export const regionsAround = (hits: readonly AnchorHit[], window: Window, length: number): readonly Region[] => {
  const sorted = [...hits].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const regions: { start: number; end: number }[] = [];
  for (const [start, end] of sorted) {
    const from = Math.max(0, start - window.before);
    const to = Math.min(length, end + window.after);
    const last = regions.at(-1);
    if (last !== undefined && from <= last.end) last.end = Math.max(last.end, to);
    else regions.push({ start: from, end: to });
  }
  return regions;
};
