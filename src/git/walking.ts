import type { Missing } from "../finding.ts";
import { attempt } from "./attempt.ts";
import { emptyWalk, type Revisions, startWalk, type Walk } from "./provenance.ts";
import { continueWalk, type Recollection } from "./recollection.ts";
import { readableTips } from "./refs.ts";
import type { Repository } from "./repository.ts";

export interface Walked {
  readonly walk: Walk;
  /** Whether it tells of some old objects only. */
  readonly recalled?: boolean;
  /** Whether the walk could tell what a ref reaches. */
  readonly whole: boolean;
  readonly missing: readonly Missing[];
}

/** Walks; around refs that lead nowhere where there are some. */
export const walkFrom = async (repository: Repository, what: Revisions, signal?: AbortSignal): Promise<Walked> => {
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
