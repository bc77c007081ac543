/**
 * Memory that files are put together in, one after the other, since a buffer for each would be most of the work of the
 * garbage collector. What lies in it holds until the next file of the same depth is gathered.
 */
export interface Scratch {
  /** Puts chunks together; a single chunk stays where it is. */
  readonly join: (chunks: readonly Buffer[], size: number, depth: number) => Buffer;
}

const smallest = 1 << 20;

export const createScratch = (): Scratch => {
  const buffers: Buffer[] = [];
  const join: Scratch["join"] = (chunks, size, depth) => {
    if (chunks.length === 1) return chunks[0]!;
    if ((buffers[depth]?.length ?? 0) < size)
      buffers[depth] = Buffer.allocUnsafeSlow(Math.max(smallest, 2 ** Math.ceil(Math.log2(size))));
    const buffer = buffers[depth]!;
    let at = 0;
    for (const chunk of chunks) at += chunk.copy(buffer, at);
    return buffer.subarray(0, size);
  };
  return { join };
};
