import { scanFilesBelow } from "../files/files.ts";
import type { Inspect, Sighted } from "../sighting.ts";
import { attempt } from "./attempt.ts";
import type { Repository } from "./repository.ts";
import { changedFiles } from "./tree.ts";

/** Files of the work tree whose contents git does not hold: changed and untracked ones, without those that git ignores. */
export const scanWorkTree = async (
  repository: Repository,
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Sighted> => {
  const changed = await attempt("changed files of the work tree", () => changedFiles(repository), [], signal);
  const { sightings, coverage } = await scanFilesBelow(repository.folder, changed.value, inspect, signal);
  return { sightings, coverage: { ...coverage, missing: [...changed.missing, ...(coverage.missing ?? [])] } };
};
