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

/** The line that names one of the kinds, after what marks a list, a patch or a comment. */
export const kindLine = (kinds: string): RegExp =>
  new RegExp(`^([ \\t>#*+|/-]{0,80}?)kind:[ \\t]{0,8}["']?(?:${kinds})["']?[ \\t]{0,80}(?:#[^\\n]*)?\\r?$`, "gm");

/** The manifests in YAML whose kind a pattern of `kindLine` finds; only those that are worth it are parsed. */
export const yamlManifests = (
  source: Text,
  kind: RegExp,
  isWorth: (block: Text) => boolean = () => true,
  budget: Budget = newBudget(),
): readonly Tree[] => {
  const trees: Tree[] = [];
  const ends = new Map<string, number>();
  let work = 0;
  for (const { 1: prefix = "", index } of source.text.matchAll(kind)) {
    if (trees.length >= maxManifests || work > maxWork) break;
    if (index < (ends.get(prefix) ?? 0)) continue;
    const { text, end } = cutBlock(source, index + prefix.length, reach);
    work += text.text.length + 64;
    ends.set(prefix, end);
    const filled = masked(text);
    const tree = isWorth(filled) ? parseWithin(budget, filled) : undefined;
    if (tree !== undefined) trees.push(tree);
  }
  return trees;
};
