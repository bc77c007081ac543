import { type ArchiveKind, archiveKind, unpack } from "../files/archive.ts";
import { gunzip, gzipName, gzipRest, gzipTexts } from "../files/gzip.ts";
import { mediaKind, whyPassedOver } from "../files/media.ts";
import type { Inspect } from "../sighting.ts";
import { costs } from "./allowance.ts";
import { decompress, type Meanwhile, peek } from "./compression.ts";
import { copied } from "./copied.ts";
import { beginScan, exceeded, isOffered, look, type Scan, secretsIn, spend } from "./file-scan.ts";
import { found, type Gathering, miss, skip } from "./found.ts";
import { drain, following, type Gathered, gather } from "./gather.ts";
import { giveBack } from "./give-back.ts";
import { heldWhole, maxHeld } from "./held-whole.ts";
import { ImageError, LimitError, RestError } from "./image-error.ts";
import { createNames } from "./names.ts";
import { divided, hitsOfPart } from "./parts.ts";
import { createScratch, type Scratch } from "./scratch.ts";
import type { TakeApart } from "./tar-apart.ts";
import { type Content, tarMembers } from "./tar-walk.ts";
import type { TakeBeside } from "./zstd-frames.ts";

const maxDepth = 4;
const maxName = 1024;
const maxSmallGzip = 32 << 20;

const shownAs = (file: string, inner: string): string => `${file}${inner}`;

const lookInParts = async (scan: Scan, first: Buffer, rest: AsyncIterable<Buffer>, inner: string): Promise<void> => {
  const parts = divided(first, (content, part) => {
    if (isOffered(scan, content, inner, part)) return;
    for (const hit of hitsOfPart(scan.inspect, content, part)) found(scan.gathering, { hit, file: scan.file, inner });
  });
  for await (const chunk of rest) parts.take(chunk);
  parts.end();
};

/** What is in an archive counts against its budget, and where it ends early the rest of it is a gap. */
async function* counted(scan: Scan, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    spend(scan, chunk.length);
    yield chunk;
  }
}

const disputedHeader = "a global header sets paths or sizes of its members, which readers take in different ways";

const lookInTar = async (scan: Scan, stream: AsyncIterable<Buffer>, inner: string, depth: number): Promise<void> => {
  const apart: TakeApart = ({ content, disputed }) => {
    look(scan, content, `${inner}!(header)`);
    if (disputed.length > 0) miss(scan.gathering, shownAs(scan.file, inner), disputedHeader);
  };
  const names = createNames(scan.gathering, scan.inspect, (path, what) => ({
    file: scan.file,
    inner: `${inner}!${path.slice(0, maxName)}${what}`,
  }));
  for await (const member of tarMembers(stream, { apart })) {
    if (--scan.budget.members < 0) throw new ImageError(exceeded);
    scan.gathering.allowance.spend(costs.member);
    names.add(member, member.name);
    await lookAt(scan, member.content, `${inner}!${member.name.slice(0, maxName)}`, depth + 1);
  }
  names.end();
};

/** Archives that are unpacked from memory: a zip's directory stands at its end. */
type HeldWhole = "zip" | "ar" | "cpio" | "rpm";
const isHeldWhole = (kind: ArchiveKind): kind is HeldWhole => ["zip", "ar", "cpio", "rpm"].includes(kind);

/** Of an `ar` only a Debian package holds compressed members; a library is read as it is. */
const isDebianPackage = (head: Buffer): boolean => head.toString("latin1", 8, 21) === "debian-binary";

const lookInWhole = async (scan: Scan, archive: Buffer, inner: string): Promise<void> => {
  for await (const member of unpack(archive)) {
    const path = `${inner}${member.inner}`;
    scan.gathering.allowance.spend(costs.member + (member.kind === "content" ? member.content.length : 0));
    if (member.kind === "content") look(scan, member.content, path);
    else if (member.kind === "limit") miss(scan.gathering, shownAs(scan.file, path), member.reason);
    else if (member.kind === "skipped") skip(scan.gathering, member.what, member.reason);
    else skip(scan.gathering, "archive", "damaged: scanned without unpacking the rest");
  }
};

const lookInCopy = async (scan: Scan, copy: Buffer, inner: string): Promise<void> => {
  await lookInWhole(scan, copy, inner);
  giveBack(copy);
};

const lookInLargeWhole = async (scan: Scan, stream: AsyncIterable<Buffer>, inner: string): Promise<void> => {
  const archive = await heldWhole(stream[Symbol.asyncIterator]());
  if (archive !== undefined) return lookInWhole(scan, archive, inner);
  miss(
    scan.gathering,
    shownAs(scan.file, inner),
    `a zip, cpio or package of more than ${maxHeld} bytes: unpack it and scan its files`,
  );
};

/** What lies beside compressed data, such as a table of contents; while the data itself is read, so its memory is its own. */
const besideOf = (scan: Scan, inner: string): TakeBeside => {
  const scratch = createScratch();
  return async (stream) => {
    const { content, beyond, whole } = await gather(scratch, stream, 0);
    if (!whole) return lookInParts(scan, content, following([beyond], stream), inner);
    if (content.length > 0) await lookInWhole(scan, Buffer.from(content), inner);
  };
};

const lookInCompressed = async (
  scan: Scan,
  stream: AsyncIterable<Buffer>,
  inner: string,
  depth: number,
): Promise<void> => {
  const { stream: unpacked } = await decompress(stream, {
    beside: besideOf(scan, `${inner}!(skippable frame)`),
    header: (head) => lookAtGzipHeader(scan, head, inner),
    frame: () => scan.gathering.allowance.spend(costs.frame),
  });
  const { head, stream: content } = await peek(counted(scan, unpacked));
  if (archiveKind(head) === "tar") await lookInTar(scan, content, inner, depth);
  else await lookAt(scan, content, `${inner}!content`, depth + 1);
};

/** Damage inside an archive is told and the scan goes on: what is asked for is the image, whose own bytes are whole. */
const inArchive = async (scan: Scan, inner: string, work: () => Promise<void>): Promise<"whole" | "damaged"> => {
  try {
    await work();
    return "whole";
  } catch (error) {
    if (!(error instanceof ImageError) || error instanceof LimitError) throw error;
    if (error.message === exceeded || error instanceof RestError)
      miss(scan.gathering, shownAs(scan.file, inner), error.message);
    else skip(scan.gathering, "archive", "damaged: scanned without unpacking the rest");
    return "damaged";
  }
};

const nothing: AsyncIterator<Buffer> = { next: async () => ({ done: true, value: undefined }) };

const tooDeep = `archives nested more than ${maxDepth} deep: unpack it and scan its files`;

/** The only file of a small gzip, at once: a stream for each manual page would cost more. Undefined for a larger one. */
const smallGzip = (scratch: Scratch, packed: Buffer) => {
  const small = scratch.gunzip(packed);
  if (small !== undefined) {
    if (archiveKind(small.content) !== undefined) return undefined;
    return { text: small.content, name: gzipName(packed), rest: gzipRest(packed, small.taken) };
  }
  const { content: text, name, end, rest } = gunzip(packed, { bytes: maxSmallGzip, members: 1 });
  return end === "whole" && archiveKind(text) === undefined ? { text, name, rest } : undefined;
};

/** What is in a damaged archive without compression is there to see, also where its members end; each secret once. */
const lookAtDamaged = (scan: Scan, content: Buffer, inner: string): void => {
  const { gathering, inspect, file } = scan;
  const known = secretsIn(scan);
  const fresh = inspect(content).filter(({ secret }) => !known.has(secret));
  for (const hit of fresh) found(gathering, { hit, file, inner });
};

const lookAtGzipHeader = (scan: Scan, packed: Buffer, inner: string): void => {
  const texts = gzipTexts(packed);
  if (texts.length > 0) look(scan, texts, `${inner}!(header)`);
};

const lookInSmall = async (
  scan: Scan,
  kind: Exclude<ArchiveKind, HeldWhole>,
  content: Buffer,
  inner: string,
  depth: number,
): Promise<void> => {
  const small = kind === "gzip" ? smallGzip(scan.gathering.scratch, content) : undefined;
  if (small === undefined) {
    const end = await lookInArchive(scan, kind, following([Buffer.from(content)], nothing), inner, depth);
    if (end === "damaged") lookAtDamaged(scan, content, inner);
    return;
  }
  spend(scan, small.text.length + costs.member);
  look(scan, small.text, `${inner}!${small.name.slice(0, maxName) || "content"}`);
  lookAtGzipHeader(scan, content, inner);
  if (small.rest.length > 0) await lookInWhole(scan, Buffer.from(small.rest), `${inner}!(rest)`);
};

/** Not async: most files are no archives, and are done with at once. */
const lookAtSmall = (scan: Scan, content: Buffer, inner: string, depth: number): Promise<void> | void => {
  const kind = archiveKind(content);
  if (kind === undefined) return look(scan, content, inner);
  // who unpacks may hold on to its input for longer than it is there
  if (isHeldWhole(kind)) return lookInCopy(scan, Buffer.from(content), inner);
  return lookInSmall(scan, kind, content, inner, depth);
};

const lookInArchive = async (
  scan: Scan,
  kind: Exclude<ArchiveKind, HeldWhole>,
  stream: AsyncGenerator<Buffer>,
  inner: string,
  depth: number,
): Promise<"whole" | "damaged"> => {
  const open = kind === "tar" ? lookInTar : lookInCompressed;
  const end = await inArchive(scan, inner, () => open(scan, stream, inner, depth));
  await drain(stream);
  return end;
};

/** By so much of a large file its kind is told. */
const headSize = 4096;

const lookAtLarge = async (
  scan: Scan,
  { content, beyond }: Gathered,
  rest: AsyncIterator<Buffer>,
  inner: string,
  depth: number,
): Promise<void> => {
  const kind = archiveKind(content.subarray(0, headSize));
  const isRead = kind === undefined || (kind === "ar" && !isDebianPackage(content)); // a library
  const media = isRead ? mediaKind(content) : undefined;
  if (media !== undefined) skip(scan.gathering, media, whyPassedOver(media));
  if (media !== undefined) return drain(following([], rest));
  if (isRead) return lookInParts(scan, content, following([beyond], rest), inner);
  const stream = copied(following([content, beyond], rest));
  if (isHeldWhole(kind)) return lookInLargeWhole(scan, stream, inner);
  await lookInArchive(scan, kind, stream, inner, depth);
};

const isTooDeep = (scan: Scan, head: Buffer, inner: string, depth: number): boolean => {
  if (depth <= maxDepth || archiveKind(head) === undefined) return false;
  miss(scan.gathering, shownAs(scan.file, inner), tooDeep);
  return true;
};

const lookAtStream = async (scan: Scan, stream: AsyncIterator<Buffer>, inner: string, depth: number): Promise<void> => {
  const gathered = await gather(scan.gathering.scratch, stream, depth);
  const { content, whole } = gathered;
  if (content.length === 0) return;
  if (isTooDeep(scan, content, inner, depth)) return drain(following([], stream));
  if (whole) await lookAtSmall(scan, content, inner, depth);
  else await lookAtLarge(scan, gathered, stream, inner, depth);
};

const lookAt = (scan: Scan, content: Content, inner: string, depth: number): Promise<void> | void => {
  if (!Buffer.isBuffer(content)) return lookAtStream(scan, content[Symbol.asyncIterator](), inner, depth);
  if (content.length > 0 && !isTooDeep(scan, content, inner, depth)) return lookAtSmall(scan, content, inner, depth);
};

/**
 * Looks at one file of a layer: whole when it is small, else in parts; archives in it are opened. Chunks of a stream have to hold
 * until the next is asked for, no longer; a whole content until the promise is kept, if there is one.
 */
export const lookAtFile = (
  gathering: Gathering,
  inspect: Inspect,
  file: string,
  content: Content,
): Promise<void> | void => lookAt(beginScan(gathering, inspect, file), content, "", 0);

/** Looks at what lies beside the data of a layer. */
export const lookBeside = (gathering: Gathering, inspect: Inspect): Pick<Meanwhile, "beside" | "header"> => ({
  beside: besideOf(beginScan(gathering, inspect, "(skippable frame)"), ""),
  header: (head) => look(beginScan(gathering, inspect, "(gzip header)"), gzipTexts(head), ""),
});
