import { type CleanStore, forgetful } from "../cache/clean-store.ts";
import { oldestRootIn } from "./graph/oldest-root.ts";
import { type PackScan, type Survey, surveyPacks } from "./pack/survey.ts";
import { type Recalled, recall } from "./recall.ts";
import type { Tips } from "./refs.ts";
import type { Repository } from "./repository.ts";
import { type LookInTree, noTree, startTree } from "./tree.ts";
import { tipsForPack, type Walked, walkFrom, walkOn, walkPacked } from "./walking.ts";

/** The oldest root commit, where the packs told it. */
const rootOf = async ({ head }: Repository, surveying: Promise<Survey | undefined>): Promise<string | undefined> => {
  const history = (await surveying.catch(() => undefined))?.history;
  return history === undefined || head === undefined ? undefined : oldestRootIn(history, head);
};

/** What is under way before anything is placed. */
interface Begun {
  readonly survey: Survey | undefined;
  readonly recalled: Recalled;
  readonly lookInTip: LookInTree;
  readonly walking: Promise<Walked>;
  /** Through git, over everything. */
  readonly walkAll: () => Promise<Walked>;
}

/** Looks through the packs, and walks the history: through git beside that, or by what the packs told. */
export const begin = async (
  repository: Repository,
  tips: Tips,
  packs: PackScan | undefined,
  clean: CleanStore,
  signal?: AbortSignal,
): Promise<Begun> => {
  const { ids } = tips;
  const giveUp = new AbortController();
  const until = signal === undefined ? giveUp.signal : AbortSignal.any([signal, giveUp.signal]);
  const lookInTip = repository.head === undefined ? noTree : startTree(repository, repository.head, giveUp.signal);
  const recalled = await recall(repository, { clean, tips: ids, lookInTip }, packs === undefined);
  const { fresh, recollection } = recalled;
  const walkAll = () => walkFrom(repository, { options: [], revisions: ids }, until);
  const byGit = () => (recollection === undefined ? walkAll() : walkOn(repository, recollection, ids, walkAll, until));
  if (packs === undefined || fresh !== undefined)
    return { survey: undefined, recalled, lookInTip, walking: byGit(), walkAll };
  const packTips = clean === forgetful ? await tipsForPack(repository, tips) : undefined;
  const beside = packTips === undefined ? byGit() : undefined;
  beside?.catch(() => {}); // awaited after the scan that runs beside it
  const surveying = surveyPacks(repository, { ...packs, clean, readGraph: packTips && packs.readGraph }, signal);
  packs.onRoot?.(repository, packTips && rootOf(repository, surveying));
  const survey = await surveying;
  if (survey?.hasCycle === true) giveUp.abort(); // a walk that meets such a commit would never end
  const walking = beside ?? walkPacked(survey?.history, packTips) ?? byGit();
  return { survey, recalled, lookInTip, walking, walkAll };
};
