import type { Kernel } from "../../kernel/kernel.ts";
import type { Entries } from "./entries.ts";
import type { Forest } from "./forest.ts";

/** How a delta makes its object: triples of u32 at `address` (offset, offset in the base or 0xFFFFFFFF, length). */
export interface Segments {
  readonly address: number;
  readonly count: number;
}

/** An object in the kernel's memory; valid during the visit only. */
export interface Unpacked {
  readonly entry: number;
  readonly address: number;
  readonly size: number;
}

/** What an object was made of: what the visit of its base returned, the base's size, and the delta's segments. */
export interface Made<State> {
  readonly state: State;
  readonly size: number;
  readonly segments: Segments;
}

export interface Visitor<State> {
  /**
   * Called with every object of a tree, bases before what builds on them; `base` is undefined for a root. What it returns goes to the
   * visits of the object's own deltas.
   */
  readonly visit: (object: Unpacked, base: Made<State> | undefined) => State;
  /** Called when no further visit will see a state. */
  readonly release: (state: State) => void;
}

/** Entries that could not be unpacked, with the reason; what builds on them could not be either. */
export type OnBroken = (entry: number, reason: string) => void;

/** Behind every block: room for the kernel's wide loads and stores. */
const slack = 32;

interface Frame<State> {
  readonly entry: number;
  address: number;
  readonly size: number;
  readonly state: State;
  next: number;
}

const reasons: Readonly<Record<number, string>> = {
  [-1]: "its data is no zlib stream",
  [-2]: "its data is broken",
  [-3]: "its data has another size than its header says",
  [-4]: "its checksum does not hold",
};

/** Unpacks delta trees in the kernel's memory, depth first: each entry is inflated once and each delta applied once. */
export const createWalker = <State>(
  kernel: Kernel,
  pack: Uint8Array,
  entries: Entries,
  forest: Forest,
  { visit, release: releaseState }: Visitor<State>,
  onBroken: OnBroken,
) => {
  const { heap } = kernel;
  let source = { address: heap.allocate(1 << 20), size: 1 << 20 };
  let delta = { address: heap.allocate(1 << 20), size: 1 << 20 };
  let segments = { address: heap.allocate(1 << 20), size: 1 << 20 };

  const atLeast = (block: { address: number; size: number }, size: number) => {
    if (block.size >= size) return block;
    heap.free(block.address, block.size);
    return { address: heap.allocate(size), size };
  };

  /** Inflates an entry to `target`; false when it is broken. */
  const inflate = (entry: number, target: number): boolean => {
    const from = entries.data[entry]!;
    const length = entries.starts[entry + 1]! - from;
    source = atLeast(source, length + slack);
    heap.bytes().set(pack.subarray(from, from + length), source.address);
    const result = kernel.inflate(source.address, length, target, entries.sizes[entry]!);
    if (result < 0) onBroken(entry, reasons[result] ?? "its data is broken");
    return result >= 0;
  };

  const breakTree = (entry: number): void => {
    for (let child = forest.firstChild[entry]!; child !== -1; child = forest.nextSibling[child]!) {
      onBroken(child, "the object that it builds on is broken");
      breakTree(child);
    }
  };

  const unpackRoot = (entry: number): Frame<State> | undefined => {
    const size = entries.sizes[entry]!;
    const address = heap.allocate(size + slack);
    if (!inflate(entry, address)) {
      heap.free(address, size + slack);
      breakTree(entry);
      return undefined;
    }
    return {
      entry,
      address,
      size,
      state: visit({ entry, address, size }, undefined),
      next: forest.firstChild[entry]!,
    };
  };

  const unpackDelta = (entry: number, base: Frame<State>): Frame<State> | undefined => {
    const deltaSize = entries.sizes[entry]!;
    delta = atLeast(delta, deltaSize + slack);
    segments = atLeast(segments, (deltaSize + 1) * 12);
    if (!inflate(entry, delta.address)) return undefined;
    const size = kernel.deltaResultSize(delta.address, deltaSize, base.size);
    if (size < 0) {
      onBroken(entry, "its delta does not fit its base");
      return undefined;
    }
    const address = heap.allocate(size + slack);
    const count = kernel.applyDelta(base.address, base.size, delta.address, deltaSize, address, size, segments.address);
    if (count < 0) {
      heap.free(address, size + slack);
      onBroken(entry, "its delta is broken");
      return undefined;
    }
    const made = { state: base.state, size: base.size, segments: { address: segments.address, count } };
    const state = visit({ entry, address, size }, made);
    return { entry, address, size, state, next: forest.firstChild[entry]! };
  };

  const release = (frame: Frame<State>): void => {
    if (frame.address === 0) return;
    heap.free(frame.address, frame.size + slack);
    releaseState(frame.state);
    frame.address = 0;
  };

  /** Unpacks the tree below a root. */
  return (root: number): void => {
    const first = unpackRoot(root);
    const stack: Frame<State>[] = first === undefined ? [] : [first];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const child = top.next;
      if (child === -1) {
        release(top);
        stack.pop();
        continue;
      }
      top.next = forest.nextSibling[child]!;
      const frame = unpackDelta(child, top);
      if (top.next === -1) {
        release(top);
        stack.pop();
      }
      if (frame === undefined) breakTree(child);
      else stack.push(frame);
    }
  };
};
