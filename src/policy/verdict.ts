import { type Coverage, type Finding, type Severity, severities, severityRank, type Verdict } from "../finding.ts";
import type { Policy } from "./policy.ts";

/** Whether a finding may fail a run: neither ignored nor in the baseline. */
export const counts = (finding: Finding): boolean => finding.suppressed === undefined;

const countBySeverity = (findings: readonly Finding[]): Record<Severity, number> => {
  const tally = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const finding of findings) if (counts(finding)) tally[finding.severity]++;
  return tally;
};

/** The verdict on what was read: incomplete coverage is never a pass, unless the user allows it. */
export const verdictOf = (findings: readonly Finding[], coverage: Coverage, policy: Policy): Verdict => {
  const failing = findings.some(
    (f) => counts(f) && f.severity !== "info" && severityRank(f.severity) >= severityRank(policy.failOn),
  );
  const incomplete = !coverage.complete && !policy.allowIncomplete;
  return {
    conclusion: incomplete ? "incomplete" : failing ? "fail" : "pass",
    failOn: policy.failOn,
    counts: countBySeverity(findings),
  };
};

/** The process's exit status for a verdict (DESIGN.md, "Commands"). */
export const exitStatus = ({ conclusion }: Verdict): 0 | 1 | 3 =>
  (({ pass: 0, fail: 1, incomplete: 3 }) as const)[conclusion];
