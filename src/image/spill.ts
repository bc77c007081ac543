import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImageError } from "./image-error.ts";

const ratio = 200;
const smallest = 2 ** 30;

/** A folder that only this user can read, removed when it is done with. */
export interface PrivateFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

export const privateFolder = async (): Promise<PrivateFolder> => {
  const path = await mkdtemp(join(tmpdir(), "tidewaiter-")); // mode 0700
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** A stream that can be read only once, kept in a file without a name. */
export const spill = async (stream: AsyncIterable<Uint8Array>, storedSize = 0): Promise<FileHandle> => {
  const folder = await privateFolder();
  const limit = Math.max(smallest, storedSize * ratio);
  try {
    const handle = await open(join(folder.path, "archive"), "wx+", 0o600);
    try {
      let size = 0;
      for await (const chunk of stream) {
        size += chunk.length;
        if (size > limit) throw new ImageError(`it unpacks to more than ${limit} bytes: unpack it yourself`);
        await handle.write(chunk);
      }
      return handle;
    } catch (error) {
      await handle.close();
      throw error;
    }
  } finally {
    await folder.remove(); // the open file lives on until it is closed
  }
};
