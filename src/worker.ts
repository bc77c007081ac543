import { parentPort, workerData } from "node:worker_threads";
import { inspect } from "./detect/hit.ts";
import type { Match, Rule } from "./detect/rule.ts";
import { createWholeDetector } from "./detector.ts";
import { type ArchiveReading, inspectArchive } from "./files/inspect-archive.ts";
import { remembered } from "./files/remembered.ts";
import { createArchiveReader } from "./git/pack/archives.ts";
import type { CompareTask, Comparison } from "./git/pack/compare-trees.ts";
import { ending, endingOf } from "./git/pack/control.ts";
import { type GraphPart, type GraphTask, readGraph } from "./git/pack/read-graph.ts";
import { scanTrees, type TreesResult, type TreesTask } from "./git/pack/scan-trees.ts";
import type { Help, HelpOrder } from "./image/help.ts";
import type { LayerOrder, LayerReading } from "./image/layer.ts";
import type { LayerBytes } from "./image/thread-reading.ts";
import { contentMarks } from "./kernel/content-mark.ts";
import { createKernel } from "./kernel/kernel.ts";
import { inspectAs } from "./sighting.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly customRules: readonly Rule[];
  readonly lineHashes: boolean;
  readonly leavesClosed?: boolean;
}

/** Contents one after another, and how long each is. */
export interface Contents {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sizes: readonly number[];
  /** Which of them are messages of commits and tags: no archives, whatever they look like. */
  readonly isText: readonly boolean[];
}

/** What a thread is asked: to scan delta trees, to read commits and trees, to compare both ways of scanning them, to look at contents, to read a layer whose bytes come to a port or lie on disk, to help a thread that does. */
export type ThreadTask =
  | { readonly job: "scan"; readonly trees: TreesTask }
  | { readonly job: "graph"; readonly graph: GraphTask }
  | { readonly job: "compare"; readonly trees: CompareTask }
  | { readonly job: "contents"; readonly contents: Contents }
  | { readonly job: "layer"; readonly order: LayerOrder; readonly from: LayerBytes }
  | { readonly job: "help"; readonly order: HelpOrder };

interface Answer {
  /** Custom rules that were given up, and why. */
  readonly stopped: readonly (readonly [rule: string, reason: string])[];
}

/** What a thread answers to a task. */
export type WorkerAnswer = Answer &
  (
    | { readonly job: "scan"; readonly result: TreesResult<Match> }
    | { readonly job: "graph"; readonly result: GraphPart }
    | { readonly job: "compare"; readonly result: Comparison }
    | { readonly job: "contents"; readonly results: readonly ArchiveReading[] }
    | { readonly job: "layer"; readonly result: LayerReading }
    | { readonly job: "help"; readonly result: Help }
  );

const { customRules, lineHashes, leavesClosed = false } = workerData as WorkerData;
const kernel = createKernel();
const stopped: (readonly [string, string])[] = [];
const onStopped = (rule: string, reason: string): void => {
  stopped.push([rule, reason]);
};
const detector = await createWholeDetector(customRules, onStopped, kernel);

const inspectFile = inspectAs({ leavesClosed }, (content) => inspect(detector, content, lineHashes));
const inspectMember = remembered(inspectFile, contentMarks(kernel));

const inspectText = (content: Buffer): ArchiveReading => {
  const hits = inspectFile(content);
  return { found: hits.length === 0 ? [] : [{ inner: "", hits }], limited: [], skipped: [] };
};

const inspectEach = async ({ bytes, sizes, isText }: Contents): Promise<readonly ArchiveReading[]> => {
  const all = Buffer.from(bytes.buffer);
  const results: ArchiveReading[] = [];
  let end = 0;
  for (const [i, size] of sizes.entries()) {
    const content = all.subarray(end, end + size);
    end += size;
    results.push(isText[i] === true ? inspectText(content) : await inspectArchive(content, inspectMember));
  }
  return results;
};

const answerTo = async (task: ThreadTask): Promise<WorkerAnswer> => {
  if (task.job === "scan") {
    const archives = createArchiveReader(inspectMember, () => endingOf(task.trees.control) === ending.none);
    const result = await scanTrees(kernel, task.trees, detector, archives);
    return { job: "scan", result, stopped: stopped.splice(0) };
  }
  if (task.job === "graph") return { job: "graph", result: readGraph(kernel, task.graph), stopped: [] };
  if (task.job === "contents")
    return { job: "contents", results: await inspectEach(task.contents), stopped: stopped.splice(0) };
  if (task.job === "layer") {
    const { readLayerFrom } = await import("./image/thread-reading.ts"); // only runs with images need it
    const result = await readLayerFrom(task.from, task.order, inspectFile);
    return { job: "layer", result, stopped: stopped.splice(0) };
  }
  if (task.job === "help") {
    const { help } = await import("./image/help.ts");
    return { job: "help", result: help(task.order, inspectFile), stopped: stopped.splice(0) };
  }
  const { compareTrees } = await import("./git/pack/compare-trees.ts");
  return { job: "compare", result: compareTrees(kernel, task.trees, detector), stopped: stopped.splice(0) };
};

/** What goes to whoever asked, instead of a copy. */
const given = (answer: WorkerAnswer): readonly ArrayBuffer[] =>
  answer.job === "graph" ? [...answer.result.trees, ...answer.result.commits].map(({ buffer }) => buffer) : [];

parentPort!.on("message", async (task: ThreadTask) => {
  const answer = await answerTo(task);
  parentPort!.postMessage(answer, given(answer));
});
