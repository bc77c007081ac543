import { type ArchiveKind, archiveKind, unpack } from "../files/archive.ts";
import { gunzip } from "../files/gzip.ts";
import { mediaKind } from "../files/media.ts";
import type { Inspect } from "../sighting.ts";
import { costs } from "./allowance.ts";
import { decompress, peek } from "./compression.ts";
import { found, type Gathering, miss, skip } from "./found.ts";
import { ImageError, LimitError, RestError } from "./image-error.ts";
import { inspectInParts, partSize } from "./parts.ts";
import type { TakeApart } from "./tar-apart.ts";
import { tarEntries } from "./tar-entries.ts";
import type { TakeBeside } from "./zstd-frames.ts";

/** What the archives in one file may unpack to. */
interface Budget {
  bytes: number;
  members: number;
}

interface Scan {
  readonly gathering: Gathering;
  readonly inspect: Inspect;
  readonly file: string;
  readonly budget: Budget;
}

const maxDepth = 4;
const maxUnpacked = 4 * 2 ** 30;
/** Of all files of a layer: small bombs may be many. */
const maxInLayer = 16 * 2 ** 30;
const maxMembers = 200_000;
const maxName = 1024;
/** The directory of a zip stands at its end, so it is held whole. */
const maxZip = 128 << 20;
const maxSmallGzip = 32 << 20;

const exceeded = `its archives unpack to more than ${maxUnpacked} bytes or ${maxMembers} members: unpack it and scan its files`;

const shownAs = (file: string, inner: string): string => `${file}${inner}`;

const look = ({ gathering, inspect, file }: Scan, content: Buffer, inner: string): void => {
  const kind = mediaKind(content);
  if (kind !== undefined) skip(gathering, kind, "holds no text");
  else for (const hit of inspect(content)) found(gathering, { hit, file, inner });
};

const spend = ({ budget, gathering }: Scan, bytes: number): void => {
  gathering.allowance.spend(bytes);
  budget.bytes -= bytes;
  gathering.unpacked += bytes;
  if (gathering.unpacked > maxInLayer) throw new LimitError(`its archives unpack to more than ${maxInLayer} bytes`);
  if (budget.bytes < 0) throw new ImageError(exceeded);
};

interface Gathered {
  readonly chunks: readonly Buffer[];
  readonly size: number;
  readonly whole: boolean;
}

/** Reads on until a file ends or is larger than so much. */
const gather = async (stream: AsyncIterator<Buffer>, most: number): Promise<Gathered> => {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size <= most) {
    const { value, done } = await stream.next();
    if (done === true) return { chunks, size, whole: true };
    chunks.push(value);
    size += value.length;
  }
  return { chunks, size, whole: false };
};

async function* following(chunks: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const lookInParts = async (scan: Scan, stream: AsyncIterable<Buffer>, inner: string): Promise<void> => {
  const parts = inspectInParts(scan.inspect);
  for await (const chunk of stream) parts.take(chunk);
  for (const hit of parts.end()) found(scan.gathering, { hit, file: scan.file, inner });
};

const drain = async (stream: AsyncIterable<Buffer>): Promise<void> => {
  for await (const _ of stream);
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
  for await (const entry of tarEntries(stream, apart)) {
    if (--scan.budget.members < 0) throw new ImageError(exceeded);
    scan.gathering.allowance.spend(costs.member);
    await lookAt(scan, entry.content[Symbol.asyncIterator](), `${inner}!${entry.name.slice(0, maxName)}`, depth + 1);
  }
};

/** Archives that are unpacked from memory: a zip's directory stands at its end. */
const isHeldWhole = (kind: ArchiveKind): kind is "zip" | "ar" => kind === "zip" || kind === "ar";

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

const lookInLargeWhole = async (scan: Scan, stream: AsyncGenerator<Buffer>, inner: string): Promise<void> => {
  const { chunks, whole } = await gather(stream, maxZip);
  if (whole) return lookInWhole(scan, Buffer.concat(chunks), inner);
  await drain(stream);
  miss(
    scan.gathering,
    shownAs(scan.file, inner),
    `a zip or package of more than ${maxZip} bytes: unpack it and scan its files`,
  );
};

/** What lies beside compressed data, such as a table of contents; while the data itself is read, so its memory is its own. */
const besideOf =
  (scan: Scan, inner: string): TakeBeside =>
  async (content) => {
    const { chunks, size, whole } = await gather(content, partSize);
    if (whole) return size === 0 ? undefined : lookInWhole(scan, Buffer.concat(chunks), inner);
    return lookInParts(scan, following(chunks, content), inner);
  };

const lookInCompressed = async (
  scan: Scan,
  stream: AsyncIterable<Buffer>,
  inner: string,
  depth: number,
): Promise<void> => {
  const { stream: unpacked } = await decompress(stream, {
    beside: besideOf(scan, `${inner}!(skippable frame)`),
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
const smallGzip = (content: Buffer) => {
  const { content: text, name, end, rest } = gunzip(content, { bytes: maxSmallGzip, members: 1 });
  return end === "whole" && archiveKind(text) === undefined ? { text, name, rest } : undefined;
};

/** What is in a damaged archive without compression is there to see, also where its members end; each secret once. */
const lookAtDamaged = ({ gathering, inspect, file }: Scan, content: Buffer, inner: string): void => {
  const known = new Set(gathering.hits.filter((one) => one.file === file).map(({ hit }) => hit.secret));
  for (const hit of inspect(content)) if (!known.has(hit.secret)) found(gathering, { hit, file, inner });
};

const lookAtSmall = async (scan: Scan, content: Buffer, inner: string, depth: number): Promise<void> => {
  const kind = archiveKind(content);
  if (kind === undefined) return look(scan, content, inner);
  if (isHeldWhole(kind)) return lookInWhole(scan, content, inner);
  const small = kind === "gzip" ? smallGzip(content) : undefined;
  if (small === undefined) {
    const end = await lookInArchive(scan, kind, following([content], nothing), inner, depth);
    if (end === "damaged") lookAtDamaged(scan, content, inner);
    return;
  }
  spend(scan, small.text.length + costs.member);
  look(scan, small.text, `${inner}!${small.name.slice(0, maxName) || "content"}`);
  if (small.rest.length > 0) await lookInWhole(scan, small.rest, `${inner}!(rest)`);
};

const lookInArchive = async (
  scan: Scan,
  kind: Exclude<ArchiveKind, "zip" | "ar">,
  stream: AsyncGenerator<Buffer>,
  inner: string,
  depth: number,
): Promise<"whole" | "damaged"> => {
  const open = kind === "tar" ? lookInTar : lookInCompressed;
  const end = await inArchive(scan, inner, () => open(scan, stream, inner, depth));
  await drain(stream);
  return end;
};

const lookAtLarge = async (
  scan: Scan,
  { chunks }: Gathered,
  rest: AsyncIterator<Buffer>,
  inner: string,
  depth: number,
): Promise<void> => {
  const [head] = chunks as readonly [Buffer];
  const kind = archiveKind(head);
  const stream = following(chunks, rest);
  if (kind === "ar" && !isDebianPackage(head)) return lookInParts(scan, stream, inner);
  if (kind !== undefined && isHeldWhole(kind)) return lookInLargeWhole(scan, stream, inner);
  if (kind !== undefined) return void (await lookInArchive(scan, kind, stream, inner, depth));
  const media = mediaKind(head);
  if (media === undefined) return lookInParts(scan, stream, inner);
  skip(scan.gathering, media, "holds no text");
  return drain(stream);
};

const lookAt = async (scan: Scan, stream: AsyncIterator<Buffer>, inner: string, depth: number): Promise<void> => {
  const gathered = await gather(stream, partSize);
  const { chunks, size, whole } = gathered;
  if (size === 0) return;
  if (depth > maxDepth && archiveKind(chunks[0]!) !== undefined) {
    miss(scan.gathering, shownAs(scan.file, inner), tooDeep);
    return drain(following([], stream));
  }
  if (whole) await lookAtSmall(scan, scan.gathering.scratch.join(chunks, size, depth), inner, depth);
  else await lookAtLarge(scan, gathered, stream, inner, depth);
};

/** Looks at one file of a layer as it comes: whole when it is small, else in parts; archives in it are opened. */
export const lookAtFile = async (
  gathering: Gathering,
  inspect: Inspect,
  file: string,
  content: AsyncIterable<Buffer>,
): Promise<void> => {
  const scan: Scan = { gathering, inspect, file, budget: { bytes: maxUnpacked, members: maxMembers } };
  await lookAt(scan, content[Symbol.asyncIterator](), "", 0);
};

/** Looks at what lies beside the data of a layer. */
export const lookBeside = (gathering: Gathering, inspect: Inspect, file: string): TakeBeside =>
  besideOf({ gathering, inspect, file, budget: { bytes: maxUnpacked, members: maxMembers } }, "");
