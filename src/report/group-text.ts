import { type Finding, severityRank } from "../finding.ts";
import { countOf, formatNumber } from "./amounts.ts";
import { escapeTerminal } from "./escape-terminal.ts";
import { spotText, storyText, type TextStyle } from "./finding-text.ts";
import { labelledProse } from "./layout.ts";
import { severityColor } from "./paint.ts";
import { placesOf } from "./places.ts";

/** Findings of one check that are listed when there are many. */
const maxRows = 10;

/** Before those that are gone from HEAD come those that a checkout still has. */
const presentFirst = (findings: readonly Finding[]): readonly Finding[] => {
  const isPresent = ({ locations }: Finding): boolean => locations.some(({ present }) => present === true);
  return [...findings.filter(isPresent), ...findings.filter((finding) => !isPresent(finding))];
};

/** Findings by severity and check, the least urgent group first. */
const groupsOf = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.check}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].sort(
    (a, b) => severityRank(a[0]!.severity) - severityRank(b[0]!.severity) || b.length - a.length,
  );
};

const rowOf = (finding: Finding, { paint, inHistory }: TextStyle): readonly string[] => {
  const places = placesOf(finding.locations, inHistory);
  const first = places[0];
  const others = places.length > 1 ? ` and ${countOf(places.length - 1, "more place")}` : "";
  const where = first === undefined ? "" : paint("bold", spotText(first.location));
  const story = first === undefined ? "" : storyText(first);
  const ignored = finding.suppressed === undefined ? "" : "  (ignored)";
  const redacted = finding.secret?.redacted ?? "";
  const shown = redacted === "" || redacted === "…" ? "" : `  ${paint("faint", escapeTerminal(redacted))}`;
  return [
    `  ${where}${others}${ignored}${shown}`,
    `    ${paint("faint", [story, `fingerprint ${finding.fingerprint}`].filter(Boolean).join("  "))}`,
  ];
};

const groupText = (group: readonly Finding[], style: TextStyle): readonly string[] => {
  const { paint, width } = style;
  const { severity, title, check, remediation } = group[0]!;
  const rest = group.length - maxRows;
  return [
    `${paint(severityColor[severity], severity.toUpperCase().padStart(9).padEnd(10))} ${paint("bold", `${formatNumber(group.length)} × ${escapeTerminal(title)}`)}  ${escapeTerminal(check)}`,
    ...presentFirst(group)
      .slice(0, maxRows)
      .flatMap((finding) => rowOf(finding, style)),
    ...(rest > 0 ? [`  and ${formatNumber(rest)} more of this check`] : []),
    ...labelledProse(paint, "what to do", escapeTerminal(remediation), width),
    "",
  ];
};

/** Many findings: by check, some of each, and a sentence that says how to see the others. */
export const groupedText = (findings: readonly Finding[], style: TextStyle): readonly string[] => [
  `${countOf(findings.length, "finding")}, by check. To see each with its reasons: --format json=FILE, or --only CHECK.`,
  "",
  ...groupsOf(findings).flatMap((group) => groupText(group, style)),
];
