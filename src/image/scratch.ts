/**
 * Memory that files are put together in, one after the other, since a buffer for each would be most of the work of the
 * garbage collector. What lies in it holds until the next file of the same depth is gathered.
 */
export interface Scratch {
  /** Room for so many bytes of a file at a depth, with what the first of it hold so far. */
  readonly room: (depth: number, size: number, filled: number) => Buffer;
}

const smallest = 1 << 20;

export const createScratch = (): Scratch => {
  const buffers: Buffer[] = [];
  const room: Scratch["room"] = (depth, size, filled) => {
    const known = buffers[depth];
    if (known !== undefined && known.length >= size) return known;
    const larger = Buffer.allocUnsafeSlow(Math.max(smallest, 2 ** Math.ceil(Math.log2(size || 1))));
    known?.copy(larger, 0, 0, filled);
    buffers[depth] = larger;
    return larger;
  };
  return { room };
};
