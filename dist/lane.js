import { t as engine } from "./engine2.js";
import { A as rules, D as inspect, T as createRooms, a as createDetector, f as prepareWith, i as documentParsers, o as detectorOf, s as createRunner, t as kubeconfigParser } from "./parser.js";
import { n as createKernel } from "./kernel.js";
import { t as inspectAs } from "./sighting.js";
import { C as sharedBytes, D as isReadApart, E as inspectArchive, a as createWalker, c as createPace, d as ending, f as endingOf, l as endScan, m as entryType, n as rootsLeft, r as walkTree, t as apartOf, w as sharedIntegers } from "./apart.js";
import { r as isOfObjects } from "./clean-store.js";
import { n as idOfEntry } from "./pack-file.js";
import { inflateRawSync } from "node:zlib";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
// src/detect/prepared-file.ts
const columns = [
	"gate",
	"counts",
	"candidates",
	"records",
	"texts",
	"rows",
	"rules",
	"others",
	"automata",
	"automatonStarts",
	"sieveOfRule",
	"looksOfLiteral",
	"looks"
];
/** Of the code and rules that it was made of. */
const nameBytes = 64;
const sizeBytes = 4;
/** Undefined where the file was made of something else. */
const readPrepared = (packed, madeOf) => {
	const size = packed.readUInt32LE();
	const bytes = inflateRawSync(packed.subarray(sizeBytes), { chunkSize: Math.max(64, size + 1) });
	if (bytes.toString("latin1", 0, nameBytes) !== madeOf) return void 0;
	const prepared = {};
	let at = nameBytes + columns.length * 4;
	columns.forEach((column, i) => {
		const end = at + bytes.readUInt32LE(nameBytes + i * 4);
		prepared[column] = bytes.subarray(at, end);
		at = end;
	});
	return prepared;
};
/** Beside the built modules. */
const preparedName = "literals.bin";
/** The source takes what a build made of it; without one, or after a change, it prepares its rules when it starts. */
const preparedFolder = new URL(import.meta.url.endsWith(".ts") ? "../../dist/" : ".", import.meta.url);
/** Of the rules of `patterns/` with custom ones after them: nothing is told of those. */
const sievesAmong = (prepared, own, custom) => ({
	...prepared,
	sieveOfRule: Buffer.concat([prepared.sieveOfRule.subarray(0, own * 4), Buffer.alloc((custom + 1) * 4)])
});
/** What the build prepared for the rules of `patterns/`; with others beside them their literals are prepared anew. */
const preparedByBuild = (rules, customRules, parsers) => {
	let packed;
	try {
		packed = readFileSync(new URL(preparedName, preparedFolder));
	} catch (error) {
		if (error.code === "ENOENT") return void 0;
		throw error;
	}
	const prepared = readPrepared(packed, engine());
	if (prepared === void 0 || customRules.length === 0) return prepared;
	const sieves = sievesAmong(prepared, rules.length, customRules.length);
	return prepareWith([...rules, ...customRules], parsers, sieves);
};
// src/tiering.ts
/**
* V8 has the best of its compilers at work on a function after 3,000 calls, in each thread anew. What its second compiler made is nearly as
* fast, so later is better: an eighth of the processor time of trufflehog's history (bench/RESULTS.md).
*/
const callsBeforeBest = 5e4;
/** Older versions know no such flag, and say so on standard error. */
const firstThatKnows = 24;
let isDone = false;
/**
* For all threads of this process. To be called when a thread is ready to scan: once flags have changed V8 compiles Node's own modules
* anew where they are loaded, which takes a thread that starts 60 ms.
*/
const optimizeLate = () => {
	if (isDone || Number.parseInt(process.versions.node, 10) < firstThatKnows) return;
	isDone = true;
	setFlagsFromString(`--invocation-count-for-turbofan=${callsBeforeBest}`);
};
// src/detector.ts
const parsers = [kubeconfigParser, ...documentParsers];
/** A detector looks at these for good, and would keep with them the five megabytes that they are a part of, in each thread. */
const withOwn = (prepared) => ({
	...prepared,
	others: Buffer.from(prepared.others)
});
const preparedFor = (customRules) => {
	const prepared = preparedByBuild(rules, customRules, parsers);
	return prepared && withOwn(prepared);
};
/** A detector of everything that this version knows, and of a user's rules. */
const createWholeDetector = async (customRules, onStopped, kernel = createKernel()) => {
	const prepared = preparedFor(customRules);
	const detector = await createDetector([...rules, ...customRules], parsers, onStopped, kernel, prepared);
	optimizeLate();
	return detector;
};
/**
* The same, made when it is first asked for: where threads look at everything, it never is. A user's expressions are compiled at once, so that a
* wrong one is told before anything is scanned.
*/
const createLateScanner = async (customRules, onStopped) => {
	const all = [...rules, ...customRules];
	if (!isBuilt) {
		const kernel = createKernel();
		const early = {
			kernel,
			detector: await createWholeDetector(customRules, onStopped, kernel)
		};
		return () => early;
	}
	const runner = await createRunner(all, onStopped);
	let scanner;
	return () => {
		if (scanner === void 0) {
			const kernel = createKernel();
			const prepared = required(customRules);
			scanner = {
				kernel,
				detector: detectorOf({
					rules: all,
					parsers,
					runner,
					kernel,
					prepared
				})
			};
			optimizeLate();
		}
		return scanner;
	};
};
const isBuilt = !import.meta.url.endsWith(".ts");
const required = (customRules) => {
	const prepared = preparedFor(customRules);
	if (prepared === void 0) throw new Error("literals.bin is not of this build: build or install Tidewaiter again");
	return prepared;
};
// src/files/remembered.ts
/** So many contents are remembered; then it begins anew. */
const mostRemembered = 1 << 20;
/** Larger contents seldom come twice, and what is found in them may be much. */
const maxBytes = 4 << 20;
const sha256 = (content) => hash("sha256", content, "base64");
/** Scans each content once: the versions of a package hold the same files again and again. */
const remembered = (inspect, nameOf = sha256) => {
	const known = /* @__PURE__ */ new Map();
	return inspectAs(inspect, (content) => {
		if (content.length > maxBytes) return inspect(content);
		const key = nameOf(content);
		const seen = known.get(key);
		if (seen !== void 0) return seen;
		if (known.size >= mostRemembered) known.clear();
		const hits = inspect(content);
		known.set(key, hits);
		return hits;
	});
};
// src/git/pack/known.ts
/** What `repeated` says of an entry: to be reported, seen in an earlier pack, or known from an earlier run and not even scanned. */
const standing = {
	fresh: 0,
	repeated: 1,
	known: 2
};
/** What threads write down of an entry when a cache wants to know. */
const verdict = {
	unknown: 0,
	clean: 1
};
const passedPrefix = "passed/";
/** What contents are passed over for, by the kind under which they are remembered; undefined for other kinds. */
const passedOver = (kind) => kind.startsWith(passedPrefix) ? kind.slice(7) : void 0;
/** Calls with the place in an index of every id that a cache knows, and as what. */
const forKnownIn = (index, clean, call) => {
	for (const kind of new Set(clean.kinds())) if (isOfObjects(kind)) clean.forKnown(kind, index, (place) => call(place, kind));
};
/** Marks the entries that a cache knows, and counts them. */
const markKnown = ({ index, entries }, repeated, clean, into) => {
	const entryAt = new Uint32Array(entries.count);
	for (let entry = 0; entry < entries.count; entry++) entryAt[entries.positions[entry]] = entry;
	forKnownIn(index, clean, (place, kind) => {
		const entry = entryAt[place];
		if (repeated[entry] === standing.known) return;
		const isNew = repeated[entry] === standing.fresh;
		repeated[entry] = standing.known;
		if (!isNew || kind === "tree") return;
		const passed = passedOver(kind);
		into.objects++;
		if (passed === void 0) into.known++;
		else into.media.set(passed, (into.media.get(passed) ?? 0) + 1);
	});
};
/** Marks the entries that are not known, and all that they build on. */
const markNeeded = ({ entries }, repeated) => {
	const { count, bases, types } = entries;
	const needed = new Uint8Array(count);
	for (let entry = 0; entry < count; entry++) {
		if (repeated[entry] === standing.known || types[entry] === entryType.tree) continue;
		for (let at = entry; at >= 0 && needed[at] === 0; at = bases[at]) needed[at] = 1;
	}
	return needed;
};
/** A forest without the branches and trees that hold nothing but what is known. */
const pruned = (pack, forest, repeated) => {
	const { count } = pack.entries;
	const needed = markNeeded(pack, repeated);
	const firstChild = sharedIntegers(count).fill(-1);
	const nextSibling = sharedIntegers(count).fill(-1);
	const nextNeeded = (from) => {
		let child = from;
		while (child !== -1 && needed[child] === 0) child = forest.nextSibling[child];
		return child;
	};
	for (let entry = 0; entry < count; entry++) {
		firstChild[entry] = nextNeeded(forest.firstChild[entry]);
		nextSibling[entry] = nextNeeded(forest.nextSibling[entry]);
	}
	const roots = forest.roots.filter((root) => needed[root] === 1);
	const shared = sharedIntegers(roots.length);
	shared.set(roots);
	return {
		firstChild,
		nextSibling,
		roots: shared
	};
};
const nothingLearned = (count) => sharedBytes(count);
/** Tells a cache what the scan of a pack found to be clean. A tree is one when a checksum says that no broken bit made it one. */
const learn = ({ pack, repeated, verdicts, results, damaged }, clean) => {
	const { index, entries } = pack;
	const { ids, idBytes } = index;
	const isTree = new Uint8Array(entries.count);
	const isClean = new Uint8Array(entries.count);
	for (let entry = 0; entry < entries.count; entry++) {
		if (repeated[entry] === standing.known) continue;
		if (entries.types[entry] === entryType.tree) {
			if (index.checksums !== void 0 && damaged?.has(entry) === false) isTree[entries.positions[entry]] = 1;
		} else if (verdicts[entry] === verdict.clean) isClean[entries.positions[entry]] = 1;
	}
	const chosen = (flags) => {
		const parts = [];
		flags.forEach((flag, place) => {
			if (flag === 1) parts.push(ids.subarray(place * idBytes, (place + 1) * idBytes));
		});
		return {
			ids: Buffer.concat(parts),
			idBytes
		};
	};
	clean.addAll("tree", chosen(isTree));
	clean.addAll("object", chosen(isClean));
	for (const { entry, media } of results.flatMap(({ passed }) => passed)) clean.add(`${passedPrefix}${media}`, idOfEntry(pack, entry));
};
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
	const noneYet = new Uint8Array(recentBytes).fill(255);
	const tables = [
		ids,
		new Uint8Array(starts.buffer),
		noneYet,
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
/** Reads the commits and trees that no other thread has taken. What is not sound ends it. */
const readGraph = async (kernel, task, breath) => {
	const { pack, entries, forest, control, idBytes } = task;
	const unload = load(kernel, task);
	const trees = createRows(kernel);
	const commits = createRows(kernel);
	let isSound = true;
	const fail = () => {
		isSound = false;
		endScan(control);
	};
	const read = ({ entry, address, size }) => {
		const [rows, readRow] = entries.types[entry] === entryType.commit ? [commits, kernel.readCommit] : [trees, kernel.readTree];
		const place = entries.positions[entry];
		if (rows.add((Math.ceil(size / idBytes) * 2 + 8) * 4, (into) => readRow(address, size, place, into)) < 0) fail();
	};
	const walker = createWalker(kernel, {
		pack,
		entries,
		forest,
		pace: createPace(control)
	}, {
		visit: (object) => void read(object),
		release: () => void 0,
		broken: fail,
		large: fail
	});
	for (const root of rootsLeft(forest, control)) if (!await walkTree(walker, root, breath)) break;
	walker.close();
	unload();
	return {
		trees: trees.all(),
		commits: commits.all(),
		isSound
	};
};
// src/git/pack/scan-trees.ts
const emptyLine = Buffer.from("\n\n");
const messageStart = (raw) => {
	const end = raw.indexOf(emptyLine);
	return end === -1 ? raw.length : end + emptyLine.length;
};
/** Scans the trees that no other thread has taken; with a reader, archives too. */
const scanTrees = async (kernel, { pack, entries, forest, control, repeated, verdicts }, { scanInPlace, discard }, archives, breath) => {
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
	const walker = createWalker(kernel, trees, {
		visit,
		release,
		broken,
		large
	});
	const catchUp = async (isEnd) => {
		if (archives !== void 0) all.archives.push(...await archives.catchUp(isEnd));
	};
	for (const root of rootsLeft(forest, control)) {
		if (!await walkTree(walker, root, breath)) break;
		await catchUp(false);
	}
	walker.close();
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
// src/lane.ts
const createLane = ({ kernel, detector }, { lineHashes, leavesClosed = false, breath }) => {
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
	return {
		scanTrees: (task) => {
			const archives = createArchiveReader(inspectMember, () => endingOf(task.control) === ending.none);
			return scanTrees(kernel, task, detector, archives, breath);
		},
		readGraph: (task) => readGraph(kernel, task, breath),
		inspectContent: async (content, isText) => isText ? inspectText(content) : inspectArchive(content, inspectMember),
		inspectFile
	};
};
/** Reads the packs of a history on one thread alone, which makes its lane when it comes to that. */
const alone = (lane) => {
	let made;
	const own = () => {
		made ??= lane();
		return made;
	};
	return {
		scanTrees: async (task) => [await own().scanTrees(task)],
		readGraph: async (task) => [await own().readGraph(task)],
		stop: () => {}
	};
};
export { markKnown as a, pruned as c, createLateScanner as d, createWholeDetector as f, learn as i, standing as l, createLane as n, nothingLearned as o, forKnownIn as r, passedOver as s, alone as t, remembered as u };
