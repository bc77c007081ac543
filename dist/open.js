import { t as isAbsent } from "./absent.js";
import { a as isTarHeader, c as normal, f as storedIn, i as headerOf, l as headOf, m as decompress, n as spill, o as isZero, p as compressionOf, r as extend, s as linkTarget } from "./spill.js";
import { n as parseDigest, r as sha256Of } from "./digest.js";
import { a as readDocument, c as textsOf, i as parseDocument, n as listOf, s as textOf, t as descriptorOf } from "./document.js";
import { n as ImageError, t as AbsentError } from "./image-error.js";
import { t as isJsonObject } from "./json-object.js";
import "./zstd.js";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { isAbsolute, join } from "node:path";
import { open, stat } from "node:fs/promises";
import { homedir } from "node:os";
// src/image/directory-transport.ts
const mark = "Directory Transport Version:";
const blobOf$1 = async (files, { digest }) => {
	const parsed = parseDigest(digest);
	if (parsed === void 0) throw new ImageError("its digest is none that can be checked");
	const blob = await files.find(parsed.hex) ?? await files.find(`${parsed.hex}.manifest.json`);
	if (blob === void 0) throw new ImageError("it is not in the folder");
	return blob;
};
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
		blob: (descriptor) => storedIn(() => blobOf$1(files, descriptor)),
		referrers: async () => [],
		stored: files.stored,
		close: files.close
	};
};
// src/image/layer-digests.ts
const digestOfFile = async (file) => {
	const hash = createHash("sha256");
	for await (const chunk of file.read()) hash.update(chunk);
	return `sha256:${hash.digest("hex")}`;
};
/** Asks once of each file of an archive, by its identity. */
const oncePerFile = (ask) => {
	const answers = /* @__PURE__ */ new Map();
	return (file) => {
		const answer = answers.get(file.id) ?? ask(file);
		answers.set(file.id, answer);
		return answer;
	};
};
const isPlain = async (file) => compressionOf(await headOf(file, 16)) === "none";
/** The digest that a layer goes by: its name's, where it lies among blobs; of one that is not compressed the diff ID. */
const claimsOf = async ({ config, layers, layerNames }, plain) => {
	const rootfs = parseDocument(config)["rootfs"];
	const diffIds = isJsonObject(rootfs) ? textsOf(rootfs["diff_ids"]) : [];
	const claims = [];
	for (const [i, file] of layers.entries()) {
		const hex = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(normal(layerNames[i] ?? ""))?.[1];
		const byName = hex === void 0 ? void 0 : `sha256:${hex}`;
		claims.push({
			file,
			digest: byName ?? (await plain(file) ? diffIds[i] : void 0)
		});
	}
	return claims;
};
/**
* Digests of the layers of each image. A digest that is claimed for two files, of which one may be a blob that no layer names, is
* believed for neither, nor are two that are claimed for one file: they go by what they are, so that each file is read, once, and
* the wrong claim is found out.
*/
const layerDigests = async (files, images) => {
	const plain = oncePerFile(isPlain);
	const hashed = oncePerFile(digestOfFile);
	const claimants = /* @__PURE__ */ new Map();
	const claimed = /* @__PURE__ */ new Map();
	const claims = [];
	for (const image of images) claims.push(await claimsOf(image, plain));
	for (const { file, digest } of claims.flat()) {
		if (digest === void 0) continue;
		const ids = claimants.get(digest) ?? /* @__PURE__ */ new Set();
		if (ids.size === 0) {
			const blob = await files.find(`blobs/${digest.replace(":", "/")}`);
			if (blob !== void 0) ids.add(blob.id);
		}
		claimants.set(digest, ids.add(file.id));
		claimed.set(file.id, (claimed.get(file.id) ?? /* @__PURE__ */ new Set()).add(digest));
	}
	const isSure = ({ file, digest }) => digest !== void 0 && claimants.get(digest).size === 1 && claimed.get(file.id).size === 1;
	const digestOf = (claim) => isSure(claim) ? Promise.resolve(claim.digest) : hashed(claim.file);
	const digests = [];
	for (const list of claims) digests.push(await Promise.all(list.map(digestOf)));
	return digests;
};
// src/image/legacy-archive.ts
/** More layers than any storage driver takes. */
const maxLayers$1 = 500;
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
		if (!identifier.test(id) || chain.length === maxLayers$1) throw new ImageError("the chain of its layers is broken or longer than any engine makes");
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
/** As many as an index and a manifest may have (see walk.ts). */
const [maxImages, maxLayers] = [1e3, 2e3];
const imageOf = async (files, entry) => {
	const configPath = isJsonObject(entry) ? textOf(entry["Config"]) : void 0;
	if (!isJsonObject(entry) || configPath === void 0) throw new ImageError("manifest.json names no configuration");
	const config = await readDocument(await findFile(files, configPath));
	const hex = hexIn(configPath);
	const layerNames = textsOf(entry["Layers"]);
	if (layerNames.length > maxLayers) throw new ImageError(`manifest.json names more than ${maxLayers} layers of an image`);
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
/**
* Images that only `repositories` names, beside a `manifest.json`: engines from before 1.10 go by it and others pass it over, so a chain that is
* broken is no gap.
*/
const hiddenImages = async (files, images) => {
	const known = new Set(images.flatMap(({ layers }) => layers.map(({ id }) => id)));
	try {
		return (await legacyImages(files)).filter(({ layers }) => layers.some(({ id }) => !known.has(id)));
	} catch (error) {
		if (error instanceof ImageError) return [];
		throw error;
	}
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
const assemble = (image, digests, assembled) => {
	assembled.documents.set(image.configDigest, image.config);
	const layers = [];
	for (const [i, file] of image.layers.entries()) {
		const digest = digests[i];
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
	let entries;
	if (manifest !== void 0) {
		entries = JSON.parse((await readDocument(manifest)).toString("utf8"));
		if (!Array.isArray(entries)) return void 0;
		if (entries.length > maxImages) throw new ImageError(`manifest.json names more than ${maxImages} images`);
		for (const entry of listOf(entries)) images.push(await imageOf(files, entry));
		images.push(...await hiddenImages(files, images));
	} else images.push(...await legacyImages(files));
	if (images.length === 0) return void 0;
	const assembled = {
		documents: /* @__PURE__ */ new Map(),
		blobs: /* @__PURE__ */ new Map()
	};
	const manifests = [];
	const digests = await layerDigests(files, images);
	for (const [i, image] of images.entries()) manifests.push(assemble(image, digests[i], assembled));
	const root = manifests.length === 1 ? manifests[0] : keep(assembled, types.index, { manifests });
	return {
		name,
		root: async () => root,
		around: { "manifest.json": entries },
		document: async (descriptor) => found(assembled.documents, descriptor),
		blob: (descriptor) => storedIn(async () => found(assembled.blobs, descriptor)),
		referrers: async () => [],
		stored: files.stored,
		close: files.close
	};
};
// src/image/folder.ts
/** A pipe without a writer would hold up the open for good. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
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
const openFileAt = async (path) => {
	const handle = await open(path, flags);
	const { size } = await handle.stat();
	return {
		part: {
			descriptor: handle.fd,
			start: 0,
			size
		},
		close: () => handle.close()
	};
};
/**
* A layout on disk. No path leads out of it by its own words (`..`); build tools link blobs from elsewhere, so links are
* followed.
*/
const openFolder = (folder) => {
	const sizes = /* @__PURE__ */ new Map();
	const find = async (path) => {
		const full = join(folder, normal(path));
		try {
			const handle = await open(full, flags);
			const stat = await handle.stat().finally(() => handle.close());
			if (!stat.isFile()) throw new ImageError(`${path} is no regular file`);
			const id = `${stat.dev} ${stat.ino}`;
			sizes.set(id, stat.size);
			return {
				size: stat.size,
				id,
				read: () => readFileAt(full),
				open: () => openFileAt(full)
			};
		} catch (error) {
			if (isAbsent(error)) return void 0;
			throw error;
		}
	};
	const stored = () => [...sizes.values()].reduce((sum, size) => sum + size, 0);
	return {
		find,
		stored,
		doubtful: () => [],
		close: async () => {}
	};
};
// src/image/oci-layout.ts
const indexType = "application/vnd.oci.image.index.v1+json";
const blobOf = async (files, { digest }) => {
	const parsed = parseDigest(digest);
	if (parsed === void 0) throw new ImageError("its digest is none that can be checked");
	const blob = await files.find(`blobs/${parsed.algorithm}/${parsed.hex}`);
	if (blob === void 0) throw new AbsentError("it is not in the archive or layout");
	return blob;
};
/** Whoever walks the index comes by all of its entries anyway: these are enough to be told who refers to what. */
const maxEntries = 1e3;
const maxBytes = 64 << 20;
const subjectIn = (content) => {
	try {
		const { subject } = parseDocument(content);
		return isJsonObject(subject) ? textOf(subject["digest"]) : void 0;
	} catch {
		return;
	}
};
/** Manifests that the index lists, by the digest of the subject that they name. */
const subjectsIn = async (files, entries) => {
	const found = /* @__PURE__ */ new Map();
	let bytes = 0;
	for (const entry of new Map(entries.slice(0, maxEntries).map((one) => [one.digest, one])).values()) {
		const content = await blobOf(files, entry).then((file) => readDocument(file)).catch(() => Buffer.from("{}"));
		bytes += content.length;
		if (bytes > maxBytes) break;
		const subject = subjectIn(content);
		if (subject !== void 0) found.set(subject, [...found.get(subject) ?? [], entry]);
	}
	return found;
};
/** An OCI image layout, in a folder or an archive (image specification 1.1, image-layout.md). Undefined where there is none. */
const openOciLayout = async (name, files) => {
	const [mark, index] = [await files.find("oci-layout"), await files.find("index.json")];
	if (mark === void 0 || index === void 0) return void 0;
	const content = await readDocument(index);
	const document = parseDocument(content);
	const entries = listOf(document["manifests"]).map(descriptorOf);
	const whole = {
		mediaType: indexType,
		digest: sha256Of(content),
		size: content.length
	};
	let subjects;
	const only = entries.length === 1 ? entries[0] : void 0;
	return {
		name,
		root: async () => only ?? whole,
		...only === void 0 ? {} : { around: { index: document } },
		document: async (descriptor) => descriptor.digest === whole.digest ? content : readDocument(await blobOf(files, descriptor)),
		blob: (descriptor) => storedIn(() => blobOf(files, descriptor)),
		referrers: async (digest) => {
			subjects ??= subjectsIn(files, entries);
			return (await subjects).get(digest) ?? [];
		},
		stored: files.stored,
		close: files.close
	};
};
// src/image/tar-file.ts
const maxMembers = 1e6;
const maxLongName = 1 << 20;
const maxLinks = 8;
const chunkSize = 1 << 18;
const readAt = async (handle, at, length) => {
	const buffer = Buffer.allocUnsafeSlow(length);
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
	const last = /* @__PURE__ */ new Map();
	const earlier = /* @__PURE__ */ new Map();
	const add = (path, member) => {
		const name = normal(path);
		const before = last.get(name);
		if (before !== void 0) earlier.get(name)?.push(before) ?? earlier.set(name, [before]);
		last.set(name, member);
	};
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
	return {
		last,
		earlier
	};
};
async function* readRange(handle, offset, size) {
	for (let done = 0; done < size;) {
		const chunk = await readAt(handle, offset + done, Math.min(chunkSize, size - done));
		if (chunk.length === 0) throw new ImageError("the archive became shorter while it was read");
		done += chunk.length;
		yield chunk;
	}
}
const isSame = async (handle, one, other) => {
	if (one.kind !== other.kind || one.size !== other.size || one.target !== other.target) return false;
	for (let done = 0; done < one.size; done += chunkSize) {
		const length = Math.min(chunkSize, one.size - done);
		const [left, right] = [await readAt(handle, one.offset + done, length), await readAt(handle, other.offset + done, length)];
		if (!left.equals(right)) return false;
	}
	return true;
};
/** Whether what stands before the last member of a path is something else: some readers take the first, others the last. */
const differs = async (handle, { last, earlier }, name) => {
	const final = last.get(name);
	for (const member of earlier.get(name) ?? []) if (!await isSame(handle, member, final)) return true;
	return false;
};
/**
* A tar on disk, of which any member can be read at any time; nothing is unpacked. `stored` is its size as it was given, where
* it was compressed.
*/
const openTarFile = async (handle, stored) => {
	const { size } = await handle.stat();
	const members = await listMembers(handle, size);
	const doubts = /* @__PURE__ */ new Map();
	const memberAt = async (name) => {
		if (members.earlier.has(name) && !doubts.has(name)) doubts.set(name, await differs(handle, members, name));
		return members.last.get(name);
	};
	const find = async (path) => {
		let member = await memberAt(normal(path));
		for (let links = 0; member?.kind === "link"; links++) {
			if (links === maxLinks) throw new ImageError(`${path.slice(0, 200)} is a link that leads to itself`);
			member = await memberAt(member.target);
		}
		if (member === void 0) return void 0;
		const { offset, size: length } = member;
		const part = {
			descriptor: handle.fd,
			start: offset,
			size: length
		};
		return {
			size: length,
			id: `${offset}`,
			read: () => readRange(handle, offset, length),
			open: async () => ({
				part,
				close: async () => {}
			})
		};
	};
	const doubtful = () => [...doubts].filter(([, isDoubtful]) => isDoubtful).map(([name]) => name);
	return {
		find,
		doubtful,
		stored: () => stored ?? size,
		close: () => handle.close()
	};
};
// src/image/open.ts
const firstBytes = async (handle) => {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
	return buffer.subarray(0, bytesRead);
};
const noArchive = "it is neither a docker archive nor an OCI archive or layout";
const explained = (error) => error instanceof SyntaxError ? new ImageError("a document in it is no JSON") : error;
const doubt = "it is in the archive more than once with different content, and engines differ in which they use";
/** Errors that become a gap in coverage. */
const isTold = (error) => error instanceof ImageError || error.code !== void 0;
/**
* The forms that an archive has at once: `docker save` writes an OCI layout and a `manifest.json`, and which of them an engine
* loads depends on the engine.
*/
const sourcesIn = async (name, files) => {
	const sources = [];
	const errors = [];
	for (const open of [
		openOciLayout,
		openDirectoryTransport,
		openDockerArchive
	]) try {
		const source = await open(name, files);
		if (source !== void 0) sources.push(source);
	} catch (error) {
		errors.push(explained(error));
	}
	const unexpected = errors.find((error) => !isTold(error)) ?? (sources.length === 0 ? errors[0] : void 0);
	if (unexpected !== void 0 || sources.length === 0) {
		await files.close();
		throw unexpected ?? new ImageError(noArchive);
	}
	const broken = errors.filter(isTold).map(({ message }) => ({
		what: "another form of it",
		reason: message
	}));
	const doubtful = () => files.doubtful().map((path) => ({
		what: path.slice(0, 200),
		reason: doubt
	}));
	return {
		sources,
		missing: () => [...broken, ...doubtful()],
		close: files.close
	};
};
/** An archive that is given by an open file, which becomes the source's. */
const openArchive = async (name, handle) => {
	let plain = handle;
	try {
		const { size } = await handle.stat();
		const head = await firstBytes(handle);
		if (compressionOf(head) !== "none") {
			const { stream } = await decompress(handle.createReadStream({
				start: 0,
				autoClose: false
			}));
			plain = await spill(stream, size);
			await handle.close();
		}
		if (!isTarHeader(await firstBytes(plain))) throw new ImageError(noArchive);
		return await sourcesIn(name, await openTarFile(plain, size));
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
	if (entry.isDirectory()) return sourcesIn(path, openFolder(full));
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
export { openArchiveStream as n, openPath as r, isPath as t };
