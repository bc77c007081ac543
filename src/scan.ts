import { rules } from "#patterns";
import { createBreath } from "./breath.ts";
import { type KnownHits, knownHits } from "./cache/known-hits.ts";
import { layersIn } from "./cache/layers.ts";
import { mergeCoverage } from "./coverage.ts";
import { inspect, placed } from "./detect/hit.ts";
import type { OnStopped } from "./detect/patience.ts";
import { createLateScanner } from "./detector.ts";
import { scanFiles } from "./files/files.ts";
import type { Finding, Missing, Report } from "./finding.ts";
import { fingerprintKey, type KeyOfRun } from "./findings/fingerprint-key.ts";
import { foreignHashes } from "./findings/foreign-hashes.ts";
import { judgedByPath, toFindings } from "./findings/join.ts";
import { needFingerprints, notesOnOlder, secretsNotNew } from "./findings/older.ts";
import { createVault, type Vault } from "./findings/vault.ts";
import { distinctMissing } from "./git/gaps.ts";
import { scanEverything, scanRevisions, scanStaged } from "./git/history.ts";
import { ownPackBytes } from "./git/pack/stores.ts";
import type { PackScan } from "./git/pack/survey.ts";
import type { Place } from "./git/reading.ts";
import type { Repository } from "./git/repository.ts";
import { scanWorkTree } from "./git/work-tree.ts";
import { jobsFor, readsAlone } from "./jobs.ts";
import { alone, createLane } from "./lane.ts";
import type { Plan, Source } from "./plan.ts";
import { applyPolicy, type Judged, type Surroundings } from "./policy/apply.ts";
import { type Inspect, inspectAs, type Sighted } from "./sighting.ts";
import { startThreads, type Threads, type ThreadsFor } from "./threads.ts";

export interface Outcome {
  readonly report: Report;
  readonly vault: Vault;
}

/** Everything that a source may need of the conductor. */
interface Means {
  readonly plan: Plan;
  readonly inspectContent: Inspect;
  /** What a cache knows of contents that hold something. */
  readonly known: KnownHits;
  /** Of histories; absent where git reads everything. */
  readonly readers: Readers | undefined;
  readonly onStopped: OnStopped;
  readonly onRoot: NonNullable<PackScan["onRoot"]>;
}

/** Who reads packs: threads, or this one alone. */
type Readers = Pick<Threads, "scanTrees" | "readGraph" | "stop"> & Partial<Pick<Threads, "inspectContents">>;

/** Packs below this size take git less time than threads need to start (measured). */
const worthThreads = 2 << 20;

/** Layers that are stored in less are read in about the time that threads need to start: not measured finely. */
const worthLayerThreads = 8 << 20;

/** Milliseconds that this thread scans without a look at what git wrote: a pipe holds 64 KB. */
const longest = 4;

/** Parts what a cache holds of runs that find different things out. */
const kindOf = ({ lineHashes }: Plan): string => (lineHashes === true ? "with line hashes" : "");

/** Without a cache. */
const searched: KnownHits = (_content, search) => search();

const threadsOf = (
  { customRules, lineHashes = false, leavesClosed = false }: Plan,
  onStopped: OnStopped,
  what: ThreadsFor,
  jobs: number | undefined,
): Threads | undefined =>
  jobs === 0 ? undefined : startThreads({ customRules, lineHashes, leavesClosed }, onStopped, jobs, what);

/** Sources of which threads will look at all, as far as one look tells: what a cache does not know may be little. */
const forThreads = ({ sources, cache }: Plan, threads: Threads | undefined): readonly Source[] =>
  threads === undefined || cache !== undefined
    ? []
    : sources.filter((source) => source.kind === "history" && ownPackBytes(source.repository) >= worthThreads);

const scanHistory = async (
  repository: Repository,
  { plan, inspectContent, readers, known, onRoot }: Means,
): Promise<Sighted> => {
  if (readers === undefined) return scanEverything(repository, inspectContent, plan.signal, undefined, plan.cache);
  try {
    const watch = plan.watch === undefined ? {} : { watch: plan.watch };
    const { scanTrees, readGraph, inspectContents } = readers;
    const minPackBytes = plan.jobs === undefined && inspectContents !== undefined ? worthThreads : 0;
    const place: Place = (content, matches) => known(content, () => placed(content, matches, plan.lineHashes === true));
    const packs = { scanTrees, readGraph, inspectContents, place, minPackBytes, onRoot, ...watch };
    return await scanEverything(repository, inspectContent, plan.signal, packs, plan.cache);
  } finally {
    readers.stop();
  }
};

const scanImagesOf = async (source: Extract<Source, { kind: "images" }>, means: Means): Promise<Sighted> => {
  const { plan, inspectContent: inspect, onStopped } = means;
  const { scanImages } = await import("./image/images.ts"); // only runs with images need it
  const { cache, jobs, signal } = plan;
  const scanRepository = (repository: Repository, inTime: AbortSignal) => {
    const either = signal === undefined ? inTime : AbortSignal.any([signal, inTime]);
    return scanHistory(repository, { ...means, plan: { ...plan, signal: either } });
  };
  const started = threadsOf(plan, onStopped, "layers", jobs);
  const minBytes = jobs === undefined ? worthLayerThreads : 0;
  const threads = started && { readLayer: started.readLayer, start: started.start, minBytes };
  const layers = cache === undefined ? {} : { cache: layersIn(cache, kindOf(plan)) };
  try {
    return await scanImages(source, { inspect, scanRepository, threads, signal, ...layers });
  } finally {
    started?.stop();
  }
};

/** What a partial clone lacks, where it may be fetched; gives what could not be had. */
const completed = async (source: Source, { fetchMissing, signal }: Plan): Promise<readonly Missing[]> => {
  if (fetchMissing !== true || (source.kind !== "history" && source.kind !== "revisions")) return [];
  const fetching = await import("./git/fetch-missing.ts");
  return fetching.fetchMissing(source.repository, source.kind === "history" ? undefined : source.what, signal);
};

const look = async (source: Source, means: Means): Promise<Sighted> => {
  const { inspectContent } = means;
  const { signal, cache } = means.plan;
  switch (source.kind) {
    case "history":
      return scanHistory(source.repository, means);
    case "revisions":
      return scanRevisions(source.repository, source.what, source.tip, inspectContent, signal, cache);
    case "staged":
      return scanStaged(source.repository, inspectContent, signal, cache);
    case "work-tree":
      return scanWorkTree(source.repository, inspectContent, signal);
    case "files":
      return scanFiles(source.paths, inspectContent, undefined, signal);
    case "images":
      return scanImagesOf(source, means);
  }
};

const scopeOf = ({ sources }: Plan): Surroundings["scope"] => {
  if (sources.some(({ kind }) => kind === "revisions" || kind === "staged")) return "change";
  return sources.some(({ kind }) => kind === "history") ? "everything" : "part";
};

const givenUp = (id: string, reason: string): Missing => ({
  what: `part of what the rule ${id} would have searched`,
  reason: `${reason}: make it narrower`,
});

/** Judges findings; with `--verify` those that count are asked about, and then all are judged once more by the answers. */
const judgedAndVerified = async (
  plan: Plan,
  findings: readonly Finding[],
  vault: Vault,
  judge: (findings: readonly Finding[]) => Judged,
): Promise<Judged> => {
  const judged = judge(findings);
  if (plan.verification === undefined) return judged;
  const counting = judged.findings.filter(({ suppressed }) => suppressed === undefined);
  const { verified } = await import("./verify/verified.ts");
  const answered = await verified(findings, counting, vault, [...rules, ...plan.customRules], plan);
  const again = judge(answered.findings);
  return { ...again, notes: [...answered.notes, ...again.notes] };
};

/** Runs a plan: sources, detection, findings, verification where it is asked for, policy. */
export const run = async (plan: Plan): Promise<Outcome> => {
  const started = performance.now();
  const stopped: Missing[] = [];
  const onStopped: OnStopped = (id, reason) => stopped.push(givenUp(id, reason)); // each thread may say so
  const isAlone = readsAlone(plan);
  const threads = isAlone ? undefined : threadsOf(plan, onStopped, "history", jobsFor(plan));
  const large = forThreads(plan, threads);
  const isLarge = large.length > 0;
  if (isLarge) threads?.start(); // they get ready beside all that comes before the scan
  const scanner = await createLateScanner(plan.customRules, onStopped);
  const detector = () => scanner().detector;
  const lane = () =>
    createLane(scanner(), { ...plan, lineHashes: plan.lineHashes === true, breath: createBreath(longest) });
  const readers = isAlone ? alone(lane) : threads;
  const roots = new Map<Repository, Promise<string | undefined>>();
  // a walk over all commits, beside the scan: at once where something will be found, as in most large histories, else from the first thing found
  let walking: Promise<KeyOfRun> | undefined;
  const needless = new AbortController();
  const keyOfRun = (): Promise<KeyOfRun> => {
    walking ??= fingerprintKey(plan, needless.signal, roots);
    walking.catch(() => {}); // awaited below
    return walking;
  };
  const onRoot: Means["onRoot"] = (repository, root) => {
    if (root !== undefined) roots.set(repository, root);
    if (isLarge && plan.root === undefined) void keyOfRun(); // else GitHub is asked below
  };
  const known = plan.cache === undefined ? searched : knownHits(plan.cache, kindOf(plan));
  const inspectContent = inspectAs(plan, (content) => {
    const hits = known(content, () => inspect(detector(), content, plan.lineHashes === true));
    if (hits.length > 0 && plan.root === undefined) void keyOfRun(); // GitHub is asked below
    return hits;
  });
  const parts: Sighted[] = [];
  for (const source of plan.sources) {
    const missing = await completed(source, plan);
    if (missing.length > 0) parts.push({ sightings: [], coverage: { missing } });
    const looking = look(source, { plan, inspectContent, known, readers, onStopped, onRoot });
    // while git, or a registry, gets ready; a cache may know all that is read
    if (plan.cache === undefined && !large.includes(source)) detector();
    parts.push(await looking);
  }
  const sightings = parts.flatMap((part) => part.sightings).flatMap(judgedByPath);
  const older = sightings.length === 0 ? undefined : await secretsNotNew(plan.sources, sightings, inspectContent);
  const named = needFingerprints(plan.policy, sightings, older);
  if (!named) needless.abort();
  const vault = createVault();
  const key = named ? await keyOfRun() : undefined;
  if (stopped.length === 0) plan.cache?.save(); // a rule that was given up missed what a later run may find
  const findings = toFindings(sightings, key?.key, vault, older);
  const coverage = mergeCoverage(
    [...parts, { sightings: [], coverage: { missing: distinctMissing(stopped) } }],
    (performance.now() - started) / 1000,
  );
  const today = new Date().toISOString().slice(0, 10);
  const surroundings = { scope: scopeOf(plan), today, key: key?.name, hashesOf: foreignHashes(vault) };
  const judge = (found: readonly Finding[]) => applyPolicy(found, coverage, plan.policy, surroundings);
  const judged = await judgedAndVerified(plan, findings, vault, judge);
  const fingerprints = key === undefined ? {} : { fingerprintKey: key.name };
  const notes = [...judged.notes, ...notesOnOlder(findings)];
  return { report: { version: 1, ...fingerprints, coverage, ...judged, notes }, vault };
};
