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
export { formatSeconds as a, formatNumber as i, enumerate as n, escapeTerminal as o, formatBytes as r, showUnseen as s, countOf as t };
