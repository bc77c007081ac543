import { literalOf, offsetOf } from "./gate.ts";
import { surroundings } from "./judge.ts";
import { type Literal, spanOf } from "./literals.ts";
import { type Trace, type Verdict, verdictOf } from "./trace.ts";

/** How a delta made a content: triples of (offset, offset in the base or 0xFFFFFFFF for an insert, length), ascending by offset. */
export type SegmentTable = Uint32Array;

const inserted = 0xffff_ffff;

/** A content's base and how it was made of it. */
export interface Descent {
  readonly base: Trace;
  readonly segments: SegmentTable;
}

/** Number of the segment in which an offset lies, -1 before the first. */
const segmentAt = (segments: SegmentTable, offset: number): number => {
  let low = 0;
  let high = segments.length / 3 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (segments[middle * 3]! <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
};

/** How far a stretch moved from the base when it lies in one copy as a whole; undefined otherwise. */
export const copiedBy = (segments: SegmentTable, start: number, end: number): number | undefined => {
  const segment = segmentAt(segments, start) * 3;
  if (segment < 0 || segments[segment + 1] === inserted) return undefined;
  const offset = segments[segment]!;
  return end <= offset + segments[segment + 2]! ? offset - segments[segment + 1]! : undefined;
};

const firstAtOrAfter = (hits: Float64Array, hit: number): number => {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]! < hit) low = middle + 1;
    else high = middle;
  }
  return low;
};

const unitsPerOffset = 2 ** 14;

/** Adds the base's hits that one copy carries over whole, moved along. */
const addCopied = (
  hits: number[],
  base: Float64Array,
  literals: readonly Literal[],
  copy: { readonly offset: number; readonly from: number; readonly length: number },
): void => {
  const end = copy.from + copy.length;
  const moved = (copy.offset - copy.from) * unitsPerOffset;
  for (let h = firstAtOrAfter(base, copy.from * unitsPerOffset); h < base.length; h++) {
    const hit = base[h]!;
    const offset = offsetOf(hit);
    if (offset >= end) return;
    if (offset + spanOf(literals[literalOf(hit)]!) <= end) hits.push(hit + moved);
  }
};

/** The hits of a content that a delta made: those of the base that a copy carries over whole, and new ones that no copy holds. */
export const inheritHits = (
  { base, segments }: Descent,
  fresh: Float64Array,
  literals: readonly Literal[],
): Float64Array => {
  const hits: number[] = [];
  if (base.hits.length > 0)
    for (let i = 0; i < segments.length; i += 3)
      if (segments[i + 1] !== inserted)
        addCopied(hits, base.hits, literals, {
          offset: segments[i]!,
          from: segments[i + 1]!,
          length: segments[i + 2]!,
        });
  const inherited = hits.length;
  for (const hit of fresh) {
    const offset = offsetOf(hit);
    if (copiedBy(segments, offset, offset + spanOf(literals[literalOf(hit)]!)) === undefined) hits.push(hit);
  }
  const all = Float64Array.from(hits);
  return hits.length > inherited && inherited > 0 ? all.sort() : all;
};

/** Whether a copy carried over what surrounds a stretch too, or the content ends there as its base did. */
const sameSurroundings = (
  { base, segments }: Descent,
  moved: number,
  start: number,
  end: number,
  size: number,
): boolean => {
  const from = Math.max(0, start - surroundings);
  const to = Math.min(size, end + surroundings);
  if (copiedBy(segments, from, to) !== moved) return false;
  return (start - surroundings >= 0 || moved === 0) && (end + surroundings <= size || size - moved === base.size);
};

/** The base's verdict on a stretch of a content of `size` bytes that a copy carried over whole, with its matches moved along. */
export const inheritVerdict = (
  descent: Descent,
  task: number,
  start: number,
  end: number,
  size: number,
): Verdict | undefined => {
  const moved = copiedBy(descent.segments, start, end);
  if (moved === undefined) return undefined;
  const verdict = verdictOf(descent.base, task, start - moved, end - moved);
  if (verdict === undefined || !verdict.judged) return verdict;
  if (!sameSurroundings(descent, moved, start, end, size)) return undefined;
  if (moved === 0) return verdict;
  const matches = verdict.matches.map((match) => ({ ...match, start: match.start + moved, end: match.end + moved }));
  return { judged: true, matches };
};
