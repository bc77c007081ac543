import type { Kernel } from "../kernel/kernel.ts";
import { type Literal, spanOf } from "./literals.ts";

/**
 * A literal found, as one number that sorts by offset: `offset × 2^14 + literal`. Offsets stay below 2^39.
 */
export type Hit = number;
const literalBits = 2 ** 14;

export const hitAt = (offset: number, literal: number): Hit => offset * literalBits + literal;
export const offsetOf = (hit: Hit): number => Math.floor(hit / literalBits);
export const literalOf = (hit: Hit): number => hit % literalBits;

/** Finds literals in contents that lie in the kernel's memory; hits ascend by offset. */
export interface Gate {
  readonly find: (address: number, size: number) => Float64Array;
  /** Only where a delta brought something new; hits that lie within one of its copies may be among them. */
  readonly findNew: (address: number, size: number, segments: number, count: number) => Float64Array;
  /** Bytes of the longest literal with the run behind it. */
  readonly longest: number;
}

const fold = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

const cases = (byte: number, ignoreCase: boolean): readonly number[] => {
  const lower = fold(byte);
  return ignoreCase && lower >= 0x61 && lower <= 0x7a ? [lower, lower & ~0x20] : [byte];
};

/** How common a byte is in source text, coarsely: pairs of frequent bytes make poor gates. */
const commonness = (byte: number): number => {
  if (byte === 0x20 || byte === 0x0a || byte === 0x00) return 40;
  const letter = "etaoinsrlcdpumfghbyvwkxjqz".indexOf(String.fromCharCode(fold(byte)));
  if (letter >= 0) return (27 - letter) * (byte >= 0x61 ? 1 : 0.3);
  if (byte >= 0x30 && byte <= 0x39) return 6;
  return "-=\"'/*.,:_()".includes(String.fromCharCode(byte)) ? 10 : 2;
};

/** Where in a literal its rarest pair of bytes stands. */
const rarestPair = ({ bytes, ignoreCase }: Literal): number => {
  const weight = (byte: number) => cases(byte, ignoreCase).reduce((sum, variant) => sum + commonness(variant), 0);
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const cost = weight(bytes[at]!) * weight(bytes[at + 1]!);
    if (cost < bestCost) [best, bestCost] = [at, cost];
  }
  return best;
};

interface Candidate {
  readonly literal: number;
  readonly at: number;
}

/** Candidates by pair of bytes, the first byte in the low half as a little-endian load gives it. */
const candidatesByPair = (literals: readonly Literal[]): ReadonlyMap<number, readonly Candidate[]> => {
  const byPair = new Map<number, Candidate[]>();
  literals.forEach((literal, index) => {
    if (literal.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
    const at = rarestPair(literal);
    for (const first of cases(literal.bytes[at]!, literal.ignoreCase))
      for (const second of cases(literal.bytes[at + 1]!, literal.ignoreCase)) {
        const pair = first | (second << 8);
        byPair.set(pair, [...(byPair.get(pair) ?? []), { literal: index, at }]);
      }
  });
  return byPair;
};

const hitCapacity = 1 << 16;
const runUnit = 0x1_0000;
const foldedFlag = 0x8000_0000;

/** Writes the tables of src/kernel/assembly/scan.ts into the kernel's memory. */
const writeTables = (kernel: Kernel, literals: readonly Literal[]): number => {
  const byPair = candidatesByPair(literals);
  const candidateCount = [...byPair.values()].reduce((sum, list) => sum + list.length, 0);
  const { heap } = kernel;
  const gate = heap.allocate(65_536 * 2);
  const buckets = heap.allocate((byPair.size + 1) * 8);
  const candidates = heap.allocate(candidateCount * 16 + 16);
  const hits = heap.allocate(hitCapacity * 8);
  const texts = literals.map(({ bytes }) => heap.allocate(bytes.length));
  const memory = heap.bytes();
  memory.fill(0, gate, gate + 65_536 * 2);
  literals.forEach(({ bytes, ignoreCase }, i) => {
    memory.set(ignoreCase ? bytes.map(fold) : bytes, texts[i]!);
  });
  let bucket = 0;
  let next = 0;
  for (const [pair, list] of byPair) {
    bucket++;
    memory.writeUInt16LE(bucket, gate + pair * 2);
    memory.writeUInt32LE(next, buckets + bucket * 8);
    memory.writeUInt32LE(list.length, buckets + bucket * 8 + 4);
    for (const { literal, at } of list) {
      const { bytes, ignoreCase, run } = literals[literal]!;
      const address = candidates + next++ * 16;
      memory.writeUInt32LE(literal, address);
      memory.writeUInt32LE(at, address + 4);
      memory.writeUInt32LE(texts[literal]!, address + 8);
      memory.writeUInt32LE(bytes.length + run * runUnit + (ignoreCase ? foldedFlag : 0), address + 12);
    }
  }
  kernel.configure(gate, buckets, candidates, hits, hitCapacity);
  return hits;
};

const empty = new Float64Array(0);

/** Compiles literals into a gate: one per kernel. */
export const createGate = (kernel: Kernel, literals: readonly Literal[]): Gate => {
  const table = writeTables(kernel, literals);
  const longest = literals.reduce((length, literal) => Math.max(length, spanOf(literal)), 0);

  const collect = (count: number): Float64Array => {
    if (count === 0) return empty;
    const memory = kernel.heap.bytes();
    const words = new Uint32Array(memory.buffer, table, count * 2);
    const hits = new Float64Array(count);
    for (let i = 0; i < count; i++) hits[i] = hitAt(words[i * 2 + 1]!, words[i * 2]!);
    return hits.sort();
  };
  /** Halves a stretch until its hits fit the table; literals across the middle are found in the left half, once. */
  const findIn = (address: number, from: number, to: number): Float64Array => {
    const count = kernel.scan(address, from, to);
    if (count >= 0) return collect(count);
    const middle = Math.floor((from + to) / 2);
    const left = findIn(address, from, Math.min(to, middle + longest - 1));
    const right = findIn(address, middle, to);
    return Float64Array.from(new Set([...left, ...right])).sort();
  };
  return {
    longest,
    find: (address, size) => findIn(address, 0, size),
    findNew: (address, size, segments, count) => {
      const found = kernel.scanSegments(address, size, segments, count, longest - 1);
      return found >= 0 ? collect(found) : findIn(address, 0, size);
    },
  };
};
