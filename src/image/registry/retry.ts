import { setTimeout as sleep } from "node:timers/promises";
import { discard, type Patience } from "./body.ts";
import { nameOf } from "./exchange.ts";
import type { Followed } from "./redirects.ts";
import { RegistryError } from "./registry-error.ts";

const tooMany = 429;
/** Answers that another try may change (RFC 9110, section 15.6; RFC 6585, section 4). */
const passing = new Set([408, tooMany, 500, 502, 503, 504]);

/** Milliseconds, from seconds or from a date (RFC 9110, section 10.2.3). */
const retryAfter = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
};

const givenUp = ({ answer, url }: Followed, wait: number | undefined): RegistryError => {
  const host = nameOf(url);
  if (answer.status !== tooMany)
    return new RegistryError("unreachable", `${host} answers ${answer.status}, again and again`);
  const when = wait === undefined ? "" : `; it asks to wait ${Math.ceil(wait / 1000)} s`;
  return new RegistryError(
    "unreachable",
    `${host} answers 429, too many requests${when}: log in with \`docker login\`, or name a mirror`,
  );
};

const backoff = (attempt: number, { pause }: Patience): number =>
  pause * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);

/** Waits; ends in an error of ours when the run is interrupted. */
export const waitFor = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
  try {
    await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch {
    throw new RegistryError("interrupted", "interrupted");
  }
};

/** A silent server is asked once more, not five times over. */
const attemptsFor = (error: RegistryError, { attempts }: Patience): number => {
  if (error.fault === "silent") return Math.min(2, attempts);
  return error.fault === "unreachable" ? attempts : 1;
};

/** How long to wait before the next try. Throws when there is none. */
const pauseAfter = (result: Followed | RegistryError, attempt: number, patience: Patience): number => {
  if (result instanceof RegistryError) {
    if (attempt >= attemptsFor(result, patience)) throw result;
    return backoff(attempt, patience);
  }
  discard(result.answer.message);
  const wanted = retryAfter(result.answer.headers["retry-after"]);
  if (attempt >= patience.attempts || (wanted ?? 0) > patience.longestPause) throw givenUp(result, wanted);
  return wanted ?? backoff(attempt, patience);
};

const failure = (error: unknown): RegistryError => {
  if (error instanceof RegistryError) return error;
  throw error;
};

/** Asks again after failures that may pass, at most `attempts` times, as late as the other side wants. */
export const persistently = async <Got extends Followed>(
  ask: () => Promise<Got>,
  patience: Patience,
  signal: AbortSignal | undefined,
): Promise<Got> => {
  for (let attempt = 1; ; attempt++) {
    const result = await ask().catch(failure);
    if (!(result instanceof RegistryError) && !passing.has(result.answer.status)) return result;
    await waitFor(pauseAfter(result, attempt, patience), signal);
  }
};
