import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";

/**
 * A pack's bytes, which stay on disk: a pack may be larger than memory. The file is open, so that they are there even when git deletes it
 * meanwhile, and threads share its number.
 */
export interface PackBytes {
  readonly size: number;
  readonly descriptor: number;
}

/** Opens a pack. Whoever does closes it, once nobody reads on. */
export const openPackBytes = (file: string): PackBytes => {
  const descriptor = openSync(file, "r");
  return { size: fstatSync(descriptor).size, descriptor };
};

export const closePackBytes = ({ descriptor }: PackBytes): void => closeSync(descriptor);

/** Reads a stretch to `at` in `target`; what lies behind the end, or cannot be read, becomes zeros, which are no entry. */
export const copyBytes = (
  { descriptor }: PackBytes,
  from: number,
  length: number,
  target: Buffer,
  at: number,
): void => {
  let done = 0;
  try {
    while (done < length) {
      const bytesRead = readSync(descriptor, target, at + done, length - done, from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
  target.fill(0, at + done, at + length);
};

/** A stretch as bytes of their own. */
export const bytesAt = (pack: PackBytes, from: number, length: number): Buffer => {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, pack.size - from)));
  copyBytes(pack, from, bytes.length, bytes, 0);
  return bytes;
};

/** Of whoever reads from the front to the end. */
const windowSize = 1 << 20;

/** Gives stretches of at most `windowSize` bytes, read ahead: each holds until the next is asked for. */
const createWindow = (pack: PackBytes): ((from: number, length: number) => Buffer) => {
  const bytes = Buffer.alloc(windowSize);
  let [start, end] = [0, 0];
  return (from, length) => {
    if (from < start || from + length > end) {
      copyBytes(pack, from, windowSize, bytes, 0);
      [start, end] = [from, from + windowSize];
    }
    return bytes.subarray(from - start, from - start + length);
  };
};

/** Tells the CRC-32 of stretches, best in their order. */
export const createChecksums = (pack: PackBytes): ((from: number, length: number) => number) => {
  const read = createWindow(pack);
  return (from, length) => {
    let value = 0;
    for (let done = 0; done < length; done += windowSize)
      value = crc32(read(from + done, Math.min(windowSize, length - done)), value);
    return value;
  };
};

/** Reads byte by byte. */
export interface Cursor {
  readonly seek: (offset: number) => void;
  /** The next byte; behind the end, zeros. */
  readonly next: () => number;
  readonly offset: () => number;
}

/** An entry's header is shorter: so many bytes are at hand after `seek`, best in ascending order. */
const headerRoom = 64;

export const createCursor = (pack: PackBytes): Cursor => {
  const bytes = Buffer.alloc(windowSize);
  // the window begins at `start`; nothing is read yet
  let [start, at] = [Number.NEGATIVE_INFINITY, 0];
  const read = (from: number): void => {
    copyBytes(pack, from, windowSize, bytes, 0);
    [start, at] = [from, 0];
  };
  const seek = (offset: number): void => {
    at = offset - start;
    if (at < 0 || at > windowSize - headerRoom) read(offset);
  };
  const next = (): number => {
    if (at === windowSize) read(start + at);
    return bytes[at++]!;
  };
  return { seek, next, offset: () => start + at };
};
