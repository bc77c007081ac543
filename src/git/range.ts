import { type Depth, fetchInto, present, type Remote } from "./fetch.ts";
import { GitError, linesOf, runGit } from "./git.ts";
import type { Repository } from "./repository.ts";
import { borrowsAll, shallowCommits } from "./store.ts";

/** The commits that `head` has and `base` has not. */
export interface Range {
  /** Full object id; undefined for all that `head` has. */
  readonly base: string | undefined;
  readonly head: string;
  /** How many commits there should be, where somebody counted them. */
  readonly expected?: number;
  /** A ref of the remote that leads to `head`, for servers that give no objects by id. */
  readonly headRef?: string;
}

/** Commits of a range could not be had: the scan is incomplete. */
export class UnreachedError extends Error {
  override readonly name = "UnreachedError";
}

/** Beyond this depth the rest of the history costs less than another round. */
const deepest = 2048;
const firstDepth = 16;

const refOf = (id: string): string => `refs/tidewaiter/${id}`;
const refspec = (id: string): string => `+${id}:${refOf(id)}`;

const tipsOf = ({ base, head }: Range): readonly string[] => (base === undefined ? [head] : [head, base]);

/** Refs on what is already here let git say so to the server. */
const keepTips = async (store: Repository, ids: Iterable<string>): Promise<void> => {
  for (const id of ids) await runGit(store.folder, ["update-ref", refOf(id), id]);
};

const commitsOf = async (store: Repository, { base, head }: Range): Promise<readonly string[]> => {
  const commits: string[] = [];
  const exclude = base === undefined ? [] : [`^${base}`];
  for await (const id of linesOf(store.folder, ["rev-list", head, ...exclude])) commits.push(id);
  return commits;
};

/**
 * Whether all commits of a range are here: none is cut off from its parents, and their number is right where it is
 * known. A history that is not shallow is complete whatever somebody counted.
 */
const isComplete = async (store: Repository, range: Range): Promise<boolean> => {
  const cut = shallowCommits(store);
  if (cut.size === 0) return true;
  const commits = await commitsOf(store, range);
  if (commits.some((id) => cut.has(id))) return false;
  return range.expected === undefined || commits.length === range.expected;
};

function* depths(store: Repository, range: Range): IterableIterator<Depth> {
  const cutOff = !borrowsAll(store);
  for (let depth = Math.max((range.expected ?? 0) + 1, firstDepth); cutOff && depth <= deepest; depth *= 2) yield depth;
  yield "everything";
}

const fetchTips = async (store: Repository, remote: Remote, range: Range, depth: Depth): Promise<void> => {
  try {
    await fetchInto(store, remote, tipsOf(range).map(refspec), depth);
  } catch (error) {
    if (range.headRef === undefined) throw error;
    const others = range.base === undefined ? [] : [refspec(range.base)];
    await fetchInto(store, remote, [`+${range.headRef}:refs/tidewaiter/head`, ...others], depth);
  }
};

const nameOf = ({ base, head }: Range): string => (base === undefined ? `up to ${head}` : `${base}..${head}`);

const missingTips = async (store: Repository, range: Range): Promise<readonly string[]> => {
  const here = await present(store, tipsOf(range));
  return tipsOf(range).filter((id) => !here.has(id));
};

/**
 * Brings all commits of a range into a store, fetching deeper until the range is closed. Costs no request when
 * everything is here. Throws a UnreachedError that names the commits.
 */
export const completeRange = async (store: Repository, remote: Remote, range: Range): Promise<void> => {
  const here = await present(store, tipsOf(range));
  await keepTips(store, here);
  if (here.size === new Set(tipsOf(range)).size && (await isComplete(store, range))) return;
  try {
    for (const depth of depths(store, range)) {
      await fetchTips(store, remote, range, depth);
      if ((await missingTips(store, range)).length === 0 && (await isComplete(store, range))) return;
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UnreachedError(`could not read commits ${nameOf(range)}: ${error.message}`, { cause: error });
  }
  throw new UnreachedError(`could not read commits ${nameOf(range)}: the server does not have all of them`);
};

/** The commit of a branch of the remote. Throws an UnreachedError where it has none. */
export const branchTip = async (store: Repository, remote: Remote, branch: string): Promise<string> => {
  const ref = "refs/tidewaiter/branch";
  try {
    await fetchInto(store, remote, [`+refs/heads/${branch}:${ref}`], borrowsAll(store) ? "everything" : 1);
    return await commitAt(store, ref);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UnreachedError(`could not read branch ${branch}: ${error.message}`, { cause: error });
  }
};

/** Brings every branch and tag of the remote into a store, with all of their history. */
export const completeHistory = async (store: Repository, remote: Remote, head: string): Promise<void> => {
  const all = ["+refs/heads/*:refs/tidewaiter/heads/*", "+refs/tags/*:refs/tidewaiter/tags/*"];
  try {
    await keepTips(store, await present(store, [head]));
    await fetchInto(store, remote, [...all, refspec(head)], "everything");
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UnreachedError(`could not read the branches and tags: ${error.message}`, { cause: error });
  }
};

/** The commit to which an object id leads: of an annotated tag, the one that it names. */
export const commitAt = async (store: Repository, id: string): Promise<string> =>
  (await runGit(store.folder, ["rev-parse", "--verify", "--quiet", `${id}^{commit}`])).trim();
