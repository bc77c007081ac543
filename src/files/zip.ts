import { inflateRawSync } from "node:zlib";
import { type Budget, exceeded, isTooLarge } from "./budget.ts";
import type { Member } from "./member.ts";
import { type Squeezed, unsqueeze } from "./unpack-whole.ts";
import { unzstd } from "./zstd.ts";

/** An entry of the central directory (APPNOTE.TXT 6.3.10, section 4.3.12). */
interface Entry {
  readonly name: string;
  /** Its name and its comment, as they stand there. */
  readonly texts: readonly Buffer[];
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Of its local header. */
  readonly offset: number;
}

const endSignature = Buffer.from("PK\x05\x06", "latin1");
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const maxComment = 0xffff;
const zip64 = 0xffffffff;

/** A 64-bit number replaces each field that is full, in this order (section 4.5.3). */
const fieldsOf64 = (extra: Buffer, fields: readonly number[]): readonly number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== zip64) return field;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return fields;
};

const entryAt = (zip: Buffer, at: number): Entry & { readonly next: number } => {
  const nameEnd = at + entrySize + zip.readUInt16LE(at + 28);
  const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
  const next = extraEnd + zip.readUInt16LE(at + 32);
  const fields = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const [unpacked, packed, offset] = fieldsOf64(zip.subarray(nameEnd, extraEnd), fields) as [number, number, number];
  return {
    name: zip.toString("utf8", at + entrySize, nameEnd),
    texts: [zip.subarray(at + entrySize, nameEnd), zip.subarray(extraEnd, next)],
    encrypted: (zip.readUInt16LE(at + 8) & 1) !== 0,
    method: zip.readUInt16LE(at + 10),
    packed,
    unpacked,
    offset,
    next,
  };
};

const end64Signature = Buffer.from("PK\x06\x06", "latin1");
const locatorSize = 20;

/** Where the end record of the central directory stands, or -1. */
const endRecord = (zip: Buffer): number => {
  const from = Math.max(0, zip.length - endSize - maxComment);
  const at = zip.subarray(from).lastIndexOf(endSignature);
  return at === -1 ? -1 : from + at;
};

/** Whether a program or a script has a zip behind it: an installer that unpacks itself, a Python application. */
export const hasZipBehind = (content: Buffer): boolean => {
  const at = endRecord(content);
  return at >= 0 && at + endSize <= content.length && content.readUInt16LE(at + 10) > 0;
};

interface Directory {
  readonly start: number;
  /** Bytes before the archive, of which the offsets within it may know nothing. */
  readonly shift: number;
}

/** Where the directory is written to begin counts, unless bytes before the archive moved it: then its size and where it ends tell. */
const placed = (zip: Buffer, written: number, byEnd: number): Directory => {
  const isThere = written + entrySize <= zip.length && zip.readUInt32LE(written) === entrySignature;
  return isThere ? { start: written, shift: 0 } : { start: byEnd, shift: byEnd - written };
};

const directoryOf = (zip: Buffer): Directory => {
  const at = endRecord(zip);
  if (at === -1) throw new RangeError("no central directory");
  const written = zip.readUInt32LE(at + 16);
  if (written === zip64) {
    const end = zip.lastIndexOf(end64Signature, at - locatorSize);
    const [size, start] = [Number(zip.readBigUInt64LE(end + 40)), Number(zip.readBigUInt64LE(end + 48))];
    return placed(zip, start, end - size);
  }
  return placed(zip, written, at - zip.readUInt32LE(at + 12));
};

/** An offset that leads out of the archive; by name, since it is Node's error and may be of another realm. */
const isOutside = (error: unknown): boolean => (error as Error).name === "RangeError";

const packedBytes = (zip: Buffer, entry: Entry, shift: number): Buffer => {
  const at = entry.offset + shift;
  if (zip.readUInt32LE(at) !== localSignature) throw new RangeError("no local header");
  const start = at + localSize + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return zip.subarray(start, start + entry.packed);
};

const stored = 0;
const deflated = 8;
const zstandard = 93;

const squeezed: ReadonlyMap<number, Squeezed> = new Map([
  [12, "bzip2"],
  [14, "lzma"],
  [95, "xz"],
]);

/** Methods that are known by name and not unpacked (section 4.4.5). */
const methodNames = new Map([
  [9, "deflate64"],
  [98, "ppmd"],
  [99, "AES encryption"],
]);

const unpacked = (packed: Buffer, method: number, budget: Budget): Buffer => {
  if (method === stored) {
    budget.bytes -= packed.length; // entries may share their bytes
    return packed;
  }
  const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, budget.bytes) });
  budget.bytes -= content.length;
  return content;
};

const zstdMember = async (inner: string, packed: Buffer, budget: Budget): Promise<Member> => {
  const result = await unzstd(packed, budget);
  if ("content" in result)
    return { kind: "content", inner, content: Buffer.concat([result.content, ...result.beside]) };
  return result.end === "limit" ? { kind: "limit", inner, reason: exceeded } : { kind: "damaged", inner };
};

/** In a zip, the properties of lzma stand behind a version and their own length; a file of lzma has the size behind them (section 5.8). */
const asLzmaFile = (packed: Buffer, { unpacked: size }: Entry): Buffer => {
  const head = Buffer.alloc(13, 0xff);
  packed.copy(head, 0, 4, 9);
  if (size > 0) head.writeBigUInt64LE(BigInt(size), 5);
  return Buffer.concat([head, packed.subarray(9)]);
};

const squeezedMember = async (entry: Entry, kind: Squeezed, packed: Buffer, budget: Budget): Promise<Member> => {
  const { name: inner } = entry;
  const { content, end } = await unsqueeze(kind, kind === "lzma" ? asLzmaFile(packed, entry) : packed, budget);
  if (end === "whole") return { kind: "content", inner, content };
  return end === "limit" ? { kind: "limit", inner, reason: exceeded } : { kind: "damaged", inner };
};

const memberOf = async (zip: Buffer, entry: Entry, shift: number, budget: Budget): Promise<Member> => {
  const { name: inner, method } = entry;
  if (entry.encrypted) return { kind: "skipped", inner, what: "archive member", reason: "encrypted" };
  const kind = squeezed.get(method);
  if (kind === undefined && method !== stored && method !== deflated && method !== zstandard) {
    const reason = `packed by ${methodNames.get(method) ?? `method ${method}`}, which is not read`;
    return { kind: "skipped", inner, what: "archive member", reason };
  }
  try {
    const packed = packedBytes(zip, entry, shift);
    if (kind !== undefined) return await squeezedMember(entry, kind, packed, budget);
    if (method === zstandard) return await zstdMember(inner, packed, budget);
    const content = unpacked(packed, method, budget);
    return budget.bytes < 0 ? { kind: "limit", inner, reason: exceeded } : { kind: "content", inner, content };
  } catch (error) {
    return isTooLarge(error) ? { kind: "limit", inner, reason: exceeded } : { kind: "damaged", inner };
  }
};

/** What follows the end record, whose last field says how long it is. */
const commentOf = (zip: Buffer): Buffer => {
  const at = endRecord(zip);
  return zip.subarray(at === -1 ? zip.length : at + endSize);
};

/** Hears of each entry. */
type Tell = (entry: Entry) => void;

const lineFeed = Buffer.from("\n");

/** The files of a zip, and of all that is one by another name: jar, whl, docx; at the end names and comments. */
export async function* readZip(zip: Buffer, budget: Budget): AsyncGenerator<Member> {
  const told: Buffer[] = []; // as bytes: as texts they could take several times as much as the archive
  yield* readFiles(zip, budget, ({ texts }) => told.push(...texts));
  const lines = [...told, commentOf(zip)].filter(({ length }) => length > 0).flatMap((text) => [text, lineFeed]);
  if (lines.length > 0) yield { kind: "content", inner: "(headers)", content: Buffer.concat(lines) };
}

async function* readFiles(zip: Buffer, budget: Budget, tell: Tell): AsyncGenerator<Member> {
  try {
    const { start, shift } = directoryOf(zip);
    let at = start;
    while (at + entrySize <= zip.length && zip.readUInt32LE(at) === entrySignature) {
      if (--budget.members < 0) {
        yield { kind: "limit", inner: "", reason: exceeded };
        return;
      }
      const entry = entryAt(zip, at);
      tell(entry);
      const member = entry.name.endsWith("/") ? undefined : await memberOf(zip, entry, shift, budget);
      if (member !== undefined) yield member;
      if (member?.kind === "limit") return;
      at = entry.next;
    }
  } catch (error) {
    if (!isOutside(error)) throw error;
    yield { kind: "damaged", inner: "" };
  }
}
