import { type FileHandle, open, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { isAbsent } from "../files/absent.ts";
import type { Missing } from "../finding.ts";
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

/** Every image that a name stands for, whichever document of an archive names it. */
export interface Opened {
  /** One for each form of the archive. */
  readonly sources: readonly ImageSource[];
  /** What of the archive cannot be read for sure; asked when all else was read. */
  readonly missing: () => readonly Missing[];
  readonly close: () => Promise<void>;
}

const explained = (error: unknown): unknown =>
  error instanceof SyntaxError ? new ImageError("a document in it is no JSON") : error;

const doubt = "it is in the archive more than once with different content, and engines differ in which they use";

/** Errors that become a gap in coverage. */
const isTold = (error: unknown): error is Error =>
  error instanceof ImageError || (error as NodeJS.ErrnoException).code !== undefined;

/**
 * The forms that an archive has at once: `docker save` writes an OCI layout and a `manifest.json`, and which of them an engine
 * loads depends on the engine.
 */
const sourcesIn = async (name: string, files: FileHolder): Promise<Opened> => {
  const sources: ImageSource[] = [];
  const errors: unknown[] = [];
  for (const open of [openOciLayout, openDirectoryTransport, openDockerArchive])
    try {
      const source = await open(name, files);
      if (source !== undefined) sources.push(source);
    } catch (error) {
      errors.push(explained(error));
    }
  const unexpected = errors.find((error) => !isTold(error)) ?? (sources.length === 0 ? errors[0] : undefined);
  if (unexpected !== undefined || sources.length === 0) {
    await files.close();
    throw unexpected ?? new ImageError(noArchive);
  }
  const broken = errors.filter(isTold).map(({ message }) => ({ what: "another form of it", reason: message }));
  const doubtful = (): readonly Missing[] =>
    files.doubtful().map((path) => ({ what: path.slice(0, 200), reason: doubt }));
  return { sources, missing: () => [...broken, ...doubtful()], close: files.close };
};

/** An archive that is given by an open file, which becomes the source's. */
export const openArchive = async (name: string, handle: FileHandle): Promise<Opened> => {
  let plain = handle;
  try {
    const { size } = await handle.stat();
    const head = await firstBytes(handle);
    if (compressionOf(head) !== "none") {
      const { stream } = await decompress(handle.createReadStream({ start: 0, autoClose: false }));
      plain = await spill(stream, size);
      await handle.close();
    }
    if (!isTarHeader(await firstBytes(plain))) throw new ImageError(noArchive);
    return await sourcesIn(name, await openTarFile(plain, size));
  } catch (error) {
    for (const open of new Set([handle, plain])) await open.close().catch(() => {});
    throw error;
  }
};

/** An archive that comes as a stream, such as from a daemon. */
export const openArchiveStream = async (name: string, stream: AsyncIterable<Uint8Array>): Promise<Opened> =>
  openArchive(name, await spill(stream));

/** Opens an archive or a layout on disk. Throws an ImageError for anything else. */
export const openPath = async (path: string): Promise<Opened> => {
  const full = path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
  const entry = await stat(full);
  if (entry.isDirectory()) return sourcesIn(path, openFolder(full));
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
