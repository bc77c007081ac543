export const blockSize = 512;

/** A header that this reader understands in full. */
export interface PlainHeader {
  /** Of the member itself, or of a header that tells of the next member: POSIX records, or a long path or link target of GNU tar. */
  readonly kind: "member" | "records" | "long-path" | "long-link";
  /** As `TarEntry` names it. */
  readonly type: string;
  readonly name: string;
  readonly linkName: string | undefined;
  /** Bytes that follow. */
  readonly size: number;
}

/** Kinds of members by their flag (POSIX.1-1988, "ustar"; zero is from before it). */
const memberTypes: ReadonlyMap<number, string> = new Map([
  [0, "file"],
  ...["file", "link", "symlink", "character-device", "block-device", "directory", "fifo", "contiguous-file"].map(
    (type, i) => [0x30 + i, type] as const,
  ),
]);

const extensionKinds: ReadonlyMap<number, PlainHeader["kind"]> = new Map([
  [0x78, "records"], // x
  [0x4c, "long-path"], // L
  [0x4b, "long-link"], // K
]);

const [typeAt, linkAt, magicAt, prefixAt] = [156, 157, 257, 345] as const;
const [sizeAt, sizeEnd, checksumAt, checksumEnd] = [124, 136, 148, 156] as const;

const textIn = (block: Buffer, start: number, end: number): string => {
  let to = start;
  while (to < end && block[to] !== 0) to++;
  return block.toString("utf8", start, to);
};

/** Octal digits between spaces or zeros; undefined for all that is written in another way. */
const octalIn = (block: Buffer, start: number, end: number): number | undefined => {
  let at = start;
  while (at < end && block[at] === 0x20) at++;
  let value = 0;
  for (; at < end && block[at] !== 0x20 && block[at] !== 0; at++) {
    const digit = block[at]! - 0x30;
    if (digit < 0 || digit > 7) return undefined;
    value = value * 8 + digit;
  }
  for (; at < end; at++) if (block[at] !== 0x20 && block[at] !== 0) return undefined;
  return value;
};

const sumOf = (block: Buffer): number => {
  let sum = 8 * 0x20;
  for (let at = 0; at < checksumAt; at++) sum += block[at]!;
  for (let at = checksumEnd; at < blockSize; at++) sum += block[at]!;
  return sum;
};

const ustar = Buffer.from("ustar\x0000", "latin1");
const gnu = Buffer.from("ustar  \0", "latin1");

const hasMagic = (block: Buffer, magic: Buffer, length: number): boolean =>
  block.compare(magic, 0, length, magicAt, magicAt + length) === 0;

/** A block that holds nothing: two of them end a tar, and readers pass over it. */
export const isEmptyBlock = (block: Buffer): boolean => block[0] === 0 && sumOf(block) === 8 * 0x20;

/** Undefined for a header that is broken, of a rarer kind, or not sure to be read as others read it. */
export const plainHeader = (block: Buffer): PlainHeader | undefined => {
  const flag = block[typeAt]!;
  const kind = extensionKinds.get(flag) ?? "member";
  const type = kind === "member" ? memberTypes.get(flag) : kind;
  const size = octalIn(block, sizeAt, sizeEnd);
  const isUstar = hasMagic(block, ustar, 6);
  if (type === undefined || size === undefined || !(isUstar || hasMagic(block, gnu, gnu.length))) return undefined;
  if (octalIn(block, checksumAt, checksumEnd) !== sumOf(block)) return undefined;
  const short = textIn(block, 0, 100);
  const name = isUstar && block[prefixAt] !== 0 ? `${textIn(block, prefixAt, prefixAt + 155)}/${short}` : short;
  const isOldFolder = type === "file" && name.endsWith("/"); // as tars from before POSIX write it
  return {
    kind,
    type: isOldFolder ? "directory" : type,
    name,
    linkName: block[linkAt] === 0 ? undefined : textIn(block, linkAt, linkAt + 100),
    size,
  };
};

/** Records `length key=value\n` (POSIX.1-2001, "pax Extended Header"), up to the first that is none. */
export const recordsOf = (content: Buffer): Readonly<Record<string, string>> => {
  const records: Record<string, string> = {};
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = Number.parseInt(content.toString("latin1", at, space === -1 ? content.length : space), 10);
    if (!(length > 0)) break;
    const record = space === -1 ? "" : content.toString("utf8", space + 1, at + length - 1);
    const equals = record.indexOf("=");
    if (equals === -1) break;
    records[record.slice(0, equals)] = record.slice(equals + 1);
    at += length;
  }
  return records;
};

/** Whether a record only repeats what the header says, or is a number. */
export const isPlainRecord = (key: string): boolean =>
  /^(?:path|linkpath|size|[amc]time|[ug]id|charset|hdrcharset)$/.test(key);

/** A text that fills a header's content. */
export const longTextOf = (content: Buffer): string => textIn(content, 0, content.length);
