import type { Match } from "../../detect/hit.ts";
import type { Missing } from "../../finding.ts";
import { findId } from "../../id-list.ts";
import { maxObject } from "../objects.ts";
import type { PackedArchive } from "./archives.ts";
import { entryType, noBase } from "./entries.ts";
import { idOfEntry, type PackFile, type ScannedPack } from "./pack-file.ts";
import { PackError } from "./pack-index.ts";
import type { PackedHistory } from "./packed-history.ts";
import type { TreesResult } from "./scan-trees.ts";

/** What detection says of a secret in an object: enough to tell secrets apart. */
export interface Trait {
  readonly check: string;
  readonly secret: string;
}

/** An object that holds something, by what it holds. */
export interface Carrier<Held extends Trait = Trait> {
  readonly id: string;
  readonly traits: readonly Held[];
}

/** An archive and what is in it. */
export interface FoundArchive extends Omit<PackedArchive, "entry"> {
  readonly id: string;
}

/** What was gathered of the packs so far. */
export interface Collected {
  readonly carriers: Carrier<Match>[];
  readonly archives: FoundArchive[];
  readonly others: string[];
  readonly strays: string[];
  readonly media: Map<string, number>;
  readonly packs: ScannedPack[];
  readonly missing: Missing[];
  history: PackedHistory | undefined;
  hasCycle: boolean;
  objects: number;
  bytes: number;
  /** How many of the objects a cache knows as clean. */
  known: number;
}

export const nothingCollected = (): Collected => ({
  carriers: [],
  archives: [],
  others: [],
  strays: [],
  media: new Map(),
  packs: [],
  missing: [],
  history: undefined,
  hasCycle: false,
  objects: 0,
  bytes: 0,
  known: 0,
});

const byEntry = (a: { readonly entry: number }, b: { readonly entry: number }): number => a.entry - b.entry;

const collectLarge = (pack: PackFile, results: readonly TreesResult<Match>[], into: Collected): void => {
  for (const { entry, size } of results.flatMap(({ large }) => large).sort(byEntry)) {
    const id = idOfEntry(pack, entry);
    const reason = `its ${size} bytes exceed the limit of ${maxObject}`;
    if (size !== undefined && size > maxObject) into.missing.push({ what: `object ${id}`, reason });
    else into.others.push(id);
  }
};

/** Joins what threads found, in the order of the pack: which thread took which tree is chance. */
export const collect = (pack: PackFile, results: readonly TreesResult<Match>[], into: Collected): void => {
  for (const { entry, matches } of results.flatMap(({ found }) => found).sort(byEntry))
    into.carriers.push({ id: idOfEntry(pack, entry), traits: matches });
  for (const { entry, size, reading } of results.flatMap(({ archives }) => archives).sort(byEntry))
    into.archives.push({ id: idOfEntry(pack, entry), size, reading });
  const left = results.flatMap(({ aside, broken }) => [...aside, ...broken]).sort((a, b) => a - b);
  for (const entry of left) into.others.push(idOfEntry(pack, entry));
  collectLarge(pack, results, into);
  for (const result of results) {
    into.objects += result.objects;
    into.bytes += result.bytes;
    for (const [kind, count] of result.media) into.media.set(kind, (into.media.get(kind) ?? 0) + count);
  }
};

/** Every entry must have come out somewhere: scanned, left to git or known from before. */
export const requireAll = (
  { file, entries }: PackFile,
  repeated: Uint8Array,
  results: readonly TreesResult<Match>[],
): void => {
  let expected = 0;
  for (let entry = 0; entry < entries.count; entry++) {
    const type = entries.types[entry]!;
    if (type !== 0 && type !== entryType.tree && repeated[entry] === 0) expected++;
  }
  const seen = results.reduce(
    (sum, { objects, archives, aside, large, broken }) =>
      sum + objects + archives.length + aside.length + large.length + broken.length,
    0,
  );
  if (seen !== expected) throw new PackError(`${file} has ${expected} objects, and ${seen} were seen`);
};

/** Sorts the entries whose chains end outside of their pack by what can be done about them. */
export const collectRootless = (pack: PackFile, repeated: Uint8Array, into: Collected): ReadonlySet<string> => {
  const { types, bases, count } = pack.entries;
  const rootless = new Set<string>();
  for (let entry = 0; entry < count; entry++) {
    if (types[entry] !== 0) continue;
    const id = idOfEntry(pack, entry);
    rootless.add(id);
    if (repeated[entry] !== 0) continue;
    if (bases[entry] === noBase.itself) {
      into.hasCycle = true;
      into.missing.push({ what: `object ${id}`, reason: `its deltas build on themselves in ${pack.file}: ${repair}` });
    } else if (bases[entry] === noBase.broken) into.others.push(id);
    else into.strays.push(id);
  }
  return rootless;
};

const repair = "run `git fsck`, then fetch or clone again";

/** Entries that an earlier pack holds too: they serve as bases, but count once. */
export const repeatedIn = (pack: PackFile, earlier: readonly ScannedPack[]): Uint8Array => {
  const { index, entries } = pack;
  const flags = new Uint8Array(new SharedArrayBuffer(entries.count));
  if (earlier.length === 0) return flags;
  const holds = ({ index: other, rootless }: ScannedPack, id: Buffer): boolean =>
    findId(other, id) !== -1 && (rootless.size === 0 || !rootless.has(id.toString("hex")));
  for (let entry = 0; entry < entries.count; entry++) {
    const at = entries.positions[entry]! * index.idBytes;
    const id = index.ids.subarray(at, at + index.idBytes);
    if (earlier.some((other) => holds(other, id))) flags[entry] = 1;
  }
  return flags;
};
