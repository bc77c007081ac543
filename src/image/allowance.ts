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

/** Asking for a thread's time costs more than a look at most files does, so it is counted by so many milliseconds at once. */
const countedAtOnce = 4;

/** What a run has spent, in memory that its threads share. */
export type Ledger = BigInt64Array<SharedArrayBuffer>;

/** Places in a ledger: bytes, microseconds of detection, the bytes that are stored of the images, and whether the run was interrupted. */
const [bytesAt, microsecondsAt, storedAt, stoppedAt] = [0, 1, 2, 3] as const;

const createLedger = (): Ledger => new BigInt64Array(new SharedArrayBuffer(4 * BigInt64Array.BYTES_PER_ELEMENT));

/** Adds, and gives the sum: of what all threads added. */
const add = (ledger: Ledger, at: number, more: number): number =>
  Number(Atomics.add(ledger, at, BigInt(Math.ceil(more)))) + more;

const standing = (ledger: Ledger, at: number): number => Number(Atomics.load(ledger, at));

/** Counts what a run costs, in all its threads together. */
export interface Allowance {
  /** Throws a LimitError when all is spent. */
  readonly spend: (bytes: number) => void;
  readonly isSpent: () => boolean;
  readonly isStopped: () => boolean;
  /** Counts the time of detection too. */
  readonly timed: (inspect: Inspect) => Inspect;
}

/** The allowance of a run, which its main thread has. */
export interface RunAllowance extends Allowance {
  /** What threads count on; they know of the bytes that are stored by now. */
  readonly share: () => Ledger;
  /** Tells threads of an interrupt. */
  readonly stop: () => void;
  /** Milliseconds that are left for histories, and some of them used. */
  readonly historyTime: () => number;
  readonly useHistoryTime: (milliseconds: number) => void;
}

const reason = "the images unpack to far more than is stored of them, as made to hold up a scan: the rest is not read";
const slow = "looking at the images takes far longer than at others of their size: the rest is not read";

const countingOn = (ledger: Ledger, limits: WorkLimits, stored: () => number): Allowance => {
  const isOver = (bytes: number): boolean => bytes > limits.bytes && bytes > limits.bytes + limits.ratio * stored();
  const isSlow = (milliseconds: number): boolean =>
    milliseconds > limits.milliseconds &&
    milliseconds > limits.milliseconds + (limits.millisecondsForMebibyte * stored()) / 2 ** 20;
  const spend = (more: number): void => {
    if (isOver(add(ledger, bytesAt, more))) throw new LimitError(reason);
  };
  const timed = (inspect: Inspect): Inspect => {
    let waiting = 0;
    let counted = clock();
    /** Of the time by the clock no more than this thread worked meanwhile. */
    const count = (): number => {
      const now = clock();
      const worked = Math.min(waiting, now - counted);
      counted = now;
      waiting = 0;
      return add(ledger, microsecondsAt, worked * 1000) / 1000;
    };
    return (...asked) => {
      const start = performance.now();
      const hits = inspect(...asked);
      waiting += performance.now() - start;
      if (waiting >= countedAtOnce && isSlow(count())) throw new LimitError(slow);
      return hits;
    };
  };
  const isSpent = (): boolean => isOver(standing(ledger, bytesAt)) || isSlow(standing(ledger, microsecondsAt) / 1000);
  const isStopped = (): boolean => standing(ledger, stoppedAt) !== 0;
  return { spend, isSpent, isStopped, timed };
};

/** A thread's part of what a run may cost: it counts on what all have spent. */
export const sharedAllowance = (limits: WorkLimits, ledger: Ledger): Allowance =>
  countingOn(ledger, limits, () => standing(ledger, storedAt));

/** `stored` gives the bytes that are stored of the images, each counted once however often it is named. */
export const createAllowance = (limits: WorkLimits, stored: () => number): RunAllowance => {
  const ledger = createLedger();
  let inHistories = 0;
  const historyTime = (): number => {
    const { milliseconds: least, millisecondsForMebibyte } = limits.history;
    return Math.max(0, least + (millisecondsForMebibyte * stored()) / 2 ** 20 - inHistories);
  };
  const share = (): Ledger => {
    Atomics.store(ledger, storedAt, BigInt(Math.floor(stored())));
    return ledger;
  };
  return {
    ...countingOn(ledger, limits, stored),
    share,
    stop: () => void Atomics.store(ledger, stoppedAt, 1n),
    historyTime,
    useHistoryTime: (more) => {
      inHistories += more;
    },
  };
};

/** For what is bounded by its own. */
export const noAllowance: Pick<Allowance, "spend"> = { spend: () => {} };
