import type { Kernel } from "../kernel/kernel.ts";
import { hashBits, recordBytes, recordField } from "./literal-table.ts";
import { longestLiteral } from "./literals.ts";
import type { Prepared } from "./prepared.ts";
import { sieveReach } from "./sieve/reach.ts";
import { wordsOf } from "./words.ts";

export const copied = ({ heap }: Kernel, bytes: Buffer): number => {
  const address = heap.allocate(bytes.length + 1);
  heap.bytes().set(bytes, address);
  return address;
};

/** Writes each bucket's place by its hash. */
const loadBuckets = ({ heap }: Kernel, buckets: Buffer) => {
  const heads = heap.allocate(2 ** hashBits * 2);
  const spans = heap.allocate(buckets.length + 8);
  const memory = heap.bytes();
  const words = new Uint32Array(memory.buffer, spans, buckets.length / 4);
  const halves = new Uint16Array(memory.buffer, heads, 2 ** hashBits);
  const source = wordsOf(buckets);
  let next = 0;
  for (let at = 0; at < source.length; at += 2) {
    const hashed = source[at]!;
    const count = source[at + 1]!;
    halves[hashed] = at / 2;
    words[at] = next;
    words[at + 1] = count;
    next += count;
  }
  return { heads, spans };
};

/** Makes each candidate of its literal's record. */
const loadCandidates = ({ heap }: Kernel, candidates: Buffer, records: Buffer, texts: number): number => {
  const source = wordsOf(candidates);
  const from = wordsOf(records);
  const words = recordBytes / 4;
  const address = heap.allocate(source.length * recordBytes + recordBytes);
  const target = new Uint32Array(heap.bytes().buffer, address, source.length * words);
  for (let i = 0; i < source.length; i++) {
    const first = (source[i]! >>> 8) * words;
    const start = i * words;
    for (let word = 0; word < words; word++) target[start + word] = from[first + word]!;
    target[start + recordField.at / 4] = (source[i]! & 255) - 1;
    target[start + recordField.text / 4]! += texts;
  }
  return address;
};

/** Copies the tables of literals into the kernel's memory. */
export const loadTable = (kernel: Kernel, prepared: Prepared): void => {
  const { gate, buckets, candidates, records, texts } = prepared;
  const { heads, spans } = loadBuckets(kernel, buckets);
  kernel.heap.bytes().set(gate, kernel.gateTable());
  const candidatesAt = loadCandidates(kernel, candidates, records, copied(kernel, texts));
  const { automata, automatonStarts, sieveOfLiteral } = prepared;
  const [automataAt, startsAt, sievesAt] = [automata, automatonStarts, sieveOfLiteral].map((part) =>
    copied(kernel, part),
  );
  kernel.configureSieves(automataAt!, startsAt!, sievesAt!, sieveReach, longestLiteral);
  kernel.configureGate(heads, spans, candidatesAt);
};
