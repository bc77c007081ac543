import type { Finding, Missing, Report } from "../finding.ts";
import { countOf, formatNumber } from "./amounts.ts";
import { lookedAt, sawHistory } from "./coverage-words.ts";
import { escapeTerminal } from "./escape-terminal.ts";
import { findingText, type TextStyle } from "./finding-text.ts";
import { groupedText } from "./group-text.ts";
import { labelled, labelledProse, textWidth, wrap } from "./layout.ts";
import { conclusionColor, painter } from "./paint.ts";
import type { Render } from "./report.ts";
import { verdictSentence } from "./verdict-words.ts";

/** With more findings than this they are grouped by check. */
const maxWhole = 40;

/** Entries of a list in the coverage that are shown. */
const maxEntries = 8;

/** The least urgent first: what matters most stands next to the verdict, where the terminal stops scrolling. */
const findingsText = (findings: readonly Finding[], style: TextStyle): readonly string[] =>
  findings.length > maxWhole
    ? groupedText(findings, style)
    : findings.toReversed().flatMap((finding) => findingText(finding, style));

const cutList = (lines: readonly string[]): readonly string[] =>
  lines.length <= maxEntries
    ? lines
    : [...lines.slice(0, maxEntries), `and ${lines.length - maxEntries} more: --format json lists them`];

/** Things of one kind that are named; the reason is what matters when there are many. */
const maxNames = 3;

const cutNames = (names: readonly string[]): string =>
  names.length <= maxNames
    ? names.join(", ")
    : `${names.slice(0, maxNames).join(", ")} and ${formatNumber(names.length - maxNames)} more`;

const byReason = (missing: readonly Missing[]): readonly (readonly [string, readonly string[]])[] => {
  const groups = new Map<string, string[]>();
  for (const { what, reason } of missing) {
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [what]);
    else group.push(what);
  }
  return [...groups];
};

const coverageText = ({ coverage }: Report, { paint, width }: TextStyle): readonly string[] => {
  const skipped = coverage.skipped.map(
    ({ what, reason, count }) => `${countOf(count, "×", "×")} ${escapeTerminal(what)}: ${escapeTerminal(reason)}`,
  );
  const missing = byReason(coverage.missing).map(
    ([reason, things]) => `${cutNames(things.map(escapeTerminal))}: ${escapeTerminal(reason)}`,
  );
  const list = (label: string, lines: readonly string[]) =>
    labelled(
      paint,
      label,
      cutList(lines).flatMap((line) => wrap(line, width - 15).map((part, i) => (i === 0 ? part : `  ${part}`))),
    );
  return [
    ...labelled(paint, "looked at", [lookedAt(coverage)]),
    ...list("passed over", skipped),
    ...list("not read", missing),
  ];
};

const hints = ({ findings, coverage, verdict, notes }: Report, { paint, width }: TextStyle): readonly string[] => {
  const unlikely = findings.filter(({ severity }) => severity === "info").length;
  const lines = [
    ...notes.map(escapeTerminal),
    unlikely > 0
      ? `${countOf(unlikely, "finding")} of severity info (a proof that failed, or nothing to act on) left out: --format json lists them.`
      : "",
    coverage.missing.length > 0 && verdict.conclusion === "incomplete"
      ? "Repair what could not be read and run again; --allow-incomplete judges what was read."
      : "",
  ];
  return lines.filter(Boolean).flatMap((line) => labelledProse(paint, "note", line, width));
};

const verdictText = (report: Report, { paint }: TextStyle): string => {
  const { conclusion } = report.verdict;
  return `${paint("bold", paint(conclusionColor[conclusion], conclusion.toUpperCase()))}  ${verdictSentence(report)}`;
};

/** The report for people: findings, the most urgent last; what was looked at; the verdict in the last line. */
export const renderText: Render = (report, rendering) => {
  const style: TextStyle = {
    paint: painter(rendering.color),
    width: textWidth(rendering.width),
    inHistory: sawHistory(report.coverage),
  };
  const shown = report.findings.filter(({ severity }) => severity !== "info");
  const lines = findingsText(shown, style);
  const rest = [...coverageText(report, style), ...hints(report, style), "", verdictText(report, style)];
  const all = rendering.quiet ? lines : [...lines, ...rest];
  // parts are escaped one by one; put together they must form no command of the runner either
  const text = all
    .join("\n")
    .replaceAll("##[", "#\\#[")
    .replace(/^(\s*):(?=:)/gm, "$1\\:");
  return all.length === 0 ? "" : `${text}\n`;
};
