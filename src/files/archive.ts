import { basename } from "node:path";
import { readAr } from "./ar.ts";
import { type Budget, budgetFor, exceeded } from "./budget.ts";
import { gunzip, gzipTexts } from "./gzip.ts";
import type { Member } from "./member.ts";
import { readTar } from "./tar.ts";
import { hasZipBehind, readZip } from "./zip.ts";
import { isZstdAt, unzstd } from "./zstd.ts";

/** Archives inside archives are opened this deep. */
const maxDepth = 3;

export type ArchiveKind = "gzip" | "zstd" | "tar" | "zip" | "ar";

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
  return isTar(content) ? "tar" : undefined;
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
  ...Array.from({ length: 16 }, (_, i) => 0x50 + i),
];
export const tarMagicAt = 257;

/** Names in archives are hostile: bounded here, escaped by the reports. */
const maxName = 1024;
const named = (name: string): string => name.slice(0, maxName);

async function* fromGzip(content: Buffer, budget: Budget, inner: string, depth: number): AsyncGenerator<Member> {
  const result = gunzip(content, budget);
  if (result.end === "limit") {
    yield { kind: "limit", inner, reason: exceeded };
    return;
  }
  // A tar in a gzip is one archive to everybody but its formats.
  const isTarball = archiveKind(result.content) === "tar";
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
    const isTarball = archiveKind(result.content) === "tar";
    yield* unpackAt(result.content, budget, isTarball ? inner : `${inner}!content`, isTarball ? depth : depth + 1);
    for (const beside of result.beside) yield* unpackAt(beside, budget, `${inner}!(rest)`, depth + 1);
  } else if (result.end === "limit") yield { kind: "limit", inner, reason: exceeded };
  else yield { kind: "damaged", inner };
}

const readers = { tar: readTar, zip: readZip, ar: readAr } as const;

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
  return fromMembers(readers[kind](content, budget), budget, inner, depth);
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
