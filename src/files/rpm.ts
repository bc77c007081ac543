import type { Member } from "./member.ts";

/** A package of RPM: a lead, a header with signatures, a header that tells of the package, and a cpio, mostly compressed (RPM, "Package format v4"). */
const leadMagic = 0xedabeedb;
const leadSize = 96;
const headerMagic = 0x8eade801;
const [introSize, entrySize] = [16, 16] as const;

export const isRpm = (content: Buffer): boolean =>
  content.length >= leadSize + introSize && content.readUInt32BE(0) === leadMagic;

interface Section {
  /** Texts, each with a zero behind it, and numbers. */
  readonly store: Buffer;
  readonly end: number;
}

const sectionAt = (content: Buffer, at: number): Section | undefined => {
  if (at + introSize > content.length || content.readUInt32BE(at) !== headerMagic) return undefined;
  const storeAt = at + introSize + content.readUInt32BE(at + 8) * entrySize;
  const end = storeAt + content.readUInt32BE(at + 12);
  return end > content.length ? undefined : { store: content.subarray(storeAt, end), end };
};

/** What a package says of itself, its scripts among it, and what it holds. */
export function* readRpm(content: Buffer): Generator<Member> {
  const signatures = sectionAt(content, leadSize);
  const header = signatures === undefined ? undefined : sectionAt(content, signatures.end + (-signatures.end & 7));
  if (header === undefined) return yield { kind: "damaged", inner: "" };
  yield { kind: "content", inner: "(headers)", content: header.store };
  yield { kind: "content", inner: "", content: content.subarray(header.end) };
}
