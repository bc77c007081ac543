import { allIn, textIn, type View } from "../view.ts";
import type { Service } from "./services.ts";
import { serviceInName, serviceInText } from "./spot.ts";

/** Where a word stood that named a service. */
export type NamedBy = "name" | "key path" | "nearby" | "import";

export interface NamedService {
  readonly service: Service;
  readonly by: NamedBy;
}

const pathReach = 2500;
const mostLines = 80;
const nearReach = 600;
const nearLines = 6;
/** Of what a prover may see, the beginning: imports stand at the head of a file. */
const importReach = 16_384;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0d;

const indentOf = (line: string): number => {
  let at = 0;
  while (at < line.length && isBlank(line.charCodeAt(at))) at++;
  return at;
};

/** What a line that opens a block calls it: a key, a section, an element; else undefined. */
const blockName = (line: string): string | undefined =>
  /^\s*(?:provider|resource|data|module)\s+"([\w-]{2,60})"/.exec(line)?.[1] ??
  /^\s*(?:-\s+)?["']?([\w.$-]{2,60})["']?\s*(?:[:=]|=>)/.exec(line)?.[1] ??
  /^\s*\[{1,2}["']?([\w. :"'-]{2,60}?)["']?\]{1,2}/.exec(line)?.[1] ??
  /^\s*<([\w:.-]{2,60})/.exec(line)?.[1];

const serviceOfBlock = (line: string): Service | undefined => {
  const name = blockName(line);
  return (name === undefined ? undefined : serviceInName(name)?.service) ?? serviceInText(line);
};

/** The lines that a line stands under, nearest first: less and less indented, or the section's head above. */
function* enclosing(lines: readonly string[], indent: number): Generator<string> {
  let inner = indent;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - mostLines); at--) {
    const line = lines[at]!;
    const outer = indentOf(line);
    if (outer === line.length || outer > inner) continue;
    const isHead = line[outer] === "[" && /^\[[^\]]+\]\s*$/.test(line.slice(outer));
    if (outer === inner && !isHead) continue;
    yield line;
    if (isHead) return;
    inner = outer;
  }
}

const imports =
  /^\s*(?:import|from|using|use|require|include|#include|@import|(?:const|let|var)\s[^\n]{0,80}require\()[^\n]{0,200}$/gm;

const imported = (text: string): Service | undefined => {
  const found = new Set<Service>();
  for (const [line] of text.matchAll(imports)) {
    const service = serviceInText(line);
    if (service !== undefined) found.add(service);
  }
  return found.size === 1 ? [...found][0] : undefined;
};

/** A content with many candidates is searched for imports once. */
const known = new WeakMap<View, Service | "none">();

const byImports = (content: View): Service | undefined => {
  const bytes = allIn(content);
  const found = known.get(content) ?? imported(bytes.toString("latin1", 0, importReach)) ?? "none";
  known.set(content, found);
  return found === "none" ? undefined : found;
};

/** Lines around, nearest first. */
const byNeighbours = (above: readonly string[], line: string, below: readonly string[]): Service | undefined => {
  const own = serviceInText(line);
  if (own !== undefined) return own;
  for (let distance = 1; distance <= nearLines; distance++) {
    const service = serviceInText(above.at(-distance) ?? "") ?? serviceInText(below[distance - 1] ?? "");
    if (service !== undefined) return service;
  }
  return undefined;
};

/** Where a value stands: a stretch of its content, Latin-1. */
export interface Place {
  readonly content: View;
  /** Offsets of the name's first byte and of the byte after the value. */
  readonly nameStart: number;
  readonly end: number;
}

/** The lines before a place and its own up to it. */
const linesBefore = ({ content, nameStart }: Place): readonly [lines: readonly string[], own: string] => {
  const lines = textIn(content, nameStart - pathReach, nameStart).split("\n");
  const own = lines.pop()!;
  return [lines, own];
};

/** A name at its line's start stands under what is less indented; elsewhere on it, under the line itself too. */
const indentWithin = (own: string): number => Math.max(indentOf(own), /^\s*["'-]?\s*$/.test(own) ? 0 : 1);

/** Names of the blocks that a place stands in, nearest first. */
export const blocksAround = (place: Place): readonly string[] => {
  const [lines, own] = linesBefore(place);
  const opened = /["']?([\w.$-]{2,60})["']?\s{0,4}[:=]\s{0,4}\{[^{}]*$/.exec(own)?.[1];
  return [opened ?? "", ...[own, ...enclosing(lines, indentWithin(own))].map((line) => blockName(line) ?? "")];
};

/** The service whose key stands under a block of its name. */
export const serviceOfPath = (place: Place): NamedService | undefined => {
  const [lines, own] = linesBefore(place);
  const onLine = serviceInText(own);
  if (onLine !== undefined) return { service: onLine, by: "key path" };
  for (const line of enclosing(lines, indentWithin(own))) {
    const service = serviceOfBlock(line);
    if (service !== undefined) return { service, by: "key path" };
  }
  return undefined;
};

/** The service that lines around a value speak of, or the only one that its file imports. */
export const serviceAround = ({ content, nameStart, end }: Place): NamedService | undefined => {
  const above = textIn(content, nameStart - nearReach, nameStart).split("\n");
  const below = textIn(content, end, end + nearReach).split("\n");
  const line = `${above.pop()} ${below.shift()}`;
  const near = byNeighbours(above, line, below);
  if (near !== undefined) return { service: near, by: "nearby" };
  const service = byImports(content);
  return service === undefined ? undefined : { service, by: "import" };
};
