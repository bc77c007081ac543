import { mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Remote } from "../git/fetch.ts";
import { branchTip, commitAt, completeHistory, completeRange, type Range, UnreachedError } from "../git/range.ts";
import { OpenError, openRepository, type Repository } from "../git/repository.ts";
import { createStore, shallowCommits } from "../git/store.ts";
import type { Source } from "../plan.ts";
import { compileGlob } from "../policy/glob.ts";
import { UsageError } from "../usage-error.ts";
import type { GitHubEvent, Scope } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { remoteOf } from "./remote.ts";
import type { Runner } from "./runner.ts";

/** A repository of our own to bring objects into, and where they come from. */
export interface Harbour {
  readonly store: Repository;
  readonly remote: Remote;
}

/**
 * The checkout, where there is one that git will read: only its objects are wanted, to spare fetching them. Without
 * one everything is fetched.
 */
const checkoutAt = async (folder: string, asked: boolean): Promise<Repository | undefined> => {
  try {
    return await openRepository(folder);
  } catch (error) {
    if (error instanceof OpenError && error.failure === "unreadable") return undefined;
    if (!asked) return undefined;
    throw new UsageError(`input path: ${folder} is not inside a git repository`, { cause: error });
  }
};

const revisions = (store: Repository, base: string | undefined, head: string, tip: string): Source => ({
  kind: "revisions",
  repository: { ...store, head: tip, shallow: shallowCommits(store).size > 0 },
  what: { options: [], revisions: base === undefined ? [head] : [head, `^${base}`] },
  tip,
});

const rangeSource = async (store: Repository, remote: Remote, range: Range): Promise<Source> => {
  await completeRange(store, remote, range);
  return revisions(store, range.base, range.head, await commitAt(store, range.head));
};

type Pushed = Extract<Scope, { kind: "pushed" }>;

/** Where a branch is new, or what it held before is gone: what the default branch has not. */
const pushedSource = async (
  store: Repository,
  remote: Remote,
  { head, before, onDefault }: Pushed,
  defaultBranch: string | undefined,
): Promise<Source> => {
  if (before !== undefined)
    try {
      return await rangeSource(store, remote, { base: before, head });
    } catch (error) {
      if (!(error instanceof UnreachedError)) throw error; // a forced push overwrote it, and the server may have dropped it
    }
  if (onDefault || defaultBranch === undefined) return rangeSource(store, remote, { base: undefined, head });
  return rangeSource(store, remote, { base: await branchTip(store, remote, defaultBranch), head });
};

const sourceOf = async (
  store: Repository,
  remote: Remote,
  { scope, defaultBranch }: GitHubEvent,
): Promise<Source | undefined> => {
  switch (scope.kind) {
    case "nothing":
      return undefined;
    case "range":
      return rangeSource(store, remote, scope);
    case "pushed":
      return pushedSource(store, remote, scope, defaultBranch);
    case "everything":
      await completeHistory(store, remote, scope.head);
      return { kind: "history", repository: { ...(await openRepository(store.folder)), head: scope.head } };
  }
};

/** A private store beside the checkout, which stays as it is. */
export const openStore = async (runner: Runner, path: string, token: string): Promise<Harbour> => {
  const checkout = await checkoutAt(resolve(runner.workspace, path), path !== ".");
  const folder = mkdtempSync(join(runner.temporary, "tidewaiter-"));
  return { store: await createStore(folder, checkout), remote: await remoteOf(runner, token, checkout) };
};

/**
 * Images of the workflow, relative to the workspace, and of the configuration, relative to the checkout. Who writes the workflow
 * runs what they like on this machine; who writes the configuration does not.
 */
export const imagesOf = async (
  { store }: Harbour,
  { workspace }: Runner,
  { images, path, token }: Inputs,
  configured: readonly string[],
): Promise<readonly Source[]> => {
  if (images.length + configured.length === 0) return [];
  const { expandImages } = await import("../image/expand.ts");
  const dockerfiles = resolve(workspace, path);
  const given = await expandImages(images, workspace, compileGlob);
  const foreign = (await expandImages(configured, dockerfiles, compileGlob)).filter((name) => !given.includes(name));
  const names = [...given, ...foreign];
  const workflowToken = token === "" ? {} : { workflowToken: token };
  return [{ kind: "images", names, foreign, platforms: [], repository: store, dockerfiles, ...workflowToken }];
};

/** Brings in what an event asks to be scanned. Throws a UnreachedError when it cannot be had. */
export const sourcesOf = async ({ store, remote }: Harbour, event: GitHubEvent): Promise<readonly Source[]> => {
  const source = await sourceOf(store, remote, event);
  return source === undefined ? [] : [source];
};
