import type { Conclusion, Finding, Report } from "../finding.ts";
import { countOf, formatNumber } from "./amounts.ts";
import { lookedAt, sawHistory } from "./coverage-words.ts";
import { escapeMarkdown, markdownCode } from "./escape-markdown.ts";
import { findingHead, findingRow, ignoredHead, ignoredRow, type MarkdownStyle } from "./markdown-finding.ts";
import { fitDocument, type Part } from "./markdown-fit.ts";
import type { Render } from "./report.ts";
import { verdictSentence } from "./verdict-words.ts";

const icons: Readonly<Record<Conclusion, string>> = { pass: "✅", fail: "❌", incomplete: "⚠️" };

/** Below GitHub's 1 MiB for a job summary even where a third of the characters take three bytes. */
const defaultLimit = 600_000;

const findingsParts = (findings: readonly Finding[], style: MarkdownStyle): readonly Part[] => {
  const counting = findings.filter(({ severity, suppressed }) => severity !== "info" && suppressed === undefined);
  const ignored = findings.filter(({ severity, suppressed }) => severity !== "info" && suppressed !== undefined);
  return [
    {
      head: findingHead,
      rows: counting.map((finding) => findingRow(finding, style)),
      left: (count) => `**${countOf(count, "finding")} did not fit here**; the JSON report lists each of them.`,
    },
    {
      head: ignoredHead,
      rows: ignored.map((finding) => ignoredRow(finding, style)),
      left: (count) => `${countOf(count, "ignored finding")} did not fit here; the JSON report lists each of them.`,
    },
  ];
};

const silencing = (findings: readonly Finding[]): readonly string[] => {
  const first = findings.find(({ severity, suppressed }) => severity !== "info" && suppressed === undefined);
  if (first === undefined) return [];
  return [
    "<details><summary>To silence one finding</summary>",
    "",
    "A secret that was committed is exposed: revoke it first. For what is harmless, put a comment on its line,",
    `${markdownCode("tidewaiter:ignore CHECK -- reason", "prose")}, or an entry into ${markdownCode(".github/tidewaiter.yml", "prose")}:`,
    "",
    "```yaml",
    "ignores:",
    `  - fingerprint: ${first.fingerprint}`,
    "    reason: why it is harmless",
    "```",
    "",
    "</details>",
  ];
};

const infoCount = (findings: readonly Finding[]): readonly string[] => {
  const count = findings.filter(({ severity }) => severity === "info").length;
  return count === 0 ? [] : [`${countOf(count, "finding")} of severity info left out; the JSON report lists them.`, ""];
};

const notRead = ({ coverage }: Report): readonly Part[] => [
  {
    head: ["", "| Asked for and **not read** | Why |", "| --- | --- |"],
    rows: coverage.missing.map(({ what, reason }) => `| ${markdownCode(what)} | ${escapeMarkdown(reason)} |`),
    left: (count) => `${countOf(count, "thing")} not read did not fit here; the JSON report lists each of them.`,
  },
  {
    head: ["", "| Passed over by design | Why | How many |", "| --- | --- | ---: |"],
    rows: coverage.skipped.map(
      ({ what, reason, count }) => `| ${escapeMarkdown(what)} | ${escapeMarkdown(reason)} | ${formatNumber(count)} |`,
    ),
    left: (count) => `${countOf(count, "kind")} of things passed over did not fit here.`,
  },
];

/** The report for a job summary or a file: verdict, findings, coverage, how to silence one; never longer than asked. */
export const renderMarkdown: Render = (report, rendering) => {
  const { findings, verdict, coverage, notes } = report;
  const style: MarkdownStyle = {
    repositoryUrl: rendering.repositoryUrl?.replace(/\/+$/, ""),
    inHistory: sawHistory(coverage),
  };
  const coverageParts: readonly Part[] = [
    ["### Coverage", "", `Looked at ${lookedAt(coverage)}.`, ""],
    ...notRead(report),
    notes.map((note) => `- ${escapeMarkdown(note)}`),
  ];
  const parts: readonly Part[] = [
    [`## ${icons[verdict.conclusion]} Tidewaiter: ${verdict.conclusion}`, "", `**${verdictSentence(report)}.**`, ""],
    ...findingsParts(findings, style),
    infoCount(findings),
    ...(rendering.quiet ? [] : coverageParts),
    ["", ...silencing(findings)],
  ];
  return fitDocument(parts, rendering.maxCharacters ?? defaultLimit);
};
