import { setFlagsFromString } from "node:v8";
// src/tiering.ts
/**
* V8 has the best of its compilers at work on a function after 3,000 calls, in each thread anew: a quarter of the processor time of a history of ten megabytes. What its
* second compiler made is nearly as fast, so later is better: 14 % less time on argo-cd and trufflehog, 5 % on moby (bench/RESULTS.md).
*/
const callsBeforeBest = 5e4;
/** Older versions know no such flag, and say so on standard error. */
const firstThatKnows = 24;
/** For this process, and threads that it starts from now on. */
const optimizeLate = () => {
	if (Number.parseInt(process.versions.node, 10) < firstThatKnows) return;
	setFlagsFromString(`--invocation-count-for-turbofan=${callsBeforeBest}`);
};
export { optimizeLate as t };
