import type { Kernel } from "../kernel/kernel.ts";
import { commonGrams } from "./common-grams.ts";
import type { Literal } from "./literals.ts";
import { type RunKind, runKinds } from "./rule.ts";

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

const gramSize = 3;

/** As in src/kernel/assembly/scan.ts: 20 bits of three bytes, and of four. */
const hashBits = 20;
const hash3 = (a: number, b: number, c: number): number =>
  Math.imul((a | (b << 8) | (c << 16)) << 8, 0x9e3779b1) >>> (32 - hashBits);
const quadBits = 20;
const hash4 = (a: number, b: number, c: number, d: number): number =>
  Math.imul(a | (b << 8) | (c << 16) | (d << 24), 0x9e3779b1) >>> (32 - quadBits);

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text, "latin1")];
const everyByte = Array.from({ length: 256 }, (_, byte) => byte);

const alphabets: Readonly<Record<RunKind, readonly number[]>> = {
  token: bytesOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"),
  hex: bytesOf("0123456789abcdef"),
  digits: bytesOf("0123456789"),
  base32: bytesOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
};

/** Lower case first. */
const cases = (byte: number): readonly number[] => (isLetter(byte) ? [byte | 0x20, byte & ~0x20] : [byte]);

/** What a literal may show at an offset in it, which may lie outside: before it stands any byte, behind it what its run allows. */
const bytesAt = ({ bytes, ignoreCase, run }: Literal, offset: number): readonly number[] => {
  const known = bytes[offset];
  if (known !== undefined) return ignoreCase ? cases(known) : [known];
  return offset >= 0 && offset < bytes.length + run.length ? alphabets[run.of] : everyByte;
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

/** Every second position is looked at: a literal is known by its rarest three bytes at an even offset in it, and at an odd one. */
const gramsOf = (literal: Literal): readonly number[] =>
  [0, 1].map((parity) => {
    let best = parity === 0 ? 0 : -1;
    for (let at = parity; at + gramSize <= literal.bytes.length + Math.min(literal.run.length, 1); at += 2)
      if (costAt(literal, at) < costAt(literal, best)) best = at;
    return best;
  });

interface Candidate {
  readonly literal: number;
  /** Offset in the literal, or -1. */
  readonly at: number;
}

/** Calls back with the hash of each sequence of three that may stand at an offset of a literal. */
const forHashesAt = (literal: Literal, at: number, call: (hashed: number) => void): void => {
  const [second, third] = [bytesAt(literal, at + 1), bytesAt(literal, at + 2)];
  for (const a of bytesAt(literal, at)) for (const b of second) for (const c of third) call(hash3(a, b, c));
};

/** The same for each sequence of four. */
const forQuadsAt = (literal: Literal, at: number, call: (hashed: number) => void): void => {
  const [second, third, fourth] = [bytesAt(literal, at + 1), bytesAt(literal, at + 2), bytesAt(literal, at + 3)];
  for (const a of bytesAt(literal, at))
    for (const b of second) for (const c of third) for (const d of fourth) call(hash4(a, b, c, d));
};

const candidatesByHash = (literals: readonly Literal[]): ReadonlyMap<number, readonly Candidate[]> => {
  const byHash = new Map<number, Candidate[]>();
  literals.forEach((of, literal) => {
    if (of.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
    for (const at of gramsOf(of))
      forHashesAt(of, at, (hashed) => {
        const list = byHash.get(hashed);
        if (list === undefined) byHash.set(hashed, [{ literal, at }]);
        else if (list.at(-1)!.literal !== literal || list.at(-1)!.at !== at) list.push({ literal, at });
      });
  });
  return byHash;
};

const foldedFlag = 0x8000_0000;
const digitFlag = 0x4000_0000;
const kindUnit = 0x1000;
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
  const flags = (ignoreCase ? foldedFlag : 0) + (run.hasDigit ? digitFlag : 0);
  memory.fill(0, address, address + candidateBytes);
  memory.writeUInt32LE(literal, address);
  memory.writeInt32LE(at, address + 4);
  memory.writeUInt32LE(bytes.length + runKinds.indexOf(run.of) * kindUnit + run.length * runUnit + flags, address + 8);
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
    for (const at of gramsOf(literal))
      forQuadsAt(literal, at, (hashed) => {
        memory[quads + (hashed >> 3)]! |= 1 << (hashed & 7);
      });
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
