import type { FileHandle } from "node:fs/promises";
import { blockSize } from "../files/plain-header.ts";
import { ImageError } from "./image-error.ts";
import type { FileHolder, StoredFile } from "./stored-file.ts";
import { type Extended, extend, headerOf, isTarHeader, isZero, linkTarget, normal } from "./tar-header.ts";

/** Where a member of a tar on disk lies. */
interface Member {
  readonly kind: "file" | "link";
  readonly offset: number;
  readonly size: number;
  /** Of a link: the path that it leads to, in the archive. */
  readonly target: string;
}

const maxMembers = 1_000_000;
const maxLongName = 1 << 20;
const maxLinks = 8;
const chunkSize = 1 << 18;

const readAt = async (handle: FileHandle, at: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafeSlow(length);
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

/** Where a header stands, and what headers before it said of its member. */
interface Position {
  readonly at: number;
  readonly extended: Extended;
}

type Add = (path: string, member: Member) => void;

const padded = (size: number): number => Math.ceil(size / blockSize) * blockSize;

const readMember = (raw: Buffer, { at, extended }: Position, end: number, add: Add): Position => {
  const { type, path, target, size } = { ...headerOf(raw), ...extended };
  const offset = at + blockSize;
  const isFile = files.includes(type);
  const held = isFile ? size : 0;
  if (!Number.isSafeInteger(held) || held < 0 || offset + held > end)
    throw new ImageError(`the archive ends within ${path.slice(0, 200)}`);
  if (isFile) add(path, { kind: "file", offset, size, target: "" });
  else if (type === "1" || type === "2")
    add(path, { kind: "link", offset, size: 0, target: linkTarget(path, type, target) });
  return { at: offset + padded(held), extended: {} };
};

const readHeader = async (
  handle: FileHandle,
  raw: Buffer,
  position: Position,
  end: number,
  add: Add,
): Promise<Position> => {
  const { type, size } = headerOf(raw);
  if (!extensions.includes(type)) return readMember(raw, position, end, add);
  if (!(size <= maxLongName)) throw new ImageError(`the archive has a header of ${size} bytes`);
  const content = await readAt(handle, position.at + blockSize, size);
  return { at: position.at + blockSize + padded(size), extended: extend(position.extended, type, content) };
};

interface Members {
  /** The last of each path, as a reader has it that unpacks the archive. */
  readonly last: ReadonlyMap<string, Member>;
  /** Those before it. */
  readonly earlier: ReadonlyMap<string, readonly Member[]>;
}

/** Lists the members of a tar by its headers alone. Throws an ImageError where it is broken. */
const listMembers = async (handle: FileHandle, end: number): Promise<Members> => {
  const last = new Map<string, Member>();
  const earlier = new Map<string, Member[]>();
  const add: Add = (path, member) => {
    const name = normal(path);
    const before = last.get(name);
    if (before !== undefined) earlier.get(name)?.push(before) ?? earlier.set(name, [before]);
    last.set(name, member);
  };
  let position: Position = { at: 0, extended: {} };
  for (let count = 0; position.at + blockSize <= end; count++) {
    if (count > maxMembers) throw new ImageError(`the archive has more than ${maxMembers} members`);
    const raw = await readAt(handle, position.at, blockSize);
    if (isZero(raw)) break;
    if (!isTarHeader(raw)) throw new ImageError(`the archive is damaged at byte ${position.at}`);
    position = await readHeader(handle, raw, position, end, add);
  }
  return { last, earlier };
};

async function* readRange(handle: FileHandle, offset: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const chunk = await readAt(handle, offset + done, Math.min(chunkSize, size - done));
    if (chunk.length === 0) throw new ImageError("the archive became shorter while it was read");
    done += chunk.length;
    yield chunk;
  }
}

const isSame = async (handle: FileHandle, one: Member, other: Member): Promise<boolean> => {
  if (one.kind !== other.kind || one.size !== other.size || one.target !== other.target) return false;
  for (let done = 0; done < one.size; done += chunkSize) {
    const length = Math.min(chunkSize, one.size - done);
    const [left, right] = [
      await readAt(handle, one.offset + done, length),
      await readAt(handle, other.offset + done, length),
    ];
    if (!left.equals(right)) return false;
  }
  return true;
};

/** Whether what stands before the last member of a path is something else: some readers take the first, others the last. */
const differs = async (handle: FileHandle, { last, earlier }: Members, name: string): Promise<boolean> => {
  const final = last.get(name)!;
  for (const member of earlier.get(name) ?? []) if (!(await isSame(handle, member, final))) return true;
  return false;
};

/**
 * A tar on disk, of which any member can be read at any time; nothing is unpacked. `stored` is its size as it was given, where
 * it was compressed.
 */
export const openTarFile = async (handle: FileHandle, stored?: number): Promise<FileHolder> => {
  const { size } = await handle.stat();
  const members = await listMembers(handle, size);
  const doubts = new Map<string, boolean>();
  const memberAt = async (name: string): Promise<Member | undefined> => {
    if (members.earlier.has(name) && !doubts.has(name)) doubts.set(name, await differs(handle, members, name));
    return members.last.get(name);
  };
  const find = async (path: string): Promise<StoredFile | undefined> => {
    let member = await memberAt(normal(path));
    for (let links = 0; member?.kind === "link"; links++) {
      if (links === maxLinks) throw new ImageError(`${path.slice(0, 200)} is a link that leads to itself`);
      member = await memberAt(member.target);
    }
    if (member === undefined) return undefined;
    const { offset, size: length } = member;
    const part = { descriptor: handle.fd, start: offset, size: length };
    return {
      size: length,
      id: `${offset}`,
      read: () => readRange(handle, offset, length),
      open: async () => ({ part, close: async () => {} }), // it stays open as long as the archive
    };
  };
  const doubtful = (): readonly string[] => [...doubts].filter(([, isDoubtful]) => isDoubtful).map(([name]) => name);
  return { find, doubtful, stored: () => stored ?? size, close: () => handle.close() };
};
