import { i as RestError, n as ImageError, r as LimitError } from "./image-error.js";
import { c as decompress, d as giveBack, l as peek, t as privateFolder, u as createSmallGunzip } from "./spill.js";
import { t as checkDigest } from "./digest.js";
import { a as archiveKind, c as longTextOf, d as require_tar_stream, f as gunzip, l as plainHeader, m as gzipRest, n as mediaKind, o as unpack, p as gzipName, r as whyPassedOver, s as isEmptyBlock, u as recordsOf } from "./media.js";
import { n as partitionPoint, t as lastAtOrBefore } from "./partition-point.js";
import { c as isTarHeader } from "./zstd.js";
import { Readable } from "node:stream";
import { isAscii } from "node:buffer";
import { createWriteStream } from "node:fs";
import { dirname, join, posix } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { mkdir, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
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
// src/image/copied.ts
/** Chunks that hold for good, of a stream whose chunks hold until the next is asked for. */
async function* copied(stream) {
	for await (const chunk of stream) yield Buffer.from(chunk);
}
/** A stream of one chunk. */
async function* only(chunk) {
	if (chunk.length > 0) yield chunk;
}
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
const createGathering = (allowance = noAllowance) => ({
	hits: [],
	missing: [],
	skipped: /* @__PURE__ */ new Map(),
	files: 0,
	bytes: 0,
	unpacked: 0,
	scratch: createScratch(),
	allowance
});
const skip$1 = ({ skipped }, what, reason) => {
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
// src/image/file-scan.ts
const maxUnpacked = 4 * 2 ** 30;
/** Of all files of a layer: small bombs may be many. */
const maxInLayer = 16 * 2 ** 30;
const maxMembers = 2e5;
/** Why the rest of a file's archives is not looked at. */
const exceeded = `its archives unpack to more than ${maxUnpacked} bytes or ${maxMembers} members: unpack it and scan its files`;
const beginScan = (gathering, inspect, file) => ({
	gathering,
	inspect,
	file,
	budget: {
		bytes: maxUnpacked,
		members: maxMembers
	},
	known: { next: gathering.hits.length }
});
/** The secrets that were found in the file so far; each finding is looked at once, since a file may hold thousands of damaged archives. */
const secretsIn = ({ gathering: { hits }, file, known }) => {
	known.secrets ??= /* @__PURE__ */ new Set();
	for (; known.next < hits.length; known.next++) {
		const { file: holder, hit } = hits[known.next];
		if (holder === file) known.secrets.add(hit.secret);
	}
	return known.secrets;
};
const look = ({ gathering, inspect, file }, content, inner) => {
	const kind = mediaKind(content);
	if (kind !== void 0) skip$1(gathering, kind, whyPassedOver(kind));
	else for (const hit of inspect(content)) found(gathering, {
		hit,
		file,
		inner
	});
};
/** Counts what was unpacked. Throws an ImageError beyond what one file may unpack to, a LimitError beyond what the layer's files may. */
const spend = ({ budget, gathering }, bytes) => {
	gathering.allowance.spend(bytes);
	budget.bytes -= bytes;
	gathering.unpacked += bytes;
	if (gathering.unpacked > maxInLayer) throw new LimitError(`its archives unpack to more than ${maxInLayer} bytes`);
	if (budget.bytes < 0) throw new ImageError(exceeded);
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
/** Looks at a file that does not fit: in parts that overlap, each hit once. Of the file `part` holds the first `partSize` bytes; it is written over. */
const inspectInParts = (inspect, part) => {
	const hits = [];
	let filled = part.length;
	let start = 0;
	let origin = {
		line: 0,
		units: 0
	};
	const look = (isLast) => {
		const from = start === 0 ? 0 : overlap / 2;
		const to = isLast ? filled : filled - overlap / 2;
		for (const hit of inspect(part.subarray(0, filled))) if (hit.start >= from && hit.start < to) hits.push(moved(hit, origin, start));
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
	const end = () => {
		look(true);
		return hits;
	};
	return {
		take,
		end
	};
};
// src/image/gather.ts
const noBytes = Buffer.alloc(0);
const gather = async ({ room }, stream, depth) => {
	let filled = 0;
	for (;;) {
		const { value, done } = await stream.next();
		if (done === true) return {
			content: room(depth, filled, filled).subarray(0, filled),
			beyond: noBytes,
			whole: true
		};
		const end = Math.min(partSize, filled + value.length);
		const length = value.copy(room(depth, end, filled), filled, 0, end - filled);
		filled = end;
		if (length < value.length) return {
			content: room(depth, end, end).subarray(0, end),
			beyond: Buffer.from(value.subarray(length)),
			whole: false
		};
	}
};
/** Chunks, and then what a stream still has. */
async function* following(chunks, rest) {
	yield* chunks;
	for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
/** Reads a stream to its end, where its errors are. */
const drain = async (stream) => {
	for await (const _ of stream);
};
// src/image/notes.ts
/** Looks at many short texts at once, a line each, so that those that belong together are seen together. */
const inspectNotes = (notes, inspect) => {
	if (notes.length === 0) return [];
	const hits = inspect(Buffer.from(`${notes.map(({ text }) => text).join("\n")}\n`));
	if (hits.length === 0) return [];
	const starts = [];
	const lines = [];
	let [start, line] = [0, 0];
	for (const { text } of notes) {
		starts.push(start);
		lines.push(line);
		start += Buffer.byteLength(text) + 1;
		line += text.split("\n").length;
	}
	return hits.map((hit) => {
		const i = lastAtOrBefore(starts, hit.start);
		const placed = {
			...hit,
			start: hit.start - starts[i],
			end: hit.end - starts[i]
		};
		return {
			of: notes[i].of,
			hit: {
				...placed,
				line: hit.line - lines[i],
				endLine: hit.endLine - lines[i]
			}
		};
	});
};
// src/image/names.ts
/** Records that only repeat what the entry says, or numbers (POSIX.1-2001, "pax Extended Header"). */
const plain = /* @__PURE__ */ new Set([
	"path",
	"linkpath",
	"size",
	"mtime",
	"atime",
	"ctime",
	"uid",
	"gid",
	"uname",
	"gname",
	"charset",
	"hdrcharset"
]);
const batch = 1 << 17;
/** Names, link targets and attributes of files, of a layer or of an archive in it (`where` tells then): looked at many at a time. */
const createNames = (gathering, inspect, where = (file, inner) => ({
	file,
	inner
})) => {
	let notes = [];
	let size = 0;
	let lastPax = {};
	const flush = () => {
		for (const { of, hit } of inspectNotes(notes, inspect)) found(gathering, {
			hit,
			...of
		});
		notes = [];
		size = 0;
	};
	const note = (path, what, text) => {
		notes.push({
			of: where(path, what),
			text
		});
		size += text.length;
	};
	const addRecords = (file, pax) => {
		for (const [key, value] of Object.entries(pax)) {
			if (plain.has(key) || lastPax[key] === value) continue;
			const name = key.replace(/^SCHILY\.xattr\./, "");
			note(file, ` (attribute ${name.slice(0, 100)})`, `${name}=${value}`);
		}
		lastPax = pax;
	};
	const add = ({ linkName, pax }, path) => {
		note(path, " (its name)", path);
		if (linkName) note(path, " (link target)", linkName);
		addRecords(path, pax);
		if (size > batch) flush();
	};
	return {
		add,
		end: flush
	};
};
// src/image/tar-apart.ts
/**
* POSIX has the records of a global header hold for all members that follow; Go, and so Docker, containerd and podman, passes
* over them (archive/tar, `TypeXGlobalHeader`).
*/
const disputed = /^\d+ (path|linkpath|size)=/gm;
/** Whether a header says more than the records that were read from it: some replace others, or could not be read. */
const isRepeating = (content, records) => {
	let length = 0;
	for (const [key, value] of Object.entries(records)) {
		const bare = Buffer.byteLength(key) + Buffer.byteLength(value) + 3;
		length += bare + `${bare + `${bare}`.length}`.length;
	}
	return length < content.length;
};
/**
* Has the library's reader give away what it drops: global headers, of which it would hold the records for those members
* alone that have records of their own, and records that later ones of the same member replace.
*/
const setApart = (reader, take) => {
	const inside = reader;
	const decode = inside._decodeLongHeader.bind(reader);
	inside._decodeLongHeader = (content) => {
		const type = inside._header?.type;
		if (type === "pax-global-header") {
			const names = [...content.toString("latin1").matchAll(disputed)].map(([, name]) => name);
			return take({
				kind: "global",
				content,
				disputed: [...new Set(names)]
			});
		}
		if (type === "pax-header" && inside._pax !== null) take({
			kind: "repeated",
			content: Buffer.from(JSON.stringify(inside._pax)),
			disputed: []
		});
		decode(content);
		if (inside._pax !== null && type === "pax-header" && isRepeating(content, inside._pax)) take({
			kind: "repeated",
			content,
			disputed: []
		});
	};
};
// src/image/tar-cursor.ts
const nothing$3 = Buffer.alloc(0);
const smallestRoom = 65536;
const ownRoom = () => {
	let room = nothing$3;
	return (size) => {
		if (room.length < size) {
			giveBack(room);
			room = Buffer.allocUnsafeSlow(Math.max(smallestRoom, 2 ** Math.ceil(Math.log2(size))));
		}
		return room;
	};
};
/** Chunks of the source have to hold until the next is asked for, no longer. */
const createCursor = (source, roomFor = ownRoom()) => {
	let chunk = nothing$3;
	let at = 0;
	/** What comes after the chunk at hand: bytes that were gathered in vain, then why the stream broke. */
	let failure;
	/** Goes on to the next chunk; false at the end. */
	const advance = async () => {
		if (failure !== void 0) throw failure.error;
		chunk = nothing$3;
		at = 0;
		const { value, done } = await source.next();
		if (done === true) return false;
		chunk = value;
		return true;
	};
	const ready = (size) => {
		if (chunk.length - at < size) return void 0;
		at += size;
		return chunk.subarray(at - size, at);
	};
	const some = async (most) => {
		while (at === chunk.length) if (!await advance()) return nothing$3;
		const from = at;
		at = Math.min(chunk.length, at + most);
		return chunk.subarray(from, at);
	};
	const gatherInto = async (target) => {
		let filled = 0;
		try {
			while (filled < target.length) {
				const piece = await some(target.length - filled);
				if (piece.length === 0) break;
				filled += piece.copy(target, filled);
			}
			return { filled };
		} catch (error) {
			return {
				filled,
				failure: { error }
			};
		}
	};
	const gather = async (size) => {
		const target = roomFor(size).subarray(0, size);
		const gathered = await gatherInto(target);
		if (gathered.failure !== void 0) throw gathered.failure.error;
		return target.subarray(0, gathered.filled);
	};
	const gatherIfThere = async (size) => {
		const target = roomFor(size).subarray(0, size);
		const gathered = await gatherInto(target);
		if (gathered.filled === size) return target;
		failure = gathered.failure;
		chunk = Buffer.from(target.subarray(0, gathered.filled));
		at = 0;
	};
	async function* rest() {
		const left = Buffer.from(chunk.subarray(at));
		at = chunk.length;
		if (left.length > 0) yield left;
		while (await advance()) yield Buffer.from(chunk);
	}
	const pass = (size) => {
		const isThere = chunk.length - at >= size;
		if (isThere) at += size;
		return isThere;
	};
	const back = (size) => {
		at -= size;
	};
	const close = async () => void await source.return?.();
	return {
		ready,
		pass,
		back,
		some,
		gather,
		gatherIfThere,
		rest,
		close
	};
};
// src/image/tar-entries.ts
var import_tar_stream = require_tar_stream();
const nothing$2 = {};
const reasonOf$1 = (error) => {
	if (error instanceof ImageError || error.code !== void 0) return error;
	const { message } = error;
	return new ImageError(message === "Unexpected end of data" ? "its tar ends early" : `its tar is damaged (${message})`);
};
/**
* Reads a tar as it comes; `apart` takes the headers that are no member's. Throws an ImageError where it is cut or damaged;
* errors of the stream itself pass through.
*/
async function* tarEntries(stream, apart = () => {}) {
	const reader = (0, import_tar_stream.extract)();
	setApart(reader, apart);
	const input = Readable.from(stream, {
		objectMode: false,
		highWaterMark: 1 << 18
	});
	let failure;
	input.on("error", (error) => {
		failure = error;
		reader.destroy(error);
	});
	reader.on("error", () => {});
	input.pipe(reader);
	let cut;
	/** Of a member that ends early this gives what there is of it. */
	async function* whatThereIs(entry) {
		try {
			for await (const chunk of entry) yield chunk;
		} catch (error) {
			cut = error;
		}
	}
	try {
		for await (const entry of reader) {
			const { name, type, linkname, pax } = entry.header;
			const content = type === "directory" ? Readable.from([]) : whatThereIs(entry);
			yield {
				name,
				type: type ?? "file",
				linkName: linkname ?? void 0,
				pax: pax ?? nothing$2,
				content
			};
			if (cut !== void 0) throw cut;
			if (type !== "directory") entry.resume();
		}
	} catch (error) {
		throw reasonOf$1(failure ?? error);
	} finally {
		input.destroy();
	}
}
/** Headers of other sizes and numbers are left to the library. */
const maxExtension = 1 << 20;
const maxRaw = 16;
const padding = (size) => -size & 511;
const endsEarly = () => new ImageError("its tar ends early");
const skip = async (cursor, size) => {
	for (let left = size; left > 0;) {
		const { length } = await cursor.some(left);
		if (length === 0) throw endsEarly();
		left -= length;
	}
};
/** Reads a header that tells of the next member; false for one that the library must read, also since it says something again. */
const readAhead = async (cursor, block, { kind, size }, ahead) => {
	ahead.raw.push(Buffer.from(block));
	if (size > maxExtension || ahead.raw.length > maxRaw) return false;
	const content = Buffer.from(await cursor.gather(size + padding(size)));
	if (content.length < size + padding(size)) throw endsEarly();
	ahead.raw.push(content);
	const told = content.subarray(0, size);
	if (kind === "records") {
		const isSecond = ahead.records !== void 0;
		ahead.records = recordsOf(told);
		return !isSecond && !isRepeating(told, ahead.records);
	}
	if (kind === "long-path") ahead.path = longTextOf(told);
	else ahead.link = longTextOf(told);
	return true;
};
const nothing$1 = {};
/** Undefined where the size is not to be understood. */
const joined = (header, { path, link, records = nothing$1 }) => {
	const said = records["size"] || void 0;
	const size = said === void 0 ? header.size : Number(said);
	if (said !== void 0 && !(/^\d{1,15}$/.test(said) && size >= 0)) return void 0;
	const name = records["path"] || path || header.name;
	return {
		...header,
		name,
		linkName: records["linkpath"] || link || header.linkName,
		size,
		pax: records
	};
};
/** What is left, beginning with headers that were read already. */
async function* rest(read, cursor) {
	yield* read;
	yield* cursor.rest();
}
/** A content while it is read: what there is of it, where it ends early, and then why. */
const openContent = (cursor, size) => {
	let left = size;
	let cut;
	async function* chunks() {
		while (left > 0 && cut === void 0) try {
			const piece = await cursor.some(left);
			if (piece.length === 0) throw endsEarly();
			left -= piece.length;
			yield piece;
		} catch (error) {
			cut = error;
		}
	}
	const close = async () => {
		if (cut !== void 0) throw cut;
		await skip(cursor, left);
		await skipPadding(cursor, padding(size));
	};
	return {
		chunks: chunks(),
		close
	};
};
/** The next block that is not empty; undefined at the end. */
const nextBlock = async (cursor) => {
	for (;;) {
		const block = cursor.ready(512) ?? await cursor.gather(512);
		if (block.length === 0) return void 0;
		if (block.length < 512) throw endsEarly();
		if (!isEmptyBlock(block)) return block;
	}
};
/** The next member, headers for the library with all that it has to see again, or undefined at the end. */
const nextMember = async (cursor) => {
	const ahead = { raw: [] };
	for (let block = await nextBlock(cursor); block !== void 0; block = await nextBlock(cursor)) {
		const header = plainHeader(block);
		if (header?.kind === "member") return joined(header, ahead) ?? [...ahead.raw, Buffer.from(block)];
		if (header === void 0) return [...ahead.raw, Buffer.from(block)];
		if (!await readAhead(cursor, block, header, ahead)) return ahead.raw;
	}
};
/** The next member where its header is the next thing in the chunk at hand, as most are. */
const memberAtHand = (cursor) => {
	const block = cursor.ready(512);
	const header = block === void 0 || isEmptyBlock(block) ? void 0 : plainHeader(block);
	if (header?.kind === "member") return {
		...header,
		pax: nothing$1
	};
	if (block !== void 0) cursor.back(512);
};
/** What follows a header: nothing behind a folder's, whatever its size says. */
const heldBy = ({ type, size }) => type === "directory" ? 0 : size;
/** A tar may end within the padding of its last member: umoci writes such, and Go, and so every engine, takes it (archive/tar, `tryReadFull`). */
const skipPadding = async (cursor, size) => {
	for (let left = size; left > 0;) {
		const { length } = await cursor.some(left);
		if (length === 0) return;
		left -= length;
	}
};
/** Skips padding; not async, since a wait for each member would be most of what reading its header costs. */
const passed = (cursor, size) => cursor.pass(size) ? void 0 : skipPadding(cursor, size);
const entryOf = ({ name, type, linkName, pax }, content) => ({
	name,
	type,
	linkName,
	pax,
	content
});
/**
* Reads a tar as it comes: what is plain in it here, and from the first header on that is not (a global one, another kind, records
* that replace others, a size in another notation, damage) by the library. Throws an ImageError where it is cut or damaged; errors of the stream itself pass through.
*/
async function* tarMembers(stream, { apart, room } = {}) {
	const cursor = createCursor(stream[Symbol.asyncIterator](), room);
	try {
		for (;;) {
			const next = memberAtHand(cursor) ?? await nextMember(cursor);
			if (next === void 0) return;
			if (!("kind" in next)) return yield* tarEntries(rest(next, cursor), apart);
			const held = heldBy(next);
			const whole = held > 4194304 ? void 0 : cursor.ready(held) ?? await cursor.gatherIfThere(held);
			if (whole === void 0) {
				const { chunks, close } = openContent(cursor, held);
				yield entryOf(next, chunks);
				await close();
			} else {
				yield entryOf(next, whole);
				await passed(cursor, padding(held));
			}
		}
	} finally {
		await cursor.close();
	}
}
// src/image/file-content.ts
const maxDepth = 4;
const maxName = 1024;
/** The directory of a zip stands at its end, so it is held whole. */
const maxZip = 128 << 20;
const maxSmallGzip = 32 << 20;
const shownAs = (file, inner) => `${file}${inner}`;
const lookInParts = async (scan, first, rest, inner) => {
	const parts = inspectInParts(scan.inspect, first);
	for await (const chunk of rest) parts.take(chunk);
	for (const hit of parts.end()) found(scan.gathering, {
		hit,
		file: scan.file,
		inner
	});
};
/** What is in an archive counts against its budget, and where it ends early the rest of it is a gap. */
async function* counted$1(scan, stream) {
	for await (const chunk of stream) {
		spend(scan, chunk.length);
		yield chunk;
	}
}
const disputedHeader = "a global header sets paths or sizes of its members, which readers take in different ways";
const lookInTar = async (scan, stream, inner, depth) => {
	const apart = ({ content, disputed }) => {
		look(scan, content, `${inner}!(header)`);
		if (disputed.length > 0) miss(scan.gathering, shownAs(scan.file, inner), disputedHeader);
	};
	const names = createNames(scan.gathering, scan.inspect, (path, what) => ({
		file: scan.file,
		inner: `${inner}!${path.slice(0, maxName)}${what}`
	}));
	for await (const member of tarMembers(stream, { apart })) {
		if (--scan.budget.members < 0) throw new ImageError(exceeded);
		scan.gathering.allowance.spend(costs.member);
		names.add(member, member.name);
		await lookAt(scan, member.content, `${inner}!${member.name.slice(0, maxName)}`, depth + 1);
	}
	names.end();
};
/** Archives that are unpacked from memory: a zip's directory stands at its end. */
const isHeldWhole = (kind) => kind === "zip" || kind === "ar";
/** Of an `ar` only a Debian package holds compressed members; a library is read as it is. */
const isDebianPackage = (head) => head.toString("latin1", 8, 21) === "debian-binary";
const lookInWhole = async (scan, archive, inner) => {
	for await (const member of unpack(archive)) {
		const path = `${inner}${member.inner}`;
		scan.gathering.allowance.spend(costs.member + (member.kind === "content" ? member.content.length : 0));
		if (member.kind === "content") look(scan, member.content, path);
		else if (member.kind === "limit") miss(scan.gathering, shownAs(scan.file, path), member.reason);
		else if (member.kind === "skipped") skip$1(scan.gathering, member.what, member.reason);
		else skip$1(scan.gathering, "archive", "damaged: scanned without unpacking the rest");
	}
};
const lookInCopy = async (scan, copy, inner) => {
	await lookInWhole(scan, copy, inner);
	giveBack(copy);
};
/** All of a stream, or undefined where it is larger than `maxZip`. */
const heldWhole = async (stream) => {
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size <= maxZip) chunks.push(chunk);
		else chunks.length = 0;
	}
	return size <= maxZip ? Buffer.concat(chunks) : void 0;
};
const lookInLargeWhole = async (scan, stream, inner) => {
	const archive = await heldWhole(stream);
	if (archive !== void 0) return lookInWhole(scan, archive, inner);
	miss(scan.gathering, shownAs(scan.file, inner), `a zip or package of more than ${maxZip} bytes: unpack it and scan its files`);
};
/** What lies beside compressed data, such as a table of contents; while the data itself is read, so its memory is its own. */
const besideOf = (scan, inner) => {
	const scratch = createScratch();
	return async (stream) => {
		const { content, beyond, whole } = await gather(scratch, stream, 0);
		if (!whole) return lookInParts(scan, content, following([beyond], stream), inner);
		if (content.length > 0) await lookInWhole(scan, Buffer.from(content), inner);
	};
};
const lookInCompressed = async (scan, stream, inner, depth) => {
	const { stream: unpacked } = await decompress(stream, {
		beside: besideOf(scan, `${inner}!(skippable frame)`),
		frame: () => scan.gathering.allowance.spend(costs.frame)
	});
	const { head, stream: content } = await peek(counted$1(scan, unpacked));
	if (archiveKind(head) === "tar") await lookInTar(scan, content, inner, depth);
	else await lookAt(scan, content, `${inner}!content`, depth + 1);
};
/** Damage inside an archive is told and the scan goes on: what is asked for is the image, whose own bytes are whole. */
const inArchive = async (scan, inner, work) => {
	try {
		await work();
		return "whole";
	} catch (error) {
		if (!(error instanceof ImageError) || error instanceof LimitError) throw error;
		if (error.message === exceeded || error instanceof RestError) miss(scan.gathering, shownAs(scan.file, inner), error.message);
		else skip$1(scan.gathering, "archive", "damaged: scanned without unpacking the rest");
		return "damaged";
	}
};
const nothing = { next: async () => ({
	done: true,
	value: void 0
}) };
const tooDeep = `archives nested more than ${maxDepth} deep: unpack it and scan its files`;
/** The only file of a small gzip, at once: a stream for each manual page would cost more. Undefined for a larger one. */
const smallGzip = (scratch, packed) => {
	const small = scratch.gunzip(packed);
	if (small !== void 0) {
		if (archiveKind(small.content) !== void 0) return void 0;
		return {
			text: small.content,
			name: gzipName(packed),
			rest: gzipRest(packed, small.taken)
		};
	}
	const { content: text, name, end, rest } = gunzip(packed, {
		bytes: maxSmallGzip,
		members: 1
	});
	return end === "whole" && archiveKind(text) === void 0 ? {
		text,
		name,
		rest
	} : void 0;
};
/** What is in a damaged archive without compression is there to see, also where its members end; each secret once. */
const lookAtDamaged = (scan, content, inner) => {
	const { gathering, inspect, file } = scan;
	const known = secretsIn(scan);
	const fresh = inspect(content).filter(({ secret }) => !known.has(secret));
	for (const hit of fresh) found(gathering, {
		hit,
		file,
		inner
	});
};
const lookInSmall = async (scan, kind, content, inner, depth) => {
	const small = kind === "gzip" ? smallGzip(scan.gathering.scratch, content) : void 0;
	if (small === void 0) {
		if (await lookInArchive(scan, kind, following([Buffer.from(content)], nothing), inner, depth) === "damaged") lookAtDamaged(scan, content, inner);
		return;
	}
	spend(scan, small.text.length + costs.member);
	look(scan, small.text, `${inner}!${small.name.slice(0, maxName) || "content"}`);
	if (small.rest.length > 0) await lookInWhole(scan, Buffer.from(small.rest), `${inner}!(rest)`);
};
/** Not async: most files are no archives, and are done with at once. */
const lookAtSmall = (scan, content, inner, depth) => {
	const kind = archiveKind(content);
	if (kind === void 0) return look(scan, content, inner);
	if (isHeldWhole(kind)) return lookInCopy(scan, Buffer.from(content), inner);
	return lookInSmall(scan, kind, content, inner, depth);
};
const lookInArchive = async (scan, kind, stream, inner, depth) => {
	const open = kind === "tar" ? lookInTar : lookInCompressed;
	const end = await inArchive(scan, inner, () => open(scan, stream, inner, depth));
	await drain(stream);
	return end;
};
/** By so much of a large file its kind is told. */
const headSize = 4096;
const lookAtLarge = async (scan, { content, beyond }, rest, inner, depth) => {
	const kind = archiveKind(content.subarray(0, headSize));
	const isRead = kind === void 0 || kind === "ar" && !isDebianPackage(content);
	const media = isRead ? mediaKind(content) : void 0;
	if (media !== void 0) skip$1(scan.gathering, media, whyPassedOver(media));
	if (media !== void 0) return drain(following([], rest));
	if (isRead) return lookInParts(scan, content, following([beyond], rest), inner);
	const stream = copied(following([content, beyond], rest));
	if (isHeldWhole(kind)) return lookInLargeWhole(scan, stream, inner);
	await lookInArchive(scan, kind, stream, inner, depth);
};
const isTooDeep = (scan, head, inner, depth) => {
	if (depth <= maxDepth || archiveKind(head) === void 0) return false;
	miss(scan.gathering, shownAs(scan.file, inner), tooDeep);
	return true;
};
const lookAtStream = async (scan, stream, inner, depth) => {
	const gathered = await gather(scan.gathering.scratch, stream, depth);
	const { content, whole } = gathered;
	if (content.length === 0) return;
	if (isTooDeep(scan, content, inner, depth)) return drain(following([], stream));
	if (whole) await lookAtSmall(scan, content, inner, depth);
	else await lookAtLarge(scan, gathered, stream, inner, depth);
};
const lookAt = (scan, content, inner, depth) => {
	if (!Buffer.isBuffer(content)) return lookAtStream(scan, content[Symbol.asyncIterator](), inner, depth);
	if (content.length > 0 && !isTooDeep(scan, content, inner, depth)) return lookAtSmall(scan, content, inner, depth);
};
/**
* Looks at one file of a layer: whole when it is small, else in parts; archives in it are opened. Chunks of a stream have to hold
* until the next is asked for, no longer; a whole content until the promise is kept, if there is one.
*/
const lookAtFile = (gathering, inspect, file, content) => lookAt(beginScan(gathering, inspect, file), content, "", 0);
/** Looks at what lies beside the data of a layer. */
const lookBeside = (gathering, inspect, file) => besideOf(beginScan(gathering, inspect, file), "");
// src/image/git-spill.ts
/** `.git` folders, those of submodules in them, and bare repositories. */
const inGit = /^(.*?(?:^|\/)[^/]*\.git(?:\/modules\/.+?)?)\/((?:objects|refs)\/.+|HEAD|packed-refs|shallow|[A-Z_]{1,30}_HEAD)$/;
const maxPath = 4096;
/** The only names under which anything is written: an object database has no others. */
const looseObject = /^objects\/([0-9a-f]{2})\/([0-9a-f]{38}|[0-9a-f]{62})$/;
const packFile = /^objects\/pack\/(pack-(?:[0-9a-f]{40}|[0-9a-f]{64})\.(?:pack|idx))$/;
const id = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const maxRefFile = 64 << 20;
const maxRefs = 1e5;
const maxBytes = 16 * 2 ** 30;
const maxObjects = 1e6;
/** Where an object's file goes: a name of ours, made of digits. */
const objectName = (path) => {
	const [, folder, rest] = looseObject.exec(path) ?? [];
	if (folder !== void 0) return `${folder}/${rest}`;
	const pack = packFile.exec(path)?.[1];
	return pack === void 0 ? void 0 : `pack/${pack}`;
};
const addRef = ({ refs }, name, text) => {
	const value = text.trim();
	if (refs.size < maxRefs && (id.test(value) || value.startsWith("ref: "))) refs.set(name, value);
};
const addPackedRefs = (repository, text) => {
	for (const line of text.split("\n")) {
		const space = line.indexOf(" ");
		const name = line.slice(space + 1);
		if (space > 0 && !line.startsWith("#") && !repository.refs.has(name)) addRef(repository, name, line.slice(0, space));
	}
};
const readText = async (content) => {
	const chunks = [];
	let size = 0;
	for await (const chunk of content) {
		size += chunk.length;
		if (size <= maxRefFile) chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
};
/** Removes what was spilled of repositories. */
const removeSpilled = async (repositories) => {
	for (const { objects } of repositories) await rm(objects, {
		recursive: true,
		force: true
	});
};
/** Collects the repositories of one layer; says when it writes an object. */
const createGitSpill = (onObject) => {
	const growing = /* @__PURE__ */ new Map();
	let bytes = 0;
	let objects = 0;
	const repositoryAt = async (path, file) => {
		const known = growing.get(path);
		if (known !== void 0) return known;
		const created = {
			path,
			mark: file,
			folder: await privateFolder(),
			refs: /* @__PURE__ */ new Map(),
			shallow: [],
			idLength: 40
		};
		growing.set(path, created);
		return created;
	};
	const write = async (repository, name, content) => {
		onObject();
		if (++objects > maxObjects) throw new ImageError(`its repositories have more than ${maxObjects} files`);
		const file = join(repository.folder.path, name);
		await mkdir(dirname(file), {
			recursive: true,
			mode: 448
		});
		async function* counted() {
			for await (const chunk of content) {
				bytes += chunk.length;
				if (bytes > maxBytes) throw new ImageError(`its repositories have more than ${maxBytes} bytes`);
				yield chunk;
			}
		}
		await pipeline(counted(), createWriteStream(file, {
			mode: 384,
			flags: "w"
		}));
		if (/[0-9a-f]{62}/.test(name)) repository.idLength = 64;
	};
	const note = (repository, inner, text) => {
		if (inner === "packed-refs") addPackedRefs(repository, text);
		else if (inner === "shallow") repository.shallow.push(...text.split("\n").filter((line) => id.test(line)));
		else addRef(repository, inner, text);
	};
	const take = async (path, content) => {
		const [, folder, inner] = path.length > maxPath ? [] : inGit.exec(path) ?? [];
		if (folder === void 0 || inner === void 0) return content;
		const name = objectName(inner);
		if (name !== void 0) {
			await write(await repositoryAt(folder, path), name, content);
			return;
		}
		if (inner.startsWith("objects/")) return content;
		const text = await readText(content);
		note(await repositoryAt(folder, path), inner, text);
		return Readable.from([Buffer.from(text)]);
	};
	return {
		concerns: (path) => path.includes(".git/"),
		take,
		repositories: () => [...growing.values()].map(({ folder, ...rest }) => ({
			...rest,
			objects: folder.path
		}))
	};
};
// src/image/shadow.ts
const whiteout = ".wh.";
const opaque = ".wh..wh..opq";
/** A part of a path that `normalize` would take away, a slash at its end too. */
const oddPart = /(?:^|\/)\.{0,2}(?:\/|$)/;
/** As the paths of all layers are compared: without a leading slash or dot. */
const normalPath = (name) => {
	const path = name.startsWith("./") ? name.slice(2) : name;
	if (path !== "" && !oddPart.test(path)) return path;
	return posix.normalize(name).replace(/^(?:\.{0,2}\/)+/, "").replace(/\/$/, "");
};
/** Of a whiteout file; such files are no content. */
const isWhiteout = (path) => path.startsWith(whiteout, path.lastIndexOf("/") + 1);
/** FNV-1a over UTF-16 units, twice with other seeds, as one number of 52 bits: millions of paths, eight bytes each. */
const hashOf = (kind, path) => {
	let low = 2166136261 ^ kind;
	let high = 3421674724 ^ kind;
	for (let at = 0; at < path.length; at++) {
		const unit = path.charCodeAt(at);
		low = Math.imul(low ^ unit, 16777619);
		high = Math.imul(high ^ unit, 16777623);
	}
	return (high >>> 12) * 2 ** 32 + (low >>> 0);
};
const entryKind = 1;
const solidKind = 2;
const whiteoutKind = 3;
const opaqueKind = 4;
const ancestorsOf = (path) => {
	const ancestors = [];
	for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) ancestors.push(path.slice(0, at));
	return [...ancestors, ""];
};
const search = (sorted, value) => sorted[partitionPoint(sorted.length, (place) => sorted[place] < value)] === value;
const createShadow = () => {
	let hashes = /* @__PURE__ */ new Float64Array(1024);
	let count = 0;
	const push = (kind, path) => {
		if (count === hashes.length) {
			const larger = new Float64Array(hashes.length * 2);
			larger.set(hashes);
			hashes = larger;
		}
		hashes[count++] = hashOf(kind, path);
	};
	const add = (path, isDirectory) => {
		if (!isWhiteout(path)) {
			push(entryKind, path);
			if (!isDirectory) push(solidKind, path);
			return;
		}
		const [folder, name] = [posix.dirname(path) === "." ? "" : posix.dirname(path), posix.basename(path)];
		if (name === opaque) push(opaqueKind, folder);
		else push(whiteoutKind, posix.join(folder, name.slice(4)));
	};
	return {
		add,
		build: () => hashes.slice(0, count).sort()
	};
};
const shadowFrom = (paths) => {
	const has = (kind, path) => search(paths, hashOf(kind, path));
	const on = (path) => {
		if (has(entryKind, path)) return "overwritten";
		if (has(whiteoutKind, path)) return "deleted";
		return ancestorsOf(path).some((folder) => has(whiteoutKind, folder) || has(opaqueKind, folder) || folder !== "" && has(solidKind, folder)) ? "deleted" : void 0;
	};
	return { on };
};
// src/image/verified.ts
/** Checks what passes by; the ends are checked when all has passed. */
async function* verified(stream, check, what, size) {
	let seen = 0;
	for await (const chunk of stream) {
		seen += chunk.length;
		if (size !== void 0 && seen > size) throw new ImageError(`${what} is longer than its ${size} bytes`);
		check.hash.update(chunk);
		yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
	}
	if (size !== void 0 && seen < size) throw new ImageError(`${what} ends after ${seen} of ${size} bytes`);
	check.verify(what);
}
// src/image/layer.ts
const usualLimits = {
	entries: 5e6,
	ratio: 200,
	bytes: 4 * 2 ** 30,
	work: usualWork
};
async function* bounded(stream, stored, { ratio, bytes }, { spend }) {
	const limit = Math.max(bytes, stored * ratio);
	let size = 0;
	for await (const chunk of stream) {
		spend(chunk.length);
		size += chunk.length;
		if (size > limit) throw new ImageError(`it unpacks to more than ${limit} bytes`);
		yield chunk;
	}
}
const isEmptyTar = (head) => head.every((byte) => byte === 0);
async function* counted(stream, { spend }) {
	for await (const chunk of stream) {
		spend(chunk.length);
		yield chunk;
	}
}
/** The unpacked bytes of a layer, its digests checked while they pass. */
const openLayer = async (blob, { descriptor, diffId }, { limits, allowance }, beside) => {
	allowance.spend(costs.layer);
	const check = checkDigest(descriptor.digest);
	const stored = verified(counted(blob, allowance), check, "it", descriptor.size);
	const { compression, stream } = await decompress(stored, {
		beside,
		frame: () => allowance.spend(costs.frame)
	});
	const isSame = compression === "none" && diffId === descriptor.digest;
	const plain = bounded(stream, descriptor.size, limits, allowance);
	const checked = diffId === void 0 || isSame ? plain : verified(plain, checkDigest(diffId), "what it unpacks to");
	return {
		check,
		compression,
		...await peek(checked)
	};
};
const isFile = (path, { type }) => (type === "file" || type === "contiguous-file") && !isWhiteout(path);
/** Of these Go, and so every engine, takes what follows for further members, whatever size the header gives (archive/tar, `isHeaderOnly`). */
const headerOnly = /* @__PURE__ */ new Set([
	"link",
	"symlink",
	"character-device",
	"block-device",
	"fifo"
]);
const contentOfLink = "a link or device with content, which engines read as further files";
const begun = async (content) => {
	if (Buffer.isBuffer(content)) return {
		head: content,
		content
	};
	const { head, stream } = await peek(content, 1);
	return {
		head,
		content: stream
	};
};
const lookBehind = async (path, entry, { gathering, inspect }) => {
	const { head, content } = await begun(entry.content);
	if (head.length === 0) return;
	await lookAtFile(gathering, inspect, path, content);
	if (headerOnly.has(entry.type)) miss(gathering, path.slice(0, 200), contentOfLink);
};
/** Links, devices and whiteouts have no content; what their header lets follow all the same is downloaded like any other. */
const isBare = ({ type, content }) => type === "directory" || Buffer.isBuffer(content) && content.length === 0;
const lookInRepository = async (path, content, { gathering, spill, inspect }) => {
	const rest = await spill.take(path, Buffer.isBuffer(content) ? only(Buffer.from(content)) : copied(content));
	if (rest !== void 0) await lookAtFile(gathering, inspect, path, rest);
};
/** Not async: most files are done with at once. */
const lookInEntry = (path, entry, means) => {
	const { gathering, spill, inspect } = means;
	if (!isFile(path, entry)) return isBare(entry) ? void 0 : lookBehind(path, entry, means);
	if (spill.concerns(path)) return lookInRepository(path, entry.content, means);
	return lookAtFile(gathering, inspect, path, entry.content);
};
const readEntry = (path, entry, means) => {
	const { gathering, names, allowance } = means;
	allowance.spend(costs.member);
	names.add(entry, path);
	if (isFile(path, entry)) gathering.files++;
	return lookInEntry(path, entry, means);
};
/** Types of layers that are tars; other artifacts may store any file. */
const isLayerType = (mediaType) => /tar|diff|layer/.test(mediaType);
const noTar = (compression) => `it is no tar${compression === "none" ? ", nor compressed in a way that is read here" : ""}`;
/** What a tar says beside its members. */
const takeApart = ({ gathering, inspect }) => ({ kind, content, disputed }) => {
	const file = kind === "global" ? "(global header)" : "(repeated header)";
	for (const hit of inspect(content)) found(gathering, {
		hit,
		file,
		inner: ""
	});
	const words = `it sets the ${disputed.join(", ")} of all files after it, which engines take in different ways`;
	if (disputed.length > 0) miss(gathering, "a global header", words);
};
const readTar = async (stream, shadow, means) => {
	const { limits, signal } = means;
	const room = (size) => means.gathering.scratch.room(0, size, 0);
	let entries = 0;
	for await (const entry of tarMembers(stream, {
		apart: takeApart(means),
		room
	})) {
		if (++entries > limits.entries) throw new ImageError(`it has more than ${limits.entries} entries`);
		if (signal?.aborted === true) throw new ImageError("interrupted");
		const path = normalPath(entry.name);
		const reading = readEntry(path, entry, means);
		if (reading !== void 0) await reading;
		shadow.add(path, entry.type === "directory");
	}
	for await (const _ of stream);
};
const readContent = async (stored, task, shadow, means) => {
	const { gathering, inspect } = means;
	const beside = lookBeside(gathering, inspect, "(skippable frame)");
	const { check, compression, head, stream } = await openLayer(stored, task, means, beside);
	const tallied = tally(stream, gathering);
	if (head.length === 0 || isTarHeader(head) || isEmptyTar(head)) {
		await readTar(tallied, shadow, means);
		return check;
	}
	if (isLayerType(task.descriptor.mediaType)) {
		for await (const _ of tallied);
		throw new ImageError(noTar(compression));
	}
	const name = task.descriptor.annotations?.["org.opencontainers.image.title"] ?? `blob ${task.descriptor.digest}`;
	await lookAtFile(gathering, inspect, normalPath(name.slice(0, 1024)), tallied);
	return check;
};
const isForeign = ({ mediaType, urls = [] }) => /foreign|nondistributable/.test(mediaType) || urls.length > 0;
const reasonOf = (error, { descriptor }) => isForeign(descriptor) ? `${error.message}; a foreign layer, which is fetched from elsewhere` : error.message;
/** Checks a layer as it is stored, and gives the key of what was sealed about it. Throws an ImageError for one that is something else. */
const keyOfLayer = async (blob, { descriptor }, { allowance }) => {
	const check = checkDigest(descriptor.digest);
	for await (const _ of verified(counted(blob, allowance), check, "it", descriptor.size));
	return check.key();
};
/** Reads only what a layer does to those below it: of one that is known to hold nothing else of interest. */
const readShadow = async (stored, task, { limits, allowance }) => {
	const shadow = createShadow();
	const { head, stream } = await openLayer(stored, task, {
		limits,
		allowance
	});
	if (!isTarHeader(head)) return shadow.build();
	let entries = 0;
	for await (const { name, type } of tarMembers(stream)) {
		allowance.spend(costs.member);
		if (++entries > limits.entries) throw new ImageError(`it has more than ${limits.entries} entries`);
		shadow.add(normalPath(name), type === "directory");
	}
	return shadow.build();
};
/**
* Reads a layer as it comes, and gives what it found even when it could not read to the end: that is in `missing`. Chunks of what is
* stored have to hold until the next is asked for, no longer.
*/
const readLayer = async (stored, task, options) => {
	const gathering = createGathering(options.allowance);
	const shadow = createShadow();
	const names = createNames(gathering, options.inspect);
	const spill = createGitSpill(() => options.allowance.spend(costs.frame));
	const note = (error) => {
		if (!(error instanceof ImageError) && error.code === void 0) throw error;
		const reason = reasonOf(error, task);
		if (gathering.missing.at(-1)?.reason !== reason) miss(gathering, `layer ${task.descriptor.digest}`, reason);
	};
	const check = await readContent(stored, task, shadow, {
		...options,
		gathering,
		names,
		spill
	}).catch(note);
	await Promise.resolve().then(names.end).catch(note);
	gathering.scratch.close();
	const { scratch: _, allowance: __, ...rest } = gathering;
	return {
		...rest,
		paths: shadow.build(),
		repositories: spill.repositories(),
		key: check?.key()
	};
};
async function* tally(stream, gathering) {
	for await (const chunk of stream) {
		gathering.bytes += chunk.length;
		yield chunk;
	}
}
export { verified as a, removeSpilled as c, createGathering as d, miss as f, sharedAllowance as g, createAllowance as h, usualLimits as i, lookAtFile as l, costs as m, readLayer as n, createShadow as o, skip$1 as p, readShadow as r, shadowFrom as s, keyOfLayer as t, inspectNotes as u };
