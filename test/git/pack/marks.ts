import type { Hit } from "../../../src/detect/hit.ts";
import type { Match } from "../../../src/detect/rule.ts";
import { scanEverything } from "../../../src/git/history.ts";
import { createArchiveReader } from "../../../src/git/pack/archives.ts";
import { ending, endingOf } from "../../../src/git/pack/control.ts";
import { scanTrees } from "../../../src/git/pack/scan-trees.ts";
import { type ScanTrees, type Survey, surveyPacks } from "../../../src/git/pack/survey.ts";
import { openRepository } from "../../../src/git/repository.ts";
import { createKernel } from "../../../src/kernel/kernel.ts";

/** What stands for a secret where detection does not matter. */
export const mark = (name: number | string): string => `MARK-${name};`;

const find = (content: Buffer): readonly Match[] =>
  [...content.toString("latin1").matchAll(/MARK-\w+;/g)].map(
    ({ 0: secret, index }) => ({ check: "mark", secret, start: index }) as Match,
  );

const asHits = (content: Buffer): readonly Hit[] =>
  find(content).map((found) => ({ ...found, end: found.start, line: 1, column: 1 }) as unknown as Hit);

const kernel = createKernel();

/** Scans for marks in this thread; `onContent` sees every content on the way. */
export const scanMarks = (onContent: (content: Buffer) => void = () => {}): ScanTrees => {
  const scanInPlace = ({ address, size }: { readonly address: number; readonly size: number }) => {
    const content = kernel.heap.bytes().subarray(address, address + size);
    onContent(content);
    return { matches: find(content), trace: undefined };
  };
  return async (task) => {
    const archives = createArchiveReader(asHits, () => endingOf(task.control) === ending.none);
    return [await scanTrees(kernel, task, { scanInPlace, discard: () => {} }, archives)];
  };
};

export const surveyOf = async (folder: string, onContent?: (content: Buffer) => void): Promise<Survey | undefined> =>
  surveyPacks(await openRepository(folder), { scanTrees: scanMarks(onContent), minPackBytes: 0 });

/** Marks with the paths where they stand, and what is missing; with `packs` false git reads everything. */
export const marksIn = async (folder: string, packs = true, signal?: AbortSignal, maxUnpackedBytes?: number) => {
  const limit = maxUnpackedBytes === undefined ? {} : { maxUnpackedBytes };
  const scan = packs ? { scanTrees: scanMarks(), minPackBytes: 0, ...limit } : undefined;
  const { sightings, coverage } = await scanEverything(await openRepository(folder), asHits, signal, scan);
  const marks = sightings.map(({ hit, location: { path, kind } }) => `${hit.secret} ${kind} ${path}`).sort();
  const missing = (coverage.missing ?? []).map(({ what, reason }) => `${what}: ${reason}`);
  return { marks: [...new Set(marks)], missing, objects: coverage.objects, bytes: coverage.bytes };
};
