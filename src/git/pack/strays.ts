import { open } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import type { Missing } from "../../finding.ts";
import { findId } from "../../id-list.ts";
import { type ObjectType, readObjects, type VisitObject } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { applyDelta } from "./delta.ts";
import { entryType, noBase } from "./entries.ts";
import type { ScannedPack } from "./pack-file.ts";
import { PackError } from "./pack-index.ts";

/**
 * Reads deltas that build on an object of another pack or in a file of its own. A pack on disk should hold every base; git
 * refuses those that do not, such as thin packs that nobody completed.
 */
export interface StrayReader {
  readonly ids: ReadonlySet<string>;
  /** Whether an object lies in a pack, so that `read` may be able to read it. */
  readonly holds: (id: string) => boolean;
  /** Reads objects of packs; what cannot be read is named. */
  readonly read: (ids: readonly string[], visit: VisitObject, signal?: AbortSignal) => Promise<readonly Missing[]>;
}

interface Whole {
  readonly type: ObjectType;
  readonly content: Buffer;
}

interface Place {
  readonly pack: ScannedPack;
  readonly entry: number;
}

/** Deltas on deltas; git makes at most 4,095. */
const maxDepth = 10_000;

const typeNames: Readonly<Record<number, ObjectType>> = {
  [entryType.commit]: "commit",
  [entryType.tree]: "tree",
  [entryType.blob]: "blob",
  [entryType.tag]: "tag",
};

/** Objects of this size at most, and deltas as well. */
const maxStray = 256 << 20;

const readAt = async (file: string, from: number, length: number): Promise<Buffer> => {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const inflateEntry = async ({ pack: { file, entries }, entry }: Place): Promise<Buffer> => {
  const [from, end] = [entries.data[entry]!, entries.starts[entry + 1]!];
  if (entries.sizes[entry]! > maxStray || end - from > maxStray) throw new PackError("it is too large");
  const bytes = inflateSync(await readAt(file, from, end - from), { maxOutputLength: maxStray });
  if (bytes.length !== entries.sizes[entry]) throw new PackError("its data has another size than its header says");
  return bytes;
};

/** The id that a reference delta names stands before its data. */
const baseId = async ({ pack: { file, entries, index }, entry }: Place): Promise<Buffer> =>
  readAt(file, entries.data[entry]! - index.idBytes, index.idBytes);

export const createStrayReader = (
  repository: Repository,
  packs: readonly ScannedPack[],
  ids: readonly string[],
): StrayReader => {
  const placesOf = (id: Buffer): readonly Place[] =>
    packs.flatMap((pack) => {
      const position = findId(pack.index, id);
      return position === -1 ? [] : [{ pack, entry: pack.entries.positions.indexOf(position) }];
    });
  /** A place where an object is whole, or builds on a whole one, if there is one. */
  const placeOf = (id: Buffer): Place | undefined => {
    const places = placesOf(id);
    return places.find(({ pack, entry }) => pack.entries.types[entry] !== 0) ?? places[0];
  };
  const fromGit = async (id: string): Promise<Whole> => {
    let found: Whole | undefined;
    const keep: VisitObject = (_id, type, content) => {
      found = { type, content: Buffer.from(content) };
    };
    await readObjects(repository, [id], keep);
    if (found === undefined) throw new PackError(`it builds on ${id}, which the repository lacks`);
    return found;
  };

  /** What a delta builds on: a place in a pack, or an object that git has. */
  const baseOf = async ({ pack, entry }: Place): Promise<Place | Whole> => {
    const base = pack.entries.bases[entry]!;
    if (base >= 0) return { pack, entry: base };
    const id = await baseId({ pack, entry });
    return placeOf(id) ?? (await fromGit(id.toString("hex")));
  };
  /** The whole object that a chain ends in; its deltas go to `deltas`, the last first. */
  const rootOf = async (from: Place, deltas: Buffer[]): Promise<Whole> => {
    let at: Place | Whole = from;
    while ("entry" in at) {
      if (deltas.length > maxDepth) throw new PackError("its chain of deltas has no end");
      const { bases, types } = at.pack.entries;
      const bytes = await inflateEntry(at);
      if (bases[at.entry] === noBase.whole) return { type: typeNames[types[at.entry]!] ?? "blob", content: bytes };
      deltas.push(bytes);
      at = await baseOf(at);
    }
    return at;
  };
  const readOne = async (id: string): Promise<Whole> => {
    const place = placeOf(Buffer.from(id, "hex"));
    if (place === undefined) throw new PackError("no pack holds it");
    const deltas: Buffer[] = [];
    const root = await rootOf(place, deltas);
    const content = deltas.reduceRight((base, delta) => applyDelta(base, delta, maxStray), root.content);
    return { type: root.type, content };
  };

  const read: StrayReader["read"] = async (some, visit, signal) => {
    const missing: Missing[] = [];
    for (const id of some) {
      if (signal?.aborted === true) break;
      try {
        const { type, content } = await readOne(id);
        visit(id, type, content);
      } catch (error) {
        // a PackError, or what zlib or the file system say
        const repair = "run `git fsck`, then fetch again what is broken";
        missing.push({ what: `object ${id}`, reason: `${(error as Error).message}: ${repair}` });
      }
    }
    return missing;
  };
  const holds = (id: string): boolean => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
  return { ids: new Set(ids), holds, read };
};
