import { a as streamGit, r as linesOf, t as GitError } from "./git.js";
import { t as commonDirectory } from "./common-directory.js";
import { d as ending, f as endingOf } from "./apart.js";
import { a as packsIn } from "./pack-file.js";
import { n as sendBlob } from "./blob-port.js";
import { _ as clearDesk, b as createDeskMemory, g as askToLeave, n as joined, v as closeDesk, x as createLeaveMemory } from "./help.js";
import { t as createLanes } from "./lanes.js";
import { MessageChannel, Worker } from "node:worker_threads";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { availableParallelism } from "node:os";
// src/git/objects.ts
/** Larger objects are not read: a limit of ours, reported as missing. */
const maxObject = 1 << 30;
/** What one reading keeps between objects is given back above this size. */
const maxScratch = 64 << 20;
/** A store in which more objects than this are broken is given up: each costs a new process. */
const maxBroken = 100;
const repair = "run `git fsck`, then fetch again what is broken";
const parseEntry = (line) => {
	const [id, type, size] = line.split(" ");
	return {
		id,
		type,
		size: Number(size)
	};
};
/**
* Lists all objects but trees that the store holds, reachable or not, each once, in pack order; commits and trees apart too. Git
* goes on without a pack that it cannot open: what it says of that is in `missing`.
*/
const listObjects = async (repository) => {
	const args = [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--batch-check=%(objectname) %(objecttype)"
	];
	const ids = [];
	const commits = [];
	const trees = [];
	const missing = [];
	const onComplaint = (text) => missing.push({
		what: text,
		reason: repair
	});
	for await (const line of linesOf(repository.folder, args, "", onComplaint)) {
		const id = line.slice(0, repository.idLength);
		if (line.endsWith("commit")) commits.push(id);
		if (line.endsWith("tree")) trees.push(id);
		else ids.push(id);
	}
	return {
		ids,
		commits,
		trees,
		missing
	};
};
/** Splits the stream of `git cat-file --batch` into objects. */
const createBatchParser = ({ visit, answered }) => {
	let header = "";
	let scratch = Buffer.allocUnsafe(1 << 20);
	let filled = 0;
	let current;
	const begin = (line) => {
		if (/ (missing|ambiguous)$/.test(line)) {
			answered("not in the object store");
			return;
		}
		current = parseEntry(line);
		filled = 0;
		if (current.size <= 1073741824 && current.size > scratch.length) scratch = Buffer.allocUnsafe(Math.min(maxObject, Math.max(current.size, scratch.length * 2)));
	};
	const finish = ({ id, type, size }) => {
		current = void 0;
		if (size > 1073741824) {
			answered(`its ${size} bytes exceed the limit of ${maxObject}`);
			return;
		}
		visit(id, type, scratch.subarray(0, size));
		if (scratch.length > maxScratch) scratch = Buffer.allocUnsafe(1 << 20);
		answered();
	};
	const readHeader = (chunk, at) => {
		const end = chunk.indexOf(10, at);
		header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
		if (end === -1) return chunk.length;
		begin(header);
		header = "";
		return end + 1;
	};
	const readContent = (chunk, at, entry) => {
		const take = Math.min(entry.size - filled, chunk.length - at);
		if (entry.size <= 1073741824) chunk.copy(scratch, filled, at, at + take);
		filled += take;
		const isWhole = filled === entry.size && at + take < chunk.length;
		if (isWhole) finish(entry);
		return at + take + (isWhole ? 1 : 0);
	};
	return (chunk) => {
		for (let at = 0; at < chunk.length;) at = current === void 0 ? readHeader(chunk, at) : readContent(chunk, at, current);
	};
};
const isAborted = (signal) => signal?.aborted === true;
const writeIds = async (stdin, ids, from) => {
	const batch = 4096;
	let isOpen = true;
	let wake = () => {};
	stdin.on("drain", () => wake());
	stdin.on("close", () => {
		isOpen = false;
		wake();
	});
	for (let at = from; at < ids.length && isOpen; at += batch) if (!stdin.write(`${ids.slice(at, at + batch).join("\n")}\n`)) await new Promise((resolve) => {
		wake = resolve;
		if (!isOpen) resolve();
	});
	stdin.end();
};
const shortened = (reason) => reason.slice(0, 300);
/**
* Reads objects through one `git cat-file --batch`, in the order asked for. A git that dies on a broken object is started
* again behind it, and the object is named as missing.
*/
const readObjects = async (repository, ids, visit, signal, pause) => {
	const missing = [];
	let count = 0;
	const answered = (unread) => {
		if (unread !== void 0) missing.push({
			what: `object ${ids[count]}`,
			reason: `${shortened(unread)}: ${repair}`
		});
		count++;
	};
	for (let broken = 0; count < ids.length && !isAborted(signal); broken++) {
		if (broken > maxBroken) {
			missing.push({
				what: `${ids.length - count} more objects`,
				reason: `too many are broken: ${repair}`
			});
			break;
		}
		const parse = createBatchParser({
			visit,
			answered
		});
		const failure = await readRun(repository, {
			ids,
			from: count
		}, parse, signal, pause);
		if (failure !== void 0 && !isAborted(signal) && count < ids.length) answered(failure);
	}
	return missing;
};
/** One git; gives the reason when it ended before the last object. */
const readRun = async (repository, { ids, from }, parse, signal, pause = async () => {}) => {
	const git = streamGit(repository.folder, [
		"cat-file",
		"--batch",
		"--buffer"
	], { signal });
	const writing = writeIds(git.stdin, ids, from);
	try {
		for await (const chunk of git.stdout) {
			parse(chunk);
			await pause();
		}
		await git.ended;
		await writing;
		return "git gave no answer";
	} catch (error) {
		if (error instanceof GitError || isAborted(signal)) return error.message;
		git.process.kill();
		throw error;
	}
};
// src/git/pack/stores.ts
/** Stores that borrow from stores that borrow; git stops at five. */
const maxDepth = 5;
const alternatesOf = (store) => {
	const file = join(store, "info", "alternates");
	if (!existsSync(file)) return [];
	return readFileSync(file, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => isAbsolute(line) ? line : join(store, line));
};
const withAlternates = (store, known, depth = 0) => {
	if (known.has(store) || depth > maxDepth || !existsSync(store)) return known;
	known.add(store);
	for (const alternate of alternatesOf(store)) withAlternates(alternate, known, depth + 1);
	return known;
};
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
/** Bytes of the packs in a repository's own store, as far as one look tells. */
const ownPackBytes = (repository) => {
	const folder = join(commonDirectory(repository), "objects", "pack");
	return namesIn(folder).filter((name) => packForm.test(name)).reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);
};
/** Bytes of all packs, as far as they are still there. */
const packBytes = ({ packs }) => packs.reduce((sum, { file }) => sum + sizeOf(file), 0);
/** Not those that git is still writing. */
const packForm = /^(?!\.tmp-).*\.pack$/;
/** The packs of a store. Beside them lie files that only save git time (`.rev`, `.bitmap`) or tell it what to keep (`.keep`, `.mtimes`). */
const packsOf = (store, idBytes) => {
	const folder = join(store, "pack");
	if (!existsSync(folder)) return {
		packs: [],
		withoutIndex: []
	};
	const names = new Set(readdirSync(folder));
	const multiPackIndex = join(folder, "multi-pack-index");
	const packs = [];
	const lone = [];
	for (const name of [...names].filter((file) => packForm.test(file)).sort()) {
		const index = name.replace(/pack$/, "idx");
		if (names.has(index)) packs.push({
			file: join(folder, name),
			index: join(folder, index)
		});
		else lone.push(name);
	}
	const covered = lone.length > 0 && names.has("multi-pack-index") ? packsIn(multiPackIndex, idBytes) : /* @__PURE__ */ new Set();
	const isCovered = (name) => covered.has(name.replace(/\.pack$/, ""));
	const shared = lone.filter(isCovered).map((name) => ({
		file: join(folder, name),
		index: void 0,
		multiPackIndex
	}));
	return {
		packs: [...packs, ...shared],
		withoutIndex: lone.filter((name) => !isCovered(name)).map((name) => join(folder, name))
	};
};
/** Folders go away while git packs what they hold. */
const namesIn = (folder) => {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
};
const looseIn = (store, idLength) => namesIn(store).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((folder) => namesIn(join(store, folder)).map((name) => folder + name)).filter((id) => id.length === idLength && /^[0-9a-f]+$/.test(id));
/** Lists packs and loose objects (gitrepository-layout, "objects"). */
const listStores = (repository) => {
	const stores = [...withAlternates(join(commonDirectory(repository), "objects"), /* @__PURE__ */ new Set())];
	const packed = stores.map((store) => packsOf(store, repository.idLength / 2));
	return {
		packs: packed.flatMap(({ packs }) => packs),
		withoutIndex: packed.flatMap(({ withoutIndex }) => withoutIndex),
		loose: [...new Set(stores.flatMap((store) => looseIn(store, repository.idLength)))]
	};
};
// src/image/helping.ts
/** Stored bytes of a layer from which on help is worth the messages, and starting a thread for it. */
const [worthHelp, worthThread] = [1 << 20, 16 << 20];
const createHelpers = () => {
	const desks = /* @__PURE__ */ new Map();
	const ongoing = /* @__PURE__ */ new Set();
	const deskOf = (lane) => {
		const known = desks.get(lane) ?? createDeskMemory();
		desks.set(lane, known);
		clearDesk(known);
		return known;
	};
	const reading = async (lane, order, read) => {
		if (order.task.descriptor.size < worthHelp) return read(order);
		const desk = deskOf(lane);
		const mine = {
			order,
			desk,
			helps: []
		};
		ongoing.add(mine);
		try {
			const result = await read({
				...order,
				desk
			});
			return result === void 0 ? void 0 : joined(result, await Promise.all(mine.helps));
		} finally {
			ongoing.delete(mine);
			closeDesk(desk);
			await Promise.allSettled(mine.helps);
		}
	};
	const share = ({ order, helps }) => order.task.descriptor.size / (1 + helps.length);
	const errand = (isStarted, ask) => {
		const least = isStarted ? worthHelp : worthThread;
		const [most] = [...ongoing].sort((a, b) => share(b) - share(a));
		if (most === void 0 || share(most) < least) return void 0;
		const { desk, order } = most;
		const leave = createLeaveMemory();
		const done = ask({
			desk,
			leave,
			what: `layer ${order.task.descriptor.digest}`,
			limits: order.limits,
			ledger: order.ledger
		});
		most.helps.push(done);
		return {
			done,
			leave: () => askToLeave(desk, leave)
		};
	};
	return {
		reading,
		errand
	};
};
// src/threads.ts
/** Beside this module: as source where the source runs, built in `dist/`. */
const script = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);
/** A message costs as much as looking at a small content, so threads are given as many at once as have these bytes together. */
const enoughBytes = 262144;
/** Some contents, from `first` on, in memory of their own: it goes to the thread. */
const together = (contents, first) => {
	const taken = [];
	let size = 0;
	for (let i = first; i < contents.length && size < enoughBytes; i++) {
		taken.push(contents[i]);
		size += contents[i].content.length;
	}
	const bytes = new Uint8Array(size);
	let end = 0;
	for (const { content } of taken) {
		bytes.set(content, end);
		end += content.length;
	}
	return {
		bytes,
		sizes: taken.map(({ content }) => content.length),
		isText: taken.map(({ isText }) => isText)
	};
};
const ask = (worker, task, given = []) => new Promise((resolve, reject) => {
	worker.ref();
	worker.once("error", reject);
	worker.once("message", (answer) => {
		worker.off("error", reject);
		resolve(answer);
	});
	worker.postMessage(task, given);
}).finally(() => worker.unref());
const isOf = (job) => (answer) => answer.job === job;
/** Has a thread read a layer: where it lies on disk, or as it is sent from here. */
const readOn = async (worker, stored, order, signal) => {
	const opened = await stored.onDisk?.().catch(() => void 0);
	if (opened !== void 0) return ask(worker, {
		job: "layer",
		order,
		from: opened.part
	}).finally(() => opened.close());
	const { port1, port2 } = new MessageChannel();
	const sent = sendBlob(stored, port1, signal);
	sent.catch(() => {});
	const answer = await ask(worker, {
		job: "layer",
		order,
		from: port2
	}, [port2]).finally(() => port1.close());
	await sent;
	return answer;
};
/** Scanning leaves much short-lived garbage: with V8's own limit each thread keeps a hundred megabytes more, and gains no time by it (measured). */
const maxYoungGenerationSizeMb = {
	history: 24,
	layers: 8
};
/**
* V8 lets a heap grow to twice or four times what is in use before it looks for what is not; layers have much that is large and soon done
* with. So slow a growth, with a small young generation, takes 60 MB less of two threads, and a twentieth more time (measured, bench/image.md).
*/
const growSlowly = "--heap-growing-percent=40";
/** How often an interrupt is looked for, and how long threads may take to hear of it: one that still starts hears nothing. */
const [lookEvery, patience] = [50, 400];
/** Settles some time after a scan was ended from outside; never otherwise while `isOn`. */
const overdue = async (control, isOn) => {
	while (isOn() && endingOf(control) !== ending.asked) await setTimeout(lookEvery, void 0, { ref: false });
	await setTimeout(patience, void 0, { ref: isOn() });
};
/** Threads, started when the first task comes, that scan delta trees with the rules of `patterns/` and custom ones. */
const startThreads = (workerData, onStopped, jobs = availableParallelism(), what = "history") => {
	const resourceLimits = { maxYoungGenerationSizeMb: maxYoungGenerationSizeMb[what] };
	if (what === "layers") setFlagsFromString(growSlowly);
	const workers = [];
	const start = (count = jobs) => {
		while (workers.length < Math.min(count, jobs)) {
			const worker = new Worker(script, {
				workerData,
				resourceLimits
			});
			worker.unref();
			workers.push(worker);
		}
	};
	const noteStopped = ({ stopped }) => {
		for (const [rule, reason] of stopped) onStopped(rule, reason);
	};
	/** Answers of all threads that answer in time. */
	const askAll = async (task, control) => {
		start();
		let isOn = true;
		const late = overdue(control, () => isOn);
		const asked = workers.map((worker) => Promise.race([ask(worker, task), late]));
		const given = (await Promise.all(asked).finally(() => {
			isOn = false;
		})).filter((answer) => answer !== void 0);
		given.forEach(noteStopped);
		return given;
	};
	/** Each thread takes some more contents when it is done with some. */
	const inspectContents = async (contents, signal) => {
		start();
		const readings = [];
		let next = 0;
		const work = async (worker) => {
			while (next < contents.length && signal?.aborted !== true) {
				const first = next;
				const some = together(contents, first);
				next += some.sizes.length;
				const answer = await ask(worker, {
					job: "contents",
					contents: some
				}, [some.bytes.buffer]);
				noteStopped(answer);
				if (answer.job === "contents") for (const [i, reading] of answer.results.entries()) readings[first + i] = reading;
			}
		};
		await Promise.all(workers.map(work));
		return readings;
	};
	const helpers = createHelpers();
	const helpFrom = async (lane, order) => {
		start(lane + 1);
		const answer = await ask(workers[lane], {
			job: "help",
			order
		});
		noteStopped(answer);
		return answer.job === "help" ? answer.result : {
			aside: [],
			missing: []
		};
	};
	const onLane = createLanes(Array.from({ length: jobs }, (_, lane) => lane), (lane) => helpers.errand(lane < workers.length, (order) => helpFrom(lane, order)));
	const readLayer = (open, whole, signal) => onLane(async (lane) => {
		const stored = open();
		if (stored === void 0) return void 0;
		start(lane + 1);
		return helpers.reading(lane, whole, async (order) => {
			const answer = await readOn(workers[lane], stored, order, signal);
			noteStopped(answer);
			return answer.job === "layer" ? answer.result : void 0;
		});
	});
	return {
		inspectContents,
		readLayer,
		scanTrees: async (trees) => {
			return (await askAll({
				job: "scan",
				trees
			}, trees.control)).filter(isOf("scan")).map(({ result }) => result);
		},
		readGraph: async (graph) => {
			const answers = await askAll({
				job: "graph",
				graph
			}, graph.control);
			return answers.length < workers.length ? void 0 : answers.filter(isOf("graph")).map(({ result }) => result);
		},
		compareTrees: async (trees) => {
			return (await askAll({
				job: "compare",
				trees
			}, trees.control)).filter(isOf("compare")).map(({ result }) => result);
		},
		start,
		stop: () => {
			for (const worker of workers.splice(0)) worker.terminate();
		}
	};
};
export { listObjects as a, packBytes as i, listStores as n, maxObject as o, ownPackBytes as r, readObjects as s, startThreads as t };
