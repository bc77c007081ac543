import { readFileSync } from "node:fs";

/** A pack's table of contents: ids in ascending order, and where each object begins in the pack. */
export interface PackIndex {
  readonly count: number;
  /** Bytes of one id: 20 or 32. */
  readonly idBytes: number;
  /** `count` ids, one after the other. */
  readonly ids: Buffer;
  /** Offset of each object in the pack, in the order of `ids`. */
  readonly offsets: Float64Array;
  /** CRC-32 of each entry as it stands in the pack, four bytes each, where the index has them. */
  readonly checksums?: Buffer;
  /** Whether it lists every object of the pack. */
  readonly whole: boolean;
}

/** A file that is not what its name says. The message names the file. */
export class PackError extends Error {
  override readonly name = "PackError";
}

const magic = 0xff744f63;
const fanOut = 256 * 4;
const large = 0x8000_0000;

const readVersion2 = (file: string, data: Buffer, idBytes: number): PackIndex => {
  const count = data.readUInt32BE(8 + fanOut - 4);
  const idsAt = 8 + fanOut;
  const checksumsAt = idsAt + count * idBytes;
  const offsetsAt = checksumsAt + count * 4;
  const largeAt = offsetsAt + count * 4;
  if (data.length < largeAt + 2 * idBytes) throw new PackError(`${file} is truncated`);
  const offsets = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const offset = data.readUInt32BE(offsetsAt + i * 4);
    if (offset < large) offsets[i] = offset;
    else {
      const at = largeAt + (offset - large) * 8;
      if (at + 8 > data.length) throw new PackError(`${file}: offset of object ${i} is beyond its end`);
      offsets[i] = Number(data.readBigUInt64BE(at));
    }
  }
  return {
    count,
    idBytes,
    ids: data.subarray(idsAt, checksumsAt),
    checksums: data.subarray(checksumsAt, offsetsAt),
    offsets,
    whole: true,
  };
};

const readVersion1 = (file: string, data: Buffer, idBytes: number): PackIndex => {
  const count = data.readUInt32BE(fanOut - 4);
  const entry = 4 + idBytes;
  if (data.length < fanOut + count * entry + 2 * idBytes) throw new PackError(`${file} is truncated`);
  const offsets = new Float64Array(count);
  const ids = Buffer.alloc(count * idBytes);
  for (let i = 0; i < count; i++) {
    const at = fanOut + i * entry;
    offsets[i] = data.readUInt32BE(at);
    data.copy(ids, i * idBytes, at + 4, at + entry);
  }
  return { count, idBytes, ids, offsets, whole: true };
};

/** Reads an `.idx` file of version 1 or 2 (gitformat-pack, "Pack index files"). Throws a PackError. */
export const readPackIndex = (file: string, idBytes: number): PackIndex => {
  const data = readFileSync(file);
  if (data.length < fanOut + 8) throw new PackError(`${file} is truncated`);
  if (data.readUInt32BE(0) !== magic) return readVersion1(file, data, idBytes);
  const version = data.readUInt32BE(4);
  if (version !== 2) throw new PackError(`${file} has version ${version}, which this reader does not know`);
  return readVersion2(file, data, idBytes);
};
