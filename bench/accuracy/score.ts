import type { Reported, Run } from "./contenders.ts";
import { type Case, type CaseClass, caseClasses } from "./corpus.ts";

/** How a contender did on some cases. */
export interface Tally {
  readonly cases: number;
  /** Reported at all, as a reader of its default report would see. */
  readonly found: number;
  /** Reported under the provider's name. */
  readonly named: number;
  /** Ours: at `medium` and above; others have no severity, so the same as `found`. */
  readonly loud: number;
  /** Cases that have a provider whose name can be told. */
  readonly nameable: number;
}

const loud = (severity: string | undefined): boolean => severity === undefined || !["info", "low"].includes(severity);

/** Our `info` is out of sight, and what is public by design is `info` on purpose. */
const isSeen = ({ severity, rule }: Reported, { check, severity: expected }: Case): boolean =>
  severity !== "info" || (expected === "info" && rule === check);

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

const names = ({ rule, provider = "" }: Reported, each: Case): boolean => {
  if (rule === each.check) return true;
  const wanted = letters(each.provider);
  return wanted !== "" && letters(`${rule}${provider}`).includes(wanted);
};

export const byFile = ({ reported }: Run): ReadonlyMap<string, readonly Reported[]> => {
  const files = new Map<string, Reported[]>();
  for (const each of reported) files.set(each.file, [...(files.get(each.file) ?? []), each]);
  return files;
};

const memberReports = function* (each: Case, files: ReadonlyMap<string, readonly Reported[]>): Generator<Reported> {
  if (!each.file.endsWith(".gz")) return;
  for (const name of ["content", each.file.split("/").at(-1)!.replace(/\.gz$/, "")])
    yield* files.get(`${each.file}!${name}`) ?? [];
};

/** Reports on a case that a reader sees. An archive's member stands below its name, whatever the scanner calls it. */
const seenOf = (each: Case, files: ReadonlyMap<string, readonly Reported[]>): readonly Reported[] =>
  (files.get(each.file) ?? files.get(each.file.replace(/\.gz$/, "")) ?? [...memberReports(each, files)]).filter(
    (reported) => isSeen(reported, each),
  );

export const tallyOf = (cases: readonly Case[], run: Run): Tally => {
  const files = byFile(run);
  const seen = cases.map((each) => [each, seenOf(each, files)] as const);
  const count = (holds: (each: Case, reported: readonly Reported[]) => boolean) =>
    seen.filter(([each, reported]) => holds(each, reported)).length;
  return {
    cases: cases.length,
    found: count((_, reported) => reported.length > 0),
    named: count((each, reported) => reported.some((one) => names(one, each))),
    nameable: cases.filter(({ provider }) => provider !== "").length,
    loud: count((_, reported) => reported.some(({ severity }) => loud(severity))),
  };
};

/** Cases that were missed, or of which another provider was named. */
export const missesOf = (cases: readonly Case[], run: Run): readonly (readonly [each: Case, as: string])[] => {
  const files = byFile(run);
  return cases.flatMap((each): (readonly [Case, string])[] => {
    const seen = seenOf(each, files);
    if (seen.length > 0 && (each.provider === "" || seen.some((one) => names(one, each)))) return [];
    return [[each, seen.map(({ rule, severity }) => `${rule} (${severity})`).join(", ")]];
  });
};

export const classesOf = (cases: readonly Case[]): readonly (readonly [CaseClass, readonly Case[]])[] =>
  caseClasses.map((name) => [name, cases.filter((each) => each.class === name)]);
