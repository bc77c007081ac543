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

export const shifted = (occurrence: Occurrence, by: number): Occurrence => ({
  ...occurrence,
  start: occurrence.start + by,
  end: occurrence.end + by,
  matchStart: occurrence.matchStart + by,
  matchEnd: occurrence.matchEnd + by,
});

/** Searches a text for non-overlapping occurrences, left to right; with `at` for one that begins just there. */
export type Expression = (text: string, at?: number) => Iterable<Occurrence>;

/** Offsets of a match's secret, without asking the engine for them where they are plain: it would run the expression once more. */
type Locate = (text: string, match: RegExpExecArray) => readonly [start: number, end: number];

const askEngine = (expression: string, flags: string): Locate => {
  let exact: RegExp | undefined;
  return (text, { index }) => {
    exact ??= new RegExp(expression, `${flags}dy`);
    exact.lastIndex = index;
    return exact.exec(text)!.indices!.groups!["secret"]!;
  };
};

const locator = (expression: string, flags: string): Locate => {
  const ask = askEngine(withEscapedBoundary(expression), flags);
  const looksAround = /\(\?<?=/.test(expression);
  return (text, match) => {
    const { index, groups = {}, 0: whole } = match;
    const { secret, key, sep } = groups;
    if (secret === undefined || secret === whole) return [index, index + whole.length];
    if (key !== undefined && sep !== undefined) {
      const start = index + key.length + sep.length;
      if (text.startsWith(secret, start)) return [start, start + secret.length];
    }
    const within = looksAround ? -1 : whole.indexOf(secret);
    if (within === -1 || whole.indexOf(secret, within + 1) !== -1) return ask(text, match);
    return [index + within, index + within + secret.length];
  };
};

/**
 * Our own expressions are checked for catastrophic backtracking in the tests, so they run on the engine of V8. Most of them are never
 * needed: each is compiled when it is.
 */
const compileTrusted = ({ expression, ignoreCase }: Rule): Expression => {
  const flags = ignoreCase ? "i" : "";
  const bounded = withEscapedBoundary(expression);
  let global: RegExp | undefined;
  let sticky: RegExp | undefined;
  const locate = locator(expression, flags);
  const occurrence = (text: string, match: RegExpExecArray): Occurrence => {
    const { index, 0: whole, groups = {} } = match;
    const [start, end] = locate(text, match);
    const secret = groups["secret"] ?? whole;
    return { start, end, matchStart: index, matchEnd: index + whole.length, secret, groups };
  };
  return (text, at) => {
    if (at !== undefined) {
      sticky ??= new RegExp(bounded, `${flags}y`);
      sticky.lastIndex = at;
      const match = sticky.exec(text);
      return match === null ? [] : [occurrence(text, match)];
    }
    global ??= new RegExp(bounded, `${flags}g`);
    const pattern = global;
    pattern.lastIndex = 0;
    const found: Occurrence[] = [];
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === "") pattern.lastIndex++;
      found.push(occurrence(text, match));
    }
    return found;
  };
};

/** A user's expression may be anything: RE2 runs it in linear time. Throws a RangeError that says what RE2 refuses. */
const compileCustom = async ({ id, expression, ignoreCase, except = [] }: Rule): Promise<Expression> => {
  const { RE2JS } = await import("re2js");
  let pattern: InstanceType<typeof RE2JS>;
  let exceptions: readonly InstanceType<typeof RE2JS>[];
  try {
    pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    exceptions = except.map((text) => RE2JS.compile(text));
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
      if (exceptions.some((exception) => exception.matcher(text.slice(start, end)).find())) continue;
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
