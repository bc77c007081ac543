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
}

export interface ProgressOptions {
  readonly quiet: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly amounts?: () => Amounts;
}

/** Shorter runs show nothing: a line that flashes by is noise. */
const patience = 700;
const interval = 200;

/** Carriage return, and erase to the end of the line (ECMA-48, EL). */
const erase = "\r\x1b[K";

const lineOf = (what: string, seconds: number, amounts: Amounts | undefined): string =>
  amounts === undefined
    ? `reading ${what} … ${formatSeconds(Math.floor(seconds))}`
    : `reading ${what} … ${formatNumber(amounts.objects)} objects, ${formatBytes(amounts.bytes)}, ${formatSeconds(Math.floor(seconds))}`;

const isWatched = ({ isTTY }: Screen, { quiet, environment }: ProgressOptions): boolean =>
  isTTY === true && !quiet && !environment["CI"] && environment["TERM"] !== "dumb";

/** Keeps one line on a terminal up to date; gives what erases it. Draws nothing where nobody watches. */
export const showProgress = (screen: Screen, what: string, options: ProgressOptions): (() => void) => {
  if (!isWatched(screen, options)) return () => {};
  const started = performance.now();
  let drawn = false;
  const draw = (): void => {
    const elapsed = performance.now() - started;
    if (elapsed < patience) return;
    const line = lineOf(what, elapsed / 1000, options.amounts?.());
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
