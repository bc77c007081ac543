import { t as createDeflate } from "./kernel.js";
import { S as isTooLarge, a as frameUnpacker, c as unpackerOf, g as gzipHeaderSize, m as recordsOf, n as isSkippableMagic, o as notRead, s as squeezedKind, y as gzipTexts } from "./zstd.js";
import { a as isUnsupported, i as isDamage } from "./damage.js";
import { i as RestError, n as ImageError } from "./image-error.js";
import { i as givenBack, n as inflaterOf, r as giveBack } from "./inflater.js";
import * as zlib from "node:zlib";
import { readSync } from "node:fs";
import { join, posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/kernel/deflated.ts
/** As zlib's errors are. */
const damaged$1 = (message) => Object.assign(new Error(message), { code: "Z_DATA_ERROR" });
/** How `continueDeflate` ends (src/kernel/assembly/deflate.ts). */
const [moreInput, moreRoom, ended] = [
	0,
	1,
	2
];
/** So few bytes that they are still in the processor's cache when they are looked at. */
const chunkSize = 1 << 18;
/** How far back matches reach. */
const windowSize = 32768;
const inputRoom = 263472;
const createDeflated = () => {
	const { room, address, beginDeflate, continueDeflate, inputAt, outputAt } = createDeflate(558688);
	const input = address;
	const output = address + inputRoom;
	const full = output + windowSize + chunkSize;
	let waiting = 0;
	let window = output;
	let at = output;
	const begin = () => {
		beginDeflate();
		waiting = 0;
		window = at = output;
	};
	/** Keeps what matches may reach. */
	const makeRoom = () => {
		if (at < full) return;
		room.copyWithin(output - address, at - windowSize - address, at - address);
		window = output;
		at = output + windowSize;
	};
	/** Adds a piece to what is waiting, as far as it fits; gives how much of it. */
	const fill = (piece, from) => {
		const length = Math.min(piece.length - from, 263168 - waiting);
		room.set(piece.subarray(from, from + length), waiting);
		waiting += length;
		return length;
	};
	/** Unpacks what is waiting; gives whether the stream has ended. */
	function* unpack() {
		let status = moreRoom;
		for (let used = input; status === moreRoom;) {
			const until = input + waiting;
			const start = at;
			status = continueDeflate(used, until, until, window, at, full);
			used = inputAt();
			at = outputAt();
			if (at > start) yield room.subarray(start - address, at - address);
			makeRoom();
			if (status === moreRoom) continue;
			room.copyWithin(0, used - input, waiting);
			waiting -= used - input;
		}
		if (status < moreInput) throw damaged$1("invalid deflate data");
		return status === ended;
	}
	function* take(piece) {
		for (let from = 0; from < piece.length;) {
			from += fill(piece, from);
			if (yield* unpack()) return from - waiting;
		}
	}
	return {
		begin,
		take
	};
};
// src/image/gzip-inflater.ts
/** Absent from Node before 20.15 and 22.2. */
const { crc32: crc32$1 } = zlib;
/** Whether this Node can do the former. */
const canCheckHere = crc32$1 !== void 0;
const early$2 = () => Object.assign(/* @__PURE__ */ new Error("unexpected end of file"), { code: "Z_BUF_ERROR" });
/** Each has a megabyte of memory: those that are done with serve again. */
const idle = [];
/** Flags that RFC 1952 keeps for later. */
const reserved$1 = 224;
/** Longer headers are none: names and comments, which have no limit in RFC 1952, are short. */
const maxHeader$1 = 1 << 20;
const trailerSize = 8;
/** And the only method there is (RFC 1952, section 2.3). */
const magic = Buffer.from([
	31,
	139,
	8
]);
const nothing$1 = Buffer.alloc(0);
const inflaterByKernel = (checked) => {
	const deflated = idle.pop() ?? createDeflated();
	let state = "header";
	let held = nothing$1;
	let crc = 0;
	let size = 0;
	let isClosed = false;
	/** Holds bytes of a piece until there are so many; gives how many it took. */
	const hold = (piece, from, length) => {
		const more = piece.subarray(from, from + length - held.length);
		held = held.length === 0 ? Buffer.from(more) : Buffer.concat([held, more]);
		return more.length;
	};
	const beginBody = () => {
		deflated.begin();
		held = nothing$1;
		crc = size = 0;
		state = "body";
	};
	/** Takes what a header has of a piece; gives how much. */
	const takeHeader = (piece, from) => {
		const before = held.length;
		const seen = before === 0 ? piece.subarray(from) : Buffer.concat([held, piece.subarray(from)]);
		if (!magic.subarray(0, seen.length).equals(seen.subarray(0, magic.length))) throw damaged$1("incorrect header check");
		if ((seen[3] & reserved$1) !== 0) throw damaged$1("unknown header flags set");
		const length = gzipHeaderSize(seen);
		if (length !== void 0) {
			beginBody();
			return length - before;
		}
		if (seen.length > maxHeader$1) throw damaged$1("header too long");
		held = Buffer.from(seen);
		state = "header";
		return piece.length - from;
	};
	const takeTrailer = (piece, from) => {
		const taken = hold(piece, from, trailerSize);
		if (held.length < trailerSize) return taken;
		if (checked === "here" && held.readUInt32LE(0) !== crc) throw damaged$1("incorrect data check");
		if (held.readUInt32LE(4) !== size % 2 ** 32) throw damaged$1("incorrect length check");
		held = nothing$1;
		state = "between";
		return taken;
	};
	function* takeBody(piece) {
		const chunks = deflated.take(piece);
		let step = chunks.next();
		for (; step.done !== true; step = chunks.next()) {
			if (checked === "here") crc = crc32$1(step.value, crc);
			size += step.value.length;
			yield step.value;
		}
		if (step.value !== void 0) state = "trailer";
		return step.value ?? piece.length;
	}
	const isOver = (next) => {
		if (state === "between" && next === 0) state = "over";
		return state === "over";
	};
	const takeAround = (piece, from) => state === "trailer" ? takeTrailer(piece, from) : takeHeader(piece, from);
	function* take(piece) {
		let at = 0;
		while (at < piece.length && !isOver(piece[at])) at += state === "body" ? yield* takeBody(piece.subarray(at)) : takeAround(piece, at);
		return at;
	}
	function* end() {
		if (state !== "between" && state !== "over") throw early$2();
	}
	const close = () => {
		if (!isClosed) idle.push(deflated);
		isClosed = true;
	};
	return {
		take,
		end,
		close
	};
};
/**
* Unpacks gzip by the kernel, a fifth faster than zlib does (bench/image.md): members one after the other, and to a zero byte behind one, as
* of padding (as Node's zlib does).
*/
const gzipInflater = (checked) => checked === "here" && !canCheckHere ? void 0 : inflaterByKernel(checked);
// src/image/held-whole.ts
/** What cannot be read as it comes is held whole: a zip's directory stands at its end. */
const maxHeld = 128 << 20;
/** All of a stream, which is read to its end, or undefined where it is larger than `maxHeld`. */
const heldWhole = async (stream) => {
	const chunks = [];
	let size = 0;
	for (let next = await stream.next(); next.done !== true; next = await stream.next()) {
		size += next.value.length;
		if (size <= 134217728) chunks.push(Buffer.from(next.value));
		else chunks.length = 0;
	}
	return size <= 134217728 ? Buffer.concat(chunks) : void 0;
};
// src/image/zstd-frames.ts
const damaged = "its zstd data is damaged";
const early$1 = "its zstd data ends early";
const takerOf = (source) => {
	let held = Buffer.alloc(0);
	const fill = async () => {
		while (held.length === 0) {
			const { value, done } = await source.next();
			if (done === true) return false;
			held = value;
		}
		return true;
	};
	async function* pieces(length) {
		for (let left = length; left > 0;) {
			if (!await fill()) throw new ImageError(early$1);
			const piece = held.subarray(0, left);
			held = held.subarray(piece.length);
			left -= piece.length;
			yield piece;
		}
	}
	const exactly = async (length) => {
		if (!await fill()) return void 0;
		const bytes = Buffer.alloc(length);
		let filled = 0;
		for await (const piece of pieces(length)) filled += piece.copy(bytes, filled);
		return bytes;
	};
	return {
		exactly,
		pieces
	};
};
const need = async (taker, length) => {
	const bytes = await taker.exactly(length);
	if (bytes === void 0) throw new ImageError(early$1);
	return bytes;
};
/** Bytes of the frame header after its descriptor (RFC 8878, section 3.1.1.1). */
const headerSize = (descriptor) => {
	const isSingle = (descriptor & 32) !== 0;
	const contentSize = [
		isSingle ? 1 : 0,
		2,
		4,
		8
	][descriptor >>> 6];
	return (isSingle ? 0 : 1) + [
		0,
		1,
		2,
		4
	][descriptor & 3] + contentSize;
};
const runLength = 1;
const reserved = 3;
/** Passes on the blocks of a frame (section 3.1.1.2): three bytes of header, the size in all but the lowest three bits. */
async function* readFrame(taker, start) {
	const [descriptor] = await need(taker, 1);
	yield Buffer.concat([
		start,
		Buffer.of(descriptor),
		await need(taker, headerSize(descriptor))
	]);
	for (let isLast = false; !isLast;) {
		const head = await need(taker, 3);
		const word = head.readUIntLE(0, 3);
		const kind = word >>> 1 & 3;
		if (kind === reserved) throw new ImageError(damaged);
		isLast = (word & 1) === 1;
		yield head;
		yield* taker.pieces(kind === runLength ? 1 : word >>> 3);
	}
	if ((descriptor & 4) !== 0) yield need(taker, 4);
}
/** Parts a zstd stream into its frames, since Node's decompressor stops after the first; skippable frames go elsewhere. */
async function* zstdFrames(source, beside) {
	const taker = takerOf(source);
	for (let start = await taker.exactly(4); start !== void 0; start = await taker.exactly(4)) {
		const word = start.readUInt32LE(0);
		if (isSkippableMagic(word)) await beside(taker.pieces((await need(taker, 4)).readUInt32LE(0)));
		else if (word === 4247762216) yield readFrame(taker, start);
		else throw new ImageError(damaged);
	}
}
// src/image/zstd-inflater.ts
const early = () => Object.assign(/* @__PURE__ */ new Error("unexpected end of file"), { code: "ZSTD_error" });
const nothing = Buffer.alloc(0);
/** Unpacks one frame with a decoder of the library. */
const inflateWith = ({ write }) => {
	const target = Buffer.allocUnsafeSlow(1 << 17);
	let hasEnded = false;
	function* take(piece) {
		for (let from = 0;;) {
			const { taken, filled, isEnd } = write(piece, from, target);
			from += taken;
			hasEnded = isEnd;
			if (filled > 0) yield target.subarray(0, filled);
			if (isEnd || from === piece.length && filled < target.length) return from;
		}
	}
	function* end() {
		if (!hasEnded) yield* take(nothing);
		if (!hasEnded) throw early();
	}
	return {
		take,
		end,
		close: () => {}
	};
};
/** Absent from Node before 22.15. */
const isBuiltIn = typeof zlib.createZstdDecompress === "function";
const zstdInflater = async () => {
	if (isBuiltIn) return inflaterOf("zstd");
	const { loadZstd } = await import("./zstd-library.js");
	return inflateWith((await loadZstd())());
};
// src/image/compression.ts
const magics = [["gzip", Buffer.from([
	31,
	139,
	8
])], ["zstd", Buffer.from([
	40,
	181,
	47,
	253
])]];
/** Skippable frames, which may begin a zstd stream, as those of zstd:chunked do (RFC 8878, section 3.1.2). */
const isSkippableFrame = (head) => head.length >= 4 && isSkippableMagic(head.readUInt32LE(0));
/** How bytes are compressed, by the first of them, never by a name or media type. */
const compressionOf = (head) => {
	if (isSkippableFrame(head)) return "zstd";
	return magics.find(([, magic]) => head.subarray(0, magic.length).equals(magic))?.[0] ?? squeezedKind(head) ?? "none";
};
const zeros = Buffer.alloc(65536);
const isPadding = (bytes) => {
	for (let at = 0; at < bytes.length; at += zeros.length) if (zeros.compare(bytes, at, Math.min(at + zeros.length, bytes.length), 0, Math.min(zeros.length, bytes.length - at)) !== 0) return false;
	return true;
};
const explain = (error, packing) => {
	const { code, message } = error;
	if (error instanceof ImageError || code === void 0) return error;
	return new ImageError(code === "Z_BUF_ERROR" || message === "unexpected end of file" ? `its ${packing} data ends early` : `its ${packing} data is damaged`);
};
/**
* Reads all of the source, even when the data ends before: whoever hashes the source must see its end. Gunzip ends at a zero byte
* behind a member, whatever follows it.
*/
async function* unpacked(source, packing, inflater) {
	let hasEnded = false;
	let isSomethingLost = false;
	try {
		for (let next = await source.next(); next.done !== true; next = await source.next()) {
			const piece = next.value;
			const taken = hasEnded ? 0 : yield* inflater.take(piece);
			hasEnded ||= taken < piece.length;
			isSomethingLost ||= hasEnded && !isPadding(piece.subarray(taken));
		}
		yield* inflater.end();
	} catch (error) {
		throw explain(error, packing);
	} finally {
		inflater.close();
		await source.return?.();
	}
	if (isSomethingLost) throw new RestError(`bytes follow the end of its ${packing} data`);
}
/** Small frames, as there are one a file in zstd:chunked, are unpacked at once: a stream for each would cost more. */
const maxSmallFrame = 1 << 18;
const maxSmallContent = 8 << 20;
const unpackSmall = (unpack, frame) => {
	try {
		return unpack(frame, maxSmallContent).content;
	} catch (error) {
		if (isTooLarge(error)) return void 0;
		throw new ImageError("its zstd data is damaged");
	}
};
const drop = async (content) => {
	for await (const _ of content);
};
async function* unpackedFrames(source, { beside = drop, frame: onFrame = () => {} }) {
	try {
		const unpack = await frameUnpacker();
		for await (const frame of zstdFrames(source, beside)) {
			onFrame();
			const { chunks, whole } = await gatherUpTo(frame, maxSmallFrame);
			const small = whole ? unpackSmall(unpack, Buffer.concat(chunks)) : void 0;
			if (small !== void 0) yield small;
			else yield* unpacked(startingWith(chunks, frame), "zstd", await zstdInflater());
		}
	} finally {
		await source.return?.();
	}
}
const explainSqueezed = (error, kind) => {
	if (isUnsupported(error)) return new ImageError(`it is ${notRead(kind)}`);
	return isDamage(error) ? new ImageError(`its ${kind} data is damaged or ends early`) : error;
};
/** Of a piece that holds next to nothing its making is what it costs. */
const smallPiece = 4096;
function* smallCounted(pieces, onPiece) {
	let step = pieces.next();
	for (; step.done !== true; step = pieces.next()) {
		if (step.value.length < smallPiece) onPiece();
		if (step.value.length > 0) yield step.value;
	}
	return step.value;
}
/** What Node has no decompressor for is held whole while it is unpacked. */
async function* unpackedWhole(source, kind, { frame: onPiece = () => {} }) {
	const packed = await heldWhole(source);
	if (packed === void 0) throw new ImageError(`it is more than ${maxHeld} bytes of ${kind}: compress it by gzip or zstd, or unpack it`);
	const unpack = await unpackerOf(kind);
	try {
		const taken = yield* smallCounted(unpack(packed), onPiece);
		if (!isPadding(packed.subarray(taken))) throw new RestError(`bytes follow the end of its ${kind} data`);
	} catch (error) {
		throw explainSqueezed(error, kind);
	} finally {
		giveBack(packed);
	}
}
/** Puts back what was read to see how something begins, also what went wrong meanwhile. */
async function* startingWith(head, rest, failure = []) {
	try {
		yield* head;
		if (failure.length > 0) throw failure[0];
		for (;;) {
			const { value, done } = await rest.next();
			if (done === true) return;
			yield value;
		}
	} finally {
		await rest.return?.();
	}
}
const sniffed = 512;
/** What a gzip's header may say: a field of up to 64 KiB, a name and a comment. */
const maxHeader = 1 << 17;
/** The first bytes of a stream, and all of it. */
const peek = async (source, length = sniffed) => {
	const iterator = toBuffers(source)[Symbol.asyncIterator]();
	const chunks = [];
	const failure = [];
	await gatherUpTo(iterator, length, chunks).catch((error) => failure.push(error));
	const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
	return {
		head: Buffer.concat(chunks, Math.min(size, length)),
		stream: startingWith(chunks, iterator, failure)
	};
};
/** Reads until there are so many bytes, or no more. */
const gatherUpTo = async (source, length, chunks = []) => {
	let size = 0;
	while (size < length) {
		const last = chunks.pop();
		if (last !== void 0) chunks.push(Buffer.from(last));
		const { value, done } = await source.next();
		if (done === true) return {
			chunks,
			whole: true
		};
		chunks.push(value);
		size += value.length;
	}
	return {
		chunks,
		whole: false
	};
};
async function* toBuffers(source) {
	for await (const chunk of source) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
/**
* Unpacks what is compressed, by its content. Chunks hold until the next is asked for, those of the source as those of what it unpacks
* to.
*/
const decompress = async (source, meanwhile = {}) => {
	const { head, stream } = await peek(source);
	const compression = compressionOf(head);
	if (compression === "none") return {
		compression,
		stream
	};
	if (compression === "zstd") return {
		compression,
		stream: unpackedFrames(stream, meanwhile)
	};
	if (compression !== "gzip") return {
		compression,
		stream: unpackedWhole(stream, compression, meanwhile)
	};
	const inflater = () => gzipInflater(meanwhile.checked ?? "here") ?? inflaterOf(compression);
	if (gzipTexts(head).length === 0) return {
		compression,
		stream: unpacked(stream, compression, inflater())
	};
	const more = await peek(stream, maxHeader);
	meanwhile.header?.(more.head);
	return {
		compression,
		stream: unpacked(more.stream, compression, inflater())
	};
};
// src/image/stored-file.ts
/** A blob that is a file, which is looked for when it is read. */
const storedIn = (find) => {
	async function* read() {
		yield* (await find()).read();
	}
	return {
		[Symbol.asyncIterator]: read,
		onDisk: async () => (await find()).open()
	};
};
const partSize = 1 << 18;
/** Reads on this thread, always into the same memory: each chunk holds until the next is asked for. */
async function* readPart({ descriptor, start, size }, isStopped) {
	const room = Buffer.allocUnsafeSlow(Math.min(partSize, Math.max(size, 1)));
	for (let done = 0; done < size;) {
		if (isStopped()) throw new ImageError("interrupted");
		const length = readSync(descriptor, room, 0, Math.min(room.length, size - done), start + done);
		if (length === 0) return;
		done += length;
		yield room.subarray(0, length);
	}
}
/** Reads a blob on the main thread, which hears of interrupts between chunks. Each holds until the next is asked for. */
async function* readHere(stored, isStopped) {
	const opened = await stored.onDisk?.().catch(() => void 0);
	if (opened === void 0) return yield* givenBack(stored);
	try {
		for await (const chunk of readPart(opened.part, isStopped)) {
			yield chunk;
			await setImmediate();
		}
	} finally {
		await opened.close();
	}
}
/** The first bytes of a file. */
const headOf = async (file, length) => {
	const chunks = [];
	let size = 0;
	for await (const chunk of file.read()) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= length) break;
	}
	return Buffer.concat(chunks).subarray(0, length);
};
// src/image/tar-header.ts
const textAt = (header, start, end) => {
	const field = header.subarray(start, end);
	const zero = field.indexOf(0);
	return field.toString("utf8", 0, zero === -1 ? field.length : zero);
};
/** Octal digits, or a big-endian number when the first bit is set (GNU). */
const numberAt = (header, start, length) => {
	if ((header[start] & 128) === 0) return Number.parseInt(textAt(header, start, start + length).trim() || "0", 8);
	let value = header[start] & 127;
	for (let at = start + 1; at < start + length; at++) value = value * 256 + header[at];
	return value;
};
const checksumAt = 148;
/** The sum of a header's bytes, its own field counted as spaces (POSIX.1-1988, "ustar"). */
const isTarHeader = (header) => {
	if (header.length < 512) return false;
	let sum = 256;
	for (let at = 0; at < 512; at++) if (at < checksumAt || at >= 156) sum += header[at];
	return numberAt(header, checksumAt, 8) === sum;
};
const isZero = (header) => header.every((byte) => byte === 0);
const normal = (path) => posix.normalize(path).replace(/^(?:\.{0,2}\/)+/, "");
const linkTarget = (path, type, target) => normal(type === "1" ? target : posix.join(posix.dirname(path), target));
const headerOf = (header) => {
	const prefix = header.toString("latin1", 257, 263) === "ustar\0" ? textAt(header, 345, 500) : "";
	const name = textAt(header, 0, 100);
	return {
		type: String.fromCharCode(header[156]),
		path: prefix === "" ? name : `${prefix}/${name}`,
		target: textAt(header, 157, 257),
		size: numberAt(header, 124, 12)
	};
};
const extend = (extended, type, content) => {
	if (type === "L") return {
		...extended,
		path: textAt(content, 0, content.length)
	};
	if (type === "K") return {
		...extended,
		target: textAt(content, 0, content.length)
	};
	if (type !== "x") return extended;
	const { path, linkpath: target, size } = recordsOf(content);
	return {
		...extended,
		...path === void 0 ? {} : { path },
		...target === void 0 ? {} : { target },
		...size === void 0 ? {} : { size: Number(size) }
	};
};
// src/image/spill.ts
const ratio = 200;
const smallest = 2 ** 30;
const privateFolder = async () => {
	const path = await mkdtemp(join(tmpdir(), "tidewaiter-"));
	return {
		path,
		remove: () => rm(path, {
			recursive: true,
			force: true
		})
	};
};
/** A stream that can be read only once, kept in a file without a name. */
const spill = async (stream, storedSize = 0) => {
	const folder = await privateFolder();
	const limit = Math.max(smallest, storedSize * ratio);
	try {
		const handle = await open(join(folder.path, "archive"), "wx+", 384);
		try {
			let size = 0;
			for await (const chunk of stream) {
				size += chunk.length;
				if (size > limit) throw new ImageError(`it unpacks to more than ${limit} bytes: unpack it yourself`);
				await handle.write(chunk);
			}
			return handle;
		} catch (error) {
			await handle.close();
			throw error;
		}
	} finally {
		await folder.remove();
	}
};
export { maxHeld as _, isTarHeader as a, normal as c, readPart as d, storedIn as f, heldWhole as g, peek as h, headerOf as i, headOf as l, decompress as m, spill as n, isZero as o, compressionOf as p, extend as r, linkTarget as s, privateFolder as t, readHere as u };
