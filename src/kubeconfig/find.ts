import { type Budget, newBudget, pairsOf, parseWithin, type Tree } from "../detect/structure/nodes.ts";
import { sliceText, type Text } from "../detect/structure/text.ts";
import { usersBlocks } from "./blocks.ts";
import { escapedStrings } from "./escaped.ts";
import { flowSections } from "./flow.ts";
import type { Kubeconfig } from "./kubeconfig.ts";
import { readSections, type Section, sectionKinds } from "./read.ts";

/** A string inside a string inside a string; nobody nests deeper by accident. */
const maxDepth = 3;

const sectionsOf = (tree: Tree): readonly Section[] =>
  pairsOf(tree, tree.root)
    .filter(([name]) => sectionKinds.has(name))
    .map(([name, node]) => ({ kind: name as Section["kind"], tree, node }));

/** More keys of one block are no longer those of a few kubeconfigs one after the other. */
const maxKeys = 400;

/** Where a line breaks the whole, such as a template's, each top-level key still parses on its own. */
const sectionsApart = (block: Text, budget: Budget): readonly Section[] => {
  const keys = [...block.text.matchAll(/^["']?(?:users|clusters|contexts|current-context)["']?:/gm)];
  return keys.slice(0, maxKeys).flatMap(({ 0: key, index }) => {
    const rest = /^(?![ \t\r\n-])/gm;
    rest.lastIndex = index + key.length;
    const end = rest.exec(block.text)?.index ?? block.text.length;
    const tree = parseWithin(budget, sliceText(block, index, end));
    return tree === undefined ? [] : sectionsOf(tree);
  });
};

const readBlock = (block: Text, budget: Budget): readonly Kubeconfig[] => {
  const tree = parseWithin(budget, block);
  const whole = tree === undefined ? [] : readSections(sectionsOf(tree));
  if (tree?.failed === false) return whole;
  const apart = readSections(sectionsApart(block, budget));
  const users = (configs: readonly Kubeconfig[]): number => configs.reduce((sum, { users }) => sum + users.length, 0);
  return users(apart) >= users(whole) ? apart : whole;
};

/** The kubeconfigs of a text, whole or in part, wherever in it they stand. */
export const findKubeconfigs = (source: Text, budget = newBudget(), depth = 0): readonly Kubeconfig[] => {
  const found: Kubeconfig[] = [];
  for (const { text } of usersBlocks(source)) found.push(...readBlock(text, budget));
  found.push(...readSections(flowSections(source, budget)));
  if (depth < maxDepth)
    for (const text of escapedStrings(source)) found.push(...findKubeconfigs(text, budget, depth + 1));
  return found;
};
