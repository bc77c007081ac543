import { type Report, type Severity, severities, type Verdict } from "../finding.ts";
import { countOf, enumerate, formatNumber } from "./amounts.ts";

/** Severities that a reader is shown, the most urgent first. */
export const shownSeverities: readonly Severity[] = severities.filter((severity) => severity !== "info").toReversed();

/** `2 critical and 1 high`; empty when nothing was found that a reader is shown. */
export const tally = ({ counts }: Verdict): string =>
  enumerate(
    shownSeverities
      .filter((severity) => counts[severity] > 0)
      .map((severity) => `${formatNumber(counts[severity])} ${severity}`),
  );

const threshold = ({ failOn }: Verdict): string =>
  failOn === "critical" ? "critical fails" : `${failOn === "info" ? "low" : failOn} and above fails`;

/** The verdict in one sentence without a full stop. */
export const verdictSentence = ({ verdict, coverage }: Pick<Report, "verdict" | "coverage">): string => {
  const found = tally(verdict);
  switch (verdict.conclusion) {
    case "fail":
      return `${found} (${threshold(verdict)})`;
    case "incomplete":
      return `${countOf(coverage.missing.length, "thing")} asked for could not be read, so this is no pass; found so far: ${found || "nothing"}`;
    case "pass": {
      const gap = coverage.complete ? "" : `, though ${countOf(coverage.missing.length, "thing")} could not be read`;
      return found === "" ? `no findings${gap}` : `${found}, which is less than what fails (${verdict.failOn})${gap}`;
    }
  }
};
