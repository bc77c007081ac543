import { r as severities } from "./finding.js";
import { i as formatNumber, n as enumerate, t as countOf } from "./amounts.js";
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
export { verdictSentence as t };
