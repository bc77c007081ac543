import { n as showUnseen } from "./escape-terminal.js";
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
/** An address of a page as rules cite it: nothing in it that Markdown or HTML reads. */
const address = /https:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\/[A-Za-z0-9\-._~/%#?=+]*[A-Za-z0-9/])?/g;
/** Our own prose, or that of a rule: escaped, but its `https:` addresses are links. Not for text from what is scanned. */
const escapeWithLinks = (text) => {
	const links = text.match(address) ?? [];
	return text.split(address).map((prose, i) => `${escapeMarkdown(prose)}${links[i] === void 0 ? "" : markdownLink(escapeMarkdown(links[i].slice(8)), links[i])}`).join("");
};
export { encodePath as a, markdownLink as i, escapeWithLinks as n, markdownCode as r, escapeMarkdown as t };
