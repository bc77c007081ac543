import type { Facts, Severity } from "../finding.ts";
import { partitionPoint } from "../partition-point.ts";
import type { Match, Pair, Rule } from "./rule.ts";
import { textIn, type View } from "./view.ts";

/** What stands around a secret says of its other halves. */
export interface Halves {
  readonly facts: Facts;
  readonly severity?: Severity;
}

const compiled = new WeakMap<Pair, RegExp>();

const patternOf = (pair: Pair): RegExp => {
  const known = compiled.get(pair);
  if (known !== undefined) return known;
  const pattern = new RegExp(pair.expression, pair.ignoreCase ? "dgi" : "dg");
  compiled.set(pair, pattern);
  return pattern;
};

/** The nearest other half within reach, before or after the secret. */
const nearest = (pair: Pair, content: View, start: number, end: number): string | undefined => {
  const from = Math.max(0, start - pair.within);
  const text = textIn(content, start - pair.within, end + pair.within);
  let best: string | undefined;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const found of text.matchAll(patternOf(pair))) {
    const [first, last] = found.indices?.groups?.["id"] ?? found.indices![0]!;
    const gap = Math.max(from + first - end, start - (from + last));
    if (gap < 0 || gap >= bestGap) continue;
    best = text.slice(first, last);
    bestGap = gap;
  }
  return best;
};

/**
 * The other halves of a rule's secret at a place. Undefined where one is missing that the rule cannot do without: then it
 * is no credential.
 */
export const halvesAround = (rule: Rule, content: View, start: number, end: number): Halves | undefined => {
  const facts: Record<string, string | true> = {};
  let severity: Severity | undefined;
  for (const pair of rule.pairs ?? []) {
    const half = nearest(pair, content, start, end);
    if (half === undefined && pair.required) return undefined;
    if (half === undefined) continue;
    facts[pair.as] = pair.secret ? true : half;
    severity ??= pair.severity;
  }
  severity ??= Object.keys(facts).length === 0 ? rule.lone : undefined;
  return { facts, ...(severity === undefined ? {} : { severity }) };
};

/** Index of the first of ascending matches that ends after an offset. */
const firstEndingAfter = (matches: readonly Match[], offset: number): number =>
  partitionPoint(matches.length, (place) => matches[place]!.end <= offset);

/** Matches of one rule that have the other half of a pair, ascending. */
interface Joined {
  readonly pair: Pair;
  readonly matches: readonly Match[];
}

const joinedTo = ({ pair, matches }: Joined, half: Match): Match | undefined => {
  for (let i = firstEndingAfter(matches, half.start - pair.within); i < matches.length; i++) {
    const match = matches[i]!;
    if (match.start - half.end > pair.within) return undefined;
    if (match.facts[pair.as] === (pair.secret ? true : half.secret)) return match;
  }
  return undefined;
};

/**
 * Drops the halves that a match of another rule has joined to itself, so that a pair is one finding; what they say of
 * themselves goes to that match.
 */
export const createPairing = (rules: readonly Rule[]): ((matches: readonly Match[]) => readonly Match[]) => {
  const pairs = rules.flatMap(({ id, pairs = [] }) => pairs.map((pair) => ({ id, pair })));
  const halves = new Set(pairs.flatMap(({ pair }) => pair.check ?? []));
  const joinIn = (matches: readonly Match[]): readonly Match[] => {
    const ascending = [...matches].sort((a, b) => a.start - b.start || a.end - b.end);
    const joined = pairs.map(({ id, pair }) => ({
      pair,
      matches: ascending.filter(({ check, facts }) => check === id && facts[pair.as] !== undefined),
    }));
    const told = new Map<Match, Facts>();
    const alone = ascending.filter((half) => {
      const owners = joined.flatMap((one) => (one.pair.check === half.check ? (joinedTo(one, half) ?? []) : []));
      for (const owner of owners) told.set(owner, { ...half.facts, ...told.get(owner), ...owner.facts });
      return owners.length === 0;
    });
    return alone.map((match) => (told.has(match) ? { ...match, facts: told.get(match)! } : match));
  };
  return (matches) => (matches.some(({ check }) => halves.has(check)) ? joinIn(matches) : matches);
};
