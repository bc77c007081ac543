import manifest from "../../package.json" with { type: "json" };
import type { Finding, Report } from "../finding.ts";
import { formatNumber } from "./amounts.ts";
import { showUnseen } from "./escape-terminal.ts";
import { safeJson } from "./json-value.ts";
import type { Render, Rendering } from "./report.ts";
import { sarifResult } from "./sarif-result.ts";
import { sarifRule } from "./sarif-rule.ts";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Of more results GitHub's code scanning keeps the first so many, and refuses an upload beyond the other. */
const keptResults = 5000;
const acceptedResults = 25_000;

/** Entries of coverage that become notifications; `properties.coverage` counts all. */
const maxNotifications = 1000;

type Level = "error" | "warning" | "note";
const notification = (level: Level, text: string) => ({ level, message: { text: showUnseen(text) } });

const limitNotes = (findings: readonly Finding[]) => {
  if (findings.length <= keptResults) return [];
  const loss =
    findings.length > acceptedResults
      ? `GitHub's code scanning refuses more than ${formatNumber(acceptedResults)} results`
      : `GitHub's code scanning keeps ${formatNumber(keptResults)} results of an upload`;
  return [notification("warning", `${loss}; this run has ${formatNumber(findings.length)}: narrow it with --only.`)];
};

const notifications = ({ coverage, findings, notes }: Report) =>
  [
    ...coverage.missing.map(({ what, reason }) => notification("error", `Not read: ${what}: ${reason}`)),
    ...limitNotes(findings),
    ...notes.map((note) => notification("warning", note)),
    ...coverage.skipped.map(({ what, reason, count }) =>
      notification("note", `Passed over: ${formatNumber(count)} × ${what}: ${reason}`),
    ),
  ].slice(0, maxNotifications);

/** Findings by check, in the order in which checks first occur. */
const byCheck = (findings: readonly Finding[]): ReadonlyMap<string, [Finding, ...Finding[]]> => {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.check);
    if (group === undefined) groups.set(finding.check, [finding]);
    else group.push(finding);
  }
  return groups;
};

/** The tip that files of HEAD were read from, when the report knows it. */
const tipOf = (findings: readonly Finding[]): string | undefined => {
  for (const { locations } of findings)
    for (const { kind, commit } of locations) if (kind === "file" && commit !== undefined) return commit;
  return undefined;
};

const provenance = (findings: readonly Finding[], repositoryUrl: string | undefined) => {
  if (repositoryUrl === undefined) return {};
  const revisionId = tipOf(findings);
  const details = { repositoryUri: repositoryUrl, ...(revisionId === undefined ? {} : { revisionId }) };
  return { versionControlProvenance: [details] };
};

const runOf = (report: Report, { repositoryUrl, automationId }: Rendering) => {
  const { findings, coverage, verdict } = report;
  const groups = byCheck(findings);
  const indexes = new Map([...groups.keys()].map((check, index) => [check, index]));
  const { complete, refs, commits, objects, files, layers, bytes, seconds } = coverage;
  return {
    tool: {
      driver: {
        name: "Tidewaiter",
        semanticVersion: manifest.version,
        informationUri: "https://github.com/tidewaiter/tidewaiter",
        rules: [...groups.values()].map(sarifRule),
      },
    },
    ...(automationId === undefined ? {} : { automationDetails: { id: automationId } }),
    ...provenance(findings, repositoryUrl),
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: complete, toolExecutionNotifications: notifications(report) }],
    results: findings.map((finding) => sarifResult(finding, indexes.get(finding.check)!)),
    properties: {
      coverage: { complete, refs, commits, objects, files, layers, bytes, seconds },
      verdict,
    },
  };
};

/** SARIF 2.1.0 with every finding; which of them to upload is the Action's choice. */
export const renderSarif: Render = (report, rendering) =>
  `${safeJson({ $schema: schema, version: "2.1.0", runs: [runOf(report, rendering)] }, 2)}\n`;
