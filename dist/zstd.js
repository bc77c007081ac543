import * as zlib from "node:zlib";
import { posix } from "node:path";
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
/** Records `length key=value\n` (POSIX.1-2001, "pax Extended Header"). */
const paxRecords = (content) => {
	const records = /* @__PURE__ */ new Map();
	for (let at = 0; at < content.length;) {
		const space = content.indexOf(32, at);
		const length = space === -1 ? NaN : Number.parseInt(content.toString("latin1", at, space), 10);
		if (!(length > 0)) break;
		const record = content.toString("utf8", space + 1, at + length - 1);
		const equals = record.indexOf("=");
		records.set(record.slice(0, equals), record.slice(equals + 1));
		at += length;
	}
	return records;
};
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
	const records = paxRecords(content);
	const [path, target, size] = [
		"path",
		"linkpath",
		"size"
	].map((key) => records.get(key));
	return {
		...extended,
		...path === void 0 ? {} : { path },
		...target === void 0 ? {} : { target },
		...size === void 0 ? {} : { size: Number(size) }
	};
};
// src/files/zstd.ts
/** Absent from Node before 22.15. */
const decompress = zlib.zstdDecompressSync;
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
			const { buffer, engine } = unpack(packed.subarray(at), {
				maxOutputLength: Math.max(1, budget.bytes),
				info: true
			});
			budget.bytes -= buffer.length + frameCost;
			contents.push(buffer);
			at += engine.bytesWritten;
		} else break;
	}
	return at;
};
/** Decompresses Zstandard (RFC 8878) within a budget, where Node can. */
const unzstd = (packed, budget) => {
	if (decompress === void 0) return { end: "unsupported" };
	const frames = {
		contents: [],
		beside: []
	};
	try {
		const end = takeFrames(packed, decompress, budget, frames);
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
const zstdUnsupported = "compressed by zstd, which this Node cannot read: use 22.15 or later";
export { zstdUnsupported as a, isTarHeader as c, normal as d, budgetFor as f, unzstd as i, isZero as l, isTooLarge as m, isSkippableMagic as n, extend as o, exceeded as p, isZstdAt as r, headerOf as s, frameMagic as t, linkTarget as u };
