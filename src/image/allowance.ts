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
  /** Time for the histories of repositories in layers, likewise: objects of a few bytes may unpack to gigabytes. */
  readonly history: { readonly milliseconds: number; readonly millisecondsForMebibyte: number };
}

export const usualWork: WorkLimits = {
  bytes: 2 * 2 ** 30,
  ratio: 200,
  milliseconds: 8_000,
  millisecondsForMebibyte: 1_000,
  history: { milliseconds: 20_000, millisecondsForMebibyte: 2_000 },
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

/** What a run costs so far: threads that have a part of it each add theirs. */
export interface Spent {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Counts what a run costs. */
export interface Allowance {
  /** Throws a LimitError when all is spent. */
  readonly spend: (bytes: number) => void;
  readonly isSpent: () => boolean;
  /** Counts the time of detection too. */
  readonly timed: (inspect: Inspect) => Inspect;
  readonly spent: () => Spent;
  /** Milliseconds that are left for histories, and some of them used. */
  readonly historyTime: () => number;
  readonly useHistoryTime: (milliseconds: number) => void;
}

const reason = "the images unpack to far more than is stored of them, as made to hold up a scan: the rest is not read";
const slow = "looking at the images takes far longer than at others of their size: the rest is not read";

/** `stored` gives the bytes that are stored of the images, each counted once however often it is named. */
export const createAllowance = (
  limits: WorkLimits,
  stored: () => number,
  before: Spent = { bytes: 0, milliseconds: 0 },
): Allowance => {
  let { bytes, milliseconds } = before;
  let inHistories = 0;
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
  const historyTime = (): number => {
    const { milliseconds: least, millisecondsForMebibyte } = limits.history;
    return Math.max(0, least + (millisecondsForMebibyte * stored()) / 2 ** 20 - inHistories);
  };
  return {
    spend,
    isSpent: () => isOver() || isSlow(),
    timed,
    spent: () => ({ bytes, milliseconds }),
    historyTime,
    useHistoryTime: (more) => {
      inHistories += more;
    },
  };
};

/** For what is bounded by its own. */
export const noAllowance: Pick<Allowance, "spend"> = { spend: () => {} };
