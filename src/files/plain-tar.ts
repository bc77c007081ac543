import { isEmptyBlock, longTextOf, type PlainHeader, plainHeader, recordsOf } from "../image/plain-header.ts";
import { blockSize } from "../image/tar-header.ts";

export interface PlainMember {
  readonly name: string;
  readonly isFolder: boolean;
  readonly content: Buffer;
}

/** A file whose name ends with a slash, as tars from before POSIX write folders, may hold something. */
const isFolder = (header: Buffer): boolean => header[156] === 0x35;

const padded = (size: number): number => Math.ceil(size / blockSize) * blockSize;

/** The next member's name as a header of its own tells it; null for one that only the library may read. */
const nameFrom = (kind: PlainHeader["kind"], told: Buffer, before: string | undefined): string | undefined | null => {
  if (kind === "long-link") return before;
  if (kind === "long-path") return before === undefined ? longTextOf(told) : null;
  const { path, size, ...others } = recordsOf(told);
  const isRare =
    before !== undefined || size !== undefined || Object.keys(others).some((key) => key.startsWith("GNU."));
  return isRare ? null : path;
};

/**
 * The members of a tar in memory, whose contents are stretches of it, for as long as headers are of the usual kinds and whole. Returns the offset of
 * the first header that is left for the library, or the tar's length.
 */
export function* plainMembers(tar: Buffer): Generator<PlainMember, number> {
  let name: string | undefined;
  let next = 0; // where the headers of the next member begin
  for (let at = 0; at + blockSize <= tar.length; ) {
    const block = tar.subarray(at, at + blockSize);
    if (name === undefined && isEmptyBlock(block)) {
      at += blockSize;
      next = at;
      continue;
    }
    const header = plainHeader(block);
    if (header === undefined) return next;
    const size = isFolder(block) ? 0 : header.size; // some write one for folders; nothing follows
    const start = at + blockSize;
    if (start + padded(size) > tar.length) return next;
    const content = tar.subarray(start, start + size);
    at = start + padded(size);
    if (header.kind === "member") {
      yield { name: name || header.name, isFolder: isFolder(block), content };
      name = undefined;
      next = at;
      continue;
    }
    const told = nameFrom(header.kind, content, name);
    if (told === null) return next;
    name = told;
  }
  return next;
}
