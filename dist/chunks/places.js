// src/report/amounts.ts
const thousands = new Intl.NumberFormat("en-US");
const formatNumber = (value) => thousands.format(value);
/** `1 commit`, `2,300 commits`. */
const countOf = (count, noun, plural = `${noun}s`) => `${formatNumber(count)} ${count === 1 ? noun : plural}`;
const units = [
	"bytes",
	"kB",
	"MB",
	"GB",
	"TB"
];
/** A size in powers of 1,000, three digits. */
const formatBytes = (bytes) => {
	if (bytes === 1) return "1 byte";
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1e3;
		unit++;
	}
	return `${unit === 0 ? value : Number(value.toPrecision(3))} ${units[unit]}`;
};
const formatSeconds = (seconds) => {
	if (seconds < 60) return `${seconds < 10 ? Number(seconds.toPrecision(2)) : Math.round(seconds)} s`;
	return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
};
/** `a`, `a and b`, `a, b and c`. */
const enumerate = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
// src/report/escape-terminal.ts
/**
* Characters that a reader cannot see, or that steer what shows the text: controls (ESC, BEL, CR, the C1 set), format
* characters (bidirectional overrides, zero width, tags), line and paragraph separators, half surrogate pairs, fillers.
*/
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const named = {
	"	": "\\t",
	"\n": "\\n",
	"\r": "\\r"
};
const spelled = (character) => {
	const code = character.codePointAt(0);
	if (code < 256) return named[character] ?? `\\x${code.toString(16).padStart(2, "0")}`;
	return code < 65536 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
};
/** Spells out what cannot be seen, so that two texts that look alike are alike; what can be seen stays. */
const showUnseen = (text) => text.replace(unseen, spelled);
/**
* The words by which the runner of GitHub Actions takes a line of a log for a command: `::` as the first visible
* characters of the line, `##[` anywhere in it (actions/runner, ActionCommand.cs).
*/
const logCommand = /(?<!\S)::|##(?=\[)/g;
/**
* Text from outside, for a terminal or a log: one line, nothing in it moves the cursor, colours, hides, reorders, or
* commands the runner.
*/
const escapeTerminal = (text) => showUnseen(text).replace(logCommand, (word) => word === "::" ? "\\x3a:" : "\\x23#");
// src/report/cut-text.ts
const isHighSurrogate = (unit) => unit >= 55296 && unit < 56320;
const isLowSurrogate = (unit) => unit >= 56320 && unit < 57344;
/** The first `size` UTF-16 units of a text, one less where that would split a surrogate pair. */
const cutText = (text, size) => {
	const end = Math.max(0, Math.min(size, text.length));
	return text.slice(0, end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
};
/** A text of at most `size` UTF-16 units; what is cut ends in an ellipsis. */
const within = (text, size) => text.length <= size ? text : `${cutText(text, size - 1)}…`;
/** A long text without its middle: beginning and end tell a path best. */
const withoutMiddle = (text, size) => {
	if (text.length <= size) return text;
	const half = Math.floor((size - 1) / 2);
	const start = text.length - half;
	return `${cutText(text, half)}…${text.slice(isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start)}`;
};
// src/report/places.ts
/** Digits of a commit id that a reader sees. */
const shortDigits = 10;
const shortCommit = (id) => id.slice(0, shortDigits);
/** The name of `Name <address>`; the address when there is no name. */
const nameOf = (author) => author.replace(/\s*<[^>]*>\s*$/, "") || author;
const spot = ({ path, line }) => `${line} ${path}`;
/** `1a2b3c4d5e, Jane Doe, 2026-01-31`: as much of it as is known. */
const signature = ({ commit, author, date }) => [
	commit === void 0 ? "" : shortCommit(commit),
	nameOf(author ?? ""),
	(date ?? "").slice(0, 10)
].filter(Boolean).join(", ");
const originStory = (location) => {
	const by = signature(location);
	return [
		by === "" ? "" : `brought in by ${by}`,
		location.present === true ? "still in HEAD" : location.reachable === true ? "gone from HEAD" : "",
		location.reachable === false ? "no ref reaches it" : ""
	].filter(Boolean);
};
const messageStory = (location) => {
	const of = signature(location);
	return [of === "" ? "" : `of ${of}`, location.reachable === false ? "no ref reaches it" : ""].filter(Boolean);
};
const fileStory = (location, inHistory) => {
	if (location.commit !== void 0) return [location.present === false ? "gone from HEAD" : "in HEAD"];
	return inHistory ? ["not yet committed"] : [];
};
const storyOf = (location, inHistory) => {
	if (location.kind === "commit") return originStory(location);
	return location.kind === "message" ? messageStory(location) : fileStory(location, inHistory);
};
/** What brought it in comes first, as reported; files follow by path and line. */
const inReadingOrder = (a, b) => {
	const difference = Number(a.kind === "file") - Number(b.kind === "file");
	if (difference !== 0 || a.kind !== "file") return difference;
	return a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;
};
/**
* The places of a finding. A file of HEAD that shows the secret on the line on which a commit brought it in is told with
* that commit; `inHistory` says whether the scan knew a repository, so that a file outside it is worth a word.
*/
const placesOf = (locations, inHistory) => {
	const origins = new Set(locations.filter(({ kind }) => kind === "commit").map(spot));
	const told = ({ kind, commit, present, ...rest }) => kind === "file" && commit !== void 0 && present !== false && origins.has(spot({
		kind,
		...rest
	}));
	return locations.filter((location) => !told(location)).sort(inReadingOrder).map((location) => ({
		location,
		story: storyOf(location, inHistory)
	}));
};
export { withoutMiddle as a, countOf as c, formatNumber as d, formatSeconds as f, within as i, enumerate as l, shortCommit as n, escapeTerminal as o, cutText as r, showUnseen as s, placesOf as t, formatBytes as u };
