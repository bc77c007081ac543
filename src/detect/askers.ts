import type { Encoding, ImageForm } from "./encodings.ts";
import { type Literal, spanOf, type Target } from "./literals.ts";
import { countUnit, type Look, looksOf, type Sieves } from "./sieve/pack.ts";
import { wordsOf } from "./words.ts";

/** Who asked for each literal, as columns. */
export interface Askers {
  /** Per literal, u32 each: its bytes, those that decide whether it counts, where its rules begin in `rules`, their number with `askedByOthers`. */
  readonly rows: Buffer;
  /** Per literal, u32: where its first looks begin in `looks`, and their number × 2^24. */
  readonly looksOfLiteral: Buffer;
  /** Where the automaton begins (u32), the cell that it has reached behind the literal's first bytes, and their number (u16 each). */
  readonly looks: Buffer;
  /** Numbers of rules, u32. */
  readonly rules: Buffer;
  /** Parsers and decoders, i32 each: a literal's number and a packed target. */
  readonly others: Buffer;
}

/** Set in a row's last number when parsers or decoders asked for the literal, too. */
export const askedByOthers = 0x8000_0000;

/** Whoever is no rule. */
export type Other =
  | { readonly kind: "parser"; readonly parser: number }
  | { readonly kind: "image"; readonly image: ImageForm };

const encodings: readonly Encoding[] = ["utf16le", "utf16be", "base64", "hex"];

/** Parsers are packed as negative numbers, images as the others. */
const packed = (target: Exclude<Target, { kind: "rule" }>): number =>
  target.kind === "parser" ? -1 - target.parser : encodings.indexOf(target.image.encoding) * 4 + target.image.phase;

const unpacked = (target: number): Other =>
  target < 0
    ? { kind: "parser", parser: -1 - target }
    : { kind: "image", image: { encoding: encodings[target >> 2]!, phase: target & 3 } };

const lookBytes = 8;

const packLooks = (looks: readonly Look[]): Buffer => {
  const bytes = Buffer.alloc(looks.length * lookBytes);
  for (const [i, { start, cell, behind }] of looks.entries()) {
    bytes.writeUInt32LE(start, i * lookBytes);
    bytes.writeUInt16LE(cell, i * lookBytes + 4);
    bytes.writeUInt16LE(behind, i * lookBytes + 6);
  }
  return bytes;
};

export const collectAskers = (literals: readonly Literal[], sieves: Sieves): Askers => {
  const rows = new Uint32Array(literals.length * 4);
  const rules: number[] = [];
  const others: number[] = [];
  const looks: Look[] = [];
  const looksOfLiteral = literals.map(({ sieve, bytes, ignoreCase }) => {
    const own = looksOf(sieves, sieve, bytes, ignoreCase);
    looks.push(...own);
    return looks.length - own.length + own.length * countUnit;
  });
  literals.forEach((literal, i) => {
    const first = rules.length;
    const before = others.length;
    for (const target of literal.targets)
      if (target.kind === "rule") rules.push(target.rule);
      else others.push(i, packed(target));
    const count = rules.length - first + (others.length > before ? askedByOthers : 0);
    rows.set([literal.bytes.length, spanOf(literal), first, count], i * 4);
  });
  return {
    rows: Buffer.from(rows.buffer),
    looksOfLiteral: Buffer.from(Uint32Array.from(looksOfLiteral).buffer),
    looks: packLooks(looks),
    rules: Buffer.from(Uint32Array.from(rules).buffer),
    others: Buffer.from(Int32Array.from(others).buffer),
  };
};

/** Parsers and decoders by literal; read when the first of their literals is met. */
export const othersOf = ({ others }: Askers): ((literal: number) => readonly Other[]) => {
  let known: Map<number, Other[]> | undefined;
  const read = (): Map<number, Other[]> => {
    const byLiteral = new Map<number, Other[]>();
    const words = new Int32Array(wordsOf(others).buffer);
    for (let i = 0; i < words.length; i += 2) {
      const list = byLiteral.get(words[i]!);
      if (list === undefined) byLiteral.set(words[i]!, [unpacked(words[i + 1]!)]);
      else list.push(unpacked(words[i + 1]!));
    }
    return byLiteral;
  };
  return (literal) => {
    known ??= read();
    return known.get(literal) ?? [];
  };
};
