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
export { showUnseen as n, escapeTerminal as t };
