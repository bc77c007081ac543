import { withEscapedBoundary } from "./boundary.ts";
import type { Rule } from "./rule.ts";

export interface Occurrence {
  /** Offsets of the secret in the text that was searched. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the whole match. */
  readonly matchStart: number;
  readonly matchEnd: number;
  readonly secret: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Searches a text for non-overlapping occurrences, left to right. */
export type Expression = (text: string) => Iterable<Occurrence>;

/** Our own expressions are checked for catastrophic backtracking in the tests, so they run on the engine of V8. */
const compileTrusted = ({ expression, ignoreCase }: Rule): Expression => {
  const pattern = new RegExp(withEscapedBoundary(expression), ignoreCase ? "dgi" : "dg");
  return function* (text) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.["secret"] ?? match.indices![0]!;
      const [matchStart, matchEnd] = match.indices![0]!;
      yield { start, end, matchStart, matchEnd, secret: text.slice(start, end), groups: match.groups ?? {} };
    }
  };
};

/** A user's expression may be anything: RE2 runs it in linear time. Throws a RangeError that says what RE2 refuses. */
const compileCustom = async ({ id, expression, ignoreCase }: Rule): Promise<Expression> => {
  const { RE2JS } = await import("re2js");
  let pattern: InstanceType<typeof RE2JS>;
  try {
    pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (cause) {
    throw new RangeError(`rule ${id}: ${(cause as Error).message}`, { cause });
  }
  const names = Object.keys(pattern.namedGroups());
  return function* (text) {
    const matcher = pattern.matcher(text);
    while (matcher.find()) {
      const groups = Object.fromEntries(names.map((name) => [name, matcher.group(name) ?? undefined]));
      const named = groups["secret"] === undefined ? 0 : "secret";
      const [start, end] = [matcher.start(named), matcher.end(named)];
      yield {
        start,
        end,
        matchStart: matcher.start(),
        matchEnd: matcher.end(),
        secret: text.slice(start, end),
        groups,
      };
    }
  };
};

export const compileExpression = async (rule: Rule): Promise<Expression> =>
  rule.custom ? compileCustom(rule) : compileTrusted(rule);
