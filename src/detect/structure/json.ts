import type { Scalar, Text } from "./text.ts";

/** A value of JSON, strings with the place of what stands between their quotes. */
export type JsonNode =
  | ({ readonly kind: "string" } & Scalar)
  | { readonly kind: "object"; readonly entries: readonly JsonEntry[]; readonly start: number; readonly end: number }
  | { readonly kind: "array"; readonly items: readonly JsonNode[]; readonly start: number; readonly end: number }
  | { readonly kind: "literal"; readonly value: string };

export interface JsonEntry {
  readonly key: string;
  readonly node: JsonNode;
}

export type JsonObject = Extract<JsonNode, { kind: "object" }>;

/** What a document may hold before it is no longer read to its end; nothing that carries credentials is nearly as large. */
const maxNodes = 400_000;
const maxDepth = 128;

interface OpenObject {
  readonly kind: "object";
  readonly entries: JsonEntry[];
  readonly start: number;
  end: number;
}

interface OpenArray {
  readonly kind: "array";
  readonly items: JsonNode[];
  readonly start: number;
  end: number;
}

type Open = OpenObject | OpenArray;

const after = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
};

/** Skips white space, commas, a byte order mark, and the comments that editors' settings carry. */
const skipBlank = (text: string, from: number): number => {
  let at = from;
  for (;;) {
    const char = text.charCodeAt(at);
    if (char <= 0x20 || char === 0x2c || char === 0xef || char === 0xbb || char === 0xbf) at++;
    else if (char === 0x2f && text[at + 1] === "/") at = after(text, "\n", at);
    else if (char === 0x2f && text[at + 1] === "*") at = after(text, "*/", at + 2);
    else return at;
  }
};

const literalLength = (text: string, at: number): number => /^[\w.+-]{0,400}/.exec(text.slice(at, at + 400))![0].length;

const endOfString = (text: string, open: number): number => {
  for (let at = open + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x22) return at;
    if (char === 0x5c) at++;
  }
  return -1;
};

const unescaped = (raw: string): string => {
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(`"${raw.replaceAll(/[\0-\x1f]/g, " ")}"`) as string;
  } catch {
    return raw;
  }
};

/** Where reading stands. Containers that are open stand on a stack, so that no depth costs a call. */
interface Reading {
  readonly source: Text;
  at: number;
  readonly stack: Open[];
  key: string | undefined;
  nodes: number;
  root: JsonNode | undefined;
}

const add = (reading: Reading, node: JsonNode): void => {
  reading.nodes++;
  const parent = reading.stack.at(-1);
  if (parent === undefined) reading.root = node;
  else if (parent.kind === "array") parent.items.push(node);
  else if (reading.key !== undefined) parent.entries.push({ key: reading.key, node });
  reading.key = undefined;
};

const openContainer = (reading: Reading, char: string): boolean => {
  const start = reading.source.at(reading.at++);
  const open: Open =
    char === "{" ? { kind: "object", entries: [], start, end: start } : { kind: "array", items: [], start, end: start };
  add(reading, open);
  reading.stack.push(open);
  return reading.stack.length <= maxDepth;
};

const closeContainer = (reading: Reading): boolean => {
  const open = reading.stack.pop();
  if (open !== undefined) open.end = reading.source.at(reading.at) + 1;
  reading.at++;
  return open !== undefined;
};

const takeKey = (reading: Reading, key: string): boolean => {
  reading.at = skipBlank(reading.source.text, reading.at);
  if (reading.source.text[reading.at] !== ":") return false;
  reading.key = key;
  reading.at++;
  return true;
};

const takeString = (reading: Reading): boolean => {
  const { source, at: open } = reading;
  const close = endOfString(source.text, open);
  if (close === -1) return false;
  const value = unescaped(source.text.slice(open + 1, close));
  reading.at = close + 1;
  if (reading.stack.at(-1)?.kind === "object" && reading.key === undefined) return takeKey(reading, value);
  const start = source.at(open + 1);
  add(reading, { kind: "string", value, start, end: close > open + 1 ? source.at(close - 1) + 1 : start });
  return true;
};

const takeLiteral = (reading: Reading): boolean => {
  const end = reading.at + literalLength(reading.source.text, reading.at);
  if (end === reading.at) return false;
  add(reading, { kind: "literal", value: reading.source.text.slice(reading.at, end) });
  reading.at = end;
  return true;
};

/** Takes one token; false where the text is no longer JSON. */
const step = (reading: Reading): boolean => {
  reading.at = skipBlank(reading.source.text, reading.at);
  const char = reading.source.text[reading.at];
  if (char === "{" || char === "[") return openContainer(reading, char);
  if (char === "}" || char === "]") return closeContainer(reading);
  return char === '"' ? takeString(reading) : takeLiteral(reading);
};

/**
 * Reads the JSON that begins at an index, with comments and commas as editors allow them. What is cut off, damaged or too
 * large gives what stood before. Linear, without recursion.
 */
export const readJson = (source: Text, from = 0): JsonNode | undefined => {
  const reading: Reading = { source, at: from, stack: [], key: undefined, nodes: 0, root: undefined };
  while (step(reading) && reading.stack.length > 0 && reading.nodes < maxNodes);
  for (const open of reading.stack) open.end = source.at(reading.at);
  return reading.root;
};

/** The first member of an object with that name. */
export const memberOf = (node: JsonNode | undefined, ...names: readonly string[]): JsonNode | undefined =>
  node?.kind === "object" ? node.entries.find(({ key }) => names.includes(key))?.node : undefined;

/** The first member with one of the names that is a string with text in it. */
export const stringOf = (
  node: JsonNode | undefined,
  ...names: readonly string[]
): Extract<JsonNode, { kind: "string" }> | undefined => {
  if (node?.kind !== "object") return undefined;
  for (const { key, node: member } of node.entries)
    if (names.includes(key) && member.kind === "string" && member.value !== "") return member;
  return undefined;
};

export const textOf = (node: JsonNode | undefined, ...names: readonly string[]): string | undefined =>
  stringOf(node, ...names)?.value;

/** A step of a key path: `a.b`, `a["ghcr.io"]`, `a[3]`. */
const stepOf = (key: string | number): string => {
  if (typeof key === "number") return `[${key}]`;
  return /^[\w$-]+$/.test(key) ? `.${key}` : `["${key}"]`;
};

/** The path of a member of what stands at a path. */
export const below = (path: string, key: string | number): string => `${path}${stepOf(key)}`.replace(/^\./, "");

export interface Placed {
  readonly node: JsonNode;
  readonly path: string;
}

/** Long paths are hostile or nobody's to read. */
const longestPath = 300;

const childrenOf = ({ node, path }: Placed): readonly Placed[] => {
  const place = (child: JsonNode, key: string | number): Placed => ({
    node: child,
    path: path.length > longestPath ? path : below(path, key),
  });
  if (node.kind === "object") return node.entries.map(({ key, node: child }) => place(child, key));
  return node.kind === "array" ? node.items.map(place) : [];
};

/** All nodes below and with one, in the order of the document. */
export function* walkJson(root: JsonNode | undefined): Generator<Placed> {
  if (root === undefined) return;
  const waiting: Placed[] = [{ node: root, path: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const children = childrenOf(next);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!);
  }
}
