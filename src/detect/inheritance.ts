import { partitionPoint } from "../partition-point.ts";
import type { Region } from "./regions.ts";
import type { Match } from "./rule.ts";
import type { Carried } from "./trace.ts";

/** How a delta made a content: triples of (offset, offset in the base or 0xFFFFFFFF for an insert, length), ascending by offset. */
export type SegmentTable = Uint32Array;

const inserted = 0xffff_ffff;
/** Without the flag of a glued copy (src/kernel/assembly/delta.ts). */
const lengthMask = 0x7fff_ffff;

/** A content that a delta made, and the size of its base. */
export interface Descent {
  readonly segments: SegmentTable;
  readonly size: number;
  readonly baseSize: number;
}

/** A stretch of the base that a copy carried over, by how far it moved. */
export interface Inherited {
  readonly carried: Carried;
  readonly moved: number;
  /** Whether all that judges read came along too. */
  readonly withSeen: boolean;
}

/** By task: bytes around a stretch by which its verdict was reached. */
export type Reach = (task: number) => number;

const firstFrom = (carried: readonly Carried[], start: number): number =>
  partitionPoint(carried.length, (place) => carried[place]!.start < start);

/**
 * The base's verdicts, of which there are some, that a content inherits, by the same rule as the kernel's (`isInherited` in src/kernel/assembly/visit.ts): a copy
 * carried the stretch over with more than `reach` bytes on either side, or the content begins or ends there as its base did.
 */
export const inherit = (
  base: readonly Carried[],
  { segments, size, baseSize }: Descent,
  reach: Reach,
): readonly Inherited[] => {
  const found: Inherited[] = [];
  const first = base[0]!.start;
  const last = base.at(-1)!.start;
  for (let i = 0; i < segments.length; i += 3) {
    const [offset, from, length] = [segments[i]!, segments[i + 1]!, segments[i + 2]! & lengthMask];
    const stop = from + length;
    if (from === inserted || stop <= first || from > last) continue; // most copies lie elsewhere
    const begins = offset === 0 && from === 0;
    const ends = offset + length === size && stop === baseSize;
    const covers = ({ start, end }: Region, around = 0): boolean =>
      (begins || start - around > from) && (ends || end + around < stop);
    for (let c = firstFrom(base, from); c < base.length && base[c]!.start < stop; c++) {
      const carried = base[c]!;
      if (carried.end <= stop && covers(carried, reach(carried.task)))
        found.push({
          carried,
          moved: offset - from,
          withSeen: carried.seen === undefined || covers(carried.seen),
        });
    }
  }
  return found;
};

const movedMatch = (match: Match, by: number): Match => ({ ...match, start: match.start + by, end: match.end + by });

/** A verdict as it stands in a content to which it moved. */
export const movedBy = (carried: Carried, by: number): Carried =>
  by === 0
    ? carried
    : {
        ...carried,
        start: carried.start + by,
        end: carried.end + by,
        matches: carried.matches.map((match) => movedMatch(match, by)),
        ...(carried.seen && { seen: { start: carried.seen.start + by, end: carried.seen.end + by } }),
        ...(carried.at === undefined ? {} : { at: carried.at + by }),
        ...(carried.anchors && { anchors: carried.anchors.map(({ at, image }) => ({ at: at + by, image })) }),
      };
