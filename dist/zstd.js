import * as zlib from "node:zlib";
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
export { zstdUnsupported as a, isTooLarge as c, unzstd as i, isSkippableMagic as n, budgetFor as o, isZstdAt as r, exceeded as s, frameMagic as t };
