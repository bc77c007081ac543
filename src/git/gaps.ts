import type { Missing, Skipped } from "../finding.ts";
import { bytesOf, GitError } from "./git.ts";
import type { Walk } from "./provenance.ts";
import type { Repository } from "./repository.ts";

/** So many absent objects are named one by one. */
const maxNamed = 10;

const isPartialClone = async ({ folder }: Repository): Promise<boolean> => {
  const key = "^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$";
  try {
    return (await bytesOf(folder, ["config", "--get-regexp", key])).length > 0;
  } catch (error) {
    if (error instanceof GitError) return false; // no such key
    throw error;
  }
};

/** Objects that a walked commit or tree names and the store lacks. */
export const absentObjects = async (repository: Repository, { absent }: Walk): Promise<readonly Missing[]> => {
  if (absent.length === 0) return [];
  if (await isPartialClone(repository)) {
    const reason =
      "this is a partial clone without them: run `git fetch --refetch --no-filter` first, or scan with --fetch-missing";
    return [{ what: absent.length === 1 ? `object ${absent[0]}` : `${absent.length} objects`, reason }];
  }
  const reason = "the history needs it and the repository lacks it: run `git fsck`, then fetch or clone again";
  const named = absent.slice(0, maxNamed).map((id) => ({ what: `object ${id}`, reason }));
  const rest = absent.length - named.length;
  return rest === 0 ? named : [...named, { what: `${rest} more objects`, reason }];
};

export const shallowHistory = ({ shallow }: Repository): readonly Missing[] =>
  shallow
    ? [
        {
          what: "older history",
          reason: "this is a shallow clone: run `git fetch --unshallow` first, or scan a --range",
        },
      ]
    : [];

export const interrupted = (signal: AbortSignal | undefined): readonly Missing[] =>
  signal?.aborted === true ? [{ what: "the rest of the history", reason: "interrupted" }] : [];

export const skippedSubmodules = (paths: readonly string[]): readonly Skipped[] =>
  paths.map((path) => ({ what: `submodule ${path}`, reason: "a repository of its own: scan it there", count: 1 }));

/** Each thing that is missing, once, with the first reason. */
export const distinctMissing = (missing: readonly Missing[]): readonly Missing[] => {
  const first = new Map<string, Missing>();
  for (const entry of missing) if (!first.has(entry.what)) first.set(entry.what, entry);
  return [...first.values()];
};
