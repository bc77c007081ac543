import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { PackError } from "./pack-index.ts";

/** A pack's bytes in chunks of one size, each in memory that threads share: the only copy of the pack. */
export interface PackBytes {
  readonly size: number;
  readonly chunkSize: number;
  readonly chunks: readonly Uint8Array[];
}

/** One shared buffer cannot hold every pack, and a huge one is hard to find room for. */
const defaultChunk = 1 << 30;

/** So much is read at once: in between, an interrupt is heard. */
const readSize = 1 << 26;

const readChunk = async (
  file: string,
  handle: FileHandle,
  from: number,
  size: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> => {
  const chunk = new Uint8Array(new SharedArrayBuffer(size));
  for (let at = 0; at < size; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(chunk, at, Math.min(readSize, size - at), from + at);
    if (bytesRead === 0) throw new PackError(`${file} is truncated`);
    at += bytesRead;
  }
  return chunk;
};

/** Reads a whole file. Throws a PackError, or the signal's reason. */
export const readPackBytes = async (
  file: string,
  signal?: AbortSignal,
  chunkSize = defaultChunk,
): Promise<PackBytes> => {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const chunks: Uint8Array[] = [];
    for (let from = 0; from < size; from += chunkSize)
      chunks.push(await readChunk(file, handle, from, Math.min(chunkSize, size - from), signal));
    return { size, chunkSize, chunks };
  } catch (error) {
    if (error instanceof RangeError) throw new PackError(`${file} does not fit into memory`);
    throw error;
  } finally {
    await handle.close();
  }
};

/** Copies a stretch, which may straddle chunks, to `at` in `target`. */
export const copyBytes = (
  { chunks, chunkSize }: PackBytes,
  from: number,
  length: number,
  target: Uint8Array,
  at: number,
): void => {
  for (let done = 0; done < length; ) {
    const number = Math.floor((from + done) / chunkSize);
    const start = from + done - number * chunkSize;
    const take = Math.min(length - done, chunkSize - start);
    target.set(chunks[number]!.subarray(start, start + take), at + done);
    done += take;
  }
};

/** A stretch as bytes of their own. */
export const bytesAt = (pack: PackBytes, from: number, length: number): Buffer => {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, pack.size - from)));
  copyBytes(pack, from, bytes.length, bytes, 0);
  return bytes;
};

/** CRC-32 of a stretch. */
export const checksumAt = ({ chunks, chunkSize }: PackBytes, from: number, length: number): number => {
  let value = 0;
  for (let done = 0; done < length; ) {
    const number = Math.floor((from + done) / chunkSize);
    const start = from + done - number * chunkSize;
    const take = Math.min(length - done, chunkSize - start);
    value = crc32(chunks[number]!.subarray(start, start + take), value);
    done += take;
  }
  return value;
};

/** Reads byte by byte. */
export interface Cursor {
  readonly seek: (offset: number) => void;
  /** The next byte; behind the end, zeros. */
  readonly next: () => number;
  readonly offset: () => number;
}

const nothing = new Uint8Array(0);

export const createCursor = ({ chunks, chunkSize }: PackBytes): Cursor => {
  let chunk: Uint8Array = nothing;
  let base = 0;
  let at = 0;
  const seek = (offset: number): void => {
    const number = Math.floor(offset / chunkSize);
    chunk = chunks[number] ?? nothing;
    base = number * chunkSize;
    at = offset - base;
  };
  const next = (): number => {
    if (at >= chunk.length && chunk !== nothing) seek(base + at);
    const byte = chunk[at] ?? 0;
    at++;
    return byte;
  };
  return { seek, next, offset: () => base + at };
};
