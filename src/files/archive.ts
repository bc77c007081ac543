import { basename } from "node:path";
import { readAr } from "./ar.ts";
import { type Budget, budgetFor, exceeded } from "./budget.ts";
import { isCpio, readCpio } from "./cpio.ts";
import { gunzip, gzipTexts } from "./gzip.ts";
import type { Member } from "./member.ts";
import { isRpm, readRpm } from "./rpm.ts";
import { readTar } from "./tar.ts";
import { notRead, type Squeezed, squeezedKind, unsqueeze } from "./unpack-whole.ts";
import { hasZipBehind, readZip } from "./zip.ts";
import { isZstdAt, unzstd } from "./zstd.ts";

/** Archives inside archives are opened this deep. */
const maxDepth = 3;

export type ArchiveKind = "gzip" | "zstd" | Squeezed | "tar" | "zip" | "ar" | "cpio" | "rpm";

/** Deflate is the only method of gzip, and three flag bits are reserved (RFC 1952, section 2.3). */
const isGzip = (content: Buffer): boolean =>
  content.length >= 18 && content.readUIntBE(0, 3) === 0x1f8b08 && (content[3]! & 0xe0) === 0;

/** The magic of POSIX and GNU tar stands in the first header. */
const isTar = (content: Buffer): boolean =>
  content.length >= 512 && content.toString("latin1", tarMagicAt, tarMagicAt + 5) === "ustar";

/** A local file header, or the end record of an empty archive (APPNOTE.TXT, section 4.3). */
const isZip = (content: Buffer): boolean =>
  content.length >= 22 && [0x504b0304, 0x504b0506].includes(content.readUInt32BE(0));

/** Programs of Windows and Unix, and scripts, that may have a zip behind them. */
const isProgram = (content: Buffer): boolean =>
  content.length >= 22 && /^(?:MZ|\x7fELF|#!)/.test(content.toString("latin1", 0, 4));

const isAr = (content: Buffer): boolean => content.length >= 68 && content.toString("latin1", 0, 8) === "!<arch>\n";

/** The kind of an archive by its first bytes, never by its name. */
export const archiveKind = (content: Buffer): ArchiveKind | undefined => {
  if (isGzip(content)) return "gzip";
  if (isZip(content) || (isProgram(content) && hasZipBehind(content))) return "zip";
  if (isZstdAt(content)) return "zstd";
  if (isAr(content)) return "ar";
  if (isTar(content)) return "tar";
  if (isCpio(content)) return "cpio";
  return isRpm(content) ? "rpm" : squeezedKind(content);
};

/** The bytes with which archives begin; a tar begins with a name, and is known by what stands at `tarMagicAt`. */
export const archiveFirstBytes: readonly number[] = [
  0x1f,
  0x50,
  0x28,
  0x21,
  0x23,
  0x4d,
  0x7f,
  0xfd,
  0x42,
  0x04,
  0x30,
  0xed,
  ...Array.from({ length: 16 }, (_, i) => 0x50 + i),
];
export const tarMagicAt = 257;

/** Files one behind the other: what is compressed as a whole with them in it is one archive to everybody but its formats. */
const isBundle = (content: Buffer): boolean => ["tar", "cpio"].includes(archiveKind(content) ?? "");

/** Names in archives are hostile: bounded here, escaped by the reports. */
const maxName = 1024;
const named = (name: string): string => name.slice(0, maxName);

async function* fromGzip(content: Buffer, budget: Budget, inner: string, depth: number): AsyncGenerator<Member> {
  const result = gunzip(content, budget);
  if (result.end === "limit") {
    yield { kind: "limit", inner, reason: exceeded };
    return;
  }
  const isTarball = isBundle(result.content);
  const name = isTarball ? inner : `${inner}!${named(basename(result.name)) || "content"}`;
  yield* unpackAt(result.content, budget, name, isTarball ? depth : depth + 1);
  if (result.rest.length > 0) yield* unpackAt(result.rest, budget, `${inner}!(rest)`, depth + 1);
  const texts = gzipTexts(content);
  if (texts.length > 0) yield { kind: "content", inner: `${inner}!(header)`, content: texts };
  if (result.end === "damaged") yield { kind: "damaged", inner };
}

async function* fromZstd(content: Buffer, budget: Budget, inner: string, depth: number): AsyncGenerator<Member> {
  const result = await unzstd(content, budget);
  if ("content" in result) {
    const isTarball = isBundle(result.content);
    yield* unpackAt(result.content, budget, isTarball ? inner : `${inner}!content`, isTarball ? depth : depth + 1);
    for (const beside of result.beside) yield* unpackAt(beside, budget, `${inner}!(rest)`, depth + 1);
  } else if (result.end === "limit") yield { kind: "limit", inner, reason: exceeded };
  else yield { kind: "damaged", inner };
}

async function* fromSqueezed(
  kind: Squeezed,
  packed: Buffer,
  budget: Budget,
  inner: string,
  depth: number,
): AsyncGenerator<Member> {
  const { content, end, rest } = await unsqueeze(kind, packed, budget);
  const isTarball = isBundle(content);
  if (content.length > 0)
    yield* unpackAt(content, budget, isTarball ? inner : `${inner}!content`, isTarball ? depth : depth + 1);
  if (rest.length > 0) yield* unpackAt(rest, budget, `${inner}!(rest)`, depth + 1);
  if (end === "limit") yield { kind: "limit", inner, reason: exceeded };
  else if (end === "damaged") yield { kind: "damaged", inner };
  else if (end === "unsupported") yield { kind: "skipped", inner, what: "compressed data", reason: notRead(kind) };
}

const readers = { tar: readTar, zip: readZip, ar: readAr, cpio: readCpio, rpm: readRpm } as const;

async function* fromMembers(
  members: AsyncIterable<Member> | Iterable<Member>,
  budget: Budget,
  inner: string,
  depth: number,
): AsyncGenerator<Member> {
  for await (const member of members) {
    const path = member.inner === "" ? inner : `${inner}!${named(member.inner)}`;
    if (member.kind === "content") yield* unpackAt(member.content, budget, path, depth + 1);
    else yield { ...member, inner: path };
  }
}

const open = (kind: ArchiveKind, content: Buffer, budget: Budget, inner: string, depth: number) => {
  if (kind === "gzip") return fromGzip(content, budget, inner, depth);
  if (kind === "zstd") return fromZstd(content, budget, inner, depth);
  if (kind in readers) {
    const read = readers[kind as keyof typeof readers];
    return fromMembers(read(content, budget), budget, inner, depth);
  }
  return fromSqueezed(kind as Squeezed, content, budget, inner, depth);
};

/** Whether a damaged archive is still to be read as it is. */
const isReadAsIs = (kind: ArchiveKind, content: Buffer): boolean => kind !== "zip" || isZip(content);

async function* unpackAt(content: Buffer, budget: Budget, inner: string, depth: number): AsyncGenerator<Member> {
  const kind = archiveKind(content);
  if (kind === undefined) yield { kind: "content", inner, content };
  else if (depth >= maxDepth) yield { kind: "limit", inner, reason: `archives nested more than ${maxDepth} deep` };
  else {
    // of a program with a zip behind it both are read
    if (kind === "zip" && !isZip(content)) yield { kind: "content", inner, content };
    for await (const member of open(kind, content, budget, inner, depth)) {
      yield member;
      // What is in a damaged archive without compression is still there to see.
      if (member.kind === "damaged" && member.inner === inner && isReadAsIs(kind, content))
        yield { kind: "content", inner, content };
    }
  }
}

/** Unpacks an archive in memory, archives inside it too, within a budget; anything else is its own only member. */
export const unpack = (content: Buffer): AsyncGenerator<Member> => unpackAt(content, budgetFor(content), "", 0);
