import { readFileSync } from "node:fs";
import { createHeap, type Heap } from "./heap.ts";

/** Unpacks one DEFLATE stream after the other (src/kernel/assembly/deflate.ts). */
export interface Deflate {
  readonly beginDeflate: () => void;
  readonly continueDeflate: (
    from: number,
    until: number,
    fastEnd: number,
    window: number,
    target: number,
    soft: number,
  ) => number;
  readonly inputAt: () => number;
  readonly outputAt: () => number;
}

/** What the WebAssembly module offers (src/kernel/assembly). Addresses and sizes are bytes of its memory. */
interface Exports extends Deflate {
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
/** Of the module's own tables, but for the gate's megabyte behind them. */
const tables = 256 << 10;
const reserved = tables + (1 << 20);
const maxPages = 65_536;

/** Behind what is inflated, and behind what it is inflated from: room for the kernel's wide loads and stores. */
export const slack = 304;

let compiled: WebAssembly.Module | undefined;

const instanceIn = (memory: WebAssembly.Memory): Exports => {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("kernel.wasm", import.meta.url)));
  const abort = (): never => {
    throw new Error("the kernel aborted");
  };
  return new WebAssembly.Instance(compiled, { env: { memory, abort } }).exports as unknown as Exports;
};

/** An instance with memory of its own: one per thread. */
export const createKernel = (): Kernel => {
  const memory = new WebAssembly.Memory({ initial: (16 << 20) / pageSize, maximum: maxPages });
  return { ...instanceIn(memory), heap: createHeap(memory, reserved) };
};

/** An instance that does nothing but unpack, with so much memory for that, which does not grow. */
export const createDeflate = (size: number): Deflate & { readonly room: Buffer; readonly address: number } => {
  const pages = Math.ceil((tables + size) / pageSize);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { beginDeflate, continueDeflate, inputAt, outputAt } = instanceIn(memory);
  const room = Buffer.from(memory.buffer, tables, size);
  return { beginDeflate, continueDeflate, inputAt, outputAt, room, address: tables };
};
