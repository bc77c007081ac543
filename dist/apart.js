import { i as archiveFirstBytes, n as mediaKind, t as mediaFirstBytes } from "./media.js";
import { C as isReadApart, g as copyBytes } from "./control.js";
/** Nor are larger deltas, whose segments take twelve times their size. */
const maxDelta = 16 << 20;
/** Behind every block: room for the kernel's wide loads and stores. */
const slack = 48;
/** So much of a pack is read at least: a quarter of the entries lie behind the one before, and a call takes as long as 8 KB do (measured). */
const ahead = 4096;
const reasons = {
	[-1]: "its data is no zlib stream",
	[-2]: "its data is broken",
	[-3]: "its data has another size than its header says",
	[-4]: "its checksum does not hold"
};
/** Unpacks delta trees in the kernel's memory, depth first: each entry is inflated once and each delta applied once. */
const createWalker = (kernel, { pack, entries, forest, pace }, { visit, release: releaseState, broken, large }) => {
	const { heap } = kernel;
	let source = {
		address: heap.allocate(1 << 20),
		size: 1 << 20
	};
	let held = {
		from: 0,
		to: 0
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
	const packedSize = (entry) => entries.starts[entry + 1] - entries.data[entry];
	/** Where a stretch of the pack stands in the kernel's memory; the one behind it may be the next that is asked for. */
	const packed = (from, length) => {
		if (from >= held.from && from + length <= held.to) return source.address + from - held.from;
		const size = Math.min(Math.max(length, ahead), pack.size - from);
		source = atLeast(source, size + slack);
		copyBytes(pack, from, size, heap.bytes(), source.address);
		held = {
			from,
			to: from + size
		};
		return source.address;
	};
	/** Inflates an entry to `target`; false when it is broken. */
	const inflate = (entry, target) => {
		const length = packedSize(entry);
		const at = packed(entries.data[entry], length);
		const result = kernel.inflate(at, length, target, entries.sizes[entry]);
		if (result < 0) broken(entry, reasons[result] ?? "its data is broken");
		return result >= 0;
	};
	/** Calls with all that builds on an entry, at any depth. */
	const eachBelow = (entry, call) => {
		const waiting = [entry];
		for (let at = waiting.pop(); at !== void 0; at = waiting.pop()) for (let child = forest.firstChild[at]; child !== -1; child = forest.nextSibling[child]) {
			call(child);
			waiting.push(child);
		}
	};
	const breakBelow = (entry) => eachBelow(entry, (below) => broken(below, "the object that it builds on is broken"));
	const leave = (entry, size) => {
		large(entry, size);
		eachBelow(entry, (below) => large(below, void 0));
	};
	/** Whether an entry's data is larger than may be held; a stream cannot be much longer than what it unpacks to. */
	const isLarge = (entry, limit) => entries.sizes[entry] > limit || packedSize(entry) > limit + (limit >> 3);
	const unpackRoot = (entry) => {
		const size = entries.sizes[entry];
		if (isLarge(entry, 67108864)) return leave(entry, size);
		const address = heap.allocate(size + slack);
		if (!inflate(entry, address)) {
			heap.free(address, size + slack);
			breakBelow(entry);
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
	const breakDelta = (entry, reason) => {
		broken(entry, reason);
		breakBelow(entry);
	};
	const unpackDelta = (entry, base) => {
		const deltaSize = entries.sizes[entry];
		if (isLarge(entry, maxDelta)) return leave(entry, void 0);
		delta = atLeast(delta, deltaSize + slack);
		segments = atLeast(segments, (deltaSize + 1) * 12);
		if (!inflate(entry, delta.address)) {
			breakBelow(entry);
			return;
		}
		const size = kernel.deltaResultSize(delta.address, deltaSize, base.size);
		if (size < 0) return breakDelta(entry, "its delta does not fit its base");
		if (size > 67108864) return leave(entry, size);
		const address = heap.allocate(size + slack);
		const count = kernel.applyDelta(base.address, base.size, delta.address, deltaSize, address, size, segments.address);
		if (count < 0) {
			heap.free(address, size + slack);
			return breakDelta(entry, "its delta is broken");
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
	const goesOn = ({ entry, size }) => pace.goesOn(size, entries.starts[entry + 1] - entries.starts[entry]);
	/** Takes the next delta that builds on the top of the stack; gives it where something may build on it. */
	const descend = (stack, top) => {
		const child = top.next;
		top.next = forest.nextSibling[child];
		const frame = unpackDelta(child, top);
		if (top.next === -1) {
			release(top);
			stack.pop();
		}
		return frame;
	};
	/** Unpacks the tree below a root; false when the scan ended on the way. */
	return (root) => {
		const stack = [];
		let frame = unpackRoot(root);
		let isOn = true;
		for (;;) {
			if (frame !== void 0) {
				isOn = goesOn(frame);
				if (frame.next === -1) release(frame);
				else stack.push(frame);
			}
			const top = stack[stack.length - 1];
			if (top === void 0 || !isOn) break;
			frame = descend(stack, top);
		}
		for (const left of stack) release(left);
		return isOn;
	};
};
// src/git/pack/apart.ts
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
/** A cheap look: whether a content may be one that is not scanned as it stands. Compiled Python has a line end behind two bytes. */
const mayBeApart = (memory, address, size) => telling[memory[address]] === 1 || memory[address + 2] === 13 || size > 257 && memory[address + 257] === 117;
const reader = { kind: "reader" };
/** What a blob in the kernel's memory is, where it is not scanned as it stands. */
const apartOf = (memory, address, size) => {
	if (!mayBeApart(memory, address, size)) return void 0;
	const content = memory.subarray(address, address + size);
	const media = mediaKind(content);
	if (media !== void 0) return {
		kind: "media",
		media
	};
	return isUtf16(content) || isReadApart(content) ? reader : void 0;
};
export { createWalker as n, apartOf as t };
