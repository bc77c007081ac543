import { n as reportValue, r as safeJson, t as findingValue } from "./json-value.js";
// src/report/jsonl.ts
/** A finding a line; the last line has what is not a finding: version, coverage, verdict and notes. */
const renderJsonLines = (report, rendering) => {
	const { findings: _, ...rest } = reportValue({
		...report,
		findings: []
	}, rendering);
	return [...report.findings.map((finding) => findingValue(finding, rendering)), rest].map((line) => `${safeJson(line)}\n`).join("");
};
export { renderJsonLines };
