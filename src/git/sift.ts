import { type CleanStore, isOfObjects } from "../cache/clean-store.ts";
import { whyPassedOver } from "../files/media.ts";
import type { Skipped } from "../finding.ts";
import { findId } from "../id-list.ts";
import { forKnownIn, passedOver } from "./pack/known.ts";
import { indexOf } from "./pack/pack-file.ts";
import { PackError, type PackIndex } from "./pack/pack-index.ts";
import { listStores } from "./pack/stores.ts";
import type { Reading } from "./reading.ts";
import type { Repository } from "./repository.ts";

/** Objects by what a cache knows of them. */
export interface Sifted {
  /** Ids of those that must be read. */
  readonly unknown: readonly string[];
  /** How many are known as clean. */
  readonly clean: number;
  /** How many are known as something that is passed over, by what that is. */
  readonly passed: ReadonlyMap<string, number>;
  /** How many need not be read because others tell as much. */
  readonly between: number;
  /** Packs that have no index. */
  readonly withoutIndex: readonly string[];
}

const createTally = () => {
  const unknown: string[] = [];
  const passed = new Map<string, number>();
  let clean = 0;
  const know = (kind: string): void => {
    const what = passedOver(kind as never);
    if (what !== undefined) passed.set(what, (passed.get(what) ?? 0) + 1);
    else if (kind === "object") clean++;
  };
  return {
    unknown,
    know,
    sifted: (withoutIndex: readonly string[]) => ({ unknown, clean, passed, between: 0, withoutIndex }),
  };
};

/** Divides ids by what a cache knows of them. */
export const siftIds = (ids: Iterable<string>, clean: CleanStore): Sifted => {
  const { unknown, know, sifted } = createTally();
  const kinds = [...new Set(clean.kinds())].filter(isOfObjects);
  for (const id of ids) {
    const kind = kinds.find((some) => clean.isClean(some, id));
    if (kind === undefined) unknown.push(id);
    else know(kind);
  }
  return sifted([]);
};

const siftIndex = (index: PackIndex, earlier: readonly PackIndex[], clean: CleanStore, tally: Tally): void => {
  const { ids, idBytes, count } = index;
  const idAt = (place: number): Buffer => ids.subarray(place * idBytes, (place + 1) * idBytes);
  const isRepeated = (place: number): boolean => earlier.some((other) => findId(other, idAt(place)) !== -1);
  const isKnown = new Uint8Array(count);
  forKnownIn(index, clean, (place, kind) => {
    if (isKnown[place] === 1) return;
    isKnown[place] = 1;
    if (!isRepeated(place)) tally.know(kind);
  });
  isKnown.forEach((known, place) => {
    if (known === 0 && !isRepeated(place)) tally.unknown.push(idAt(place).toString("hex"));
  });
};

type Tally = ReturnType<typeof createTally>;

/**
 * Divides all objects of a repository by what a cache knows of them: from the indexes of its packs alone. Undefined where the cache is
 * empty, or the packs are not what this reader knows.
 */
export const siftStores = async (repository: Repository, clean: CleanStore): Promise<Sifted | undefined> => {
  if (clean.kinds().length === 0) return undefined;
  try {
    const { packs, loose, withoutIndex } = listStores(repository);
    const tally = createTally();
    const indexes: PackIndex[] = [];
    for (const place of packs) {
      const index = indexOf(place, repository.idLength / 2);
      siftIndex(index, indexes, clean, tally);
      indexes.push(index);
    }
    const lone = loose.filter((id) => indexes.every((index) => findId(index, Buffer.from(id, "hex")) === -1));
    const rest = siftIds(lone, clean);
    const passed = new Map(tally.sifted([]).passed);
    for (const [what, count] of rest.passed) passed.set(what, (passed.get(what) ?? 0) + count);
    return {
      unknown: [...tally.unknown, ...rest.unknown],
      clean: tally.sifted([]).clean + rest.clean,
      passed,
      between: 0,
      withoutIndex,
    };
  } catch (error) {
    if (error instanceof PackError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
};

/** What coverage says of objects that a cache knows as clean. */
export const knownAsClean = (count: number): readonly Skipped[] =>
  count === 0 ? [] : [{ what: "objects", reason: "known as clean from an earlier run", count }];

const toldByOthers = (count: number): readonly Skipped[] =>
  count === 0 ? [] : [{ what: "objects", reason: "hold what earlier and later versions of the same file hold", count }];

/** Leaves out objects that need not be read. */
export const without = (sifted: Sifted, spared: ReadonlySet<string>): Sifted => {
  const unknown = sifted.unknown.filter((id) => !spared.has(id));
  return { ...sifted, unknown, between: sifted.unknown.length - unknown.length };
};

/** A reading as if all had been read, but for its bytes. */
export const withKnown = (reading: Reading, { clean, passed, between }: Sifted): Reading => {
  let objects = reading.objects + clean + between;
  const skipped: Skipped[] = [...reading.skipped, ...knownAsClean(clean), ...toldByOthers(between)];
  for (const [what, count] of passed) {
    objects += count;
    skipped.push({ what, reason: whyPassedOver(what), count });
  }
  return { ...reading, objects, skipped };
};

/** Tells a cache what was found to be clean. */
export const remember = ({ clean: found }: Reading, clean: CleanStore): void => {
  for (const [kind, ids] of found) for (const id of ids) clean.add(kind, id);
};
