import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { OnStopped } from "./detect/patience.ts";
import type { Rule } from "./detect/rule.ts";
import type { TreesTask } from "./git/pack/scan-trees.ts";
import type { ScanTrees } from "./git/pack/survey.ts";
import type { WorkerAnswer, WorkerData } from "./worker.ts";

/** Beside this module: as source where the source runs, built in `dist/`. */
const script = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);

const ask = (worker: Worker, task: TreesTask): Promise<WorkerAnswer> =>
  new Promise<WorkerAnswer>((resolve, reject) => {
    worker.ref();
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(task);
  }).finally(() => {
    worker.removeAllListeners();
    worker.unref();
  });

export interface Threads {
  readonly scanTrees: ScanTrees;
  readonly stop: () => void;
}

/** Starts threads that scan delta trees with the rules of `patterns/` and custom ones. */
export const startThreads = (
  customRules: readonly Rule[],
  onStopped: OnStopped,
  jobs = availableParallelism(),
): Threads => {
  const workerData: WorkerData = { customRules };
  const workers = Array.from({ length: jobs }, () => new Worker(script, { workerData }));
  for (const worker of workers) worker.unref();
  return {
    scanTrees: async (task) => {
      const answers = await Promise.all(workers.map((worker) => ask(worker, task)));
      for (const [rule, reason] of answers.flatMap(({ stopped }) => stopped)) onStopped(rule, reason);
      return answers.map(({ result }) => result);
    },
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
};
