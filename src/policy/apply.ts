import { type Coverage, type Finding, proofRank, type Verdict } from "../finding.ts";
import type { Policy } from "./policy.ts";
import { verdictOf } from "./verdict.ts";

export interface Judged {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly notes: readonly string[];
}

const wanted = (finding: Finding, { only, minProof }: Policy): boolean =>
  proofRank(finding.proof) >= proofRank(minProof) &&
  (only.length === 0 || only.some((prefix) => finding.check.startsWith(prefix)));

/** What the policy makes of findings: those out of scope are gone, those excused are marked. */
export const applyPolicy = (findings: readonly Finding[], coverage: Coverage, policy: Policy): Judged => {
  const inScope = findings.filter((finding) => wanted(finding, policy));
  const shown = policy.includeIgnored ? inScope : inScope.filter(({ suppressed }) => suppressed === undefined);
  return { findings: shown, verdict: verdictOf(inScope, coverage, policy), notes: [] };
};
