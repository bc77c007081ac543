import { parentPort, workerData } from "node:worker_threads";
import { rules } from "#patterns";
import { createDetector } from "./detect/detector.ts";
import type { Rule } from "./detect/rule.ts";
import { scanTrees, type TreesResult, type TreesTask } from "./git/pack/scan-trees.ts";
import type { Trait } from "./git/pack/survey.ts";
import { createKernel } from "./kernel/kernel.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly customRules: readonly Rule[];
}

/** What a thread answers to a task. */
export interface WorkerAnswer {
  readonly result: TreesResult<Trait>;
  /** Custom rules that were given up, and why. */
  readonly stopped: readonly (readonly [rule: string, reason: string])[];
}

const { customRules } = workerData as WorkerData;
const kernel = createKernel();
const stopped: (readonly [string, string])[] = [];
const onStopped = (rule: string, reason: string): void => {
  stopped.push([rule, reason]);
};
const detector = await createDetector([...rules, ...customRules], [kubeconfigParser], onStopped, kernel);

parentPort!.on("message", (task: TreesTask) => {
  const result = scanTrees(kernel, task, detector);
  const answer: WorkerAnswer = { result, stopped: stopped.splice(0) };
  parentPort!.postMessage(answer);
});
