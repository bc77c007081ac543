import type { CleanStore } from "../cache/clean-store.ts";
import { chooseCarriers } from "./choose.ts";
import { bytesOf, GitError } from "./git.ts";
import type { Carrier } from "./pack/collect.ts";
import { type Origin, startWalk, type Walk } from "./provenance.ts";
import type { HitObject } from "./reading.ts";
import type { Repository } from "./repository.ts";

/**
 * What an earlier run learned of a repository's history, so that a later one walks only the commits that are new. It holds while
 * all that was reachable still is.
 */
export interface Recollection {
  /** What refs named. */
  readonly tips: readonly string[];
  /** How many commits they reached. */
  readonly commits: number;
  /** Where objects are from that are read every time. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Objects that hold nothing but what earlier and later versions of the same file hold too. */
  readonly between: ReadonlySet<string>;
}

interface Written {
  readonly tips: readonly string[];
  readonly commits: number;
  readonly origins: readonly (readonly [id: string, commit: string, order: number, path: string])[];
  readonly between: readonly string[];
}

const isId = (value: unknown): value is string =>
  typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isOrigin = (value: unknown): boolean =>
  Array.isArray(value) && isId(value[0]) && isId(value[1]) && isCount(value[2]) && typeof value[3] === "string";

const isWritten = (value: unknown): value is Written => {
  if (typeof value !== "object" || value === null) return false;
  const { tips, commits, origins, between } = value as Record<string, unknown>;
  return (
    Array.isArray(tips) &&
    tips.every(isId) &&
    isCount(commits) &&
    Array.isArray(origins) &&
    origins.every(isOrigin) &&
    Array.isArray(between) &&
    between.every(isId)
  );
};

/** More is not written: there is no history of so many secrets that somebody would scan twice. */
const maxText = 8 << 20;

const read = (text: string | undefined): Recollection | undefined => {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isWritten(value)) return undefined;
    const { tips, commits, origins, between } = value;
    return {
      tips,
      commits,
      origins: new Map(origins.map(([id, commit, order, path]) => [id, { commit, order, path }])),
      between: new Set(between),
    };
  } catch {
    return undefined;
  }
};

/** Whether something that was reachable is no longer: a branch was rewritten, a tag deleted. */
const hasLost = async (repository: Repository, before: readonly string[], tips: ReadonlySet<string>) => {
  const gone = before.filter((id) => !tips.has(id));
  if (gone.length === 0) return false;
  const input = [...gone, ...[...tips].map((id) => `^${id}`)].map((line) => `${line}\n`).join("");
  try {
    const count = await bytesOf(repository.folder, ["rev-list", "--objects", "--count", "--stdin"], { input });
    return count.toString("latin1").trim() !== "0";
  } catch (error) {
    if (error instanceof GitError) return true;
    throw error;
  }
};

/** What a cache remembers of a repository, where it still holds. */
export const recollect = async (
  repository: Repository,
  clean: CleanStore,
  tips: readonly string[],
): Promise<Recollection | undefined> => {
  const found = read(clean.note());
  if (found === undefined || repository.shallow) return undefined;
  return (await hasLost(repository, found.tips, new Set(tips))) ? undefined : found;
};

/** The walk over what is new, as if all had been walked; it knows the origins of what the recollection lists and of what is new. */
export const continueWalk = async (
  repository: Repository,
  { tips: before, commits, origins }: Recollection,
  tips: readonly string[],
  signal?: AbortSignal,
): Promise<Walk> => {
  const known = new Set(before);
  const added = tips.filter((id) => !known.has(id));
  const revisions = [...added, ...before.map((id) => `^${id}`)];
  const walk = await startWalk(repository, { options: [], revisions: added.length === 0 ? [] : revisions }, signal);
  const originsOf = (ids: ReadonlySet<string>): ReadonlyMap<string, Origin> => {
    const found = new Map<string, Origin>();
    for (const [id, origin] of walk.origins(ids)) found.set(id, { ...origin, order: origin.order + commits });
    for (const id of ids) if (origins.has(id)) found.set(id, origins.get(id)!);
    return found;
  };
  return { ...walk, commits: commits + walk.commits, origins: originsOf };
};

const carrierOf = ({ id, hits }: HitObject): Carrier => ({ id, traits: hits });

/** Of objects that were read, those that need not be read again. */
const newlyBetween = (
  found: readonly HitObject[],
  origins: ReadonlyMap<string, Origin>,
  atTip: ReadonlySet<string>,
) => {
  const inArchives = new Set(found.filter(({ inner }) => inner !== "").map(({ id }) => id));
  const carriers = found.filter(({ id, type }) => type === "blob" && !inArchives.has(id)).map(carrierOf);
  const chosen = chooseCarriers(carriers, origins, (id) => atTip.has(id));
  return carriers.map(({ id }) => id).filter((id) => !chosen.has(id));
};

/** What to remember of a run that walked all of a history. */
export interface Run {
  readonly tips: readonly string[];
  readonly walk: Walk;
  readonly found: readonly HitObject[];
  /** Ids of all that must be read every time. */
  readonly ids: ReadonlySet<string>;
  /** Found to be between others, in this run or before. */
  readonly between: Iterable<string>;
  /** Blobs of the tip's files. */
  readonly atTip: ReadonlySet<string>;
}

export const keepRecollection = (clean: CleanStore, { tips, walk, found, ids, between, atTip }: Run): void => {
  const origins = walk.origins(ids);
  const all = new Set([...between, ...newlyBetween(found, origins, atTip)]);
  const written: Written = {
    tips: [...new Set(tips)],
    commits: walk.commits,
    origins: [...origins]
      .filter(([id]) => !all.has(id))
      .map(([id, { commit, order, path }]) => [id, commit, order, path]),
    between: [...all],
  };
  const text = JSON.stringify(written);
  clean.takeNote(text.length > maxText ? undefined : text);
};
