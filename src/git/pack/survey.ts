import { statSync } from "node:fs";
import type { Repository } from "../repository.ts";
import { type Entries, entryType, findId } from "./entries.ts";
import { idOfEntry, openPack, type PackFile } from "./pack-file.ts";
import { PackError } from "./pack-index.ts";
import type { TreesResult, TreesTask } from "./scan-trees.ts";
import { listStores, type Stores } from "./stores.ts";

/** What detection says of a secret in an object: enough to tell secrets apart. */
export interface Trait {
  readonly check: string;
  readonly secret: string;
}

/** Scans delta trees over threads; gives each thread's result. */
export type ScanTrees = (task: TreesTask) => Promise<readonly TreesResult<Trait>[]>;

/** How packs are read without git. */
export interface PackScan {
  readonly scanTrees: ScanTrees;
  /** Smaller repositories are read through git: threads cost more than they save. */
  readonly minPackBytes: number;
}

/** An object that holds something, by what it holds. */
export interface Carrier {
  readonly id: string;
  readonly traits: readonly Trait[];
}

/** What a look at all packs says, without yet knowing lines or paths. */
export interface Survey {
  readonly carriers: readonly Carrier[];
  /** Ids of objects that this reader leaves to git: archives, loose objects, what it could not unpack or does not know. */
  readonly others: readonly string[];
  /** Ids of all commits in packs. */
  readonly commits: () => readonly string[];
  readonly media: ReadonlyMap<string, number>;
  readonly objects: number;
  readonly bytes: number;
}

interface Collected {
  readonly carriers: Carrier[];
  readonly others: string[];
  readonly media: Map<string, number>;
  readonly packs: Pick<PackFile, "index" | "entries">[];
  objects: number;
  bytes: number;
}

const collect = (pack: PackFile, result: TreesResult<Trait>, into: Collected): void => {
  into.objects += result.objects;
  into.bytes += result.bytes;
  for (const { entry, matches } of result.found) into.carriers.push({ id: idOfEntry(pack, entry), traits: matches });
  for (const entry of [...result.aside, ...result.broken]) into.others.push(idOfEntry(pack, entry));
  for (const [kind, count] of result.media) into.media.set(kind, (into.media.get(kind) ?? 0) + count);
};

/** Deltas whose base lies in another pack: git reads those. */
const strays = ({ types, count }: Entries): readonly number[] => {
  const found: number[] = [];
  for (let entry = 0; entry < count; entry++) if (types[entry] === 0) found.push(entry);
  return found;
};

/** Entries that an earlier pack holds too: they serve as bases, but count once. */
const repeated = (pack: PackFile, earlier: Collected["packs"]): Uint8Array => {
  const flags = new Uint8Array(pack.entries.count);
  if (earlier.length === 0) return flags;
  const { index, entries } = pack;
  for (let entry = 0; entry < entries.count; entry++) {
    const at = entries.positions[entry]! * index.idBytes;
    const id = index.ids.subarray(at, at + index.idBytes);
    if (earlier.some((other) => findId(other.index, id) !== -1)) flags[entry] = 1;
  }
  return flags;
};

const packBytes = ({ indexes }: Stores): number =>
  indexes.reduce((sum, index) => sum + statSync(index.replace(/idx$/, "pack")).size, 0);

/** Later than every root: threads that take the next one find none. */
const beyond = 0x3fff_ffff;

const surveyPack = async (
  indexFile: string,
  idBytes: number,
  scanTrees: ScanTrees,
  into: Collected,
  signal: AbortSignal | undefined,
): Promise<void> => {
  if (signal?.aborted === true) return;
  const pack = openPack(indexFile, idBytes);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const end = (): void => void Atomics.store(next, 0, beyond);
  signal?.addEventListener("abort", end);
  const { bytes, entries, forest, index } = pack;
  const task: TreesTask = { bytes, entries, forest, next, repeated: repeated(pack, into.packs) };
  for (const result of await scanTrees(task)) collect(pack, result, into);
  signal?.removeEventListener("abort", end);
  for (const entry of strays(entries)) into.others.push(idOfEntry(pack, entry));
  into.packs.push({ index, entries });
};

const commitsOf = (pack: Pick<PackFile, "index" | "entries">): readonly string[] => {
  const ids: string[] = [];
  for (let entry = 0; entry < pack.entries.count; entry++)
    if (pack.entries.types[entry] === entryType.commit) ids.push(idOfEntry(pack, entry));
  return ids;
};

/**
 * Looks through every pack of a repository, each object once, without asking git. Undefined where the packs are not what this
 * reader knows: then git reads everything.
 */
export const surveyPacks = async (
  repository: Repository,
  { scanTrees, minPackBytes }: PackScan,
  signal?: AbortSignal,
): Promise<Survey | undefined> => {
  const stores = await listStores(repository);
  if (packBytes(stores) < minPackBytes) return undefined;
  const into: Collected = { carriers: [], others: [], media: new Map(), packs: [], objects: 0, bytes: 0 };
  try {
    for (const index of stores.indexes) await surveyPack(index, repository.idLength / 2, scanTrees, into, signal);
  } catch (error) {
    if (error instanceof PackError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
  const { carriers, others, media, packs, objects, bytes } = into;
  const isPacked = (id: string) => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
  const unpacked = stores.loose.filter((id) => !isPacked(id));
  return {
    carriers,
    others: [...new Set([...others, ...unpacked])],
    commits: () => packs.flatMap(commitsOf),
    media,
    objects,
    bytes,
  };
};
