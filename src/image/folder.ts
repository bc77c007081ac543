import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { isAbsent } from "../files/absent.ts";
import { ImageError } from "./image-error.ts";
import type { FileHolder, OpenPart, StoredFile } from "./stored-file.ts";
import { normal } from "./tar-header.ts";

/** A pipe without a writer would hold up the open for good. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const chunkSize = 1 << 18;

async function* readFileAt(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, flags);
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

const openFileAt = async (path: string): Promise<OpenPart> => {
  const handle = await open(path, flags);
  const { size } = await handle.stat();
  return { part: { descriptor: handle.fd, start: 0, size }, close: () => handle.close() };
};

/**
 * A layout on disk. No path leads out of it by its own words (`..`); build tools link blobs from elsewhere, so links are
 * followed.
 */
export const openFolder = (folder: string): FileHolder => {
  const sizes = new Map<string, number>();
  const find = async (path: string): Promise<StoredFile | undefined> => {
    const full = join(folder, normal(path));
    try {
      const handle = await open(full, flags);
      const stat = await handle.stat().finally(() => handle.close());
      if (!stat.isFile()) throw new ImageError(`${path} is no regular file`);
      const id = `${stat.dev} ${stat.ino}`;
      sizes.set(id, stat.size);
      return { size: stat.size, id, read: () => readFileAt(full), open: () => openFileAt(full) };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };
  const stored = (): number => [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return { find, stored, doubtful: () => [], close: async () => {} };
};
