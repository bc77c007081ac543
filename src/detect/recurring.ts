import type { Kernel } from "../kernel/kernel.ts";
import type { RuleRegion } from "./gate.ts";
import { movedBy } from "./inheritance.ts";
import type { Region } from "./regions.ts";
import type { Carried, Stretch } from "./trace.ts";

/** Verdicts on regions that come again, in the versions of one file and in its copies. */
export interface Recurring {
  /** The verdict on a region with the same bytes, as it stands here; undefined where judges read something else around this one. */
  readonly recall: (stretch: Stretch, region: RuleRegion) => Carried | undefined;
  readonly learn: (stretch: Stretch, region: RuleRegion, verdict: Carried) => void;
}

interface Known {
  readonly verdict: Carried;
  /** Of all that judges read further off. */
  readonly mark: bigint;
}

/** So many are known at once: a few megabytes. */
const capacity = 1 << 13;

const pair = (high: number, low: number): bigint => (BigInt(high) << 32n) | BigInt(low);

export const createRecurring = (kernel: Kernel): Recurring => {
  const known = new Map<bigint, Known>();

  /** Names what judges read, the place of the region in it, and how far they asked beyond the content's ends. */
  const markOfSeen = ({ address, size }: Stretch, at: number, seen: Region | undefined): bigint => {
    if (seen === undefined) return 0n;
    const from = Math.max(0, seen.start);
    const to = Math.min(size, seen.end);
    const place = pair(at - seen.start, seen.end - at);
    return kernel.markOf(place, pair(from - seen.start, seen.end - to), address + from, address + to);
  };

  const recall = (stretch: Stretch, { mark = 0n, start }: RuleRegion): Carried | undefined => {
    const entry = mark === 0n ? undefined : known.get(mark);
    if (entry === undefined) return undefined;
    const here = movedBy(entry.verdict, start - entry.verdict.start);
    return markOfSeen(stretch, start, here.seen) === entry.mark ? here : undefined;
  };

  const learn = (stretch: Stretch, { mark = 0n, start }: RuleRegion, verdict: Carried): void => {
    if (mark === 0n) return;
    if (known.size === capacity) known.clear();
    known.set(mark, { verdict, mark: markOfSeen(stretch, start, verdict.seen) });
  };
  return { recall, learn };
};
