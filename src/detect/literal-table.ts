import type { Kernel } from "../kernel/kernel.ts";
import { commonGrams } from "./common-grams.ts";
import type { Literal } from "./literals.ts";

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

const gramSize = 3;

/** As in src/kernel/assembly/scan.ts: letters in lower case, and some others changed likewise. */
const folded = (byte: number): number => byte | ((byte >> 1) & 0x20);

/** As there: 18 bits of three folded bytes, and 20 bits of four. */
const hashBits = 18;
const hash3 = (a: number, b: number, c: number): number =>
  Math.imul((a | (b << 8) | (c << 16)) << 8, 0x9e3779b1) >>> (32 - hashBits);
const quadBits = 20;
const hash4 = (a: number, b: number, c: number, d: number): number =>
  Math.imul(a | (b << 8) | (c << 16) | (d << 24), 0x9e3779b1) >>> (32 - quadBits);

/** Bytes as hashes see them: all, and letters, digits, `_` and `-`. */
const anyByte = [...new Set(Array.from({ length: 256 }, (_, byte) => folded(byte)))];
const runByte = [
  ...new Set(Array.from("abcdefghijklmnopqrstuvwxyz0123456789_-", (char) => folded(char.charCodeAt(0)))),
];

/** What a literal shows at an offset in it, which may lie outside: before it stands any byte, behind it what its run allows. */
const bytesAt = ({ bytes, run }: Literal, offset: number): readonly number[] => {
  const known = bytes[offset];
  if (known !== undefined) return [folded(known)];
  return offset >= 0 && offset < bytes.length + run ? runByte : anyByte;
};

/** By three folded bytes: how often they occur, in arbitrary units, where that is often. */
const frequencies: ReadonlyMap<string, number> = new Map(
  Array.from({ length: commonGrams.length / gramSize }, (_, rank) => [
    commonGrams.slice(rank * gramSize, (rank + 1) * gramSize),
    20_000 / (rank + 20),
  ]),
);

/** Bytes that occur seldom in text, in twos and threes more so. */
const isRare = (byte: number): boolean => byte < 0x09 || byte > 0x7f || (byte > 0x0d && byte < 0x20);

/** How often what a literal may show at an offset occurs in text, in the same units. */
const costAt = (literal: Literal, offset: number): number => {
  const bytes = [0, 1, 2].map((i) => bytesAt(literal, offset + i));
  const open = bytes.reduce((product, { length }) => product * length, 1);
  if (open > 1) return open * 4;
  const gram = bytes.map(([byte]) => byte!);
  if (gram.some(isRare)) return 0;
  return frequencies.get(String.fromCharCode(...gram)) ?? (gram.includes(0x20) || gram.includes(0x0a) ? 40 : 1);
};

/** Every second position is looked at: a literal is known by its rarest three bytes at an even offset in it, and at an odd one. */
const gramsOf = (literal: Literal): readonly number[] =>
  [0, 1].map((parity) => {
    let best = parity === 0 ? 0 : -1;
    for (let at = parity; at + gramSize <= literal.bytes.length + Math.min(literal.run, 1); at += 2)
      if (costAt(literal, at) < costAt(literal, best)) best = at;
    return best;
  });

interface Candidate {
  readonly literal: number;
  /** Offset in the literal, or -1. */
  readonly at: number;
}

/** All sequences that may stand at an offset of a literal, as hashes. */
const hashesAt = (literal: Literal, at: number): readonly number[] => {
  const [first, second, third] = [0, 1, 2].map((i) => bytesAt(literal, at + i)) as [number[], number[], number[]];
  return first.flatMap((a) => second.flatMap((b) => third.map((c) => hash3(a, b, c))));
};

const quadsAt = (literal: Literal, at: number): readonly number[] => {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((i) => bytesAt(literal, at + i)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  return first.flatMap((a) => second.flatMap((b) => third.flatMap((c) => fourth.map((d) => hash4(a, b, c, d)))));
};

const candidatesByHash = (literals: readonly Literal[]): ReadonlyMap<number, readonly Candidate[]> => {
  const byHash = new Map<number, Candidate[]>();
  literals.forEach((of, literal) => {
    if (of.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
    for (const at of gramsOf(of))
      for (const hashed of new Set(hashesAt(of, at))) {
        const list = byHash.get(hashed);
        if (list === undefined) byHash.set(hashed, [{ literal, at }]);
        else list.push({ literal, at });
      }
  });
  return byHash;
};

const foldedFlag = 0x8000_0000;
const runUnit = 0x1_0000;
const candidateBytes = 40;

const lower = (byte: number): number => (isLetter(byte) ? byte | 0x20 : byte);

/** Writes a candidate as `tryAt` of src/kernel/assembly/scan.ts reads it. */
const writeCandidate = (
  memory: Buffer,
  address: number,
  { literal, at }: Candidate,
  of: Literal,
  text: number,
): void => {
  const { bytes, ignoreCase, run } = of;
  memory.fill(0, address, address + candidateBytes);
  memory.writeUInt32LE(literal, address);
  memory.writeInt32LE(at, address + 4);
  memory.writeUInt32LE(bytes.length + run * runUnit + (ignoreCase ? foldedFlag : 0), address + 8);
  memory.writeUInt32LE(text, address + 12);
  for (let i = 0; i < Math.min(8, bytes.length); i++) {
    const folds = ignoreCase && isLetter(bytes[i]!);
    memory[address + 16 + i] = folds ? lower(bytes[i]!) : bytes[i]!;
    memory[address + 24 + i] = folds ? 0x20 : 0;
    memory[address + 32 + i] = 0xff;
  }
};

/** Writes the tables of src/kernel/assembly/scan.ts into the kernel's memory: which bytes are worth an exact comparison, and with what. */
export const writeLiterals = (kernel: Kernel, literals: readonly Literal[]): void => {
  const byHash = candidatesByHash(literals);
  const candidateCount = [...byHash.values()].reduce((sum, list) => sum + list.length, 0);
  const { heap } = kernel;
  const grams = heap.allocate(2 ** hashBits / 8);
  const quads = heap.allocate(2 ** quadBits / 8);
  const heads = heap.allocate(2 ** hashBits * 2);
  const buckets = heap.allocate(byHash.size * 8 + 8);
  const candidates = heap.allocate(candidateCount * candidateBytes + candidateBytes);
  const texts = literals.map(({ bytes }) => heap.allocate(bytes.length));
  const memory = heap.bytes();
  memory.fill(0, grams, grams + 2 ** hashBits / 8);
  memory.fill(0, quads, quads + 2 ** quadBits / 8);
  literals.forEach((literal, i) => {
    const { bytes, ignoreCase } = literal;
    for (const hashed of gramsOf(literal).flatMap((at) => quadsAt(literal, at)))
      memory[quads + (hashed >> 3)]! |= 1 << (hashed & 7);
    memory.set(ignoreCase ? bytes.map(lower) : bytes, texts[i]!);
  });
  let bucket = 0;
  let next = 0;
  for (const [hashed, list] of byHash) {
    memory[grams + (hashed >> 3)]! |= 1 << (hashed & 7);
    memory.writeUInt16LE(bucket, heads + hashed * 2);
    memory.writeUInt32LE(next, buckets + bucket * 8);
    memory.writeUInt32LE(list.length, buckets + bucket * 8 + 4);
    bucket++;
    for (const candidate of list) {
      const { literal } = candidate;
      writeCandidate(memory, candidates + next++ * candidateBytes, candidate, literals[literal]!, texts[literal]!);
    }
  }
  kernel.configureGate(grams, quads, heads, buckets, candidates);
};
