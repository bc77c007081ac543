import { f as costs, l as miss, p as createAllowance, s as createGathering, u as skip } from "./help.js";
import { n as ImageError, t as AbsentError } from "./image-error.js";
import { a as verified, c as scrubbed, d as lookAtFile, f as inspectNotes, i as usualLimits, l as secretsInNames, n as readLayer, o as createShadow, r as readShadow, s as shadowFrom, t as keyOfLayer, u as removeSpilled } from "./layer.js";
import { t as createLanes } from "./lanes.js";
import { n as unsealed, t as sealed } from "./sealing.js";
import { t as privateFolder, u as readHere } from "./spill.js";
import { n as openArchiveStream, r as openPath, t as isPath } from "./open.js";
import { t as checkDigest } from "./digest.js";
import { t as isJsonObject } from "./json-object.js";
import { c as textsOf, i as parseDocument, l as verifiedDocument, n as listOf, o as textMapOf, s as textOf, t as descriptorOf } from "./document.js";
import { n as span } from "./sighting.js";
import { n as openRepository } from "./repository.js";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { join } from "node:path";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
// src/image/cache.ts
const noCache = {
	isClean: () => false,
	sealed: () => void 0,
	remember: () => {}
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
const maxDepth$3 = 8;
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
		if (entry.isDirectory() && depth < maxDepth$3 && !passedOver.has(entry.name)) await search(path, depth + 1);
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
// src/image/sealed.ts
const lengthBytes = 4;
/** More is not remembered, and not unpacked. */
const maxHits = 64 << 20;
const maxSealed = 8 << 20;
/** Undefined for what is too much. */
const seal = ({ hits, paths }, key) => {
	const told = Buffer.from(JSON.stringify(hits));
	if (told.length > maxHits) return void 0;
	const packed = deflateRawSync(told);
	if (packed.length + paths.byteLength > maxSealed) return void 0;
	const length = Buffer.alloc(lengthBytes);
	length.writeUInt32LE(packed.length);
	return sealed(Buffer.concat([
		length,
		packed,
		Buffer.from(paths.buffer, paths.byteOffset, paths.byteLength)
	]), key);
};
const isAscending = (paths) => paths.every((path, i) => i === 0 || paths[i - 1] <= path);
/** Undefined where it was sealed by another key, or by a machine that writes numbers in another way. */
const unseal = (sealed, key) => {
	try {
		const body = unsealed(sealed, key);
		const end = lengthBytes + body.readUInt32LE(0);
		const told = inflateRawSync(body.subarray(lengthBytes, end), { maxOutputLength: maxHits });
		const paths = new Float64Array(new Uint8Array(body.subarray(end)).buffer);
		return isAscending(paths) ? {
			hits: JSON.parse(told.toString("utf8")),
			paths
		} : void 0;
	} catch {
		return;
	}
};
// src/image/layers.ts
const keyOf$1 = ({ descriptor }) => descriptor.digest;
const nothingIn = () => {
	const { scratch: _, allowance: __, desk: ___, ...nothing } = createGathering();
	return {
		...nothing,
		paths: createShadow().build(),
		repositories: [],
		key: void 0
	};
};
const knownAsClean = "known as clean from an earlier run";
const knownFromBefore = "not read again: what they hold is known from an earlier run";
const sparedReading = (reason, known) => {
	const nothing = nothingIn();
	const reading = known === void 0 ? nothing : {
		...nothing,
		hits: [...known.hits],
		paths: known.paths
	};
	skip(reading, "layers", reason);
	return reading;
};
const twoClaims = "configurations have different digests for what it unpacks to: one of them is wrong";
/** Whether a later run need not find it out again: not where something could not be read, or was left for others to read. */
const isWhole = ({ missing, repositories }) => missing.length + repositories.length === 0;
/** Undefined without a digest of what it unpacks to: a digest as stored alone is not checked by all who unpack it. */
const idOf = ({ descriptor: { digest }, diffId }) => diffId === void 0 ? void 0 : {
	digest,
	diffId
};
const largestFirst = (tasks) => [...tasks].sort((a, b) => b.descriptor.size - a.descriptor.size);
const isExpected = (error) => error instanceof ImageError || error.code !== void 0;
const nobody = Promise.resolve(void 0);
const createLayers = (options, cache, threads) => {
	const { signal, limits, allowance } = options;
	/** In the order of the images. */
	const entries = /* @__PURE__ */ new Map();
	/** Of layers that are read anew. */
	const outdated = [];
	const here = createLanes(["this thread"]);
	const isStopped = () => signal?.aborted === true;
	const isOver = () => isStopped() || allowance.isSpent();
	const inTurn = (open, task) => here(async () => isOver() ? void 0 : readLayer(readHere(open(), isStopped), task, options));
	signal?.addEventListener("abort", allowance.stop, { once: true });
	/** Tells threads of what is stored as it comes. */
	const shared = (stored) => {
		async function* read() {
			for await (const chunk of stored) {
				allowance.share();
				yield chunk;
			}
		}
		const { onDisk } = stored;
		if (onDisk === void 0) return { [Symbol.asyncIterator]: read };
		return {
			[Symbol.asyncIterator]: read,
			onDisk: () => onDisk().finally(allowance.share)
		};
	};
	const inThread = ({ readLayer: read }) => (open, task) => read(() => isOver() ? void 0 : shared(open()), {
		task,
		limits,
		ledger: allowance.share()
	}, signal);
	const entryOf = (task) => {
		const id = idOf(task);
		const isSpared = id !== void 0 && cache.isClean(id);
		const reading = isSpared ? sparedReading(knownAsClean) : void 0;
		return {
			task,
			promise: nobody,
			reading,
			isSpared,
			isDisputed: false,
			shadow: void 0
		};
	};
	/** A layer comes to one diff ID: it is read, if need be anew, for the first that is claimed, and others are wrong. */
	const isNewClaim = ({ diffId }, entry) => {
		const claimed = entry.task.diffId;
		if (diffId !== void 0 && claimed !== void 0 && diffId !== claimed) entry.isDisputed = true;
		return diffId !== void 0 && claimed === void 0;
	};
	/** Enters layers that are new; gives those that have to be read. */
	const enter = (tasks) => {
		const fresh = /* @__PURE__ */ new Map();
		for (const task of tasks) {
			const key = keyOf$1(task);
			const known = entries.get(key);
			if (known !== void 0 && (fresh.has(key) || known.reading !== void 0) && !isNewClaim(task, known)) continue;
			outdated.push(...known?.reading?.repositories ?? []);
			const entry = entryOf(task);
			fresh.set(key, entry);
			entries.set(key, entry);
		}
		return [...fresh.values()].filter(({ isSpared }) => !isSpared).map(({ task }) => task);
	};
	const remember = (task, reading) => {
		const [id, { key }] = [idOf(task), reading];
		if (id === void 0 || signal?.aborted === true || !isWhole(reading)) return;
		cache.remember(id, reading.hits.length === 0, () => key === void 0 ? void 0 : seal(reading, key));
	};
	/** What an earlier run found out about a layer, which is checked as it is stored and not unpacked. */
	const recall = async (source, task) => {
		const id = idOf(task);
		const sealed = id === void 0 ? void 0 : cache.sealed(id);
		if (sealed === void 0) return void 0;
		try {
			const key = await here(() => keyOfLayer(readHere(source.blob(task.descriptor), isStopped), task, options));
			return key === void 0 ? void 0 : unseal(sealed, key);
		} catch (error) {
			if (!isExpected(error)) throw error;
			return;
		}
	};
	const start = async (source, task, read) => {
		const known = isOver() ? void 0 : await recall(source, task);
		const reading = known === void 0 ? await read(() => source.blob(task.descriptor), task) : sparedReading(knownFromBefore, known);
		if (reading === void 0) return void 0;
		if (known === void 0) remember(task, reading);
		entries.get(keyOf$1(task)).reading = reading;
		return reading;
	};
	const isSealed = (task) => {
		const id = idOf(task);
		return id !== void 0 && cache.sealed(id) !== void 0;
	};
	const begin = async (source, tasks) => {
		const fresh = enter(tasks);
		const bytes = fresh.reduce((sum, task) => sum + (isSealed(task) ? 0 : task.descriptor.size), 0);
		const able = bytes > 0 && bytes >= (threads?.minBytes ?? 0) ? threads : void 0;
		able?.start(fresh.length);
		const read = able === void 0 ? inTurn : inThread(able);
		const begun = largestFirst(fresh).map((task) => {
			const promise = start(source, task, read);
			entries.get(keyOf$1(task)).promise = promise;
			return promise;
		});
		await Promise.allSettled(begun);
	};
	const readingOf = async (task) => {
		const { promise, reading } = entries.get(keyOf$1(task));
		return reading ?? await promise;
	};
	const read = async (tasks) => {
		const readings = [];
		let unread = 0;
		for (const task of tasks) {
			const reading = await readingOf(task);
			if (reading === void 0) unread++;
			readings.push(reading ?? nothingIn());
		}
		return {
			readings,
			unread
		};
	};
	/** Of a layer that the cache spared reading. */
	const readPaths = async (source, task, reading) => {
		const known = await recall(source, task);
		if (known !== void 0) return known.paths;
		try {
			return await readShadow(readHere(source.blob(task.descriptor), isStopped), task, options);
		} catch (error) {
			if (!isExpected(error)) throw error;
			miss(reading, `layer ${task.descriptor.digest}`, error.message);
			return reading.paths;
		}
	};
	const shadowOf = async (source, task) => {
		const entry = entries.get(keyOf$1(task));
		if (entry.shadow !== void 0) return entry.shadow;
		const reading = await readingOf(task) ?? nothingIn();
		entry.shadow = shadowFrom(entry.isSpared ? await readPaths(source, task, reading) : reading.paths);
		return entry.shadow;
	};
	const entriesRead = () => [...entries.values()].flatMap(({ reading, ...entry }) => reading === void 0 ? [] : [{
		...entry,
		reading
	}]);
	const readings = () => entriesRead().map(({ reading }) => reading);
	const disputes = () => entriesRead().filter(({ isDisputed }) => isDisputed).map(({ task }) => ({
		what: `layer ${task.descriptor.digest}`,
		reason: twoClaims
	}));
	const coverage = () => {
		const all = readings();
		const sum = (count) => all.reduce((total, reading) => total + count(reading), 0);
		return {
			layers: all.length,
			files: sum(({ files }) => files),
			bytes: sum(({ bytes }) => bytes),
			missing: [...all.flatMap(({ missing }) => missing), ...disputes()],
			skipped: all.flatMap(({ skipped }) => [...skipped.values()])
		};
	};
	const close = async () => {
		for (const { repositories } of [{ repositories: outdated }, ...readings()]) await removeSpilled(repositories);
	};
	return {
		begin,
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
const date = /^[\d:TZ.+-]{0,40}$/;
/** What of an entry of the history is not told of as such. */
const otherHistory = (entry) => {
	if (!isJsonObject(entry)) return entry;
	const { created_by: made, comment, author, created, ...others } = entry;
	const odd = [
		made,
		comment,
		author
	].filter((value) => value !== void 0 && !isText(value));
	if (created !== void 0 && !(isText(created) && date.test(created))) odd.push(created);
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
	if (typeof value === "string" && digest.test(value)) return [];
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
		else {
			const path = scrubbed(place.path, [hit.secret]);
			places.set(key, {
				hit,
				place: {
					...place,
					path,
					image
				},
				platforms: /* @__PURE__ */ new Set([platform])
			});
		}
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
	const secrets = found.map(({ hit }) => hit.secret);
	for (const at of withoutRepeats(found, story)) {
		const name = nameOf(at, story);
		const path = name === void 0 ? at.of.path : `${at.of.path}/${name}`;
		places.add(at.hit, {
			kind: "config",
			path: scrubbed(path, secrets),
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
		const secrets = secretsInNames(hits);
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
	const { readings, unread } = await scan.layers.read(tasks);
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
	let begun;
	try {
		const walked = await walkImage(source, scan.platforms, contentsBefore);
		contents = walked.images.map((image) => image.contents);
		known = knownOf(source.name, walked);
		missing.push(...walked.missing);
		skipped.push(...walked.skipped);
		begun = scan.layers.begin(source, walked.images.flatMap(tasksOf));
		placeNotes(places, [...walked.indexes.flatMap((index) => manifestNotes(index, "index")), ...Object.entries(source.around ?? {}).flatMap(([path, value]) => manifestNotes(value, path))], scan);
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
	} finally {
		await begun;
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
const scanImages = async (asked, { inspect: untimed, scanRepository, cache = noCache, limits = usualLimits, threads, signal }) => {
	const { names, platforms, dockerfiles: folder } = asked;
	const sources = [];
	const allowance = createAllowance(limits.work, () => sources.reduce((sum, source) => sum + source.stored(), 0));
	const inspect = allowance.timed(untimed);
	const layers = createLayers({
		inspect,
		limits,
		allowance,
		signal
	}, cache, threads);
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
		for (const name of names) if (signal?.aborted === true) missing.push({
			what: name,
			reason: "interrupted"
		});
		else await scanOne(name);
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
