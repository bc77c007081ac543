import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type Entries, entryType, readEntries } from "./entries.ts";
import { type Forest, growForest } from "./forest.ts";
import { PackError, type PackIndex, readPackIndex } from "./pack-index.ts";

/** A pack in memory that threads share, with its delta trees. */
export interface PackFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly index: PackIndex;
  readonly entries: Entries;
  readonly forest: Forest;
}

/** Larger packs are read through git. */
const maxPack = 0xffff_ffff;
const chunk = 1 << 26;

const readShared = (file: string): Uint8Array => {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    if (size > maxPack) throw new PackError(`${file} is larger than ${maxPack} bytes`);
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    for (let at = 0; at < size; ) {
      const read = readSync(handle, bytes, at, Math.min(chunk, size - at), at);
      if (read === 0) throw new PackError(`${file} is truncated`);
      at += read;
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
};

/** `PACK`, version 2 or 3, number of objects (gitformat-pack, "Pack files"). */
const checkHeader = (file: string, bytes: Uint8Array, index: PackIndex): void => {
  const header = Buffer.from(bytes.buffer, 0, Math.min(12, bytes.length));
  if (header.length < 12 || header.toString("latin1", 0, 4) !== "PACK") throw new PackError(`${file} is no pack`);
  const version = header.readUInt32BE(4);
  if (version !== 2 && version !== 3)
    throw new PackError(`${file} has version ${version}, which this reader does not know`);
  if (header.readUInt32BE(8) !== index.count)
    throw new PackError(`${file} and its index differ in their number of objects`);
};

const wanted = (type: number): boolean => type !== entryType.tree;

/** Reads the pack beside an index. Throws a PackError. */
export const openPack = (indexFile: string, idBytes: number): PackFile => {
  const file = indexFile.replace(/\.idx$/, ".pack");
  const index = readPackIndex(indexFile, idBytes);
  const bytes = readShared(file);
  checkHeader(file, bytes, index);
  const entries = readEntries(file, bytes, index);
  return { file, bytes, index, entries, forest: growForest(entries, wanted) };
};

/** The id of an entry, in hexadecimal. */
export const idOfEntry = ({ index, entries }: Pick<PackFile, "index" | "entries">, entry: number): string => {
  const at = entries.positions[entry]! * index.idBytes;
  return index.ids.toString("hex", at, at + index.idBytes);
};
