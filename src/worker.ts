import { parentPort, workerData } from "node:worker_threads";
import { rules } from "#patterns";
import { createDetector } from "./detect/detector.ts";
import type { Match, Rule } from "./detect/rule.ts";
import { scanTrees, type TreesTask } from "./git/pack/scan-trees.ts";
import { createKernel } from "./kernel/kernel.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly customRules: readonly Rule[];
}

const { customRules } = workerData as WorkerData;
const kernel = createKernel();
const detector = await createDetector([...rules, ...customRules], [kubeconfigParser], kernel);

parentPort!.on("message", (task: TreesTask) => {
  parentPort!.postMessage(
    scanTrees<Match, ReturnType<typeof detector.scanInPlace>["trace"]>(kernel, task, detector.scanInPlace),
  );
});
