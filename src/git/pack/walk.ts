import { type Kernel, slack } from "../../kernel/kernel.ts";
import type { Pace } from "./control.ts";
import type { Entries } from "./entries.ts";
import type { Forest } from "./forest.ts";
import { copyBytes, type PackBytes } from "./pack-bytes.ts";
import type { Walker } from "./walk-tree.ts";

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
  /** Called for an entry that could not be unpacked, and for all that builds on it. */
  readonly broken: (entry: number, reason: string) => void;
  /** Called for an object of more than `maxUnpacked` bytes, which is not unpacked, and without a size for all that builds on it. */
  readonly large: (entry: number, size: number | undefined) => void;
}

/** Trees to walk. */
export interface Trees {
  readonly pack: PackBytes;
  readonly entries: Entries;
  readonly forest: Forest;
  readonly pace: Pace;
}

/** Larger objects are not unpacked here: with all that waits for its deltas, memory stays bounded. */
export const maxUnpacked = 64 << 20;
/** Nor are larger deltas, whose segments take twelve times their size. */
const maxDelta = 16 << 20;

/** So much of a pack is read at least: a quarter of the entries lie behind the one before, and a call takes as long as 8 KB do (measured). */
const ahead = 4096;

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
  { pack, entries, forest, pace }: Trees,
  { visit, release: releaseState, broken, large }: Visitor<State>,
): Walker => {
  const { heap } = kernel;
  let source = { address: heap.allocate(1 << 20), size: 1 << 20 };
  let held = { from: 0, to: 0 }; // what stands there of the pack
  let delta = { address: heap.allocate(1 << 20), size: 1 << 20 };
  let segments = { address: heap.allocate(1 << 20), size: 1 << 20 };

  const atLeast = (block: { address: number; size: number }, size: number) => {
    if (block.size >= size) return block;
    heap.free(block.address, block.size);
    return { address: heap.allocate(size), size };
  };

  const packedSize = (entry: number): number => entries.starts[entry + 1]! - entries.data[entry]!;

  /** Where a stretch of the pack stands in the kernel's memory; the one behind it may be the next that is asked for. */
  const packed = (from: number, length: number): number => {
    if (from >= held.from && from + length <= held.to) return source.address + from - held.from;
    const size = Math.min(Math.max(length, ahead), pack.size - from);
    source = atLeast(source, size + slack);
    copyBytes(pack, from, size, heap.bytes(), source.address);
    held = { from, to: from + size };
    return source.address;
  };

  /** Inflates an entry to `target`; false when it is broken. */
  const inflate = (entry: number, target: number): boolean => {
    const length = packedSize(entry);
    const at = packed(entries.data[entry]!, length);
    const result = kernel.inflate(at, length, target, entries.sizes[entry]!);
    if (result < 0) broken(entry, reasons[result] ?? "its data is broken");
    return result >= 0;
  };

  /** Calls with all that builds on an entry, at any depth. */
  const eachBelow = (entry: number, call: (below: number) => void): void => {
    const waiting = [entry];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
      for (let child = forest.firstChild[at]!; child !== -1; child = forest.nextSibling[child]!) {
        call(child);
        waiting.push(child);
      }
  };
  const breakBelow = (entry: number): void =>
    eachBelow(entry, (below) => broken(below, "the object that it builds on is broken"));
  const leave = (entry: number, size: number | undefined): undefined => {
    large(entry, size);
    eachBelow(entry, (below) => large(below, undefined));
  };

  /** Whether an entry's data is larger than may be held; a stream cannot be much longer than what it unpacks to. */
  const isLarge = (entry: number, limit: number): boolean =>
    entries.sizes[entry]! > limit || packedSize(entry) > limit + (limit >> 3);

  const unpackRoot = (entry: number): Frame<State> | undefined => {
    const size = entries.sizes[entry]!;
    if (isLarge(entry, maxUnpacked)) return leave(entry, size);
    const address = heap.allocate(size + slack);
    if (!inflate(entry, address)) {
      heap.free(address, size + slack);
      breakBelow(entry);
      return undefined;
    }
    const state = visit({ entry, address, size }, undefined);
    return { entry, address, size, state, next: forest.firstChild[entry]! };
  };

  const breakDelta = (entry: number, reason: string): undefined => {
    broken(entry, reason);
    breakBelow(entry);
  };

  const unpackDelta = (entry: number, base: Frame<State>): Frame<State> | undefined => {
    const deltaSize = entries.sizes[entry]!;
    if (isLarge(entry, maxDelta)) return leave(entry, undefined);
    delta = atLeast(delta, deltaSize + slack);
    segments = atLeast(segments, (deltaSize + 1) * 12);
    if (!inflate(entry, delta.address)) {
      breakBelow(entry);
      return undefined;
    }
    const size = kernel.deltaResultSize(delta.address, deltaSize, base.size);
    if (size < 0) return breakDelta(entry, "its delta does not fit its base");
    if (size > maxUnpacked) return leave(entry, size);
    const address = heap.allocate(size + slack);
    const count = kernel.applyDelta(base.address, base.size, delta.address, deltaSize, address, size, segments.address);
    if (count < 0) {
      heap.free(address, size + slack);
      return breakDelta(entry, "its delta is broken");
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

  const goesOn = ({ entry, size }: Frame<State>): boolean =>
    pace.goesOn(size, entries.starts[entry + 1]! - entries.starts[entry]!);

  /** Takes the next delta that builds on the top of the stack; gives it where something may build on it. */
  const descend = (stack: Frame<State>[], top: Frame<State>): Frame<State> | undefined => {
    const child = top.next;
    top.next = forest.nextSibling[child]!;
    const frame = unpackDelta(child, top);
    if (top.next === -1) {
      release(top);
      stack.pop();
    }
    return frame;
  };

  const stack: Frame<State>[] = [];
  const keep = (frame: Frame<State>): void => {
    if (frame.next === -1) release(frame);
    else stack.push(frame);
  };
  const leaveAll = (): false => {
    for (const left of stack.splice(0)) release(left);
    return false;
  };

  const begin = (root: number): boolean => {
    const frame = unpackRoot(root);
    if (frame === undefined) return true;
    const isOn = goesOn(frame);
    keep(frame);
    return isOn || leaveAll();
  };
  const goOn = (isPause: () => boolean): boolean => {
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const frame = descend(stack, top);
      const isOn = frame === undefined || goesOn(frame);
      if (frame !== undefined) keep(frame);
      if (!isOn) return leaveAll();
      if (isPause()) break;
    }
    return true;
  };
  const close = (): void => {
    for (const { address, size } of [source, delta, segments]) heap.free(address, size);
  };
  return { begin, goOn, isWhole: () => stack.length === 0, close };
};
