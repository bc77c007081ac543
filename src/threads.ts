import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Rule } from "./detect/rule.ts";
import type { TreesResult, TreesTask } from "./git/pack/scan-trees.ts";
import type { ScanTrees, Trait } from "./git/pack/survey.ts";
import type { WorkerData } from "./worker.ts";

/** Beside this module: as source where the source runs, built in `dist/`. */
const script = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);

const ask = (worker: Worker, task: TreesTask): Promise<TreesResult<Trait>> =>
  new Promise<TreesResult<Trait>>((resolve, reject) => {
    worker.ref();
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(task);
  }).finally(() => worker.unref());

export interface Threads {
  readonly scanTrees: ScanTrees;
  readonly stop: () => void;
}

/** Starts threads that scan delta trees with the rules of `patterns/` and some more. */
export const startThreads = (customRules: readonly Rule[], jobs = availableParallelism()): Threads => {
  const workerData: WorkerData = { customRules };
  const workers = Array.from({ length: jobs }, () => new Worker(script, { workerData }));
  for (const worker of workers) worker.unref();
  return {
    scanTrees: (task) => Promise.all(workers.map((worker) => ask(worker, task))),
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
};
