import type { Kind } from "../cache/clean-store.ts";
import type { Hit } from "../detect/hit.ts";
import { archiveKind, unpack } from "../files/archive.ts";
import { mediaKind, whyPassedOver } from "../files/media.ts";
import type { Missing, Skipped } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { type ObjectType, readObjects, type VisitObject } from "./objects.ts";
import { type Authorship, authorship } from "./people.ts";
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

/** Collects what a reading finds. */
const createCollector = (inspect: Inspect) => {
  const found: HitObject[] = [];
  const limited: Limited[] = [];
  const skipped = new Map<string, Skipped>();
  const clean = new Map<Kind, string[]>();
  let skips = 0;
  const note = (kind: Kind, id: string): void => {
    const ids = clean.get(kind);
    if (ids === undefined) clean.set(kind, [id]);
    else ids.push(id);
  };
  const skip = (what: string, reason: string): void => {
    const key = `${what}\0${reason}`;
    skips++;
    skipped.set(key, { what, reason, count: (skipped.get(key)?.count ?? 0) + 1 });
  };
  /** What may be remembered of it, were it all there is in the object. */
  const inspectContent = (id: string, content: Buffer, inner: string): Kind | undefined => {
    const kind = mediaKind(content);
    if (kind !== undefined) {
      skip(kind, whyPassedOver(kind));
      return `passed/${kind}`;
    }
    const hits = inspect(content);
    if (hits.length === 0) return "object";
    found.push({ id, type: "blob", hits, inner });
    return undefined;
  };
  const inspectBlob = (id: string, content: Buffer): void => {
    const kind = inspectContent(id, content, "");
    if (kind !== undefined) note(kind, id);
  };
  const inspectMessage = (id: string, type: ObjectType, raw: Buffer): void => {
    const hits = inspect(messageOf(raw));
    if (hits.length === 0) {
      note("object", id);
      return;
    }
    const target = type === "tag" ? { target: targetOf(raw) } : {};
    found.push({ id, type, hits, by: authorship(raw), inner: "", ...target });
  };
  const inspectArchive = async (id: string, content: Buffer): Promise<void> => {
    const tally = () => found.length + limited.length + skips;
    const before = tally();
    for await (const member of unpack(content)) {
      if (member.kind === "content") inspectContent(id, member.content, member.inner);
      else if (member.kind === "limit") limited.push({ id, inner: member.inner, reason: member.reason });
      else if (member.kind === "damaged") skip("archive", "damaged: scanned without unpacking the rest");
      else skip(member.what, member.reason);
    }
    if (tally() === before) note("object", id);
  };
  return { found, limited, skipped, clean, note, inspectBlob, inspectMessage, inspectArchive };
};

interface Archive {
  readonly id: string;
  readonly size: number;
}

/** Archives are held in memory together up to this size, or one alone. */
const maxHeld = 64 << 20;

function* inGroups(archives: readonly Archive[]): IterableIterator<readonly string[]> {
  let group: string[] = [];
  let held = 0;
  for (const { id, size } of archives) {
    if (group.length > 0 && held + size > maxHeld) {
      yield group;
      [group, held] = [[], 0];
    }
    group.push(id);
    held += size;
  }
  if (group.length > 0) yield group;
}

/** Reads objects by their ids; gives what could not be read. */
export type ReadObjects = (
  ids: readonly string[],
  visit: VisitObject,
  signal?: AbortSignal,
) => Promise<readonly Missing[]>;

/** Looks at objects, each once, read through git unless `read` is another way. Trees among them are passed over; so is media, which coverage then names. */
export const inspectObjects = async (
  repository: Repository,
  ids: readonly string[],
  inspect: Inspect,
  signal?: AbortSignal,
  read: ReadObjects = (some, visit, end) => readObjects(repository, some, visit, end),
): Promise<Reading> => {
  const collector = createCollector(inspect);
  const archives: Archive[] = [];
  let objects = 0;
  const sizes = new Map<string, number>();
  const commits: string[] = [];
  const visit = (id: string, type: ObjectType, content: Buffer): void => {
    if (type === "tree") {
      collector.note("tree", id);
      return;
    }
    objects++;
    sizes.set(id, content.length);
    if (type === "commit") commits.push(id);
    if (type !== "blob") collector.inspectMessage(id, type, content);
    else if (archiveKind(content) === undefined) collector.inspectBlob(id, content);
    else archives.push({ id, size: content.length });
  };
  const missing = [...(await read(ids, visit, signal))];
  // Unpacking waits on streams, so archives are read once more and kept meanwhile.
  for (const group of inGroups(archives)) {
    const held = new Map<string, Buffer>();
    const keep = (id: string, _type: ObjectType, content: Buffer): void => void held.set(id, Buffer.from(content));
    missing.push(...(await read(group, keep, signal)));
    for (const [id, content] of held) if (signal?.aborted !== true) await collector.inspectArchive(id, content);
  }
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
