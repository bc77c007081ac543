import { usersBlocks } from "./blocks.ts";
import { escapedStrings } from "./escaped.ts";
import { flowSections } from "./flow.ts";
import type { Kubeconfig } from "./kubeconfig.ts";
import { pairsOf, parseTree, type Tree } from "./nodes.ts";
import { readSections, type Section, sectionKinds } from "./read.ts";
import { sliceText, type Text } from "./text.ts";

/** A string inside a string inside a string; nobody nests deeper by accident. */
const maxDepth = 3;

/** How much text of blocks is parsed in one content, in characters; the rest is left to the line rule. */
const maxParsed = 4 << 20;

const sectionsOf = (tree: Tree): readonly Section[] =>
  pairsOf(tree, tree.root)
    .filter(([name]) => sectionKinds.has(name))
    .map(([name, node]) => ({ kind: name as Section["kind"], tree, node }));

/** Where a line breaks the whole, such as a template's, each top-level key still parses on its own. */
const sectionsApart = (block: Text): readonly Section[] => {
  const keys = [...block.text.matchAll(/^["']?(?:users|clusters|contexts|current-context)["']?:/gm)];
  return keys.flatMap(({ 0: key, index }) => {
    const rest = /^(?![ \t\r\n-])/gm;
    rest.lastIndex = index + key.length;
    const end = rest.exec(block.text)?.index ?? block.text.length;
    const tree = parseTree(sliceText(block, index, end));
    return tree === undefined ? [] : sectionsOf(tree);
  });
};

const readBlock = (block: Text): readonly Kubeconfig[] => {
  const tree = parseTree(block);
  const whole = tree === undefined ? [] : readSections(sectionsOf(tree));
  if (tree?.failed === false) return whole;
  const apart = readSections(sectionsApart(block));
  const users = (configs: readonly Kubeconfig[]): number => configs.reduce((sum, { users }) => sum + users.length, 0);
  return users(apart) >= users(whole) ? apart : whole;
};

/** The kubeconfigs of a text, whole or in part, wherever in it they stand. */
export const findKubeconfigs = (source: Text, depth = 0): readonly Kubeconfig[] => {
  const found: Kubeconfig[] = [];
  let parsed = 0;
  for (const { text } of usersBlocks(source)) {
    parsed += text.text.length;
    if (parsed > maxParsed) break;
    found.push(...readBlock(text));
  }
  found.push(...readSections(flowSections(source)));
  if (depth < maxDepth) for (const text of escapedStrings(source)) found.push(...findKubeconfigs(text, depth + 1));
  return found;
};
