/** Blocks of a WebAssembly memory. `bytes` changes when the memory grows: ask for it after every allocation. */
export interface Heap {
  readonly bytes: () => Buffer;
  /** Address of a block of at least `size` bytes, 16-byte aligned. Throws a RangeError when the memory is full. */
  readonly allocate: (size: number) => number;
  readonly free: (address: number, size: number) => void;
}

const pageSize = 65_536;
const smallest = 256;
/** Memory grows by at least this much, to grow seldom. */
const growth = 16 << 20;
const limit = 0x1_0000_0000;

/** Sizes come in four steps per power of two: at most a quarter of a block is waste. */
const sizeClass = (size: number): number => {
  if (size <= smallest) return smallest;
  const step = 2 ** (Math.floor(Math.log2(size - 1)) - 2);
  return Math.ceil(size / step) * step;
};

/** Hands out memory from `start` on; freed blocks wait in lists by size. */
export const createHeap = (memory: WebAssembly.Memory, start: number): Heap => {
  const free = new Map<number, number[]>();
  let top = start;
  let view = Buffer.from(memory.buffer);
  const bytes = (): Buffer => {
    if (view.length !== memory.buffer.byteLength) view = Buffer.from(memory.buffer);
    return view;
  };
  const allocate = (size: number): number => {
    const rounded = sizeClass(size);
    const reused = free.get(rounded)?.pop();
    if (reused !== undefined) return reused;
    const address = top;
    const needed = address + rounded - memory.buffer.byteLength;
    if (address + rounded > limit) throw new RangeError(`no room for ${size} bytes`);
    if (needed > 0)
      memory.grow(Math.ceil(Math.min(Math.max(needed, growth), limit - memory.buffer.byteLength) / pageSize));
    top += rounded;
    return address;
  };
  const release = (address: number, size: number): void => {
    const rounded = sizeClass(size);
    const list = free.get(rounded);
    if (list === undefined) free.set(rounded, [address]);
    else list.push(address);
  };
  return { bytes, allocate, free: release };
};
