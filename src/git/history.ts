import { type CleanStore, forgetful } from "../cache/clean-store.ts";
import type { Missing } from "../finding.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { attempt } from "./attempt.ts";
import { begin } from "./begin.ts";
import { absentObjects, distinctMissing, interrupted, shallowHistory, skippedSubmodules } from "./gaps.ts";
import { type Known, sightingsOf, type Whereabouts } from "./locate.ts";
import type { PackScan } from "./pack/survey.ts";
import { authorships } from "./people.ts";
import { emptyWalk, type Origin, type Revisions, startWalk } from "./provenance.ts";
import { inspectObjects, type Reading } from "./reading.ts";
import { readEverything, thatPlaces } from "./recall.ts";
import { keepRecollection } from "./recollection.ts";
import { refTips } from "./refs.ts";
import type { Repository } from "./repository.ts";
import { remember, siftIds, withKnown } from "./sift.ts";
import { emptyTree, heldBy, type LookInTree, noTree, type StagedBlob, stagedBlobs, treeOf } from "./tree.ts";
import { walkFrom } from "./walking.ts";
import { wholePaths } from "./whole-paths.ts";

const groupPaths = (blobs: readonly StagedBlob[]): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, string[]>();
  for (const { id, path } of blobs) paths.set(id, [...(paths.get(id) ?? []), path]);
  return paths;
};

/** Origins by object id, as `Known`; an unreachable commit counts as later than every reachable one. */
const knownFrom = (origins: ReadonlyMap<string, Origin>, reachable: boolean, after = 0): ReadonlyMap<string, Known> =>
  new Map([...origins].map(([id, origin]) => [id, { origin: { ...origin, order: origin.order + after }, reachable }]));

const idsOf = ({ found, limited }: Reading): ReadonlySet<string> =>
  new Set([...found.map(({ id }) => id), ...limited.map(({ id }) => id)]);

interface Place {
  readonly known: ReadonlyMap<string, Known>;
  /** The commit whose tree tells what is still present, and that tree. */
  readonly tip: string | undefined;
  readonly lookInTip: LookInTree;
  readonly staged: readonly StagedBlob[];
  readonly walked: boolean;
}

/** Looks up where the objects with hits are from; objects without hits cost nothing here. */
const gather = async (
  repository: Repository,
  reading: Reading,
  place: Place,
  counts: { readonly refs: number; readonly commits: number },
  missing: readonly Missing[],
): Promise<Sighted> => {
  const { known, tip, lookInTip, staged, walked } = place;
  const blobs = new Set(reading.found.filter(({ type }) => type === "blob").map(({ id }) => id));
  const look = () => (tip === undefined ? Promise.resolve(emptyTree) : lookInTip(blobs));
  const commits = new Set([...known.values()].map(({ origin }) => origin.commit));
  const [tree, people] = await Promise.all([
    attempt(`the files of ${tip}`, look, emptyTree),
    authorships(repository, [...commits]),
  ]);
  const stagedPaths = groupPaths(staged);
  const where: Whereabouts = { known, people, tip, tipPaths: tree.value.paths, stagedPaths, walked };
  const limits = reading.limited.map(({ id, inner, reason }) => {
    const path = known.get(id)?.origin.path ?? "";
    return { what: `${path === "" ? `object ${id}` : `${path} (object ${id})`}${inner}`, reason };
  });
  return {
    sightings: reading.found.flatMap((object) => sightingsOf(object, where)),
    coverage: {
      ...counts,
      objects: reading.objects,
      bytes: reading.bytes,
      skipped: [...reading.skipped, ...skippedSubmodules(tree.value.submodules)],
      missing: distinctMissing([...missing, ...tree.missing, ...reading.missing, ...limits]),
    },
  };
};

/** Every object that the store holds, reachable or not; with `packs` they are read without git. */
export const scanEverything = async (
  repository: Repository,
  inspect: Inspect,
  signal?: AbortSignal,
  packs?: PackScan,
  clean: CleanStore = forgetful,
): Promise<Sighted> => {
  const refs = await attempt("the refs", () => refTips(repository), { ids: [], missing: [] });
  const tips = refs.value.ids;
  const { survey, recalled, lookInTip, walking, walkAll } = await begin(repository, refs.value, packs, clean, signal);
  const { fresh, recollection } = recalled;
  walking.catch(() => {}); // awaited when all is read
  const ways = { survey, fresh, contents: packs?.inspectContents, place: packs?.place, lookInTip };
  const everything = await readEverything(repository, ways, walking, inspect, signal);
  const { reading } = everything;
  remember(reading, clean);
  const ids = idsOf(reading);
  const { walk, whole, missing } = await thatPlaces(ids, await walking, walkAll);
  const reachable = knownFrom(await wholePaths(repository, walk.origins(ids), reading.blobs), true);
  const lost = new Set([...ids].filter((id) => !reachable.has(id)));
  const dropped = lost.size === 0 ? [] : (await everything.commits()).filter((id) => !walk.isCommit(id));
  const revisions = [...dropped, ...tips.map((tip) => `^${tip}`)];
  const unreachable =
    whole && lost.size > 0 && dropped.length > 0
      ? await originsBeyond(repository, revisions, lost, reading, walk.commits)
      : new Map<string, Known>();
  const staged = await attempt("staged files", () => stagedAmong(repository, lost), []);
  const gaps = [
    ...refs.missing,
    ...refs.value.missing,
    ...everything.missing,
    ...missing,
    ...staged.missing,
    ...shallowHistory(repository),
    ...(await absentObjects(repository, walk)),
    ...interrupted(signal),
  ];
  if (clean !== forgetful && whole && gaps.length === 0) {
    const between = [...(recollection?.between ?? []), ...everything.between];
    const atTip = new Set((await heldBy(lookInTip, reading.blobs)).keys());
    keepRecollection(clean, { tips, walk, found: reading.found, ids, between, atTip });
  }
  const known = new Map([...unreachable, ...reachable]);
  const tip = survey?.hasCycle === true ? undefined : repository.head;
  const place = { known, tip, lookInTip, staged: staged.value, walked: whole };
  return gather(repository, reading, place, { refs: tips.length, commits: walk.commits }, gaps);
};

const stagedAmong = async (repository: Repository, ids: ReadonlySet<string>): Promise<readonly StagedBlob[]> =>
  ids.size === 0 ? [] : (await stagedBlobs(repository)).filter(({ id }) => ids.has(id));

/** Origins of objects that only commits without a ref hold; git may have pruned what these need, which is no fault. */
const originsBeyond = async (
  repository: Repository,
  revisions: readonly string[],
  lost: ReadonlySet<string>,
  reading: Reading,
  after: number,
): Promise<ReadonlyMap<string, Known>> => {
  const nothing = emptyWalk(repository);
  const walk = (await attempt("", () => startWalk(repository, { options: [], revisions }), nothing)).value;
  return knownFrom(await wholePaths(repository, walk.origins(lost), reading.blobs), false, after);
};

/** The objects that some revisions bring in, such as the commits of a pull request; `tip` tells what is still present. */
export const scanRevisions = async (
  repository: Repository,
  what: Revisions,
  tip: string | undefined,
  inspect: Inspect,
  signal?: AbortSignal,
  clean: CleanStore = forgetful,
): Promise<Sighted> => {
  const { walk, whole, missing } = await walkFrom(repository, what, signal);
  const sifted = siftIds(walk.everything(), clean);
  const reading = withKnown(await inspectObjects(repository, sifted.unknown, inspect, signal), sifted);
  remember(reading, clean);
  const origins = await wholePaths(repository, walk.origins(idsOf(reading)), reading.blobs);
  const gaps = [
    ...(what.missing ?? []),
    ...missing,
    ...(await absentObjects(repository, walk)),
    ...interrupted(signal),
  ];
  // the files of a large tree take longer to list than a small change to read: only for what was found in one
  const place = {
    known: knownFrom(origins, true),
    tip: reading.blobs.size === 0 ? undefined : tip,
    lookInTip: (blobs: ReadonlySet<string>) => treeOf(repository, tip!, blobs),
    staged: [],
    walked: whole,
  };
  return gather(repository, reading, place, { refs: 1, commits: walk.commits }, gaps);
};

/** What the next commit would bring in. */
export const scanStaged = async (
  repository: Repository,
  inspect: Inspect,
  signal?: AbortSignal,
  clean: CleanStore = forgetful,
): Promise<Sighted> => {
  const staged = await attempt("staged files", () => stagedBlobs(repository), []);
  const ids = [...new Set(staged.value.map(({ id }) => id))];
  const sifted = siftIds(ids, clean);
  const reading = withKnown(await inspectObjects(repository, sifted.unknown, inspect, signal), sifted);
  remember(reading, clean);
  const place = { known: new Map(), tip: undefined, lookInTip: noTree, staged: staged.value, walked: true };
  const gaps = [...staged.missing, ...interrupted(signal)];
  const { coverage, sightings } = await gather(repository, reading, place, { refs: 0, commits: 0 }, gaps);
  return { sightings, coverage: { ...coverage, files: staged.value.length } };
};
