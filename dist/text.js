import { i as formatNumber, t as countOf } from "./amounts.js";
import { n as sawHistory, t as lookedAt } from "./coverage-words.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { o as withoutMiddle } from "./image-story.js";
import { a as labelledProse, i as labelled, n as painter, o as textWidth, r as severityColor, s as wrap, t as conclusionColor } from "./paint.js";
import { t as placesOf } from "./places.js";
import { i as severityRank } from "./finding.js";
import { t as verdictSentence } from "./verdict-words.js";
// src/report/finding-text.ts
/** Places of one finding that are listed; JSON has all. */
const maxPlaces = 6;
/** Longer paths lose their middle. */
const maxPath = 200;
/** `path:line:column`, as editors and terminals understand it. */
const spotText = ({ path, line, column }) => `${escapeTerminal(withoutMiddle(path, maxPath))}:${line}:${column}`;
const storyText = ({ story }) => story.map(escapeTerminal).join(", ");
const placeLines = (place, { paint, width }) => {
	const where = spotText(place.location);
	const story = storyText(place);
	if (story === "") return [paint("bold", where)];
	if (where.length + 2 + story.length <= width - 15) return [`${paint("bold", where)}  ${story}`];
	return [paint("bold", where), ...wrap(story, width - 17).map((line) => `  ${line}`)];
};
const secretText = ({ secret }) => secret === void 0 ? "" : `${escapeTerminal(secret.redacted)} (${countOf(secret.length, "character")})`;
const ignoredText = ({ suppressed }) => {
	if (suppressed === void 0) return "";
	const by = escapeTerminal(suppressed.by);
	const reason = suppressed.reason === void 0 ? "no reason given" : escapeTerminal(suppressed.reason);
	return suppressed.kind === "baseline" ? "in the baseline" : `by ${by}: ${reason}`;
};
/** One finding with all that a reader needs to act. */
const findingText = (finding, style) => {
	const { paint, width } = style;
	const places = placesOf(finding.locations, style.inHistory);
	const more = places.length - maxPlaces;
	const where = places.slice(0, maxPlaces).flatMap((place) => placeLines(place, style));
	const prose = (label, text) => text === "" ? [] : labelledProse(paint, label, text, width);
	const marks = [finding.new === true ? "new" : "", finding.suppressed === void 0 ? "" : "ignored"].filter(Boolean);
	return [
		[
			paint(severityColor[finding.severity], finding.severity.toUpperCase().padStart(9).padEnd(10)),
			` ${paint("bold", escapeTerminal(finding.title))}`,
			...marks.map((mark) => `  (${mark})`)
		].join(""),
		...prose("secret", secretText(finding)),
		...labelled(paint, "where", [...where, ...more > 0 ? [`and ${countOf(more, "more place")}: --format json lists them`] : []]),
		...prose("why", escapeTerminal(finding.detail)),
		...prose("what to do", escapeTerminal(finding.remediation)),
		...prose("ignored", ignoredText(finding)),
		...labelled(paint, "check", [`${escapeTerminal(finding.check)}  ${paint("faint", finding.proof)}`]),
		...labelled(paint, "fingerprint", [finding.fingerprint]),
		""
	];
};
// src/report/group-text.ts
/** Findings of one check that are listed when there are many. */
const maxRows = 10;
/** Before those that are gone from HEAD come those that a checkout still has. */
const presentFirst = (findings) => {
	const isPresent = ({ locations }) => locations.some(({ present }) => present === true);
	return [...findings.filter(isPresent), ...findings.filter((finding) => !isPresent(finding))];
};
/** Findings by severity and check, the least urgent group first. */
const groupsOf = (findings) => {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = `${finding.severity} ${finding.check}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [finding]);
		else group.push(finding);
	}
	return [...groups.values()].sort((a, b) => severityRank(a[0].severity) - severityRank(b[0].severity) || b.length - a.length);
};
const rowOf = (finding, { paint, inHistory }) => {
	const places = placesOf(finding.locations, inHistory);
	const first = places[0];
	const others = places.length > 1 ? ` and ${countOf(places.length - 1, "more place")}` : "";
	const where = first === void 0 ? "" : paint("bold", spotText(first.location));
	const story = first === void 0 ? "" : storyText(first);
	const ignored = finding.suppressed === void 0 ? "" : "  (ignored)";
	const redacted = finding.secret?.redacted ?? "";
	return [`  ${where}${others}${ignored}${redacted === "" || redacted === "…" ? "" : `  ${paint("faint", escapeTerminal(redacted))}`}`, `    ${paint("faint", [story, `fingerprint ${finding.fingerprint}`].filter(Boolean).join("  "))}`];
};
const groupText = (group, style) => {
	const { paint, width } = style;
	const { severity, title, check, remediation } = group[0];
	const rest = group.length - maxRows;
	return [
		`${paint(severityColor[severity], severity.toUpperCase().padStart(9).padEnd(10))} ${paint("bold", `${formatNumber(group.length)} × ${escapeTerminal(title)}`)}  ${escapeTerminal(check)}`,
		...presentFirst(group).slice(0, maxRows).flatMap((finding) => rowOf(finding, style)),
		...rest > 0 ? [`  and ${formatNumber(rest)} more of this check`] : [],
		...labelledProse(paint, "what to do", escapeTerminal(remediation), width),
		""
	];
};
/** Many findings: by check, some of each, and a sentence that says how to see the others. */
const groupedText = (findings, style) => [
	`${countOf(findings.length, "finding")}, by check. To see each with its reasons: --format json=FILE, or --only CHECK.`,
	"",
	...groupsOf(findings).flatMap((group) => groupText(group, style))
];
// src/report/text.ts
/** With more findings than this they are grouped by check. */
const maxWhole = 40;
/** Entries of a list in the coverage that are shown. */
const maxEntries = 8;
/** The least urgent first: what matters most stands next to the verdict, where the terminal stops scrolling. */
const findingsText = (findings, style) => findings.length > maxWhole ? groupedText(findings, style) : findings.toReversed().flatMap((finding) => findingText(finding, style));
const cutList = (lines) => lines.length <= maxEntries ? lines : [...lines.slice(0, maxEntries), `and ${lines.length - maxEntries} more: --format json lists them`];
/** Things of one kind that are named; the reason is what matters when there are many. */
const maxNames = 3;
const cutNames = (names) => names.length <= maxNames ? names.join(", ") : `${names.slice(0, maxNames).join(", ")} and ${formatNumber(names.length - maxNames)} more`;
const byReason = (missing) => {
	const groups = /* @__PURE__ */ new Map();
	for (const { what, reason } of missing) {
		const group = groups.get(reason);
		if (group === void 0) groups.set(reason, [what]);
		else group.push(what);
	}
	return [...groups];
};
const coverageText = ({ coverage }, { paint, width }) => {
	const skipped = coverage.skipped.map(({ what, reason, count }) => `${countOf(count, "×", "×")} ${escapeTerminal(what)}: ${escapeTerminal(reason)}`);
	const missing = byReason(coverage.missing).map(([reason, things]) => `${cutNames(things.map(escapeTerminal))}: ${escapeTerminal(reason)}`);
	const list = (label, lines) => labelled(paint, label, cutList(lines).flatMap((line) => wrap(line, width - 15).map((part, i) => i === 0 ? part : `  ${part}`)));
	return [
		...labelled(paint, "looked at", [lookedAt(coverage)]),
		...list("passed over", skipped),
		...list("not read", missing)
	];
};
const hints = ({ findings, coverage, verdict, notes }, { paint, width }) => {
	const unlikely = findings.filter(({ severity }) => severity === "info").length;
	return [
		...notes.map(escapeTerminal),
		unlikely > 0 ? `${countOf(unlikely, "finding")} of severity info (a proof that failed, or nothing to act on) left out: --format json lists them.` : "",
		coverage.missing.length > 0 && verdict.conclusion === "incomplete" ? "Repair what could not be read and run again; --allow-incomplete judges what was read." : ""
	].filter(Boolean).flatMap((line) => labelledProse(paint, "note", line, width));
};
const verdictText = (report, { paint }) => {
	const { conclusion } = report.verdict;
	return `${paint("bold", paint(conclusionColor[conclusion], conclusion.toUpperCase()))}  ${verdictSentence(report)}`;
};
/** The report for people: findings, the most urgent last; what was looked at; the verdict in the last line. */
const renderText = (report, rendering) => {
	const style = {
		paint: painter(rendering.color),
		width: textWidth(rendering.width),
		inHistory: sawHistory(report.coverage)
	};
	const shown = report.findings.filter(({ severity }) => severity !== "info");
	const lines = findingsText(shown, style);
	const rest = [
		...coverageText(report, style),
		...hints(report, style),
		"",
		verdictText(report, style)
	];
	const all = rendering.quiet ? lines : [...lines, ...rest];
	const text = all.join("\n").replaceAll("##[", "#\\#[").replace(/^(\s*):(?=:)/gm, "$1\\:");
	return all.length === 0 ? "" : `${text}\n`;
};
export { renderText };
