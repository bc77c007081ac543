import type { Window } from "./rule.ts";

/** A stretch of a content in which a rule's expression runs: byte offsets, end exclusive. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

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
