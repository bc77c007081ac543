import type { Dirent } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Missing, Skipped } from "../finding.ts";
import { type Inspect, type Sighted, type Sighting, span } from "../sighting.ts";
import { mediaKind } from "./media.ts";

/** Larger files are not read: a limit of ours, reported as missing. */
const maxFile = 1 << 30;

interface Tally {
  readonly sightings: Sighting[];
  readonly missing: Missing[];
  readonly skipped: Map<string, number>;
  files: number;
  bytes: number;
}

const reasonOf = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ENOENT") return "does not exist";
  return code ?? String(error);
};

const inspectContent = (content: Buffer, path: string, inspect: Inspect, tally: Tally): void => {
  tally.files++;
  tally.bytes += content.length;
  const kind = mediaKind(content);
  if (kind !== undefined) {
    tally.skipped.set(kind, (tally.skipped.get(kind) ?? 0) + 1);
    return;
  }
  for (const hit of inspect(content))
    tally.sightings.push({
      hit,
      location: { kind: "file", path, ...span(hit), present: true },
      order: Number.MAX_SAFE_INTEGER,
    });
};

/** Reads through one handle, so that what was checked is what is read. */
const readFileBounded = async (path: string): Promise<Buffer> => {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    if (size > maxFile) throw new RangeError(`its ${size} bytes exceed the limit of ${maxFile}`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

const inspectFile = async (path: string, shown: string, inspect: Inspect, tally: Tally): Promise<void> => {
  try {
    inspectContent(await readFileBounded(path), shown, inspect, tally);
  } catch (error) {
    tally.missing.push({ what: shown, reason: error instanceof RangeError ? error.message : reasonOf(error) });
  }
};

const skip = (tally: Tally, what: string): void => {
  tally.skipped.set(what, (tally.skipped.get(what) ?? 0) + 1);
};

const inspectEntry = async (
  entry: Dirent,
  folder: string,
  root: string,
  inspect: Inspect,
  tally: Tally,
): Promise<void> => {
  const path = join(folder, entry.name);
  if (entry.isDirectory()) {
    if (entry.name !== ".git") await inspectFolder(path, root, inspect, tally);
  } else if (entry.isFile()) await inspectFile(path, shownAs(path, root), inspect, tally);
  else if (entry.isSymbolicLink()) skip(tally, "symbolic link");
  else skip(tally, "device, socket or pipe");
};

const shownAs = (path: string, root: string): string => relative(root, path).split(sep).join("/") || path;

const inspectFolder = async (folder: string, root: string, inspect: Inspect, tally: Tally): Promise<void> => {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    tally.missing.push({ what: shownAs(folder, root), reason: reasonOf(error) });
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    await inspectEntry(entry, folder, root, inspect, tally);
};

const readStandardInput = async (input: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > maxFile) throw new RangeError(`more than ${maxFile} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const sighted = ({ sightings, files, bytes, skipped, missing }: Tally): Sighted => ({
  sightings,
  coverage: {
    files,
    bytes,
    missing,
    skipped: [...skipped].map(([what, count]): Skipped => ({ what, reason: "holds no text", count })),
  },
});

const newTally = (): Tally => ({ sightings: [], missing: [], skipped: new Map(), files: 0, bytes: 0 });

/**
 * Reads files and folders as they are, all but `.git`; `-` is standard input. Paths are shown as they were given.
 * What cannot be read is in coverage; links are not followed.
 */
export const scanFiles = async (
  paths: readonly string[],
  inspect: Inspect,
  input?: AsyncIterable<Buffer>,
): Promise<Sighted> => {
  const tally = newTally();
  for (const path of paths) {
    if (path === "-") {
      try {
        inspectContent(await readStandardInput(input ?? process.stdin), "standard input", inspect, tally);
      } catch (error) {
        tally.missing.push({ what: "standard input", reason: (error as Error).message });
      }
    } else if ((await stat(path)).isDirectory()) await inspectFolder(path, path, inspect, tally);
    else await inspectFile(path, path, inspect, tally);
  }
  return sighted(tally);
};

/** Reads some files below a folder, such as those that git says have changed. */
export const scanFilesBelow = async (folder: string, paths: readonly string[], inspect: Inspect): Promise<Sighted> => {
  const tally = newTally();
  for (const path of paths) {
    const full = join(folder, path);
    try {
      const entry = await stat(full);
      if (entry.isFile()) await inspectFile(full, path, inspect, tally);
    } catch {
      // deleted since git listed it, or a link to nowhere
    }
  }
  return sighted(tally);
};
