import type { Missing } from "../finding.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { type Known, sightingsOf, type Whereabouts } from "./locate.ts";
import { listObjects } from "./objects.ts";
import { authorships } from "./people.ts";
import { type Revisions, startWalk, type Walk } from "./provenance.ts";
import { type HitObject, inspectObjects, type Reading } from "./reading.ts";
import { refTips } from "./refs.ts";
import type { Repository } from "./repository.ts";
import { pathsInTree, type StagedBlob, stagedBlobs } from "./tree.ts";

const groupPaths = (blobs: readonly StagedBlob[]): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, string[]>();
  for (const { id, path } of blobs) paths.set(id, [...(paths.get(id) ?? []), path]);
  return paths;
};

const knownFrom = (walk: Walk, ids: ReadonlySet<string>, reachable: boolean): [string, Known][] =>
  [...walk.origins(ids)].map(([id, origin]) => [id, { origin, reachable }]);

/** Looks up where the objects with hits are from; objects without hits cost nothing here. */
const whereabouts = async (
  repository: Repository,
  found: readonly HitObject[],
  known: ReadonlyMap<string, Known>,
  tip: string | undefined,
  staged: readonly StagedBlob[],
): Promise<Whereabouts> => {
  const blobs = new Set(found.filter(({ type }) => type === "blob").map(({ id }) => id));
  const commits = new Set([...known.values()].map(({ origin }) => origin.commit));
  const tipPaths = tip === undefined || blobs.size === 0 ? new Map() : await pathsInTree(repository, tip, blobs);
  return { known, people: await authorships(repository, [...commits]), tip, tipPaths, stagedPaths: groupPaths(staged) };
};

const sighted = (
  reading: Reading,
  where: Whereabouts,
  counts: { readonly refs: number; readonly commits: number },
  missing: readonly Missing[],
): Sighted => ({
  sightings: reading.found.flatMap((object) => sightingsOf(object, where)),
  coverage: {
    ...counts,
    objects: reading.objects,
    bytes: reading.bytes,
    skipped: reading.skipped,
    missing: [...missing, ...reading.missing],
  },
});

const absentObjects = (walk: Walk): readonly Missing[] =>
  walk.absent.length === 0
    ? []
    : [
        {
          what: `${walk.absent.length} objects`,
          reason: "this is a partial clone without them: run `git fetch --refetch --no-filter` first",
        },
      ];

const shallowHistory = (repository: Repository): readonly Missing[] =>
  repository.shallow
    ? [
        {
          what: "older history",
          reason: "this is a shallow clone: run `git fetch --unshallow` first, or scan a --range",
        },
      ]
    : [];

const interrupted = (signal: AbortSignal | undefined): readonly Missing[] =>
  signal?.aborted === true ? [{ what: "rest of the history", reason: "interrupted" }] : [];

/** Every object that the store holds, reachable or not. */
export const scanEverything = async (
  repository: Repository,
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Sighted> => {
  const tips = await refTips(repository);
  const walking = startWalk(repository, { options: [], revisions: tips }, signal);
  const list = await listObjects(repository);
  const reading = await inspectObjects(repository, list.ids, inspect, signal);
  const walk = await walking;
  const ids = new Set(reading.found.map(({ id }) => id));
  const reachable = new Map(knownFrom(walk, ids, true));
  const lost = new Set([...ids].filter((id) => !reachable.has(id)));
  const known =
    lost.size === 0 ? reachable : await withUnreachable(repository, walk, list.commits, tips, lost, reachable);
  const staged = lost.size === 0 ? [] : (await stagedBlobs(repository)).filter(({ id }) => lost.has(id));
  const where = await whereabouts(repository, reading.found, known, repository.head, staged);
  const missing = [...shallowHistory(repository), ...absentObjects(walk), ...interrupted(signal)];
  return sighted(reading, where, { refs: tips.length, commits: walk.commits }, missing);
};

/** Adds the origins of objects that only commits without a ref hold. */
const withUnreachable = async (
  repository: Repository,
  walk: Walk,
  commits: readonly string[],
  tips: readonly string[],
  lost: ReadonlySet<string>,
  reachable: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, Known>> => {
  const dropped = commits.filter((id) => !walk.isCommit(id));
  if (dropped.length === 0) return reachable;
  const rest = await startWalk(repository, { options: [], revisions: [...dropped, ...tips.map((tip) => `^${tip}`)] });
  return new Map([...knownFrom(rest, lost, false), ...reachable]);
};

/** The objects that some revisions bring in, such as the commits of a pull request; `tip` tells what is still present. */
export const scanRevisions = async (
  repository: Repository,
  what: Revisions,
  tip: string | undefined,
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Sighted> => {
  const walk = await startWalk(repository, what, signal);
  const reading = await inspectObjects(repository, [...walk.everything()], inspect, signal);
  const ids = new Set(reading.found.map(({ id }) => id));
  const where = await whereabouts(repository, reading.found, new Map(knownFrom(walk, ids, true)), tip, []);
  return sighted(reading, where, { refs: 1, commits: walk.commits }, [...absentObjects(walk), ...interrupted(signal)]);
};

/** What the next commit would bring in. */
export const scanStaged = async (repository: Repository, inspect: Inspect, signal?: AbortSignal): Promise<Sighted> => {
  const staged = await stagedBlobs(repository);
  const reading = await inspectObjects(repository, [...new Set(staged.map(({ id }) => id))], inspect, signal);
  const where = await whereabouts(repository, reading.found, new Map(), undefined, staged);
  const { coverage, sightings } = sighted(reading, where, { refs: 0, commits: 0 }, interrupted(signal));
  return { sightings, coverage: { ...coverage, files: staged.length } };
};
