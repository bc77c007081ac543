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

/**
 * Adds a hit to a list, joined to the last one where their windows touch: the regions stay the same, and a content
 * that is nothing but anchors costs no memory. Changes the list and gives it back.
 */
export const addHit = (hits: AnchorHit[], start: number, end: number, { before, after }: Window): AnchorHit[] => {
  const last = hits.at(-1);
  if (last !== undefined && start >= last[0] && start - before <= last[1] + after)
    hits[hits.length - 1] = [last[0], Math.max(last[1], end)];
  else hits.push([start, end]);
  return hits;
};

const pieceSize = 32_768;
const maxAnchor = 128;

/**
 * A region in pieces that overlap by more than the longest match, for expressions that may read to the end of their
 * text again and again: what they cost is bounded by the piece.
 */
export const piecesOf = ({ start, end }: Region, { before, after }: Window): readonly Region[] => {
  const overlap = before + after + maxAnchor;
  const size = Math.max(pieceSize, 4 * overlap);
  const pieces: Region[] = [];
  for (let from = start; ; from += size - overlap) {
    pieces.push({ start: from, end: Math.min(end, from + size) });
    if (from + size >= end) return pieces;
  }
};

/** Those of the regions that hold every literal; the search looks no further than each region. */
export const regionsHolding = (
  content: Buffer,
  regions: readonly Region[],
  literals: readonly string[] = [],
): readonly Region[] =>
  literals.length === 0
    ? regions
    : regions.filter(({ start, end }) => {
        const bytes = content.subarray(start, end);
        return literals.every((literal) => bytes.includes(literal, 0, "latin1"));
      });
