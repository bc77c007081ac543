import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Missing } from "../finding.ts";
import { attempt } from "./attempt.ts";
import { commonDirectory } from "./common-directory.ts";
import { walkGraph } from "./graph/walk-graph.ts";
import type { PackedHistory } from "./pack/packed-history.ts";
import { listStores } from "./pack/stores.ts";
import { emptyWalk, type GitWalk, type Revisions, startWalk, type Walk } from "./provenance.ts";
import { continueWalk, type Recollection } from "./recollection.ts";
import { commitsOfTips, readableTips, type Tip, type Tips } from "./refs.ts";
import type { Repository } from "./repository.ts";

export interface Walked<Kind extends Walk = Walk> {
  readonly walk: Kind;
  /** Whether it tells of some old objects only. */
  readonly recalled?: boolean;
  /** Whether the walk could tell what a ref reaches. */
  readonly whole: boolean;
  readonly missing: readonly Missing[];
}

/** Walks; around refs that lead nowhere where there are some. */
export const walkFrom = async (
  repository: Repository,
  what: Revisions,
  signal?: AbortSignal,
): Promise<Walked<GitWalk>> => {
  const asked = "where contents came from";
  const nothing = emptyWalk(repository);
  const first = await attempt(asked, () => startWalk(repository, what, signal), nothing, signal);
  if (first.value !== nothing) return { walk: first.value, whole: true, missing: [] };
  if (signal?.aborted === true) return { walk: nothing, whole: false, missing: [] };
  const tips = await readableTips(repository, what.revisions);
  if (tips.missing.length === 0) return { walk: nothing, whole: false, missing: first.missing };
  const again = () => startWalk(repository, { ...what, revisions: tips.ids }, signal);
  const second = await attempt(asked, again, nothing, signal);
  return { walk: second.value, whole: second.value !== nothing, missing: [...tips.missing, ...second.missing] };
};

/** Walks what is new; everything where that cannot be done. */
export const walkOn = async (
  repository: Repository,
  recollection: Recollection,
  tips: readonly string[],
  walkAll: () => Promise<Walked>,
  signal: AbortSignal,
): Promise<Walked> => {
  const work = () => continueWalk(repository, recollection, tips, signal);
  const walk = (await attempt("", work, undefined, signal)).value;
  return walk === undefined ? walkAll() : { walk, whole: true, missing: [], recalled: true };
};

/** Tips of a history that one pack holds whole, as far as one look tells; undefined of any other. */
export const tipsForPack = async (
  repository: Repository,
  { ids, missing }: Tips,
): Promise<readonly Tip[] | undefined> => {
  const { packs, loose, withoutIndex } = listStores(repository);
  const [pack] = packs;
  const isLone = packs.length === 1 && loose.length === 0 && withoutIndex.length === 0;
  if (pack === undefined || !isLone || repository.shallow || missing.length > 0) return undefined;
  const isPartial = existsSync(pack.file.replace(/pack$/, "promisor"));
  const isGrafted = existsSync(join(commonDirectory(repository), "info", "grafts"));
  return isPartial || isGrafted ? undefined : commitsOfTips(repository, ids);
};

/** Walks by what threads read of a pack; undefined where that does not tell. */
export const walkPacked = (
  history: PackedHistory | undefined,
  tips: readonly Tip[] | undefined,
): Promise<Walked> | undefined => {
  if (history === undefined || tips === undefined) return undefined;
  try {
    return Promise.resolve({ walk: walkGraph(history.graph, history.ids, tips), whole: true, missing: [] });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // something is not what it should be: git will say
    throw error;
  }
};
