import { createHash } from "node:crypto";
import { type CleanStore, forgetful } from "../cache/clean-store.ts";
import { bytesOf } from "./git.ts";
import type { Repository } from "./repository.ts";

/** A root commit as `git rev-list --timestamp` writes it: seconds since 1970, a space, its id. */
type Root = string;

/** An older one first: a fixed order for those of one second. */
const byTimestampThenId = (a: Root, b: Root): number => {
  const [secondsA, idA] = a.split(" ") as [string, string];
  const [secondsB, idB] = b.split(" ") as [string, string];
  return Number(secondsA) - Number(secondsB) || (idA < idB ? -1 : 1);
};

const allLinesOf = async ({ folder }: Repository, args: readonly string[], signal?: AbortSignal) =>
  (await bytesOf(folder, args, { signal })).toString("latin1").split("\n").filter(Boolean);

const rootsAmong = (repository: Repository, revisions: readonly string[], signal?: AbortSignal) =>
  allLinesOf(repository, ["rev-list", "--max-parents=0", "--timestamp", ...revisions], signal);

/** What an earlier run found out: the oldest root of the commit that HEAD was then. */
interface Known {
  readonly head: string;
  readonly root: Root;
}

const recordKey = createHash("sha256").update("the oldest root commit").digest("hex");
const form = /^([0-9a-f]{40,64}) (\d+ [0-9a-f]{40,64})$/;

const recall = (store: CleanStore): Known | undefined => {
  const [, head, root] = form.exec(store.record(recordKey)?.toString("latin1") ?? "") ?? [];
  return head === undefined || root === undefined ? undefined : { head, root };
};

/** Roots by a walk over what is new alone, where HEAD descends from what it was; undefined where it does not. */
const sinceThen = async (
  repository: Repository,
  head: string,
  known: Known,
  signal?: AbortSignal,
): Promise<readonly Root[] | undefined> => {
  if (known.head === head) return [known.root];
  try {
    const lost = await allLinesOf(repository, ["rev-list", "-1", known.head, `^${head}`], signal);
    return lost.length > 0
      ? undefined
      : [known.root, ...(await rootsAmong(repository, [head, `^${known.head}`], signal))];
  } catch {
    return undefined; // that commit is gone
  }
};

/**
 * The oldest root commit that HEAD descends from: the same for every full clone, so fingerprints agree between them.
 * Undefined in a shallow clone, whose roots are not the repository's. A store spares the walk over all commits the next time.
 */
export const oldestRoot = async (
  repository: Repository,
  signal?: AbortSignal,
  store: CleanStore = forgetful,
): Promise<string | undefined> => {
  const { shallow, head } = repository;
  if (shallow || head === undefined) return undefined;
  const known = recall(store);
  try {
    const recent = known && (await sinceThen(repository, head, known, signal));
    const roots = recent ?? (await rootsAmong(repository, [head], signal));
    const [root] = [...roots].sort(byTimestampThenId);
    if (root !== undefined && known?.head !== head) store.addRecord(recordKey, Buffer.from(`${head} ${root}`));
    return root?.split(" ")[1];
  } catch {
    return undefined; // a broken history, which coverage names
  }
};
