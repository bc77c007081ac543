import { cutBlock } from "../../detect/structure/blocks.ts";
import { type Budget, newBudget, parseWithin, type Tree } from "../../detect/structure/nodes.ts";
import type { Text } from "../../detect/structure/text.ts";

/** More manifests, or larger, are no longer a file that somebody wrote. */
const maxManifests = 500;
const reach = 256 << 10;
const maxWork = 8 << 20;

/** What a template engine fills in becomes a mask, so that the rest of the line is YAML. */
const masked = (block: Text): Text => ({
  ...block,
  text: block.text.replaceAll(/\{\{[^\n]{0,2000}?\}\}/g, (slot) => "x".repeat(slot.length)),
});

/** The words that name one of the kinds, up to the end of their line. */
export const kindWords = (kinds: string): RegExp =>
  new RegExp(`kind:[ \\t]{0,8}["']?(?:${kinds})["']?[ \\t]{0,80}(?:#[^\\n]*)?\\r?$`, "my");

/** What may stand before a key: indentation, and what marks a list, a patch, a quotation or a comment. */
const prefixShape = /^[ \t>#*+|/-]{0,80}$/;

/** How far around a key most manifests reach; the others are cut out of more. */
const firstReach = 8 << 10;

/** A stretch of a content around a place, whole lines of it where lines are shorter than the stretch. */
const textAround = (content: Buffer, place: number, far: number): Text => {
  const from = Math.max(0, place - far);
  const to = Math.min(content.length, place + far);
  const text = content.toString("latin1", from, to);
  const first = from === 0 ? 0 : text.indexOf("\n") + 1;
  const cut = from + first < place ? first : 0;
  return { text: text.slice(cut), at: (index) => from + cut + index };
};

/** Longer lines name no kind. */
const maxLine = 400;

/** What stands before the words at a place, where they are a key that names the kind. */
const prefixAt = (content: Buffer, place: number, kind: RegExp): string | undefined => {
  const before = content.toString("latin1", Math.max(0, place - maxLine), place);
  const prefix = before.slice(before.lastIndexOf("\n") + 1);
  if (!prefixShape.test(prefix)) return undefined;
  kind.lastIndex = 0;
  const after = content.toString("latin1", place, place + maxLine);
  return kind.test(after) ? prefix : undefined;
};

/** The block around a key, cut out of as little text as holds it; where it ends in the content. */
const blockAt = (content: Buffer, place: number): { readonly text: Text; readonly end: number } => {
  for (let far = firstReach; ; far *= 8) {
    const source = textAround(content, place, far);
    const first = source.at(0);
    const { text, start, end } = cutBlock(source, place - first, reach);
    const isWhole =
      (first === 0 || start > 0) && (first + source.text.length === content.length || end < source.text.length);
    if (isWhole || far > reach) return { text, end: first + end };
  }
};

/** The manifests in YAML whose kind a pattern of `kindWords` finds at a place; only those that are worth it are parsed. */
export const yamlManifests = (
  content: Buffer,
  places: readonly number[],
  kind: RegExp,
  isWorth: (block: Text) => boolean = () => true,
  budget: Budget = newBudget(),
): readonly Tree[] => {
  const trees: Tree[] = [];
  const ends = new Map<string, number>();
  let work = 0;
  for (const place of places) {
    if (trees.length >= maxManifests || work > maxWork) break;
    const prefix = prefixAt(content, place, kind);
    if (prefix === undefined || place < (ends.get(prefix) ?? 0)) continue;
    const { text, end } = blockAt(content, place);
    work += text.text.length + 64;
    ends.set(prefix, end);
    const filled = masked(text);
    const tree = isWorth(filled) ? parseWithin(budget, filled) : undefined;
    if (tree !== undefined) trees.push(tree);
  }
  return trees;
};
