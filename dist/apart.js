import { a as archiveKind, i as archiveFirstBytes, n as mediaKind, o as unpack, r as whyPassedOver, t as mediaFirstBytes } from "./media.js";
import { n as inspectTexts, r as runsTextsTogether } from "./inspect-texts.js";
import { n as findId } from "./id-list.js";
import { crc32 } from "node:zlib";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
// src/files/inspect-archive.ts
function* closed(content) {
	if (archiveKind(content) !== void 0) yield {
		kind: "skipped",
		inner: "",
		what: "archive",
		reason: "left closed, as --no-archives asks"
	};
	yield {
		kind: "content",
		inner: "",
		content
	};
}
/** What is scanned of a content: the members of an archive; itself, where it is none or archives are left closed. */
const membersOf = (content, { leavesClosed }) => leavesClosed === true ? closed(content) : unpack(content);
/** Whether a content is to be taken apart for a scan: an archive, or texts that run into each other. */
const isReadApart = (content) => archiveKind(content) !== void 0 || runsTextsTogether(content);
/** Unpacks an archive and scans its members; anything else is its own only member. */
const inspectArchive = async (content, inspect) => {
	const found = [];
	const limited = [];
	const skipped = [];
	const look = (inner, member) => {
		const kind = mediaKind(member);
		if (kind !== void 0) skipped.push({
			what: kind,
			reason: whyPassedOver(kind)
		});
		else for (const text of inspectTexts(member, inspect)) found.push({
			...text,
			inner: `${inner}${text.inner}`
		});
	};
	for await (const member of membersOf(content, inspect)) {
		const { inner } = member;
		if (member.kind === "content") look(inner, member.content);
		else if (member.kind === "limit") limited.push({
			inner,
			reason: member.reason
		});
		else if (member.kind === "skipped") skipped.push({
			what: member.what,
			reason: member.reason
		});
		else skipped.push({
			what: "archive",
			reason: "damaged: scanned without unpacking the rest"
		});
	}
	return {
		found,
		limited,
		skipped
	};
};
// src/git/pack/columns.ts
const sharedFloats = (count) => new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
const sharedIntegers = (count) => new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
const sharedPositions = (count) => new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT));
const sharedBytes = (count) => new Uint8Array(new SharedArrayBuffer(count));
// src/git/pack/pack-bytes.ts
/** Opens a pack. Whoever does closes it, once nobody reads on. */
const openPackBytes = (file) => {
	const descriptor = openSync(file, "r");
	return {
		size: fstatSync(descriptor).size,
		descriptor
	};
};
const closePackBytes = ({ descriptor }) => closeSync(descriptor);
/** Reads a stretch to `at` in `target`; what lies behind the end, or cannot be read, becomes zeros, which are no entry. */
const copyBytes = ({ descriptor }, from, length, target, at) => {
	let done = 0;
	try {
		while (done < length) {
			const bytesRead = readSync(descriptor, target, at + done, length - done, from + done);
			if (bytesRead === 0) break;
			done += bytesRead;
		}
	} catch (error) {
		if (error.code === void 0) throw error;
	}
	target.fill(0, at + done, at + length);
};
/** A stretch as bytes of their own. */
const bytesAt = (pack, from, length) => {
	const bytes = Buffer.alloc(Math.max(0, Math.min(length, pack.size - from)));
	copyBytes(pack, from, bytes.length, bytes, 0);
	return bytes;
};
/** Of whoever reads from the front to the end. */
const windowSize = 1 << 20;
/** Gives stretches of at most `windowSize` bytes, read ahead: each holds until the next is asked for. */
const createWindow = (pack) => {
	const bytes = Buffer.alloc(windowSize);
	let [start, end] = [0, 0];
	return (from, length) => {
		if (from < start || from + length > end) {
			copyBytes(pack, from, windowSize, bytes, 0);
			[start, end] = [from, from + windowSize];
		}
		return bytes.subarray(from - start, from - start + length);
	};
};
/** Tells the CRC-32 of stretches, best in their order. */
const createChecksums = (pack) => {
	const read = createWindow(pack);
	return (from, length) => {
		let value = 0;
		for (let done = 0; done < length; done += windowSize) value = crc32(read(from + done, Math.min(windowSize, length - done)), value);
		return value;
	};
};
const createCursor = (pack) => {
	const bytes = Buffer.alloc(windowSize);
	let [start, at] = [Number.NEGATIVE_INFINITY, 0];
	const read = (from) => {
		copyBytes(pack, from, windowSize, bytes, 0);
		[start, at] = [from, 0];
	};
	const seek = (offset) => {
		at = offset - start;
		if (at < 0 || at > 1048512) read(offset);
	};
	const next = () => {
		if (at === windowSize) read(start + at);
		return bytes[at++];
	};
	return {
		seek,
		next,
		offset: () => start + at
	};
};
// src/git/pack/pack-index.ts
/** A file that is not what its name says. The message names the file. */
var PackError = class extends Error {
	name = "PackError";
};
const magic = 4285812579;
const fanOut = 1024;
const large = 2147483648;
const readVersion2 = (file, data, idBytes) => {
	const count = data.readUInt32BE(1028);
	const idsAt = 1032;
	const checksumsAt = idsAt + count * idBytes;
	const offsetsAt = checksumsAt + count * 4;
	const largeAt = offsetsAt + count * 4;
	if (data.length < largeAt + 2 * idBytes) throw new PackError(`${file} is truncated`);
	const offsets = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		const offset = data.readUInt32BE(offsetsAt + i * 4);
		if (offset < large) offsets[i] = offset;
		else {
			const at = largeAt + (offset - large) * 8;
			if (at + 8 > data.length) throw new PackError(`${file}: offset of object ${i} is beyond its end`);
			offsets[i] = Number(data.readBigUInt64BE(at));
		}
	}
	return {
		count,
		idBytes,
		ids: data.subarray(idsAt, checksumsAt),
		checksums: data.subarray(checksumsAt, offsetsAt),
		offsets,
		whole: true
	};
};
const readVersion1 = (file, data, idBytes) => {
	const count = data.readUInt32BE(1020);
	const entry = 4 + idBytes;
	if (data.length < fanOut + count * entry + 2 * idBytes) throw new PackError(`${file} is truncated`);
	const offsets = new Float64Array(count);
	const ids = Buffer.alloc(count * idBytes);
	for (let i = 0; i < count; i++) {
		const at = fanOut + i * entry;
		offsets[i] = data.readUInt32BE(at);
		data.copy(ids, i * idBytes, at + 4, at + entry);
	}
	return {
		count,
		idBytes,
		ids,
		offsets,
		whole: true
	};
};
/** Reads an `.idx` file of version 1 or 2 (gitformat-pack, "Pack index files"). Throws a PackError. */
const readPackIndex = (file, idBytes) => {
	const data = readFileSync(file);
	if (data.length < 1032) throw new PackError(`${file} is truncated`);
	if (data.readUInt32BE(0) !== magic) return readVersion1(file, data, idBytes);
	const version = data.readUInt32BE(4);
	if (version !== 2) throw new PackError(`${file} has version ${version}, which this reader does not know`);
	return readVersion2(file, data, idBytes);
};
// src/git/pack/entries.ts
/** Types of entries (gitformat-pack, "Object types"). */
const entryType = {
	commit: 1,
	tree: 2,
	blob: 3,
	tag: 4,
	offsetDelta: 6,
	referenceDelta: 7
};
/** What stands in the place of a base where there is none in this pack. */
const noBase = {
	/** The entry is a whole object. */
	whole: -1,
	/** It builds on an object that this pack does not hold. */
	outside: -2,
	/** Its chain of deltas leads back to itself. */
	itself: -3,
	/** Its header cannot be, or reaches into the next entry. */
	broken: -4
};
const headerLength = 12;
const search = (starts, count, offset) => {
	let low = 0;
	let high = count - 1;
	while (low <= high) {
		const middle = low + high >> 1;
		const at = starts[middle];
		if (at === offset) return middle;
		if (at < offset) low = middle + 1;
		else high = middle - 1;
	}
	return noBase.outside;
};
/** Marks of `resolveTypes`, beside 0 for what was not seen. */
const [onChain, done] = [1, 2];
/** Follows a chain of deltas down to something known, a root, or back to itself; gives what it ends in. */
const followChain = (from, bases, marks, chain) => {
	let at = from;
	while (at >= 0 && marks[at] === 0) {
		marks[at] = onChain;
		chain.push(at);
		at = bases[at];
	}
	return at;
};
/** Tells each entry the type of its chain's root. Members of chains that never end lose their base. */
const resolveTypes = (raw, bases, count) => {
	const types = sharedBytes(count);
	const marks = new Uint8Array(count);
	const chain = [];
	for (let i = 0; i < count; i++) {
		if (marks[i] === done) continue;
		chain.length = 0;
		const end = followChain(i, bases, marks, chain);
		const isEndless = end >= 0 && (marks[end] === onChain || bases[end] === noBase.itself);
		const type = end >= 0 ? types[end] : end === noBase.whole ? raw[chain.at(-1)] : 0;
		for (const member of chain) {
			types[member] = type;
			marks[member] = done;
			if (isEndless) bases[member] = noBase.itself;
		}
	}
	return types;
};
/** Behind 2^53 sizes are no longer exact, and no object is so large. */
const maxSizeBytes = 8;
/** An entry's type and size. Gives type 0 for a size that goes on and on. */
const readHeader = (cursor) => {
	let byte = cursor.next();
	const type = byte >> 4 & 7;
	let size = byte & 15;
	let scale = 16;
	for (let i = 0; byte & 128; i++, scale *= 128) {
		if (i === maxSizeBytes) return {
			type: 0,
			size: 0
		};
		byte = cursor.next();
		size += (byte & 127) * scale;
	}
	return {
		type,
		size
	};
};
/** How far back the base of a delta lies: each byte but the last adds one. */
const readBack = (cursor) => {
	let byte = cursor.next();
	let back = byte & 127;
	for (let i = 0; byte & 128; i++) {
		if (i === maxSizeBytes) return 0;
		byte = cursor.next();
		back = (back + 1) * 128 + (byte & 127);
	}
	return back;
};
/** Offsets of all entries, ascending, and of the end of the last. */
const readStarts = (file, size, { count, idBytes, offsets }, order) => {
	const end = size - idBytes;
	const starts = sharedFloats(count + 1);
	for (let i = 0; i < count; i++) starts[i] = offsets[order[i]];
	starts[count] = end;
	if (count > 0 && (starts[0] < headerLength || starts[count - 1] >= end)) throw new PackError(`${file} is truncated`);
	return starts;
};
const isKnown = (type) => type !== 0 && type !== 5;
/** After so many entries others get a turn. */
const slice = 32768;
/** Reads the header of every entry; `listen` is called now and then, and may throw. Throws a PackError. */
const readEntries = async ({ file, pack, index, order }, listen) => {
	const { count, idBytes } = index;
	const starts = readStarts(file, pack.size, index, order);
	const entryAt = new Uint32Array(count);
	for (let i = 0; i < count; i++) entryAt[order[i]] = i;
	const data = sharedFloats(count);
	const sizes = sharedFloats(count);
	const raw = new Uint8Array(count);
	const bases = sharedIntegers(count).fill(noBase.whole);
	const cursor = createCursor(pack);
	const id = Buffer.alloc(idBytes);
	const baseById = () => {
		for (let i = 0; i < idBytes; i++) id[i] = cursor.next();
		const position = findId(index, id);
		return position === -1 ? noBase.outside : entryAt[position];
	};
	for (let i = 0; i < count; i++) {
		if (i % slice === 0) await listen();
		cursor.seek(starts[i]);
		const { type, size } = readHeader(cursor);
		if (type === entryType.offsetDelta) bases[i] = search(starts, i, starts[i] - readBack(cursor));
		else if (type === entryType.referenceDelta) bases[i] = baseById();
		data[i] = cursor.offset();
		raw[i] = type;
		sizes[i] = size;
		if (!isKnown(type) || data[i] >= starts[i + 1]) bases[i] = noBase.broken;
	}
	return {
		count,
		starts,
		data,
		sizes,
		types: resolveTypes(raw, bases, count),
		bases,
		positions: order
	};
};
// src/git/pack/control.ts
const place = {
	next: 0,
	ending: 1,
	objects: 0,
	bytes: 1,
	packed: 2
};
/** Why a scan ended before its last tree: 0 when it did not. */
const ending = {
	none: 0,
	asked: 1,
	limit: 2
};
/** Real histories unpack to less than a hundredth of this; a pack made to keep a scanner busy does not. */
const leastUnpacked = 2 ** 38;
const unpackedRatio = 1e3;
/** Unpacked bytes of a pack after which the rest is given up. */
const mostUnpacked = (packBytes) => Math.max(leastUnpacked, unpackedRatio * packBytes);
const createControl = (maxBytes) => ({
	state: new Int32Array(new SharedArrayBuffer(8)),
	done: new BigInt64Array(new SharedArrayBuffer(24)),
	maxBytes
});
/** Takes the next root; several threads take from one list. */
const takeRoot = ({ state }) => Atomics.add(state, place.next, 1);
const endScan = ({ state }, why = ending.asked) => void Atomics.compareExchange(state, place.ending, ending.none, why);
/** Ends what threads do when a signal says so, for as long as some work lasts. */
const endedBy = async (signal, control, work) => {
	const end = () => endScan(control);
	signal?.addEventListener("abort", end);
	if (signal?.aborted === true) end();
	return work().finally(() => signal?.removeEventListener("abort", end));
};
const endingOf = ({ state }) => Atomics.load(state, place.ending);
const amountsOf = ({ done }) => ({
	objects: Number(Atomics.load(done, place.objects)),
	bytes: Number(Atomics.load(done, place.bytes)),
	packed: Number(Atomics.load(done, place.packed))
});
/** Threads tell each other what they did no more often than this: shared counters are slow. */
const [objectsBetween, bytesBetween] = [64, 1 << 20];
const createPace = (control) => {
	const { done, maxBytes } = control;
	let [objects, bytes, packed] = [
		0,
		0,
		0
	];
	const tell = () => {
		Atomics.add(done, place.objects, BigInt(objects));
		Atomics.add(done, place.packed, BigInt(packed));
		if (Number(Atomics.add(done, place.bytes, BigInt(bytes))) + bytes > maxBytes) endScan(control, ending.limit);
		[objects, bytes, packed] = [
			0,
			0,
			0
		];
	};
	const goesOn = (some, ofPack) => {
		objects++;
		bytes += some;
		packed += ofPack;
		if (objects >= objectsBetween || bytes >= bytesBetween) tell();
		return endingOf(control) === ending.none;
	};
	return { goesOn };
};
/** Nor are larger deltas, whose segments take twelve times their size. */
const maxDelta = 16 << 20;
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
		source = atLeast(source, size + 304);
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
		const address = heap.allocate(size + 304);
		if (!inflate(entry, address)) {
			heap.free(address, size + 304);
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
		delta = atLeast(delta, deltaSize + 304);
		segments = atLeast(segments, (deltaSize + 1) * 12);
		if (!inflate(entry, delta.address)) {
			breakBelow(entry);
			return;
		}
		const size = kernel.deltaResultSize(delta.address, deltaSize, base.size);
		if (size < 0) return breakDelta(entry, "its delta does not fit its base");
		if (size > 67108864) return leave(entry, size);
		const address = heap.allocate(size + 304);
		const count = kernel.applyDelta(base.address, base.size, delta.address, deltaSize, address, size, segments.address);
		if (count < 0) {
			heap.free(address, size + 304);
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
		heap.free(frame.address, frame.size + 304);
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
	const stack = [];
	const keep = (frame) => {
		if (frame.next === -1) release(frame);
		else stack.push(frame);
	};
	const leaveAll = () => {
		for (const left of stack.splice(0)) release(left);
		return false;
	};
	const begin = (root) => {
		const frame = unpackRoot(root);
		if (frame === void 0) return true;
		const isOn = goesOn(frame);
		keep(frame);
		return isOn || leaveAll();
	};
	const goOn = (isPause) => {
		for (let top = stack.at(-1); top !== void 0; top = stack.at(-1)) {
			const frame = descend(stack, top);
			const isOn = frame === void 0 || goesOn(frame);
			if (frame !== void 0) keep(frame);
			if (!isOn) return leaveAll();
			if (isPause()) break;
		}
		return true;
	};
	const close = () => {
		for (const { address, size } of [
			source,
			delta,
			segments
		]) heap.free(address, size);
	};
	return {
		begin,
		goOn,
		isWhole: () => stack.length === 0,
		close
	};
};
// src/git/pack/walk-tree.ts
/** Roots that no other thread has taken, until the scan ends. */
function* rootsLeft({ roots }, control) {
	for (let i = takeRoot(control); i < roots.length && endingOf(control) === ending.none; i = takeRoot(control)) yield roots[i];
}
const never = () => false;
/** Unpacks the tree below a root at one go; false when the scan ended on the way. */
const walkWhole = ({ begin, goOn }, root) => begin(root) && goOn(never);
/** The same with pauses, where there are to be some. */
const walkTree = async (walker, root, breath) => {
	if (breath === void 0) return walkWhole(walker, root);
	let isOn = walker.begin(root);
	for (let isLeft = true; isOn && isLeft; isLeft = !walker.isWhole()) {
		isOn = walker.goOn(breath.isDue);
		if (breath.isDue()) await breath.take();
	}
	return isOn;
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
export { sharedBytes as C, isReadApart as D, inspectArchive as E, membersOf as O, openPackBytes as S, sharedPositions as T, PackError as _, createWalker as a, closePackBytes as b, createPace as c, ending as d, endingOf as f, readEntries as g, noBase as h, walkWhole as i, endScan as l, entryType as m, rootsLeft as n, amountsOf as o, mostUnpacked as p, walkTree as r, createControl as s, apartOf as t, endedBy as u, readPackIndex as v, sharedIntegers as w, createChecksums as x, bytesAt as y };
