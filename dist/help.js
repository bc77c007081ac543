import { t as hitsInTexts } from "./inspect-texts.js";
import { n as ImageError, r as LimitError } from "./image-error.js";
import { r as giveBack, t as createSmallGunzip } from "./inflater.js";
import { isAscii } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
// src/image/desk.ts
/** Numbers that the threads share, and then for each slot its state and how many bytes it holds. */
const [signalAt, closedAt, helpersAt, statesAt, sizesAt] = [
	0,
	1,
	2,
	4,
	8
];
const [empty, full, taken] = [
	0,
	1,
	2
];
/** One for files, one also for a part of a large file and what is said of it. */
const sizes = [1 << 20, 4259840];
const numbersSize = 64;
/** Handing over costs little, so a helper soon has something to do. */
const enough = 262144;
/** Two lengths before each file. */
const prefix = 8;
const createDeskMemory = () => new SharedArrayBuffer(numbersSize + sizes[0] + sizes[1]);
const numbersOf = (memory) => new Int32Array(memory, 0, numbersSize / 4);
const slotsOf = (memory) => sizes.map((size, slot) => Buffer.from(memory, numbersSize + (slot === 0 ? 0 : sizes[0]), size));
const tell = (numbers) => {
	Atomics.add(numbers, signalAt, 1);
	Atomics.notify(numbers, signalAt);
};
/** Makes it ready for another layer; no thread may be at it. */
const clearDesk = (memory) => void numbersOf(memory).fill(0);
/** Ends all help: the layer is read, or will not be. */
const closeDesk = (memory) => {
	const numbers = numbersOf(memory);
	Atomics.store(numbers, closedAt, 1);
	tell(numbers);
};
const createLeaveMemory = () => new SharedArrayBuffer(4);
/** What it did not take is left for the others, at last for the reading thread. */
const askToLeave = (memory, leave) => {
	Atomics.store(new Int32Array(leave), 0, 1);
	tell(numbersOf(memory));
};
/** Takes apart what one slot holds: a file after another, until a length of zero. */
const takeApart = (slot, take) => {
	for (let at = 0;;) {
		const [said, size] = [slot.readUInt32LE(at), slot.readUInt32LE(at + 4)];
		if (said === 0) return;
		const start = at + prefix + said;
		take(JSON.parse(slot.toString("utf8", at + prefix, start)), slot.subarray(start, start + size));
		at = start + size;
	}
};
const createDesk = (memory) => {
	const numbers = numbersOf(memory);
	const rooms = slotsOf(memory);
	let number = 0;
	/** The slot that is being filled, and how far. */
	let open;
	const find = (size) => {
		const slot = sizes.findIndex((room, i) => size <= room && Atomics.load(numbers, statesAt + i) === empty);
		return slot === -1 ? void 0 : {
			slot,
			filled: 0
		};
	};
	const handOver = () => {
		if (open === void 0) return;
		rooms[open.slot].writeUInt32LE(0, open.filled);
		rooms[open.slot].writeUInt32LE(0, open.filled + 4);
		numbers[sizesAt + open.slot] = open.filled + prefix;
		Atomics.store(numbers, statesAt + open.slot, full);
		tell(numbers);
		open = void 0;
	};
	const offer = (offered, content) => {
		if (Atomics.load(numbers, helpersAt) === 0) return false;
		const said = Buffer.from(JSON.stringify({
			...offered,
			number
		}));
		const size = prefix + said.length + content.length;
		if (open !== void 0 && open.filled + size + prefix > sizes[open.slot]) handOver();
		open ??= find(size + prefix);
		if (open === void 0) return false;
		const room = rooms[open.slot];
		room.writeUInt32LE(said.length, open.filled);
		room.writeUInt32LE(content.length, open.filled + 4);
		said.copy(room, open.filled + prefix);
		content.copy(room, open.filled + prefix + said.length);
		open.filled += size;
		number++;
		if (open.filled >= enough) handOver();
		return true;
	};
	const close = (take) => {
		handOver();
		Atomics.store(numbers, closedAt, 1);
		tell(numbers);
		for (const [slot, room] of rooms.entries()) if (Atomics.compareExchange(numbers, statesAt + slot, full, taken) === full) takeApart(room, take);
	};
	return {
		offer,
		close
	};
};
/** How long a helper sleeps at most before it looks for an interrupt. */
const longest = 200;
/** The side of a helper: takes what is offered until the layer is read, it is asked to leave, or does not want to go on. */
const helpAt = (memory, leave, take, isOver) => {
	const isAskedToLeave = () => Atomics.load(new Int32Array(leave), 0) !== 0;
	const numbers = numbersOf(memory);
	const rooms = slotsOf(memory);
	let own = Buffer.alloc(0);
	/** A copy, so that the slot is free again at once. */
	const takeOne = () => {
		const slot = rooms.findIndex((_, i) => Atomics.compareExchange(numbers, statesAt + i, full, taken) === full);
		if (slot === -1) return void 0;
		const size = numbers[sizesAt + slot];
		if (own.length < size) own = Buffer.allocUnsafeSlow(size);
		rooms[slot].copy(own, 0, 0, size);
		Atomics.store(numbers, statesAt + slot, empty);
		return own;
	};
	Atomics.add(numbers, helpersAt, 1);
	try {
		while (!isAskedToLeave() && !isOver()) {
			const signal = Atomics.load(numbers, signalAt);
			const isClosed = Atomics.load(numbers, closedAt) !== 0;
			const batch = takeOne();
			if (batch !== void 0) takeApart(batch, take);
			else if (isClosed) return;
			else Atomics.wait(numbers, signalAt, signal, longest);
		}
	} finally {
		Atomics.sub(numbers, helpersAt, 1);
	}
};
// src/image/allowance.ts
const usualWork = {
	bytes: 2 * 2 ** 30,
	ratio: 200,
	milliseconds: 8e3,
	millisecondsForMebibyte: 1e3,
	history: {
		milliseconds: 2e4,
		millisecondsForMebibyte: 2e3
	}
};
/** Bytes that could be unpacked in the time that other things take (measured). */
const costs = {
	layer: 65536,
	member: 4096,
	frame: 16384
};
/** Absent from Node before 22.19. */
const { threadCpuUsage } = process;
/** Milliseconds of this thread's work where that can be told, else of the clock: a busy machine is no hostile image. */
const clock = () => {
	if (threadCpuUsage === void 0) return performance.now();
	const { user, system } = threadCpuUsage.call(process);
	return (user + system) / 1e3;
};
/** Asking for a thread's time costs more than a look at most files does, so it is counted by so many milliseconds at once. */
const countedAtOnce = 4;
/** Places in a ledger: bytes, microseconds of detection, the bytes that are stored of the images, and whether the run was interrupted. */
const [bytesAt, microsecondsAt, storedAt, stoppedAt] = [
	0,
	1,
	2,
	3
];
const createLedger = () => new BigInt64Array(new SharedArrayBuffer(4 * BigInt64Array.BYTES_PER_ELEMENT));
/** Adds, and gives the sum: of what all threads added. */
const add = (ledger, at, more) => Number(Atomics.add(ledger, at, BigInt(Math.ceil(more)))) + more;
const standing = (ledger, at) => Number(Atomics.load(ledger, at));
const reason = "the images unpack to far more than is stored of them, as made to hold up a scan: the rest is not read";
const slow = "looking at the images takes far longer than at others of their size: the rest is not read";
const countingOn = (ledger, limits, stored) => {
	const isOver = (bytes) => bytes > limits.bytes && bytes > limits.bytes + limits.ratio * stored();
	const isSlow = (milliseconds) => milliseconds > limits.milliseconds && milliseconds > limits.milliseconds + limits.millisecondsForMebibyte * stored() / 2 ** 20;
	const spend = (more) => {
		if (isOver(add(ledger, bytesAt, more))) throw new LimitError(reason);
	};
	const timed = (inspect) => {
		let waiting = 0;
		let counted = clock();
		/** Of the time by the clock no more than this thread worked meanwhile. */
		const count = () => {
			const now = clock();
			const worked = Math.min(waiting, now - counted);
			counted = now;
			waiting = 0;
			return add(ledger, microsecondsAt, worked * 1e3) / 1e3;
		};
		return (...asked) => {
			const start = performance.now();
			const hits = inspect(...asked);
			waiting += performance.now() - start;
			if (waiting >= countedAtOnce && isSlow(count())) throw new LimitError(slow);
			return hits;
		};
	};
	const isSpent = () => isOver(standing(ledger, bytesAt)) || isSlow(standing(ledger, microsecondsAt) / 1e3);
	const isStopped = () => standing(ledger, stoppedAt) !== 0;
	return {
		spend,
		isSpent,
		isStopped,
		timed
	};
};
/** A thread's part of what a run may cost: it counts on what all have spent. */
const sharedAllowance = (limits, ledger) => countingOn(ledger, limits, () => standing(ledger, storedAt));
/** `stored` gives the bytes that are stored of the images, each counted once however often it is named. */
const createAllowance = (limits, stored) => {
	const ledger = createLedger();
	let inHistories = 0;
	const historyTime = () => {
		const { milliseconds: least, millisecondsForMebibyte } = limits.history;
		return Math.max(0, least + millisecondsForMebibyte * stored() / 2 ** 20 - inHistories);
	};
	const share = () => {
		Atomics.store(ledger, storedAt, BigInt(Math.floor(stored())));
		return ledger;
	};
	return {
		...countingOn(ledger, limits, stored),
		share,
		stop: () => void Atomics.store(ledger, stoppedAt, 1n),
		historyTime,
		useHistoryTime: (more) => {
			inHistories += more;
		}
	};
};
/** For what is bounded by its own. */
const noAllowance = { spend: () => {} };
// src/image/scratch.ts
const smallest = 1 << 20;
const gunzipRoom = 1 << 20;
const createScratch = () => {
	const buffers = [];
	const room = (depth, size, filled) => {
		const known = buffers[depth];
		if (known !== void 0 && known.length >= size) return known;
		const larger = Buffer.allocUnsafeSlow(Math.max(smallest, 2 ** Math.ceil(Math.log2(size || 1))));
		known?.copy(larger, 0, 0, filled);
		if (known !== void 0) giveBack(known);
		buffers[depth] = larger;
		return larger;
	};
	let small;
	const gunzip = (packed) => {
		small ??= createSmallGunzip(gunzipRoom);
		return small.gunzip(packed);
	};
	const close = () => {
		small?.close();
		for (const buffer of buffers.splice(0)) if (buffer !== void 0) giveBack(buffer);
	};
	return {
		room,
		gunzip,
		close
	};
};
// src/image/found.ts
/** A layer of nothing but credentials is a trap; what else is in it is then a gap. */
const maxHits = 2e4;
const found = ({ hits }, hit) => {
	if (hits.length === maxHits) throw new LimitError(`it holds more than ${maxHits} findings`);
	hits.push(structuredClone(hit));
};
const createGathering = (allowance = noAllowance, desk) => ({
	hits: [],
	missing: [],
	skipped: /* @__PURE__ */ new Map(),
	files: 0,
	bytes: 0,
	unpacked: 0,
	scratch: createScratch(),
	allowance,
	desk
});
const skip = ({ skipped }, what, reason) => {
	const key = `${what}\0${reason}`;
	skipped.set(key, {
		what,
		reason,
		count: (skipped.get(key)?.count ?? 0) + 1
	});
};
/** Gaps of one layer that are listed; a hostile layer could make millions. */
const maxMissing = 100;
const miss = ({ missing }, what, reason) => {
	if (missing.length < maxMissing) missing.push({
		what,
		reason
	});
	else if (missing.length === maxMissing) missing.push({
		what: "more of it",
		reason: "not listed"
	});
};
// src/image/parts.ts
/** Files are looked at whole up to this size, larger ones in parts: what bounds the memory. */
const partSize = 4 << 20;
/** More than the widest window of a rule. */
const overlap = 1 << 19;
const pieceSize = 65536;
/** UTF-16 units of a stretch of UTF-8, which is what columns count. As one text a part of a file would take seven megabytes. */
const unitsOf = (bytes) => {
	if (isAscii(bytes)) return bytes.length;
	const decoder = new StringDecoder("utf8");
	let units = 0;
	for (let at = 0; at < bytes.length; at += pieceSize) units += decoder.write(bytes.subarray(at, at + pieceSize)).length;
	return units + decoder.end().length;
};
const moved = (hit, { line, units }, start) => ({
	...hit,
	start: hit.start + start,
	end: hit.end + start,
	line: hit.line + line,
	endLine: hit.endLine + line,
	column: hit.line === 1 ? hit.column + units : hit.column,
	endColumn: hit.endLine === 1 ? hit.endColumn + units : hit.endColumn
});
const after = (origin, bytes) => {
	let lines = 0;
	for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
	const last = bytes.lastIndexOf(10);
	const rest = unitsOf(bytes.subarray(last + 1));
	return {
		line: origin.line + lines,
		units: lines === 0 ? origin.units + rest : rest
	};
};
/** What a part of a file holds, as it stands in the file. */
const hitsOfPart = (inspect, content, { start, origin, from, to }) => inspect(content).filter((hit) => hit.start >= from && hit.start < to).map((hit) => moved(hit, origin, start));
/**
* Has a file looked at that does not fit: in parts that overlap, each hit once. Of the file `part` holds the first `partSize` bytes; it is
* written over, so a part's content holds until the look at it is over.
*/
const divided = (part, lookAt) => {
	let filled = part.length;
	let start = 0;
	let origin = {
		line: 0,
		units: 0
	};
	const look = (isLast) => {
		const from = start === 0 ? 0 : overlap / 2;
		const to = isLast ? filled : filled - overlap / 2;
		lookAt(part.subarray(0, filled), {
			start,
			origin,
			from,
			to
		});
	};
	/** Goes on to the next part, which begins with the last bytes of this one. */
	const goOn = () => {
		look(false);
		const passed = part.subarray(0, filled - overlap);
		origin = after(origin, passed);
		start += passed.length;
		part.copyWithin(0, passed.length, filled);
		filled = overlap;
	};
	const take = (chunk) => {
		for (let taken = 0; taken < chunk.length;) {
			if (filled === part.length) goOn();
			const length = chunk.copy(part, filled, taken);
			filled += length;
			taken += length;
		}
	};
	return {
		take,
		end: () => look(true)
	};
};
// src/image/help.ts
/** Looks at what was offered, and keeps what is found. */
const lookAside = (inspect) => {
	const hits = [];
	const aside = [];
	const take = ({ number, at, file, part }, content) => {
		const those = part === void 0 ? hitsInTexts(content, inspect) : hitsOfPart(inspect, content, part).map((hit) => ({
			inner: "",
			hit
		}));
		for (const { inner, hit } of those) {
			found({ hits }, {
				hit,
				file,
				inner
			});
			aside.push({
				number,
				at,
				hit: hits.at(-1)
			});
		}
	};
	return {
		take,
		aside
	};
};
/** Helps a thread that reads a layer, until it is done or this one is needed elsewhere. */
const help = ({ desk, leave, what, limits, ledger }, inspect) => {
	const allowance = sharedAllowance(limits.work, ledger);
	const { take, aside } = lookAside(allowance.timed(inspect));
	try {
		helpAt(desk, leave, take, allowance.isStopped);
		return {
			aside,
			missing: []
		};
	} catch (error) {
		if (!(error instanceof ImageError)) throw error;
		return {
			aside,
			missing: [{
				what,
				reason: error.message
			}]
		};
	}
};
/** A reading with what others found for it, each hit where it belongs. */
const joined = ({ aside = [], ...reading }, helps) => {
	const others = [...aside, ...helps.flatMap((one) => one.aside)].sort((a, b) => a.at - b.at || a.number - b.number);
	const missing = helps.flatMap((one) => one.missing).filter(({ reason }) => reading.missing.every((gap) => gap.reason !== reason));
	if (others.length + missing.length === 0) return reading;
	const hits = [];
	let next = 0;
	for (const [at, hit] of [...reading.hits, void 0].entries()) {
		while (next < others.length && others[next].at <= at) hits.push(others[next++].hit);
		if (hit !== void 0) hits.push(hit);
	}
	return {
		...reading,
		hits,
		missing: [...reading.missing, ...missing]
	};
};
export { clearDesk as _, hitsOfPart as a, createDeskMemory as b, found as c, createScratch as d, costs as f, askToLeave as g, usualWork as h, divided as i, miss as l, sharedAllowance as m, joined as n, partSize as o, createAllowance as p, lookAside as r, createGathering as s, help as t, skip as u, closeDesk as v, createLeaveMemory as x, createDesk as y };
