import { type Inspect, inspectAs } from "../sighting.ts";
import { GitError, linesOf } from "./git.ts";
import type { Revisions } from "./provenance.ts";
import { inspectObjects } from "./reading.ts";
import type { Repository } from "./repository.ts";

/** `:100644 100644 OLD NEW M\tpath` (git's Documentation/diff-format); more columns for nothing that we ask for. */
const change = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*\t(.*)$/s;

const isNone = (id: string): boolean => /^0+$/.test(id);

/**
 * Blobs that the commits of a change replaced or removed and did not bring in themselves, with a path. Parents come first, so what
 * the change brought in is known before a later commit of it replaces that.
 */
const replacedBlobs = async (
  repository: Repository,
  { options, revisions }: Revisions,
): Promise<ReadonlyMap<string, string>> => {
  const format = [
    "--reverse",
    "--topo-order",
    "--format=",
    "--raw",
    "--no-abbrev",
    "-m",
    "--no-renames",
    "--no-ext-diff",
  ];
  const input = revisions.map((revision) => `${revision}\n`).join("");
  const broughtIn = new Set<string>();
  const replaced = new Map<string, string>();
  for await (const line of linesOf(repository.folder, ["log", ...format, ...options, "--stdin"], input)) {
    const [, , old, current, path = ""] = change.exec(line) ?? [];
    if (old === undefined || current === undefined) continue;
    if (!isNone(old) && !broughtIn.has(old)) replaced.set(old, path);
    if (!replaced.has(current)) broughtIn.add(current);
  }
  return replaced;
};

/** Secrets that a change holds, and the paths at which they stand. */
export interface Asked {
  readonly secrets: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/**
 * Which secrets stood in the files of a change before it: the change did not bring them in, though it wrote these files anew.
 * None where that cannot be read, so that nothing is excused by a gap. Most stood where they stand now, so the rest is
 * only read for those that did not.
 */
export const secretsBefore = async (
  repository: Repository,
  what: Revisions,
  { secrets, paths }: Asked,
  inspect: Inspect,
): Promise<ReadonlySet<string>> => {
  const before = new Set<string>();
  const enough = new AbortController();
  const note = inspectAs(inspect, (content) => {
    const hits = inspect(content);
    for (const { secret } of hits) before.add(secret);
    if (hits.length > 0 && [...secrets].every((secret) => before.has(secret))) enough.abort();
    return hits;
  });
  try {
    const replaced = [...(await replacedBlobs(repository, what))];
    for (const wanted of [true, false]) {
      if (enough.signal.aborted) break;
      const ids = replaced.filter(([, path]) => paths.has(path) === wanted).map(([id]) => id);
      await inspectObjects(repository, ids, note, enough.signal);
    }
    return before;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return new Set();
  }
};
