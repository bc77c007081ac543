import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Missing } from "../finding.ts";
import { UsageError } from "../usage-error.ts";
import { commonDirectory } from "./common-directory.ts";
import { bytesOf, GitError, linesOf, runGit } from "./git.ts";
import type { Revisions } from "./provenance.ts";
import { refTips } from "./refs.ts";
import type { Repository } from "./repository.ts";

/** Some of a history: what to walk, and the commit whose tree tells what is still present. */
export interface Selection {
  readonly what: Revisions;
  readonly tip: string | undefined;
}

const lines = (text: string): readonly string[] => text.split("\n").filter(Boolean);

const objectId = /^[0-9a-f]{40,64}$/;

/** The commits that some revisions name, from one git. */
const commitsNamed = async (
  { folder }: Repository,
  revisions: readonly string[],
  option: string,
): Promise<readonly string[]> => {
  for (const revision of revisions)
    if (revision.startsWith("-"))
      throw new UsageError(`${option}: ${JSON.stringify(revision)} begins with a dash, as no revision does`);
  // a line feed would divide a revision in two, and no revision holds one
  const input = revisions.map((revision) => `${revision.includes("\n") ? "" : revision}^{commit}\n`).join("");
  const answers = (await bytesOf(folder, ["cat-file", "--batch-check=%(objectname)"], { input })).toString("utf8");
  const ids = answers.split("\n");
  revisions.forEach((revision, i) => {
    if (!objectId.test(ids[i] ?? ""))
      throw new UsageError(
        `${option}: ${JSON.stringify(revision)} is no commit of this repository; in a shallow clone, fetch it first`,
      );
  });
  return ids;
};

/** Commits whose parents a shallow clone lacks. */
const shallowCommits = (repository: Repository): ReadonlySet<string> =>
  repository.shallow ? new Set(lines(readFileSync(join(commonDirectory(repository), "shallow"), "latin1"))) : new Set();

/** Behind a shallow commit the range may go on, or end: nobody here can tell. */
const cutOff = async (repository: Repository, revisions: readonly string[]): Promise<readonly Missing[]> => {
  const cut = shallowCommits(repository);
  if (cut.size === 0) return [];
  const found: string[] = [];
  for await (const id of linesOf(repository.folder, ["rev-list", "--stdin"], `${revisions.join("\n")}\n`))
    if (cut.has(id)) found.push(id);
  const reason = "a shallow clone ends inside the range: run `git fetch --unshallow`, or --deepen, first";
  return found.map((id) => ({ what: `commits before ${id}`, reason }));
};

/** Two dots: what the second has and the first has not. Three: what only one of the two has. */
const rangeForm = /^((?:(?!\.\.).)*)(\.{2,3})(?!\.)(.*)$/s;

/**
 * Resolves `A..B` or `A...B` as git understands them; a side that is left out is HEAD. Throws a UsageError for a
 * revision that does not exist.
 */
export const resolveRange = async (repository: Repository, range: string): Promise<Selection> => {
  const [, from, dots, to] = rangeForm.exec(range) ?? [];
  if (dots === undefined)
    throw new UsageError(`--range: ${JSON.stringify(range)} is no range: write it as A..B, such as main..HEAD`);
  const [first, last] = (await commitsNamed(repository, [from || "HEAD", to || "HEAD"], "--range")) as [string, string];
  const revisions = dots === ".." ? [last, `^${first}`] : [last, first, ...(await mergeBases(repository, first, last))];
  return { what: { options: [], revisions, missing: await cutOff(repository, revisions) }, tip: last };
};

const mergeBases = async ({ folder }: Repository, a: string, b: string): Promise<readonly string[]> => {
  try {
    return lines(await runGit(folder, ["merge-base", "--all", a, b])).map((id) => `^${id}`);
  } catch (error) {
    if (error instanceof GitError) return []; // histories without a common commit
    throw error;
  }
};

const units: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, month: 730, year: 8766 };
const ago = /^(\d{1,6}) ?(hour|day|week|month|year)s?(?: ago)?$/;
const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Seconds since 1970 of a date as users write it. A day begins, and a time without offset is, in UTC. */
export const parseDate = (text: string, now = Date.now()): number => {
  const [, count, unit] = ago.exec(text === "yesterday" ? "1 day ago" : text) ?? [];
  if (unit !== undefined) return Math.floor(now / 1000) - Number(count) * units[unit]! * 3600;
  const zoned = /[T ].*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !/[T ]/.test(text) ? text : `${text}Z`;
  const milliseconds = iso.test(text) ? Date.parse(zoned.replace(" ", "T")) : Number.NaN;
  if (Number.isNaN(milliseconds))
    throw new UsageError(
      `--since: ${JSON.stringify(text)} is no date: write 2026-01-31, 2026-01-31T12:00:00+01:00 or "2 weeks ago"`,
    );
  return Math.floor(milliseconds / 1000);
};

/** Annotated tags of the time, which may be younger than the commits that they name. */
const youngTags = async ({ folder }: Repository, since: number): Promise<readonly string[]> => {
  const tags: string[] = [];
  for await (const line of linesOf(folder, [
    "for-each-ref",
    "--format=%(objecttype) %(objectname) %(taggerdate:unix)",
  ])) {
    const [type, id, date] = line.split(" ") as [string, string, string];
    if (type === "tag" && (date === "" || Number(date) >= since)) tags.push(id);
  }
  return tags;
};

interface Boundary {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

/**
 * Divides a history by commit date. Clocks lie: a commit is only left out when it and all that it stands on are old, so
 * that nothing young is behind what is left out.
 */
const divide = (history: readonly string[], since: number): Boundary => {
  const old = new Set<string>();
  const outside = new Set<string>();
  const inside: string[] = [];
  for (const line of history) {
    const [date, id, ...parents] = line.split(" ") as [string, string];
    if (Number(date) < since && parents.every((parent) => old.has(parent))) old.add(id);
    else {
      inside.push(id);
      for (const parent of parents) if (old.has(parent)) outside.add(parent);
    }
  }
  return { inside, outside: [...outside] };
};

/** Resolves what the commits since a date bring in, on all refs. Throws a UsageError for what is no date. */
export const resolveSince = async (repository: Repository, date: string): Promise<Selection> => {
  const since = parseDate(date);
  const input = (await refTips(repository)).ids.map((id) => `${id}\n`).join("");
  const args = ["rev-list", "--topo-order", "--reverse", "--parents", "--timestamp", "--stdin"];
  const history = input === "" ? "" : (await bytesOf(repository.folder, args, { input })).toString("latin1");
  const { inside, outside } = divide(lines(history), since);
  const tags = await youngTags(repository, since);
  const cut = shallowCommits(repository);
  const reason = "a shallow clone ends there: run `git fetch --unshallow`, or --shallow-since, first";
  const missing = inside.filter((id) => cut.has(id)).map((id) => ({ what: `commits before ${id}`, reason }));
  const revisions = [...inside, ...tags, ...outside.map((id) => `^${id}`)];
  return { what: { options: [], revisions, missing }, tip: repository.head };
};
