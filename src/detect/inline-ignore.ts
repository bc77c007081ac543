import type { LineIndex } from "./position.ts";
import type { Match } from "./rule.ts";
import { insideDisabledBlock } from "./secretlint-blocks.ts";

/** A comment beside a secret that says it is no finding. */
export interface InlineIgnore {
  /** The comment's keyword, such as `tidewaiter:ignore` or `gitleaks:allow`. */
  readonly by: string;
  readonly reason?: string;
}

/** How far a comment may stand from its secret on a long line, in bytes: a line of 100 MB costs no more. */
const reach = 16_384;

const maxReason = 200;

interface Keyword {
  readonly by: string;
  readonly expression: RegExp;
}

const keyword = (by: string, source = by): Keyword => ({
  by,
  expression: new RegExp(`(?<![\\w-])${source}(?![\\w-])`, "g"),
});

/**
 * Comments of other scanners on the secret's own line, as their documentation and sources have them: gitleaks and
 * betterleaks (README), trufflehog (README), kingfisher (docs/USAGE.md), detect-secrets (README, "Inline Allowlisting"),
 * secretlint (rule-filter-comments), ggshield ("ignoring secrets").
 */
const onSameLine: readonly Keyword[] = [
  keyword("gitleaks:allow"),
  keyword("betterleaks:allow"),
  keyword("trufflehog:ignore"),
  keyword("kingfisher:ignore"),
  keyword("kingfisher:allow"),
  keyword("pragma: allowlist secret", "pragma: ?(?:allow|white)list[ -]secret"),
  keyword("secretlint-disable-line"),
  keyword("ggignore"),
];

const onLineBefore: readonly Keyword[] = [
  keyword("pragma: allowlist nextline secret", "pragma: ?allowlist[ -]nextline[ -]secret"),
  keyword("secretlint-disable-next-line"),
  keyword("kingfisher:ignore"),
];

const ours = keyword("tidewaiter:ignore");
const oursBefore = keyword("tidewaiter:ignore-next-line");

/** What may stand before a comment that is alone on its line, in the languages that people write. */
const onlyCommentBefore =
  /^\s*(?:#+|\/{2,}|\/\*+|\*+|--+|;+|%+|<!--|'+|"+|\{\{!?(?:--|\/\*)|\{#|\(\*|@?rem|dnl|!)?\s*$/i;

const areas = ["secrets", "kubeconfig", "signatures", "base-images", "kubernetes", "cluster", "dockerfile"];

const isCheck = (word: string): boolean => word.includes("/") || areas.includes(word);

interface Said {
  /** Checks that the comment names; empty for all. */
  readonly checks: readonly string[];
  readonly reason: string | undefined;
}

const tidy = (text: string): string | undefined => {
  const end = text.search(/\*\/|--+>|#\}|\}\}|\*\)|"""/);
  const plain = (end === -1 ? text : text.slice(0, end)).replace(/[\0-\x1f\x7f]/g, " ").trim();
  return plain === "" ? undefined : plain.slice(0, maxReason);
};

/** Reads `CHECK,CHECK -- reason`; words that cannot be checks are a reason whose dashes were forgotten. */
const understand = (rest: string): Said => {
  const line = rest.split(/[\r\n]/, 1)[0]!;
  const [, words = "", dashed] = /^(.*?)(?:\s--\s+(.*))?$/.exec(line) ?? [];
  const [, list = "", after = ""] = /^\s*([\w/*-]+(?:\s*,\s*[\w/*-]+)*)?(.*)$/.exec(words) ?? [];
  const checks = list.split(",").map((word) => word.trim().replace(/\*+$/, ""));
  if (list !== "" && isCheck(checks[0]!)) return { checks, reason: tidy(dashed ?? after) };
  return { checks: [], reason: tidy(dashed ?? words) };
};

const covers = ({ checks }: Said, check: string): boolean =>
  checks.length === 0 || checks.some((prefix) => check.startsWith(prefix));

const oursIn = (text: string, { by, expression }: Keyword, check: string): InlineIgnore | undefined => {
  for (const found of text.matchAll(expression)) {
    const said = understand(text.slice(found.index + found[0].length, found.index + found[0].length + 1024));
    if (covers(said, check)) return { by, ...(said.reason === undefined ? {} : { reason: said.reason }) };
  }
  return undefined;
};

/** The reason after another scanner's keyword, where its author gave one. */
const reasonAfter = (rest: string): string | undefined => {
  const found = /^\s*(?:--|:|—|-)\s+([^\r\n]+)/.exec(rest);
  return found === null ? undefined : tidy(found[1]!);
};

const othersIn = (text: string, keywords: readonly Keyword[]): InlineIgnore | undefined => {
  for (const { by, expression } of keywords)
    for (const found of text.matchAll(expression)) {
      const reason = reasonAfter(text.slice(found.index + found[0].length, found.index + found[0].length + 1024));
      return { by, ...(reason === undefined ? {} : { reason }) };
    }
  return undefined;
};

/** The secret's first and last line around it, without the secret itself: a value cannot excuse itself. */
const besides = (content: Buffer, { start, end }: Match, lines: LineIndex): readonly string[] => {
  const first = lines.startOf(lines.at(start).line);
  const last = lines.endOf(lines.at(end).line);
  return [
    content.toString("utf8", Math.max(first, start - reach), start),
    content.toString("utf8", end, Math.min(last, end + reach)),
  ];
};

const lineBefore = (content: Buffer, { start }: Match, lines: LineIndex): string => {
  const { line } = lines.at(start);
  if (line === 1) return "";
  const from = lines.startOf(line - 1);
  return content.toString("utf8", from, Math.min(lines.endOf(line - 1), from + reach));
};

const aloneBefore = (text: string, check: string): InlineIgnore | undefined => {
  const found = text.search(ours.expression);
  return found !== -1 && onlyCommentBefore.test(text.slice(0, found).slice(0, 1024)) && found <= 1024
    ? oursIn(text, ours, check)
    : undefined;
};

/**
 * The comment that excuses a secret, if there is one for its check: `tidewaiter:ignore [CHECK,...] [-- reason]` on the
 * secret's first or last line or alone on the line before, `tidewaiter:ignore-next-line`, or another scanner's.
 */
export const findInlineIgnore = (content: Buffer, match: Match, lines: LineIndex): InlineIgnore | undefined => {
  const { check } = match;
  for (const text of besides(content, match, lines)) {
    const found = oursIn(text, ours, check) ?? othersIn(text, onSameLine);
    if (found !== undefined) return found;
  }
  const before = lineBefore(content, match, lines);
  return (
    oursIn(before, oursBefore, check) ??
    aloneBefore(before, check) ??
    othersIn(before, onLineBefore) ??
    (insideDisabledBlock(content, match.start) ? { by: "secretlint-disable" } : undefined)
  );
};
