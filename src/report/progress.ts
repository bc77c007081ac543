import { formatBytes, formatNumber, formatSeconds } from "./amounts.ts";

/** Where progress is drawn: standard error, or what stands for it. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

/** What was read so far, for sources that count while they read. */
export interface Amounts {
  readonly objects: number;
  readonly bytes: number;
  /** How much of all, from 0 to 1. */
  readonly share?: number;
}

export interface ProgressOptions {
  readonly quiet: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly amounts?: () => Amounts | undefined;
}

/** Shorter runs show nothing: a line that flashes by is noise. */
const patience = 700;
const interval = 200;

/** Carriage return, and erase to the end of the line (ECMA-48, EL). */
const erase = "\r\x1b[K";

/** A guess is worth telling after this part of all. */
const leastShare = 0.02;

const timeOf = (seconds: number, share = 0): string =>
  share < leastShare
    ? formatSeconds(Math.floor(seconds))
    : `${formatSeconds(Math.ceil((seconds * (1 - share)) / share))} left`;

/** `since` is when the amounts began to grow. */
const lineOf = (what: string, seconds: number, amounts: Amounts | undefined, since: number): string => {
  if (amounts === undefined) return `reading ${what} … ${formatSeconds(Math.floor(seconds))}`;
  const { objects, bytes, share } = amounts;
  const speed = formatBytes(Math.round(bytes / Math.max(seconds - since, 0.001)));
  const time = share === undefined ? formatSeconds(Math.floor(seconds)) : timeOf(seconds - since, share);
  return `reading ${what} … ${formatNumber(objects)} objects, ${speed}/s, ${time}`;
};

const isWatched = ({ isTTY }: Screen, { quiet, environment }: ProgressOptions): boolean =>
  isTTY === true && !quiet && !environment["CI"] && environment["TERM"] !== "dumb";

/** Keeps one line on a terminal up to date; gives what erases it. Draws nothing where nobody watches. */
export const showProgress = (screen: Screen, what: string, options: ProgressOptions): (() => void) => {
  if (!isWatched(screen, options)) return () => {};
  const started = performance.now();
  let drawn = false;
  let since: number | undefined;
  const draw = (): void => {
    const elapsed = performance.now() - started;
    const amounts = options.amounts?.();
    if (amounts !== undefined) since ??= elapsed / 1000;
    if (elapsed < patience) return;
    const line = lineOf(what, elapsed / 1000, amounts, since ?? 0);
    screen.write(`${erase}${line.slice(0, (screen.columns || 80) - 1)}`);
    drawn = true;
  };
  const timer = setInterval(draw, interval);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (drawn) screen.write(erase);
  };
};
