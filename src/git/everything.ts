import { whyPassedOver } from "../files/media.ts";
import type { Missing } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { attempt } from "./attempt.ts";
import { chooseCarriers } from "./choose.ts";
import { listObjects, type ObjectList, readObjects } from "./objects.ts";
import { packsWithoutIndex, type Survey } from "./pack/survey.ts";
import type { Walk } from "./provenance.ts";
import type { InspectContents } from "./queue.ts";
import { inspectObjects, type Place, type Reading, type ReadObjects } from "./reading.ts";
import type { Repository } from "./repository.ts";
import { knownAsClean, type Sifted, withKnown } from "./sift.ts";
import { heldBy, type LookInTree, noTree } from "./tree.ts";

const nothingListed: ObjectList = { ids: [], commits: [], trees: [], missing: [] };

/** All objects of a store, read. */
export interface Everything {
  readonly reading: Reading;
  readonly commits: () => readonly string[] | Promise<readonly string[]>;
  readonly missing: readonly Missing[];
  /** Objects that were left out since others tell as much. */
  readonly between: readonly string[];
}

/** Asks git for every object. */
export const readThroughGit = async (
  repository: Repository,
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Everything> => {
  const list = await attempt("the objects", () => listObjects(repository), nothingListed);
  const reading = await inspectObjects(repository, list.value.ids, inspect, signal);
  const { trees, commits } = list.value;
  const clean = new Map([...reading.clean, ["tree" as const, trees]]);
  const missing = [...list.missing, ...list.value.missing];
  return { reading: { ...reading, clean }, commits: () => commits, missing, between: [] };
};

/** So few objects that a cache does not know are asked of git: packs are not even opened. */
export const few = 10_000;

/** Asks git for every object that a cache does not know. */
export const readUnknown = async (
  repository: Repository,
  sifted: Sifted,
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Everything> => {
  const reading = await inspectObjects(repository, sifted.unknown, inspect, signal);
  return {
    reading: withKnown(reading, sifted),
    commits: async () => (await listObjects(repository)).commits,
    missing: packsWithoutIndex(sifted.withoutIndex),
    between: [],
  };
};

const named = /^object ([0-9a-f]+)$/;

/** Reads through git, and without it what git refuses: deltas on objects of other packs, packs that only a multi-pack index tells of. */
const readerOf =
  (repository: Repository, { strays }: Survey): ReadObjects =>
  async (ids, visit, signal, pause) => {
    const refused = ids.filter((id) => strays.ids.has(id));
    const missing: Missing[] = [];
    for (const gap of await readObjects(repository, without(ids, strays.ids), visit, signal, pause)) {
      const id = named.exec(gap.what)?.[1];
      const again = id !== undefined && strays.holds(id) && (await strays.read([id], visit, signal)).length === 0;
      if (!again) missing.push(gap);
    }
    return [...missing, ...(await strays.read(refused, visit, signal))];
  };

const without = (ids: readonly string[], some: ReadonlySet<string>): readonly string[] =>
  some.size === 0 ? ids : ids.filter((id) => !some.has(id));

/** After an interrupt, so long may it take to place what was found before. */
const graceTime = 400;

/** What is known before anything is read again. */
interface Known {
  readonly survey: Survey;
  readonly walk: Walk;
  readonly lookInTip: LookInTree;
  readonly place: Place | undefined;
}

/** Looks through the packs without git, then asks git for what holds something, and for what packs do not hold. */
export const readPacks = async (
  repository: Repository,
  { survey, walk, lookInTip, place }: Known,
  inspect: Inspect,
  signal?: AbortSignal,
  inspectContents?: InspectContents,
): Promise<Everything> => {
  const carriers = new Set(survey.carriers.map(({ id }) => id));
  const isLost = survey.hasCycle || signal?.aborted === true;
  const tip = await heldBy(isLost ? noTree : lookInTip, carriers);
  const chosen = chooseCarriers(survey.carriers, walk.origins(carriers), (id) => tip.has(id));
  const others = new Set([...survey.others, ...survey.strays.ids]);
  const read = readerOf(repository, survey);
  const { archives } = survey;
  const held = new Map(survey.carriers.map(({ id, traits }) => [id, traits]));
  const found = place && { place, matches: (id: string) => (others.has(id) ? undefined : held.get(id)) };
  // what was found before an interrupt is still shown
  const reading =
    signal?.aborted === true
      ? await inspectObjects(repository, [...chosen], inspect, AbortSignal.timeout(graceTime), {
          read,
          found,
          archives,
        })
      : await inspectObjects(repository, [...new Set([...chosen, ...others])], inspect, signal, {
          read,
          found,
          archives,
          inspectContents,
        });
  const again = [...chosen].filter((id) => !others.has(id));
  const skipped = [...survey.media].map(([what, count]) => ({ what, reason: whyPassedOver(what), count }));
  return {
    reading: {
      ...reading,
      objects: reading.objects - again.length + survey.objects,
      bytes: reading.bytes - reading.bytesOf(again) + survey.bytes,
      skipped: [...skipped, ...knownAsClean(survey.known), ...reading.skipped],
    },
    commits: () => [...survey.commits(), ...reading.commits],
    missing: survey.missing,
    between: signal?.aborted === true ? [] : [...carriers].filter((id) => !chosen.has(id) && !others.has(id)),
  };
};
