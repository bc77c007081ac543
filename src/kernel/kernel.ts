import { readFileSync } from "node:fs";
import { createHeap, type Heap } from "./heap.ts";

/** What the WebAssembly module offers (src/kernel/assembly). Addresses and sizes are bytes of its memory. */
interface Exports {
  readonly inflate: (source: number, sourceLength: number, target: number, size: number) => number;
  readonly deltaResultSize: (delta: number, deltaLength: number, baseLength: number) => number;
  readonly applyDelta: (
    base: number,
    baseLength: number,
    delta: number,
    deltaLength: number,
    target: number,
    size: number,
    segments: number,
  ) => number;
  readonly gateTable: () => number;
  readonly configureGate: (starts: number, candidates: number, records: number) => void;
  readonly configureSieves: (automata: number, looks: number, ofLiterals: number, reach: number, near: number) => void;
  readonly configureRules: (literals: number, ruleList: number, rules: number, open: number, nearby: number) => void;
  readonly configureKnown: (table: number, bits: number, key0: bigint, key1: bigint) => void;
  readonly markOf: (first: bigint, second: bigint, at: number, end: number) => bigint;
  readonly remember: (mark: bigint) => void;
  readonly configureResults: (fresh: number, hits: number, origins: number, regions: number, capacity: number) => void;
  readonly visitContent: (
    content: number,
    size: number,
    baseHits: number,
    baseCount: number,
    baseSize: number,
    segments: number,
    segmentCount: number,
  ) => number;
  readonly regionCount: () => number;
  /** 0 or 1. */
  readonly hasSpecial: () => number;
  readonly configureHistory: (
    ids: number,
    idBytes: number,
    starts: number,
    recent: number,
    wanted: number,
    seed: number,
  ) => void;
  readonly readTree: (tree: number, size: number, place: number, into: number) => number;
  readonly readCommit: (commit: number, size: number, place: number, into: number) => number;
}

export interface Kernel extends Exports {
  readonly heap: Heap;
}

const pageSize = 65_536;
/** Below this address the module keeps its tables: a quarter of a megabyte, and the gate's megabyte behind it. */
const reserved = (256 << 10) + (1 << 20);
const maxPages = 65_536;

let compiled: WebAssembly.Module | undefined;

const compile = (): WebAssembly.Module => {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("kernel.wasm", import.meta.url)));
  return compiled;
};

/** An instance with memory of its own: one per thread. */
export const createKernel = (): Kernel => {
  const memory = new WebAssembly.Memory({ initial: (16 << 20) / pageSize, maximum: maxPages });
  const abort = (): never => {
    throw new Error("the kernel aborted");
  };
  const { exports } = new WebAssembly.Instance(compile(), { env: { memory, abort } });
  return { ...(exports as unknown as Exports), heap: createHeap(memory, reserved) };
};
