import { r as severities } from "./finding.js";
import { c as countOf, d as formatNumber, f as formatSeconds, l as enumerate, u as formatBytes } from "./places.js";
// src/report/coverage-words.ts
/** What was looked at, in one line: `3 refs, 120 commits and 900 objects: 4.2 MB in 1.2 s`. */
const lookedAt = ({ refs, commits, objects, files, layers, bytes, seconds }) => {
	const counts = [
		refs > 0 ? countOf(refs, "ref") : "",
		commits > 0 ? countOf(commits, "commit") : "",
		objects > 0 ? countOf(objects, "object") : "",
		files > 0 ? countOf(files, "file") : "",
		layers > 0 ? countOf(layers, "layer") : ""
	].filter(Boolean);
	return `${counts.length === 0 ? "nothing" : enumerate(counts)}: ${formatBytes(bytes)} in ${formatSeconds(seconds)}`;
};
/** Whether a repository was among what was looked at. */
const sawHistory = ({ refs, commits, objects }) => refs + commits + objects > 0;
// src/report/verdict-words.ts
/** Severities that a reader is shown, the most urgent first. */
const shownSeverities = severities.filter((severity) => severity !== "info").toReversed();
/** `2 critical and 1 high`; empty when nothing was found that a reader is shown. */
const tally = ({ counts }) => enumerate(shownSeverities.filter((severity) => counts[severity] > 0).map((severity) => `${formatNumber(counts[severity])} ${severity}`));
const threshold = ({ failOn }) => failOn === "critical" ? "critical fails" : `${failOn === "info" ? "low" : failOn} and above fails`;
/** The verdict in one sentence without a full stop. */
const verdictSentence = ({ verdict, coverage }) => {
	const found = tally(verdict);
	switch (verdict.conclusion) {
		case "fail": return `${found} (${threshold(verdict)})`;
		case "incomplete": return `${countOf(coverage.missing.length, "thing")} asked for could not be read, so this is no pass; found so far: ${found || "nothing"}`;
		case "pass": {
			const gap = coverage.complete ? "" : `, though ${countOf(coverage.missing.length, "thing")} could not be read`;
			return found === "" ? `no findings${gap}` : `${found}, which is less than what fails (${verdict.failOn})${gap}`;
		}
	}
};
export { lookedAt as n, sawHistory as r, verdictSentence as t };
