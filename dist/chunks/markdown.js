import { a as showUnseen, c as countOf, l as formatNumber, n as placesOf, o as lookedAt, r as shortCommit, s as sawHistory, t as verdictSentence } from "./verdict-words.js";
// src/report/uri-path.ts
/** Percent-encodes the UTF-8 bytes of a text, every one. */
const percentEncode = (text) => [...Buffer.from(text, "utf8")].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
/** A path as the path of an address: all but unreserved characters (RFC 3986, section 2.3) and `/` encoded. */
const encodePath = (path) => path.replace(/[^A-Za-z0-9\-._~/]+/g, percentEncode);
// src/report/escape-markdown.ts
/**
* An invisible character after the sign breaks what GitHub makes of rendered text: mentions, references, emoji, and
* links from bare addresses. A backslash does not, since it is gone by then.
*/
const apart = "&#8203;";
/** Mentions, `#1`, `GH-1`, `:emoji:`, `https:`, `mailto:`; a colon before a space starts nothing. */
const sign = /[@#]|\bgh-(?=\d)|:(?=\S)/gi;
const inlineSyntax = /[\\`*_[\]<>|~]/g;
/** What begins a list, heading or rule when it stands first. */
const blockSyntax = /^(\s*)(?:([-+=])|(\d+)([.)]))/;
/**
* Text from outside as a stretch of Markdown prose, on one line, that shows what it says and does nothing: no markup,
* HTML, link, mention, reference, emoji, formula or table border. For any place but code.
*/
const escapeMarkdown = (text) => showUnseen(text.replace(/\r\n|[\r\n\t]/g, " ")).replaceAll("&", "&amp;").replace(inlineSyntax, "\\$&").replace(sign, `$&${apart}`).replaceAll("$", "&#36;").replace(/\bwww(?=\.)/gi, `$&${apart}`).replace(blockSyntax, (_, space, mark, number, end) => `${space}${number ?? ""}\\${mark ?? end}`);
/** The longest run of backticks in a text. */
const longestFence = (text) => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
/**
* Text from outside as a code span: GitHub makes nothing of what stands in one. In a table a pipe is escaped even
* there (GFM, section 4.10); a backslash before it is then shown twice.
*/
const markdownCode = (text, where = "table") => {
	const visible = showUnseen(text);
	if (visible.trim() === "") return visible === "" ? "" : "` `";
	const content = where === "table" ? visible.replace(/(\\*)\|/g, "$1$1\\|") : visible;
	const fence = "`".repeat(longestFence(content) + 1);
	const pad = /^[` ]|[` ]$/.test(content) ? " " : "";
	return `${fence}${pad}${content}${pad}${fence}`;
};
const breaksLink = /[()<>\s\\|`[\]]/g;
/** A link; the label is Markdown already, and nothing in the address can end it early. */
const markdownLink = (label, address) => `[${label}](${address.replace(breaksLink, percentEncode)})`;
// src/report/markdown-finding.ts
/** Places of a finding that its row lists. */
const maxPlaces = 3;
const maxPath = 160;
const icons$1 = {
	critical: "🔴",
	high: "🟠",
	medium: "🟡",
	low: "🔵",
	info: "⚪"
};
const shortened = (path) => {
	const characters = [...path];
	return characters.length <= maxPath ? path : `${characters.slice(0, maxPath / 2).join("")}…${characters.slice(-80).join("")}`;
};
/** The page that shows a place: the file at its commit, or the commit whose message it is. */
const pageOf = ({ kind, commit, path, line, endLine }, repositoryUrl) => {
	if (repositoryUrl === void 0 || commit === void 0) return void 0;
	if (kind === "message") return `${repositoryUrl}/commit/${commit}`;
	const lines = endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
	return `${repositoryUrl}/blob/${commit}/${encodePath(path)}${lines}`;
};
const placeCell = ({ location, story }, { repositoryUrl }) => {
	const label = markdownCode(`${shortened(location.path)}:${location.line}`);
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
const findingRow = (finding, style) => `| ${icons$1[finding.severity]} ${finding.severity}${finding.new === true ? "<br>new" : ""} | ${whatCell(finding)} | ${placesCell(finding, style)} | ${escapeMarkdown(finding.remediation)} |`;
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
// src/report/markdown-fit.ts
const isTable = (part) => !Array.isArray(part);
const sizeOf = (lines) => lines.reduce((size, line) => size + line.length + 1, 0);
/** Ends a text before `size` UTF-16 units, never inside a surrogate pair. */
const cutText = (text, size) => {
	const end = Math.max(0, size);
	const high = text.charCodeAt(end - 1);
	return text.slice(0, high >= 55296 && high < 56320 ? end - 1 : end);
};
const fitTable = ({ head, rows, left }, room) => {
	if (rows.length === 0) return {
		lines: [],
		room
	};
	const all = sizeOf(head) + sizeOf(rows);
	if (all + 1 <= room) return {
		lines: [
			...head,
			...rows,
			""
		],
		room: room - all - 1
	};
	const sentence = sizeOf([left(rows.length)]) + 2;
	let used = sizeOf(head) + sentence;
	let kept = 0;
	while (kept < rows.length && used + rows[kept].length + 1 <= room) used += rows[kept++].length + 1;
	const lines = kept === 0 ? [left(rows.length), ""] : [
		...head,
		...rows.slice(0, kept),
		"",
		left(rows.length - kept),
		""
	];
	return {
		lines,
		room: room - sizeOf(lines)
	};
};
/**
* Puts a document together within `limit` UTF-16 units: prose first gets its room, then tables, in their order, as many
* rows as fit. Only when the prose alone is longer is text itself cut.
*/
const fitDocument = (parts, limit) => {
	const tables = parts.filter(isTable);
	const prose = sizeOf(parts.filter((part) => !isTable(part)).flat());
	const reserve = tables.map(({ rows, left }) => rows.length === 0 ? 0 : sizeOf([left(rows.length), ""]));
	let room = limit - prose - reserve.reduce((sum, size) => sum + size, 0);
	const text = `${parts.flatMap((part) => {
		if (!isTable(part)) return part;
		room += reserve[tables.indexOf(part)];
		const fitted = fitTable(part, room);
		room = fitted.room;
		return fitted.lines;
	}).join("\n").trimEnd()}\n`;
	return text.length <= limit ? text : cutText(text, limit);
};
// src/report/markdown.ts
const icons = {
	pass: "✅",
	fail: "❌",
	incomplete: "⚠️"
};
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
	if (first === void 0) return [];
	return [
		"<details><summary>To silence one finding</summary>",
		"",
		"A secret that was committed is exposed: revoke it first. For what is harmless, put a comment on its line,",
		`${markdownCode("tidewaiter:ignore CHECK -- reason", "prose")}, or an entry into ${markdownCode(".github/tidewaiter.yml", "prose")}:`,
		"",
		"```yaml",
		"ignores:",
		`  - fingerprint: ${first.fingerprint}`,
		"    reason: why it is harmless",
		"```",
		"",
		"</details>"
	];
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
		[`## ${icons[verdict.conclusion]} ${verdict.conclusion}: ${verdictSentence(report)}`, ""],
		...findingsParts(findings, style),
		infoCount(findings),
		...rendering.quiet ? [] : coverageParts,
		["", ...silencing(findings)]
	];
	return fitDocument(parts, rendering.maxCharacters ?? defaultLimit);
};
export { renderMarkdown };
