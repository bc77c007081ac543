import { type Budget, parseWithin } from "../detect/structure/nodes.ts";
import { sliceText, type Text } from "../detect/structure/text.ts";
import type { Section } from "./read.ts";

/** Longer lists are left to the line rule. */
const maxSection = 2 << 20;

/** How many characters may be looked at for closing brackets in one content: hostile text opens brackets and never closes them. */
const maxWork = 8 << 20;

const sectionStart =
  /(?<![\w-])["']?(users|clusters|contexts)["']?\s{0,20}:\s{0,20}\[|(?<![\w-])["']?current-context["']?\s{0,20}:\s{0,20}(?=["'])/g;

/** Without users nobody gets in by such lists. */
const mayHoldUsers = /users["']?\s{0,20}:\s{0,20}\[/;

/** The index of the quote that ends the string begun at `open`, or `end`. */
const closingQuote = (text: string, open: number, end: number): number => {
  const quote = text[open]!;
  for (let i = open + 1; i < end; i++) {
    if (text[i] === quote) return i;
    if (text[i] === "\\" && quote === '"') i++;
  }
  return end;
};

/** The index after the bracket that closes the one at `open`, or undefined where none does within `limit`. */
const closingBracket = (text: string, open: number, limit: number): number | undefined => {
  let depth = 0;
  const end = Math.min(text.length, open + limit);
  for (let i = open; i < end; i++) {
    const char = text[i]!;
    if (char === '"' || char === "'") i = closingQuote(text, i, end);
    else if (char === "[" || char === "{") depth++;
    else if ((char === "]" || char === "}") && --depth === 0) return i + 1;
  }
  return undefined;
};

const scalarSection = (source: Text, at: number, budget: Budget): Section | undefined => {
  const quoted = /^(["'])[^"'\\\n]{1,200}\1/.exec(source.text.slice(at, at + 210));
  const tree = quoted === null ? undefined : parseWithin(budget, sliceText(source, at, at + quoted[0].length));
  return tree === undefined ? undefined : { kind: "current-context", tree, node: tree.root };
};

/** The lists of kubeconfigs written as JSON, or as YAML in one line, wherever in a text they stand. */
export const flowSections = (source: Text, budget: Budget): readonly Section[] => {
  const sections: Section[] = [];
  if (!mayHoldUsers.test(source.text)) return sections;
  let work = 0;
  const pattern = new RegExp(sectionStart);
  for (let found = pattern.exec(source.text); found !== null && work < maxWork; found = pattern.exec(source.text)) {
    if (found[1] === undefined) {
      const section = scalarSection(source, pattern.lastIndex, budget);
      work += 256;
      if (section !== undefined) sections.push(section);
      continue;
    }
    const open = pattern.lastIndex - 1;
    const end = closingBracket(source.text, open, maxSection);
    work += (end ?? Math.min(source.text.length, open + maxSection)) - open;
    if (end === undefined) continue;
    pattern.lastIndex = end;
    const tree = parseWithin(budget, sliceText(source, open, end));
    if (tree !== undefined) sections.push({ kind: found[1] as Section["kind"], tree, node: tree.root });
  }
  return sections;
};
