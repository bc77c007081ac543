import type { CleanStore } from "../cache/clean-store.ts";
import type { Inspect } from "../sighting.ts";
import { type Everything, few, readPacks, readThroughGit, readUnknown } from "./everything.ts";
import type { Survey } from "./pack/survey.ts";
import type { InspectContents } from "./queue.ts";
import type { Place } from "./reading.ts";
import { type Recollection, recollect } from "./recollection.ts";
import type { Repository } from "./repository.ts";
import { type Sifted, siftStores, without } from "./sift.ts";
import { heldBy, type LookInTree } from "./tree.ts";
import type { Walked } from "./walking.ts";

/** What a cache knows of a repository. */
export interface Recalled {
  /** The objects that must be read, where they are few. */
  readonly fresh?: Sifted;
  /** How its history was. */
  readonly recollection?: Recollection;
}

/** What to recall by. */
interface Memory {
  readonly clean: CleanStore;
  readonly tips: readonly string[];
  readonly lookInTip: LookInTree;
}

export const recall = async (
  repository: Repository,
  { clean, tips, lookInTip }: Memory,
  hasGitOnly: boolean,
): Promise<Recalled> => {
  const sifted = await siftStores(repository, clean);
  if (sifted === undefined) return {};
  const recollection = await recollect(repository, clean, tips);
  if (recollection === undefined) return hasGitOnly || sifted.unknown.length <= few ? { fresh: sifted } : {};
  const atTip = await heldBy(lookInTip, recollection.between);
  const spared = new Set([...recollection.between].filter((id) => !atTip.has(id)));
  const fresh = without(sifted, spared);
  return hasGitOnly || fresh.unknown.length <= few ? { fresh, recollection } : {};
};

interface Ways {
  readonly survey: Survey | undefined;
  readonly fresh: Sifted | undefined;
  readonly contents: InspectContents | undefined;
  readonly place: Place | undefined;
  readonly lookInTip: LookInTree;
}

/** Reads all that must be read: from packs, or through git. */
export const readEverything = async (
  repository: Repository,
  { survey, fresh, contents, place, lookInTip }: Ways,
  walking: Promise<Walked>,
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Everything> => {
  if (survey !== undefined) {
    const { walk } = await walking;
    return readPacks(repository, { survey, walk, lookInTip, place }, inspect, signal, contents);
  }
  if (fresh !== undefined) return readUnknown(repository, fresh, inspect, signal);
  return readThroughGit(repository, inspect, signal);
};

/** A walk over what is new, if it knows where all of some objects are from; else one over everything. */
export const thatPlaces = async (
  ids: ReadonlySet<string>,
  walked: Walked,
  walkAll: () => Promise<Walked>,
): Promise<Walked> => (walked.recalled !== true || walked.walk.origins(ids).size === ids.size ? walked : walkAll());
