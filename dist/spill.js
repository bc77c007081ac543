import { m as isTooLarge, n as isSkippableMagic } from "./zstd.js";
import { i as RestError, n as ImageError } from "./image-error.js";
import { once } from "node:events";
import * as zlib from "node:zlib";
import { join } from "node:path";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/image/chunks-of.ts
/** So many bytes may wait to be read. */
const maxWaiting = 1 << 20;
/** The chunks of a stream as it makes them: its own iterator would put those that wait together, in memory of their own. */
async function* chunksOf(stream) {
	const waiting = [];
	let size = 0;
	let isOver = false;
	let wake = () => {};
	stream.on("data", (chunk) => {
		waiting.push(chunk);
		size += chunk.length;
		if (size >= maxWaiting) stream.pause();
		wake();
	});
	const end = once(stream, "end").finally(() => {
		isOver = true;
		wake();
	});
	end.catch(() => {});
	try {
		for (;;) {
			const chunk = waiting.shift();
			if (chunk === void 0) {
				if (isOver) break;
				await new Promise((resolve) => {
					wake = resolve;
				});
				continue;
			}
			size -= chunk.length;
			yield chunk;
			if (size < maxWaiting / 2 && stream.isPaused()) stream.resume();
		}
		await end;
	} finally {
		stream.destroy();
	}
}
// src/image/zstd-frames.ts
const damaged = "its zstd data is damaged";
const early = "its zstd data ends early";
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
			if (!await fill()) throw new ImageError(early);
			const piece = held.subarray(0, left);
			held = held.subarray(piece.length);
			left -= piece.length;
			yield piece;
		}
	}
	const exactly = async (length) => {
		if (!await fill()) return void 0;
		const parts = [];
		for await (const piece of pieces(length)) parts.push(piece);
		return Buffer.concat(parts);
	};
	return {
		exactly,
		pieces
	};
};
const need = async (taker, length) => {
	const bytes = await taker.exactly(length);
	if (bytes === void 0) throw new ImageError(early);
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
// src/image/compression.ts
const magics = [
	["gzip", Buffer.from([
		31,
		139,
		8
	])],
	["zstd", Buffer.from([
		40,
		181,
		47,
		253
	])],
	["bzip2", Buffer.from("BZh")],
	["xz", Buffer.from("ý7zXZ\0", "latin1")]
];
/** Skippable frames, which may begin a zstd stream, as those of zstd:chunked do (RFC 8878, section 3.1.2). */
const isSkippableFrame = (head) => head.length >= 4 && isSkippableMagic(head.readUInt32LE(0));
/** How bytes are compressed, by the first of them, never by a name or media type. */
const compressionOf = (head) => {
	if (isSkippableFrame(head)) return "zstd";
	return magics.find(([, magic]) => head.subarray(0, magic.length).equals(magic))?.[0] ?? "none";
};
const chunkSize = 1 << 18;
/** Throws an ImageError for a compression that is not read here. Node 20 has no zstd. */
const requireUnpacker = (compression) => {
	if (compression === "gzip" || compression === "zstd" && typeof zlib.createZstdDecompress === "function") return;
	throw new ImageError(compression === "zstd" ? `it is compressed by zstd, which Node ${process.versions.node} cannot read: use Node 22.15 or newer` : `it is compressed by ${compression}, which is not read here: push it again with gzip or zstd`);
};
/** How far unpacking runs ahead of reading, on a thread of its own. */
const ahead = {
	chunkSize,
	readableHighWaterMark: 1 << 20
};
const unpackerFor = (compression) => compression === "zstd" ? zlib.createZstdDecompress(ahead) : zlib.createGunzip(ahead);
const zeros = Buffer.alloc(65536);
const isPadding = (bytes) => {
	for (let at = 0; at < bytes.length; at += zeros.length) if (zeros.compare(bytes, at, Math.min(at + zeros.length, bytes.length), 0, Math.min(zeros.length, bytes.length - at)) !== 0) return false;
	return true;
};
/** Tells what an unpacker did not take: gunzip ends at a zero byte behind a member, whatever follows it. */
const createUntaken = (unpacker) => {
	const waiting = [];
	let written = 0;
	let isSomethingLost = false;
	const write = (chunk) => {
		while (waiting.length > 0 && waiting[0].start + waiting[0].chunk.length <= unpacker.bytesWritten) waiting.shift();
		waiting.push({
			start: written,
			chunk
		});
		written += chunk.length;
	};
	/** For what comes after its end. */
	const lose = (chunk) => {
		isSomethingLost ||= !isPadding(chunk);
	};
	const holdsSomething = () => isSomethingLost || waiting.some(({ start, chunk }) => !isPadding(chunk.subarray(Math.max(0, unpacker.bytesWritten - start))));
	return {
		write,
		lose,
		holdsSomething
	};
};
/** Writes all of the source, even when the unpacker has seen enough: whoever hashes the source must see its end. */
const feed = async (source, unpacker, untaken) => {
	const over = once(unpacker, "close");
	over.catch(() => {});
	for (;;) {
		const { value, done } = await source.next();
		if (done === true) break;
		if (unpacker.destroyed || unpacker.writableEnded) {
			untaken.lose(value);
			continue;
		}
		untaken.write(value);
		if (!unpacker.write(value)) await Promise.race([once(unpacker, "drain"), over]).catch(() => {});
	}
	unpacker.end();
};
const explain = (error, compression) => {
	const { code, message } = error;
	if (error instanceof ImageError || code === void 0) return error;
	return new ImageError(code === "Z_BUF_ERROR" || message === "unexpected end of file" ? `its ${compression} data ends early` : `its ${compression} data is damaged`);
};
async function* unpacked(source, compression) {
	const unpacker = unpackerFor(compression);
	const untaken = createUntaken(unpacker);
	const failure = [];
	const feeding = feed(source, unpacker, untaken).catch((error) => {
		failure.push(error);
		unpacker.end();
	});
	try {
		yield* chunksOf(unpacker);
		await feeding;
	} catch (error) {
		if (failure.length === 0) throw explain(error, compression);
	} finally {
		unpacker.destroy();
		await source.return?.();
	}
	if (failure.length > 0) throw failure[0];
	if (untaken.holdsSomething()) throw new RestError(`bytes follow the end of its ${compression} data`);
}
/** Small frames, as there are one a file in zstd:chunked, are unpacked at once: a stream for each would cost more. */
const maxSmallFrame = 1 << 18;
const maxSmallContent = 8 << 20;
const unpackSmall = (frame) => {
	try {
		return zlib.zstdDecompressSync(frame, { maxOutputLength: maxSmallContent });
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
		for await (const frame of zstdFrames(source, beside)) {
			onFrame();
			const { chunks, whole } = await gatherUpTo(frame, maxSmallFrame);
			const small = whole ? unpackSmall(Buffer.concat(chunks)) : void 0;
			if (small !== void 0) yield small;
			else yield* unpacked(startingWith(chunks, frame), "zstd");
		}
	} finally {
		await source.return?.();
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
/** The first bytes of a stream, and all of it. */
const peek = async (source, length = sniffed) => {
	const iterator = toBuffers(source)[Symbol.asyncIterator]();
	const chunks = [];
	const failure = [];
	await gatherUpTo(iterator, length, chunks).catch((error) => failure.push(error));
	return {
		head: Buffer.concat(chunks).subarray(0, length),
		stream: startingWith(chunks, iterator, failure)
	};
};
/** Reads until there are so many bytes, or no more. */
const gatherUpTo = async (source, length, chunks = []) => {
	let size = 0;
	while (size < length) {
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
/** Unpacks what is compressed, by its content. Throws an ImageError for a compression that is not read here. */
const decompress = async (source, meanwhile = {}) => {
	const { head, stream } = await peek(source);
	const compression = compressionOf(head);
	if (compression === "none") return {
		compression,
		stream
	};
	requireUnpacker(compression);
	return {
		compression,
		stream: compression === "zstd" ? unpackedFrames(stream, meanwhile) : unpacked(stream, compression)
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
export { peek as a, decompress as i, spill as n, compressionOf as r, privateFolder as t };
