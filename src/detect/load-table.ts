import type { Kernel } from "../kernel/kernel.ts";
import { recordBytes, recordField } from "./literal-table.ts";
import { longestLiteral } from "./literals.ts";
import type { Prepared } from "./prepared.ts";
import { sieveReach } from "./sieve/reach.ts";
import { wordsOf } from "./words.ts";

export const copied = ({ heap }: Kernel, bytes: Buffer): number => {
  const address = heap.allocate(bytes.length + 1);
  heap.bytes().set(bytes, address);
  return address;
};

/** Writes where each hash's candidates begin. */
const loadStarts = ({ heap }: Kernel, counts: Buffer): number => {
  const halves = new Uint16Array(Uint8Array.from(counts).buffer); // aligned
  const address = heap.allocate((halves.length + 1) * 4);
  const starts = new Uint32Array(heap.bytes().buffer, address, halves.length + 1);
  let next = 0;
  for (let hashed = 0; hashed < halves.length; hashed++) {
    starts[hashed] = next;
    next += halves[hashed]!;
  }
  starts[halves.length] = next;
  return address;
};

/** Bytes of a candidate in the kernel's memory. */
const candidateBytes = 12;

/** Writes beside each candidate what its literal begins with, without regard to case; 0 counts for any byte. */
const loadCandidates = ({ heap }: Kernel, candidates: Buffer, records: Buffer): number => {
  const source = wordsOf(candidates);
  const from = wordsOf(records);
  const address = heap.allocate(source.length * candidateBytes + 16);
  const target = new Uint32Array(heap.bytes().buffer, address, source.length * 3);
  const [first, counting] = [recordField.first / 4, recordField.first / 4 + 4];
  for (let i = 0, at = 0; i < source.length; i++, at += 3) {
    const record = (source[i]! >>> 8) * (recordBytes / 4);
    target[at] = from[record + first]! | (0x20202020 & from[record + counting]!);
    target[at + 1] = from[record + first + 1]! | (0x20202020 & from[record + counting + 1]!);
    target[at + 2] = source[i]!;
  }
  return address;
};

const loadRecords = (kernel: Kernel, records: Buffer, texts: number): number => {
  const address = copied(kernel, records);
  const words = new Uint32Array(kernel.heap.bytes().buffer, address, records.length / 4);
  for (let at = recordField.text / 4; at < words.length; at += recordBytes / 4) words[at]! += texts;
  return address;
};

/** Copies the tables of literals into the kernel's memory. */
export const loadTable = (kernel: Kernel, prepared: Prepared): void => {
  const { gate, counts, candidates, records, texts } = prepared;
  kernel.heap.bytes().set(gate, kernel.gateTable());
  kernel.configureGate(
    loadStarts(kernel, counts),
    loadCandidates(kernel, candidates, records),
    loadRecords(kernel, records, copied(kernel, texts)),
  );
  const [automata, looks, looksOfLiteral] = [prepared.automata, prepared.looks, prepared.looksOfLiteral].map((part) =>
    copied(kernel, part),
  );
  kernel.configureSieves(automata!, looks!, looksOfLiteral!, sieveReach, longestLiteral);
};
