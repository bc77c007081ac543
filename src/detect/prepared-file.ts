import { readFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { engine } from "../engine.ts";
import { type Prepared, prepareWith } from "./prepared.ts";
import type { DocumentParser, Rule } from "./rule.ts";
import type { Sieves } from "./sieve/pack.ts";

const columns = [
  "gate",
  "counts",
  "candidates",
  "records",
  "texts",
  "rows",
  "rules",
  "others",
  "automata",
  "automatonStarts",
  "sieveOfRule",
  "looksOfLiteral",
  "looks",
] as const satisfies readonly (keyof Prepared)[];

/** Of the code and rules that it was made of. */
const nameBytes = 64;
const sizeBytes = 4;

/**
 * Writes what `readPrepared` reads: the length of the rest (u32), and deflated, which is read in a third of the time that Brotli takes (measured), a name, the
 * length of each column (u32), the columns.
 */
export const writePrepared = (prepared: Prepared, madeOf: string): Buffer => {
  const lengths = Uint32Array.from(columns, (column) => prepared[column].length);
  const parts = [Buffer.from(madeOf, "latin1"), Buffer.from(lengths.buffer), ...columns.map((name) => prepared[name])];
  const bytes = Buffer.concat(parts);
  const size = Buffer.alloc(sizeBytes);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([size, deflateRawSync(bytes, { level: 9 })]);
};

/** Undefined where the file was made of something else. */
export const readPrepared = (packed: Buffer, madeOf: string): Prepared | undefined => {
  const size = packed.readUInt32LE();
  const bytes = inflateRawSync(packed.subarray(sizeBytes), { chunkSize: Math.max(64, size + 1) }); // in one piece
  if (bytes.toString("latin1", 0, nameBytes) !== madeOf) return undefined;
  const prepared: Partial<Record<keyof Prepared, Buffer>> = {};
  let at = nameBytes + columns.length * 4;
  columns.forEach((column, i) => {
    const end = at + bytes.readUInt32LE(nameBytes + i * 4);
    prepared[column] = bytes.subarray(at, end);
    at = end;
  });
  return prepared as Prepared;
};

/** Beside the built modules. */
export const preparedName = "literals.bin";

/** The source takes what a build made of it; without one, or after a change, it prepares its rules when it starts. */
const preparedFolder = new URL(import.meta.url.endsWith(".ts") ? "../../dist/" : ".", import.meta.url);

/** Of the rules of `patterns/` with custom ones after them: nothing is told of those. */
const sievesAmong = (prepared: Prepared, own: number, custom: number): Sieves => ({
  ...prepared,
  sieveOfRule: Buffer.concat([prepared.sieveOfRule.subarray(0, own * 4), Buffer.alloc((custom + 1) * 4)]), // escapes come last
});

/** What the build prepared for the rules of `patterns/`; with others beside them their literals are prepared anew. */
export const preparedByBuild = (
  rules: readonly Rule[],
  customRules: readonly Rule[],
  parsers: readonly DocumentParser[],
): Prepared | undefined => {
  let packed: Buffer;
  try {
    packed = readFileSync(new URL(preparedName, preparedFolder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const prepared = readPrepared(packed, engine());
  if (prepared === undefined || customRules.length === 0) return prepared;
  const sieves = sievesAmong(prepared, rules.length, customRules.length);
  return prepareWith([...rules, ...customRules], parsers, sieves);
};
