import {
  type DockerfileLine,
  type Finding,
  type Location,
  type Report,
  type Severity,
  severityRank,
} from "../finding.ts";
import { counts } from "../policy/verdict.ts";
import { countOf } from "../report/amounts.ts";

/** Where a secret stands with respect to the commits that were scanned. */
type State = "present" | "removed" | "history" | "image";

/** A finding as the three faces show it. */
export interface Row {
  readonly finding: Finding;
  readonly state: State;
  /** The commit that brought it in, or the file or message where it stands. */
  readonly origin: Location;
  /** Files of the scanned head that show it. */
  readonly files: readonly Location[];
  /** Instructions in Dockerfiles that brought it into an image. */
  readonly instructions: readonly DockerfileLine[];
  /** Whether it fails the run. */
  readonly fails: boolean;
}

/** What the comment, the check run and the summary have in common. */
export interface View {
  readonly report: Report;
  readonly rows: readonly Row[];
  /** The verdict in at most 60 characters. */
  readonly title: string;
  readonly pullRequest: boolean;
  /** Why there was nothing to scan. */
  readonly nothing: string | undefined;
  /** The commit that the check run belongs to. */
  readonly head: string;
  readonly repositoryUrl: string;
  readonly notes: readonly string[];
}

const stateOf = (finding: Finding, pullRequest: boolean): State => {
  if (finding.locations.every(({ image }) => image !== undefined)) return "image";
  if (finding.locations.some(({ present, image }) => present === true && image === undefined)) return "present";
  return pullRequest && finding.locations.every(({ kind }) => kind === "commit") ? "removed" : "history";
};

const distinctInstructions = ({ locations }: Finding): readonly DockerfileLine[] => {
  const lines = locations.flatMap(({ dockerfile }) => (dockerfile === undefined ? [] : [dockerfile]));
  return [...new Map(lines.map((line) => [`${line.line} ${line.path}`, line])).values()];
};

const toRow = (finding: Finding, failOn: Severity, pullRequest: boolean): Row => {
  const origin =
    finding.locations.find(({ kind, image }) => kind !== "file" && image === undefined) ??
    finding.locations.find(({ kind }) => kind !== "file") ??
    finding.locations[0]!;
  return {
    finding,
    state: stateOf(finding, pullRequest),
    origin,
    files: finding.locations.filter(({ kind, present }) => kind === "file" && present === true),
    instructions: distinctInstructions(finding),
    fails: severityRank(finding.severity) >= severityRank(failOn),
  };
};

const shown = (finding: Finding): boolean =>
  counts(finding) && finding.severity !== "info" && finding.locations.length > 0;

/** The verdict in at most 60 characters (facts/github.md 1.5). */
const titleOf = (report: Report, rows: readonly Row[], nothing: string | undefined): string => {
  const failing = rows.filter(({ fails }) => fails).length;
  const found = countOf(failing, "credential");
  if (report.verdict.conclusion === "incomplete")
    return failing > 0 ? `${found} found, and the scan is incomplete` : "Incomplete: something could not be read";
  if (nothing !== undefined) return "Nothing to scan";
  if (failing > 0) return `${found} found`;
  return rows.length > 0 ? `Passed, ${countOf(rows.length, "finding")} below the threshold` : "No credentials found";
};

export interface ViewOptions {
  readonly pullRequest: boolean;
  readonly nothing: string | undefined;
  readonly head: string;
  readonly repositoryUrl: string;
}

/** Chooses what to show of a report, most urgent first; what fails the run before what does not. */
export const viewOf = (report: Report, options: ViewOptions): View => {
  const rows = report.findings
    .filter(shown)
    .map((finding) => toRow(finding, report.verdict.failOn, options.pullRequest))
    .sort((a, b) => severityRank(b.finding.severity) - severityRank(a.finding.severity));
  return {
    ...options,
    report,
    rows,
    title: titleOf(report, rows, options.nothing),
    notes: report.notes,
  };
};
