import { commonGrams } from "./common-grams.ts";
import { cases, isLetter } from "./letter-case.ts";
import type { Literal } from "./literals.ts";

const gramSize = 3;

/** Under jest each look at a global goes through its sandbox, and this one is taken a million times. */
const { imul } = Math;

/** As in src/kernel/assembly/scan.ts: 16 bits of three bytes. */
const hashBits = 16;
const hash3 = (a: number, b: number, c: number): number =>
  imul((a | (b << 8) | (c << 16)) << 8, 0x9e3779b1) >>> (32 - hashBits);

/** Likewise: where it is said which bytes may follow three. */
const gateBits = 20;
const gateSlot = (a: number, b: number, c: number): number => ((a & 0x7f) << 13) | ((b & 0x7f) << 6) | (c & 0x3f);

const everyByte = Array.from({ length: 256 }, (_, byte) => byte);

/** What a literal may show at an offset in it, which may lie outside: before it stands any byte, behind it what may follow. */
const bytesAt = ({ bytes, ignoreCase, followedBy }: Literal, offset: number): readonly number[] => {
  const known = bytes[offset];
  if (known !== undefined) return ignoreCase ? cases(known) : [known];
  return (offset === bytes.length ? followedBy : undefined) ?? everyByte;
};

/** By three bytes, letters in lower case: how often they occur, in arbitrary units, where that is often. */
const frequencies: ReadonlyMap<string, number> = new Map(
  Array.from({ length: commonGrams.length / gramSize }, (_, rank) => [
    commonGrams.slice(rank * gramSize, (rank + 1) * gramSize),
    20_000 / (rank + 20),
  ]),
);

/** Bytes that occur seldom in text, in twos and threes more so. */
const isRare = (byte: number): boolean => byte < 0x09 || byte > 0x7f || (byte > 0x0d && byte < 0x20);
const isUpper = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;

/** How often three bytes occur in text, in the same units. */
const frequencyOf = (gram: readonly number[]): number => {
  if (gram.some(isRare)) return 0;
  const frequency = frequencies.get(String.fromCharCode(...gram).toLowerCase()) ?? (gram.includes(0x20) ? 40 : 1);
  return gram.some(isUpper) ? frequency / 20 : frequency;
};

/** How often what a literal may show at an offset occurs in text. */
const costAt = (literal: Literal, offset: number): number => {
  const bytes = [0, 1, 2].map((i) => bytesAt(literal, offset + i));
  const isOpen = offset < 0 || offset + gramSize > literal.bytes.length;
  if (isOpen) return bytes.reduce((product, { length }) => product * length, 4);
  return frequencyOf(bytes.map((choices) => choices[0]!));
};

/** The same where the byte after those three is looked at, too. */
const weightAt = (literal: Literal, offset: number): number =>
  costAt(literal, offset) * (bytesAt(literal, offset + gramSize).length < everyByte.length ? 1 : 16);

/** Every second position is looked at: a literal is known by its rarest three bytes at an even offset in it, and at an odd one. */
const gramsOf = (literal: Literal): readonly number[] =>
  [0, 1].map((parity) => {
    let best = parity === 0 ? 0 : -1;
    for (let at = parity; at + gramSize <= literal.bytes.length + (literal.followedBy === undefined ? 0 : 1); at += 2)
      if (weightAt(literal, at) < weightAt(literal, best)) best = at;
    return best;
  });

interface Candidate {
  readonly literal: number;
  /** Offset in the literal, or -1. */
  readonly at: number;
}

/** Calls back with each sequence of three bytes that may stand at an offset of a literal. */
const forGramsAt = (literal: Literal, at: number, call: (a: number, b: number, c: number) => void): void => {
  const [second, third] = [bytesAt(literal, at + 1), bytesAt(literal, at + 2)];
  for (const a of bytesAt(literal, at)) for (const b of second) for (const c of third) call(a, b, c);
};

/** By literal: the offsets of its rarest bytes. */
type Grams = readonly (readonly number[])[];

const candidatesByHash = (literals: readonly Literal[], grams: Grams): ReadonlyMap<number, readonly Candidate[]> => {
  const byHash = new Map<number, Candidate[]>();
  literals.forEach((of, literal) => {
    if (of.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
    for (const at of grams[literal]!)
      forGramsAt(of, at, (a, b, c) => {
        const hashed = hash3(a, b, c);
        const list = byHash.get(hashed);
        const last = list?.at(-1);
        if (list === undefined) byHash.set(hashed, [{ literal, at }]);
        else if (last?.literal !== literal || last.at !== at) list.push({ literal, at });
      });
  });
  return byHash;
};

const foldedFlag = 0x8000_0000;
/** Bytes of a literal's record. */
export const recordBytes = 32;
/** Where a record names its text, and where its literal's first eight bytes stand. */
export const recordField = { text: 4, first: 8 } as const;

const lower = (byte: number): number => (isLetter(byte) ? byte | 0x20 : byte);

/** Writes a literal as `stands` of src/kernel/assembly/scan.ts reads it: but with its text by offset. */
const writeRecord = (into: Buffer, literal: number, { bytes, ignoreCase }: Literal, text: number): void => {
  const start = literal * recordBytes;
  into.writeUInt32LE(bytes.length + (ignoreCase ? foldedFlag : 0), start);
  into.writeUInt32LE(text, start + recordField.text);
  for (let i = 0; i < Math.min(8, bytes.length); i++) {
    const folds = ignoreCase && isLetter(bytes[i]!);
    into[start + recordField.first + i] = folds ? lower(bytes[i]!) : bytes[i]!;
    into[start + 16 + i] = folds ? 0x20 : 0;
    into[start + 24 + i] = 0xff;
  }
};

/** The bytes that may follow a literal's rarest three, by their low three bits. */
const gateOf = (literals: readonly Literal[], grams: Grams): Buffer => {
  const gate = Buffer.alloc(2 ** gateBits);
  for (const [i, literal] of literals.entries())
    for (const at of grams[i]!) {
      const followers = bytesAt(literal, at + gramSize).reduce((bits, byte) => bits | (1 << (byte & 7)), 0);
      forGramsAt(literal, at, (a, b, c) => {
        gate[gateSlot(a, b, c)]! |= followers;
      });
    }
  return gate;
};

/** The tables of src/kernel/assembly/scan.ts, before they have addresses: which bytes are worth an exact comparison, and with what. */
export interface LiteralTable {
  /** By three bytes: which low three bits a fourth one may have, one bit each. */
  readonly gate: Buffer;
  /** How many candidates each hash of three bytes has, u16 each. */
  readonly counts: Buffer;
  /** In the order of their hashes, u32 each: 256 × number of the literal + offset in it + 1. */
  readonly candidates: Buffer;
  /** One per literal. */
  readonly records: Buffer;
  readonly texts: Buffer;
}

/** Makes the tables: some hundred milliseconds of work, so for the rules of `patterns/` the build does it (build/tables.ts). */
export const buildLiteralTable = (literals: readonly Literal[]): LiteralTable => {
  const grams = literals.map(gramsOf);
  const byHash = candidatesByHash(literals, grams);
  const records = Buffer.alloc(literals.length * recordBytes);
  let text = 0;
  literals.forEach((literal, i) => {
    writeRecord(records, i, literal, text);
    text += literal.bytes.length;
  });
  const counts = new Uint16Array(2 ** hashBits);
  for (const [hashed, list] of byHash) counts[hashed] = list.length;
  const inOrder = [...byHash].sort(([a], [b]) => a - b).flatMap(([, list]) => list);
  const candidates = Uint32Array.from(inOrder, ({ literal, at }) => literal * 256 + at + 1);
  const texts = Buffer.concat(literals.map(({ bytes, ignoreCase }) => (ignoreCase ? bytes.map(lower) : bytes)));
  return {
    gate: gateOf(literals, grams),
    counts: Buffer.from(counts.buffer),
    candidates: Buffer.from(candidates.buffer),
    records,
    texts,
  };
};
