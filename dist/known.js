import { t as engine } from "./engine2.js";
import { E as createKernel, a as createDetector, f as prepareWith, i as documentParsers, j as rules, o as detectorOf, s as createRunner, t as kubeconfigParser } from "./parser.js";
import { t as inspectAs } from "./sighting.js";
import { b as sharedIntegers, l as entryType, y as sharedBytes } from "./control.js";
import { r as isOfObjects } from "./clean-store.js";
import { t as idOfEntry } from "./pack-file.js";
import { inflateRawSync } from "node:zlib";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
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
const createWholeDetector = (customRules, onStopped, kernel = createKernel()) => {
	const prepared = preparedFor(customRules);
	return createDetector([...rules, ...customRules], parsers, onStopped, kernel, prepared);
};
/**
* The same, made when it is first asked for: where threads look at everything, it never is. A user's expressions are compiled at once, so that a
* wrong one is told before anything is scanned.
*/
const createLateDetector = async (customRules, onStopped) => {
	const all = [...rules, ...customRules];
	const early = isBuilt ? void 0 : await createWholeDetector(customRules, onStopped);
	if (early !== void 0) return () => early;
	const runner = await createRunner(all, onStopped);
	let detector;
	return () => {
		detector ??= detectorOf({
			rules: all,
			parsers,
			runner,
			kernel: createKernel(),
			prepared: required(customRules)
		});
		return detector;
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
export { passedOver as a, verdict as c, createWholeDetector as d, nothingLearned as i, remembered as l, learn as n, pruned as o, markKnown as r, standing as s, forKnownIn as t, createLateDetector as u };
