import { r as severities } from "./finding.js";
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
	return locations.filter((location) => !told(location)).map((location) => ({
		location,
		story: storyOf(location, inHistory)
	}));
};
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
export { showUnseen as a, countOf as c, escapeTerminal as i, formatNumber as l, placesOf as n, lookedAt as o, shortCommit as r, sawHistory as s, verdictSentence as t };
