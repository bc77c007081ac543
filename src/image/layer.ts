import type { Inspect } from "../sighting.ts";
import { type Allowance, costs, type Ledger, usualWork, type WorkLimits } from "./allowance.ts";
import { type Compression, decompress, type Meanwhile, peek } from "./compression.ts";
import { copied, only } from "./copied.ts";
import type { Desk, DeskMemory } from "./desk.ts";
import { checkDigest, type DigestCheck } from "./digest.ts";
import { lookAtFile, lookBeside } from "./file-content.ts";
import { createGathering, found, type Gathering, miss } from "./found.ts";
import { createGitSpill, type GitSpill, type SpilledRepository } from "./git-spill.ts";
import { type HitAside, lookAside } from "./help.ts";
import { ImageError } from "./image-error.ts";
import { createNames } from "./names.ts";
import { scrubbed, secretsInNames } from "./scrub.ts";
import { createShadow, isWhiteout, normalPath, type ShadowBuilder, type ShadowPaths } from "./shadow.ts";
import type { Descriptor } from "./source.ts";
import type { TakeApart } from "./tar-apart.ts";
import { isTarHeader } from "./tar-header.ts";
import { type Content, type TarMember, tarMembers } from "./tar-walk.ts";
import { verified } from "./verified.ts";

/** A layer to read: as it is stored, and what it must come to unpacked. */
export interface LayerTask {
  readonly descriptor: Descriptor;
  readonly diffId: string | undefined;
}

/** What a layer holds. Plain data: threads pass it on. */
export interface LayerReading extends Omit<Gathering, "scratch" | "allowance" | "desk"> {
  /** Hits in files that it had offered to others and that nobody took. */
  readonly aside?: readonly HitAside[];
  /** What it does to those below it. */
  readonly paths: ShadowPaths;
  /** Their objects lie in folders that whoever asked for the reading has to remove. */
  readonly repositories: readonly SpilledRepository[];
  /** Of the layer as it is stored, where all of it was read (`DigestCheck.key`). */
  readonly key: Uint8Array | undefined;
}

export interface LayerLimits {
  readonly entries: number;
  /** Times its stored size that a layer may unpack to: text packs twenty to one at best, sparse files far better. */
  readonly ratio: number;
  /** What any layer may unpack to. */
  readonly bytes: number;
  /** Of all layers of a run. */
  readonly work: WorkLimits;
}

export const usualLimits: LayerLimits = { entries: 5_000_000, ratio: 200, bytes: 4 * 2 ** 30, work: usualWork };

async function* bounded(
  stream: AsyncIterable<Buffer>,
  stored: number,
  { ratio, bytes }: LayerLimits,
  { spend }: Allowance,
): AsyncGenerator<Buffer> {
  const limit = Math.max(bytes, stored * ratio);
  let size = 0;
  for await (const chunk of stream) {
    spend(chunk.length);
    size += chunk.length;
    if (size > limit) throw new ImageError(`it unpacks to more than ${limit} bytes`);
    yield chunk;
  }
}

const isEmptyTar = (head: Buffer): boolean => head.every((byte) => byte === 0);

async function* counted(stream: AsyncIterable<Uint8Array>, { spend }: Allowance): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    spend(chunk.length);
    yield chunk;
  }
}

/** The unpacked bytes of a layer, its digests checked while they pass. */
const openLayer = async (
  blob: AsyncIterable<Uint8Array>,
  { descriptor, diffId }: LayerTask,
  { limits, allowance }: Pick<ReadOptions, "limits" | "allowance">,
  meanwhile: Meanwhile = {},
) => {
  allowance.spend(costs.layer);
  const check = checkDigest(descriptor.digest);
  const stored = verified(counted(blob, allowance), check, "it", descriptor.size);
  const { compression, stream } = await decompress(stored, {
    ...meanwhile,
    checked: diffId === undefined ? "here" : "elsewhere",
    frame: () => allowance.spend(costs.frame),
  });
  const isSame = compression === "none" && diffId === descriptor.digest;
  const plain = bounded(stream, descriptor.size, limits, allowance);
  const checked = diffId === undefined || isSame ? plain : verified(plain, checkDigest(diffId), "what it unpacks to");
  return { check, compression, ...(await peek(checked)) };
};

const isFile = (path: string, { type }: TarMember): boolean =>
  (type === "file" || type === "contiguous-file") && !isWhiteout(path);

interface Means extends ReadOptions {
  readonly gathering: Gathering;
  readonly names: ReturnType<typeof createNames>;
  readonly spill: GitSpill;
}

/** Of these Go, and so every engine, takes what follows for further members, whatever size the header gives (archive/tar, `isHeaderOnly`). */
const headerOnly = new Set(["link", "symlink", "character-device", "block-device", "fifo"]);
const contentOfLink = "a link or device with content, which engines read as further files";

const begun = async (content: Content) => {
  if (Buffer.isBuffer(content)) return { head: content, content };
  const { head, stream } = await peek(content, 1);
  return { head, content: stream };
};

const lookBehind = async (path: string, entry: TarMember, { gathering, inspect }: Means): Promise<void> => {
  const { head, content } = await begun(entry.content);
  if (head.length === 0) return;
  await lookAtFile(gathering, inspect, path, content);
  if (headerOnly.has(entry.type)) miss(gathering, path.slice(0, 200), contentOfLink);
};

/** Links, devices and whiteouts have no content; what their header lets follow all the same is downloaded like any other. */
const isBare = ({ type, content }: TarMember): boolean =>
  type === "directory" || (Buffer.isBuffer(content) && content.length === 0);

const lookInRepository = async (
  path: string,
  content: Content,
  { gathering, spill, inspect }: Means,
): Promise<void> => {
  const rest = await spill.take(path, Buffer.isBuffer(content) ? only(Buffer.from(content)) : copied(content));
  if (rest !== undefined) await lookAtFile(gathering, inspect, path, rest);
};

/** Not async: most files are done with at once. */
const lookInEntry = (path: string, entry: TarMember, means: Means): Promise<void> | void => {
  const { gathering, spill, inspect } = means;
  if (!isFile(path, entry)) return isBare(entry) ? undefined : lookBehind(path, entry, means);
  if (spill.concerns(path)) return lookInRepository(path, entry.content, means);
  return lookAtFile(gathering, inspect, path, entry.content);
};

const readEntry = (path: string, entry: TarMember, means: Means): Promise<void> | void => {
  const { gathering, names, allowance } = means;
  allowance.spend(costs.member);
  names.add(entry, path);
  if (isFile(path, entry)) gathering.files++;
  return lookInEntry(path, entry, means);
};

/** Types of layers that are tars; other artifacts may store any file. */
const isLayerType = (mediaType: string): boolean => /tar|diff|layer/.test(mediaType);

const noTar = (compression: Compression): string =>
  `it is no tar${compression === "none" ? ", nor compressed in a way that is read here" : ""}`;

/** What a tar says beside its members. */
const takeApart =
  ({ gathering, inspect }: Means): TakeApart =>
  ({ kind, content, disputed }) => {
    const file = kind === "global" ? "(global header)" : "(repeated header)";
    for (const hit of inspect(content)) found(gathering, { hit, file, inner: "" });
    const words = `it sets the ${disputed.join(", ")} of all files after it, which engines take in different ways`;
    if (disputed.length > 0) miss(gathering, "a global header", words);
  };

const readTar = async (stream: AsyncIterable<Buffer>, shadow: ShadowBuilder, means: Means): Promise<void> => {
  const { limits, signal } = means;
  const room = (size: number): Buffer => means.gathering.scratch.room(0, size, 0); // large files, which come in chunks, lie there too
  let entries = 0;
  for await (const entry of tarMembers(stream, { apart: takeApart(means), room })) {
    if (++entries > limits.entries) throw new ImageError(`it has more than ${limits.entries} entries`);
    if (signal?.aborted === true) throw new ImageError("interrupted");
    const path = normalPath(entry.name);
    const reading = readEntry(path, entry, means);
    if (reading !== undefined) await reading;
    shadow.add(path, entry.type === "directory");
  }
  for await (const _ of stream); // what follows the end of the tar is part of its digest
};

const readContent = async (
  stored: AsyncIterable<Uint8Array>,
  task: LayerTask,
  shadow: ShadowBuilder,
  means: Means,
): Promise<DigestCheck> => {
  const { gathering, inspect } = means;
  const meanwhile = lookBeside(gathering, inspect);
  const { check, compression, head, stream } = await openLayer(stored, task, means, meanwhile);
  const tallied = tally(stream, gathering);
  if (head.length === 0 || isTarHeader(head) || isEmptyTar(head)) {
    await readTar(tallied, shadow, means);
    return check;
  }
  if (isLayerType(task.descriptor.mediaType)) {
    for await (const _ of tallied); // a wrong digest or a cut stream says more
    throw new ImageError(noTar(compression));
  }
  const name = task.descriptor.annotations?.["org.opencontainers.image.title"] ?? `blob ${task.descriptor.digest}`;
  await lookAtFile(gathering, inspect, normalPath(name.slice(0, 1024)), tallied);
  return check;
};

const isForeign = ({ mediaType, urls = [] }: Descriptor): boolean =>
  /foreign|nondistributable/.test(mediaType) || urls.length > 0;

const reasonOf = (error: Error, { descriptor }: LayerTask): string =>
  isForeign(descriptor) ? `${error.message}; a foreign layer, which is fetched from elsewhere` : error.message;

export interface ReadOptions {
  readonly inspect: Inspect;
  readonly limits: LayerLimits;
  readonly allowance: Allowance;
  readonly signal?: AbortSignal | undefined;
  /** Where other threads help. */
  readonly desk?: Desk | undefined;
}

/** What a thread is told of a layer. */
export interface LayerOrder {
  readonly task: LayerTask;
  readonly limits: LayerLimits;
  /** What the run has spent, which it counts on. */
  readonly ledger: Ledger;
  /** Memory by which other threads may help. */
  readonly desk?: DeskMemory;
}

/** Checks a layer as it is stored, and gives the key of what was sealed about it. Throws an ImageError for one that is something else. */
export const keyOfLayer = async (
  blob: AsyncIterable<Uint8Array>,
  { descriptor }: LayerTask,
  { allowance }: Pick<ReadOptions, "allowance">,
): Promise<Uint8Array | undefined> => {
  const check = checkDigest(descriptor.digest);
  for await (const _ of verified(counted(blob, allowance), check, "it", descriptor.size));
  return check.key();
};

/** Reads only what a layer does to those below it: of one that is known to hold nothing else of interest. */
export const readShadow = async (
  stored: AsyncIterable<Uint8Array>,
  task: LayerTask,
  { limits, allowance }: Pick<ReadOptions, "limits" | "allowance">,
): Promise<ShadowPaths> => {
  const shadow = createShadow();
  const { head, stream } = await openLayer(stored, task, { limits, allowance });
  if (!isTarHeader(head)) return shadow.build();
  let entries = 0;
  for await (const { name, type } of tarMembers(stream)) {
    allowance.spend(costs.member);
    if (++entries > limits.entries) throw new ImageError(`it has more than ${limits.entries} entries`);
    shadow.add(normalPath(name), type === "directory");
  }
  return shadow.build();
};

/**
 * Reads a layer as it comes, and gives what it found even when it could not read to the end: that is in `missing`. Chunks of what is
 * stored have to hold until the next is asked for, no longer.
 */
export const readLayer = async (
  stored: AsyncIterable<Uint8Array>,
  task: LayerTask,
  options: ReadOptions,
): Promise<LayerReading> => {
  const gathering = createGathering(options.allowance, options.desk);
  const shadow = createShadow();
  const names = createNames(gathering, options.inspect);
  const spill = createGitSpill(() => options.allowance.spend(costs.frame));
  const note = (error: unknown): undefined => {
    if (!(error instanceof ImageError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    const reason = reasonOf(error as Error, task);
    if (gathering.missing.at(-1)?.reason !== reason) miss(gathering, `layer ${task.descriptor.digest}`, reason);
  };
  const check = await readContent(stored, task, shadow, { ...options, gathering, names, spill }).catch(note);
  await Promise.resolve().then(names.end).catch(note);
  const { take, aside } = lookAside(options.inspect);
  await Promise.resolve()
    .then(() => options.desk?.close(take))
    .catch(note);
  gathering.scratch.close();
  const { scratch: _, allowance: __, desk: ___, ...rest } = gathering; // as large as the largest file, and with functions
  const secrets = secretsInNames(rest.hits);
  const missing = rest.missing.map(({ what, reason }) => ({ what: scrubbed(what, secrets), reason }));
  return {
    ...rest,
    ...(aside.length === 0 ? {} : { aside }),
    missing,
    paths: shadow.build(),
    repositories: spill.repositories(),
    key: check?.key(),
  };
};

async function* tally(stream: AsyncIterable<Buffer>, gathering: Gathering): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    gathering.bytes += chunk.length;
    yield chunk;
  }
}
