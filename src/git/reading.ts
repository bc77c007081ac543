import type { Kind } from "../cache/clean-store.ts";
import type { Hit, Match } from "../detect/hit.ts";
import { type ArchiveReading, inspectArchive, isReadApart } from "../files/inspect-archive.ts";
import { mediaKind, whyPassedOver } from "../files/media.ts";
import { remembered } from "../files/remembered.ts";
import type { Missing, Skipped } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { type ObjectType, type Pause, readObjects, type VisitObject } from "./objects.ts";
import type { FoundArchive } from "./pack/collect.ts";
import { type Authorship, authorship } from "./people.ts";
import { createQueue, type InspectContents, type Waiting } from "./queue.ts";
import type { Repository } from "./repository.ts";

/** An object in which something was found. */
export interface HitObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly hits: readonly Hit[];
  /** Of a commit or tag: who wrote it. */
  readonly by?: Authorship;
  /** Of a tag: the object that it names. */
  readonly target?: string;
  /** Of a member of an archive: its path there, after an exclamation mark; else empty. */
  readonly inner: string;
}

/** An archive of which not all was read: a limit of ours. */
export interface Limited {
  readonly id: string;
  readonly inner: string;
  readonly reason: string;
}

export interface Reading {
  readonly found: readonly HitObject[];
  /** Ids of the blobs in `found` and `limited`. */
  readonly blobs: ReadonlySet<string>;
  readonly objects: number;
  /** Ids of the commits that were looked at. */
  readonly commits: readonly string[];
  readonly bytes: number;
  /** Bytes of some of the objects. */
  readonly bytesOf: (ids: readonly string[]) => number;
  readonly skipped: readonly Skipped[];
  readonly missing: readonly Missing[];
  readonly limited: readonly Limited[];
  /** Ids of objects in which nothing was found, of trees, and of what was passed over. */
  readonly clean: ReadonlyMap<Kind, readonly string[]>;
}

/** A commit's or tag's text begins after the first empty line; the headers before it are git's own. */
const messageOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf("\n\n");
  return raw.subarray(end === -1 ? raw.length : end + 2);
};

/** A tag begins with a line that names its object. */
const targetOf = (raw: Buffer): string => raw.toString("latin1", "object ".length, raw.indexOf(10));

/** What the headers of a commit or tag say. */
type Message = Pick<HitObject, "id" | "type" | "by" | "target">;

const messageAbout = (id: string, type: ObjectType, raw: Buffer): Message => ({
  id,
  type,
  by: authorship(raw),
  ...(type === "tag" ? { target: targetOf(raw) } : {}),
});

/** Collects what a reading finds. */
const createCollector = (inspect: Inspect) => {
  const found: HitObject[] = [];
  const limited: Limited[] = [];
  const skipped = new Map<string, Skipped>();
  const clean = new Map<Kind, string[]>();
  const note = (kind: Kind, id: string): void => {
    const ids = clean.get(kind);
    if (ids === undefined) clean.set(kind, [id]);
    else ids.push(id);
  };
  const skip = (what: string, reason: string): void => {
    const key = `${what}\0${reason}`;
    skipped.set(key, { what, reason, count: (skipped.get(key)?.count ?? 0) + 1 });
  };
  const addHits = (id: string, hits: readonly Hit[]): void => {
    if (hits.length > 0) found.push({ id, type: "blob", hits, inner: "" });
    else note("object", id);
  };
  const inspectBlob = (id: string, content: Buffer): void => {
    const kind = mediaKind(content);
    if (kind !== undefined) {
      skip(kind, whyPassedOver(kind));
      note(`passed/${kind}`, id);
      return;
    }
    addHits(id, inspect(content));
  };
  const addMessage = (id: string, hits: readonly Hit[], about: () => Message): void => {
    if (hits.length === 0) note("object", id);
    else found.push({ ...about(), hits, inner: "" });
  };
  const addArchive = (id: string, archive: ArchiveReading): void => {
    for (const { inner, hits } of archive.found) found.push({ id, type: "blob", hits, inner });
    for (const limit of archive.limited) limited.push({ id, ...limit });
    for (const { what, reason } of archive.skipped) skip(what, reason);
    if (archive.found.length + archive.limited.length + archive.skipped.length === 0) note("object", id);
  };
  return { found, limited, skipped, clean, note, addHits, inspectBlob, addMessage, addArchive };
};

/** Reads objects by their ids; gives what could not be read. */
export type ReadObjects = (
  ids: readonly string[],
  visit: VisitObject,
  signal?: AbortSignal,
  pause?: Pause,
) => Promise<readonly Missing[]>;

/** Places what was found in a blob before, so that it need not be scanned again. */
export type Place = (content: Buffer, matches: readonly Match[]) => readonly Hit[];

/** Other ways than the usual ones: to read objects than through git, to look at contents than one after the other here. */
export interface Ways {
  readonly read?: ReadObjects;
  readonly inspectContents?: InspectContents | undefined;
  /** What was read of archives before; they are not among the ids. */
  readonly archives?: readonly FoundArchive[];
  readonly found?:
    | { readonly matches: (id: string) => readonly Match[] | undefined; readonly place: Place }
    | undefined;
  /** For tests: bytes after which the rest is given up. */
  readonly maxBytes?: number;
}

/** A few bytes of deltas can make git print for days. */
const maxBytesRead = 2 ** 38;

const oneByOne =
  (inspect: Inspect): InspectContents =>
  async (archives, signal) => {
    const readings: ArchiveReading[] = [];
    const look = remembered(inspect);
    for (const { content } of archives)
      if (signal?.aborted !== true) readings.push(await inspectArchive(content, look));
    return readings;
  };

/** What is larger is not copied for the threads. */
const maxCopied = 128 << 20;

/** Looks at objects, each once. Trees among them are passed over; so is media, which coverage then names. */
export const inspectObjects = async (
  repository: Repository,
  ids: readonly string[],
  inspect: Inspect,
  signal?: AbortSignal,
  ways: Ways = {},
): Promise<Reading> => {
  const {
    read = (some, visit, end, pause) => readObjects(repository, some, visit, end, pause),
    inspectContents = oneByOne(inspect),
    maxBytes = maxBytesRead,
  } = ways;
  const enough = new AbortController();
  const until = signal === undefined ? enough.signal : AbortSignal.any([signal, enough.signal]);
  const collector = createCollector(inspect);
  const queue = createQueue(inspectContents, signal);
  const hasThreads = ways.inspectContents !== undefined;
  let objects = 0;
  let bytes = 0;
  const sizes = new Map<string, number>();
  const commits: string[] = [];
  const count = (id: string, length: number): void => {
    objects++;
    bytes += length;
    sizes.set(id, length);
    if (bytes > maxBytes) enough.abort();
  };
  const put = (content: Buffer, isText: boolean, add: Waiting["add"]): void =>
    queue.put({ content: Buffer.from(content), isText, add });
  const isForThreads = (content: Buffer): boolean => hasThreads && content.length <= maxCopied;
  /** Unpacking waits for streams, here too. */
  const isForQueue = (content: Buffer): boolean => isForThreads(content) || isReadApart(content);
  const placeBlob = (id: string, content: Buffer): void => {
    const matches = ways.found?.matches(id);
    if (matches !== undefined) collector.addHits(id, ways.found!.place(content, matches));
    else if (isForQueue(content)) put(content, false, (reading) => collector.addArchive(id, reading));
    else collector.inspectBlob(id, content);
  };
  const placeMessage = (id: string, type: ObjectType, raw: Buffer): void => {
    const text = messageOf(raw);
    const about = hasThreads ? messageAbout(id, type, raw) : undefined; // the content is gone when they answer
    const add = (hits: readonly Hit[]): void =>
      collector.addMessage(id, hits, () => about ?? messageAbout(id, type, raw));
    if (isForThreads(text)) put(text, true, ({ found }) => add(found.flatMap(({ hits }) => hits)));
    else add(inspect(text));
  };
  const visit: VisitObject = (id, type, content) => {
    if (type === "tree") {
      collector.note("tree", id);
      return;
    }
    count(id, content.length);
    if (type === "commit") commits.push(id);
    if (type === "blob") placeBlob(id, content);
    else placeMessage(id, type, content);
  };
  for (const { id, size, reading } of ways.archives ?? []) {
    count(id, size);
    collector.addArchive(id, reading);
  }
  const missing = [...(await read(ids, visit, until, queue.pause))];
  if (enough.signal.aborted)
    missing.push({ what: "the rest of the objects", reason: `those read exceed the limit of ${maxBytes} bytes` });
  await queue.end();
  const { found, limited, skipped, clean } = collector;
  const blobs = new Set([...found.filter(({ type }) => type === "blob"), ...limited].map(({ id }) => id));
  const bytesOf = (some: Iterable<string>): number => {
    let sum = 0;
    for (const id of some) sum += sizes.get(id) ?? 0;
    return sum;
  };
  return {
    found,
    blobs,
    objects,
    commits,
    bytes: bytesOf(sizes.keys()),
    bytesOf,
    skipped: [...skipped.values()],
    missing,
    limited,
    clean,
  };
};
