import { t as isAbsent } from "./absent.js";
import { r as isTooLarge } from "./budget.js";
import { n as ImageError, t as AbsentError } from "./image-error.js";
import { a as readDocument, c as textsOf, d as parseDigest, f as sha256Of, i as parseDocument, n as listOf, s as textOf, t as descriptorOf } from "./document.js";
import { t as isJsonObject } from "./json-object.js";
import { once } from "node:events";
import * as zlib from "node:zlib";
import { createHash } from "node:crypto";
import { constants as constants$1 } from "node:fs";
import { isAbsolute, join, posix } from "node:path";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
// src/image/zstd-frames.ts
const magic = 4247762216;
const isSkippable = (word) => (word & 4294967280) >>> 0 === 407710288;
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
const skip = async (bytes) => {
	for await (const _ of bytes);
};
/** Parts a zstd stream into its frames, since Node's decompressor stops after the first; skippable frames are left out. */
async function* zstdFrames(source) {
	const taker = takerOf(source);
	for (let start = await taker.exactly(4); start !== void 0; start = await taker.exactly(4)) {
		const word = start.readUInt32LE(0);
		if (isSkippable(word)) await skip(taker.pieces((await need(taker, 4)).readUInt32LE(0)));
		else if (word === magic) yield readFrame(taker, start);
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
const isSkippableFrame = (head) => head.length >= 4 && (head.readUInt32LE(0) & 4294967280) >>> 0 === 407710288;
/** How bytes are compressed, by the first of them, never by a name or media type. */
const compressionOf = (head) => {
	if (isSkippableFrame(head)) return "zstd";
	return magics.find(([, magic]) => head.subarray(0, magic.length).equals(magic))?.[0] ?? "none";
};
const chunkSize$2 = 1 << 17;
/** Throws an ImageError for a compression that is not read here. Node 20 has no zstd. */
const requireUnpacker = (compression) => {
	if (compression === "gzip" || compression === "zstd" && typeof zlib.createZstdDecompress === "function") return;
	throw new ImageError(compression === "zstd" ? `it is compressed by zstd, which Node ${process.versions.node} cannot read: use Node 22.15 or newer` : `it is compressed by ${compression}, which is not read here: push it again with gzip or zstd`);
};
/** How far unpacking runs ahead of reading, on a thread of its own. */
const ahead = {
	chunkSize: chunkSize$2,
	readableHighWaterMark: 1 << 20
};
const transformFor = (compression) => compression === "zstd" ? zlib.createZstdDecompress(ahead) : zlib.createGunzip(ahead);
/** Writes all of the source, even when the unpacker has seen enough: whoever hashes the source must see its end. */
const feed = async (source, unpacker) => {
	const over = once(unpacker, "close");
	over.catch(() => {});
	for (;;) {
		const { value, done } = await source.next();
		if (done === true) break;
		if (unpacker.destroyed || unpacker.writableEnded) continue;
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
	const unpacker = transformFor(compression);
	const failure = [];
	const feeding = feed(source, unpacker).catch((error) => {
		failure.push(error);
		unpacker.end();
	});
	try {
		for await (const chunk of unpacker) yield chunk;
		await feeding;
	} catch (error) {
		if (failure.length === 0) throw explain(error, compression);
	} finally {
		unpacker.destroy();
		await source.return?.();
	}
	if (failure.length > 0) throw failure[0];
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
async function* unpackedFrames(source) {
	try {
		for await (const frame of zstdFrames(source)) {
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
const decompress = async (source) => {
	const { head, stream } = await peek(source);
	const compression = compressionOf(head);
	if (compression === "none") return {
		compression,
		stream
	};
	requireUnpacker(compression);
	return {
		compression,
		stream: compression === "zstd" ? unpackedFrames(stream) : unpacked(stream, compression)
	};
};
// src/image/directory-transport.ts
const mark = "Directory Transport Version:";
const blobOf$1 = async (files, { digest }) => {
	const parsed = parseDigest(digest);
	if (parsed === void 0) throw new ImageError("its digest is none that can be checked");
	const blob = await files.find(parsed.hex) ?? await files.find(`${parsed.hex}.manifest.json`);
	if (blob === void 0) throw new ImageError("it is not in the folder");
	return blob;
};
async function* readBlob$1(files, descriptor) {
	yield* (await blobOf$1(files, descriptor)).read();
}
/** What skopeo and podman write as `dir:` (containers-transports(5)). Undefined where there is none. */
const openDirectoryTransport = async (name, files) => {
	const [version, manifest] = [await files.find("version"), await files.find("manifest.json")];
	if (version === void 0 || manifest === void 0) return void 0;
	if (!(await readDocument(version)).toString("latin1").startsWith(mark)) return void 0;
	const content = await readDocument(manifest);
	const root = {
		mediaType: textOf(parseDocument(content)["mediaType"]) ?? "",
		digest: sha256Of(content),
		size: content.length
	};
	return {
		name,
		root: async () => root,
		document: async (descriptor) => descriptor.digest === root.digest ? content : readDocument(await blobOf$1(files, descriptor)),
		blob: (descriptor) => readBlob$1(files, descriptor),
		referrers: async () => [],
		close: files.close
	};
};
// src/image/legacy-archive.ts
/** More layers than any storage driver takes. */
const maxLayers = 500;
const identifier = /^[0-9a-f]{64}$/;
const topLayers = async (files) => {
	const repositories = await files.find("repositories");
	if (repositories === void 0) return /* @__PURE__ */ new Set();
	const tags = Object.values(parseDocument(await readDocument(repositories))).filter(isJsonObject);
	return new Set(tags.flatMap((tag) => Object.values(tag)).filter((id) => typeof id === "string"));
};
/** From the lowest up. */
const chainOf = async (files, top) => {
	const chain = [];
	for (let id = top; id !== void 0;) {
		if (!identifier.test(id) || chain.length === maxLayers) throw new ImageError("the chain of its layers is broken or longer than any engine makes");
		const json = await files.find(`${id}/json`);
		if (json === void 0) throw new ImageError(`${id}/json is not in the archive`);
		const document = parseDocument(await readDocument(json));
		chain.push({
			id,
			document,
			layer: await files.find(`${id}/layer.tar`)
		});
		id = textOf(document["parent"]) || void 0;
	}
	return chain.reverse();
};
const historyOf = ({ document, layer }) => {
	const made = isJsonObject(document["container_config"]) ? textsOf(document["container_config"]["Cmd"]).join(" ") : "";
	const [created, author] = [textOf(document["created"]), textOf(document["author"])];
	return {
		created,
		author,
		created_by: made,
		empty_layer: layer === void 0
	};
};
/** Archives from before Docker 1.10 (image specification 1.0 of moby): a chain of folders, named by `repositories`. */
const legacyImages = async (files) => {
	const images = [];
	for (const top of await topLayers(files)) {
		const chain = await chainOf(files, top);
		const config = Buffer.from(JSON.stringify({
			...chain.at(-1).document,
			history: chain.map(historyOf)
		}));
		const layers = chain.filter((link) => link.layer !== void 0);
		images.push({
			config,
			configDigest: sha256Of(config),
			layers: layers.map(({ layer }) => layer),
			label: void 0,
			layerNames: layers.map(({ id }) => `${id}/layer.tar`)
		});
	}
	return images;
};
// src/image/stored-file.ts
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
// src/image/docker-archive.ts
const types = {
	index: "application/vnd.docker.distribution.manifest.list.v2+json",
	manifest: "application/vnd.docker.distribution.manifest.v2+json",
	config: "application/vnd.docker.container.image.v1+json",
	layer: "application/vnd.docker.image.rootfs.diff.tar"
};
const findFile = async (files, path) => {
	const file = await files.find(path);
	if (file === void 0) throw new ImageError(`manifest.json names ${path.slice(0, 200)}, which is not in the archive`);
	return file;
};
const hexIn = (path) => /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(path)?.[1];
const imageOf = async (files, entry) => {
	const configPath = isJsonObject(entry) ? textOf(entry["Config"]) : void 0;
	if (!isJsonObject(entry) || configPath === void 0) throw new ImageError("manifest.json names no configuration");
	const config = await readDocument(await findFile(files, configPath));
	const hex = hexIn(configPath);
	const layerNames = textsOf(entry["Layers"]);
	const layers = [];
	for (const path of layerNames) layers.push(await findFile(files, path));
	const [label] = textsOf(entry["RepoTags"]);
	return {
		config,
		configDigest: hex === void 0 ? sha256Of(config) : `sha256:${hex}`,
		layers,
		layerNames,
		label
	};
};
const digestOfFile = async (file) => {
	const hash = createHash("sha256");
	for await (const chunk of file.read()) hash.update(chunk);
	return `sha256:${hash.digest("hex")}`;
};
/** An uncompressed layer is what its diff ID names; of a compressed one a file name may tell, else its bytes. */
const layerDigest = async (file, name, diffId) => {
	if (compressionOf(await headOf(file, 16)) === "none" && diffId !== void 0) return diffId;
	const hex = /(?:^|\/)blobs\/sha256\/([0-9a-f]{64})$/.exec(name)?.[1];
	return hex === void 0 ? digestOfFile(file) : `sha256:${hex}`;
};
const keep = ({ documents }, mediaType, value) => {
	const content = Buffer.from(JSON.stringify({
		schemaVersion: 2,
		mediaType,
		...value
	}));
	const digest = sha256Of(content);
	documents.set(digest, content);
	return {
		mediaType,
		digest,
		size: content.length
	};
};
const assemble = async (image, assembled) => {
	const rootfs = parseDocument(image.config)["rootfs"];
	const diffIds = isJsonObject(rootfs) ? textsOf(rootfs["diff_ids"]) : [];
	assembled.documents.set(image.configDigest, image.config);
	const layers = [];
	for (const [i, file] of image.layers.entries()) {
		const digest = await layerDigest(file, image.layerNames[i] ?? "", diffIds[i]);
		assembled.blobs.set(digest, file);
		layers.push({
			mediaType: types.layer,
			digest,
			size: file.size
		});
	}
	const config = {
		mediaType: types.config,
		digest: image.configDigest,
		size: image.config.length
	};
	const manifest = keep(assembled, types.manifest, {
		config,
		layers
	});
	const { label } = image;
	return label === void 0 ? manifest : {
		...manifest,
		annotations: { "org.opencontainers.image.ref.name": label }
	};
};
const found = (map, { digest }) => {
	const value = map.get(digest);
	if (value === void 0) throw new ImageError("it is not in the archive");
	return value;
};
/** What `docker save` writes, of every age. Undefined for an archive of another kind. */
const openDockerArchive = async (name, files) => {
	const manifest = await files.find("manifest.json");
	const images = [];
	if (manifest !== void 0) {
		const entries = JSON.parse((await readDocument(manifest)).toString("utf8"));
		if (!Array.isArray(entries)) return void 0;
		for (const entry of listOf(entries)) images.push(await imageOf(files, entry));
	} else images.push(...await legacyImages(files));
	if (images.length === 0) return void 0;
	const assembled = {
		documents: /* @__PURE__ */ new Map(),
		blobs: /* @__PURE__ */ new Map()
	};
	const manifests = [];
	for (const image of images) manifests.push(await assemble(image, assembled));
	const root = manifests.length === 1 ? manifests[0] : keep(assembled, types.index, { manifests });
	return {
		name,
		root: async () => root,
		document: async (descriptor) => found(assembled.documents, descriptor),
		blob: (descriptor) => found(assembled.blobs, descriptor).read(),
		referrers: async () => [],
		close: files.close
	};
};
// src/image/folder.ts
/** A pipe without a writer would hold up the open for good. */
const flags = constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0);
const chunkSize$1 = 1 << 18;
async function* readFileAt(path) {
	const handle = await open(path, flags);
	try {
		for (;;) {
			const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkSize$1), 0, chunkSize$1);
			if (bytesRead === 0) return;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}
/** A layout on disk. Paths are the caller's own, never an image's; build tools link blobs from elsewhere, so links are followed. */
const openFolder = (folder) => ({
	find: async (path) => {
		const full = join(folder, path);
		try {
			const handle = await open(full, flags);
			const stat = await handle.stat().finally(() => handle.close());
			if (!stat.isFile()) throw new ImageError(`${path} is no regular file`);
			return {
				size: stat.size,
				read: () => readFileAt(full)
			};
		} catch (error) {
			if (isAbsent(error)) return void 0;
			throw error;
		}
	},
	close: async () => {}
});
// src/image/oci-layout.ts
const indexType = "application/vnd.oci.image.index.v1+json";
const blobOf = async (files, { digest }) => {
	const parsed = parseDigest(digest);
	if (parsed === void 0) throw new ImageError("its digest is none that can be checked");
	const blob = await files.find(`blobs/${parsed.algorithm}/${parsed.hex}`);
	if (blob === void 0) throw new AbsentError("it is not in the archive or layout");
	return blob;
};
async function* readBlob(files, descriptor) {
	yield* (await blobOf(files, descriptor)).read();
}
/** Manifests of the layout that name a subject: those that the index lists. */
const referrersIn = async (files, entries, digest) => {
	const found = [];
	for (const entry of entries) {
		const subject = parseDocument(await readDocument(await blobOf(files, entry)))["subject"];
		if (typeof subject === "object" && subject !== null && subject.digest === digest) found.push(entry);
	}
	return found;
};
/** An OCI image layout, in a folder or an archive (image specification 1.1, image-layout.md). Undefined where there is none. */
const openOciLayout = async (name, files) => {
	const [mark, index] = [await files.find("oci-layout"), await files.find("index.json")];
	if (mark === void 0 || index === void 0) return void 0;
	const content = await readDocument(index);
	const entries = listOf(parseDocument(content)["manifests"]).map(descriptorOf);
	const whole = {
		mediaType: indexType,
		digest: sha256Of(content),
		size: content.length
	};
	const only = entries.length === 1 ? entries[0] : void 0;
	return {
		name,
		root: async () => only ?? whole,
		document: async (descriptor) => descriptor.digest === whole.digest ? content : readDocument(await blobOf(files, descriptor)),
		blob: (descriptor) => readBlob(files, descriptor),
		referrers: (digest) => referrersIn(files, entries, digest).catch(() => []),
		close: files.close
	};
};
// src/image/spill.ts
const ratio = 200;
const smallest = 4 * 2 ** 30;
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
// src/image/tar-file.ts
const maxMembers = 1e6;
const maxLongName = 1 << 20;
const maxLinks = 8;
const chunkSize = 1 << 18;
const readAt = async (handle, at, length) => {
	const buffer = Buffer.alloc(length);
	let filled = 0;
	while (filled < length) {
		const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return buffer.subarray(0, filled);
};
const extensions = "LKxg";
const files = "0\x007";
const padded = (size) => Math.ceil(size / 512) * 512;
const readMember = (raw, { at, extended }, end, add) => {
	const { type, path, target, size } = {
		...headerOf(raw),
		...extended
	};
	const offset = at + 512;
	const isFile = files.includes(type);
	const held = isFile ? size : 0;
	if (!Number.isSafeInteger(held) || held < 0 || offset + held > end) throw new ImageError(`the archive ends within ${path.slice(0, 200)}`);
	if (isFile) add(path, {
		kind: "file",
		offset,
		size,
		target: ""
	});
	else if (type === "1" || type === "2") add(path, {
		kind: "link",
		offset,
		size: 0,
		target: linkTarget(path, type, target)
	});
	return {
		at: offset + padded(held),
		extended: {}
	};
};
const readHeader = async (handle, raw, position, end, add) => {
	const { type, size } = headerOf(raw);
	if (!extensions.includes(type)) return readMember(raw, position, end, add);
	if (!(size <= maxLongName)) throw new ImageError(`the archive has a header of ${size} bytes`);
	const content = await readAt(handle, position.at + 512, size);
	return {
		at: position.at + 512 + padded(size),
		extended: extend(position.extended, type, content)
	};
};
/** Lists the members of a tar by its headers alone. Throws an ImageError where it is broken. */
const listMembers = async (handle, end) => {
	const members = /* @__PURE__ */ new Map();
	const add = (path, member) => members.set(normal(path), member);
	let position = {
		at: 0,
		extended: {}
	};
	for (let count = 0; position.at + 512 <= end; count++) {
		if (count > maxMembers) throw new ImageError(`the archive has more than ${maxMembers} members`);
		const raw = await readAt(handle, position.at, 512);
		if (isZero(raw)) break;
		if (!isTarHeader(raw)) throw new ImageError(`the archive is damaged at byte ${position.at}`);
		position = await readHeader(handle, raw, position, end, add);
	}
	return members;
};
async function* readRange(handle, offset, size) {
	for (let done = 0; done < size;) {
		const chunk = await readAt(handle, offset + done, Math.min(chunkSize, size - done));
		if (chunk.length === 0) throw new ImageError("the archive became shorter while it was read");
		done += chunk.length;
		yield chunk;
	}
}
/** A tar on disk, of which any member can be read at any time; nothing is unpacked. */
const openTarFile = async (handle) => {
	const members = await listMembers(handle, (await handle.stat()).size);
	const find = async (path) => {
		let member = members.get(normal(path));
		for (let links = 0; member?.kind === "link"; links++) {
			if (links === maxLinks) throw new ImageError(`${path.slice(0, 200)} is a link that leads to itself`);
			member = members.get(member.target);
		}
		if (member === void 0) return void 0;
		const { offset, size } = member;
		return {
			size,
			read: () => readRange(handle, offset, size)
		};
	};
	return {
		find,
		close: () => handle.close()
	};
};
// src/image/open.ts
const firstBytes = async (handle) => {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
	return buffer.subarray(0, bytesRead);
};
const noArchive = "it is neither a docker archive nor an OCI archive or layout";
const sourceIn = async (name, files) => {
	try {
		for (const open of [
			openOciLayout,
			openDirectoryTransport,
			openDockerArchive
		]) {
			const source = await open(name, files);
			if (source !== void 0) return source;
		}
	} catch (error) {
		await files.close();
		throw error instanceof SyntaxError ? new ImageError("a document in it is no JSON") : error;
	}
	await files.close();
	throw new ImageError(noArchive);
};
/** An archive that is given by an open file, which becomes the source's. */
const openArchive = async (name, handle) => {
	let plain = handle;
	try {
		const head = await firstBytes(handle);
		if (compressionOf(head) !== "none") {
			const { size } = await handle.stat();
			const { stream } = await decompress(handle.createReadStream({
				start: 0,
				autoClose: false
			}));
			plain = await spill(stream, size);
			await handle.close();
		}
		if (!isTarHeader(await firstBytes(plain))) throw new ImageError(noArchive);
		return await sourceIn(name, await openTarFile(plain));
	} catch (error) {
		for (const open of /* @__PURE__ */ new Set([handle, plain])) await open.close().catch(() => {});
		throw error;
	}
};
/** An archive that comes as a stream, such as from a daemon. */
const openArchiveStream = async (name, stream) => openArchive(name, await spill(stream));
/** Opens an archive or a layout on disk. Throws an ImageError for anything else. */
const openPath = async (path) => {
	const full = path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
	const entry = await stat(full);
	if (entry.isDirectory()) return sourceIn(path, openFolder(full));
	if (!entry.isFile()) throw new ImageError("it is a device, socket or pipe");
	return openArchive(path, await open(full, "r"));
};
const looksLikePath = (argument) => /^[./\\~]/.test(argument);
const isImageAt = async (path) => {
	try {
		const entry = await stat(path);
		if (entry.isFile()) return true;
		return entry.isDirectory() && (await stat(join(path, "index.json"))).isFile();
	} catch (error) {
		if (isAbsent(error) || error.code !== void 0) return false;
		throw error;
	}
};
/** Whether an image argument is a path: by how it begins, or since an archive or layout of that name exists. */
const isPath = async (argument, folder = ".") => looksLikePath(argument) || isImageAt(isAbsolute(argument) ? argument : join(folder, argument));
export { privateFolder as a, isTarHeader as i, openArchiveStream as n, decompress as o, openPath as r, peek as s, isPath as t };
