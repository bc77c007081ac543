import type { Encoding, ImageForm } from "./encodings.ts";
import { type Literal, spanOf, type Target } from "./literals.ts";

/** Who asked for each literal, as columns. */
export interface Askers {
  /** Per literal, u32 each: its bytes, those that decide whether it counts, where its rules begin in `rules`, their number with `askedByOthers`. */
  readonly rows: Buffer;
  /** Per literal, u32: its sieve. */
  readonly sieveOfLiteral: Buffer;
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

export const collectAskers = (literals: readonly Literal[]): Askers => {
  const rows = new Uint32Array(literals.length * 4);
  const rules: number[] = [];
  const others: number[] = [];
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
    sieveOfLiteral: Buffer.from(Uint32Array.from(literals, ({ sieve }) => sieve).buffer),
    rules: Buffer.from(Uint32Array.from(rules).buffer),
    others: Buffer.from(Int32Array.from(others).buffer),
  };
};

/** A copy that begins at a multiple of four. */
export const wordsOf = (bytes: Buffer): Uint32Array =>
  new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));

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
