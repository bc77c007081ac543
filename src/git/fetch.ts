import { linesOf, runGit, type Setting } from "./git.ts";
import type { Repository } from "./repository.ts";
import { shallowCommits } from "./store.ts";

/** Where objects come from. */
export interface Remote {
  readonly url: string;
  /** Settings for git that open the door: a header with a token reaches git by its environment, never by its arguments. */
  readonly settings: readonly Setting[];
}

export type Depth = number | "everything";

/** A transfer slower than this many bytes a second for this many seconds is given up. */
const slowest = { bytes: "500", seconds: "90" };

/** Only the protocol of the address itself is allowed, and nobody is asked for a password. */
const guarded = (remote: Remote): readonly Setting[] => [
  ["protocol.version", "2"],
  ["protocol.allow", "never"],
  [`protocol.${new URL(remote.url).protocol.slice(0, -1)}.allow`, "always"],
  ["credential.helper", ""],
  ["http.lowSpeedLimit", slowest.bytes],
  ["http.lowSpeedTime", slowest.seconds],
  ["fetch.recurseSubmodules", "false"],
  ["fetch.writeCommitGraph", "false"],
  ["transfer.bundleURI", "false"],
  ...remote.settings,
];

const depthOptions = (store: Repository, depth: Depth): readonly string[] => {
  if (depth !== "everything") return [`--depth=${depth}`];
  return shallowCommits(store).size > 0 ? ["--unshallow"] : [];
};

/**
 * Fetches objects into a store. A refspec's source is a full object id or a ref's name; its destination lies below
 * `refs/tidewaiter/`. Throws a GitError with git's reason.
 */
export const fetchInto = async (
  store: Repository,
  remote: Remote,
  refspecs: readonly string[],
  depth: Depth,
): Promise<void> => {
  const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", "--no-recurse-submodules"];
  const args = ["fetch", ...quiet, ...depthOptions(store, depth), "--end-of-options", remote.url, ...refspecs];
  await runGit(store.folder, args, guarded(remote));
};

/** Which of some ids name objects that the store has. */
export const present = async (store: Repository, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  const input = ids.map((id) => `${id}\n`).join("");
  for await (const line of linesOf(store.folder, ["cat-file", "--batch-check=%(objectname)"], input))
    if (!line.endsWith(" missing")) found.add(line);
  return found;
};

/** The values that a repository's configuration gives to a key. */
export const configured = async (repository: Repository, key: string): Promise<readonly string[]> => {
  const found = await runGit(repository.folder, ["config", "--get-all", key]).catch(() => ""); // 1: no such key
  return found.split("\n").filter(Boolean);
};
