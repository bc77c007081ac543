import type { FileHandle } from "node:fs/promises";
import { posix } from "node:path";
import { ImageError } from "./image-error.ts";
import type { FileHolder, StoredFile } from "./stored-file.ts";

/** Where a member of a tar on disk lies. */
interface Member {
  readonly kind: "file" | "link";
  readonly offset: number;
  readonly size: number;
  /** Of a link: the path that it leads to, in the archive. */
  readonly target: string;
}

const block = 512;
const maxMembers = 1_000_000;
const maxLongName = 1 << 20;
const maxLinks = 8;
const chunkSize = 1 << 18;

const textAt = (header: Buffer, start: number, end: number): string => {
  const field = header.subarray(start, end);
  const zero = field.indexOf(0);
  return field.toString("utf8", 0, zero === -1 ? field.length : zero);
};

/** Octal digits, or a big-endian number when the first bit is set (GNU). */
const numberAt = (header: Buffer, start: number, length: number): number => {
  if ((header[start]! & 0x80) === 0) return Number.parseInt(textAt(header, start, start + length).trim() || "0", 8);
  let value = header[start]! & 0x7f;
  for (let at = start + 1; at < start + length; at++) value = value * 256 + header[at]!;
  return value;
};

const checksumAt = 148;

/** The sum of a header's bytes, its own field counted as spaces (POSIX.1-1988, "ustar"). */
export const isTarHeader = (header: Buffer): boolean => {
  if (header.length < block) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < block; at++) if (at < checksumAt || at >= checksumAt + 8) sum += header[at]!;
  return numberAt(header, checksumAt, 8) === sum;
};

const isZero = (header: Buffer): boolean => header.every((byte) => byte === 0);

/** Records `length key=value\n` (POSIX.1-2001, "pax Extended Header"). */
const paxRecords = (content: Buffer): ReadonlyMap<string, string> => {
  const records = new Map<string, string>();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = space === -1 ? Number.NaN : Number.parseInt(content.toString("latin1", at, space), 10);
    if (!(length > 0)) break;
    const record = content.toString("utf8", space + 1, at + length - 1);
    const equals = record.indexOf("=");
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
};

const normal = (path: string): string => posix.normalize(path).replace(/^(?:\.{0,2}\/)+/, "");

const linkTarget = (path: string, type: string, target: string): string =>
  normal(type === "1" ? target : posix.join(posix.dirname(path), target));

interface Header {
  readonly type: string;
  readonly path: string;
  readonly target: string;
  readonly size: number;
}

const headerOf = (header: Buffer): Header => {
  const prefix = header.toString("latin1", 257, 263) === "ustar\0" ? textAt(header, 345, 500) : "";
  const name = textAt(header, 0, 100);
  return {
    type: String.fromCharCode(header[156]!),
    path: prefix === "" ? name : `${prefix}/${name}`,
    target: textAt(header, 157, 257),
    size: numberAt(header, 124, 12),
  };
};

/** What headers of their own say of the next member. */
interface Extended {
  path?: string;
  target?: string;
  size?: number;
}

const extend = (extended: Extended, type: string, content: Buffer): Extended => {
  if (type === "L") return { ...extended, path: textAt(content, 0, content.length) };
  if (type === "K") return { ...extended, target: textAt(content, 0, content.length) };
  if (type !== "x") return extended;
  const records = paxRecords(content);
  const [path, target, size] = ["path", "linkpath", "size"].map((key) => records.get(key));
  return {
    ...extended,
    ...(path === undefined ? {} : { path }),
    ...(target === undefined ? {} : { target }),
    ...(size === undefined ? {} : { size: Number(size) }),
  };
};

const readAt = async (handle: FileHandle, at: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
};

const extensions = "LKxg";
const files = "0\x007";

/** Lists the members of a tar by its headers alone. Throws an ImageError where it is broken. */
const listMembers = async (handle: FileHandle, end: number): Promise<ReadonlyMap<string, Member>> => {
  const members = new Map<string, Member>();
  let extended: Extended = {};
  let at = 0;
  for (let count = 0; at + block <= end; count++) {
    if (count > maxMembers) throw new ImageError(`the archive has more than ${maxMembers} members`);
    const raw = await readAt(handle, at, block);
    if (isZero(raw)) break;
    if (!isTarHeader(raw)) throw new ImageError(`the archive is damaged at byte ${at}`);
    const header = headerOf(raw);
    const offset = at + block;
    if (extensions.includes(header.type)) {
      if (header.size > maxLongName) throw new ImageError(`the archive has a header of ${header.size} bytes`);
      extended = extend(extended, header.type, await readAt(handle, offset, header.size));
      at = offset + Math.ceil(header.size / block) * block;
      continue;
    }
    const { path, target, size } = { ...header, ...extended };
    extended = {};
    const held = files.includes(header.type) ? size : 0;
    if (!Number.isSafeInteger(held) || offset + held > end) throw new ImageError(`the archive ends within ${path.slice(0, 200)}`);
    const isLink = header.type === "1" || header.type === "2";
    if (files.includes(header.type)) members.set(normal(path), { kind: "file", offset, size, target: "" });
    else if (isLink) members.set(normal(path), { kind: "link", offset, size: 0, target: linkTarget(path, header.type, target) });
    at = offset + Math.ceil(held / block) * block;
  }
  return members;
};

async function* readRange(handle: FileHandle, offset: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const chunk = await readAt(handle, offset + done, Math.min(chunkSize, size - done));
    if (chunk.length === 0) throw new ImageError("the archive became shorter while it was read");
    done += chunk.length;
    yield chunk;
  }
}

/** A tar on disk, of which any member can be read at any time; nothing is unpacked. */
export const openTarFile = async (handle: FileHandle): Promise<FileHolder> => {
  const members = await listMembers(handle, (await handle.stat()).size);
  const find = async (path: string): Promise<StoredFile | undefined> => {
    let member = members.get(normal(path));
    for (let links = 0; member?.kind === "link"; links++) {
      if (links === maxLinks) throw new ImageError(`${path.slice(0, 200)} is a link that leads to itself`);
      member = members.get(member.target);
    }
    if (member === undefined) return undefined;
    const { offset, size } = member;
    return { size, read: () => readRange(handle, offset, size) };
  };
  return { find, close: () => handle.close() };
};
