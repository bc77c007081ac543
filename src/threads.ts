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
    worker.once("error", reject);
    worker.once("message", (answer: WorkerAnswer) => {
      worker.off("error", reject);
      resolve(answer);
    });
    worker.postMessage(task);
  }).finally(() => worker.unref());

export interface Threads {
  readonly scanTrees: ScanTrees;
  readonly stop: () => void;
}

/** Threads, started when the first task comes, that scan delta trees with the rules of `patterns/` and custom ones. */
export const startThreads = (
  customRules: readonly Rule[],
  onStopped: OnStopped,
  jobs = availableParallelism(),
): Threads => {
  const workerData: WorkerData = { customRules };
  const workers: Worker[] = [];
  const start = (): void => {
    while (workers.length < jobs) workers.push(new Worker(script, { workerData }));
  };
  return {
    scanTrees: async (task) => {
      start();
      const answers = await Promise.all(workers.map((worker) => ask(worker, task)));
      for (const [rule, reason] of answers.flatMap(({ stopped }) => stopped)) onStopped(rule, reason);
      return answers.map(({ result }) => result);
    },
    stop: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
};
