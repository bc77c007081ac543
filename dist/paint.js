// src/report/layout.ts
/** Prose narrower than this is tiring, wider than that is hard to follow. */
const narrowest = 80;
const widest = 120;
const textWidth = (columns) => Math.min(widest, Math.max(narrowest, columns ?? widest));
/** Breaks a text between words, so that lines have at most `width` characters; longer words stay whole. */
const wrap = (text, width) => {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return line === "" ? lines : [...lines, line];
};
const labelWidth = 13;
/** Lines beside a label: `  where        src/a.ts:1:2`. */
const labelled = (paint, label, lines) => lines.map((line, i) => `  ${paint("faint", (i === 0 ? label : "").padEnd(labelWidth))}${line}`);
/** Prose beside a label, wrapped. */
const labelledProse = (paint, label, text, width) => labelled(paint, label, wrap(text, width - labelWidth - 2));
// src/report/paint.ts
/** Select Graphic Rendition parameters (ECMA-48, section 8.3.117), the 16 colours that every terminal theme has. */
const codes = {
	bold: "1",
	faint: "2",
	red: "31",
	green: "32",
	yellow: "33",
	blue: "34",
	alarm: "1;97;41"
};
const painter = (color) => (name, text) => color ? `\x1b[${codes[name]}m${text}\x1b[0m` : text;
const severityColor = {
	critical: "alarm",
	high: "red",
	medium: "yellow",
	low: "blue",
	info: "faint"
};
const conclusionColor = {
	pass: "green",
	fail: "red",
	incomplete: "yellow"
};
export { labelledProse as a, labelled as i, painter as n, textWidth as o, severityColor as r, wrap as s, conclusionColor as t };
