import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from "yaml";
import { recently } from "../recently.ts";
import type { Scalar, Text } from "./text.ts";

/** A parsed text whose aliases are looked up in one table: resolving each by a walk would cost the square of its size. */
export interface Tree {
  readonly source: Text;
  readonly root: unknown;
  readonly failed: boolean;
  readonly resolve: (node: unknown) => unknown;
}

const maxAliasHops = 8;
const maxMerges = 8;

const collectAnchors = (document: Document): ReadonlyMap<string, unknown> => {
  const anchors = new Map<string, unknown>();
  visit(document, {
    Node: (_key, node) => {
      if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
    },
  });
  return anchors;
};

/** What may still be spent on parsing in one content. */
export interface Budget {
  left: number;
}

/** What one text and all of a content may cost: a cluster with its context and user has some 500 such characters. */
const maxCost = 128 << 10;
export const newBudget = (): Budget => ({ left: 512 << 10 });

/** Characters of texts that are known again. */
const remembered = 1 << 20;

/** Keys and certificates are one scalar each and cost a parser nothing; all other characters may be a node. */
const costOf = recently((text) => text.replaceAll(/[A-Za-z0-9+/=]{64,}/g, "").length + 64, remembered);

/** Deeper than anything that a person or a program writes for kubectl. */
const maxNesting = 64;

/** Dashes, question marks, keys, anchors, aliases or tags in a row. */
const row = /(?:(?:[-?]|[\w.-]{1,40}:|[&!*]\S{0,40})[ \t]+){64}/;

/** Whether brackets are opened, or what else nests is put in a row, more often than anybody means. */
const isTooDeep = recently((text) => {
  if (row.test(text)) return true;
  let depth = 0;
  for (const { 0: bracket } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxNesting) return true;
  }
  return false;
}, remembered);

/** Parses what the budget allows; what it does not is left to the line rule. */
export const parseWithin = (budget: Budget, source: Text): Tree | undefined => {
  const cost = costOf(source.text);
  if (cost > maxCost || cost > budget.left || isTooDeep(source.text)) return undefined;
  budget.left -= cost;
  return parseTree(source);
};

type Parsed = Omit<Tree, "source">;

/** Parses YAML, of which JSON is a part. Undefined where even the parser gives up, as on a hundred thousand brackets. */
const parseYaml = (text: string): Parsed | undefined => {
  try {
    const document = parseDocument(text, {
      logLevel: "silent",
      uniqueKeys: false,
      strict: false,
      merge: false,
      schema: "failsafe",
      prettyErrors: false,
      stringKeys: false,
    });
    const anchors = text.includes("&") ? collectAnchors(document) : new Map<string, unknown>();
    const resolve = (node: unknown): unknown => {
      let target = node;
      for (let hop = 0; hop < maxAliasHops && isAlias(target); hop++) target = anchors.get(target.source);
      return target;
    };
    return { root: document.contents, failed: document.errors.length > 0, resolve };
  } catch {
    return undefined;
  }
};

const parseOnce = recently(parseYaml, remembered);

const parseTree = (source: Text): Tree | undefined => {
  const parsed = parseOnce(source.text);
  return parsed && { source, ...parsed };
};

/** The pairs of a mapping in their order, then those that `<<` merges in. */
export const pairsOf = (tree: Tree, node: unknown, merges = maxMerges): readonly (readonly [string, unknown])[] => {
  const map = tree.resolve(node);
  if (!isMap(map)) return [];
  const own: (readonly [string, unknown])[] = [];
  const merged: (readonly [string, unknown])[] = [];
  for (const { key, value } of (map as YAMLMap).items) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined) continue;
    if (name !== "<<") own.push([name, value]);
    else if (merges > 0) merged.push(...mergedPairs(tree, value, merges - 1));
  }
  return [...own, ...merged];
};

const mergedPairs = (tree: Tree, value: unknown, merges: number): readonly (readonly [string, unknown])[] => {
  const target = tree.resolve(value);
  if (!isSeq(target)) return pairsOf(tree, target, merges);
  return target.items.slice(0, maxMerges).flatMap((item) => pairsOf(tree, item, Math.min(merges, 1)));
};

export const itemsOf = (tree: Tree, node: unknown): readonly unknown[] => {
  const list = tree.resolve(node);
  return isSeq(list) ? list.items : [];
};

const narrowed = (source: string, from: number, to: number, value: string): readonly [number, number] => {
  const firstWord = /\S{1,64}/.exec(value)?.[0];
  const first = firstWord === undefined ? -1 : source.slice(from, to).indexOf(firstWord);
  if (first === -1) return [from, to];
  const start = from + first;
  if (source.startsWith(value, start)) return [start, start + value.length];
  const lastWord = value.slice(-64).split(/\s+/).filter(Boolean).at(-1)!;
  const last = source.lastIndexOf(lastWord, to);
  return [start, last < start ? to : Math.min(to, last + lastWord.length)];
};

/** A scalar with text, and where exactly the value stands: quotes, block headers and indentation left out. */
export const scalarOf = (tree: Tree, node: unknown): Scalar | undefined => {
  const scalar = tree.resolve(node);
  if (!isScalar(scalar) || typeof scalar.value !== "string" || !scalar.range) return undefined;
  const value = scalar.value.trim();
  if (value === "") return undefined;
  const [start, end] = narrowed(tree.source.text, scalar.range[0], scalar.range[1], value);
  return { value, start: tree.source.at(start), end: tree.source.at(Math.max(start, end - 1)) + 1 };
};
