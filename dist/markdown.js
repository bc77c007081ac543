import { i as formatNumber, t as countOf } from "./amounts.js";
import { n as sawHistory, t as lookedAt } from "./coverage-words.js";
import { a as encodePath, i as markdownLink, n as escapeWithLinks, r as markdownCode, t as escapeMarkdown } from "./escape-markdown.js";
import { n as shortCommit, o as withoutMiddle } from "./image-story.js";
import { i as fitDocument, n as howToSilence, r as severityIcons, t as conclusionIcons } from "./markdown-words.js";
import { t as placesOf } from "./places.js";
import { t as verdictSentence } from "./verdict-words.js";
// src/report/markdown-finding.ts
/** Places of a finding that its row lists. */
const maxPlaces = 3;
const maxPath = 160;
/** The page that shows a place: the file at its commit, or the commit whose message it is. */
const pageOf = ({ kind, commit, path, line, endLine }, repositoryUrl) => {
	if (repositoryUrl === void 0 || commit === void 0) return void 0;
	if (kind === "message") return `${repositoryUrl}/commit/${commit}`;
	const lines = endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
	return `${repositoryUrl}/blob/${commit}/${encodePath(path)}${lines}`;
};
const placeCell = ({ location, story }, { repositoryUrl }) => {
	const label = markdownCode(`${withoutMiddle(location.path, maxPath)}:${location.line}`);
	const page = pageOf(location, repositoryUrl);
	const where = page === void 0 ? label : markdownLink(label, page);
	return story.length === 0 ? where : `${where}<br>${story.map(escapeMarkdown).join(", ")}`;
};
const placesCell = (finding, style) => {
	const places = placesOf(finding.locations, style.inHistory);
	const more = places.length - maxPlaces;
	return [...places.slice(0, maxPlaces).map((place) => placeCell(place, style)), ...more > 0 ? [`and ${countOf(more, "more place")}`] : []].join("<br>");
};
const whatCell = ({ title, secret, check, proof, detail, fingerprint }) => [
	`**${escapeMarkdown(title)}**${secret === void 0 ? "" : ` ${markdownCode(secret.redacted)}`}`,
	escapeMarkdown(detail),
	`${markdownCode(check)}, ${proof}`,
	`fingerprint ${markdownCode(fingerprint)}`
].filter(Boolean).join("<br>");
const findingHead = ["| | What | Where | What to do |", "| --- | --- | --- | --- |"];
/** A finding as a row of the table. */
const findingRow = (finding, style) => `| ${severityIcons[finding.severity]} ${finding.severity}${finding.new === true ? "<br>new" : ""} | ${whatCell(finding)} | ${placesCell(finding, style)} | ${escapeWithLinks(finding.remediation)} |`;
const ignoredHead = ["| Ignored | Where | By | Reason |", "| --- | --- | --- | --- |"];
/** A finding that does not count, with who says so. */
const ignoredRow = (finding, style) => {
	const { kind, by, reason } = finding.suppressed;
	const first = placesOf(finding.locations, style.inHistory)[0];
	const where = first === void 0 ? "" : placeCell({
		location: first.location,
		story: []
	}, style);
	const commit = first?.location.commit === void 0 ? "" : ` ${markdownCode(shortCommit(first.location.commit))}`;
	return `| ${escapeMarkdown(finding.title)} | ${where}${commit} | ${kind}: ${markdownCode(by)} | ${escapeMarkdown(reason ?? "")} |`;
};
// src/report/markdown.ts
/** Below GitHub's 1 MiB for a job summary even where a third of the characters take three bytes. */
const defaultLimit = 6e5;
const findingsParts = (findings, style) => {
	const counting = findings.filter(({ severity, suppressed }) => severity !== "info" && suppressed === void 0);
	const ignored = findings.filter(({ severity, suppressed }) => severity !== "info" && suppressed !== void 0);
	return [{
		head: findingHead,
		rows: counting.map((finding) => findingRow(finding, style)),
		left: (count) => `**${countOf(count, "finding")} did not fit here**; the JSON report lists each of them.`
	}, {
		head: ignoredHead,
		rows: ignored.map((finding) => ignoredRow(finding, style)),
		left: (count) => `${countOf(count, "ignored finding")} did not fit here; the JSON report lists each of them.`
	}];
};
const silencing = (findings) => {
	const first = findings.find(({ severity, suppressed }) => severity !== "info" && suppressed === void 0);
	return first === void 0 ? [] : howToSilence(first.check, first.fingerprint);
};
const infoCount = (findings) => {
	const count = findings.filter(({ severity }) => severity === "info").length;
	return count === 0 ? [] : [`${countOf(count, "finding")} of severity info left out; the JSON report lists them.`, ""];
};
const notRead = ({ coverage }) => [{
	head: [
		"",
		"| Asked for and **not read** | Why |",
		"| --- | --- |"
	],
	rows: coverage.missing.map(({ what, reason }) => `| ${markdownCode(what)} | ${escapeMarkdown(reason)} |`),
	left: (count) => `${countOf(count, "thing")} not read did not fit here; the JSON report lists each of them.`
}, {
	head: [
		"",
		"| Passed over by design | Why | How many |",
		"| --- | --- | ---: |"
	],
	rows: coverage.skipped.map(({ what, reason, count }) => `| ${escapeMarkdown(what)} | ${escapeMarkdown(reason)} | ${formatNumber(count)} |`),
	left: (count) => `${countOf(count, "kind")} of things passed over did not fit here.`
}];
/** The report for a job summary or a file: verdict, findings, coverage, how to silence one; never longer than asked. */
const renderMarkdown = (report, rendering) => {
	const { findings, verdict, coverage, notes } = report;
	const style = {
		repositoryUrl: rendering.repositoryUrl?.replace(/\/+$/, ""),
		inHistory: sawHistory(coverage)
	};
	const coverageParts = [
		[
			"### Coverage",
			"",
			`Looked at ${lookedAt(coverage)}.`,
			""
		],
		...notRead(report),
		notes.map((note) => `- ${escapeMarkdown(note)}`)
	];
	const parts = [
		[
			`## ${conclusionIcons[verdict.conclusion]} Tidewaiter: ${verdict.conclusion}`,
			"",
			`**${verdictSentence(report)}.**`,
			""
		],
		...findingsParts(findings, style),
		infoCount(findings),
		...rendering.quiet ? [] : coverageParts,
		["", ...silencing(findings)]
	];
	return fitDocument(parts, rendering.maxCharacters ?? defaultLimit);
};
export { renderMarkdown };
