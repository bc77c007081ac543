import { type FileHandle, open, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { isAbsent } from "../files/absent.ts";
import { compressionOf, decompress } from "./compression.ts";
import { openDirectoryTransport } from "./directory-transport.ts";
import { openDockerArchive } from "./docker-archive.ts";
import { openFolder } from "./folder.ts";
import { ImageError } from "./image-error.ts";
import { openOciLayout } from "./oci-layout.ts";
import type { ImageSource } from "./source.ts";
import { spill } from "./spill.ts";
import type { FileHolder } from "./stored-file.ts";
import { openTarFile } from "./tar-file.ts";
import { isTarHeader } from "./tar-header.ts";

const firstBytes = async (handle: FileHandle): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
  return buffer.subarray(0, bytesRead);
};

const noArchive = "it is neither a docker archive nor an OCI archive or layout";

const sourceIn = async (name: string, files: FileHolder): Promise<ImageSource> => {
  try {
    for (const open of [openOciLayout, openDirectoryTransport, openDockerArchive]) {
      const source = await open(name, files);
      if (source !== undefined) return source;
    }
  } catch (error) {
    await files.close();
    throw error instanceof SyntaxError ? new ImageError("a document in it is no JSON") : error;
  }
  await files.close();
  throw new ImageError(noArchive);
};

/** An archive that is given by an open file, which becomes the source's. */
export const openArchive = async (name: string, handle: FileHandle): Promise<ImageSource> => {
  let plain = handle;
  try {
    const head = await firstBytes(handle);
    if (compressionOf(head) !== "none") {
      const { size } = await handle.stat();
      const { stream } = await decompress(handle.createReadStream({ start: 0, autoClose: false }));
      plain = await spill(stream, size);
      await handle.close();
    }
    if (!isTarHeader(await firstBytes(plain))) throw new ImageError(noArchive);
    return await sourceIn(name, await openTarFile(plain));
  } catch (error) {
    for (const open of new Set([handle, plain])) await open.close().catch(() => {});
    throw error;
  }
};

/** An archive that comes as a stream, such as from a daemon. */
export const openArchiveStream = async (name: string, stream: AsyncIterable<Uint8Array>): Promise<ImageSource> =>
  openArchive(name, await spill(stream));

/** Opens an archive or a layout on disk. Throws an ImageError for anything else. */
export const openPath = async (path: string): Promise<ImageSource> => {
  const full = path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
  const entry = await stat(full);
  if (entry.isDirectory()) return sourceIn(path, openFolder(full));
  if (!entry.isFile()) throw new ImageError("it is a device, socket or pipe");
  return openArchive(path, await open(full, "r"));
};

const looksLikePath = (argument: string): boolean => /^[./\\~]/.test(argument);

const isImageAt = async (path: string): Promise<boolean> => {
  try {
    const entry = await stat(path);
    if (entry.isFile()) return true;
    return entry.isDirectory() && (await stat(join(path, "index.json"))).isFile();
  } catch (error) {
    if (isAbsent(error) || (error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
};

/** Whether an image argument is a path: by how it begins, or since an archive or layout of that name exists. */
export const isPath = async (argument: string, folder = "."): Promise<boolean> =>
  looksLikePath(argument) || isImageAt(isAbsolute(argument) ? argument : join(folder, argument));
