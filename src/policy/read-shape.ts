import { isMap, isScalar, isSeq, type Node } from "yaml";
import { closest } from "./closest.ts";
import { describe, isDate, type MapShape, type Shape, type Value } from "./shape.ts";
import type { Source } from "./yaml-document.ts";

/** A value with the offset at which it stands, so that later checks can point at it. */
export interface Placed {
  readonly value: Value;
  readonly at: number;
  /** Of a list or map: its parts. */
  readonly parts: ReadonlyMap<string | number, Placed>;
}

type Fail = Source["errorAt"];

const none: ReadonlyMap<string, Placed> = new Map();

const offset = (node: Node | null): number => node?.range?.[0] ?? 0;

const shown = (node: Node | null): string => {
  if (isMap(node)) return "a map";
  if (isSeq(node)) return "a list";
  const text = isScalar(node) ? (node.source ?? String(node.value)) : "nothing";
  return text === "" ? "nothing" : JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
};

/** What was written, also where YAML would read a number: `title: 2024` is a text. */
const textOf = (node: Node | null): string | undefined => {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === "string") return node.value;
  return typeof node.value === "number" || typeof node.value === "bigint" ? node.source : undefined;
};

const suggestion = (word: string, known: readonly string[]): string => {
  const meant = closest(word, known);
  return meant === undefined ? "" : ` (did you mean ${meant}?)`;
};

const readText = (text: string, shape: Shape): boolean => {
  if (shape.kind === "choice") return shape.choices.includes(text);
  if (shape.kind === "date") return isDate(text);
  if (shape.kind !== "text") return false;
  return text.length <= (shape.maxLength ?? Number.POSITIVE_INFINITY) && (shape.pattern?.test(text) ?? true);
};

const isGood = (value: unknown, shape: Shape): value is string | boolean | number => {
  if (shape.kind === "boolean") return typeof value === "boolean";
  if (shape.kind === "number") return typeof value === "number" && value >= shape.least && value <= shape.most;
  return typeof value === "string" && readText(value, shape);
};

const readScalar = (node: Node | null, shape: Shape, where: string, fail: Fail): Placed => {
  const plain = shape.kind === "boolean" || shape.kind === "number";
  const value = plain ? (isScalar(node) ? node.value : undefined) : textOf(node);
  if (isGood(value, shape)) return { value, at: offset(node), parts: none };
  const meant = shape.kind === "choice" && typeof value === "string" ? suggestion(value, shape.choices) : "";
  throw fail(offset(node), `${where} must be ${describe(shape)}, not ${shown(node)}${meant}`);
};

const readList = (node: Node | null, shape: Extract<Shape, { kind: "list" }>, where: string, fail: Fail): Placed => {
  if (!isSeq(node)) throw fail(offset(node), `${where} must be ${describe(shape)}, not ${shown(node)}`);
  const entries = node.items.map((item, index) => readShape(item as Node, shape.of, `${where}[${index}]`, fail));
  if (entries.length < (shape.minLength ?? 0)) throw fail(offset(node), `${where} must not be empty`);
  return { value: entries.map(({ value }) => value), at: offset(node), parts: new Map(entries.entries()) };
};

const readKey = (node: Node, shape: MapShape, where: string, fail: Fail): string => {
  const name = textOf(node);
  const known = Object.keys(shape.keys);
  if (name !== undefined && known.includes(name)) return name;
  const hint = name === undefined ? "" : suggestion(name, known);
  const place = where === "" ? "" : ` in ${where}`;
  throw fail(offset(node), `the key ${shown(node)} is unknown${place}${hint}: allowed are ${known.join(", ")}`);
};

const checkPresence = (
  parts: ReadonlyMap<string, Placed>,
  shape: MapShape,
  at: number,
  where: string,
  fail: Fail,
): void => {
  const missing = Object.keys(shape.keys).filter((name) => shape.keys[name]!.required === true && !parts.has(name));
  if (missing.length > 0) throw fail(at, `${where}: ${shape.called} needs ${missing.join(" and ")}`);
  if (shape.oneOf !== undefined && !shape.oneOf.some((name) => parts.has(name)))
    throw fail(at, `${where}: ${shape.called} needs at least one of ${shape.oneOf.join(", ")}`);
};

const readMap = (node: Node | null, shape: MapShape, where: string, fail: Fail): Placed => {
  if (!isMap(node)) throw fail(offset(node), `${where || "the file"} must be ${describe(shape)}, not ${shown(node)}`);
  const parts = new Map<string, Placed>();
  for (const pair of node.items) {
    const name = readKey(pair.key as Node, shape, where, fail);
    if (parts.has(name))
      throw fail(offset(pair.key as Node), `the key ${name} is there twice${where && ` in ${where}`}`);
    const inside = where === "" ? name : `${where}.${name}`;
    if (pair.value === null) throw fail(offset(pair.key as Node), `${inside} has no value`);
    parts.set(name, readShape(pair.value as Node, shape.keys[name]!.shape, inside, fail));
  }
  checkPresence(parts, shape, offset(node), where, fail);
  const value = Object.fromEntries([...parts].map(([name, placed]) => [name, placed.value]));
  return { value, at: offset(node), parts };
};

/** Checks a YAML node against its shape. `where` is its path, such as `ignores[2].reason`. */
export const readShape = (node: Node | null, shape: Shape, where: string, fail: Fail): Placed => {
  if (shape.kind === "map") return readMap(node, shape, where, fail);
  if (shape.kind === "list") return readList(node, shape, where, fail);
  return readScalar(node, shape, where, fail);
};
