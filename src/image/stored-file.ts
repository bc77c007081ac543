import { readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { givenBack } from "./give-back.ts";
import { ImageError } from "./image-error.ts";

/** Where bytes lie in an open file. Plain data: any thread of the process can read there. */
export interface DiskPart {
  readonly descriptor: number;
  readonly start: number;
  readonly size: number;
}

export interface OpenPart {
  readonly part: DiskPart;
  readonly close: () => Promise<void>;
}

/** A file of an archive or a layout: its bytes can be read more than once. */
export interface StoredFile {
  readonly size: number;
  /** The same for two paths that lead to the same bytes. */
  readonly id: string;
  readonly read: () => AsyncIterable<Buffer>;
  readonly open: () => Promise<OpenPart>;
}

/** A blob as it is stored. */
export interface Stored extends AsyncIterable<Uint8Array> {
  /** Where it lies, for whoever would read it on a thread of its own. */
  readonly onDisk?: () => Promise<OpenPart>;
}

/** A blob that is a file, which is looked for when it is read. */
export const storedIn = (find: () => Promise<StoredFile>): Stored => {
  async function* read(): AsyncGenerator<Buffer> {
    yield* (await find()).read();
  }
  return { [Symbol.asyncIterator]: read, onDisk: async () => (await find()).open() };
};

const partSize = 1 << 18;

/** Reads on this thread, always into the same memory: each chunk holds until the next is asked for. */
export async function* readPart(
  { descriptor, start, size }: DiskPart,
  isStopped: () => boolean,
): AsyncGenerator<Buffer> {
  const room = Buffer.allocUnsafeSlow(Math.min(partSize, Math.max(size, 1)));
  for (let done = 0; done < size; ) {
    if (isStopped()) throw new ImageError("interrupted");
    const length = readSync(descriptor, room, 0, Math.min(room.length, size - done), start + done);
    if (length === 0) return; // whoever knows the size tells
    done += length;
    yield room.subarray(0, length);
  }
}

/** Files by their path: of an archive or of a folder. */
export interface FileHolder {
  /** Undefined where there is none. Links are followed inside the holder and no further. */
  readonly find: (path: string) => Promise<StoredFile | undefined>;
  /** Bytes on disk of what was found, each file once; of an archive all of it. */
  readonly stored: () => number;
  /** Of what was found: paths that stand in the archive more than once with different content, of which `find` gives the last. */
  readonly doubtful: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Reads a blob on the main thread, which hears of interrupts between chunks. Each holds until the next is asked for. */
export async function* readHere(stored: Stored, isStopped: () => boolean): AsyncGenerator<Uint8Array> {
  const opened = await stored.onDisk?.().catch(() => undefined); // the stream tells what is wrong
  if (opened === undefined) return yield* givenBack(stored);
  try {
    for await (const chunk of readPart(opened.part, isStopped)) {
      yield chunk;
      await setImmediate();
    }
  } finally {
    await opened.close();
  }
}

/** The first bytes of a file. */
export const headOf = async (file: StoredFile, length: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.read()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
};
