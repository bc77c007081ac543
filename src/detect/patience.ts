import { piecesOf, type Region } from "./regions.ts";
import type { Rule } from "./rule.ts";

/** Told once per rule. */
export type OnStopped = (rule: string, reason: string) => void;

/**
 * RE2 needs linear time, but a large program costs tens of microseconds a byte, and an expression may read far ahead
 * for each short match. A rule may take this long in one content, and longer in a large one; then it is given up.
 */
export interface Limits {
  readonly milliseconds: number;
  readonly millisecondsPerMebibyte: number;
  /** No secret occurs so often in a file that somebody would read the report. */
  readonly matches: number;
}

export const customLimits: Limits = { milliseconds: 5000, millisecondsPerMebibyte: 1000, matches: 10_000 };

/** Watches what custom rules cost. A rule that was given up once stays off: hostile contents cannot add up. */
export interface Patience {
  /** The parts of a content's regions, as long as the rule is worth it. */
  readonly pieces: (rule: Rule, regions: readonly Region[]) => Iterable<Region>;
  /** Called for each match: whether to leave this content. */
  readonly isOver: (rule: Rule) => boolean;
}

export const createPatience = (onStopped: OnStopped, limits: Limits = customLimits): Patience => {
  const off = new Set<Rule>();
  let matches = 0;
  let deadline = 0;

  const stop = (rule: Rule, reason: string): true => {
    if (!off.has(rule)) onStopped(rule.id, reason);
    off.add(rule);
    return true;
  };
  const isLate = (rule: Rule): boolean => performance.now() > deadline && stop(rule, "its expression takes too long");
  const isOver = (rule: Rule): boolean =>
    off.has(rule) ||
    (++matches >= limits.matches && stop(rule, `it matches ${limits.matches} times in one content`)) ||
    isLate(rule);
  function* pieces(rule: Rule, regions: readonly Region[]): Generator<Region> {
    const bytes = regions.reduce((sum, { start, end }) => sum + end - start, 0);
    matches = 0;
    deadline = performance.now() + limits.milliseconds + (bytes / 2 ** 20) * limits.millisecondsPerMebibyte;
    for (const region of regions)
      for (const piece of piecesOf(region, rule.window)) {
        if (off.has(rule) || isLate(rule)) return;
        yield piece;
      }
  }
  return { pieces, isOver };
};
