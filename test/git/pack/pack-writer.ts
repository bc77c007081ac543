import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { packFolder } from "./unpacking.ts";

/** An entry of a pack that is written by hand, with whatever lies a test needs. */
export interface HandMade {
  /** Of the object; in hexadecimal. */
  readonly id: string;
  /** As in gitformat-pack: 3 is a blob, 7 a delta on the object named by `base`. */
  readonly type: number;
  readonly data: Buffer;
  readonly base?: string;
  /** Said in the header in place of the size of `data`. */
  readonly size?: number;
}

const headerOf = (type: number, size: number): Buffer => {
  const bytes = [(type << 4) | (size % 16)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1]! |= 128;
    bytes.push(rest % 128);
  }
  return Buffer.from(bytes);
};

const entryOf = ({ type, data, base, size = data.length }: HandMade): Buffer =>
  Buffer.concat([headerOf(type, size), Buffer.from(base ?? "", "hex"), deflateSync(data)]);

const sha1 = (bytes: Buffer): Buffer => createHash("sha1").update(bytes).digest();

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const types = { commit: 1, tree: 2, blob: 3 } as const;

/** An object as git would name it, whatever its bytes are. */
export const objectOf = (type: keyof typeof types, data: Buffer): HandMade => ({
  id: sha1(Buffer.concat([Buffer.from(`${type} ${data.length}\0`), data])).toString("hex"),
  type: types[type],
  data,
});

export const blob = (content: Buffer): HandMade => objectOf("blob", content);
export const blobId = (content: Buffer): string => blob(content).id;

interface Lies {
  readonly count?: number;
  readonly offset?: (offset: number, number: number) => number;
}

/** Writes a pack and its index, version 2, into a work tree's repository; gives the pack's path. */
export const writePack = (folder: string, entries: readonly HandMade[], lies: Lies = {}): string => {
  const bodies = entries.map(entryOf);
  const offsets: number[] = [];
  let end = 12;
  for (const body of bodies) {
    offsets.push(end);
    end += body.length;
  }
  const head = Buffer.concat([Buffer.from("PACK"), word(2), word(entries.length)]);
  const pack = Buffer.concat([head, ...bodies]);
  const sum = sha1(pack);
  const order = entries.map((_, i) => i).sort((a, b) => (entries[a]!.id < entries[b]!.id ? -1 : 1));
  const ids = order.map((i) => Buffer.from(entries[i]!.id, "hex"));
  const fan = Array.from({ length: 256 }, (_, first) => word(ids.filter((id) => id[0]! <= first).length));
  if (lies.count !== undefined) fan[255] = word(lies.count);
  const said = order.map((i) => word(lies.offset?.(offsets[i]!, i) ?? offsets[i]!));
  const checksums = order.map((i) => word(crc32(bodies[i]!)));
  const magic = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
  const index = Buffer.concat([magic, ...fan, ...ids, ...checksums, ...said, sum]);
  const stem = join(packFolder(folder), `pack-${sum.toString("hex")}`);
  mkdirSync(packFolder(folder), { recursive: true });
  writeFileSync(`${stem}.pack`, Buffer.concat([pack, sum]));
  writeFileSync(`${stem}.idx`, Buffer.concat([index, sha1(index)]));
  return `${stem}.pack`;
};
