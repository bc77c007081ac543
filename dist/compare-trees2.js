import { a as createWalker, c as createPace, i as walkWhole, m as entryType, n as rootsLeft, t as apartOf } from "./apart.js";
import { createHash } from "node:crypto";
// src/git/pack/compare-trees.ts
const typeNames = {
	[entryType.commit]: "commit",
	[entryType.tree]: "tree",
	[entryType.blob]: "blob",
	[entryType.tag]: "tag"
};
/** The hash that names an object (git-hash-object): of its type, its size and its bytes. */
const hashOf = (type, content, idBytes) => createHash(idBytes === 20 ? "sha1" : "sha256").update(`${type} ${content.length}\0`).update(content).digest();
const sorted = (matches) => matches.map((match) => JSON.stringify(match)).sort().join("\n");
/** Unpacks the trees that no other thread has taken, hashes every object, and scans each as the engine does and as a whole. */
const compareTrees = (kernel, { pack, entries, forest, control, hashes, unpacked }, { scan, scanInPlace, discard }) => {
	const differing = [];
	const idBytes = hashes.length / Math.max(1, entries.count);
	let [scanned, matches] = [0, 0];
	const compare = (entry, content, found) => {
		const whole = scan(content);
		scanned++;
		matches += whole.length;
		if (sorted(whole) !== sorted(found)) differing.push({
			entry,
			whole: whole.length,
			inherited: found.length
		});
	};
	const visit = (object, base) => {
		const { entry, address, size } = object;
		const content = Buffer.from(kernel.heap.bytes().subarray(address, address + size));
		const type = entries.types[entry];
		hashes.set(hashOf(typeNames[type] ?? "", content, idBytes), entry * idBytes);
		unpacked[entry] = 1;
		if (type === entryType.tree || type === entryType.blob && apartOf(content, 0, size) !== void 0) return void 0;
		const trace = base?.state;
		const made = base === void 0 || trace === void 0 ? void 0 : {
			...base,
			trace
		};
		const found = scanInPlace({
			address,
			size
		}, made);
		if (found === void 0) return void 0;
		compare(entry, content, found.matches);
		return found.trace;
	};
	const release = (trace) => {
		if (trace !== void 0) discard(trace);
	};
	const left = () => {};
	const trees = {
		pack,
		entries,
		forest,
		pace: createPace(control)
	};
	const walker = createWalker(kernel, trees, {
		visit,
		release,
		broken: left,
		large: left
	});
	for (const root of rootsLeft(forest, control)) if (!walkWhole(walker, root)) break;
	walker.close();
	return {
		scanned,
		matches,
		differing
	};
};
export { hashOf as n, compareTrees as t };
