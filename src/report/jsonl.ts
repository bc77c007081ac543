import { findingValue, reportValue, safeJson } from "./json-value.ts";
import type { Render } from "./report.ts";

/** A finding a line; the last line has what is not a finding: version, coverage, verdict and notes. */
export const renderJsonLines: Render = (report, rendering) => {
  const { findings: _, ...rest } = reportValue({ ...report, findings: [] }, rendering);
  return [...report.findings.map((finding) => findingValue(finding, rendering)), rest]
    .map((line) => `${safeJson(line)}\n`)
    .join("");
};
