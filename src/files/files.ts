import type { Dirent } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { isAbsolute, normalize } from "node:path";
import { addAbortSignal, Readable } from "node:stream";
import { createBreath } from "../breath.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { isAbsent } from "./absent.ts";
import { maxFile, readRegularFile, reasonOf, UnreadError } from "./read-file.ts";
import { createTally, type Tally } from "./tally.ts";

/** What a scan of files goes by: `path` in bytes as the system has it, `shown` as reports have it. */
interface Place {
  readonly path: Buffer;
  readonly shown: string;
}

interface Scan {
  readonly tally: Tally;
  readonly signal: AbortSignal | undefined;
  /** Files are read and searched at one go; between them an interrupt is heard. */
  readonly listen: () => Promise<void>;
}

/** So many milliseconds an interrupt may have to wait. */
const deaf = 50;

const createListening = (): Scan["listen"] => {
  const breath = createBreath(deaf);
  return async () => {
    if (breath.isDue()) await breath.take();
  };
};

const slash = Buffer.from("/");

/** Forward slashes open files on every system. */
const below = (folder: Place, name: Buffer): Place => ({
  path: Buffer.concat([folder.path, slash, name]),
  shown: folder.shown === "" ? name.toString("utf8") : `${folder.shown}/${name.toString("utf8")}`,
});

const scanFile = async ({ path, shown }: Place, { tally }: Scan, named: boolean): Promise<void> => {
  try {
    await tally.content(readRegularFile(path, named), shown, named);
  } catch (error) {
    if (!(error instanceof UnreadError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    tally.miss(shown, reasonOf(error));
  }
};

const scanEntry = async (entry: Dirent<Buffer>, folder: Place, scan: Scan): Promise<void> => {
  const place = below(folder, entry.name);
  if (entry.isDirectory()) {
    if (entry.name.toString("latin1") !== ".git") await scanFolder(place, scan);
  } else if (entry.isFile()) await scanFile(place, scan, false);
  else if (entry.isSymbolicLink()) scan.tally.skip("symbolic link", "not followed");
  else scan.tally.skip("device, socket or pipe", "never opened");
};

const scanFolder = async (folder: Place, scan: Scan): Promise<void> => {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder.path, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    scan.tally.miss(folder.shown || ".", reasonOf(error));
    return;
  }
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    await scan.listen();
    if (scan.signal?.aborted === true) return;
    await scanEntry(entry, folder, scan);
  }
};

interface Received {
  readonly content: Buffer;
  readonly whole: boolean;
}

/** An interrupt ends the wait for input that may never come; what came is kept. */
const readStandardInput = async (input: AsyncIterable<Buffer>, signal: AbortSignal | undefined): Promise<Received> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = signal !== undefined && input instanceof Readable ? addAbortSignal(signal, input) : input;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxFile) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
      chunks.push(chunk);
    }
    return { content: Buffer.concat(chunks), whole: true };
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    return { content: Buffer.concat(chunks), whole: false };
  }
};

const standardInput = "standard input";

const scanStandardInput = async (input: AsyncIterable<Buffer>, { tally, signal }: Scan): Promise<void> => {
  try {
    const { content, whole } = await readStandardInput(input, signal);
    await tally.content(content, standardInput, whole);
  } catch (error) {
    tally.miss(standardInput, reasonOf(error));
  }
};

/** A named folder as it stands before the paths below it: `./deploy/` is `deploy`, and `.` needs no saying. */
const shownFolder = (path: string, alone: boolean): string =>
  alone && isAbsolute(path)
    ? ""
    : normalize(path)
        .replace(/[\\/]+$/, "")
        .replaceAll("\\", "/")
        .replace(/^\.$/, "");

/** A path that the user named; links are followed here and nowhere else. */
const scanNamed = async (path: string, shown: string, scan: Scan): Promise<void> => {
  const bytes = Buffer.from(path);
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    scan.tally.miss(path, reasonOf(error));
    return;
  }
  if (isFolder) await scanFolder({ path: bytes, shown }, scan);
  else await scanFile({ path: bytes, shown: path }, scan, true);
};

const finished = ({ tally, signal }: Scan): Sighted => {
  if (signal?.aborted === true) tally.miss("the rest of the files", "interrupted");
  return tally.sighted();
};

/**
 * Reads files and folders as they are, all but `.git`; `-` is standard input. A file is shown as it was given, and what is
 * below a folder as that was given, relative to the working directory; but relative to it where it is the only path and
 * absolute. What cannot be read is in coverage.
 */
export const scanFiles = async (
  paths: readonly string[],
  inspect: Inspect,
  input?: AsyncIterable<Buffer>,
  signal?: AbortSignal,
): Promise<Sighted> => {
  const scan: Scan = { tally: createTally(inspect), signal, listen: createListening() };
  for (const path of paths) {
    if (signal?.aborted === true) break;
    if (path === "-") await scanStandardInput(input ?? process.stdin, scan);
    else await scanNamed(path, shownFolder(path, paths.length === 1), scan);
  }
  return finished(scan);
};

const scanListed = async (place: Place, scan: Scan): Promise<void> => {
  try {
    const entry = await lstat(place.path);
    if (entry.isSymbolicLink()) scan.tally.skip("symbolic link", "not followed");
    else if (entry.isDirectory())
      scan.tally.skip(`repository ${place.shown}`, "inside this one but not part of it: scan it there");
    else await scanFile(place, scan, false);
  } catch (error) {
    // Deleted since git listed it.
    if (!isAbsent(error)) scan.tally.miss(place.shown, reasonOf(error));
  }
};

/** Reads some files below a folder, such as those that git says have changed; their paths in bytes, with slashes. */
export const scanFilesBelow = async (
  folder: string,
  paths: readonly Buffer[],
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Sighted> => {
  const scan: Scan = { tally: createTally(inspect), signal, listen: createListening() };
  const root: Place = { path: Buffer.from(folder), shown: "" };
  for (const path of paths) {
    await scan.listen();
    if (signal?.aborted === true) break;
    await scanListed(below(root, path), scan);
  }
  return finished(scan);
};
