import type { Kernel } from "../kernel/kernel.ts";
import type { Literal } from "./literals.ts";

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

/** By byte, for literals that heed case and those that do not: thousands of literals are weighed when a scan starts. */
const weights = ([false, true] as const).map((ignoreCase) =>
  Float64Array.from({ length: 256 }, (_, byte) =>
    cases(byte, ignoreCase).reduce((sum, variant) => sum + commonness(variant), 0),
  ),
);

/** Where in a literal its rarest pair of bytes stands. */
const rarestPair = ({ bytes, ignoreCase }: Literal): number => {
  const weight = weights[ignoreCase ? 1 : 0]!;
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const cost = weight[bytes[at]!]! * weight[bytes[at + 1]!]!;
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
        const candidate = { literal: index, at };
        const others = byPair.get(pair);
        if (others === undefined) byPair.set(pair, [candidate]);
        else others.push(candidate);
      }
  });
  return byPair;
};

const runUnit = 0x1_0000;
const foldedFlag = 0x8000_0000;

/** Writes the tables of src/kernel/assembly/scan.ts into the kernel's memory: which pairs of bytes are worth an exact comparison, and with what. */
export const writePairs = (kernel: Kernel, literals: readonly Literal[]): void => {
  const byPair = candidatesByPair(literals);
  const candidateCount = [...byPair.values()].reduce((sum, list) => sum + list.length, 0);
  const { heap } = kernel;
  const gate = heap.allocate(65_536 * 2);
  const buckets = heap.allocate((byPair.size + 1) * 8);
  const candidates = heap.allocate(candidateCount * 16 + 16);
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
  kernel.configureGate(gate, buckets, candidates);
};
