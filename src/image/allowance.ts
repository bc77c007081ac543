import type { Inspect } from "../sighting.ts";
import { LimitError } from "./image-error.ts";

/** What all images of a run may cost together; grows with what is stored of them, so that no honest image comes near. */
export interface WorkLimits {
  /** Bytes unpacked, whatever is stored, and for each byte that is. */
  readonly bytes: number;
  readonly ratio: number;
  /** Time of detection, likewise: content can be made of nothing but what rules look twice at. */
  readonly milliseconds: number;
  readonly millisecondsForMebibyte: number;
}

export const usualWork: WorkLimits = {
  bytes: 2 * 2 ** 30,
  ratio: 200,
  milliseconds: 8_000,
  millisecondsForMebibyte: 1_000,
};

/** Bytes that could be unpacked in the time that other things take (measured). */
export const costs = { layer: 1 << 16, member: 1 << 12, frame: 1 << 14 } as const;

/** Absent from Node before 22.19. */
const { threadCpuUsage } = process as { readonly threadCpuUsage?: () => { user: number; system: number } };

/** Milliseconds of this thread's work where that can be told, else of the clock: a busy machine is no hostile image. */
const clock = (): number => {
  if (threadCpuUsage === undefined) return performance.now();
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
};

/** Counts what a run costs. */
export interface Allowance {
  /** Throws a LimitError when all is spent. */
  readonly spend: (bytes: number) => void;
  readonly isSpent: () => boolean;
  /** Counts the time of detection too. */
  readonly timed: (inspect: Inspect) => Inspect;
}

const reason = "the images unpack to far more than is stored of them, as made to hold up a scan: the rest is not read";
const slow = "looking at the images takes far longer than at others of their size: the rest is not read";

/** `stored` gives the bytes that are stored of the images, each counted once however often it is named. */
export const createAllowance = (limits: WorkLimits, stored: () => number): Allowance => {
  let bytes = 0;
  let milliseconds = 0;
  const isOver = (): boolean => bytes > limits.bytes + limits.ratio * stored();
  const isSlow = (): boolean =>
    milliseconds > limits.milliseconds + (limits.millisecondsForMebibyte * stored()) / 2 ** 20;
  const spend = (more: number): void => {
    bytes += more;
    if (bytes > limits.bytes && isOver()) throw new LimitError(reason);
  };
  const timed =
    (inspect: Inspect): Inspect =>
    (...asked) => {
      const start = clock();
      const hits = inspect(...asked);
      milliseconds += clock() - start;
      if (milliseconds > limits.milliseconds && isSlow()) throw new LimitError(slow);
      return hits;
    };
  return { spend, isSpent: () => isOver() || isSlow(), timed };
};

/** For what is bounded by its own. */
export const noAllowance: Allowance = { spend: () => {}, isSpent: () => false, timed: (inspect) => inspect };
