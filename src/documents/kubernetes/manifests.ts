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
  new RegExp(`kind:[ \\t]{0,8}["']?(?:${kinds})["']?[ \\t]{0,80}(?:#[^\\n]*)?\\r?$`, "gm");

/** What may stand before a key: indentation, and what marks a list, a patch, a quotation or a comment. */
const prefixShape = /^[ \t>#*+|/-]{0,80}$/;

/** The manifests in YAML whose kind a pattern of `kindWords` finds; only those that are worth it are parsed. */
export const yamlManifests = (
  source: Text,
  kind: RegExp,
  isWorth: (block: Text) => boolean = () => true,
  budget: Budget = newBudget(),
): readonly Tree[] => {
  const trees: Tree[] = [];
  const ends = new Map<string, number>();
  let work = 0;
  for (const { index } of source.text.matchAll(kind)) {
    if (trees.length >= maxManifests || work > maxWork) break;
    const prefix = source.text.slice(index === 0 ? 0 : source.text.lastIndexOf("\n", index - 1) + 1, index);
    if (!prefixShape.test(prefix) || index < (ends.get(prefix) ?? 0)) continue;
    const { text, end } = cutBlock(source, index, reach);
    work += text.text.length + 64;
    ends.set(prefix, end);
    const filled = masked(text);
    const tree = isWorth(filled) ? parseWithin(budget, filled) : undefined;
    if (tree !== undefined) trees.push(tree);
  }
  return trees;
};
