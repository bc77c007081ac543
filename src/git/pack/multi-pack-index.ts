import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { PackError, type PackIndex } from "./pack-index.ts";

const headerLength = 12;
const tableEntry = 12;
const fanOut = 256 * 4;
const large = 0x8000_0000;

/** The chunks of a multi-pack index, by their four letters (gitformat-pack, "multi-pack-index (MIDX) files"). */
const readChunks = (file: string, data: Buffer): ReadonlyMap<string, Buffer> => {
  if (data.length < headerLength || data.toString("latin1", 0, 4) !== "MIDX")
    throw new PackError(`${file} is no multi-pack index`);
  if (data[4] !== 1) throw new PackError(`${file} has version ${data[4]}, which this reader does not know`);
  const count = data[6]!;
  const chunks = new Map<string, Buffer>();
  if (data.length < headerLength + (count + 1) * tableEntry) throw new PackError(`${file} is truncated`);
  for (let i = 0; i < count; i++) {
    const at = headerLength + i * tableEntry;
    const start = Number(data.readBigUInt64BE(at + 4));
    const end = Number(data.readBigUInt64BE(at + tableEntry + 4));
    if (start > end || end > data.length) throw new PackError(`${file} is truncated`);
    chunks.set(data.toString("latin1", at, at + 4), data.subarray(start, end));
  }
  return chunks;
};

interface Table {
  readonly count: number;
  readonly ids: Buffer;
  readonly places: Buffer;
  readonly large: Buffer;
  /** Names of index files, by number. */
  readonly packs: readonly string[];
}

const readTable = (file: string, idBytes: number): Table => {
  const data = readFileSync(file);
  const chunks = readChunks(file, data);
  const [names, fan, ids, places] = ["PNAM", "OIDF", "OIDL", "OOFF"].map((name) => chunks.get(name));
  if (names === undefined || fan === undefined || ids === undefined || places === undefined)
    throw new PackError(`${file} lacks a table`);
  const count = fan.length < fanOut ? -1 : fan.readUInt32BE(fanOut - 4);
  if (count < 0 || ids.length < count * idBytes || places.length < count * 8)
    throw new PackError(`${file} is truncated`);
  const packs = names.toString("utf8").split("\0").slice(0, data.readUInt32BE(8));
  return { count, ids, places, large: chunks.get("LOFF") ?? Buffer.alloc(0), packs };
};

const offsetAt = (file: string, { places, large: large64 }: Table, at: number): number => {
  const offset = places.readUInt32BE(at * 8 + 4);
  if (offset < large || large64.length === 0) return offset;
  const from = (offset - large) * 8;
  if (from + 8 > large64.length) throw new PackError(`${file}: the offset of object ${at} is beyond its end`);
  return Number(large64.readBigUInt64BE(from));
};

const stem = (name: string): string => basename(name).replace(/\.(idx|pack)$/, "");

/** Names of the packs that a multi-pack index covers, without their endings; none where it cannot be read. */
export const packsIn = (file: string, idBytes: number): ReadonlySet<string> => {
  try {
    return new Set(readTable(file, idBytes).packs.map(stem));
  } catch (error) {
    if (error instanceof PackError || (error as NodeJS.ErrnoException).code !== undefined) return new Set();
    throw error;
  }
};

/**
 * What a multi-pack index says of one pack: an object that several packs hold is listed for one of them only. Throws a
 * PackError.
 */
export const readMultiPackIndex = (file: string, pack: string, idBytes: number): PackIndex => {
  const table = readTable(file, idBytes);
  const number = table.packs.findIndex((name) => stem(name) === stem(pack));
  const members: number[] = [];
  for (let i = 0; i < table.count; i++) if (table.places.readUInt32BE(i * 8) === number) members.push(i);
  const ids = Buffer.alloc(members.length * idBytes);
  const offsets = new Float64Array(members.length);
  members.forEach((from, to) => {
    table.ids.copy(ids, to * idBytes, from * idBytes, (from + 1) * idBytes);
    offsets[to] = offsetAt(file, table, from);
  });
  return { count: members.length, idBytes, ids, offsets, whole: false };
};
