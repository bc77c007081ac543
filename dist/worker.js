import { _ as createKernel, d as mediaKind, f as archiveFirstBytes, g as createDetector, i as entryType, p as archiveKind, t as kubeconfigParser, u as mediaFirstBytes, v as rules } from "./parser.js";
import { parentPort, workerData } from "node:worker_threads";
// src/git/pack/walk.ts
/** Behind every block: room for the kernel's wide loads and stores. */
const slack = 32;
const reasons = {
	[-1]: "its data is no zlib stream",
	[-2]: "its data is broken",
	[-3]: "its data has another size than its header says",
	[-4]: "its checksum does not hold"
};
/** Unpacks delta trees in the kernel's memory, depth first: each entry is inflated once and each delta applied once. */
const createWalker = (kernel, pack, entries, forest, { visit, release: releaseState }, onBroken) => {
	const { heap } = kernel;
	let source = {
		address: heap.allocate(1 << 20),
		size: 1 << 20
	};
	let delta = {
		address: heap.allocate(1 << 20),
		size: 1 << 20
	};
	let segments = {
		address: heap.allocate(1 << 20),
		size: 1 << 20
	};
	const atLeast = (block, size) => {
		if (block.size >= size) return block;
		heap.free(block.address, block.size);
		return {
			address: heap.allocate(size),
			size
		};
	};
	/** Inflates an entry to `target`; false when it is broken. */
	const inflate = (entry, target) => {
		const from = entries.data[entry];
		const length = entries.starts[entry + 1] - from;
		source = atLeast(source, length + slack);
		heap.bytes().set(pack.subarray(from, from + length), source.address);
		const result = kernel.inflate(source.address, length, target, entries.sizes[entry]);
		if (result < 0) onBroken(entry, reasons[result] ?? "its data is broken");
		return result >= 0;
	};
	const breakTree = (entry) => {
		for (let child = forest.firstChild[entry]; child !== -1; child = forest.nextSibling[child]) {
			onBroken(child, "the object that it builds on is broken");
			breakTree(child);
		}
	};
	const unpackRoot = (entry) => {
		const size = entries.sizes[entry];
		const address = heap.allocate(size + slack);
		if (!inflate(entry, address)) {
			heap.free(address, size + slack);
			breakTree(entry);
			return;
		}
		return {
			entry,
			address,
			size,
			state: visit({
				entry,
				address,
				size
			}, void 0),
			next: forest.firstChild[entry]
		};
	};
	const unpackDelta = (entry, base) => {
		const deltaSize = entries.sizes[entry];
		delta = atLeast(delta, deltaSize + slack);
		segments = atLeast(segments, (deltaSize + 1) * 12);
		if (!inflate(entry, delta.address)) return void 0;
		const size = kernel.deltaResultSize(delta.address, deltaSize, base.size);
		if (size < 0) {
			onBroken(entry, "its delta does not fit its base");
			return;
		}
		const address = heap.allocate(size + slack);
		const count = kernel.applyDelta(base.address, base.size, delta.address, deltaSize, address, size, segments.address);
		if (count < 0) {
			heap.free(address, size + slack);
			onBroken(entry, "its delta is broken");
			return;
		}
		const made = {
			state: base.state,
			size: base.size,
			segments: {
				address: segments.address,
				count
			}
		};
		return {
			entry,
			address,
			size,
			state: visit({
				entry,
				address,
				size
			}, made),
			next: forest.firstChild[entry]
		};
	};
	const release = (frame) => {
		if (frame.address === 0) return;
		heap.free(frame.address, frame.size + slack);
		releaseState(frame.state);
		frame.address = 0;
	};
	/** Unpacks the tree below a root. */
	return (root) => {
		const first = unpackRoot(root);
		const stack = first === void 0 ? [] : [first];
		while (stack.length > 0) {
			const top = stack[stack.length - 1];
			const child = top.next;
			if (child === -1) {
				release(top);
				stack.pop();
				continue;
			}
			top.next = forest.nextSibling[child];
			const frame = unpackDelta(child, top);
			if (top.next === -1) {
				release(top);
				stack.pop();
			}
			if (frame === void 0) breakTree(child);
			else stack.push(frame);
		}
	};
};
// src/git/pack/scan-trees.ts
/** Larger objects are not scanned in one piece. */
const maxInPlace = 64 << 20;
/** Texts in UTF-16 with a byte order mark are turned into UTF-8 before their scan. */
const isUtf16 = (content) => {
	const mark = content.length < 2 ? 0 : content.readUInt16BE(0);
	return mark === 65534 || mark === 65279;
};
/** Bytes with which no plain text begins, or seldom. */
const telling = /* @__PURE__ */ new Uint8Array(256);
for (const byte of [
	...mediaFirstBytes,
	...archiveFirstBytes,
	254,
	255
]) telling[byte] = 1;
/** A cheap look: whether a content may be one that is not scanned as it stands. */
const mayBeApart = (memory, address, size) => size > maxInPlace || telling[memory[address]] === 1 || size > 257 && memory[address + 257] === 117;
const emptyLine = Buffer.from("\n\n");
const wantsReader = (content) => content.length > maxInPlace || isUtf16(content) || archiveKind(content) !== void 0;
const messageStart = (raw) => {
	const end = raw.indexOf(emptyLine);
	return end === -1 ? raw.length : end + emptyLine.length;
};
/** Scans the trees that no other thread has taken. */
const scanTrees = (kernel, { bytes: pack, entries, forest, next, repeated }, { scanInPlace, discard }) => {
	const found = [];
	const aside = [];
	const broken = [];
	const media = /* @__PURE__ */ new Map();
	let objects = 0;
	let bytes = 0;
	const count = (size) => {
		objects++;
		bytes += size;
	};
	const countMedia = (kind, size) => {
		count(size);
		media.set(kind, (media.get(kind) ?? 0) + 1);
	};
	const report = (object, matches) => {
		count(object.size);
		if (matches.length === 0) return;
		const reported = entries.types[object.entry] === entryType.blob ? matches : inMessage(object, matches);
		if (reported.length > 0) found.push({
			entry: object.entry,
			matches: reported
		});
	};
	/** A commit's or tag's text begins after the first empty line; what was found before it is git's own. */
	const inMessage = ({ address, size }, matches) => {
		const start = messageStart(kernel.heap.bytes().subarray(address, address + size));
		return matches.filter((match) => match.start >= start);
	};
	/** Whether a blob is no text, or wants a reader of its own; that is written down. */
	const isApart = ({ entry, address, size }) => {
		const memory = kernel.heap.bytes();
		if (!mayBeApart(memory, address, size)) return false;
		const content = memory.subarray(address, address + size);
		const kind = mediaKind(content);
		const isOdd = kind === void 0 && wantsReader(content);
		if (repeated[entry] === 0 && kind !== void 0) countMedia(kind, size);
		if (repeated[entry] === 0 && isOdd) aside.push(entry);
		return kind !== void 0 || isOdd;
	};
	/** An object's trace, or undefined where it was not scanned. */
	const visit = (object, base) => {
		const { entry, address, size } = object;
		if (entries.types[entry] === entryType.blob && isApart(object)) return void 0;
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
			if (repeated[entry] === 0) aside.push(entry);
			return;
		}
		if (repeated[entry] === 0) report(object, scanned.matches);
		return scanned.trace;
	};
	const release = (trace) => {
		if (trace !== void 0) discard(trace);
	};
	const walk = createWalker(kernel, pack, entries, forest, {
		visit,
		release
	}, (entry) => broken.push(entry));
	for (let i = Atomics.add(next, 0, 1); i < forest.roots.length; i = Atomics.add(next, 0, 1)) walk(forest.roots[i]);
	return {
		found,
		aside,
		media,
		broken,
		objects,
		bytes
	};
};
// src/worker.ts
const { customRules } = workerData;
const kernel = createKernel();
const stopped = [];
const onStopped = (rule, reason) => {
	stopped.push([rule, reason]);
};
const detector = await createDetector([...rules, ...customRules], [kubeconfigParser], onStopped, kernel);
parentPort.on("message", (task) => {
	const answer = {
		result: scanTrees(kernel, task, detector),
		stopped: stopped.splice(0)
	};
	parentPort.postMessage(answer);
});
export {};
