import { isAlias, isScalar, LineCounter, type Node, type ParsedNode, parseDocument, visit } from "yaml";
import { UsageError } from "../usage-error.ts";

/** Nobody writes a configuration of a mebibyte. */
export const maxConfiguration = 1 << 20;

const maxDepth = 20;

/** A parsed file that can say where in it something stands. */
export interface Source {
  /** Undefined for an empty file. */
  readonly root: ParsedNode | undefined;
  /** An error about an offset: `FILE:LINE:COLUMN: problem`. */
  readonly errorAt: (offset: number, problem: string, cause?: unknown) => UsageError;
}

/** YAML nests by indentation or brackets: both are counted, before a parser that recurses sees them. */
const nestsTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const char of text) {
    if (char === "[" || char === "{") depth++;
    else if ((char === "]" || char === "}") && depth > 0) depth--;
    if (depth > 200) return true;
  }
  return /^(?: *[-?] ?){50}/m.test(text);
};

const parse = (text: string, file: string, lines: LineCounter) => {
  if (nestsTooDeep(text)) throw new UsageError(`${file}: it nests too deep`);
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, version: "1.2" });
  } catch (cause) {
    throw new UsageError(`${file}: it cannot be parsed as YAML`, { cause });
  }
};

const refuseTricks = (root: Node, errorAt: Source["errorAt"]): void => {
  visit(root, (_key, node, path) => {
    if (path.length > maxDepth * 2) throw errorAt(offsetOf(node as Node), "it nests too deep");
    if (isAlias(node)) throw errorAt(offsetOf(node), "aliases are not allowed: write the value itself");
  });
};

const offsetOf = (node: Node): number => node.range?.[0] ?? 0;

/** Parses hostile YAML: no aliases, bounded size and depth. Duplicate keys are left to the reader, which is not quadratic. Throws a UsageError with line and column. */
export const parseYaml = (text: string, file: string): Source => {
  if (text.length > maxConfiguration)
    throw new UsageError(`${file}: it is larger than ${maxConfiguration} bytes, which no configuration is`);
  const lines = new LineCounter();
  const document = parse(text, file, lines);
  const errorAt = (offset: number, problem: string, cause?: unknown): UsageError => {
    const { line, col } = lines.linePos(offset);
    return new UsageError(`${file}:${line}:${col}: ${problem}`, { cause });
  };
  const [error] = document.errors;
  if (error !== undefined) throw errorAt(error.pos[0], error.message.split("\n", 1)[0]!.slice(0, 200), error);
  const { contents } = document;
  const root = contents === null || (isScalar(contents) && contents.source === "") ? undefined : contents;
  if (root !== undefined) refuseTricks(root, errorAt);
  return { root, errorAt };
};
