import { i as RestError, n as ImageError, r as LimitError, t as AbsentError } from "./image-error.js";
import { a as isTarHeader, i as privateFolder, n as openArchiveStream, o as decompress, r as openPath, s as peek, t as isPath } from "./open.js";
import { c as textsOf, i as parseDocument, l as verifiedDocument, n as listOf, o as textMapOf, s as textOf, t as descriptorOf, u as checkDigest } from "./document.js";
import { a as archiveKind, c as gunzip, n as mediaKind, o as unpack, s as require_tar_stream } from "./media.js";
import { n as partitionPoint, t as lastAtOrBefore } from "./partition-point.js";
import { t as isJsonObject } from "./json-object.js";
import { t as span } from "./sighting.js";
import { r as openRepository } from "./repository.js";
import { Readable } from "node:stream";
import { createWriteStream } from "node:fs";
import { dirname, join, posix } from "node:path";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
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
const reason = "the images unpack to far more than is stored of them, as made to hold up a scan: the rest is not read";
const slow = "looking at the images takes far longer than at others of their size: the rest is not read";
/** `stored` gives the bytes that are stored of the images, each counted once however often it is named. */
const createAllowance = (limits, stored, before = {
	bytes: 0,
	milliseconds: 0
}) => {
	let { bytes, milliseconds } = before;
	let inHistories = 0;
	const isOver = () => bytes > limits.bytes + limits.ratio * stored();
	const isSlow = () => milliseconds > limits.milliseconds + limits.millisecondsForMebibyte * stored() / 2 ** 20;
	const spend = (more) => {
		bytes += more;
		if (bytes > limits.bytes && isOver()) throw new LimitError(reason);
	};
	const timed = (inspect) => (...asked) => {
		const start = clock();
		const hits = inspect(...asked);
		milliseconds += clock() - start;
		if (milliseconds > limits.milliseconds && isSlow()) throw new LimitError(slow);
		return hits;
	};
	const historyTime = () => {
		const { milliseconds: least, millisecondsForMebibyte } = limits.history;
		return Math.max(0, least + millisecondsForMebibyte * stored() / 2 ** 20 - inHistories);
	};
	return {
		spend,
		isSpent: () => isOver() || isSlow(),
		timed,
		spent: () => ({
			bytes,
			milliseconds
		}),
		historyTime,
		useHistoryTime: (more) => {
			inHistories += more;
		}
	};
};
/** For what is bounded by its own. */
const noAllowance = { spend: () => {} };
// src/image/cache.ts
const noCache = {
	isClean: () => false,
	markClean: () => {}
};
// src/image/dockerfile.ts
const maxLines = 2e4;
const directive = /^#\s*escape\s*=\s*([\\`])\s*$/i;
const comment = /^\s*#/;
const heredoc = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/g;
/** The character that continues a line: a backslash, unless a directive at the top says otherwise. */
const escapeOf = (lines) => {
	for (const line of lines) {
		if (!line.startsWith("#")) break;
		const mark = directive.exec(line)?.[1];
		if (mark !== void 0) return mark;
	}
	return "\\";
};
/** Joins continued lines, without comments between them. */
const joinLines = (lines, start, mark) => {
	const parts = [];
	let at = start;
	for (; at < lines.length; at++) {
		const line = lines[at];
		if (at > start && (comment.test(line) || line.trim() === "")) continue;
		const isContinued = line.trimEnd().endsWith(mark);
		parts.push(isContinued ? line.trimEnd().slice(0, -1) : line);
		if (!isContinued) break;
	}
	return {
		text: parts.join(""),
		line: start + 1,
		endLine: Math.min(at, lines.length - 1) + 1
	};
};
/** The line after the here-documents of an instruction. */
const afterHeredocs = (lines, { text, endLine }) => {
	if (!/^\s*(?:RUN|COPY|ADD)\s/i.test(text)) return endLine;
	let at = endLine;
	for (const [, , end] of text.matchAll(heredoc)) {
		while (at < lines.length && lines[at].trim() !== end) at++;
		at++;
	}
	return Math.min(at, lines.length);
};
function* rawInstructions(text) {
	const lines = text.split(/\r?\n/, maxLines);
	const mark = escapeOf(lines);
	for (let at = 0; at < lines.length;) if (lines[at].trim() === "" || comment.test(lines[at])) at++;
	else {
		const raw = joinLines(lines, at, mark);
		const endLine = afterHeredocs(lines, raw);
		yield {
			...raw,
			endLine
		};
		at = endLine;
	}
}
const stageOf = (rest) => {
	const words = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
	const name = words[1]?.toLowerCase() === "as" ? words[2]?.toLowerCase() : void 0;
	return {
		from: words[0] ?? "",
		name,
		instructions: []
	};
};
/** Reads a Dockerfile as far as its history can tell of it (docs.docker.com/reference/dockerfile). */
const parseDockerfile = (path, text) => {
	const stages = [];
	for (const { text: raw, line, endLine } of rawInstructions(text)) {
		const [, word = "", rest = ""] = /^\s*([A-Za-z]+)\s+(.*)$/s.exec(raw) ?? [];
		const verb = word.toUpperCase();
		if (verb === "FROM") stages.push({
			...stageOf(rest.trim()),
			instructions: []
		});
		else stages.at(-1)?.instructions.push({
			verb,
			rest: rest.trim(),
			line,
			endLine
		});
	}
	return {
		path,
		stages
	};
};
const chainOf = ({ stages }, target) => {
	let instructions = [];
	let at = target;
	for (;;) {
		const stage = stages[at];
		instructions = [...stage.instructions, ...instructions];
		const parent = stages.findLastIndex(({ name }, i) => i < at && name === stage.from.toLowerCase());
		if (parent === -1) return {
			base: stage.from,
			instructions
		};
		at = parent;
	}
};
// src/image/find-dockerfiles.ts
const named$1 = /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:\..+)?$/i;
const passedOver = /* @__PURE__ */ new Set([
	".git",
	"node_modules",
	"vendor",
	".venv"
]);
const maxEntries = 5e4;
const maxDepth$4 = 8;
const maxFiles = 500;
const maxSize = 1 << 20;
/** Dockerfiles below a folder, by their usual names. What cannot be read tells nothing, which is no fault. */
const findDockerfiles = async (folder) => {
	const found = [];
	let entries = 0;
	const read = async (path) => {
		const full = join(folder, path);
		if (found.length < maxFiles && (await stat(full)).size <= maxSize) found.push(parseDockerfile(path, await readFile(full, "utf8")));
	};
	const take = async (entry, path, depth) => {
		if (entry.isDirectory() && depth < maxDepth$4 && !passedOver.has(entry.name)) await search(path, depth + 1);
		else if (entry.isFile() && named$1.test(entry.name)) await read(path).catch(() => {});
	};
	const search = async (below, depth) => {
		for (const entry of await readdir(join(folder, below), { withFileTypes: true }).catch(() => [])) {
			if (++entries > maxEntries) return;
			await take(entry, below === "" ? entry.name : `${below}/${entry.name}`, depth);
		}
	};
	await search("", 0);
	return found;
};
// src/image/scratch.ts
const smallest = 1 << 20;
const createScratch = () => {
	const buffers = [];
	const join = (chunks, size, depth) => {
		if (chunks.length === 1) return chunks[0];
		if ((buffers[depth]?.length ?? 0) < size) buffers[depth] = Buffer.allocUnsafeSlow(Math.max(smallest, 2 ** Math.ceil(Math.log2(size))));
		const buffer = buffers[depth];
		let at = 0;
		for (const chunk of chunks) at += chunk.copy(buffer, at);
		return buffer.subarray(0, size);
	};
	return { join };
};
// src/image/found.ts
/** A layer of nothing but credentials is a trap; what else is in it is then a gap. */
const maxHits = 2e4;
const found = ({ hits }, hit) => {
	if (hits.length === maxHits) throw new LimitError(`it holds more than ${maxHits} findings`);
	hits.push(hit);
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
/** UTF-16 units of a stretch of UTF-8: what columns count. */
const unitsOf = (bytes) => bytes.toString("utf8").length;
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
/** Looks at a file that does not fit: in parts that overlap, each hit once. */
const inspectInParts = (inspect) => {
	const hits = [];
	let held = [];
	let size = 0;
	let start = 0;
	let origin = {
		line: 0,
		units: 0
	};
	const look = (part, isLast) => {
		const from = start === 0 ? 0 : overlap / 2;
		const to = isLast ? part.length : part.length - overlap / 2;
		for (const hit of inspect(part)) if (hit.start >= from && hit.start < to) hits.push(moved(hit, origin, start));
	};
	const take = (chunk) => {
		held.push(chunk);
		size += chunk.length;
		if (size < 4194304) return;
		const part = Buffer.concat(held);
		look(part, false);
		const passed = part.subarray(0, part.length - overlap);
		origin = after(origin, passed);
		start += passed.length;
		held = [Buffer.from(part.subarray(passed.length))];
		size = overlap;
	};
	const end = () => {
		look(Buffer.concat(held), true);
		return hits;
	};
	return {
		take,
		end
	};
};
// src/image/tar-apart.ts
var import_tar_stream = require_tar_stream();
/**
* POSIX has the records of a global header hold for all members that follow; Go, and so Docker, containerd and podman, passes
* over them (archive/tar, `TypeXGlobalHeader`).
*/
const disputed = /^\d+ (path|linkpath|size)=/gm;
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
// src/image/tar-entries.ts
const nothing$1 = {};
const reasonOf$2 = (error) => {
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
				pax: pax ?? nothing$1,
				content
			};
			if (cut !== void 0) throw cut;
			if (type !== "directory") entry.resume();
		}
	} catch (error) {
		throw reasonOf$2(failure ?? error);
	} finally {
		input.destroy();
	}
}
// src/image/file-content.ts
const maxDepth$3 = 4;
const maxUnpacked = 4 * 2 ** 30;
/** Of all files of a layer: small bombs may be many. */
const maxInLayer = 16 * 2 ** 30;
const maxMembers = 2e5;
const maxName$2 = 1024;
/** The directory of a zip stands at its end, so it is held whole. */
const maxZip = 128 << 20;
const maxSmallGzip = 32 << 20;
const exceeded = `its archives unpack to more than ${maxUnpacked} bytes or ${maxMembers} members: unpack it and scan its files`;
const shownAs = (file, inner) => `${file}${inner}`;
const look = ({ gathering, inspect, file }, content, inner) => {
	const kind = mediaKind(content);
	if (kind !== void 0) skip(gathering, kind, "holds no text");
	else for (const hit of inspect(content)) found(gathering, {
		hit,
		file,
		inner
	});
};
const spend = ({ budget, gathering }, bytes) => {
	gathering.allowance.spend(bytes);
	budget.bytes -= bytes;
	gathering.unpacked += bytes;
	if (gathering.unpacked > maxInLayer) throw new LimitError(`its archives unpack to more than ${maxInLayer} bytes`);
	if (budget.bytes < 0) throw new ImageError(exceeded);
};
/** Reads on until a file ends or is larger than so much. */
const gather = async (stream, most) => {
	const chunks = [];
	let size = 0;
	while (size <= most) {
		const { value, done } = await stream.next();
		if (done === true) return {
			chunks,
			size,
			whole: true
		};
		chunks.push(value);
		size += value.length;
	}
	return {
		chunks,
		size,
		whole: false
	};
};
async function* following(chunks, rest) {
	yield* chunks;
	for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
const lookInParts = async (scan, stream, inner) => {
	const parts = inspectInParts(scan.inspect);
	for await (const chunk of stream) parts.take(chunk);
	for (const hit of parts.end()) found(scan.gathering, {
		hit,
		file: scan.file,
		inner
	});
};
const drain = async (stream) => {
	for await (const _ of stream);
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
	for await (const entry of tarEntries(stream, apart)) {
		if (--scan.budget.members < 0) throw new ImageError(exceeded);
		scan.gathering.allowance.spend(costs.member);
		await lookAt(scan, entry.content[Symbol.asyncIterator](), `${inner}!${entry.name.slice(0, maxName$2)}`, depth + 1);
	}
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
		else if (member.kind === "skipped") skip(scan.gathering, member.what, member.reason);
		else skip(scan.gathering, "archive", "damaged: scanned without unpacking the rest");
	}
};
const lookInLargeWhole = async (scan, stream, inner) => {
	const { chunks, whole } = await gather(stream, maxZip);
	if (whole) return lookInWhole(scan, Buffer.concat(chunks), inner);
	await drain(stream);
	miss(scan.gathering, shownAs(scan.file, inner), `a zip or package of more than ${maxZip} bytes: unpack it and scan its files`);
};
/** What lies beside compressed data, such as a table of contents; while the data itself is read, so its memory is its own. */
const besideOf = (scan, inner) => async (content) => {
	const { chunks, size, whole } = await gather(content, partSize);
	if (whole) return size === 0 ? void 0 : lookInWhole(scan, Buffer.concat(chunks), inner);
	return lookInParts(scan, following(chunks, content), inner);
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
		else skip(scan.gathering, "archive", "damaged: scanned without unpacking the rest");
		return "damaged";
	}
};
const nothing = { next: async () => ({
	done: true,
	value: void 0
}) };
const tooDeep = `archives nested more than ${maxDepth$3} deep: unpack it and scan its files`;
/** The only file of a small gzip, at once: a stream for each manual page would cost more. Undefined for a larger one. */
const smallGzip = (content) => {
	const { content: text, name, end, rest } = gunzip(content, {
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
const lookAtDamaged = ({ gathering, inspect, file }, content, inner) => {
	const known = new Set(gathering.hits.filter((one) => one.file === file).map(({ hit }) => hit.secret));
	for (const hit of inspect(content)) if (!known.has(hit.secret)) found(gathering, {
		hit,
		file,
		inner
	});
};
const lookAtSmall = async (scan, content, inner, depth) => {
	const kind = archiveKind(content);
	if (kind === void 0) return look(scan, content, inner);
	if (isHeldWhole(kind)) return lookInWhole(scan, content, inner);
	const small = kind === "gzip" ? smallGzip(content) : void 0;
	if (small === void 0) {
		if (await lookInArchive(scan, kind, following([content], nothing), inner, depth) === "damaged") lookAtDamaged(scan, content, inner);
		return;
	}
	spend(scan, small.text.length + costs.member);
	look(scan, small.text, `${inner}!${small.name.slice(0, maxName$2) || "content"}`);
	if (small.rest.length > 0) await lookInWhole(scan, small.rest, `${inner}!(rest)`);
};
const lookInArchive = async (scan, kind, stream, inner, depth) => {
	const open = kind === "tar" ? lookInTar : lookInCompressed;
	const end = await inArchive(scan, inner, () => open(scan, stream, inner, depth));
	await drain(stream);
	return end;
};
const lookAtLarge = async (scan, { chunks }, rest, inner, depth) => {
	const [head] = chunks;
	const kind = archiveKind(head);
	const stream = following(chunks, rest);
	if (kind === "ar" && !isDebianPackage(head)) return lookInParts(scan, stream, inner);
	if (kind !== void 0 && isHeldWhole(kind)) return lookInLargeWhole(scan, stream, inner);
	if (kind !== void 0) return void await lookInArchive(scan, kind, stream, inner, depth);
	const media = mediaKind(head);
	if (media === void 0) return lookInParts(scan, stream, inner);
	skip(scan.gathering, media, "holds no text");
	return drain(stream);
};
const lookAt = async (scan, stream, inner, depth) => {
	const gathered = await gather(stream, partSize);
	const { chunks, size, whole } = gathered;
	if (size === 0) return;
	if (depth > maxDepth$3 && archiveKind(chunks[0]) !== void 0) {
		miss(scan.gathering, shownAs(scan.file, inner), tooDeep);
		return drain(following([], stream));
	}
	if (whole) await lookAtSmall(scan, scan.gathering.scratch.join(chunks, size, depth), inner, depth);
	else await lookAtLarge(scan, gathered, stream, inner, depth);
};
/** Looks at one file of a layer as it comes: whole when it is small, else in parts; archives in it are opened. */
const lookAtFile = async (gathering, inspect, file, content) => {
	await lookAt({
		gathering,
		inspect,
		file,
		budget: {
			bytes: maxUnpacked,
			members: maxMembers
		}
	}, content[Symbol.asyncIterator](), "", 0);
};
/** Looks at what lies beside the data of a layer. */
const lookBeside = (gathering, inspect, file) => besideOf({
	gathering,
	inspect,
	file,
	budget: {
		bytes: maxUnpacked,
		members: maxMembers
	}
}, "");
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
		take,
		repositories: () => [...growing.values()].map(({ folder, ...rest }) => ({
			...rest,
			objects: folder.path
		})),
		remove: async () => {
			for (const { folder } of growing.values()) await folder.remove();
		}
	};
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
const plain$2 = /* @__PURE__ */ new Set([
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
const batch = 1 << 20;
/** Names, link targets and attributes of a layer's files: looked at many at a time. */
const createNames = (gathering, inspect) => {
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
	const note = (file, inner, text) => {
		notes.push({
			of: {
				file,
				inner
			},
			text
		});
		size += text.length;
	};
	const addRecords = (file, pax) => {
		for (const [key, value] of Object.entries(pax)) {
			if (plain$2.has(key) || lastPax[key] === value) continue;
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
// src/image/shadow.ts
const whiteout = ".wh.";
const opaque = ".wh..wh..opq";
/** As the paths of all layers are compared: without a leading slash or dot. */
const normalPath = (name) => posix.normalize(name).replace(/^(?:\.{0,2}\/)+/, "").replace(/\/$/, "");
/** Of a whiteout file; such files are no content. */
const isWhiteout = (path) => posix.basename(path).startsWith(whiteout);
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
		const [folder, name] = [posix.dirname(path) === "." ? "" : posix.dirname(path), posix.basename(path)];
		if (name === opaque) push(opaqueKind, folder);
		else if (name.startsWith(whiteout)) push(whiteoutKind, posix.join(folder, name.slice(4)));
		else {
			push(entryKind, path);
			if (!isDirectory) push(solidKind, path);
		}
	};
	const build = () => {
		const sorted = hashes.slice(0, count).sort();
		const has = (kind, path) => search(sorted, hashOf(kind, path));
		const on = (path) => {
			if (has(entryKind, path)) return "overwritten";
			if (has(whiteoutKind, path)) return "deleted";
			return ancestorsOf(path).some((folder) => has(whiteoutKind, folder) || has(opaqueKind, folder) || folder !== "" && has(solidKind, folder)) ? "deleted" : void 0;
		};
		return { on };
	};
	return {
		add,
		build
	};
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
const openLayer = async (source, { descriptor, diffId }, { limits, allowance }, beside) => {
	allowance.spend(costs.layer);
	const stored = verified(counted(source.blob(descriptor), allowance), checkDigest(descriptor.digest), "it", descriptor.size);
	const { compression, stream } = await decompress(stored, {
		beside,
		frame: () => allowance.spend(costs.frame)
	});
	const isSame = compression === "none" && diffId === descriptor.digest;
	const plain = bounded(stream, descriptor.size, limits, allowance);
	const checked = diffId === void 0 || isSame ? plain : verified(plain, checkDigest(diffId), "what it unpacks to");
	return {
		compression,
		...await peek(checked)
	};
};
const holdsContent = (type) => ["file", "contiguous-file"].includes(type);
/** Of these Go, and so every engine, takes what follows for further members, whatever size the header gives (archive/tar, `isHeaderOnly`). */
const headerOnly = /* @__PURE__ */ new Set([
	"link",
	"symlink",
	"character-device",
	"block-device",
	"fifo"
]);
const contentOfLink = "a link or device with content, which engines read as further files";
/** Links, devices and whiteouts have no content; what their header lets follow all the same is downloaded like any other. */
const lookBehind = async (path, entry, gathering, inspect) => {
	if (entry.type === "directory") return;
	const { head, stream } = await peek(entry.content, 1);
	if (head.length === 0) return;
	await lookAtFile(gathering, inspect, path, stream);
	if (headerOnly.has(entry.type)) miss(gathering, path.slice(0, 200), contentOfLink);
};
const readEntry = async (entry, { gathering, names, spill, inspect, allowance }) => {
	allowance.spend(costs.member);
	const path = normalPath(entry.name);
	names.add(entry, path);
	if (!holdsContent(entry.type) || isWhiteout(path)) {
		await lookBehind(path, entry, gathering, inspect);
		return path;
	}
	gathering.files++;
	const content = await spill.take(path, entry.content);
	if (content !== void 0) await lookAtFile(gathering, inspect, path, content);
	return path;
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
	let entries = 0;
	for await (const entry of tarEntries(stream, takeApart(means))) {
		if (++entries > limits.entries) throw new ImageError(`it has more than ${limits.entries} entries`);
		if (signal?.aborted === true) throw new ImageError("interrupted");
		shadow.add(await readEntry(entry, means), entry.type === "directory");
	}
	for await (const _ of stream);
};
const readContent = async (source, task, shadow, means) => {
	const { gathering, inspect } = means;
	const beside = lookBeside(gathering, inspect, "(skippable frame)");
	const { compression, head, stream } = await openLayer(source, task, means, beside);
	const tallied = tally(stream, gathering);
	if (head.length === 0 || isTarHeader(head) || isEmptyTar(head)) return readTar(tallied, shadow, means);
	if (isLayerType(task.descriptor.mediaType)) {
		for await (const _ of tallied);
		throw new ImageError(noTar(compression));
	}
	const name = task.descriptor.annotations?.["org.opencontainers.image.title"] ?? `blob ${task.descriptor.digest}`;
	await lookAtFile(gathering, inspect, normalPath(name.slice(0, 1024)), tallied);
};
const isForeign = ({ mediaType, urls = [] }) => /foreign|nondistributable/.test(mediaType) || urls.length > 0;
const reasonOf$1 = (error, { descriptor }) => isForeign(descriptor) ? `${error.message}; a foreign layer, which is fetched from elsewhere` : error.message;
/** Reads only what a layer does to those below it: of one that is known to hold nothing else of interest. */
const readShadow = async (source, task, { limits, allowance }) => {
	const shadow = createShadow();
	const { head, stream } = await openLayer(source, task, {
		limits,
		allowance
	});
	if (!isTarHeader(head)) return shadow.build();
	let entries = 0;
	for await (const { name, type } of tarEntries(stream)) {
		allowance.spend(costs.member);
		if (++entries > limits.entries) throw new ImageError(`it has more than ${limits.entries} entries`);
		shadow.add(normalPath(name), type === "directory");
	}
	return shadow.build();
};
/** Reads a layer as it comes, and gives what it found even when it could not read to the end: that is in `missing`. */
const readLayer = async (source, task, options) => {
	const gathering = createGathering(options.allowance);
	const shadow = createShadow();
	const names = createNames(gathering, options.inspect);
	const spill = createGitSpill(() => options.allowance.spend(costs.frame));
	const note = (error) => {
		if (!(error instanceof ImageError) && error.code === void 0) throw error;
		const reason = reasonOf$1(error, task);
		if (gathering.missing.at(-1)?.reason !== reason) miss(gathering, `layer ${task.descriptor.digest}`, reason);
	};
	await readContent(source, task, shadow, {
		...options,
		gathering,
		names,
		spill
	}).catch(note);
	await Promise.resolve().then(names.end).catch(note);
	const { scratch: _, allowance: __, ...rest } = gathering;
	return {
		...rest,
		shadow: shadow.build(),
		repositories: spill.repositories(),
		remove: spill.remove
	};
};
async function* tally(stream, gathering) {
	for await (const chunk of stream) {
		gathering.bytes += chunk.length;
		yield chunk;
	}
}
// src/image/layers.ts
const keyOf$1 = ({ descriptor }) => descriptor.digest;
const nothingIn = () => ({
	...createGathering(),
	shadow: createShadow().build(),
	repositories: [],
	remove: async () => {}
});
const twoClaims = "configurations have different digests for what it unpacks to: one of them is wrong";
const isClean = ({ hits, missing, repositories }) => hits.length + missing.length + repositories.length === 0;
const createLayers = (options, cache) => {
	const { signal } = options;
	const readings = /* @__PURE__ */ new Map();
	/** Of layers that the cache spared reading. */
	const shadows = /* @__PURE__ */ new Map();
	const spared = /* @__PURE__ */ new Set();
	/** Diff IDs that configurations claim for layers. */
	const claims = /* @__PURE__ */ new Map();
	const disputed = /* @__PURE__ */ new Set();
	/** A layer comes to one diff ID: it is read anew for the first that is claimed, and others are wrong. */
	const isNewClaim = (task) => {
		const key = keyOf$1(task);
		const claimed = claims.get(key);
		if (task.diffId === void 0 || claimed === task.diffId) return false;
		if (claimed === void 0) return true;
		if (!disputed.has(key)) miss(readings.get(key), `layer ${task.descriptor.digest}`, twoClaims);
		disputed.add(key);
		return false;
	};
	const readOnce = async (source, task) => {
		if (task.diffId !== void 0) claims.set(keyOf$1(task), task.diffId);
		if (task.diffId !== void 0 && cache.isClean(task.diffId)) {
			spared.add(keyOf$1(task));
			return nothingIn();
		}
		const reading = await readLayer(source, task, options);
		if (task.diffId !== void 0 && isClean(reading) && signal?.aborted !== true) cache.markClean(task.diffId);
		return reading;
	};
	const read = async (source, task) => {
		const known = readings.get(keyOf$1(task));
		if (known !== void 0 && !isNewClaim(task)) return known;
		await known?.remove();
		const reading = await readOnce(source, task);
		readings.set(keyOf$1(task), reading);
		return reading;
	};
	const shadowOf = async (source, task) => {
		const reading = await read(source, task);
		const key = keyOf$1(task);
		if (!spared.has(key)) return reading.shadow;
		const known = shadows.get(key);
		if (known !== void 0) return known;
		let shadow = reading.shadow;
		try {
			shadow = await readShadow(source, task, options);
		} catch (error) {
			if (!(error instanceof ImageError) && error.code === void 0) throw error;
			miss(reading, `layer ${task.descriptor.digest}`, error.message);
		}
		shadows.set(key, shadow);
		return shadow;
	};
	const coverage = () => {
		const all = [...readings.values()];
		const sum = (count) => all.reduce((total, reading) => total + count(reading), 0);
		return {
			layers: all.length,
			files: sum(({ files }) => files),
			bytes: sum(({ bytes }) => bytes),
			missing: all.flatMap(({ missing }) => missing),
			skipped: all.flatMap(({ skipped }) => [...skipped.values()])
		};
	};
	const close = async () => {
		for (const { remove } of readings.values()) await remove();
	};
	return {
		read,
		shadowOf,
		coverage,
		close
	};
};
// src/image/companion.ts
/** Attestations up to this size are also looked into: what they carry in base64. */
const maxParsed = 32 << 20;
const maxDepth$2 = 30;
/** Keys of texts in base64: DSSE (`payload`), Rekor (`body`), and the Dockerfile in BuildKit's provenance (`data`). */
const wrapped = /* @__PURE__ */ new Set([
	"payload",
	"body",
	"data"
]);
function* unwrap(value, key, depth = 0) {
	if (typeof value === "string" && wrapped.has(key)) yield {
		key,
		content: Buffer.from(value, "base64")
	};
	if (typeof value !== "object" || value === null || depth > maxDepth$2) return;
	for (const [name, inner] of Object.entries(value)) yield* unwrap(inner, Array.isArray(value) ? key : name, depth + 1);
}
const parsed = (content) => {
	try {
		return JSON.parse(content.toString("utf8"));
	} catch {
		return;
	}
};
const lookInside = (content, path, inspect, hits, depth = 0) => {
	for (const { key, content: inner } of unwrap(parsed(content), "")) {
		const file = `${path}!${key}`;
		for (const hit of inspect(inner)) hits.push({
			hit,
			file,
			inner: ""
		});
		if (depth < 2) lookInside(inner, file, inspect, hits, depth + 1);
	}
};
const maxType = 200;
const pathOf = ({ manifest, annotations }, layer) => {
	return `attestation/${(layer.annotations?.["in-toto.io/predicate-type"] ?? annotations["dev.sigstore.bundle.predicateType"] ?? manifest.artifactType ?? layer.mediaType).slice(0, maxType)}`;
};
const readOne = async (source, layer, path, inspect, gathering) => {
	const kept = [];
	async function* passing() {
		for await (const chunk of verified(source.blob(layer), checkDigest(layer.digest), "it", layer.size)) {
			gathering.allowance.spend(chunk.length);
			if (layer.size <= maxParsed) kept.push(chunk);
			yield chunk;
		}
	}
	await lookAtFile(gathering, inspect, path, passing());
	lookInside(Buffer.concat(kept), path, inspect, gathering.hits);
};
/** Looks at what is said about an image beside it: provenance, bills of materials, signatures. */
const readCompanion = async (source, companion, { inspect, allowance }) => {
	const gathering = createGathering(allowance);
	for (const layer of companion.layers) try {
		allowance.spend(costs.layer);
		await readOne(source, layer, pathOf(companion, layer), inspect, gathering);
	} catch (error) {
		if (!(error instanceof ImageError)) throw error;
		gathering.missing.push({
			what: `attestation ${layer.digest}`,
			reason: error.message
		});
	}
	return gathering;
};
// src/image/config-notes.ts
const maxName$1 = 200;
const shortName = (name) => name.slice(0, maxName$1);
const envNotes = (config) => textsOf(config["Env"]).map((text) => {
	const name = shortName(text.split("=", 1)[0]);
	return {
		of: {
			path: `config/Env/${name}`,
			setBy: {
				verb: "ENV",
				name
			}
		},
		text
	};
});
const labelNotes = (config) => Object.entries(isJsonObject(config["Labels"]) ? config["Labels"] : {}).map(([key, value]) => {
	const name = shortName(key);
	return {
		of: {
			path: `config/Labels/${name}`,
			setBy: {
				verb: "LABEL",
				name
			}
		},
		text: `${key}=${String(value)}`
	};
});
const commands = {
	Cmd: "CMD",
	Entrypoint: "ENTRYPOINT",
	Shell: "SHELL",
	OnBuild: "ONBUILD"
};
const commandNotes = (config) => Object.entries(commands).flatMap(([key, verb]) => {
	const words = textsOf(config[key]);
	return words.length === 0 ? [] : [{
		of: {
			path: `config/${key}`,
			setBy: { verb }
		},
		text: words.join(" ")
	}];
});
const healthNotes = (config) => {
	const test = isJsonObject(config["Healthcheck"]) ? textsOf(config["Healthcheck"]["Test"]) : [];
	return test.length === 0 ? [] : [{
		of: {
			path: "config/Healthcheck",
			setBy: { verb: "HEALTHCHECK" }
		},
		text: test.join(" ")
	}];
};
const read = /* @__PURE__ */ new Set([
	"Env",
	"Labels",
	"Healthcheck",
	...Object.keys(commands)
]);
const maxDepth$1 = 20;
/** Every other text, since clients add keys of their own. */
const leaves = (value, path, key, depth = 0) => {
	if (typeof value === "string") return value === "" ? [] : [{
		of: { path },
		text: `${key}=${value}`
	}];
	if (typeof value !== "object" || value === null) return [];
	if (depth > maxDepth$1) return [{
		of: { path },
		text: JSON.stringify(value)
	}];
	return Object.entries(value).flatMap(([name, inner]) => [...typeof inner === "string" || Array.isArray(value) ? [] : [{
		of: { path },
		text: name
	}], ...leaves(inner, `${path}/${shortName(name)}`, name, depth + 1)]);
};
const isText = (value) => typeof value === "string";
/** Whether a setting is what its own notes tell of in full, as engines write it. */
const isUsual = (key, value) => {
	if (key === "Labels") return isJsonObject(value) && Object.values(value).every(isText);
	if (key !== "Healthcheck") return Array.isArray(value) && value.every(isText);
	if (!isJsonObject(value)) return false;
	const { Test: test = [], ...times } = value;
	return isUsual("Cmd", test) && Object.values(times).every((time) => typeof time === "number");
};
const otherSettings = (config) => {
	if (!isJsonObject(config)) return leaves(config, "config", "");
	const others = Object.entries(config).filter(([key, value]) => !read.has(key) || !isUsual(key, value));
	return leaves(Object.fromEntries(others), "config", "");
};
/** What of an entry of the history is not told of as such. */
const otherHistory = (entry) => {
	if (!isJsonObject(entry)) return entry;
	const { created_by: made, comment, author, created: _, ...others } = entry;
	const odd = [
		made,
		comment,
		author
	].filter((value) => value !== void 0 && !isText(value));
	return {
		...others,
		...odd.length === 0 ? {} : { odd }
	};
};
const otherNotes = (document) => {
	const { history, rootfs, config, container_config: copy, ...top } = document;
	const { diff_ids: _, ...root } = isJsonObject(rootfs) ? rootfs : { diff_ids: [] };
	const entries = Array.isArray(history) ? Object.fromEntries(history.map((entry, i) => [i + 1, otherHistory(entry)])) : history;
	return [
		...leaves({
			...top,
			rootfs: root
		}, "config", ""),
		...otherSettings(config),
		...otherSettings(copy).map(({ of, text }) => ({
			of: {
				...of,
				isCopy: true
			},
			text
		})),
		...leaves(entries, "history", "")
	];
};
const settingNotes = (config) => [
	...envNotes(config),
	...labelNotes(config),
	...commandNotes(config),
	...healthNotes(config)
];
/** Texts of an image's configuration (image specification 1.1, config.md), and of what engines of old add to it. */
const configNotes = (document) => {
	const [config, copy] = [document["config"], document["container_config"]];
	const copied = isJsonObject(copy) ? settingNotes(copy) : [];
	return [
		...isJsonObject(config) ? settingNotes(config) : [],
		...copied.map(({ of, text }) => ({
			of: {
				...of,
				isCopy: true
			},
			text
		})),
		...otherNotes(document)
	];
};
const historyNotes = (history) => history.flatMap(({ createdBy, comment, author }, entry) => [
	createdBy,
	comment,
	author
].flatMap((text, i) => text === "" ? [] : [{
	of: {
		path: `history/${entry + 1}`,
		...i === 0 ? { entry } : {}
	},
	text
}]));
const annotationNotes = (annotations) => Object.entries(annotations).map(([key, value]) => ({
	of: { path: `annotations/${shortName(key)}` },
	text: `${key}=${value}`
}));
const digest = /^[a-z0-9]+:[0-9a-f]{32,}$/;
/** Texts of a manifest or index: annotations, also of its descriptors, data that they carry, keys of clients' own. */
const manifestNotes = (value, path = "manifest", key = "", depth = 0) => {
	if (typeof value === "string" && (digest.test(value) || key === "mediaType")) return [];
	if (typeof value !== "object" || value === null || depth > maxDepth$1) return leaves(value, path, key, depth);
	return Object.entries(value).flatMap(([name, inner]) => name === "annotations" && isJsonObject(inner) && Object.values(inner).every(isText) ? annotationNotes(inner) : manifestNotes(inner, `${path}/${shortName(name)}`, name, depth + 1));
};
// src/image/history.ts
const historyOf = (config) => listOf(config["history"]).filter(isJsonObject).map((entry) => ({
	createdBy: textOf(entry["created_by"]) ?? "",
	comment: textOf(entry["comment"]) ?? "",
	author: textOf(entry["author"]) ?? "",
	emptyLayer: entry["empty_layer"] === true
}));
/** The entry that made each layer, as an index into the history; undefined for all where the two do not agree. */
const layersInHistory = (history, layers) => {
	const made = history.flatMap(({ emptyLayer }, i) => emptyLayer ? [] : [i]);
	return made.length === layers ? made : new Array(layers).fill(void 0);
};
// src/image/instruction.ts
const nop = /^(?:\/bin\/sh -c|powershell [^#]{0,200}?|cmd \/S \/C)\s{1,20}#\(nop\)\s*/;
/** With its options, up to the command: `/bin/bash -o pipefail -c `. */
const shell = /^(?:[^\s=]*\/)?(?:(?:ba|da|a|z|k)?sh(?:\s+-[A-Za-z]+(?:\s+pipefail)?)+|cmd \/S \/C)\s+/;
const verbs = /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\s+/;
/** `|2 NAME=value OTHER=value /bin/sh -c …`: build arguments stand before the command, their values unquoted. */
const isWithArguments = /^\|\d+\s/;
const command = /\s(?:[^\s=]*\/)?(?:(?:ba|da|a|z|k)?sh(?:\s+-\S+)+|cmd(?:\.exe)?\s+\/S\s+\/C|powershell\S*)\s/;
/** Parts build arguments from the command; a command without a shell cannot be told from them. */
const partArguments = (text) => {
	if (!isWithArguments.test(text)) return {
		values: "",
		rest: text
	};
	const at = command.exec(text)?.index ?? text.length;
	return {
		values: text.slice(0, at),
		rest: text.slice(at).trim()
	};
};
/** Enough of a command to know it by; what is hostile is longer. */
const maxRead = 8192;
/** Reads `created_by` as BuildKit, the classic builder, buildah and kaniko write it. */
const instructionOf = (createdBy) => {
	const text = createdBy.slice(0, maxRead).trim().replace(/ # buildkit$/, "");
	const plain = text.replace(nop, "");
	const [, verb] = verbs.exec(plain) ?? [];
	if (verb !== void 0 && verb !== "RUN") return {
		verb,
		rest: plain.slice(verb.length).trim()
	};
	const { values, rest } = partArguments(plain.replace(/^RUN\s+/, ""));
	const run = rest.replace(shell, "").trim() || (values === "" ? "" : "…");
	return run === "" || nop.test(text) ? void 0 : {
		verb: "RUN",
		rest: run
	};
};
/** Instructions that give names values. */
const settings = [
	"ARG",
	"ENV",
	"LABEL"
];
const value = /=(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)/g;
const withoutValues = ({ verb, rest }) => {
	if (!settings.includes(verb)) return rest;
	return /^[^\s=]+\s/.test(rest) && !/^[^\s=]+=/.test(rest) ? rest.replace(/^(\S+)\s.*$/s, "$1 …") : rest.replace(value, "=…");
};
/** The classic builder and buildah name what they copied by its hash. */
const contentHash = /\b(dir|file|multi):[0-9a-f]{64}\b/g;
const maxShown = 160;
/** An instruction as reports show it: in one line, without the values of settings and build arguments, and without secrets. */
const shownInstruction = (createdBy, secrets) => {
	const instruction = instructionOf(createdBy);
	if (instruction === void 0) return void 0;
	let text = withoutValues(instruction).replace(contentHash, "$1");
	for (const secret of secrets) if (secret !== "") text = text.replaceAll(secret, "…");
	const line = `${instruction.verb} ${text.replace(/\s+/g, " ")}`;
	return line.length > maxShown ? `${line.slice(0, 159)}…` : line;
};
/** The name of the setting or build argument whose value holds an offset. */
const nameAt = (createdBy, offset) => {
	const before = createdBy.slice(Math.max(0, offset - 4096), offset);
	return /(?:^|\s)([A-Za-z_][\w.-]{0,199})=\S*$/.exec(before)?.[1];
};
// src/image/match-dockerfile.ts
const flags = /^(?:--[a-z-]+(?:=\S*)?\s+)+/;
/** `["a", "b"]` as words. */
const wordsOf = (rest) => {
	if (rest.startsWith("[")) try {
		const words = JSON.parse(rest);
		if (Array.isArray(words)) return words.map(String);
	} catch {}
	return rest.split(/\s+/).filter(Boolean);
};
const plain$1 = (rest) => wordsOf(rest.replace(flags, "")).join(" ");
const destination = (rest) => (wordsOf(rest.replace(flags, "")).at(-1) ?? "").replace(/\/+$/, "").replace(/^\.\/?/, "");
const nameOf$1 = (rest) => rest.split(/[=\s]/, 1)[0];
/** Enough of a command to tell it from others. */
const comparedLength = 400;
const isSameRun = (ours, theirs) => {
	if (ours.includes("<<")) return true;
	if (theirs === "…") return plain$1(ours) !== ours;
	return plain$1(ours).slice(0, comparedLength) === plain$1(theirs).slice(0, comparedLength);
};
/** Builders write destinations as they are, or from the root. */
const isSameCopy = (ours, theirs) => ours.includes("$") || destination(theirs).endsWith(destination(ours));
const isSame = (ours, theirs) => {
	if (ours.verb !== theirs.verb) return false;
	if (ours.verb === "RUN") return isSameRun(ours.rest, theirs.rest);
	if (ours.verb === "COPY" || ours.verb === "ADD") return isSameCopy(ours.rest, theirs.rest);
	return [
		"ENV",
		"ARG",
		"LABEL"
	].includes(ours.verb) ? nameOf$1(ours.rest) === nameOf$1(theirs.rest) : true;
};
/** Builders differ in whether these are in the history. */
const optional = [
	"ARG",
	"ONBUILD",
	"SHELL",
	"MAINTAINER"
];
/** Pairs instructions with history entries from the end; undefined where they disagree. */
const pairUp = ({ instructions }, history) => {
	const pairs = /* @__PURE__ */ new Map();
	let entry = history.length - 1;
	for (const instruction of instructions.toReversed()) {
		const theirs = history[entry];
		if (theirs !== void 0 && isSame(instruction, theirs)) pairs.set(entry--, instruction);
		else if (!optional.includes(instruction.verb)) return void 0;
	}
	return pairs.size === 0 ? void 0 : pairs;
};
/** Fewer matches say little: many images end with a CMD. */
const fewest = 2;
const matchIn = (dockerfile, history) => dockerfile.stages.flatMap((_, target) => {
	const chain = chainOf(dockerfile, target);
	const pairs = pairUp(chain, history);
	if (pairs === void 0 || pairs.size < Math.min(fewest, history.length)) return [];
	return [{
		path: dockerfile.path,
		instructions: pairs,
		base: chain.base,
		firstOwn: Math.min(...pairs.keys())
	}];
});
/** The Dockerfile whose instructions an image's history ends with: the one that explains most of it. */
const matchDockerfile = (dockerfiles, history) => {
	const read = history.map(({ createdBy }) => instructionOf(createdBy));
	const [best] = dockerfiles.flatMap((dockerfile) => matchIn(dockerfile, read)).sort((a, b) => b.instructions.size - a.instructions.size || a.path.length - b.path.length);
	return best;
};
// src/image/place.ts
/** Later than every commit: what brought a secret into the history comes first. */
const order = Number.MAX_SAFE_INTEGER;
/** A layer of many findings in many images is a trap; real ones stay far below. */
const maxPlaces = 2e5;
const removalKey = (removed) => removed === void 0 ? "" : `${removed.how} ${removed.layer}`;
const keyOf = (hit, { kind, path, layer, layerNumber, commit, removed, instruction }) => [
	hit.check,
	hit.secret,
	kind,
	path,
	hit.start,
	layer,
	layerNumber,
	commit,
	removalKey(removed),
	instruction
].join("\0");
const createPlaces = (name) => {
	const places = /* @__PURE__ */ new Map();
	let count = 0;
	const addTo = (image, hit, place, platform) => {
		if (++count > maxPlaces) throw new ImageError(`its findings stand in more than ${maxPlaces} places`);
		const key = `${keyOf(hit, place)}\0${image}`;
		const known = places.get(key);
		if (known !== void 0) known.platforms.add(platform);
		else places.set(key, {
			hit,
			place: {
				...place,
				image
			},
			platforms: /* @__PURE__ */ new Set([platform])
		});
	};
	const sightings = () => [...places.values()].map(({ hit, place, platforms }) => {
		const platform = [...platforms].filter(Boolean).sort().join(", ");
		return {
			hit,
			location: {
				...place,
				...platform === "" ? {} : { platform },
				...span(hit)
			},
			order
		};
	});
	const within = (image) => ({
		add: (hit, place, platform) => addTo(image, hit, place, platform),
		within,
		sightings
	});
	return within(name);
};
// src/image/place-config.ts
/** Looks at all that an image's configuration and history say. */
const inspectConfig = ({ config, document }, inspect) => inspectNotes([
	...configNotes(config),
	...historyNotes(historyOf(config)),
	...manifestNotes(document)
], inspect);
/** A setting is told where it takes effect, not once more in the history; a build argument at the first step that knows it. */
const withoutRepeats = (all, story) => {
	const told = new Set(all.filter(({ of }) => of.isCopy !== true).map(({ hit }) => hit.secret));
	const hits = all.filter(({ of, hit }) => of.isCopy !== true || !told.has(hit.secret));
	const settings = hits.filter(({ of }) => of.setBy !== void 0);
	const isSetAt = new Set(settings.map(({ of, hit }) => `${story.entrySetting(of.setBy.verb, of.setBy.name)} ${hit.secret}`));
	const seen = /* @__PURE__ */ new Set();
	return hits.filter(({ of, hit }) => {
		if (of.entry === void 0) return true;
		const isRepeat = seen.has(hit.secret) || isSetAt.has(`${of.entry} ${hit.secret}`);
		seen.add(hit.secret);
		return !isRepeat;
	});
};
/** The entry to blame: of a build argument the ARG that lets it in, where there is one. */
const entryOf = ({ setBy, entry }, name, story) => {
	if (setBy !== void 0) return story.entrySetting(setBy.verb, setBy.name);
	return (name === void 0 ? void 0 : story.entrySetting("ARG", name)) ?? entry;
};
const nameOf = ({ of, hit }, { history }) => of.entry === void 0 ? void 0 : nameAt(history[of.entry].createdBy, hit.start);
const placeConfig = (places, image, found, story) => {
	for (const at of withoutRepeats(found, story)) {
		const name = nameOf(at, story);
		const path = name === void 0 ? at.of.path : `${at.of.path}/${name}`;
		places.add(at.hit, {
			kind: "config",
			path,
			present: true,
			...story.ofEntry(entryOf(at.of, name, story))
		}, image.platform);
	}
};
// src/image/git-repositories.ts
/** Joins the parts of repositories, layer by layer; the upper ones' refs win. */
const joinRepositories = (layers) => {
	const joined = /* @__PURE__ */ new Map();
	for (const [layer, repositories] of layers.entries()) for (const part of repositories) {
		const known = joined.get(part.path);
		if (known === void 0) joined.set(part.path, {
			path: part.path,
			layer,
			mark: part.mark,
			parts: [part]
		});
		else joined.set(part.path, {
			...known,
			parts: [...known.parts, part]
		});
	}
	return [...joined.values()];
};
const refsOf = ({ parts }) => new Map(parts.flatMap(({ refs }) => [...refs]));
const isId = (value) => value !== void 0 && !value.startsWith("ref: ");
const headOf = (refs) => {
	const value = refs.get("HEAD");
	const named = value?.startsWith("ref: ") ? refs.get(value.slice(5)) : value;
	return isId(named) ? named : void 0;
};
/** Names of our own for every ref: only what they reach matters. */
const packedRefs = (refs) => {
	return [...new Set([...refs.values()].filter(isId))].map((id, i) => `${id} refs/heads/image-${i}\n`).join("");
};
const configuration = (format) => format === "sha1" ? "[core]\n	repositoryformatversion = 0\n	bare = true\n" : "[core]\n	repositoryformatversion = 1\n	bare = true\n[extensions]\n	objectformat = sha256\n";
/** Makes a bare repository of ours that borrows the objects; nothing of the image's configuration reaches it. */
const assemble = async (repository, folder) => {
	const refs = refsOf(repository);
	const format = repository.parts.some(({ idLength }) => idLength === 64) ? "sha256" : "sha1";
	await mkdir(join(folder, "objects", "info"), { recursive: true });
	await mkdir(join(folder, "refs"));
	const shallow = [...new Set(repository.parts.flatMap((part) => part.shallow))];
	await writeFile(join(folder, "objects", "info", "alternates"), repository.parts.map(({ objects }) => `${objects}\n`).join(""));
	await writeFile(join(folder, "config"), configuration(format));
	await writeFile(join(folder, "HEAD"), `${headOf(refs) ?? "ref: refs/heads/none"}\n`);
	await writeFile(join(folder, "packed-refs"), packedRefs(refs));
	if (shallow.length > 0) await writeFile(join(folder, "shallow"), `${shallow.join("\n")}\n`);
};
/** A repository that git can read. A history that was cut off before the image was built is whole as far as the image goes. */
const assembleRepository = async (repository) => {
	const folder = await privateFolder();
	try {
		await assemble(repository, folder.path);
		return {
			repository: {
				...await openRepository(folder.path),
				shallow: false
			},
			folder
		};
	} catch (error) {
		await folder.remove();
		throw error;
	}
};
// src/image/story.ts
const diffIdsOf = (config) => isJsonObject(config["rootfs"]) ? textsOf(config["rootfs"]["diff_ids"]) : [];
/** Instructions that give names values. */
const naming = [
	"ENV",
	"LABEL",
	"ARG"
];
const namesIn = ({ verb, rest }) => naming.includes(verb) ? [rest.split(/[=\s]/, 1)[0], ...rest.split(/\s+/).map((word) => word.split("=", 1)[0])] : [];
/** The last entry that sets something, by verb, and by verb and name: later ones win. */
const settersOf = (history) => {
	const setters = /* @__PURE__ */ new Map();
	for (const [at, { createdBy }] of history.entries()) {
		const instruction = instructionOf(createdBy);
		if (instruction === void 0) continue;
		setters.set(instruction.verb, at);
		for (const name of namesIn(instruction)) setters.set(`${instruction.verb} ${name}`, at);
	}
	return setters;
};
const named = (name, entries) => name === "scratch" ? void 0 : {
	name,
	entries,
	layers: 0
};
const isPrefix = (short, long) => short.length > 0 && short.length < long.length && short.every((id, i) => id === long[i]);
/** Proved by layers where an image of the run is a base; else as the Dockerfile or the builder's comment has it. */
const baseOf = (history, diffIds, { dockerfile, known }) => {
	const [proved] = known.filter((image) => isPrefix(image.diffIds, diffIds)).sort((a, b) => b.diffIds.length - a.diffIds.length);
	if (proved !== void 0) return {
		name: proved.name,
		entries: 0,
		layers: proved.diffIds.length
	};
	if (dockerfile !== void 0) return named(dockerfile.base, dockerfile.firstOwn);
	const first = history.findLastIndex(({ comment }) => /^FROM (?![0-9a-f]{12,64}$)\S/.test(comment));
	return first === -1 ? void 0 : named(history[first].comment.slice(5).trim(), first);
};
const maxName = 200;
const storyOf = ({ config, layers }, surroundings) => {
	const { secrets, dockerfile } = surroundings;
	const history = historyOf(config);
	const diffIds = diffIdsOf(config);
	const made = layersInHistory(history, layers.length);
	const base = baseOf(history, diffIds, surroundings);
	const setters = settersOf(history);
	const madeBy = (entry) => {
		const instruction = shownInstruction(history[entry].createdBy, secrets);
		const placed = dockerfile?.instructions.get(entry);
		const line = placed && {
			path: dockerfile.path,
			line: placed.line,
			endLine: placed.endLine
		};
		return {
			...instruction === void 0 ? {} : { instruction },
			...line === void 0 ? {} : { dockerfile: line }
		};
	};
	const ofEntry = (entry, isFromBase = false) => {
		const isBase = isFromBase || entry !== void 0 && entry < (base?.entries ?? 0);
		return {
			...entry === void 0 ? {} : madeBy(entry),
			...isBase ? { base: base.name.slice(0, maxName) } : {}
		};
	};
	return {
		history,
		diffIds,
		ofLayer: (layer) => ofEntry(made[layer], layer < (base?.layers ?? 0)),
		ofEntry: (entry) => ofEntry(entry),
		entrySetting: (verb, name) => setters.get(name === void 0 ? verb : `${verb} ${name}`)
	};
};
/** What the layers above do to a file of a layer. */
const removalOf = (file, layer, shadows, story) => {
	for (let above = layer + 1; above < shadows.length; above++) {
		const how = shadows[above]?.on(file);
		if (how === void 0) continue;
		const { instruction } = story.ofLayer(above);
		return {
			how,
			layer: above + 1,
			...instruction === void 0 ? {} : { instruction }
		};
	}
};
// src/image/place-layers.ts
const tooSlow = "its history takes far longer than others of its size: the rest is not read";
/** Scans for as long as the run allows. */
const scanInTime = async (repository, { scanRepository, allowance }) => {
	const left = allowance.historyTime();
	const slow = {
		what: "history",
		reason: tooSlow
	};
	if (left === 0) return {
		sightings: [],
		coverage: { missing: [slow] }
	};
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), left);
	const start = performance.now();
	try {
		const { sightings, coverage } = await scanRepository(repository, stop.signal);
		const missing = [...coverage.missing ?? [], ...stop.signal.aborted ? [slow] : []];
		return {
			sightings,
			coverage: {
				...coverage,
				missing
			}
		};
	} finally {
		clearTimeout(timer);
		allowance.useHistoryTime(performance.now() - start);
	}
};
/** Without what was found as a secret in names. */
const scrubbed = (path, secrets) => secrets.reduce((text, secret) => secret === "" ? text : text.replaceAll(secret, "…"), path);
const placer = (image, { readings, shadows }, story) => {
	return (file, i, path) => {
		const removed = removalOf(file, i, shadows, story);
		return {
			kind: "layer",
			path,
			layer: image.layers[i].digest,
			layerNumber: i + 1,
			layerCount: readings.length,
			present: removed === void 0,
			...story.ofLayer(i),
			...removed === void 0 ? {} : { removed }
		};
	};
};
/** What a commit brought in, in the words of a location; what HEAD shows is told with the commit. */
const placeHistory = async (places, repository, toPlace, platform, means) => {
	const { repository: assembled, folder } = await assembleRepository(repository);
	try {
		const { sightings, coverage } = await scanInTime(assembled, means);
		for (const { hit, location } of sightings) {
			if (location.kind === "file") continue;
			const { path, commit, author, date, reachable } = location;
			const who = Object.fromEntries(Object.entries({
				commit,
				author,
				date,
				reachable
			}).filter(([, value]) => value !== void 0));
			places.add(hit, {
				...toPlace(`${repository.path}!${path}`),
				...who
			}, platform);
		}
		return (coverage.missing ?? []).map(({ what, reason }) => ({
			what: `${repository.path}: ${what}`,
			reason
		}));
	} finally {
		await folder.remove();
	}
};
/** Places what the layers of an image hold, and what the repositories in them hold. */
const placeLayers = async (places, image, layers, story, means) => {
	const { readings } = layers;
	const placeOf = placer(image, layers, story);
	for (const [i, { hits }] of readings.entries()) {
		const secrets = hits.filter(({ inner }) => inner.startsWith(" (")).map(({ hit }) => hit.secret);
		for (const { hit, file, inner } of hits) places.add(hit, placeOf(file, i, scrubbed(`${file}${inner}`, secrets)), image.platform);
	}
	const missing = [];
	for (const repository of joinRepositories(readings.map(({ repositories }) => repositories))) {
		const toPlace = (path) => placeOf(repository.mark, repository.layer, path);
		missing.push(...await placeHistory(places, repository, toPlace, image.platform, means));
	}
	return missing;
};
// src/image/odd-keys.ts
/** Keys that decide what is read. Go, and so every engine, takes them in any case, and the last of two. */
const deciding = new Map([
	"manifests",
	"layers",
	"config",
	"subject",
	"rootfs",
	"diff_ids",
	"digest",
	"fsLayers"
].map((key) => [key.toLowerCase(), key]));
const stringToken = /"(?:[^"\\]|\\.)*"/g;
/** Keys and texts of a parsed document. */
const countStrings = (value) => {
	let count = 0;
	const stack = [value];
	while (stack.length > 0) {
		const one = stack.pop();
		if (typeof one === "string") count++;
		else if (Array.isArray(one)) for (const item of one) stack.push(item);
		else if (isJsonObject(one)) {
			const entries = Object.entries(one);
			count += entries.length;
			for (const [, item] of entries) stack.push(item);
		}
	}
	return count;
};
const variantIn = (object) => isJsonObject(object) ? Object.keys(object).find((key) => (deciding.get(key.toLowerCase()) ?? key) !== key) : void 0;
/** Where the keys stand that decide: at the top, and in descriptors and `rootfs`. */
const decidingObjects = (document) => [
	document,
	...["manifests", "layers"].flatMap((key) => Array.isArray(document[key]) ? document[key] : []),
	document["config"],
	document["subject"],
	document["rootfs"]
];
/** Why engines may read a document in another way than it is read here; undefined where they cannot. */
const oddKeys = (content, document) => {
	const variant = decidingObjects(document).map(variantIn).find((key) => key !== void 0);
	if (variant !== void 0) return `engines read its key ${JSON.stringify(variant.slice(0, 20))} as ${JSON.stringify(deciding.get(variant.toLowerCase()))}`;
	let tokens = 0;
	for (const _ of content.toString("latin1").matchAll(stringToken)) tokens++;
	return tokens === countStrings(document) ? void 0 : "a key stands in it twice, of which engines take one or the other";
};
// src/image/platform.ts
/** `linux/arm/v7`. */
const platformText = ({ os, architecture, variant }) => [
	os,
	architecture,
	...variant === void 0 ? [] : [variant]
].join("/");
/** Variants that go without saying: `linux/arm64` is `linux/arm64/v8` (containerd, platforms/database.go). */
const plain = (text) => text.replace(/^([^/]+\/arm64)\/v8$/, "$1").replace(/^([^/]+)\/x86_64$/, "$1/amd64").replace(/^([^/]+)\/aarch64$/, "$1/arm64");
/** Whether a platform was asked for; a wish without a variant means all of them. What names no platform is always read. */
const isWanted = (wishes, platform) => {
	if (wishes.length === 0 || platform === void 0) return true;
	const text = plain(platformText(platform));
	return wishes.map(plain).some((wish) => text === wish || text.startsWith(`${wish}/`));
};
// src/image/walk.ts
const maxDepth = 5;
const maxManifests = 1e3;
const maxLayers = 2e3;
const maxReferrers = 100;
/** Of all manifests of an image together. */
const maxAllLayers = 1e5;
/** Bytes of all documents of an image: a configuration may be named by many manifests, and is read for each. */
const maxDocuments = 128 << 20;
const attestationFor = ({ annotations }) => annotations?.["vnd.docker.reference.type"] === "attestation-manifest" ? annotations["vnd.docker.reference.digest"] ?? "" : void 0;
const layersOf = (manifest) => {
	const layers = listOf(manifest["layers"]);
	if (layers.length > maxLayers) throw new ImageError(`it has more than ${maxLayers} layers`);
	return layers.map(descriptorOf);
};
const readJson = async (walk, descriptor) => {
	if (walk.documents > maxDocuments) throw new ImageError(`the documents of the image exceed ${maxDocuments} bytes`);
	const content = await verifiedDocument(walk.source.document, descriptor);
	walk.documents += content.length;
	const document = parseDocument(content);
	const odd = oddKeys(content, document);
	if (odd !== void 0) walk.missing.push({
		what: `document ${descriptor.digest}`,
		reason: odd
	});
	return document;
};
const platformIn = (config) => {
	const { os, architecture, variant } = config;
	if (typeof os !== "string" || typeof architecture !== "string" || os === "" || architecture === "") return void 0;
	return {
		os,
		architecture,
		...typeof variant === "string" && variant !== "" ? { variant } : {}
	};
};
/** What of an index is about no platform: `unknown/unknown`, as BuildKit marks attestations. */
const isPlatform = (platform) => platform !== void 0 && platform.os !== "unknown" && platform.os !== "";
/** An image that names another as its subject is pulled and run like any: attestations have layers of other types. */
const isRunnable = (manifest, layers) => /image|container/.test(descriptorOf(manifest["config"]).mediaType) && layers.some(({ mediaType }) => /\.(?:tar|diff)\b|image\.layer/.test(mediaType));
const addManifest = async (walk, descriptor, manifest, label) => {
	const annotations = textMapOf(manifest["annotations"]);
	const about = attestationFor(descriptor) ?? (isJsonObject(manifest["subject"]) ? descriptorOf(manifest["subject"]).digest : void 0);
	const layers = layersOf(manifest);
	walk.layers += layers.length;
	if (walk.layers > maxAllLayers) throw new ImageError(`the image has more than ${maxAllLayers} layers in all`);
	const config = await readConfig(walk, manifest);
	if (about !== void 0 && !isRunnable(manifest, layers)) {
		walk.companions.push({
			manifest: descriptor,
			about,
			config,
			layers,
			annotations,
			document: manifest
		});
		return;
	}
	const platform = isPlatform(descriptor.platform) ? descriptor.platform : platformIn(config);
	if (!isWanted(walk.platforms, platform)) return;
	const text = platform === void 0 ? "" : platformText(platform);
	const contents = [descriptorOf(manifest["config"]), ...layers].map(({ digest }) => digest).join(" ");
	if (walk.known?.has(contents) === true) return;
	walk.images.push({
		manifest: descriptor,
		label,
		platform: text,
		config,
		contents,
		layers,
		document: manifest
	});
};
const readConfig = async (walk, manifest) => {
	const descriptor = descriptorOf(manifest["config"]);
	try {
		return await readJson(walk, descriptor);
	} catch (error) {
		if (!(error instanceof ImageError)) throw error;
		if (!/image|container/.test(descriptor.mediaType)) return {};
		walk.missing.push({
			what: `configuration ${descriptor.digest}`,
			reason: error.message
		});
		return {};
	}
};
/** Names of images in an archive: as containerd has them, else as the specification does (annotations.md). */
const labelOf = ({ annotations }) => annotations?.["io.containerd.image.name"] ?? annotations?.["org.opencontainers.image.ref.name"];
const addIndex = async (walk, index, { depth, label }) => {
	walk.indexes.push(index);
	const entries = listOf(index["manifests"]).map(descriptorOf);
	for (const entry of entries) if (!(isPlatform(entry.platform) && !isWanted(walk.platforms, entry.platform))) await visit(walk, entry, {
		depth: depth + 1,
		label: labelOf(entry) ?? label
	});
};
const schema1 = "it is a manifest of schema 1, which registries no longer take: push it again with a current tool";
const open$1 = async (walk, descriptor, standing) => {
	const document = await readJson(walk, descriptor);
	if (Array.isArray(document["manifests"])) await addIndex(walk, document, standing);
	else if (Array.isArray(document["layers"])) await addManifest(walk, descriptor, document, standing.label);
	else if (Array.isArray(document["fsLayers"])) throw new ImageError(schema1);
	else throw new ImageError("it is neither a manifest nor an index");
};
/** What cannot be had of one manifest does not keep the others from being read. */
const visit = async (walk, descriptor, standing) => {
	if (walk.seen.has(descriptor.digest)) return;
	walk.seen.add(descriptor.digest);
	const what = `manifest ${descriptor.digest}`;
	try {
		if (standing.depth > maxDepth) throw new ImageError(`indexes are nested more than ${maxDepth} deep`);
		if (walk.seen.size > maxManifests) throw new ImageError(`there are more than ${maxManifests} manifests`);
		await open$1(walk, descriptor, standing);
	} catch (error) {
		if (!(error instanceof ImageError)) throw error;
		if (error instanceof AbsentError && standing.depth > 0 && walk.platforms.length === 0) walk.leftOut.push({
			what: leftOutWords(descriptor),
			reason: error.message
		});
		else walk.missing.push({
			what,
			reason: error.message
		});
	}
};
const leftOutWords = ({ platform }) => isPlatform(platform) ? `platform ${platformText(platform)}` : "attestation";
/** A registry that will not list them keeps nobody from reading the image. */
const referrersOf = async ({ source, missing }, digest) => {
	try {
		return await source.referrers(digest);
	} catch (error) {
		if (!(error instanceof ImageError)) throw error;
		missing.push({
			what: `what refers to ${digest}`,
			reason: error.message
		});
		return [];
	}
};
const addReferrers = async (walk, digests) => {
	for (const digest of digests) {
		const referrers = await referrersOf(walk, digest);
		if (referrers.length > maxReferrers) walk.missing.push({
			what: `what refers to ${digest}`,
			reason: `more than ${maxReferrers} manifests do`
		});
		for (const referrer of referrers.slice(0, maxReferrers)) await visit(walk, referrer, {
			depth: 1,
			label: ""
		});
	}
};
/** What is about the platforms that were asked for, or about all of them. */
const wantedCompanions = ({ platforms, images, companions }, root) => {
	const wanted = /* @__PURE__ */ new Set([root.digest, ...images.map(({ manifest }) => manifest.digest)]);
	return platforms.length === 0 ? companions : companions.filter(({ about }) => wanted.has(about));
};
/**
* Finds the images that a name stands for: all platforms of an index, and what refers to them. Of a further form of an archive
* only what the forms before it did not lead to: their images are known by their contents.
*/
const walkImage = async (source, platforms, known) => {
	const walk = {
		source,
		platforms,
		known,
		seen: /* @__PURE__ */ new Set(),
		images: [],
		companions: [],
		indexes: [],
		documents: 0,
		layers: 0,
		missing: [],
		leftOut: []
	};
	const root = await source.root();
	await visit(walk, root, {
		depth: 0,
		label: ""
	});
	await addReferrers(walk, [.../* @__PURE__ */ new Set([root.digest, ...walk.images.map(({ manifest }) => manifest.digest)])]);
	if (walk.images.length === 0) walk.missing.push(...walk.leftOut.splice(0));
	if (walk.images.length === 0 && walk.companions.length === 0 && walk.missing.length === 0 && known === void 0) walk.missing.push({
		what: platforms.length === 0 ? "images" : `images for ${platforms.join(", ")}`,
		reason: "there is none"
	});
	const skipped = walk.leftOut.map((entry) => ({
		...entry,
		count: 1
	}));
	return {
		...walk,
		skipped,
		companions: wantedCompanions(walk, root)
	};
};
// src/image/scan-image.ts
/** More or fewer diff IDs than layers: what a layer unpacks to cannot be checked then. */
const unevenLayers = ({ layers, manifest, config }) => {
	const known = diffIdsOf(config).length;
	if (known === layers.length || known === 0) return [];
	const reason = `its configuration knows ${known} layers, itself ${layers.length}: one of them is wrong`;
	return [{
		what: `manifest ${manifest.digest}`,
		reason
	}];
};
const unreadLayers = ({ manifest }, count) => ({
	what: `manifest ${manifest.digest}`,
	reason: `${count} of its layers are not read: what the images of a run may cost is spent`
});
const tasksOf = ({ config, layers }) => {
	const diffIds = diffIdsOf(config);
	return layers.map((descriptor, i) => ({
		descriptor,
		diffId: diffIds[i]
	}));
};
const holdsSomething = ({ hits, repositories }) => hits.length + repositories.length > 0;
const readLayers = async (tasks, { layers, signal, allowance }, source) => {
	const readings = [];
	for (const task of tasks) {
		if (signal?.aborted === true || allowance.isSpent()) break;
		readings.push(await layers.read(source, task));
	}
	return readings;
};
/** What each layer does to those below it, as far as there is something below it to tell of. */
const shadowsOf = async (tasks, readings, { layers }, source) => {
	const lowest = readings.findIndex(holdsSomething);
	const shadows = [];
	for (const i of readings.keys()) shadows.push(lowest !== -1 && i > lowest ? await layers.shadowOf(source, tasks[i]) : void 0);
	return shadows;
};
const placeHits = (places, hits, platform) => {
	for (const { of, hit } of hits) places.add(hit, {
		kind: "config",
		path: of.path,
		present: true
	}, platform);
};
/** With more, a configuration is a trap: no instruction is shown then, as each would be searched for each secret. */
const maxTold = 500;
const scanPlatform = async (places, image, scan, source) => {
	const inConfig = inspectConfig(image, scan.inspect);
	const tasks = tasksOf(image);
	const readings = await readLayers(tasks, scan, source);
	const unread = tasks.length - readings.length;
	const gaps = [...unevenLayers(image), ...unread > 0 && scan.allowance.isSpent() ? [unreadLayers(image, unread)] : []];
	if (!(inConfig.length > 0 || readings.some(holdsSomething))) return gaps;
	const isTold = inConfig.length <= maxTold;
	const history = isTold ? historyOf(image.config) : [];
	const story = storyOf(isTold ? image : {
		...image,
		config: {
			...image.config,
			history
		}
	}, {
		secrets: isTold ? inConfig.map(({ hit }) => hit.secret) : [],
		dockerfile: matchDockerfile(await scan.dockerfiles(), history),
		known: scan.known
	});
	if (isTold) placeConfig(places, image, inConfig, story);
	else placeHits(places, inConfig, image.platform);
	const shadows = await shadowsOf(tasks, readings, scan, source);
	return [...await placeLayers(places, image, {
		readings,
		shadows
	}, story, scan), ...gaps];
};
const placeNotes = (places, notes, { inspect }, platform = "") => placeHits(places, inspectNotes(notes, inspect), platform);
/** What a companion says beside its layers. */
const companionNotes = ({ document, config }) => [...manifestNotes(document), ...[...configNotes(config), ...historyNotes(historyOf(config))].map(({ of, text }) => ({
	of: { path: `attestation/${of.path}` },
	text
}))];
const placeCompanions = async (places, { companions, images }, scan, source) => {
	const missing = [];
	for (const companion of companions) {
		const platform = images.find(({ manifest }) => manifest.digest === companion.about)?.platform ?? "";
		const gathering = await readCompanion(source, companion, scan);
		missing.push(...gathering.missing);
		for (const { hit, file, inner } of gathering.hits) places.add(hit, {
			kind: "config",
			path: `${file}${inner}`,
			present: true
		}, platform);
		placeNotes(places, companionNotes(companion), scan, platform);
	}
	return missing;
};
const maxLabel = 300;
const knownOf = (name, { images }) => images.map(({ config, label }) => ({
	name: label || name,
	diffIds: diffIdsOf(config)
}));
/** Looks at an image: every layer of every platform once, and all that its documents say. */
const scanImage = async (source, scan, contentsBefore) => {
	const places = createPlaces(source.name);
	const missing = [];
	const skipped = [];
	let known = [];
	let contents = [];
	try {
		const walked = await walkImage(source, scan.platforms, contentsBefore);
		contents = walked.images.map((image) => image.contents);
		known = knownOf(source.name, walked);
		missing.push(...walked.missing);
		skipped.push(...walked.skipped);
		placeNotes(places, walked.indexes.flatMap((index) => manifestNotes(index, "index")), scan);
		missing.push(...await placeCompanions(places, walked, scan, source));
		const isOne = new Set(walked.images.map(({ label }) => label)).size < 2;
		for (const image of walked.images) {
			const called = isOne ? places : places.within(`${source.name} (${image.label.slice(0, maxLabel)})`);
			missing.push(...await scanPlatform(called, image, {
				...scan,
				known: [...scan.known, ...known]
			}, source));
		}
	} catch (error) {
		if (!(error instanceof ImageError)) throw error;
		missing.push({
			what: "image",
			reason: error.message
		});
	}
	if (scan.signal?.aborted === true) missing.push({
		what: "the rest of the image",
		reason: "interrupted"
	});
	const inImage = ({ what, reason }) => ({
		what: `${source.name}: ${what}`,
		reason
	});
	const coverage = {
		missing: missing.map(inImage),
		skipped
	};
	return {
		sighted: {
			sightings: places.sightings(),
			coverage
		},
		known,
		contents
	};
};
// src/image/images.ts
/** Of a glob that `expandImages` left over. */
const noMatch = "no archive matches it, or not all files there could be listed: name the archives";
const ofDaemon = "docker://";
/** An archive or layout on disk, an image of the daemon, or one in a registry. */
const openImage = async (name, { foreign = [], workflowToken }, signal) => {
	if (/[*?]/.test(name)) throw new ImageError(noMatch);
	if (await isPath(name)) return openPath(name);
	const environment = process.env;
	if (name.startsWith(ofDaemon)) {
		const { daemonArchive } = await import("./daemon.js");
		return openArchiveStream(name, daemonArchive(name.slice(9), environment)(signal));
	}
	const { openRegistry } = await import("./registry.js");
	const source = openRegistry(name, {
		environment,
		mayBeLocal: !foreign.includes(name),
		workflowToken,
		...signal !== void 0 && { signal }
	});
	return {
		sources: [source],
		missing: () => [],
		close: source.close
	};
};
const reasonOf = (error) => {
	if (error instanceof ImageError || error.code !== void 0) return error.message;
	throw error;
};
/** The Dockerfiles of the repository, looked for once and only when somebody asks. */
const dockerfilesOf = (folder) => {
	let found;
	return () => {
		found ??= folder === void 0 ? Promise.resolve([]) : findDockerfiles(folder);
		return found;
	};
};
/** Looks at images by name; what cannot be read of them is in coverage. */
const scanImages = async (asked, { inspect: untimed, scanRepository, cache = noCache, limits = usualLimits, signal }) => {
	const { names, platforms, dockerfiles: folder } = asked;
	const sources = [];
	const allowance = createAllowance(limits.work, () => sources.reduce((sum, source) => sum + source.stored(), 0));
	const inspect = allowance.timed(untimed);
	const layers = createLayers({
		inspect,
		limits,
		allowance,
		signal
	}, cache);
	const dockerfiles = dockerfilesOf(folder);
	const parts = [];
	const known = [];
	const missing = [];
	const scan = {
		platforms,
		inspect,
		layers,
		scanRepository,
		dockerfiles,
		known,
		allowance,
		signal
	};
	const scanAll = async (name, opened) => {
		sources.push(opened.sources[0]);
		let contents;
		for (const source of opened.sources) {
			const scanned = await scanImage(source, scan, contents);
			parts.push(scanned.sighted);
			known.push(...scanned.known);
			contents = /* @__PURE__ */ new Set([...contents ?? [], ...scanned.contents]);
		}
		missing.push(...opened.missing().map(({ what, reason }) => ({
			what: `${name}: ${what}`,
			reason
		})));
	};
	const scanOne = async (name) => {
		try {
			const opened = await openImage(name, asked, signal);
			await scanAll(name, opened).finally(opened.close);
		} catch (error) {
			missing.push({
				what: name,
				reason: reasonOf(error)
			});
		}
	};
	try {
		for (const name of names) if (signal?.aborted !== true) await scanOne(name);
	} finally {
		await layers.close();
	}
	const coverage = layers.coverage();
	return {
		sightings: parts.flatMap(({ sightings }) => sightings),
		coverage: {
			...coverage,
			skipped: [...parts.flatMap((part) => part.coverage.skipped ?? []), ...coverage.skipped ?? []],
			missing: [
				...missing,
				...parts.flatMap((part) => part.coverage.missing ?? []),
				...coverage.missing ?? []
			]
		}
	};
};
export { scanImages };
