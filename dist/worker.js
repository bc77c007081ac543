import { E as createKernel, O as inspect, T as createRooms } from "./parser.js";
import { c as verdict, d as createWholeDetector, l as remembered, s as standing } from "./known.js";
import { C as isReadApart, S as inspectArchive, c as takeRoot, i as endScan, l as entryType, o as ending, r as createPace, s as endingOf } from "./control.js";
import { n as createWalker, t as apartOf } from "./apart.js";
import { t as inspectAs } from "./sighting.js";
import { parentPort, workerData } from "node:worker_threads";
// src/git/pack/archives.ts
/** Larger archives are left to a reader that holds few at a time. */
const maxTaken = 16 << 20;
const enough = 8 << 20;
/** `isOn` tells whether the scan goes on: what still waits when it ends is not read. */
const createArchiveReader = (inspect, isOn) => {
	let waiting = [];
	let held = 0;
	const take = (entry, content) => {
		if (content.length > maxTaken || !isReadApart(content)) return false;
		waiting.push({
			entry,
			content: Buffer.from(content)
		});
		held += content.length;
		return true;
	};
	const catchUp = async (isEnd) => {
		const read = [];
		if (held < enough && !isEnd) return read;
		for (const { entry, content } of waiting) if (isOn()) read.push({
			entry,
			size: content.length,
			reading: await inspectArchive(content, inspect)
		});
		[waiting, held] = [[], 0];
		return read;
	};
	return {
		take,
		catchUp
	};
};
// src/git/pack/read-graph.ts
const chunkBytes = 1 << 20;
/** Rows that the kernel writes, taken out of its memory by the megabyte. */
const createRows = ({ heap }) => {
	const chunks = [];
	let room = {
		address: heap.allocate(chunkBytes),
		size: chunkBytes
	};
	let end = 0;
	const takeOut = () => {
		if (end > 0) chunks.push(new Uint32Array(heap.bytes().buffer, room.address, end / 4).slice());
		end = 0;
	};
	/** Has a row of at most so many bytes written; gives what `write` gives. */
	const add = (most, write) => {
		if (end + most > room.size) takeOut();
		if (most > room.size) {
			heap.free(room.address, room.size);
			room = {
				address: heap.allocate(most),
				size: most
			};
		}
		const words = write(room.address + end);
		if (words > 0) end += words * 4;
		return words;
	};
	const all = () => {
		takeOut();
		heap.free(room.address, room.size);
		return chunks;
	};
	return {
		add,
		all
	};
};
const byTwoBytes = 2 ** 16;
/** Of look-ups that the kernel remembers. */
const recentBytes = 2 ** 14 * 16;
/** Where ids begin that begin with two bytes. */
const startsOf = (ids, idBytes) => {
	const starts = new Uint32Array(byTwoBytes + 1);
	for (let at = 0; at < ids.length; at += idBytes) starts[(ids[at] << 8 | ids[at + 1]) + 1]++;
	for (let i = 0; i < byTwoBytes; i++) starts[i + 1] += starts[i];
	return starts;
};
/** Puts the tables into the kernel's memory; gives what takes them out again. */
const load = (kernel, { ids, idBytes, wanted, seed }) => {
	const { heap } = kernel;
	const starts = startsOf(ids, idBytes);
	const tables = [
		ids,
		new Uint8Array(starts.buffer),
		new Uint8Array(recentBytes),
		wanted
	].map((bytes) => {
		const size = bytes.length + 1;
		const address = heap.allocate(size);
		heap.bytes().set(bytes, address);
		return {
			address,
			size
		};
	});
	const [idsAt, startsAt, recentAt, wantedAt] = tables.map(({ address }) => address);
	kernel.configureHistory(idsAt, idBytes, startsAt, recentAt, wantedAt, seed);
	return () => {
		for (const { address, size } of tables) heap.free(address, size);
	};
};
/** What the kernel gives where it cannot tell. */
const troubles = {
	[-1]: "is not what it should be",
	[-2]: "names what is not there"
};
/** Reads the commits and trees that no other thread has taken. The first trouble ends it. */
const readGraph = (kernel, task) => {
	const { pack, entries, forest, control, idBytes } = task;
	const unload = load(kernel, task);
	const trees = createRows(kernel);
	const commits = createRows(kernel);
	let trouble;
	const fail = (entry, reason) => {
		trouble ??= `entry ${entry} ${reason}`;
		endScan(control);
	};
	const read = ({ entry, address, size }) => {
		const [rows, readRow] = entries.types[entry] === entryType.commit ? [commits, kernel.readCommit] : [trees, kernel.readTree];
		const place = entries.positions[entry];
		const words = rows.add((Math.ceil(size / idBytes) * 2 + 8) * 4, (into) => readRow(address, size, place, into));
		if (words < 0) fail(entry, troubles[words]);
	};
	const walk = createWalker(kernel, {
		pack,
		entries,
		forest,
		pace: createPace(control)
	}, {
		visit: (object) => void read(object),
		release: () => void 0,
		broken: fail,
		large: (entry) => fail(entry, "is too large")
	});
	for (let i = takeRoot(control); i < forest.roots.length; i = takeRoot(control)) if (endingOf(control) !== ending.none || !walk(forest.roots[i])) break;
	unload();
	return {
		trees: trees.all(),
		commits: commits.all(),
		...trouble === void 0 ? {} : { trouble }
	};
};
// src/git/pack/scan-trees.ts
const emptyLine = Buffer.from("\n\n");
const messageStart = (raw) => {
	const end = raw.indexOf(emptyLine);
	return end === -1 ? raw.length : end + emptyLine.length;
};
/** Scans the trees that no other thread has taken; with a reader, archives too. */
const scanTrees = async (kernel, { pack, entries, forest, control, repeated, verdicts }, { scanInPlace, discard }, archives) => {
	const all = {
		found: [],
		archives: [],
		aside: [],
		large: [],
		broken: [],
		media: /* @__PURE__ */ new Map(),
		passed: [],
		objects: 0,
		bytes: 0
	};
	const isNew = (entry) => repeated[entry] === 0;
	const count = (size) => {
		all.objects++;
		all.bytes += size;
	};
	const report = (object, matches) => {
		count(object.size);
		if (matches.length === 0) {
			if (verdicts !== void 0) verdicts[object.entry] = verdict.clean;
			return;
		}
		const reported = entries.types[object.entry] === entryType.blob ? matches : inMessage(object, matches);
		if (reported.length > 0) all.found.push({
			entry: object.entry,
			matches: reported
		});
	};
	/** A commit's or tag's text begins after the first empty line; what was found before it is git's own. */
	const inMessage = ({ address, size }, matches) => {
		const start = messageStart(kernel.heap.bytes().subarray(address, address + size));
		return matches.filter((match) => match.start >= start);
	};
	const isTaken = ({ entry, address, size }) => archives?.take(entry, kernel.heap.bytes().subarray(address, address + size)) === true;
	const setAside = (object, apart) => {
		const { entry, size } = object;
		if (!isNew(entry)) return;
		if (apart.kind === "reader") {
			if (!isTaken(object)) all.aside.push(entry);
		} else {
			count(size);
			all.media.set(apart.media, (all.media.get(apart.media) ?? 0) + 1);
			all.passed.push({
				entry,
				media: apart.media
			});
		}
	};
	/** Whether a blob is not scanned as it stands; that is written down. */
	const isApart = (object) => {
		if (entries.types[object.entry] !== entryType.blob) return false;
		const apart = apartOf(kernel.heap.bytes(), object.address, object.size);
		if (apart !== void 0) setAside(object, apart);
		return apart !== void 0;
	};
	/** An object's trace, or undefined where it was not scanned. */
	const visit = (object, base) => repeated[object.entry] === standing.known ? void 0 : scan(object, base);
	const scan = (object, base) => {
		const { entry, address, size } = object;
		if (isApart(object)) return void 0;
		const trace = base?.state;
		const made = base === void 0 || trace === void 0 ? void 0 : {
			...base,
			trace
		};
		const scanned = scanInPlace({
			address,
			size
		}, made);
		if (scanned === void 0) {
			if (isNew(entry)) all.aside.push(entry);
			return;
		}
		if (isNew(entry)) report(object, scanned.matches);
		return scanned.trace;
	};
	const release = (trace) => {
		if (trace !== void 0) discard(trace);
	};
	const broken = (entry) => {
		if (isNew(entry)) all.broken.push(entry);
	};
	const large = (entry, size) => {
		if (isNew(entry)) all.large.push({
			entry,
			size
		});
	};
	const trees = {
		pack,
		entries,
		forest,
		pace: createPace(control)
	};
	const walk = createWalker(kernel, trees, {
		visit,
		release,
		broken,
		large
	});
	const catchUp = async (isEnd) => {
		if (archives !== void 0) all.archives.push(...await archives.catchUp(isEnd));
	};
	for (let i = takeRoot(control); i < forest.roots.length; i = takeRoot(control)) {
		if (endingOf(control) !== ending.none || !walk(forest.roots[i])) break;
		await catchUp(false);
	}
	await catchUp(true);
	return all;
};
// src/kernel/content-mark.ts
/**
* Names contents by SipHash under the kernel's own key, drawn at random (src/kernel/assembly/known.ts): for small ones in less time than SHA-256 through
* Node, and as little to be forged by whoever writes them. For one run, of course.
*/
const contentMarks = (kernel) => {
	const rooms = createRooms(kernel.heap);
	return (content) => {
		const address = rooms.place(0, content);
		return kernel.markOf(0n, 0n, address, address + content.length);
	};
};
// src/worker.ts
const { customRules, lineHashes, leavesClosed = false } = workerData;
const kernel = createKernel();
const stopped = [];
const onStopped = (rule, reason) => {
	stopped.push([rule, reason]);
};
const detector = await createWholeDetector(customRules, onStopped, kernel);
const inspectFile = inspectAs({ leavesClosed }, (content) => inspect(detector, content, lineHashes));
const inspectMember = remembered(inspectFile, contentMarks(kernel));
const inspectText = (content) => {
	const hits = inspectFile(content);
	return {
		found: hits.length === 0 ? [] : [{
			inner: "",
			hits
		}],
		limited: [],
		skipped: []
	};
};
const inspectEach = async ({ bytes, sizes, isText }) => {
	const all = Buffer.from(bytes.buffer);
	const results = [];
	let end = 0;
	for (const [i, size] of sizes.entries()) {
		const content = all.subarray(end, end + size);
		end += size;
		results.push(isText[i] === true ? inspectText(content) : await inspectArchive(content, inspectMember));
	}
	return results;
};
const answerTo = async (task) => {
	if (task.job === "scan") {
		const archives = createArchiveReader(inspectMember, () => endingOf(task.trees.control) === ending.none);
		return {
			job: "scan",
			result: await scanTrees(kernel, task.trees, detector, archives),
			stopped: stopped.splice(0)
		};
	}
	if (task.job === "graph") return {
		job: "graph",
		result: readGraph(kernel, task.graph),
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
			result: await readLayerFrom(task.from, task.order, inspectFile),
			stopped: stopped.splice(0)
		};
	}
	if (task.job === "help") {
		const { help } = await import("./help2.js");
		return {
			job: "help",
			result: help(task.order, inspectFile),
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
