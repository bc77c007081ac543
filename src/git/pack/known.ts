import { type CleanStore, isOfObjects, type Kind } from "../../cache/clean-store.ts";
import type { Collected } from "./collect.ts";
import { sharedBytes, sharedIntegers } from "./columns.ts";
import { entryType } from "./entries.ts";
import type { Forest } from "./forest.ts";
import { idOfEntry, type PackFile } from "./pack-file.ts";
import type { PackIndex } from "./pack-index.ts";
import type { TreesResult } from "./scan-trees.ts";

/** What `repeated` says of an entry: to be reported, seen in an earlier pack, or known from an earlier run and not even scanned. */
export const standing = { fresh: 0, repeated: 1, known: 2 } as const;

/** What threads write down of an entry when a cache wants to know. */
export const verdict = { unknown: 0, clean: 1 } as const;

const passedPrefix = "passed/";

/** What contents are passed over for, by the kind under which they are remembered; undefined for other kinds. */
export const passedOver = (kind: Kind): string | undefined =>
  kind.startsWith(passedPrefix) ? kind.slice(passedPrefix.length) : undefined;

/** Calls with the place in an index of every id that a cache knows, and as what. */
export const forKnownIn = (index: PackIndex, clean: CleanStore, call: (place: number, kind: Kind) => void): void => {
  for (const kind of new Set(clean.kinds()))
    if (isOfObjects(kind)) clean.forKnown(kind, index, (place) => call(place, kind));
};

/** Marks the entries that a cache knows, and counts them. */
export const markKnown = (
  { index, entries }: PackFile,
  repeated: Uint8Array,
  clean: CleanStore,
  into: Collected,
): void => {
  const entryAt = new Uint32Array(entries.count);
  for (let entry = 0; entry < entries.count; entry++) entryAt[entries.positions[entry]!] = entry;
  forKnownIn(index, clean, (place, kind) => {
    const entry = entryAt[place]!;
    if (repeated[entry] === standing.known) return;
    const isNew = repeated[entry] === standing.fresh;
    repeated[entry] = standing.known;
    if (!isNew || kind === "tree") return;
    const passed = passedOver(kind);
    into.objects++;
    if (passed === undefined) into.known++;
    else into.media.set(passed, (into.media.get(passed) ?? 0) + 1);
  });
};

/** Marks the entries that are not known, and all that they build on. */
const markNeeded = ({ entries }: PackFile, repeated: Uint8Array): Uint8Array => {
  const { count, bases, types } = entries;
  const needed = new Uint8Array(count);
  for (let entry = 0; entry < count; entry++) {
    if (repeated[entry] === standing.known || types[entry] === entryType.tree) continue;
    for (let at = entry; at >= 0 && needed[at] === 0; at = bases[at]!) needed[at] = 1;
  }
  return needed;
};

/** A forest without the branches and trees that hold nothing but what is known. */
export const pruned = (pack: PackFile, forest: Forest, repeated: Uint8Array): Forest => {
  const { count } = pack.entries;
  const needed = markNeeded(pack, repeated);
  const firstChild = sharedIntegers(count).fill(-1);
  const nextSibling = sharedIntegers(count).fill(-1);
  const nextNeeded = (from: number): number => {
    let child = from;
    while (child !== -1 && needed[child] === 0) child = forest.nextSibling[child]!;
    return child;
  };
  for (let entry = 0; entry < count; entry++) {
    firstChild[entry] = nextNeeded(forest.firstChild[entry]!);
    nextSibling[entry] = nextNeeded(forest.nextSibling[entry]!);
  }
  const roots = forest.roots.filter((root) => needed[root] === 1);
  const shared = sharedIntegers(roots.length);
  shared.set(roots);
  return { firstChild, nextSibling, roots: shared };
};

export const nothingLearned = (count: number): Uint8Array => sharedBytes(count);

/** A pack and what its scan wrote down. */
export interface ScannedEntries {
  readonly pack: PackFile;
  readonly repeated: Uint8Array;
  readonly verdicts: Uint8Array;
  readonly results: readonly TreesResult<unknown>[];
  /** Trees with a checksum that does not hold; undefined where not all were checked. */
  readonly damaged: ReadonlySet<number> | undefined;
}

/** Tells a cache what the scan of a pack found to be clean. A tree is one when a checksum says that no broken bit made it one. */
export const learn = ({ pack, repeated, verdicts, results, damaged }: ScannedEntries, clean: CleanStore): void => {
  const { index, entries } = pack;
  const { ids, idBytes } = index;
  const isTree = new Uint8Array(entries.count);
  const isClean = new Uint8Array(entries.count);
  for (let entry = 0; entry < entries.count; entry++) {
    if (repeated[entry] === standing.known) continue;
    if (entries.types[entry] === entryType.tree) {
      if (index.checksums !== undefined && damaged?.has(entry) === false) isTree[entries.positions[entry]!] = 1;
    } else if (verdicts[entry] === verdict.clean) isClean[entries.positions[entry]!] = 1;
  }
  const chosen = (flags: Uint8Array) => {
    const parts: Buffer[] = [];
    flags.forEach((flag, place) => {
      if (flag === 1) parts.push(ids.subarray(place * idBytes, (place + 1) * idBytes));
    });
    return { ids: Buffer.concat(parts), idBytes };
  };
  clean.addAll("tree", chosen(isTree));
  clean.addAll("object", chosen(isClean));
  for (const { entry, media } of results.flatMap(({ passed }) => passed))
    clean.add(`${passedPrefix}${media}`, idOfEntry(pack, entry));
};
