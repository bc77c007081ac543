import { a as hitsOfPart, c as found, d as createScratch, f as costs, h as usualWork, i as divided, l as miss, o as partSize, r as lookAside, s as createGathering, u as skip$1 } from "./help.js";
import { _ as maxHeld, a as isTarHeader, g as heldWhole, h as peek, m as decompress, t as privateFolder } from "./spill.js";
import { t as checkDigest } from "./digest.js";
import { a as archiveKind, n as mediaKind, o as unpack, r as whyPassedOver, s as require_tar_stream } from "./media.js";
import { _ as gzipName, d as isPlainRecord, f as longTextOf, h as gunzip, m as recordsOf, p as plainHeader, u as isEmptyBlock, v as gzipRest, y as gzipTexts } from "./zstd.js";
import { t as hitsInTexts } from "./inspect-texts.js";
import { i as RestError, n as ImageError, r as LimitError } from "./image-error.js";
import { r as giveBack } from "./inflater.js";
import { n as partitionPoint, t as lastAtOrBefore } from "./partition-point.js";
import { Readable } from "node:stream";
import { createWriteStream } from "node:fs";
import { dirname, join, posix } from "node:path";
import { mkdir, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
// src/image/copied.ts
/** Chunks that hold for good, of a stream whose chunks hold until the next is asked for. */
async function* copied(stream) {
	for await (const chunk of stream) yield Buffer.from(chunk);
}
/** A stream of one chunk. */
async function* only(chunk) {
	if (chunk.length > 0) yield chunk;
}
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
/** Whether another thread looks at it: files as they are, whose hits nobody here waits for. */
const isOffered = ({ gathering, file }, content, inner, part) => {
	const { desk, hits } = gathering;
	if (desk === void 0 || inner !== "") return false;
	return desk.offer({
		at: hits.length,
		file,
		...part === void 0 ? {} : { part }
	}, content);
};
const look = (scan, content, inner) => {
	const { gathering, inspect, file } = scan;
	const kind = mediaKind(content);
	if (kind !== void 0) skip$1(gathering, kind, whyPassedOver(kind));
	else if (!isOffered(scan, content, inner)) for (const { inner: where, hit } of hitsInTexts(content, inspect)) found(gathering, {
		hit,
		file,
		inner: `${inner}${where}`
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
			if (isPlainRecord(key) || lastPax[key] === value) continue;
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
const maxSmallGzip = 32 << 20;
const shownAs = (file, inner) => `${file}${inner}`;
const lookInParts = async (scan, first, rest, inner) => {
	const parts = divided(first, (content, part) => {
		if (isOffered(scan, content, inner, part)) return;
		for (const hit of hitsOfPart(scan.inspect, content, part)) found(scan.gathering, {
			hit,
			file: scan.file,
			inner
		});
	});
	for await (const chunk of rest) parts.take(chunk);
	parts.end();
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
const isHeldWhole = (kind) => [
	"zip",
	"ar",
	"cpio",
	"rpm"
].includes(kind);
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
const lookInLargeWhole = async (scan, stream, inner) => {
	const archive = await heldWhole(stream[Symbol.asyncIterator]());
	if (archive !== void 0) return lookInWhole(scan, archive, inner);
	miss(scan.gathering, shownAs(scan.file, inner), `a zip, cpio or package of more than ${maxHeld} bytes: unpack it and scan its files`);
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
		header: (head) => lookAtGzipHeader(scan, head, inner),
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
const lookAtGzipHeader = (scan, packed, inner) => {
	const texts = gzipTexts(packed);
	if (texts.length > 0) look(scan, texts, `${inner}!(header)`);
};
const lookInSmall = async (scan, kind, content, inner, depth) => {
	const small = kind === "gzip" ? smallGzip(scan.gathering.scratch, content) : void 0;
	if (small === void 0) {
		if (await lookInArchive(scan, kind, following([Buffer.from(content)], nothing), inner, depth) === "damaged") lookAtDamaged(scan, content, inner);
		return;
	}
	spend(scan, small.text.length + costs.member);
	look(scan, small.text, `${inner}!${small.name.slice(0, maxName) || "content"}`);
	lookAtGzipHeader(scan, content, inner);
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
const lookBeside = (gathering, inspect) => ({
	beside: besideOf(beginScan(gathering, inspect, "(skippable frame)"), ""),
	header: (head) => look(beginScan(gathering, inspect, "(gzip header)"), gzipTexts(head), "")
});
// src/image/git-spill.ts
/** `.git` folders, those of submodules in them, and bare repositories. */
const inGit = /^(.*?(?:^|\/)[^/]*\.git(?:\/modules\/.+?)?)\/((?:objects|refs)\/.+|HEAD|packed-refs|shallow|[A-Z_]{1,30}_HEAD)$/;
/** Objects of a bare repository by any other name, as caches of cargo, Go and composer have them, and the refs that may follow. */
const bareObject = /^(.+)\/(objects\/(?:pack\/pack-[0-9a-f]{40,64}\.(?:pack|idx)|[0-9a-f]{2}\/[0-9a-f]{38,62}))$/;
const bareRef = /^(.+?)\/(refs\/.+|packed-refs|shallow)$/;
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
/** Whether data begins here as every loose object does (RFC 1950, section 2.2). */
const isZlib = (head) => head.length === 2 && (head[0] & 15) === 8 && head.readUInt16BE(0) % 31 === 0;
const isNamedGit = (folder) => /\.git(?:\/modules\/|$)/.test(folder);
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
	const isRefOfKnown = (path) => growing.has(bareRef.exec(path)?.[1] ?? "");
	const take = async (path, whole) => {
		const [, folder, inner] = path.length > maxPath ? [] : inGit.exec(path) ?? bareObject.exec(path) ?? bareRef.exec(path) ?? [];
		if (folder === void 0 || inner === void 0) return whole;
		const name = objectName(inner);
		const { head, stream: content } = await peek(whole, 2);
		if (!isNamedGit(folder) && looseObject.test(inner) && !isZlib(head)) return content;
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
		concerns: (path) => path.includes(".git/") || path.includes("objects/") && bareObject.test(path) || growing.size > 0 && isRefOfKnown(path),
		take,
		repositories: () => [...growing.values()].map(({ folder, ...rest }) => ({
			...rest,
			objects: folder.path
		}))
	};
};
// src/image/scrub.ts
/** Without what was found as a secret in names. */
const scrubbed = (path, secrets) => secrets.reduce((text, secret) => secret === "" ? text : text.replaceAll(secret, "…"), path);
/** How the place of a hit ends that is in no content (names.ts), or in what an archive says of its members. */
const besideContent = / \((?:its name|link target|attribute [^)]*)\)$|!\(headers?\)$/;
/** What a layer's names hold: paths are shown without it. A list of names is no file that is nothing but a key. */
const secretsInNames = (hits) => [...new Set(hits.filter(({ inner, hit }) => hit.onlyAt === void 0 && besideContent.test(inner)).map(({ hit }) => hit.secret))];
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
const openLayer = async (blob, { descriptor, diffId }, { limits, allowance }, meanwhile = {}) => {
	allowance.spend(costs.layer);
	const check = checkDigest(descriptor.digest);
	const stored = verified(counted(blob, allowance), check, "it", descriptor.size);
	const { compression, stream } = await decompress(stored, {
		...meanwhile,
		checked: diffId === void 0 ? "here" : "elsewhere",
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
	const meanwhile = lookBeside(gathering, inspect);
	const { check, compression, head, stream } = await openLayer(stored, task, means, meanwhile);
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
	const gathering = createGathering(options.allowance, options.desk);
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
	const { take, aside } = lookAside(options.inspect);
	await Promise.resolve().then(() => options.desk?.close(take)).catch(note);
	gathering.scratch.close();
	const { scratch: _, allowance: __, desk: ___, ...rest } = gathering;
	const secrets = secretsInNames(rest.hits);
	const missing = rest.missing.map(({ what, reason }) => ({
		what: scrubbed(what, secrets),
		reason
	}));
	return {
		...rest,
		...aside.length === 0 ? {} : { aside },
		missing,
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
export { verified as a, scrubbed as c, lookAtFile as d, inspectNotes as f, usualLimits as i, secretsInNames as l, readLayer as n, createShadow as o, readShadow as r, shadowFrom as s, keyOfLayer as t, removeSpilled as u };
