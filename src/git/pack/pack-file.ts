import { setImmediate } from "node:timers/promises";
import { idAt } from "../../id-list.ts";
import { type Entries, entryType, readEntries } from "./entries.ts";
import { type Forest, growForest } from "./forest.ts";
import { readMultiPackIndex } from "./multi-pack-index.ts";
import { orderBy } from "./order.ts";
import { bytesAt, closePackBytes, openPackBytes, type PackBytes } from "./pack-bytes.ts";
import { PackError, type PackIndex, readPackIndex } from "./pack-index.ts";
import type { PackPlace } from "./stores.ts";

/** A pack that is open, with its delta trees. */
export interface PackFile {
  readonly file: string;
  readonly pack: PackBytes;
  readonly index: PackIndex;
  readonly entries: Entries;
  readonly forest: Forest;
}

/** A pack that was scanned: enough to know its objects again. */
export interface ScannedPack extends Pick<PackFile, "file" | "index" | "entries"> {
  /** Ids of entries that do not lead to a whole object of this pack. */
  readonly rootless: ReadonlySet<string>;
}

const headerLength = 12;

/** `PACK`, version 2 or 3, number of objects (gitformat-pack, "Pack files"). */
const checkHeader = (file: string, pack: PackBytes, index: PackIndex): void => {
  const header = bytesAt(pack, 0, headerLength);
  if (header.length < headerLength || header.toString("latin1", 0, 4) !== "PACK")
    throw new PackError(`${file} is no pack`);
  const version = header.readUInt32BE(4);
  if (version !== 2 && version !== 3)
    throw new PackError(`${file} has version ${version}, which this reader does not know`);
  const count = header.readUInt32BE(8);
  if (index.whole ? count !== index.count : count < index.count)
    throw new PackError(`${file} and its index differ in their number of objects`);
};

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  /** Types of objects whose trees are walked; all but trees of files when absent. */
  readonly wanted?: (type: number) => boolean;
}

const allButTrees = (type: number): boolean => type !== entryType.tree;

/** Reads the index of a pack. Throws a PackError. */
export const indexOf = ({ file, index, multiPackIndex }: PackPlace, idBytes: number): PackIndex =>
  index === undefined ? readMultiPackIndex(multiPackIndex!, file, idBytes) : readPackIndex(index, idBytes);

/** Reads what an open pack holds, and its index. */
const readPack = async (
  place: PackPlace,
  pack: PackBytes,
  idBytes: number,
  { signal, wanted = allButTrees }: OpenOptions,
): Promise<PackFile> => {
  const { file } = place;
  // between the steps, which take long for millions of objects, an interrupt is heard
  const listen = async (): Promise<void> => {
    await setImmediate();
    signal?.throwIfAborted();
  };
  const index = indexOf(place, idBytes);
  await listen();
  const order = orderBy(index.offsets);
  checkHeader(file, pack, index);
  const entries = await readEntries({ file, pack, index, order }, listen);
  return { file, pack, index, entries, forest: growForest(entries, wanted) };
};

/**
 * Opens a pack for as long as it is used. Throws a PackError for one that cannot be read; the signal's reason when it is given up, and then
 * leaves the file open: a thread that was not waited for may still read.
 */
export const withPack = async <Result>(
  place: PackPlace,
  idBytes: number,
  options: OpenOptions,
  use: (pack: PackFile) => Result | Promise<Result>,
): Promise<Result> => {
  const pack = openPackBytes(place.file);
  try {
    return await use(await readPack(place, pack, idBytes, options));
  } finally {
    if (options.signal?.aborted !== true) closePackBytes(pack);
  }
};

/** The id of an entry, in hexadecimal. */
export const idOfEntry = ({ index, entries }: Pick<PackFile, "index" | "entries">, entry: number): string =>
  idAt(index, entries.positions[entry]!);

/** Ids of all commits in a pack. */
export const commitsOf = (pack: Pick<PackFile, "index" | "entries">): readonly string[] => {
  const ids: string[] = [];
  for (let entry = 0; entry < pack.entries.count; entry++)
    if (pack.entries.types[entry] === entryType.commit) ids.push(idOfEntry(pack, entry));
  return ids;
};
