import { blockSize, isEmptyBlock, longTextOf, type PlainHeader, plainHeader, recordsOf } from "./plain-header.ts";

export interface PlainMember {
  readonly name: string;
  readonly linkname: string | undefined;
  readonly pax: Readonly<Record<string, string>> | undefined;
  readonly isFolder: boolean;
  readonly content: Buffer;
}

/** A file whose name ends with a slash, as tars from before POSIX write folders, may hold something. */
const isFolder = (header: Buffer): boolean => header[156] === 0x35;

const padded = (size: number): number => Math.ceil(size / blockSize) * blockSize;

/** What headers of their own say of the next member. */
interface Ahead {
  readonly name?: string;
  readonly linkname?: string;
  readonly pax?: Readonly<Record<string, string>>;
}

const nothing: Ahead = {};

/** Undefined where only the library may read on: what is said twice, sizes, files with holes. */
const withTold = (ahead: Ahead, kind: PlainHeader["kind"], told: Buffer): Ahead | undefined => {
  if (kind === "long-link") return ahead.linkname === undefined ? { ...ahead, linkname: longTextOf(told) } : undefined;
  if (kind === "long-path") return ahead.name === undefined ? { ...ahead, name: longTextOf(told) } : undefined;
  const pax = recordsOf(told);
  const isRare = ahead !== nothing || Object.keys(pax).some((key) => key === "size" || key.startsWith("GNU."));
  return isRare ? undefined : { pax };
};

const memberOf = (
  header: PlainHeader,
  { name, linkname, pax }: Ahead,
  folder: boolean,
  content: Buffer,
): PlainMember => ({
  name: pax?.["path"] || name || header.name,
  linkname: pax?.["linkpath"] || linkname || header.linkName,
  pax,
  isFolder: folder,
  content,
});

/**
 * The members of a tar in memory, whose contents are stretches of it, for as long as headers are of the usual kinds and whole. Returns the offset of
 * the first header that is left for the library, or the tar's length.
 */
export function* plainMembers(tar: Buffer): Generator<PlainMember, number> {
  let ahead = nothing;
  let next = 0; // where the headers of the next member begin
  for (let at = 0; at + blockSize <= tar.length; ) {
    const block = tar.subarray(at, at + blockSize);
    if (ahead === nothing && isEmptyBlock(block)) {
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
      yield memberOf(header, ahead, isFolder(block), content);
      ahead = nothing;
      next = at;
      continue;
    }
    const told = withTold(ahead, header.kind, content);
    if (told === undefined) return next;
    ahead = told;
  }
  return next;
}
