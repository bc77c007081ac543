import { a as isUnsupported, i as isDamage, r as failure } from "./damage.js";
import "./lz4-magic.js";
import * as zlib from "node:zlib";
import { constants, gunzipSync } from "node:zlib";
// src/files/budget.ts
/** What one outermost archive may unpack to, with all archives inside it. */
const maxUnpacked = 256 << 20;
/** Text packs twenty to one at best; a bomb packs a thousand to one. Small archives may do so too. */
const maxRatio = 200;
const smallest = 8 << 20;
const maxMembers = 1e5;
const budgetFor = (archive) => ({
	bytes: Math.min(maxUnpacked, Math.max(smallest, archive.length * maxRatio)),
	members: maxMembers
});
/** Said of an archive that would go on. */
const exceeded = `unpacks to more than ${maxUnpacked} bytes, ${maxRatio} times its size or ${maxMembers} members: unpack it and scan its files`;
const isTooLarge = (error) => error.code === "ERR_BUFFER_TOO_LARGE";
// src/files/gzip.ts
const nothing$1 = Buffer.alloc(0);
const [hasChecksum, hasExtra, hasName, hasComment] = [
	2,
	4,
	8,
	16
];
const fixedSize = 10;
/** Behind the end of the content where there is none. */
const pastZero = (content, start) => {
	const zero = content.indexOf(0, start);
	return zero === -1 ? content.length + 1 : zero + 1;
};
/** The optional fields of the header: where they begin (RFC 1952, section 2.3.1). */
const fieldsOf = (content) => {
	const flags = content[3];
	const name = fixedSize + ((flags & hasExtra) === 0 ? 0 : 2 + content.readUInt16LE(fixedSize));
	const comment = (flags & hasName) === 0 ? name : pastZero(content, name);
	return {
		name,
		comment,
		end: (flags & hasComment) === 0 ? comment : pastZero(content, comment)
	};
};
const hasFields = (content) => content.length > 12 && (content[3] & (hasExtra | hasName | hasComment | hasChecksum)) !== 0;
/** The original file's name; empty where the header has none. */
const gzipName = (content) => {
	if (!hasFields(content)) return "";
	const { name, comment } = fieldsOf(content);
	return content.toString("latin1", name, Math.max(name, comment - 1));
};
/** What the header says beside numbers: an extra field, the name, a comment. */
const gzipTexts = (content) => hasFields(content) ? content.subarray(fixedSize, fieldsOf(content).end) : nothing$1;
/** Bytes of a header, its checksum among them; undefined where it goes on behind these. */
const gzipHeaderSize = (head) => {
	if (head.length < fixedSize || (head[3] & hasExtra) !== 0 && head.length < 12) return void 0;
	const size = fieldsOf(head).end + ((head[3] & hasChecksum) === 0 ? 0 : 2);
	return size > head.length ? void 0 : size;
};
/** Deflate packs at most this tightly (zlib, "Technical Details"). */
const highestRatio = 1032;
const [smallestChunk, largestChunk] = [1024, 64 << 20];
/** The size that a gzip of one member says it unpacks to (RFC 1952, section 2.3.1), as far as it can be true: then it unpacks into one piece of memory. */
const chunkSizeFor = (content) => {
	const told = content.readUInt32LE(content.length - 4) + 64;
	return Math.max(smallestChunk, Math.min(told, largestChunk, content.length * highestRatio));
};
/** What follows so many bytes of a gzip, without zeros between. */
const gzipRest = (content, taken) => {
	let start = taken;
	while (content[start] === 0) start++;
	return content.subarray(start);
};
const inflate = (content, budget, finishFlush) => {
	const options = {
		chunkSize: chunkSizeFor(content),
		maxOutputLength: Math.max(1, budget.bytes),
		finishFlush,
		info: true
	};
	const { buffer, engine } = gunzipSync(content, options);
	budget.bytes -= buffer.length;
	return {
		content: buffer,
		rest: gzipRest(content, engine.bytesWritten)
	};
};
/** Of a file that ends early this gives what there is of it. */
const whatThereIs = (content, budget) => {
	try {
		return inflate(content, budget, constants.Z_SYNC_FLUSH).content;
	} catch {
		return nothing$1;
	}
};
const gunzip = (content, budget) => {
	const name = gzipName(content);
	try {
		return {
			...inflate(content, budget, constants.Z_FINISH),
			name,
			end: "whole"
		};
	} catch (error) {
		if (isTooLarge(error)) return {
			content: nothing$1,
			name,
			end: "limit",
			rest: nothing$1
		};
		return {
			content: whatThereIs(content, budget),
			name,
			end: "damaged",
			rest: nothing$1
		};
	}
};
/** Kinds of members by their flag (POSIX.1-1988, "ustar"; zero is from before it). */
const memberTypes = new Map([[0, "file"], ...[
	"file",
	"link",
	"symlink",
	"character-device",
	"block-device",
	"directory",
	"fifo",
	"contiguous-file"
].map((type, i) => [48 + i, type])]);
const extensionKinds = /* @__PURE__ */ new Map([
	[120, "records"],
	[76, "long-path"],
	[75, "long-link"]
]);
const [typeAt, linkAt, magicAt, prefixAt] = [
	156,
	157,
	257,
	345
];
const [sizeAt, sizeEnd, checksumAt, checksumEnd] = [
	124,
	136,
	148,
	156
];
const textIn = (block, start, end) => {
	let to = start;
	while (to < end && block[to] !== 0) to++;
	return block.toString("utf8", start, to);
};
/** Octal digits between spaces or zeros; undefined for all that is written in another way. */
const octalIn = (block, start, end) => {
	let at = start;
	while (at < end && block[at] === 32) at++;
	let value = 0;
	for (; at < end && block[at] !== 32 && block[at] !== 0; at++) {
		const digit = block[at] - 48;
		if (digit < 0 || digit > 7) return void 0;
		value = value * 8 + digit;
	}
	for (; at < end; at++) if (block[at] !== 32 && block[at] !== 0) return void 0;
	return value;
};
const sumOf = (block) => {
	let sum = 256;
	for (let at = 0; at < checksumAt; at++) sum += block[at];
	for (let at = checksumEnd; at < 512; at++) sum += block[at];
	return sum;
};
const ustar = Buffer.from("ustar\x0000", "latin1");
const gnu = Buffer.from("ustar  \0", "latin1");
const hasMagic = (block, magic, length) => block.compare(magic, 0, length, magicAt, magicAt + length) === 0;
/** A block that holds nothing: two of them end a tar, and readers pass over it. */
const isEmptyBlock = (block) => block[0] === 0 && sumOf(block) === 256;
/** Undefined for a header that is broken, of a rarer kind, or not sure to be read as others read it. */
const plainHeader = (block) => {
	const flag = block[typeAt];
	const kind = extensionKinds.get(flag) ?? "member";
	const type = kind === "member" ? memberTypes.get(flag) : kind;
	const size = octalIn(block, sizeAt, sizeEnd);
	const isUstar = hasMagic(block, ustar, 6);
	if (type === void 0 || size === void 0 || !(isUstar || hasMagic(block, gnu, gnu.length))) return void 0;
	if (octalIn(block, checksumAt, checksumEnd) !== sumOf(block)) return void 0;
	const short = textIn(block, 0, 100);
	const name = isUstar && block[prefixAt] !== 0 ? `${textIn(block, prefixAt, prefixAt + 155)}/${short}` : short;
	return {
		kind,
		type: type === "file" && name.endsWith("/") ? "directory" : type,
		name,
		linkName: block[linkAt] === 0 ? void 0 : textIn(block, linkAt, linkAt + 100),
		size
	};
};
/** Records `length key=value\n` (POSIX.1-2001, "pax Extended Header"), up to the first that is none. */
const recordsOf = (content) => {
	const records = {};
	for (let at = 0; at < content.length;) {
		const space = content.indexOf(32, at);
		const length = Number.parseInt(content.toString("latin1", at, space === -1 ? content.length : space), 10);
		if (!(length > 0)) break;
		const record = space === -1 ? "" : content.toString("utf8", space + 1, at + length - 1);
		const equals = record.indexOf("=");
		if (equals === -1) break;
		records[record.slice(0, equals)] = record.slice(equals + 1);
		at += length;
	}
	return records;
};
/** Whether a record only repeats what the header says, or is a number. */
const isPlainRecord = (key) => /^(?:path|linkpath|size|[amc]time|[ug]id|charset|hdrcharset)$/.test(key);
/** A text that fills a header's content. */
const longTextOf = (content) => textIn(content, 0, content.length);
// src/files/unpack-whole.ts
/** Loaded where they are needed, which is seldom. */
const unpackers = {
	xz: async () => (await import("./xz.js")).unxz,
	lzma: async () => (await import("./xz.js")).unlzma,
	bzip2: async () => (await import("./bzip2.js")).bunzip2,
	lz4: async () => (await import("./lz4.js")).unlz4
};
const unpackerOf = (kind) => unpackers[kind]();
const xzMagic = Buffer.from("ý7zXZ\0", "latin1");
/** A block, or the end of a file that holds nothing. */
const bzip2Magic = /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/;
/** Sizes of dictionaries as encoders write them: a power of two, half as much again, or all that can be. */
const isDictionarySize = (size) => size >= 4096 && (Number.isInteger(Math.log2(size)) || Number.isInteger(Math.log2(size / 3)) || size === 4294967295);
/** Files of lzma have no magic: properties that all write, the dictionary, a size that can be or none, and the zero with which the data begins. */
const isLzma = (content) => content.length >= 18 && content[0] === 93 && content[13] === 0 && isDictionarySize(content.readUInt32LE(1)) && (content.readBigUInt64LE(5) === 2n ** 64n - 1n || content.readUIntLE(5, 6) > 0 && content.readUInt16LE(11) === 0);
/** The kind of compressed data by its first bytes. */
const squeezedKind = (content) => {
	if (content.length < 11) return void 0;
	const first = content[0];
	if (first === 253 && content.compare(xzMagic, 0, 6, 0, 6) === 0) return "xz";
	if (first === 66 && bzip2Magic.test(content.toString("latin1", 0, 10))) return "bzip2";
	if (first === 4 && content.readUInt32LE(0) === 407708164) return "lz4";
	return isLzma(content) ? "lzma" : void 0;
};
const nothing = Buffer.alloc(0);
/** Bytes that could be unpacked in the time that a piece takes, whatever it holds: a few bytes make one of nothing. */
const pieceCost = 4096;
/** Unpacks within a budget. */
const unsqueeze = async (kind, packed, budget) => {
	const unpack = await unpackerOf(kind);
	const chunks = [];
	const ended = (end, rest = nothing) => ({
		content: Buffer.concat(chunks),
		end,
		rest
	});
	try {
		const pieces = unpack(packed);
		let step = pieces.next();
		for (; step.done !== true; step = pieces.next()) {
			budget.bytes -= step.value.length + pieceCost;
			if (budget.bytes < 0) return {
				content: nothing,
				end: "limit",
				rest: nothing
			};
			chunks.push(Buffer.from(step.value));
		}
		return ended("whole", packed.subarray(step.value));
	} catch (error) {
		if (isUnsupported(error)) return ended("unsupported");
		if (isDamage(error)) return ended("damaged");
		throw error;
	}
};
/** Why what is packed in a way that is not read is passed over. */
const notRead = (kind) => `packed by ${kind} in a way that this version does not read`;
// src/files/zstd-frame.ts
/** Absent from Node before 22.15. */
const decompress = zlib.zstdDecompressSync;
const unpackHere = (unpack) => (packed, most) => {
	const { buffer, engine } = unpack(packed, {
		maxOutputLength: most,
		info: true
	});
	return {
		content: buffer,
		taken: engine.bytesWritten
	};
};
const unpackWith = (decoder, packed, most, target) => {
	const chunks = [];
	let size = 0;
	for (let taken = 0;;) {
		const step = decoder.write(packed, taken, target);
		taken += step.taken;
		size += step.filled;
		if (size > most) throw failure("ERR_BUFFER_TOO_LARGE", "too much");
		if (step.filled > 0) chunks.push(Buffer.from(target.subarray(0, step.filled)));
		if (step.isEnd) return {
			content: Buffer.concat(chunks),
			taken
		};
		if (taken === packed.length && step.filled < target.length) throw failure("ZSTD_error", "unexpected end of file");
	}
};
/** A decoder that took more for a frame is not kept for the next. */
const mostHeld = 32 << 20;
const byLibrary = async () => {
	const { loadZstd } = await import("./zstd-library.js");
	const open = await loadZstd();
	const target = Buffer.allocUnsafeSlow(1 << 17);
	let decoder;
	return (packed, most) => {
		decoder ??= open();
		try {
			return unpackWith(decoder, packed, most, target);
		} catch (error) {
			decoder.reset();
			throw error;
		} finally {
			if (decoder.held() > mostHeld) decoder = void 0;
		}
	};
};
let library;
/** For tests: by the library where Node could. */
const frameUnpackerByLibrary = () => {
	library ??= byLibrary();
	return library;
};
const frameUnpacker = decompress === void 0 ? frameUnpackerByLibrary : async () => unpackHere(decompress);
// src/files/zstd.ts
/** The word with which a frame begins (RFC 8878, section 3.1.1). */
const frameMagic = 4247762216;
/** Whether a word begins a skippable frame (section 3.1.2). */
const isSkippableMagic = (word) => (word & 4294967280) >>> 0 === 407710288;
const isSkippable = (packed, at) => at + 8 <= packed.length && isSkippableMagic(packed.readUInt32LE(at));
const isFrame = (packed, at) => at + 4 <= packed.length && packed.readUInt32LE(at) === 4247762216;
/** Whether zstd data begins here: with a frame, or with skippable ones before it, as pzstd writes them. */
const isZstdAt = (content) => {
	let at = 0;
	while (isSkippable(content, at)) at += 8 + content.readUInt32LE(at + 4);
	return content.length >= 12 && isFrame(content, at);
};
/** Bytes that could be unpacked in the time that a frame takes. */
const frameCost = 4096;
/** Takes apart what Node would stop at the first frame of. Gives how far it came. */
const takeFrames = (packed, unpack, budget, { contents, beside }) => {
	let at = 0;
	for (; at < packed.length; budget.members--) {
		if (budget.members < 0) throw Object.assign(/* @__PURE__ */ new Error("too many frames"), { code: "ERR_BUFFER_TOO_LARGE" });
		if (isSkippable(packed, at)) {
			const end = at + 8 + packed.readUInt32LE(at + 4);
			if (end > at + 8) beside.push(packed.subarray(at + 8, end));
			at = end;
		} else if (isFrame(packed, at)) {
			const { content, taken } = unpack(packed.subarray(at), Math.max(1, budget.bytes));
			budget.bytes -= content.length + frameCost;
			contents.push(content);
			at += taken;
		} else break;
	}
	return at;
};
/** Decompresses Zstandard (RFC 8878) within a budget. */
const unzstd = async (packed, budget) => {
	const unpack = await frameUnpacker();
	const frames = {
		contents: [],
		beside: []
	};
	try {
		const end = takeFrames(packed, unpack, budget, frames);
		if (frames.contents.length === 0) return { end: "damaged" };
		if (end < packed.length) frames.beside.push(packed.subarray(end));
		const { contents, beside } = frames;
		return {
			content: contents.length === 1 ? contents[0] : Buffer.concat(contents),
			beside
		};
	} catch (error) {
		return { end: isTooLarge(error) ? "limit" : "damaged" };
	}
};
export { isTooLarge as S, gzipName as _, frameUnpacker as a, budgetFor as b, unpackerOf as c, isPlainRecord as d, longTextOf as f, gzipHeaderSize as g, gunzip as h, unzstd as i, unsqueeze as l, recordsOf as m, isSkippableMagic as n, notRead as o, plainHeader as p, isZstdAt as r, squeezedKind as s, frameMagic as t, isEmptyBlock as u, gzipRest as v, exceeded as x, gzipTexts as y };
