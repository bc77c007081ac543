import type { Inspect } from "../sighting.ts";
import { type Compression, decompress, peek } from "./compression.ts";
import { checkDigest } from "./digest.ts";
import { lookAtFile } from "./file-content.ts";
import { createGathering, type Gathering, miss } from "./found.ts";
import { createGitSpill, type GitSpill, type SpilledRepository } from "./git-spill.ts";
import { ImageError } from "./image-error.ts";
import { createNames } from "./names.ts";
import { createShadow, isWhiteout, normalPath, type Shadow } from "./shadow.ts";
import type { Descriptor, ImageSource } from "./source.ts";
import { type TarEntry, tarEntries } from "./tar-entries.ts";
import { isTarHeader } from "./tar-header.ts";
import { verified } from "./verified.ts";

/** A layer to read: as it is stored, and what it must come to unpacked. */
export interface LayerTask {
  readonly descriptor: Descriptor;
  readonly diffId: string | undefined;
}

export interface LayerReading extends Gathering {
  readonly shadow: Shadow;
  readonly repositories: readonly SpilledRepository[];
  /** Removes what was spilled. */
  readonly remove: () => Promise<void>;
}

const maxEntries = 5_000_000;
/** What a layer may unpack to: text packs twenty to one at best, sparse files far better. */
const ratio = 200;
const smallestLimit = 4 * 2 ** 30;

async function* bounded(stream: AsyncIterable<Buffer>, stored: number): AsyncGenerator<Buffer> {
  const limit = Math.max(smallestLimit, stored * ratio);
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new ImageError(`it unpacks to more than ${limit} bytes`);
    yield chunk;
  }
}

const isEmptyTar = (head: Buffer): boolean => head.every((byte) => byte === 0);

/** The unpacked bytes of a layer, its digests checked while they pass. */
const openLayer = async (source: ImageSource, { descriptor, diffId }: LayerTask) => {
  const stored = verified(source.blob(descriptor), checkDigest(descriptor.digest), "it", descriptor.size);
  const { compression, stream } = await decompress(stored);
  const isSame = compression === "none" && diffId === descriptor.digest;
  const plain = bounded(stream, descriptor.size);
  const checked = diffId === undefined || isSame ? plain : verified(plain, checkDigest(diffId), "what it unpacks to");
  return { compression, ...(await peek(checked)) };
};

const holdsContent = (type: string): boolean => ["file", "contiguous-file"].includes(type);

interface Means {
  readonly gathering: Gathering;
  readonly names: ReturnType<typeof createNames>;
  readonly spill: GitSpill;
  readonly inspect: Inspect;
}

const readEntry = async (entry: TarEntry, { gathering, names, spill, inspect }: Means): Promise<string> => {
  const path = normalPath(entry.name);
  names.add(entry, path);
  if (!holdsContent(entry.type) || isWhiteout(path)) return path;
  gathering.files++;
  const content = await spill.take(path, entry.content);
  if (content !== undefined) await lookAtFile(gathering, inspect, path, content);
  return path;
};

const noTar = (compression: Compression): string =>
  `it is no tar${compression === "none" ? ", nor compressed in a way that is read here" : ""}`;

/** Reads a layer as it comes, and gives what it found even when it could not read to the end: that is in `missing`. */
export const readLayer = async (source: ImageSource, task: LayerTask, inspect: Inspect, signal?: AbortSignal) => {
  const gathering = createGathering();
  const shadow = createShadow();
  const names = createNames(gathering, inspect);
  const spill = createGitSpill();
  const what = `layer ${task.descriptor.digest}`;
  try {
    const { compression, head, stream } = await openLayer(source, task);
    if (head.length > 0 && !isTarHeader(head) && !isEmptyTar(head)) throw new ImageError(noTar(compression));
    let entries = 0;
    const tallied = tally(stream, gathering);
    for await (const entry of tarEntries(tallied)) {
      if (++entries > maxEntries) throw new ImageError(`it has more than ${maxEntries} entries`);
      if (signal?.aborted === true) break;
      shadow.add(await readEntry(entry, { gathering, names, spill, inspect }), entry.type === "directory");
    }
    for await (const _ of tallied); // what follows the end of the tar is part of its digest
  } catch (error) {
    if (!(error instanceof ImageError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    miss(gathering, what, (error as Error).message);
  }
  names.end();
  const repositories = spill.repositories();
  return { ...gathering, shadow: shadow.build(), repositories, remove: spill.remove } satisfies LayerReading;
};

async function* tally(stream: AsyncIterable<Buffer>, gathering: Gathering): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    gathering.bytes += chunk.length;
    yield chunk;
  }
}
