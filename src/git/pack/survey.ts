import type { CleanStore } from "../../cache/clean-store.ts";
import type { Match } from "../../detect/hit.ts";
import type { Missing } from "../../finding.ts";
import { findId } from "../../id-list.ts";
import type { InspectContents } from "../queue.ts";
import type { Place } from "../reading.ts";
import type { Repository } from "../repository.ts";
import { damagedTrees } from "./check-trees.ts";
import {
  type Carrier,
  type Collected,
  collect,
  collectRootless,
  type FoundArchive,
  nothingCollected,
  repeatedIn,
  requireAll,
} from "./collect.ts";
import {
  amountsOf,
  type Control,
  createControl,
  endedBy,
  endingOf,
  ending as endings,
  mostUnpacked,
} from "./control.ts";
import { goInCircles } from "./cycles.ts";
import { learn, markKnown, nothingLearned, pruned, standing } from "./known.ts";
import { commitsOf, idOfEntry, type PackFile, withPack } from "./pack-file.ts";
import { PackError } from "./pack-index.ts";
import { type PackedHistory, readHistory } from "./packed-history.ts";
import type { GraphPart, GraphTask } from "./read-graph.ts";
import type { TreesResult, TreesTask } from "./scan-trees.ts";
import { listStores, packBytes, type Stores } from "./stores.ts";
import { createStrayReader, type StrayReader } from "./strays.ts";

/** Scans delta trees over threads; gives each thread's result. */
export type ScanTrees = (task: TreesTask) => Promise<readonly TreesResult<Match>[]>;

/** Reads commits and trees over threads; gives each thread's part, or undefined where one did not answer. */
export type ReadGraph = (task: GraphTask) => Promise<readonly GraphPart[] | undefined>;

/** What was scanned so far. */
export interface ScanAmounts {
  readonly objects: number;
  readonly bytes: number;
  /** How much of all packs, from 0 to 1. */
  readonly share: number;
}

/** How packs are read without git. */
export interface PackScan {
  readonly scanTrees: ScanTrees;
  /** Reads what commits and trees name, where git need not be asked for it. */
  readonly readGraph?: ReadGraph | undefined;
  /** Is told, before packs are read, what will tell the repository's oldest root commit; undefined where they will not. */
  readonly onRoot?: (repository: Repository, root: Promise<string | undefined> | undefined) => void;
  /** Looks at contents over threads; one after the other on this one when absent. */
  readonly inspectContents?: InspectContents | undefined;
  /** Places what threads found in a content; it is scanned once more when absent. */
  readonly place?: Place;
  /** Smaller repositories are read through git: threads cost more than they save. */
  readonly minPackBytes: number;
  /** Is told how to ask for progress when the scan begins. */
  readonly watch?: (amounts: () => ScanAmounts) => void;
  /** What earlier runs found clean, and where this one writes it down. */
  readonly clean?: CleanStore;
  /** For tests: unpacked bytes of one pack after which the rest is given up. */
  readonly maxUnpackedBytes?: number;
}

/** What a look at all packs says, without yet knowing lines or paths. */
export interface Survey {
  readonly carriers: readonly Carrier<Match>[];
  /** Archives that threads have read. */
  readonly archives: readonly FoundArchive[];
  /** Ids of objects that this reader leaves to git: large archives, loose objects, large ones, what it could not unpack. */
  readonly others: readonly string[];
  /** Deltas whose base no pack of theirs holds: git refuses those. */
  readonly strays: StrayReader;
  /** Whether some deltas build on themselves: git would follow them for ever. */
  readonly hasCycle: boolean;
  /** Ids of all commits in packs. */
  readonly commits: () => readonly string[];
  readonly media: ReadonlyMap<string, number>;
  readonly objects: number;
  readonly bytes: number;
  /** How many of the objects a cache knows as clean. */
  readonly known: number;
  readonly missing: readonly Missing[];
  /** What commits and trees name, if it was read: of one pack that holds all there is. */
  readonly history?: PackedHistory | undefined;
}

const repair = "run `git fsck`, then fetch or clone again";

interface Means extends PackScan {
  readonly idBytes: number;
  readonly signal: AbortSignal | undefined;
  /** The pack that is scanned now. */
  readonly onControl: (control: Control) => void;
}

const controlOf = ({ pack }: PackFile, { maxUnpackedBytes = mostUnpacked(pack.size) }: Means): Control =>
  createControl(maxUnpackedBytes);

const scanPack = async (pack: PackFile, repeated: Uint8Array, means: Means, into: Collected): Promise<void> => {
  const { scanTrees, signal, onControl, clean } = means;
  const { file, entries } = pack;
  if (clean !== undefined) markKnown(pack, repeated, clean, into);
  const forest = into.known === 0 ? pack.forest : pruned(pack, pack.forest, repeated);
  const verdicts = clean === undefined ? undefined : nothingLearned(entries.count);
  const control = controlOf(pack, means);
  onControl(control);
  const isOn = (): boolean => endingOf(control) === endings.none;
  const trees = { pack: pack.pack, entries, forest, control, repeated, ...(verdicts && { verdicts }) };
  const isWanted = clean && ((entry: number) => repeated[entry] !== standing.known);
  const [results, damaged] = await endedBy(signal, control, () =>
    // meanwhile this thread has nothing else to do
    Promise.all([scanTrees(trees), damagedTrees(pack, isOn, isWanted)]),
  );
  for (const entry of damaged)
    into.missing.push({
      what: `object ${idOfEntry(pack, entry)}`,
      reason: `its checksum does not hold in ${file}: ${repair}`,
    });
  const ending = endingOf(control);
  if (ending === endings.none) requireAll(pack, repeated, results);
  if (ending === endings.limit) {
    const reason = `its objects unpack to more than the limit of ${control.maxBytes} bytes`;
    into.missing.push({ what: `the rest of ${file}`, reason });
  }
  collect(pack, results, into);
  if (clean !== undefined && verdicts !== undefined)
    learn({ pack, repeated, verdicts, results, damaged: isOn() ? new Set(damaged) : undefined }, clean);
};

const surveyPack = async (pack: PackFile, means: Means, into: Collected): Promise<void> => {
  const repeated = repeatedIn(pack, into.packs);
  await scanPack(pack, repeated, means, into);
  const { file, index, entries } = pack;
  into.packs.push({ file, index, entries, rootless: collectRootless(pack, repeated, into) });
  into.history = await historyOf(pack, means, into);
};

/** What the commits and trees of a pack name, where it is sound and the first. */
const historyOf = async (pack: PackFile, means: Means, into: Collected): Promise<PackedHistory | undefined> => {
  const { readGraph, signal } = means;
  const isSound = into.missing.length === 0 && into.strays.length === 0 && !into.hasCycle;
  if (readGraph === undefined || into.packs.length > 1 || !isSound || signal?.aborted === true) return undefined;
  const wanted = [...into.carriers.map(({ id }) => id), ...into.archives.map(({ id }) => id), ...into.others];
  const control = controlOf(pack, means);
  return endedBy(signal, control, () => readHistory(pack, wanted, control, readGraph));
};

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

/** Packs come and go while git repacks; this often the stores are listed anew. */
const maxRounds = 10;

/** Scans packs until a new listing names none that is unknown. Gives the last listing. */
const surveyRounds = async (repository: Repository, first: Stores, means: Means, into: Collected): Promise<Stores> => {
  const known = new Set<string>();
  let stores = first;
  for (let round = 0; round < maxRounds; round++) {
    const unknown = stores.packs.filter(({ file }) => !known.has(file));
    if (unknown.length === 0) return stores;
    for (const place of unknown) {
      known.add(place.file);
      try {
        await withPack(place, means.idBytes, { signal: means.signal }, (pack) => surveyPack(pack, means, into));
      } catch (error) {
        if (!isGone(error)) throw error; // else what it held is in a pack that the next round lists
      }
    }
    stores = listStores(repository);
  }
  into.missing.push({ what: "some packs", reason: "new ones kept appearing: scan again when git has come to rest" });
  return stores;
};

/** Progress over all packs. */
const createGauge = (stores: Stores) => {
  const total = Math.max(1, packBytes(stores));
  const controls: Control[] = [];
  const amounts = (): ScanAmounts => {
    const all = controls.map(amountsOf);
    const sum = (name: "objects" | "bytes" | "packed") => all.reduce((total, some) => total + some[name], 0);
    return { objects: sum("objects"), bytes: sum("bytes"), share: Math.min(1, sum("packed") / total) };
  };
  return { amounts, onControl: (control: Control) => void controls.push(control) };
};

/**
 * Looks through every pack of a repository, each object once, without asking git. Undefined where the packs are not what this
 * reader knows: then git reads everything.
 */
export const surveyPacks = async (
  repository: Repository,
  scan: PackScan,
  signal?: AbortSignal,
): Promise<Survey | undefined> => {
  const idBytes = repository.idLength / 2;
  const stores = listStores(repository);
  if (packBytes(stores) < scan.minPackBytes && !(await goInCircles(stores, idBytes))) return undefined;
  const into = nothingCollected();
  const gauge = createGauge(stores);
  scan.watch?.(gauge.amounts);
  let last = stores;
  try {
    last = await surveyRounds(repository, stores, { ...scan, idBytes, signal, onControl: gauge.onControl }, into);
  } catch (error) {
    if (signal?.aborted === true) return surveyOf(repository, into, last);
    if (error instanceof PackError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
  return surveyOf(repository, into, last);
};

export const packsWithoutIndex = (packs: readonly string[]): readonly Missing[] =>
  packs.map((what) => ({ what, reason: "it has no index: run `git index-pack` on it" }));

const surveyOf = (repository: Repository, collected: Collected, stores: Stores): Survey => {
  const { carriers, archives, others, strays, media, packs, hasCycle, objects, bytes, known, missing, history } =
    collected;
  const isAll = packs.length === 1 && stores.loose.length === 0 && stores.withoutIndex.length === 0;
  const isPacked = (id: string) => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
  const loose = new Set(stores.loose);
  const noIndex = packsWithoutIndex(stores.withoutIndex);
  return {
    carriers,
    archives,
    others: [...new Set([...others, ...stores.loose.filter((id) => !isPacked(id))])],
    strays: createStrayReader(
      repository,
      packs,
      strays.filter((id) => !loose.has(id)),
    ),
    hasCycle,
    commits: () => packs.flatMap(commitsOf),
    media,
    objects,
    bytes,
    known,
    missing: [...missing, ...noIndex],
    history: isAll ? history : undefined,
  };
};
