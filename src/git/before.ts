import type { Inspect } from "../sighting.ts";
import { GitError, linesOf } from "./git.ts";
import type { Revisions } from "./provenance.ts";
import { inspectObjects } from "./reading.ts";
import type { Repository } from "./repository.ts";

/** `:100644 100644 OLD NEW M\tpath` (git's Documentation/diff-format); more columns for nothing that we ask for. */
const change = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) /;

const isNone = (id: string): boolean => /^0+$/.test(id);

/**
 * Blobs that the commits of a change replaced or removed and did not bring in themselves. Parents come first, so what
 * the change brought in is known before a later commit of it replaces that.
 */
const replacedBlobs = async (repository: Repository, { options, revisions }: Revisions): Promise<readonly string[]> => {
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
  const replaced = new Set<string>();
  for await (const line of linesOf(repository.folder, ["log", ...format, ...options, "--stdin"], input)) {
    const [, , old, current] = change.exec(line) ?? [];
    if (old === undefined || current === undefined) continue;
    if (!isNone(old) && !broughtIn.has(old)) replaced.add(old);
    if (!replaced.has(current)) broughtIn.add(current);
  }
  return [...replaced];
};

/**
 * The secrets that stood in the files of a change before it: the change did not bring them in, though it wrote these
 * files anew. None where that cannot be read, so that nothing is excused by a gap.
 */
export const secretsBefore = async (
  repository: Repository,
  what: Revisions,
  inspect: Inspect,
): Promise<ReadonlySet<string>> => {
  try {
    const { found } = await inspectObjects(repository, await replacedBlobs(repository, what), inspect);
    return new Set(found.flatMap(({ hits }) => hits.map(({ secret }) => secret)));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return new Set();
  }
};
