import { i as cutText } from "./image-story.js";
import { r as markdownCode } from "./escape-markdown.js";
// src/report/markdown-fit.ts
const isTable = (part) => !Array.isArray(part);
const unitsOf = (text) => text.length;
const sizeOf = (lines, measure) => lines.reduce((size, line) => size + measure(line) + 1, 0);
const fitTable = ({ head, rows, left }, room, measure) => {
	const size = (lines) => sizeOf(lines, measure);
	if (rows.length === 0) return {
		lines: [],
		room
	};
	const all = size(head) + size(rows);
	if (all + 1 <= room) return {
		lines: [
			...head,
			...rows,
			""
		],
		room: room - all - 1
	};
	const sentence = size([left(rows.length)]) + 2;
	let used = size(head) + sentence;
	let kept = 0;
	for (const row of rows) {
		used += size([row]);
		if (used > room) break;
		kept++;
	}
	const lines = kept === 0 ? [left(rows.length), ""] : [
		...head,
		...rows.slice(0, kept),
		"",
		left(rows.length - kept),
		""
	];
	return {
		lines,
		room: room - size(lines)
	};
};
/**
* Puts a document together within `limit` (UTF-16 units unless measured otherwise): prose first gets its room, then
* tables, in their order, as many rows as fit. Only when the prose alone is longer is text itself cut, to `limit` units.
*/
const fitDocument = (parts, limit, measure = unitsOf) => {
	const tables = parts.filter(isTable);
	const prose = sizeOf(parts.filter((part) => !isTable(part)).flat(), measure);
	const reserve = tables.map(({ rows, left }) => rows.length === 0 ? 0 : sizeOf([left(rows.length), ""], measure));
	let room = limit - prose - reserve.reduce((sum, size) => sum + size, 0);
	const text = `${parts.flatMap((part) => {
		if (!isTable(part)) return part;
		room += reserve[tables.indexOf(part)];
		const fitted = fitTable(part, room, measure);
		room = fitted.room;
		return fitted.lines;
	}).join("\n").trimEnd()}\n`;
	return measure(text) <= limit ? text : cutText(text, limit);
};
// src/report/markdown-words.ts
const conclusionIcons = {
	pass: "✅",
	fail: "❌",
	incomplete: "⚠️"
};
const severityIcons = {
	critical: "🔴",
	high: "🟠",
	medium: "🟡",
	low: "🔵",
	info: "⚪"
};
/** How to silence one finding, folded away; `where` follows the name of the configuration. */
const howToSilence = (check, fingerprint, where = "") => [
	"<details><summary>To silence one finding</summary>",
	"",
	"A secret that was committed is exposed: revoke it first. For what is harmless, put a comment on its line,",
	`${markdownCode(`tidewaiter:ignore ${check} -- reason`, "prose")}, or an entry into ${markdownCode(".github/tidewaiter.yml", "prose")}${where}:`,
	"",
	"```yaml",
	"ignores:",
	`  - fingerprint: ${fingerprint}`,
	"    reason: why it is harmless",
	"```",
	"",
	"</details>"
];
export { fitDocument as i, howToSilence as n, severityIcons as r, conclusionIcons as t };
