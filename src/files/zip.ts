import { inflateRawSync } from "node:zlib";
import { type Budget, exceeded, isTooLarge } from "./budget.ts";
import type { Member } from "./member.ts";

/** An entry of the central directory (APPNOTE.TXT 6.3.10, section 4.3.12). */
interface Entry {
  readonly name: string;
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
  const fields = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const [unpacked, packed, offset] = fieldsOf64(zip.subarray(nameEnd, extraEnd), fields) as [number, number, number];
  return {
    name: zip.toString("utf8", at + entrySize, nameEnd),
    encrypted: (zip.readUInt16LE(at + 8) & 1) !== 0,
    method: zip.readUInt16LE(at + 10),
    packed,
    unpacked,
    offset,
    next: extraEnd + zip.readUInt16LE(at + 32),
  };
};

/** Where the central directory begins: by its end and size, so that bytes before the archive do no harm. */
const directoryStart = (zip: Buffer): number => {
  const end = zip.subarray(Math.max(0, zip.length - endSize - maxComment)).lastIndexOf(endSignature);
  if (end === -1) throw new RangeError("no central directory");
  const at = Math.max(0, zip.length - endSize - maxComment) + end;
  const start = zip.readUInt32LE(at + 16);
  return start === zip64
    ? Number(zip.readBigUInt64LE(zip.lastIndexOf(Buffer.from("PK\x06\x06", "latin1")) + 48))
    : start;
};

/** An offset that leads out of the archive; by name, since it is Node's error and may be of another realm. */
const isOutside = (error: unknown): boolean => (error as Error).name === "RangeError";

const packedBytes = (zip: Buffer, entry: Entry): Buffer => {
  if (zip.readUInt32LE(entry.offset) !== localSignature) throw new RangeError("no local header");
  const start = entry.offset + localSize + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  return zip.subarray(start, start + entry.packed);
};

const stored = 0;
const deflated = 8;

const memberOf = (zip: Buffer, entry: Entry, budget: Budget): Member => {
  const inner = entry.name;
  if (entry.encrypted) return { kind: "skipped", inner, what: "archive member", reason: "encrypted" };
  if (entry.method !== stored && entry.method !== deflated)
    return { kind: "skipped", inner, what: "archive member", reason: `packed by method ${entry.method}` };
  try {
    const packed = packedBytes(zip, entry);
    const bounds = { maxOutputLength: Math.max(1, budget.bytes) };
    const content = entry.method === stored ? packed : inflateRawSync(packed, bounds);
    budget.bytes -= content.length; // of stored members too: entries may share their bytes
    return budget.bytes < 0 ? { kind: "limit", inner, reason: exceeded } : { kind: "content", inner, content };
  } catch (error) {
    return isTooLarge(error) ? { kind: "limit", inner, reason: exceeded } : { kind: "damaged", inner };
  }
};

/** The files of a zip, and of all that is one by another name: jar, whl, docx. */
export function* readZip(zip: Buffer, budget: Budget): Generator<Member> {
  try {
    let at = directoryStart(zip);
    while (at + entrySize <= zip.length && zip.readUInt32LE(at) === entrySignature) {
      if (--budget.members < 0) {
        yield { kind: "limit", inner: "", reason: exceeded };
        return;
      }
      const entry = entryAt(zip, at);
      const member = entry.name.endsWith("/") ? undefined : memberOf(zip, entry, budget);
      if (member !== undefined) yield member;
      if (member?.kind === "limit") return;
      at = entry.next;
    }
  } catch (error) {
    if (!isOutside(error)) throw error;
    yield { kind: "damaged", inner: "" };
  }
}
