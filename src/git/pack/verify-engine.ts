import { linesOf } from "../git.ts";
import { readObjects } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { sharedBytes } from "./columns.ts";
import { type CompareTask, type Comparison, hashOf } from "./compare-trees.ts";
import { createControl, endScan } from "./control.ts";
import { idOfEntry, type PackFile, withPack } from "./pack-file.ts";
import { listStores } from "./stores.ts";

/** Compares both ways of scanning delta trees over threads; gives each thread's result. */
export type CompareTrees = (task: CompareTask) => Promise<readonly Comparison[]>;

/** What a comparison of this engine with git and with whole scans says. */
export interface EngineCheck {
  readonly packs: number;
  /** Objects that this engine unpacked. */
  readonly unpacked: number;
  /** Objects that it leaves to git: loose ones, large ones. */
  readonly throughGit: number;
  readonly scanned: number;
  readonly matches: number;
  /** One sentence each, with the object's name. */
  readonly differences: readonly string[];
}

interface Tally {
  unpacked: number;
  scanned: number;
  matches: number;
  readonly ids: Set<string>;
  readonly left: Set<string>;
  readonly differences: string[];
}

const everything = (): boolean => true;

const compareHashes = (pack: PackFile, { hashes, unpacked }: CompareTask, tally: Tally): void => {
  const { count } = pack.entries;
  const { idBytes } = pack.index;
  for (let entry = 0; entry < count; entry++) {
    const id = idOfEntry(pack, entry);
    if (unpacked[entry] !== 1) {
      tally.left.add(id);
      continue;
    }
    const hash = Buffer.from(hashes.subarray(entry * idBytes, (entry + 1) * idBytes)).toString("hex");
    if (hash !== id) tally.differences.push(`object ${id}: this engine unpacks bytes whose hash is ${hash}`);
    if (!tally.ids.has(id)) tally.unpacked++;
    tally.ids.add(id);
  }
};

const comparePack = async (pack: PackFile, compare: CompareTrees, tally: Tally, signal?: AbortSignal) => {
  const { entries, forest } = pack;
  const control = createControl(Number.POSITIVE_INFINITY);
  const end = (): void => endScan(control);
  signal?.addEventListener("abort", end);
  const task: CompareTask = {
    ...{ pack: pack.pack, entries, forest, control },
    repeated: sharedBytes(entries.count),
    hashes: sharedBytes(entries.count * pack.index.idBytes),
    unpacked: sharedBytes(entries.count),
  };
  const results = await compare(task);
  signal?.removeEventListener("abort", end);
  compareHashes(pack, task, tally);
  for (const { scanned, matches, differing } of results) {
    tally.scanned += scanned;
    tally.matches += matches;
    for (const { entry, whole, inherited } of differing)
      tally.differences.push(
        `object ${idOfEntry(pack, entry)}: a scan of the whole finds ${whole} matches, the scan of its delta ${inherited} or others`,
      );
  }
};

/** What this engine leaves to git must have the right hash there. */
const compareThroughGit = async (repository: Repository, { ids, left, differences }: Tally, signal?: AbortSignal) => {
  const wanted = [...left].filter((id) => !ids.has(id));
  const missing = await readObjects(
    repository,
    wanted,
    (id, type, content) => {
      const hash = hashOf(type, content, repository.idLength / 2).toString("hex");
      if (hash !== id) differences.push(`object ${id}: git gives bytes whose hash is ${hash}`);
      ids.add(id);
    },
    signal,
  );
  for (const { what, reason } of missing) differences.push(`${what}: ${reason}`);
  return wanted.length;
};

const compareWithList = async (repository: Repository, { ids, differences }: Tally): Promise<void> => {
  const args = ["cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"];
  const listed = new Set<string>();
  for await (const id of linesOf(repository.folder, args)) listed.add(id);
  for (const id of listed) if (!ids.has(id)) differences.push(`object ${id}: git lists it, this engine does not`);
  for (const id of ids) if (!listed.has(id)) differences.push(`object ${id}: git does not list it`);
};

/**
 * Unpacks every object of a repository and compares: its hash with its id, all ids with git's list, and what a delta-aware scan finds in
 * it with what a scan of the whole finds. Throws a PackError for a pack that this engine cannot read.
 */
export const verifyEngine = async (
  repository: Repository,
  compare: CompareTrees,
  signal?: AbortSignal,
): Promise<EngineCheck> => {
  const tally: Tally = { unpacked: 0, scanned: 0, matches: 0, ids: new Set(), left: new Set(), differences: [] };
  const { packs, loose } = listStores(repository);
  for (const place of packs) {
    const options = { signal, wanted: everything };
    await withPack(place, repository.idLength / 2, options, (pack) => comparePack(pack, compare, tally, signal));
    signal?.throwIfAborted();
  }
  for (const id of loose) tally.left.add(id);
  const throughGit = await compareThroughGit(repository, tally, signal);
  await compareWithList(repository, tally);
  signal?.throwIfAborted();
  const { unpacked, scanned, matches, differences } = tally;
  return { packs: packs.length, unpacked, throughGit, scanned, matches, differences };
};
