import type { Reported } from "./contenders.ts";
import type { LabelledLine } from "./labelled-line.ts";

export interface Judged {
  readonly line: LabelledLine;
  /** What a scanner reports on it. */
  readonly found: Reported | undefined;
}

export interface LabelledScore {
  readonly hits: number;
  readonly misses: readonly Judged[];
  readonly alarms: readonly Judged[];
  /** Lines of the same files that are reported and that nobody labelled. */
  readonly beside: number;
}

const liesOn = ({ line, endLine = line }: Reported, labelled: LabelledLine): boolean =>
  line <= labelled.endLine && endLine >= labelled.line;

const byFile = <Each extends { readonly file: string }>(
  some: readonly Each[],
): ReadonlyMap<string, readonly Each[]> => {
  const files = new Map<string, Each[]>();
  for (const each of some) files.set(each.file, [...(files.get(each.file) ?? []), each]);
  return files;
};

export const scoreOf = (lines: readonly LabelledLine[], reported: readonly Reported[]): LabelledScore => {
  const [inFile, labelled] = [byFile(reported), byFile(lines)];
  const judged = lines.map((line) => ({ line, found: inFile.get(line.file)?.find((each) => liesOn(each, line)) }));
  const beside = reported.filter((each) => !labelled.get(each.file)?.some((line) => liesOn(each, line)));
  return {
    hits: judged.filter(({ line, found }) => line.holds && found !== undefined).length,
    misses: judged.filter(({ line, found }) => line.holds && found === undefined),
    alarms: judged.filter(({ line, found }) => !line.holds && found !== undefined),
    beside: new Set(beside.map(({ file, line }) => `${file} ${line}`)).size,
  };
};
