import { showUnseen } from "./escape-terminal.ts";
import { percentEncode } from "./uri-path.ts";

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
export const escapeMarkdown = (text: string): string =>
  showUnseen(text.replace(/\r\n|[\r\n\t]/g, " "))
    .replaceAll("&", "&amp;")
    .replace(inlineSyntax, "\\$&")
    .replace(sign, `$&${apart}`)
    .replaceAll("$", "&#36;")
    .replace(/\bwww(?=\.)/gi, `$&${apart}`)
    .replace(blockSyntax, (_, space, mark, number, end) => `${space}${number ?? ""}\\${mark ?? end}`);

/** The longest run of backticks in a text. */
const longestFence = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

/**
 * Text from outside as a code span: GitHub makes nothing of what stands in one. In a table a pipe is escaped even
 * there (GFM, section 4.10); a backslash before it is then shown twice.
 */
export const markdownCode = (text: string, where: "prose" | "table" = "table"): string => {
  const visible = showUnseen(text);
  if (visible.trim() === "") return visible === "" ? "" : "` `";
  const content = where === "table" ? visible.replace(/(\\*)\|/g, "$1$1\\|") : visible;
  const fence = "`".repeat(longestFence(content) + 1);
  const pad = /^[` ]|[` ]$/.test(content) ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
};

const breaksLink = /[()<>\s\\|`[\]]/g;

/** A link; the label is Markdown already, and nothing in the address can end it early. */
export const markdownLink = (label: string, address: string): string =>
  `[${label}](${address.replace(breaksLink, percentEncode)})`;

/** An address of a page as rules cite it: nothing in it that Markdown or HTML reads. */
const address = /https:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\/[A-Za-z0-9\-._~/%#?=+]*[A-Za-z0-9/])?/g;

/** Our own prose, or that of a rule: escaped, but its `https:` addresses are links. Not for text from what is scanned. */
export const escapeWithLinks = (text: string): string => {
  const links = text.match(address) ?? [];
  return text
    .split(address)
    .map(
      (prose, i) =>
        `${escapeMarkdown(prose)}${links[i] === undefined ? "" : markdownLink(escapeMarkdown(links[i].slice("https://".length)), links[i])}`,
    )
    .join("");
};
