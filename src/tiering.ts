import { setFlagsFromString } from "node:v8";

/**
 * V8 has the best of its compilers at work on a function after 3,000 calls, in each thread anew. What its second compiler made is nearly as
 * fast, so later is better: an eighth of the processor time of trufflehog's history (bench/RESULTS.md).
 */
const callsBeforeBest = 50_000;

/** Older versions know no such flag, and say so on standard error. */
const firstThatKnows = 24;

let isDone = false;

/**
 * For all threads of this process. To be called when a thread is ready to scan: once flags have changed V8 compiles Node's own modules
 * anew where they are loaded, which takes a thread that starts 60 ms.
 */
export const optimizeLate = (): void => {
  if (isDone || Number.parseInt(process.versions.node, 10) < firstThatKnows) return;
  isDone = true;
  setFlagsFromString(`--invocation-count-for-turbofan=${callsBeforeBest}`);
};
