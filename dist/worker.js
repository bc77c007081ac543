import { f as createWholeDetector, n as createLane } from "./lane.js";
import { n as createKernel } from "./kernel.js";
import { parentPort, workerData } from "node:worker_threads";
// src/worker.ts
const { customRules, lineHashes, leavesClosed = false } = workerData;
const kernel = createKernel();
const stopped = [];
const onStopped = (rule, reason) => {
	stopped.push([rule, reason]);
};
const detector = await createWholeDetector(customRules, onStopped, kernel);
const lane = createLane({
	kernel,
	detector
}, {
	lineHashes,
	leavesClosed
});
const inspectEach = async ({ bytes, sizes, isText }) => {
	const all = Buffer.from(bytes.buffer);
	const results = [];
	let end = 0;
	for (const [i, size] of sizes.entries()) {
		const content = all.subarray(end, end + size);
		end += size;
		results.push(await lane.inspectContent(content, isText[i] === true));
	}
	return results;
};
const answerTo = async (task) => {
	if (task.job === "scan") return {
		job: "scan",
		result: await lane.scanTrees(task.trees),
		stopped: stopped.splice(0)
	};
	if (task.job === "graph") return {
		job: "graph",
		result: await lane.readGraph(task.graph),
		stopped: []
	};
	if (task.job === "contents") return {
		job: "contents",
		results: await inspectEach(task.contents),
		stopped: stopped.splice(0)
	};
	if (task.job === "layer") {
		const { readLayerFrom } = await import("./thread-reading.js");
		return {
			job: "layer",
			result: await readLayerFrom(task.from, task.order, lane.inspectFile),
			stopped: stopped.splice(0)
		};
	}
	if (task.job === "help") {
		const { help } = await import("./help2.js");
		return {
			job: "help",
			result: help(task.order, lane.inspectFile),
			stopped: stopped.splice(0)
		};
	}
	const { compareTrees } = await import("./compare-trees.js");
	return {
		job: "compare",
		result: compareTrees(kernel, task.trees, detector),
		stopped: stopped.splice(0)
	};
};
/** What goes to whoever asked, instead of a copy. */
const given = (answer) => answer.job === "graph" ? [...answer.result.trees, ...answer.result.commits].map(({ buffer }) => buffer) : [];
parentPort.on("message", async (task) => {
	const answer = await answerTo(task);
	parentPort.postMessage(answer, given(answer));
});
export {};
