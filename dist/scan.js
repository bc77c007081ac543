import { a as foreignHashes, c as maxFile, l as readRegularFile, m as createVault, n as applyPolicy, o as oldestRoot, s as UnreadError, u as reasonOf } from "./judging.js";
import { n as bytesOf, r as linesOf, t as GitError } from "./git.js";
import { t as commonDirectory } from "./common-directory.js";
import { A as rules, D as inspect, O as placed } from "./parser.js";
import { n as unsealed, t as sealed } from "./sealing.js";
import { a as markKnown, c as pruned, d as createLateScanner, i as learn, l as standing, n as createLane, o as nothingLearned, r as forKnownIn, s as passedOver, t as alone, u as remembered } from "./lane.js";
import { t as isAbsent } from "./absent.js";
import { n as span, t as inspectAs } from "./sighting.js";
import { n as mediaKind, r as whyPassedOver } from "./media.js";
import { t as hitsInTexts } from "./inspect-texts.js";
import { C as sharedBytes, D as isReadApart, E as inspectArchive, O as membersOf, _ as PackError, d as ending, f as endingOf, h as noBase, m as entryType, o as amountsOf, p as mostUnpacked, s as createControl, u as endedBy, w as sharedIntegers, x as createChecksums } from "./apart.js";
import { i as idAt, n as findId } from "./id-list.js";
import { n as forgetful, r as isOfObjects } from "./clean-store.js";
import { n as judgedByPath, r as toFindings } from "./join.js";
import { a as listObjects, i as packBytes, n as listStores, o as maxObject, r as ownPackBytes, s as readObjects, t as startThreads } from "./threads.js";
import { i as withPack, n as idOfEntry, r as indexOf, t as commitsOf } from "./pack-file.js";
import { a as startWalk, i as emptyWalk, n as readableTips, r as refTips, t as commitsOfTips } from "./refs.js";
import { Readable, addAbortSignal } from "node:stream";
import { deflateRawSync, inflateRawSync, inflateSync } from "node:zlib";
import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { setImmediate } from "node:timers/promises";
import { lstat, open, readdir, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
// src/report/report.ts
/** Formats are loaded when asked for. */
const renderers = {
	text: async () => (await import("./text.js")).renderText,
	json: async () => (await import("./json.js")).renderJson,
	jsonl: async () => (await import("./jsonl.js")).renderJsonLines,
	sarif: async () => (await import("./sarif.js")).renderSarif,
	markdown: async () => (await import("./markdown.js")).renderMarkdown
};
const render = async (format, report, rendering) => (await renderers[format]())(report, rendering);
// src/coverage.ts
const sum = (parts, count) => parts.reduce((total, { coverage }) => total + (coverage[count] ?? 0), 0);
const mergeSkipped = (parts) => {
	const merged = /* @__PURE__ */ new Map();
	for (const entry of parts.flatMap(({ coverage }) => coverage.skipped ?? [])) {
		const key = `${entry.what}\0${entry.reason}`;
		merged.set(key, {
			...entry,
			count: entry.count + (merged.get(key)?.count ?? 0)
		});
	}
	return [...merged].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
};
/** What all sources of a run looked at together. */
const mergeCoverage = (parts, seconds) => {
	const missing = parts.flatMap(({ coverage }) => coverage.missing ?? []);
	return {
		complete: missing.length === 0,
		refs: sum(parts, "refs"),
		commits: sum(parts, "commits"),
		objects: sum(parts, "objects"),
		files: sum(parts, "files"),
		layers: sum(parts, "layers"),
		bytes: sum(parts, "bytes"),
		seconds: Math.round(seconds * 1e3) / 1e3,
		skipped: mergeSkipped(parts),
		missing
	};
};
// src/breath.ts
/** A pause is due after so many milliseconds. */
const createBreath = (every) => {
	let last = performance.now();
	return {
		isDue: () => performance.now() - last >= every,
		take: async () => {
			await setImmediate();
			last = performance.now();
		}
	};
};
// src/cache/known-hits.ts
/** More is searched again. */
const maxHits = 4 << 20;
/** What bytes may say: as they are, or as base64, whose groups of four may begin up to three characters before them. */
const readings = [
	(bytes) => bytes.toString("utf8"),
	(bytes) => bytes.toString("latin1"),
	...[
		"",
		"A",
		"AA",
		"AAA"
	].map((before) => (bytes) => Buffer.from(before + bytes.toString("latin1"), "base64").toString("latin1"))
];
/** Undefined for a secret that is not read so easily, such as one in two encodings. */
const withoutSecret = (content, { secret, ...hit }) => {
	const bytes = content.subarray(hit.start, hit.end);
	for (const [reading, read] of readings.entries()) {
		const from = read(bytes).indexOf(secret);
		if (from !== -1) return {
			...hit,
			reading,
			from,
			to: from + secret.length
		};
	}
};
const withSecret = (content, { reading, from, to, ...hit }) => ({
	...hit,
	secret: readings[reading](content.subarray(hit.start, hit.end)).slice(from, to)
});
/**
* Hits without their secrets, sealed by a key that is made of all bytes of their content (and is not its object id): whoever can open a record has the content,
* and so all that it holds; nobody else learns a name or a place. `kind` parts runs that want different things to be found out.
*/
const knownHits = (store, kind) => {
	const namesOf = (content) => {
		const secret = createHash("sha256").update("tidewaiter hits\0").update(content).digest();
		const derived = (what) => createHash("sha256").update(`${what}\0${kind}\0`).update(secret).digest();
		return {
			name: derived("name").toString("hex"),
			key: derived("key")
		};
	};
	const recall = (content, record, key) => {
		try {
			const told = inflateRawSync(unsealed(record, key), { maxOutputLength: maxHits }).toString("utf8");
			return JSON.parse(told).map((hit) => withSecret(content, hit));
		} catch {
			return;
		}
	};
	const packed = (content, hits) => {
		const stored = hits.map((hit) => withoutSecret(content, hit));
		const told = Buffer.from(JSON.stringify(stored));
		return hits.length > 0 && !stored.includes(void 0) && told.length <= maxHits ? deflateRawSync(told) : void 0;
	};
	return (content, search) => {
		const { name, key } = namesOf(content);
		const record = store.record(name);
		const recalled = record && recall(content, record, key);
		if (recalled !== void 0) return recalled;
		const hits = search();
		const plain = record === void 0 ? packed(content, hits) : void 0;
		if (plain !== void 0) store.addRecord(name, sealed(plain, key));
		return hits;
	};
};
// src/cache/layers.ts
/**
* The layers of images that a store knows: which are clean, and what was found out about them, as the image's side sealed it. `kind` parts
* runs that want different things to be found out.
*/
const layersIn = (store, kind = "") => {
	const keyOf = ({ digest, diffId }) => createHash("sha256").update(`${digest} ${diffId} ${kind}`).digest("hex");
	return {
		isClean: (id) => store.isClean("layer", keyOf(id)),
		sealed: (id) => store.record(keyOf(id)),
		remember: (id, isClean, sealed) => {
			const key = keyOf(id);
			const record = sealed();
			if (isClean) store.add("layer", key);
			if (record !== void 0) store.addRecord(key, record);
		}
	};
};
// src/files/tally.ts
const createTally$1 = (inspect) => {
	const sightings = [];
	const missing = [];
	const skipped = /* @__PURE__ */ new Map();
	let files = 0;
	let bytes = 0;
	const skip = (what, reason) => {
		const key = `${what}\0${reason}`;
		skipped.set(key, {
			what,
			reason,
			count: (skipped.get(key)?.count ?? 0) + 1
		});
	};
	const miss = (what, reason) => void missing.push({
		what,
		reason
	});
	const look = (content, path) => {
		const kind = mediaKind(content);
		if (kind !== void 0) {
			skip(kind, whyPassedOver(kind));
			return;
		}
		for (const { inner, hit } of hitsInTexts(content, inspect)) {
			const location = {
				kind: "file",
				path: `${path}${inner}`,
				...span(hit),
				present: true
			};
			sightings.push({
				hit,
				location,
				order: Number.MAX_SAFE_INTEGER
			});
		}
	};
	const content = async (whole, path, named) => {
		files++;
		bytes += whole.length;
		for await (const member of membersOf(whole, inspect)) {
			const at = `${path}${member.inner}`;
			if (member.kind === "content") look(member.content, at);
			else if (member.kind === "limit") miss(at, member.reason);
			else if (member.kind === "skipped") skip(member.what, member.reason);
			else if (named) miss(at, "a damaged archive: what is behind the damage was not unpacked");
			else skip("archive", "damaged: scanned without unpacking the rest");
		}
	};
	const sighted = () => ({
		sightings,
		coverage: {
			files,
			bytes,
			missing,
			skipped: [...skipped.values()]
		}
	});
	return {
		content,
		skip,
		miss,
		sighted
	};
};
// src/files/files.ts
/** So many milliseconds an interrupt may have to wait. */
const deaf = 50;
const createListening = () => {
	const breath = createBreath(deaf);
	return async () => {
		if (breath.isDue()) await breath.take();
	};
};
const slash = Buffer.from("/");
/** Forward slashes open files on every system. */
const below = (folder, name) => ({
	path: Buffer.concat([
		folder.path,
		slash,
		name
	]),
	shown: folder.shown === "" ? name.toString("utf8") : `${folder.shown}/${name.toString("utf8")}`
});
const scanFile = async ({ path, shown }, { tally }, named) => {
	try {
		await tally.content(readRegularFile(path, named), shown, named);
	} catch (error) {
		if (!(error instanceof UnreadError) && error.code === void 0) throw error;
		tally.miss(shown, reasonOf(error));
	}
};
const scanEntry = async (entry, folder, scan) => {
	const place = below(folder, entry.name);
	if (entry.isDirectory()) {
		if (entry.name.toString("latin1") !== ".git") await scanFolder(place, scan);
	} else if (entry.isFile()) await scanFile(place, scan, false);
	else if (entry.isSymbolicLink()) scan.tally.skip("symbolic link", "not followed");
	else scan.tally.skip("device, socket or pipe", "never opened");
};
const scanFolder = async (folder, scan) => {
	let entries;
	try {
		entries = await readdir(folder.path, {
			withFileTypes: true,
			encoding: "buffer"
		});
	} catch (error) {
		scan.tally.miss(folder.shown || ".", reasonOf(error));
		return;
	}
	for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
		await scan.listen();
		if (scan.signal?.aborted === true) return;
		await scanEntry(entry, folder, scan);
	}
};
/** An interrupt ends the wait for input that may never come; what came is kept. */
const readStandardInput = async (input, signal) => {
	const chunks = [];
	let size = 0;
	const stream = signal !== void 0 && input instanceof Readable ? addAbortSignal(signal, input) : input;
	try {
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > 1073741824) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
			chunks.push(chunk);
		}
		return {
			content: Buffer.concat(chunks),
			whole: true
		};
	} catch (error) {
		if (signal?.aborted !== true) throw error;
		return {
			content: Buffer.concat(chunks),
			whole: false
		};
	}
};
const standardInput = "standard input";
const scanStandardInput = async (input, { tally, signal }) => {
	try {
		const { content, whole } = await readStandardInput(input, signal);
		await tally.content(content, standardInput, whole);
	} catch (error) {
		tally.miss(standardInput, reasonOf(error));
	}
};
/** A named folder as it stands before the paths below it: `./deploy/` is `deploy`, and `.` needs no saying. */
const shownFolder = (path, alone) => alone && isAbsolute(path) ? "" : normalize(path).replace(/[\\/]+$/, "").replaceAll("\\", "/").replace(/^\.$/, "");
/** A path that the user named; links are followed here and nowhere else. */
const scanNamed = async (path, shown, scan) => {
	const bytes = Buffer.from(path);
	let isFolder;
	try {
		isFolder = (await stat(path)).isDirectory();
	} catch (error) {
		scan.tally.miss(path, reasonOf(error));
		return;
	}
	if (isFolder) await scanFolder({
		path: bytes,
		shown
	}, scan);
	else await scanFile({
		path: bytes,
		shown: path
	}, scan, true);
};
const finished = ({ tally, signal }) => {
	if (signal?.aborted === true) tally.miss("the rest of the files", "interrupted");
	return tally.sighted();
};
/**
* Reads files and folders as they are, all but `.git`; `-` is standard input. A file is shown as it was given, and what is
* below a folder as that was given, relative to the working directory; but relative to it where it is the only path and
* absolute. What cannot be read is in coverage.
*/
const scanFiles = async (paths, inspect, input, signal) => {
	const scan = {
		tally: createTally$1(inspect),
		signal,
		listen: createListening()
	};
	for (const path of paths) {
		if (signal?.aborted === true) break;
		if (path === "-") await scanStandardInput(input ?? process.stdin, scan);
		else await scanNamed(path, shownFolder(path, paths.length === 1), scan);
	}
	return finished(scan);
};
const scanListed = async (place, scan) => {
	try {
		const entry = await lstat(place.path);
		if (entry.isSymbolicLink()) scan.tally.skip("symbolic link", "not followed");
		else if (entry.isDirectory()) scan.tally.skip(`repository ${place.shown}`, "inside this one but not part of it: scan it there");
		else await scanFile(place, scan, false);
	} catch (error) {
		if (!isAbsent(error)) scan.tally.miss(place.shown, reasonOf(error));
	}
};
/** Reads some files below a folder, such as those that git says have changed; their paths in bytes, with slashes. */
const scanFilesBelow = async (folder, paths, inspect, signal) => {
	const scan = {
		tally: createTally$1(inspect),
		signal,
		listen: createListening()
	};
	const root = {
		path: Buffer.from(folder),
		shown: ""
	};
	for (const path of paths) {
		await scan.listen();
		if (signal?.aborted === true) break;
		await scanListed(below(root, path), scan);
	}
	return finished(scan);
};
// src/findings/fingerprint-key.ts
const fromRoot = (root) => ({
	name: {
		kind: "root",
		root
	},
	key: root
});
/** An organisation's key, else the baseline's, so that both can be compared, else the oldest root commit. */
const fingerprintKey = async ({ key, sources, policy, cache, root: askForRoot }, signal, told) => {
	if (key !== void 0) return {
		name: { kind: "organisation" },
		key
	};
	if (policy.baseline?.root !== void 0) return fromRoot(policy.baseline.root);
	for (const source of sources) {
		const repository = source.kind === "files" ? void 0 : source.repository;
		const root = repository && (await told.get(repository) ?? await oldestRoot(repository, signal, cache));
		if (root !== void 0) return fromRoot(root);
	}
	const asked = await askForRoot?.();
	return asked === void 0 ? {
		name: { kind: "constant" },
		key: void 0
	} : fromRoot(asked);
};
// src/git/people.ts
/** `Name <email> seconds ±hhmm`, as in the headers of commits and tags (git's Documentation/user-manual). */
const person = /^(?:author|tagger) (.*) (\d+) ([+-])(\d\d)(\d\d)$/m;
const isoDate = (seconds, sign, hours, minutes) => {
	const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
	const shifted = /* @__PURE__ */ new Date((seconds + offset * 60) * 1e3);
	if (Number.isNaN(shifted.getTime())) return "";
	return `${shifted.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
};
/** Who wrote a raw commit or tag object, and when. */
const authorship = (raw) => {
	const end = raw.indexOf("\n\n");
	const found = person.exec(raw.toString("utf8", 0, end === -1 ? raw.length : end));
	if (found === null) return {
		author: "",
		date: ""
	};
	const [, author, seconds, sign, hours, minutes] = found;
	return {
		author,
		date: isoDate(Number(seconds), sign, hours, minutes)
	};
};
/** Authors and dates of some commits. */
const authorships = async (repository, commits) => {
	const found = /* @__PURE__ */ new Map();
	await readObjects(repository, commits, (id, _type, content) => found.set(id, authorship(content)));
	return found;
};
// src/git/queue.ts
/** While so many objects, or bytes, are looked at, the next are read. */
const atATime = {
	objects: 500,
	bytes: 32 << 20
};
const createQueue = (inspectContents, signal) => {
	let group = [];
	let held = 0;
	let looking = Promise.resolve();
	const lookAt = async (some) => {
		const readings = await inspectContents(some, signal);
		for (const [i, { add }] of some.entries()) if (readings[i] !== void 0) add(readings[i]);
	};
	const handOver = async () => {
		const waiting = group;
		[group, held] = [[], 0];
		await looking;
		looking = lookAt(waiting);
		looking.catch(() => {});
	};
	return {
		put: (waiting) => {
			group.push(waiting);
			held += waiting.content.length;
		},
		pause: async () => {
			if (group.length >= atATime.objects || held >= atATime.bytes) await handOver();
		},
		end: async () => {
			await handOver();
			await looking;
		}
	};
};
// src/git/reading.ts
/** A commit's or tag's text begins after the first empty line; the headers before it are git's own. */
const messageOf = (raw) => {
	const end = raw.indexOf("\n\n");
	return raw.subarray(end === -1 ? raw.length : end + 2);
};
/** A tag begins with a line that names its object. */
const targetOf = (raw) => raw.toString("latin1", 7, raw.indexOf(10));
const messageAbout = (id, type, raw) => ({
	id,
	type,
	by: authorship(raw),
	...type === "tag" ? { target: targetOf(raw) } : {}
});
/** Collects what a reading finds. */
const createCollector = (inspect) => {
	const found = [];
	const limited = [];
	const skipped = /* @__PURE__ */ new Map();
	const clean = /* @__PURE__ */ new Map();
	const note = (kind, id) => {
		const ids = clean.get(kind);
		if (ids === void 0) clean.set(kind, [id]);
		else ids.push(id);
	};
	const skip = (what, reason) => {
		const key = `${what}\0${reason}`;
		skipped.set(key, {
			what,
			reason,
			count: (skipped.get(key)?.count ?? 0) + 1
		});
	};
	const addHits = (id, hits) => {
		if (hits.length > 0) found.push({
			id,
			type: "blob",
			hits,
			inner: ""
		});
		else note("object", id);
	};
	const inspectBlob = (id, content) => {
		const kind = mediaKind(content);
		if (kind !== void 0) {
			skip(kind, whyPassedOver(kind));
			note(`passed/${kind}`, id);
			return;
		}
		addHits(id, inspect(content));
	};
	const addMessage = (id, hits, about) => {
		if (hits.length === 0) note("object", id);
		else found.push({
			...about(),
			hits,
			inner: ""
		});
	};
	const addArchive = (id, archive) => {
		for (const { inner, hits } of archive.found) found.push({
			id,
			type: "blob",
			hits,
			inner
		});
		for (const limit of archive.limited) limited.push({
			id,
			...limit
		});
		for (const { what, reason } of archive.skipped) skip(what, reason);
		if (archive.found.length + archive.limited.length + archive.skipped.length === 0) note("object", id);
	};
	return {
		found,
		limited,
		skipped,
		clean,
		note,
		addHits,
		inspectBlob,
		addMessage,
		addArchive
	};
};
/** A few bytes of deltas can make git print for days. */
const maxBytesRead = 2 ** 38;
const oneByOne = (inspect) => async (archives, signal) => {
	const readings = [];
	const look = remembered(inspect);
	for (const { content } of archives) if (signal?.aborted !== true) readings.push(await inspectArchive(content, look));
	return readings;
};
/** What is larger is not copied for the threads. */
const maxCopied = 128 << 20;
/** Looks at objects, each once. Trees among them are passed over; so is media, which coverage then names. */
const inspectObjects = async (repository, ids, inspect, signal, ways = {}) => {
	const { read = (some, visit, end, pause) => readObjects(repository, some, visit, end, pause), inspectContents = oneByOne(inspect), maxBytes = maxBytesRead } = ways;
	const enough = new AbortController();
	const until = signal === void 0 ? enough.signal : AbortSignal.any([signal, enough.signal]);
	const collector = createCollector(inspect);
	const queue = createQueue(inspectContents, signal);
	const hasThreads = ways.inspectContents !== void 0;
	let objects = 0;
	let bytes = 0;
	const sizes = /* @__PURE__ */ new Map();
	const commits = [];
	const count = (id, length) => {
		objects++;
		bytes += length;
		sizes.set(id, length);
		if (bytes > maxBytes) enough.abort();
	};
	const put = (content, isText, add) => queue.put({
		content: Buffer.from(content),
		isText,
		add
	});
	const isForThreads = (content) => hasThreads && content.length <= maxCopied;
	/** Unpacking waits for streams, here too. */
	const isForQueue = (content) => isForThreads(content) || isReadApart(content);
	const placeBlob = (id, content) => {
		const matches = ways.found?.matches(id);
		if (matches !== void 0) collector.addHits(id, ways.found.place(content, matches));
		else if (isForQueue(content)) put(content, false, (reading) => collector.addArchive(id, reading));
		else collector.inspectBlob(id, content);
	};
	const placeMessage = (id, type, raw) => {
		const text = messageOf(raw);
		const about = hasThreads ? messageAbout(id, type, raw) : void 0;
		const add = (hits) => collector.addMessage(id, hits, () => about ?? messageAbout(id, type, raw));
		if (isForThreads(text)) put(text, true, ({ found }) => add(found.flatMap(({ hits }) => hits)));
		else add(inspect(text));
	};
	const visit = (id, type, content) => {
		if (type === "tree") {
			collector.note("tree", id);
			return;
		}
		count(id, content.length);
		if (type === "commit") commits.push(id);
		if (type === "blob") placeBlob(id, content);
		else placeMessage(id, type, content);
	};
	for (const { id, size, reading } of ways.archives ?? []) {
		count(id, size);
		collector.addArchive(id, reading);
	}
	const missing = [...await read(ids, visit, until, queue.pause)];
	if (enough.signal.aborted) missing.push({
		what: "the rest of the objects",
		reason: `those read exceed the limit of ${maxBytes} bytes`
	});
	await queue.end();
	const { found, limited, skipped, clean } = collector;
	const blobs = new Set([...found.filter(({ type }) => type === "blob"), ...limited].map(({ id }) => id));
	const bytesOf = (some) => {
		let sum = 0;
		for (const id of some) sum += sizes.get(id) ?? 0;
		return sum;
	};
	return {
		found,
		blobs,
		objects,
		commits,
		bytes: bytesOf(sizes.keys()),
		bytesOf,
		skipped: [...skipped.values()],
		missing,
		limited,
		clean
	};
};
// src/git/before.ts
/** `:100644 100644 OLD NEW M\tpath` (git's Documentation/diff-format); more columns for nothing that we ask for. */
const change$1 = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*\t(.*)$/s;
const isNone = (id) => /^0+$/.test(id);
/**
* Blobs that the commits of a change replaced or removed and did not bring in themselves, with a path. Parents come first, so what
* the change brought in is known before a later commit of it replaces that.
*/
const replacedBlobs = async (repository, { options, revisions }) => {
	const format = [
		"--reverse",
		"--topo-order",
		"--format=",
		"--raw",
		"--no-abbrev",
		"-m",
		"--no-renames",
		"--no-ext-diff"
	];
	const input = revisions.map((revision) => `${revision}\n`).join("");
	const broughtIn = /* @__PURE__ */ new Set();
	const replaced = /* @__PURE__ */ new Map();
	for await (const line of linesOf(repository.folder, [
		"log",
		...format,
		...options,
		"--stdin"
	], input)) {
		const [, , old, current, path = ""] = change$1.exec(line) ?? [];
		if (old === void 0 || current === void 0) continue;
		if (!isNone(old) && !broughtIn.has(old)) replaced.set(old, path);
		if (!replaced.has(current)) broughtIn.add(current);
	}
	return replaced;
};
/**
* Which secrets stood in the files of a change before it: the change did not bring them in, though it wrote these files anew.
* None where that cannot be read, so that nothing is excused by a gap. Most stood where they stand now, so the rest is
* only read for those that did not.
*/
const secretsBefore = async (repository, what, { secrets, paths }, inspect) => {
	const before = /* @__PURE__ */ new Set();
	const enough = new AbortController();
	const note = inspectAs(inspect, (content) => {
		const hits = inspect(content);
		for (const { secret } of hits) before.add(secret);
		if (hits.length > 0 && [...secrets].every((secret) => before.has(secret))) enough.abort();
		return hits;
	});
	try {
		const replaced = [...await replacedBlobs(repository, what)];
		for (const wanted of [true, false]) {
			if (enough.signal.aborted) break;
			const ids = replaced.filter(([, path]) => paths.has(path) === wanted).map(([id]) => id);
			await inspectObjects(repository, ids, note, enough.signal);
		}
		return before;
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return /* @__PURE__ */ new Set();
	}
};
// src/findings/older.ts
/** Secrets that a change did not bring in; undefined where it is no change that is scanned. Asked when something was found. */
const secretsNotNew = async (sources, sightings, inspect) => {
	const [source, ...others] = sources.filter(({ kind }) => kind !== "images");
	if (source?.kind !== "revisions" || others.length > 0) return void 0;
	const asked = {
		secrets: new Set(sightings.map(({ hit }) => hit.secret)),
		paths: new Set(sightings.map(({ location }) => location.path.replace(/!.*/s, "")))
	};
	return secretsBefore(source.repository, source.what, asked, inspect);
};
/**
* Whether anything will be told by its fingerprint: of a change in which all that was found is older than it, or nothing where it stands, only
* a number is.
*/
const needFingerprints = (policy, sightings, older) => sightings.length > 0 && (policy.includeIgnored || policy.baseline !== void 0 || sightings.some(({ hit }) => older === void 0 || !older.has(hit.secret)));
/** Says that something older was seen, so that it is not lost silently. */
const notesOnOlder = (findings) => {
	const count = findings.filter((finding) => finding.new === false).length;
	if (count === 0) return [];
	return [`${count === 1 ? "1 credential in the changed files is" : `${count} credentials in the changed files are`} older than this change and not counted here; a scan of the whole history reports it.`];
};
// src/git/gaps.ts
/** So many absent objects are named one by one. */
const maxNamed = 10;
const isPartialClone = async ({ folder }) => {
	const key = "^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$";
	try {
		return (await bytesOf(folder, [
			"config",
			"--get-regexp",
			key
		])).length > 0;
	} catch (error) {
		if (error instanceof GitError) return false;
		throw error;
	}
};
/** Objects that a walked commit or tree names and the store lacks. */
const absentObjects = async (repository, { absent }) => {
	if (absent.length === 0) return [];
	if (await isPartialClone(repository)) return [{
		what: absent.length === 1 ? `object ${absent[0]}` : `${absent.length} objects`,
		reason: "this is a partial clone without them: run `git fetch --refetch --no-filter` first, or scan with --fetch-missing"
	}];
	const reason = "the history needs it and the repository lacks it: run `git fsck`, then fetch or clone again";
	const named = absent.slice(0, maxNamed).map((id) => ({
		what: `object ${id}`,
		reason
	}));
	const rest = absent.length - named.length;
	return rest === 0 ? named : [...named, {
		what: `${rest} more objects`,
		reason
	}];
};
const shallowHistory = ({ shallow }) => shallow ? [{
	what: "older history",
	reason: "this is a shallow clone: run `git fetch --unshallow` first, or scan a --range"
}] : [];
const interrupted = (signal) => signal?.aborted === true ? [{
	what: "the rest of the history",
	reason: "interrupted"
}] : [];
const skippedSubmodules = (paths) => paths.map((path) => ({
	what: `submodule ${path}`,
	reason: "a repository of its own: scan it there",
	count: 1
}));
/** Each thing that is missing, once, with the first reason. */
const distinctMissing = (missing) => {
	const first = /* @__PURE__ */ new Map();
	for (const entry of missing) if (!first.has(entry.what)) first.set(entry.what, entry);
	return [...first.values()];
};
// src/git/attempt.ts
const maxReason = 300;
/** Goes on without what a broken repository cannot give; an interrupted git is no fault of the repository. */
const attempt = async (what, work, fallback, signal) => {
	try {
		return {
			value: await work(),
			missing: []
		};
	} catch (error) {
		if (signal?.aborted === true) return {
			value: fallback,
			missing: []
		};
		if (!(error instanceof GitError)) throw error;
		return {
			value: fallback,
			missing: [{
				what,
				reason: `${error.message.slice(0, maxReason)}: run \`git fsck\` and repair the repository`
			}]
		};
	}
};
// src/git/graph/topological.ts
/** Some commits and all before them, each once; the first tips first. */
const reachableFrom = (graph, tips) => {
	const seen = new Uint8Array(graph.count);
	const found = [];
	const meet = (commit) => {
		if (seen[commit] === 1) return;
		seen[commit] = 1;
		found.push(commit);
	};
	tips.forEach(meet);
	for (let i = 0; i < found.length; i++) {
		const { words, at, end } = graph.parentsOf(found[i]);
		for (let parent = at; parent < end; parent++) meet(words[parent]);
	}
	return found;
};
/**
* The commits that tips reach, parents before their children, and the commits of one line of work together: the order of `git rev-list
* --topo-order --reverse` (git's commit.c, sort_in_topological_order).
*/
const oldestFirst = (graph, tips) => {
	const commits = reachableFrom(graph, tips);
	const children = new Uint32Array(graph.count);
	for (const commit of commits) {
		const { words, at, end } = graph.parentsOf(commit);
		for (let parent = at; parent < end; parent++) children[words[parent]]++;
	}
	const waiting = commits.filter((commit) => children[commit] === 0).sort((a, b) => graph.timeOf(b) - graph.timeOf(a)).reverse();
	const order = new Uint32Array(commits.length);
	let left = commits.length;
	for (let commit = waiting.pop(); commit !== void 0; commit = waiting.pop()) {
		order[--left] = commit;
		const { words, at, end } = graph.parentsOf(commit);
		for (let parent = at; parent < end; parent++) if (--children[words[parent]] === 0) waiting.push(words[parent]);
	}
	return order;
};
// src/git/graph/oldest-root.ts
/**
* The oldest commit without parents that a commit descends from, as `oldestRoot` finds it through git; undefined where the history is not what it
* should be.
*/
const oldestRootIn = ({ graph, ids }, head) => {
	const tip = findId(ids, Buffer.from(head, "hex"));
	if (tip === -1 || !graph.isCommit(tip)) return void 0;
	let oldest;
	try {
		for (const commit of reachableFrom(graph, [tip])) {
			const { at, end } = graph.parentsOf(commit);
			const isOlder = oldest === void 0 || graph.timeOf(commit) < graph.timeOf(oldest) || graph.timeOf(commit) === graph.timeOf(oldest) && commit < oldest;
			if (at === end && isOlder) oldest = commit;
		}
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
	return oldest === void 0 ? void 0 : idAt(ids, oldest);
};
// src/git/pack/check-trees.ts
/** So many checks run between two looks at what else happens. */
const slice = 4096;
/**
* Entries that say that they are trees, which nobody unpacks, and whose bytes are not those that the index has a checksum of: one broken bit
* makes a tree of a blob. What else is broken shows when it is unpacked. Only whole trees are checked unless `isWanted` chooses others.
*/
const damagedTrees = async ({ pack, entries, index }, isOn, isWanted = (entry) => entries.bases[entry] === noBase.whole) => {
	const { checksums } = index;
	const damaged = [];
	if (checksums === void 0) return damaged;
	const checksumOf = createChecksums(pack);
	for (let entry = 0, checked = 0; entry < entries.count && isOn(); entry++) {
		if (entries.types[entry] !== entryType.tree || !isWanted(entry)) continue;
		const start = entries.starts[entry];
		const expected = checksums.readUInt32BE(entries.positions[entry] * 4);
		if (checksumOf(start, entries.starts[entry + 1] - start) !== expected) damaged.push(entry);
		if (++checked % slice === 0) await setImmediate();
	}
	return damaged;
};
// src/git/pack/collect.ts
const nothingCollected = () => ({
	carriers: [],
	archives: [],
	others: [],
	strays: [],
	media: /* @__PURE__ */ new Map(),
	packs: [],
	missing: [],
	history: void 0,
	hasCycle: false,
	objects: 0,
	bytes: 0,
	known: 0
});
const byEntry = (a, b) => a.entry - b.entry;
const collectLarge = (pack, results, into) => {
	for (const { entry, size } of results.flatMap(({ large }) => large).sort(byEntry)) {
		const id = idOfEntry(pack, entry);
		const reason = `its ${size} bytes exceed the limit of ${maxObject}`;
		if (size !== void 0 && size > 1073741824) into.missing.push({
			what: `object ${id}`,
			reason
		});
		else into.others.push(id);
	}
};
/** Joins what threads found, in the order of the pack: which thread took which tree is chance. */
const collect = (pack, results, into) => {
	for (const { entry, matches } of results.flatMap(({ found }) => found).sort(byEntry)) into.carriers.push({
		id: idOfEntry(pack, entry),
		traits: matches
	});
	for (const { entry, size, reading } of results.flatMap(({ archives }) => archives).sort(byEntry)) into.archives.push({
		id: idOfEntry(pack, entry),
		size,
		reading
	});
	const left = results.flatMap(({ aside, broken }) => [...aside, ...broken]).sort((a, b) => a - b);
	for (const entry of left) into.others.push(idOfEntry(pack, entry));
	collectLarge(pack, results, into);
	for (const result of results) {
		into.objects += result.objects;
		into.bytes += result.bytes;
		for (const [kind, count] of result.media) into.media.set(kind, (into.media.get(kind) ?? 0) + count);
	}
};
/** Every entry must have come out somewhere: scanned, left to git or known from before. */
const requireAll = ({ file, entries }, repeated, results) => {
	let expected = 0;
	for (let entry = 0; entry < entries.count; entry++) {
		const type = entries.types[entry];
		if (type !== 0 && type !== entryType.tree && repeated[entry] === 0) expected++;
	}
	const seen = results.reduce((sum, { objects, archives, aside, large, broken }) => sum + objects + archives.length + aside.length + large.length + broken.length, 0);
	if (seen !== expected) throw new PackError(`${file} has ${expected} objects, and ${seen} were seen`);
};
/** Sorts the entries whose chains end outside of their pack by what can be done about them. */
const collectRootless = (pack, repeated, into) => {
	const { types, bases, count } = pack.entries;
	const rootless = /* @__PURE__ */ new Set();
	for (let entry = 0; entry < count; entry++) {
		if (types[entry] !== 0) continue;
		const id = idOfEntry(pack, entry);
		rootless.add(id);
		if (repeated[entry] !== 0) continue;
		if (bases[entry] === noBase.itself) {
			into.hasCycle = true;
			into.missing.push({
				what: `object ${id}`,
				reason: `its deltas build on themselves in ${pack.file}: ${repair$1}`
			});
		} else if (bases[entry] === noBase.broken) into.others.push(id);
		else into.strays.push(id);
	}
	return rootless;
};
const repair$1 = "run `git fsck`, then fetch or clone again";
/** Entries that an earlier pack holds too: they serve as bases, but count once. */
const repeatedIn = (pack, earlier) => {
	const { index, entries } = pack;
	const flags = new Uint8Array(new SharedArrayBuffer(entries.count));
	if (earlier.length === 0) return flags;
	const holds = ({ index: other, rootless }, id) => findId(other, id) !== -1 && (rootless.size === 0 || !rootless.has(id.toString("hex")));
	for (let entry = 0; entry < entries.count; entry++) {
		const at = entries.positions[entry] * index.idBytes;
		const id = index.ids.subarray(at, at + index.idBytes);
		if (earlier.some((other) => holds(other, id))) flags[entry] = 1;
	}
	return flags;
};
// src/git/pack/cycles.ts
const hasCycle = ({ bases }) => bases.includes(noBase.itself);
/** Whether git would go in circles in one of the packs, which are few and small. */
const goInCircles = async ({ packs }, idBytes) => {
	for (const place of packs) if (await withPack(place, idBytes, {}, ({ entries }) => hasCycle(entries)).catch(() => false)) return true;
	return false;
};
// src/git/graph/graph.ts
/** Rows by place: it is kept in which part each begins, and where. */
const rowsBy = (parts, count) => {
	const partOf = new Uint16Array(count);
	const startOf = new Uint32Array(count);
	parts.forEach((words, part) => {
		for (let at = 0; at < words.length; at += words[at + 1] + 2) {
			const place = words[at];
			partOf[place] = part + 1;
			startOf[place] = at + 1;
		}
	});
	return (place) => {
		const part = partOf[place];
		if (part === 0) return void 0;
		const words = parts[part - 1];
		const at = startOf[place] + 1;
		return {
			words,
			at,
			end: at + words[at - 1]
		};
	};
};
/** Puts what threads read together. */
const graphOf = (parts, count) => {
	const trees = rowsBy(parts.flatMap(({ trees: words }) => words), count);
	const commits = rowsBy(parts.flatMap(({ commits: words }) => words), count);
	const commitRow = (place) => {
		const row = commits(place);
		if (row === void 0) throw new RangeError(`object ${place} is no commit`);
		return row;
	};
	const [tree, timeLow, timeHigh, parents] = [
		0,
		1,
		2,
		3
	];
	return {
		count,
		isCommit: (place) => commits(place) !== void 0,
		treeOf: (commit) => {
			const { words, at } = commitRow(commit);
			return words[at + tree];
		},
		timeOf: (commit) => {
			const { words, at } = commitRow(commit);
			return words[at + timeHigh] * 2 ** 32 + words[at + timeLow];
		},
		parentsOf: (commit) => {
			const row = commitRow(commit);
			return {
				...row,
				at: row.at + parents
			};
		},
		childrenOf: trees
	};
};
// src/git/pack/packed-history.ts
const ofHistory = [entryType.commit, entryType.tree];
const rootsOf = ({ count, bases, types }) => {
	const roots = [];
	for (let entry = 0; entry < count; entry++) if (bases[entry] === noBase.whole && ofHistory.includes(types[entry])) roots.push(entry);
	const shared = sharedIntegers(roots.length);
	shared.set(roots);
	return shared;
};
const wantedAmong = (ids, count, wanted) => {
	const flags = sharedBytes(count);
	for (const id of wanted) {
		const place = findId(ids, Buffer.from(id, "hex"));
		if (place !== -1) flags[place] = 1;
	}
	return flags;
};
/** Reads the commits and trees of a pack, and of blobs only where the wanted ones are. Undefined where something is not as it should be. */
const readHistory = async ({ pack, index, entries, forest }, wanted, control, readGraph) => {
	const { ids, idBytes, count } = index;
	const shared = sharedBytes(ids.length);
	shared.set(ids);
	const parts = await readGraph({
		pack,
		entries,
		forest: {
			...forest,
			roots: rootsOf(entries)
		},
		control,
		ids: shared,
		idBytes,
		wanted: wantedAmong(index, count, wanted),
		seed: randomBytes(4).readInt32LE()
	});
	if (!(endingOf(control) === ending.none && parts?.every(({ isSound }) => isSound) === true)) return void 0;
	return {
		graph: graphOf(parts, count),
		ids: {
			ids,
			idBytes
		}
	};
};
// src/git/pack/delta.ts
const broken = () => new PackError("its delta is broken");
/** Reads a delta's numbers. */
const createReader = (delta) => {
	let at = 0;
	const byte = () => {
		if (at >= delta.length) throw broken();
		return delta[at++];
	};
	const size = () => {
		let [value, scale] = [0, 1];
		for (;;) {
			const next = byte();
			value += (next & 127) * scale;
			if (next < 128 || scale > 2 ** 42) return value;
			scale *= 128;
		}
	};
	/** The bytes of a number that a command's bits say are there, lowest first. */
	const sparse = (bits, count) => {
		let value = 0;
		for (let i = 0; i < count; i++) if (bits & 1 << i) value += byte() * 256 ** i;
		return value;
	};
	const bytes = (length) => {
		if (at + length > delta.length) throw broken();
		at += length;
		return delta.subarray(at - length, at);
	};
	return {
		byte,
		size,
		sparse,
		bytes,
		isAtEnd: () => at >= delta.length
	};
};
/** Applies a delta (gitformat-pack, "Deltified representation") that makes at most `limit` bytes. Throws a PackError. */
const applyDelta = (base, delta, limit) => {
	const reader = createReader(delta);
	if (reader.size() !== base.length) throw new PackError("its delta does not fit its base");
	const size = reader.size();
	if (size > limit) throw new PackError(`its ${size} bytes exceed the limit of ${limit}`);
	const target = Buffer.alloc(size);
	let filled = 0;
	const append = (part) => {
		if (filled + part.length > size) throw broken();
		part.copy(target, filled);
		filled += part.length;
	};
	while (!reader.isAtEnd()) {
		const command = reader.byte();
		if (command === 0) throw broken();
		if (command < 128) append(reader.bytes(command));
		else {
			const offset = reader.sparse(command, 4);
			const length = reader.sparse(command >> 4, 3) || 65536;
			if (offset + length > base.length) throw broken();
			append(base.subarray(offset, offset + length));
		}
	}
	if (filled !== size) throw broken();
	return target;
};
// src/git/pack/strays.ts
/** Deltas on deltas; git makes at most 4,095. */
const maxDepth = 1e4;
const typeNames = {
	[entryType.commit]: "commit",
	[entryType.tree]: "tree",
	[entryType.blob]: "blob",
	[entryType.tag]: "tag"
};
/** Objects of this size at most, and deltas as well. */
const maxStray = 256 << 20;
const readAt = async (file, from, length) => {
	const handle = await open(file, "r");
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
};
const inflateEntry = async ({ pack: { file, entries }, entry }) => {
	const [from, end] = [entries.data[entry], entries.starts[entry + 1]];
	if (entries.sizes[entry] > maxStray || end - from > maxStray) throw new PackError("it is too large");
	const bytes = inflateSync(await readAt(file, from, end - from), { maxOutputLength: maxStray });
	if (bytes.length !== entries.sizes[entry]) throw new PackError("its data has another size than its header says");
	return bytes;
};
/** The id that a reference delta names stands before its data. */
const baseId = async ({ pack: { file, entries, index }, entry }) => readAt(file, entries.data[entry] - index.idBytes, index.idBytes);
const createStrayReader = (repository, packs, ids) => {
	const placesOf = (id) => packs.flatMap((pack) => {
		const position = findId(pack.index, id);
		return position === -1 ? [] : [{
			pack,
			entry: pack.entries.positions.indexOf(position)
		}];
	});
	/** A place where an object is whole, or builds on a whole one, if there is one. */
	const placeOf = (id) => {
		const places = placesOf(id);
		return places.find(({ pack, entry }) => pack.entries.types[entry] !== 0) ?? places[0];
	};
	const fromGit = async (id) => {
		let found;
		const keep = (_id, type, content) => {
			found = {
				type,
				content: Buffer.from(content)
			};
		};
		await readObjects(repository, [id], keep);
		if (found === void 0) throw new PackError(`it builds on ${id}, which the repository lacks`);
		return found;
	};
	/** What a delta builds on: a place in a pack, or an object that git has. */
	const baseOf = async ({ pack, entry }) => {
		const base = pack.entries.bases[entry];
		if (base >= 0) return {
			pack,
			entry: base
		};
		const id = await baseId({
			pack,
			entry
		});
		return placeOf(id) ?? await fromGit(id.toString("hex"));
	};
	/** The whole object that a chain ends in; its deltas go to `deltas`, the last first. */
	const rootOf = async (from, deltas) => {
		let at = from;
		while ("entry" in at) {
			if (deltas.length > maxDepth) throw new PackError("its chain of deltas has no end");
			const { bases, types } = at.pack.entries;
			const bytes = await inflateEntry(at);
			if (bases[at.entry] === noBase.whole) return {
				type: typeNames[types[at.entry]] ?? "blob",
				content: bytes
			};
			deltas.push(bytes);
			at = await baseOf(at);
		}
		return at;
	};
	const readOne = async (id) => {
		const place = placeOf(Buffer.from(id, "hex"));
		if (place === void 0) throw new PackError("no pack holds it");
		const deltas = [];
		const root = await rootOf(place, deltas);
		const content = deltas.reduceRight((base, delta) => applyDelta(base, delta, maxStray), root.content);
		return {
			type: root.type,
			content
		};
	};
	const read = async (some, visit, signal) => {
		const missing = [];
		for (const id of some) {
			if (signal?.aborted === true) break;
			try {
				const { type, content } = await readOne(id);
				visit(id, type, content);
			} catch (error) {
				missing.push({
					what: `object ${id}`,
					reason: `${error.message}: run \`git fsck\`, then fetch again what is broken`
				});
			}
		}
		return missing;
	};
	const holds = (id) => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
	return {
		ids: new Set(ids),
		holds,
		read
	};
};
// src/git/pack/survey.ts
const repair = "run `git fsck`, then fetch or clone again";
const controlOf = ({ pack }, { maxUnpackedBytes = mostUnpacked(pack.size) }) => createControl(maxUnpackedBytes);
const scanPack = async (pack, repeated, means, into) => {
	const { scanTrees, signal, onControl, clean } = means;
	const { file, entries } = pack;
	if (clean !== void 0) markKnown(pack, repeated, clean, into);
	const forest = into.known === 0 ? pack.forest : pruned(pack, pack.forest, repeated);
	const verdicts = clean === void 0 ? void 0 : nothingLearned(entries.count);
	const control = controlOf(pack, means);
	onControl(control);
	const isOn = () => endingOf(control) === ending.none;
	const trees = {
		pack: pack.pack,
		entries,
		forest,
		control,
		repeated,
		...verdicts && { verdicts }
	};
	const isWanted = clean && ((entry) => repeated[entry] !== standing.known);
	const [results, damaged] = await endedBy(signal, control, () => Promise.all([scanTrees(trees), damagedTrees(pack, isOn, isWanted)]));
	for (const entry of damaged) into.missing.push({
		what: `object ${idOfEntry(pack, entry)}`,
		reason: `its checksum does not hold in ${file}: ${repair}`
	});
	const ending$1 = endingOf(control);
	if (ending$1 === ending.none) requireAll(pack, repeated, results);
	if (ending$1 === ending.limit) {
		const reason = `its objects unpack to more than the limit of ${control.maxBytes} bytes`;
		into.missing.push({
			what: `the rest of ${file}`,
			reason
		});
	}
	collect(pack, results, into);
	if (clean !== void 0 && verdicts !== void 0) learn({
		pack,
		repeated,
		verdicts,
		results,
		damaged: isOn() ? new Set(damaged) : void 0
	}, clean);
};
const surveyPack = async (pack, means, into) => {
	const repeated = repeatedIn(pack, into.packs);
	await scanPack(pack, repeated, means, into);
	const { file, index, entries } = pack;
	into.packs.push({
		file,
		index,
		entries,
		rootless: collectRootless(pack, repeated, into)
	});
	into.history = await historyOf(pack, means, into);
};
/** What the commits and trees of a pack name, where it is sound and the first. */
const historyOf = async (pack, means, into) => {
	const { readGraph, signal } = means;
	const isSound = into.missing.length === 0 && into.strays.length === 0 && !into.hasCycle;
	if (readGraph === void 0 || into.packs.length > 1 || !isSound || signal?.aborted === true) return void 0;
	const wanted = [
		...into.carriers.map(({ id }) => id),
		...into.archives.map(({ id }) => id),
		...into.others
	];
	const control = controlOf(pack, means);
	return endedBy(signal, control, () => readHistory(pack, wanted, control, readGraph));
};
const isGone = (error) => error.code === "ENOENT";
/** Packs come and go while git repacks; this often the stores are listed anew. */
const maxRounds = 10;
/** Scans packs until a new listing names none that is unknown. Gives the last listing. */
const surveyRounds = async (repository, first, means, into) => {
	const known = /* @__PURE__ */ new Set();
	let stores = first;
	for (let round = 0; round < maxRounds; round++) {
		const unknown = stores.packs.filter(({ file }) => !known.has(file));
		if (unknown.length === 0) return stores;
		for (const place of unknown) {
			known.add(place.file);
			try {
				await withPack(place, means.idBytes, { signal: means.signal }, (pack) => surveyPack(pack, means, into));
			} catch (error) {
				if (!isGone(error)) throw error;
			}
		}
		stores = listStores(repository);
	}
	into.missing.push({
		what: "some packs",
		reason: "new ones kept appearing: scan again when git has come to rest"
	});
	return stores;
};
/** Progress over all packs. */
const createGauge = (stores) => {
	const total = Math.max(1, packBytes(stores));
	const controls = [];
	const amounts = () => {
		const all = controls.map(amountsOf);
		const sum = (name) => all.reduce((total, some) => total + some[name], 0);
		return {
			objects: sum("objects"),
			bytes: sum("bytes"),
			share: Math.min(1, sum("packed") / total)
		};
	};
	return {
		amounts,
		onControl: (control) => void controls.push(control)
	};
};
/**
* Looks through every pack of a repository, each object once, without asking git. Undefined where the packs are not what this
* reader knows: then git reads everything.
*/
const surveyPacks = async (repository, scan, signal) => {
	const idBytes = repository.idLength / 2;
	const stores = listStores(repository);
	if (packBytes(stores) < scan.minPackBytes && !await goInCircles(stores, idBytes)) return void 0;
	const into = nothingCollected();
	const gauge = createGauge(stores);
	scan.watch?.(gauge.amounts);
	let last = stores;
	try {
		last = await surveyRounds(repository, stores, {
			...scan,
			idBytes,
			signal,
			onControl: gauge.onControl
		}, into);
	} catch (error) {
		if (signal?.aborted === true) return surveyOf(repository, into, last);
		if (error instanceof PackError || error.code !== void 0) return void 0;
		throw error;
	}
	return surveyOf(repository, into, last);
};
const packsWithoutIndex = (packs) => packs.map((what) => ({
	what,
	reason: "it has no index: run `git index-pack` on it"
}));
const surveyOf = (repository, collected, stores) => {
	const { carriers, archives, others, strays, media, packs, hasCycle, objects, bytes, known, missing, history } = collected;
	const isAll = packs.length === 1 && stores.loose.length === 0 && stores.withoutIndex.length === 0;
	const isPacked = (id) => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
	const loose = new Set(stores.loose);
	const noIndex = packsWithoutIndex(stores.withoutIndex);
	return {
		carriers,
		archives,
		others: [.../* @__PURE__ */ new Set([...others, ...stores.loose.filter((id) => !isPacked(id))])],
		strays: createStrayReader(repository, packs, strays.filter((id) => !loose.has(id))),
		hasCycle,
		commits: () => packs.flatMap(commitsOf),
		media,
		objects,
		bytes,
		known,
		missing: [...missing, ...noIndex],
		history: isAll ? history : void 0
	};
};
// src/git/choose.ts
const widened = (span, version) => ({
	first: span === void 0 || version.order < span.first.order ? version : span.first,
	last: span === void 0 || version.order > span.last.order ? version : span.last
});
/** First and last version per secret and path. */
const spansOf = (carriers, origins) => {
	const spans = /* @__PURE__ */ new Map();
	for (const { id, traits } of carriers) {
		const origin = origins.get(id);
		if (origin === void 0) continue;
		for (const { check, secret } of traits) {
			const key = `${check}\0${origin.pathKey ?? origin.path}\0${secret}`;
			spans.set(key, widened(spans.get(key), {
				id,
				order: origin.order
			}));
		}
	}
	return spans.values();
};
/**
* Of the many versions of a file that carry one secret, those whose place is reported: per secret and path the first and
* the last, all that the tip holds, and all that no ref reaches.
*/
const chooseCarriers = (carriers, origins, isAtTip) => {
	const chosen = new Set(carriers.map(({ id }) => id).filter((id) => !origins.has(id) || isAtTip(id)));
	for (const { first, last } of spansOf(carriers, origins)) chosen.add(first.id).add(last.id);
	return chosen;
};
// src/git/sift.ts
const createTally = () => {
	const unknown = [];
	const passed = /* @__PURE__ */ new Map();
	let clean = 0;
	const know = (kind) => {
		const what = passedOver(kind);
		if (what !== void 0) passed.set(what, (passed.get(what) ?? 0) + 1);
		else if (kind === "object") clean++;
	};
	return {
		unknown,
		know,
		sifted: (withoutIndex) => ({
			unknown,
			clean,
			passed,
			between: 0,
			withoutIndex
		})
	};
};
/** Divides ids by what a cache knows of them. */
const siftIds = (ids, clean) => {
	const { unknown, know, sifted } = createTally();
	const kinds = [...new Set(clean.kinds())].filter(isOfObjects);
	for (const id of ids) {
		const kind = kinds.find((some) => clean.isClean(some, id));
		if (kind === void 0) unknown.push(id);
		else know(kind);
	}
	return sifted([]);
};
const siftIndex = (index, earlier, clean, tally) => {
	const { ids, idBytes, count } = index;
	const idAt = (place) => ids.subarray(place * idBytes, (place + 1) * idBytes);
	const isRepeated = (place) => earlier.some((other) => findId(other, idAt(place)) !== -1);
	const isKnown = new Uint8Array(count);
	forKnownIn(index, clean, (place, kind) => {
		if (isKnown[place] === 1) return;
		isKnown[place] = 1;
		if (!isRepeated(place)) tally.know(kind);
	});
	isKnown.forEach((known, place) => {
		if (known === 0 && !isRepeated(place)) tally.unknown.push(idAt(place).toString("hex"));
	});
};
/**
* Divides all objects of a repository by what a cache knows of them: from the indexes of its packs alone. Undefined where the cache is
* empty, or the packs are not what this reader knows.
*/
const siftStores = async (repository, clean) => {
	if (clean.kinds().length === 0) return void 0;
	try {
		const { packs, loose, withoutIndex } = listStores(repository);
		const tally = createTally();
		const indexes = [];
		for (const place of packs) {
			const index = indexOf(place, repository.idLength / 2);
			siftIndex(index, indexes, clean, tally);
			indexes.push(index);
		}
		const lone = loose.filter((id) => indexes.every((index) => findId(index, Buffer.from(id, "hex")) === -1));
		const rest = siftIds(lone, clean);
		const passed = new Map(tally.sifted([]).passed);
		for (const [what, count] of rest.passed) passed.set(what, (passed.get(what) ?? 0) + count);
		return {
			unknown: [...tally.unknown, ...rest.unknown],
			clean: tally.sifted([]).clean + rest.clean,
			passed,
			between: 0,
			withoutIndex
		};
	} catch (error) {
		if (error instanceof PackError || error.code !== void 0) return void 0;
		throw error;
	}
};
/** What coverage says of objects that a cache knows as clean. */
const knownAsClean = (count) => count === 0 ? [] : [{
	what: "objects",
	reason: "known as clean from an earlier run",
	count
}];
const toldByOthers = (count) => count === 0 ? [] : [{
	what: "objects",
	reason: "hold what earlier and later versions of the same file hold",
	count
}];
/** Leaves out objects that need not be read. */
const without$1 = (sifted, spared) => {
	const unknown = sifted.unknown.filter((id) => !spared.has(id));
	return {
		...sifted,
		unknown,
		between: sifted.unknown.length - unknown.length
	};
};
/** A reading as if all had been read, but for its bytes. */
const withKnown = (reading, { clean, passed, between }) => {
	let objects = reading.objects + clean + between;
	const skipped = [
		...reading.skipped,
		...knownAsClean(clean),
		...toldByOthers(between)
	];
	for (const [what, count] of passed) {
		objects += count;
		skipped.push({
			what,
			reason: whyPassedOver(what),
			count
		});
	}
	return {
		...reading,
		objects,
		skipped
	};
};
/** Tells a cache what was found to be clean. */
const remember = ({ clean: found }, clean) => {
	for (const [kind, ids] of found) for (const id of ids) clean.add(kind, id);
};
// src/git/tree.ts
const split = (output, separator) => {
	const parts = [];
	for (let start = 0; start < output.length;) {
		const found = output.indexOf(separator, start);
		const end = found === -1 ? output.length : found;
		if (end > start) parts.push(output.subarray(start, end));
		start = end + 1;
	}
	return parts;
};
const records = async ({ folder }, args, settings = []) => split(await bytesOf(folder, args, { settings }), 0);
const splitAt = (text, separator) => {
	const at = text.indexOf(separator);
	return [text.slice(0, at), text.slice(at + 1)];
};
/** The mode of a gitlink: a submodule's commit, which is in another repository. */
const gitlink = "160000";
const emptyTree = {
	paths: /* @__PURE__ */ new Map(),
	submodules: []
};
const addTo = (paths, id, path) => {
	const known = paths.get(id);
	if (known === void 0) paths.set(id, [path]);
	else known.push(path);
};
const listing = (commit) => [
	"ls-tree",
	"-r",
	"-z",
	"--full-tree",
	commit
];
/** The submodules of a commit's tree and the paths at which it holds some blobs. */
const treeOf = async (repository, commit, blobs) => treeAmong(await records(repository, listing(commit)), blobs);
/** Before the first commit there is none. */
const noTree = async () => emptyTree;
/** Lists a commit's tree at once, for several questions. */
const startTree = ({ folder }, commit, signal) => {
	const listed = bytesOf(folder, listing(commit), { signal }).then((output) => split(output, 0));
	listed.catch(() => {});
	return async (blobs) => treeAmong(await listed, blobs);
};
/** Which of some blobs a tree holds, and where; none where it cannot be listed. */
const heldBy = async (look, blobs) => (await attempt("", () => look(blobs), emptyTree)).value.paths;
const treeAmong = (listed, blobs) => {
	const paths = /* @__PURE__ */ new Map();
	const submodules = [];
	for (const record of listed) {
		const [meta, path] = splitAt(record.toString("utf8"), "	");
		const [mode, , id] = meta.split(" ");
		if (mode === gitlink) submodules.push(path);
		else if (blobs.has(id)) addTo(paths, id, path);
	}
	return {
		paths,
		submodules
	};
};
const indexedBlobs = async (repository) => (await records(repository, [
	"ls-files",
	"--stage",
	"-z"
])).flatMap((record) => {
	const [meta, path] = splitAt(record.toString("utf8"), "	");
	const [mode, id] = meta.split(" ");
	return mode === gitlink ? [] : [{
		id,
		path
	}];
});
/** Paths with conflicts have no entry of their own in the index, and a zero id here. */
const isNull = (id) => /^0+$/.test(id);
/** Blobs that the index holds and HEAD does not: what the next commit would bring in. */
const stagedBlobs = async (repository) => {
	if (repository.bare) return [];
	if (repository.head === void 0) return indexedBlobs(repository);
	const changed = await records(repository, [
		"diff-index",
		...[
			"--cached",
			"--raw",
			"-z",
			"--no-renames",
			"--no-abbrev",
			"--diff-filter=d"
		],
		"--ignore-submodules=all",
		repository.head
	]);
	const staged = [];
	for (let i = 0; i + 1 < changed.length; i += 2) {
		const [, mode, , id] = changed[i].toString("latin1").split(" ");
		if (mode !== gitlink && !isNull(id)) staged.push({
			id,
			path: changed[i + 1].toString("utf8")
		});
	}
	return staged;
};
/**
* To see whether a file changed, git may pass it through the filter that the repository's configuration names: empty
* settings keep each of them from running.
*/
const withoutFilters = async (repository) => {
	const args = [
		"config",
		"-z",
		"--name-only",
		"--get-regexp",
		"^filter\\."
	];
	try {
		const names = (await bytesOf(repository.folder, args)).toString("utf8").split("\0");
		return [...new Set(names.filter(Boolean).map((name) => name.slice(0, name.lastIndexOf("."))))].flatMap((driver) => [
			[`${driver}.clean`, ""],
			[`${driver}.smudge`, ""],
			[`${driver}.process`, ""],
			[`${driver}.required`, "false"]
		]);
	} catch (error) {
		if (error instanceof GitError) return [];
		throw error;
	}
};
/** Files of the work tree that differ from the index or that git does not track, ignored ones left out. As bytes. */
const changedFiles = async (repository) => {
	if (repository.bare) return [];
	const settings = await withoutFilters(repository);
	const modified = await records(repository, ["diff-files", ...[
		"--name-only",
		"-z",
		"--no-renames",
		"--diff-filter=d",
		"--ignore-submodules=all"
	]], settings);
	const untracked = await records(repository, [
		"ls-files",
		"--others",
		"--exclude-standard",
		"-z"
	], settings);
	return [...new Map([...modified, ...untracked].map((path) => [path.toString("latin1"), path]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, path]) => path);
};
// src/git/everything.ts
const nothingListed = {
	ids: [],
	commits: [],
	trees: [],
	missing: []
};
/** Asks git for every object. */
const readThroughGit = async (repository, inspect, signal) => {
	const list = await attempt("the objects", () => listObjects(repository), nothingListed);
	const reading = await inspectObjects(repository, list.value.ids, inspect, signal);
	const { trees, commits } = list.value;
	const clean = new Map([...reading.clean, ["tree", trees]]);
	const missing = [...list.missing, ...list.value.missing];
	return {
		reading: {
			...reading,
			clean
		},
		commits: () => commits,
		missing,
		between: []
	};
};
/** Asks git for every object that a cache does not know. */
const readUnknown = async (repository, sifted, inspect, signal) => {
	const reading = await inspectObjects(repository, sifted.unknown, inspect, signal);
	return {
		reading: withKnown(reading, sifted),
		commits: async () => (await listObjects(repository)).commits,
		missing: packsWithoutIndex(sifted.withoutIndex),
		between: []
	};
};
const named = /^object ([0-9a-f]+)$/;
/** Reads through git, and without it what git refuses: deltas on objects of other packs, packs that only a multi-pack index tells of. */
const readerOf = (repository, { strays }) => async (ids, visit, signal, pause) => {
	const refused = ids.filter((id) => strays.ids.has(id));
	const missing = [];
	for (const gap of await readObjects(repository, without(ids, strays.ids), visit, signal, pause)) {
		const id = named.exec(gap.what)?.[1];
		if (!(id !== void 0 && strays.holds(id) && (await strays.read([id], visit, signal)).length === 0)) missing.push(gap);
	}
	return [...missing, ...await strays.read(refused, visit, signal)];
};
const without = (ids, some) => some.size === 0 ? ids : ids.filter((id) => !some.has(id));
/** After an interrupt, so long may it take to place what was found before. */
const graceTime = 400;
/** Looks through the packs without git, then asks git for what holds something, and for what packs do not hold. */
const readPacks = async (repository, { survey, walk, lookInTip, place }, inspect, signal, inspectContents) => {
	const carriers = new Set(survey.carriers.map(({ id }) => id));
	const isLost = survey.hasCycle || signal?.aborted === true;
	const tip = await heldBy(isLost ? noTree : lookInTip, carriers);
	const chosen = chooseCarriers(survey.carriers, walk.origins(carriers), (id) => tip.has(id));
	const others = /* @__PURE__ */ new Set([...survey.others, ...survey.strays.ids]);
	const read = readerOf(repository, survey);
	const { archives } = survey;
	const held = new Map(survey.carriers.map(({ id, traits }) => [id, traits]));
	const found = place && {
		place,
		matches: (id) => others.has(id) ? void 0 : held.get(id)
	};
	const reading = signal?.aborted === true ? await inspectObjects(repository, [...chosen], inspect, AbortSignal.timeout(graceTime), {
		read,
		found,
		archives
	}) : await inspectObjects(repository, [.../* @__PURE__ */ new Set([...chosen, ...others])], inspect, signal, {
		read,
		found,
		archives,
		inspectContents
	});
	const again = [...chosen].filter((id) => !others.has(id));
	const skipped = [...survey.media].map(([what, count]) => ({
		what,
		reason: whyPassedOver(what),
		count
	}));
	return {
		reading: {
			...reading,
			objects: reading.objects - again.length + survey.objects,
			bytes: reading.bytes - reading.bytesOf(again) + survey.bytes,
			skipped: [
				...skipped,
				...knownAsClean(survey.known),
				...reading.skipped
			]
		},
		commits: () => [...survey.commits(), ...reading.commits],
		missing: survey.missing,
		between: signal?.aborted === true ? [] : [...carriers].filter((id) => !chosen.has(id) && !others.has(id))
	};
};
// src/git/recollection.ts
const isId = (value) => typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isOrigin = (value) => Array.isArray(value) && isId(value[0]) && isId(value[1]) && isCount(value[2]) && typeof value[3] === "string";
const isWritten = (value) => {
	if (typeof value !== "object" || value === null) return false;
	const { tips, commits, origins, between } = value;
	return Array.isArray(tips) && tips.every(isId) && isCount(commits) && Array.isArray(origins) && origins.every(isOrigin) && Array.isArray(between) && between.every(isId);
};
/** More is not written: there is no history of so many secrets that somebody would scan twice. */
const maxText = 8 << 20;
const read = (text) => {
	if (text === void 0) return void 0;
	try {
		const value = JSON.parse(text);
		if (!isWritten(value)) return void 0;
		const { tips, commits, origins, between } = value;
		return {
			tips,
			commits,
			origins: new Map(origins.map(([id, commit, order, path]) => [id, {
				commit,
				order,
				path
			}])),
			between: new Set(between)
		};
	} catch {
		return;
	}
};
/** Whether something that was reachable is no longer: a branch was rewritten, a tag deleted. */
const hasLost = async (repository, before, tips) => {
	const gone = before.filter((id) => !tips.has(id));
	if (gone.length === 0) return false;
	const input = [...gone, ...[...tips].map((id) => `^${id}`)].map((line) => `${line}\n`).join("");
	try {
		return (await bytesOf(repository.folder, [
			"rev-list",
			"--objects",
			"--count",
			"--stdin"
		], { input })).toString("latin1").trim() !== "0";
	} catch (error) {
		if (error instanceof GitError) return true;
		throw error;
	}
};
/** What a cache remembers of a repository, where it still holds. */
const recollect = async (repository, clean, tips) => {
	const found = read(clean.note());
	if (found === void 0 || repository.shallow) return void 0;
	return await hasLost(repository, found.tips, new Set(tips)) ? void 0 : found;
};
/** The walk over what is new, as if all had been walked; it knows the origins of what the recollection lists and of what is new. */
const continueWalk = async (repository, { tips: before, commits, origins }, tips, signal) => {
	const known = new Set(before);
	const added = tips.filter((id) => !known.has(id));
	const revisions = [...added, ...before.map((id) => `^${id}`)];
	const walk = await startWalk(repository, {
		options: [],
		revisions: added.length === 0 ? [] : revisions
	}, signal);
	const originsOf = (ids) => {
		const found = /* @__PURE__ */ new Map();
		for (const [id, origin] of walk.origins(ids)) found.set(id, {
			...origin,
			order: origin.order + commits
		});
		for (const id of ids) if (origins.has(id)) found.set(id, origins.get(id));
		return found;
	};
	return {
		...walk,
		commits: commits + walk.commits,
		origins: originsOf
	};
};
const carrierOf = ({ id, hits }) => ({
	id,
	traits: hits
});
/** Of objects that were read, those that need not be read again. */
const newlyBetween = (found, origins, atTip) => {
	const inArchives = new Set(found.filter(({ inner }) => inner !== "").map(({ id }) => id));
	const carriers = found.filter(({ id, type }) => type === "blob" && !inArchives.has(id)).map(carrierOf);
	const chosen = chooseCarriers(carriers, origins, (id) => atTip.has(id));
	return carriers.map(({ id }) => id).filter((id) => !chosen.has(id));
};
const keepRecollection = (clean, { tips, walk, found, ids, between, atTip }) => {
	const origins = walk.origins(ids);
	const all = /* @__PURE__ */ new Set([...between, ...newlyBetween(found, origins, atTip)]);
	const written = {
		tips: [...new Set(tips)],
		commits: walk.commits,
		origins: [...origins].filter(([id]) => !all.has(id)).map(([id, { commit, order, path }]) => [
			id,
			commit,
			order,
			path
		]),
		between: [...all]
	};
	const text = JSON.stringify(written);
	clean.takeNote(text.length > maxText ? void 0 : text);
};
// src/git/recall.ts
const recall = async (repository, { clean, tips, lookInTip }, hasGitOnly) => {
	const sifted = await siftStores(repository, clean);
	if (sifted === void 0) return {};
	const recollection = await recollect(repository, clean, tips);
	if (recollection === void 0) return hasGitOnly || sifted.unknown.length <= 1e4 ? { fresh: sifted } : {};
	const atTip = await heldBy(lookInTip, recollection.between);
	const spared = new Set([...recollection.between].filter((id) => !atTip.has(id)));
	const fresh = without$1(sifted, spared);
	return hasGitOnly || fresh.unknown.length <= 1e4 ? {
		fresh,
		recollection
	} : {};
};
/** Reads all that must be read: from packs, or through git. */
const readEverything = async (repository, { survey, fresh, contents, place, lookInTip }, walking, inspect, signal) => {
	if (survey !== void 0) {
		const { walk } = await walking;
		return readPacks(repository, {
			survey,
			walk,
			lookInTip,
			place
		}, inspect, signal, contents);
	}
	if (fresh !== void 0) return readUnknown(repository, fresh, inspect, signal);
	return readThroughGit(repository, inspect, signal);
};
/** A walk over what is new, if it knows where all of some objects are from; else one over everything. */
const thatPlaces = async (ids, walked, walkAll) => walked.recalled !== true || walked.walk.origins(ids).size === ids.size ? walked : walkAll();
// src/git/graph/first-met.ts
const [multiplierA, multiplierB] = [2654435761, 2246822507];
/**
* Goes through the trees of commits in their order, each tree once and depth first as `git rev-list` does, and takes down where each wanted blob is met
* first. Throws a RangeError where a commit names no tree.
*/
const firstMet = (graph, order) => {
	const met = /* @__PURE__ */ new Map();
	const seen = new Uint8Array(graph.count);
	const open = [];
	const enter = (tree, a, b) => {
		const row = graph.childrenOf(tree);
		if (row !== void 0) open.push({
			words: row.words,
			at: row.at,
			end: row.end,
			a,
			b
		});
		return row !== void 0;
	};
	const goThrough = (commit) => {
		for (let folder = open.at(-1); folder !== void 0; folder = open.at(-1)) {
			if (folder.at === folder.end) {
				open.pop();
				continue;
			}
			const child = folder.words[folder.at];
			const name = folder.words[folder.at + 1];
			folder.at += 2;
			if (seen[child] === 1) continue;
			seen[child] = 1;
			const a = Math.imul(folder.a, multiplierA) + name | 0;
			const b = Math.imul(folder.b ^ name, multiplierB);
			if (!enter(child, a, b)) met.set(child, {
				order: commit,
				path: `${a} ${b}`
			});
		}
	};
	order.forEach((commit, number) => {
		const root = graph.treeOf(commit);
		if (seen[root] === 1) return;
		seen[root] = 1;
		if (!enter(root, 1, 1)) throw new RangeError(`commit ${commit} names no tree`);
		goThrough(number);
	});
	return met;
};
// src/git/graph/walk-graph.ts
/**
* Answers where objects came from, as `git rev-list` does, by a graph of all that a pack holds. Of blobs it knows only the wanted ones, and not what their
* paths are. Throws a RangeError where tips, parents or trees are not what they should be.
*/
const walkGraph = (graph, ids, tips) => {
	const placeOf = (id) => findId(ids, Buffer.from(id, "hex"));
	const order = oldestFirst(graph, tips.map(({ commit }) => placeOf(commit)));
	const met = firstMet(graph, order);
	const numbers = new Int32Array(graph.count).fill(-1);
	order.forEach((commit, number) => {
		numbers[commit] = number;
	});
	const tags = new Map(tips.map(({ id, commit }) => [id, commit]));
	const commitAt = (number) => idAt(ids, order[number]);
	const originOf = (id) => {
		const place = placeOf(id);
		const blob = met.get(place);
		if (blob !== void 0) return {
			commit: commitAt(blob.order),
			path: "",
			pathKey: blob.path,
			order: blob.order
		};
		const number = place === -1 ? -1 : numbers[place];
		if (number !== -1) return {
			commit: id,
			path: "",
			order: number
		};
		const target = tags.get(id);
		return target === void 0 ? void 0 : {
			commit: target,
			path: "",
			order: numbers[placeOf(target)]
		};
	};
	const origins = (asked) => {
		const found = /* @__PURE__ */ new Map();
		for (const id of asked) {
			const origin = originOf(id);
			if (origin !== void 0) found.set(id, origin);
		}
		return found;
	};
	const isCommit = (id) => {
		const place = placeOf(id);
		return place !== -1 && numbers[place] !== -1;
	};
	return {
		commits: order.length,
		isCommit,
		origins,
		absent: []
	};
};
// src/git/walking.ts
/** Walks; around refs that lead nowhere where there are some. */
const walkFrom = async (repository, what, signal) => {
	const asked = "where contents came from";
	const nothing = emptyWalk(repository);
	const first = await attempt(asked, () => startWalk(repository, what, signal), nothing, signal);
	if (first.value !== nothing) return {
		walk: first.value,
		whole: true,
		missing: []
	};
	if (signal?.aborted === true) return {
		walk: nothing,
		whole: false,
		missing: []
	};
	const tips = await readableTips(repository, what.revisions);
	if (tips.missing.length === 0) return {
		walk: nothing,
		whole: false,
		missing: first.missing
	};
	const again = () => startWalk(repository, {
		...what,
		revisions: tips.ids
	}, signal);
	const second = await attempt(asked, again, nothing, signal);
	return {
		walk: second.value,
		whole: second.value !== nothing,
		missing: [...tips.missing, ...second.missing]
	};
};
/** Walks what is new; everything where that cannot be done. */
const walkOn = async (repository, recollection, tips, walkAll, signal) => {
	const work = () => continueWalk(repository, recollection, tips, signal);
	const walk = (await attempt("", work, void 0, signal)).value;
	return walk === void 0 ? walkAll() : {
		walk,
		whole: true,
		missing: [],
		recalled: true
	};
};
/** Tips of a history that one pack holds whole, as far as one look tells; undefined of any other. */
const tipsForPack = async (repository, { ids, missing }) => {
	const { packs, loose, withoutIndex } = listStores(repository);
	const [pack] = packs;
	const isLone = packs.length === 1 && loose.length === 0 && withoutIndex.length === 0;
	if (pack === void 0 || !isLone || repository.shallow || missing.length > 0) return void 0;
	const isPartial = existsSync(pack.file.replace(/pack$/, "promisor"));
	const isGrafted = existsSync(join(commonDirectory(repository), "info", "grafts"));
	return isPartial || isGrafted ? void 0 : commitsOfTips(repository, ids);
};
/** Walks by what threads read of a pack; undefined where that does not tell. */
const walkPacked = (history, tips) => {
	if (history === void 0 || tips === void 0) return void 0;
	try {
		return Promise.resolve({
			walk: walkGraph(history.graph, history.ids, tips),
			whole: true,
			missing: []
		});
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
};
// src/git/begin.ts
/** The oldest root commit, where the packs told it. */
const rootOf = async ({ head }, surveying) => {
	const history = (await surveying.catch(() => void 0))?.history;
	return history === void 0 || head === void 0 ? void 0 : oldestRootIn(history, head);
};
/** Looks through the packs, and walks the history: through git beside that, or by what the packs told. */
const begin = async (repository, tips, packs, clean, signal) => {
	const { ids } = tips;
	const giveUp = new AbortController();
	const until = signal === void 0 ? giveUp.signal : AbortSignal.any([signal, giveUp.signal]);
	const lookInTip = repository.head === void 0 ? noTree : startTree(repository, repository.head, giveUp.signal);
	const recalled = await recall(repository, {
		clean,
		tips: ids,
		lookInTip
	}, packs === void 0);
	const { fresh, recollection } = recalled;
	const walkAll = () => walkFrom(repository, {
		options: [],
		revisions: ids
	}, until);
	const byGit = () => recollection === void 0 ? walkAll() : walkOn(repository, recollection, ids, walkAll, until);
	if (packs === void 0 || fresh !== void 0) return {
		survey: void 0,
		recalled,
		lookInTip,
		walking: byGit(),
		walkAll
	};
	const packTips = clean === forgetful ? await tipsForPack(repository, tips) : void 0;
	const beside = packTips === void 0 ? byGit() : void 0;
	beside?.catch(() => {});
	const surveying = surveyPacks(repository, {
		...packs,
		clean,
		readGraph: packTips && packs.readGraph
	}, signal);
	packs.onRoot?.(repository, packTips && rootOf(repository, surveying));
	const survey = await surveying;
	if (survey?.hasCycle === true) giveUp.abort();
	return {
		survey,
		recalled,
		lookInTip,
		walking: beside ?? walkPacked(survey?.history, packTips) ?? byGit(),
		walkAll
	};
};
// src/git/locate.ts
/** Later than every commit: what HEAD, the index or nothing at all holds. */
const last = Number.MAX_SAFE_INTEGER;
/** A tree of notes names its blobs after the objects that they annotate, with slashes where git fans out. */
const notePath = /^(?:[0-9a-f]{2}\/)*[0-9a-f]{4,64}$/;
const isNote = (path) => notePath.test(path) && [40, 64].includes(path.replaceAll("/", "").length);
/** The path of a content inside an archive follows the archive's own. */
const inside = (path, { inner }) => `${path}${inner}`;
const reach = (known, { walked }) => known === void 0 && !walked ? {} : { reachable: known?.reachable ?? false };
const commitOf = ({ id, type, target }, known) => {
	if (type === "commit") return id;
	return type === "tag" ? target : known?.origin.commit;
};
const originOf = (object, where) => {
	const { id, type, by } = object;
	const known = where.known.get(id);
	const commit = commitOf(object, known);
	const who = by ?? (commit === void 0 ? void 0 : where.people.get(commit));
	const blobPath = known?.origin.path ?? "";
	const path = type === "blob" ? blobPath : `${type} message`;
	if (type === "blob" && path === "") return void 0;
	return {
		kind: type === "blob" && !isNote(path) ? "commit" : "message",
		path: inside(path, object),
		line: 0,
		column: 0,
		endLine: 0,
		endColumn: 0,
		...commit === void 0 ? {} : { commit },
		...who,
		...reach(known, where),
		present: where.tipPaths.get(id)?.includes(path) === true
	};
};
const filesOf = (object, where) => {
	const tip = where.tip === void 0 ? {} : {
		commit: where.tip,
		reachable: true
	};
	const file = (path) => ({
		kind: "file",
		path: inside(path, object),
		present: true
	});
	const atTip = (where.tipPaths.get(object.id) ?? []).map((path) => ({
		...file(path),
		...tip
	}));
	const staged = (where.stagedPaths.get(object.id) ?? []).map(file);
	return [...atTip, ...staged];
};
const nowhere = (object, where) => ({
	kind: "commit",
	path: inside(`object ${object.id}`, object),
	...reach(void 0, where),
	present: false
});
/** Every place of every hit: the commit that brought it in, and the files in which the tip or the index still holds it. */
const sightingsOf = (object, where) => {
	const origin = originOf(object, where);
	const files = filesOf(object, where);
	const order = where.known.get(object.id)?.origin.order ?? last;
	const at = (hit, place, when) => ({
		hit,
		location: {
			...place,
			...span(hit)
		},
		order: when
	});
	return object.hits.flatMap((hit) => [
		...origin === void 0 ? [] : [at(hit, origin, order)],
		...files.map((file) => at(hit, file, last)),
		...origin === void 0 && files.length === 0 ? [at(hit, nowhere(object, where), last)] : []
	]);
};
// src/git/whole-paths.ts
/** `:100644 100644 OLD NEW M\tpath`, of a merge with more of each (git's Documentation/diff-format). */
const change = /^:+(?:\d+ )+(?:[0-9a-f]+ )+([0-9a-f]+) [A-Z]+\t(.*)$/;
/** What stands for bytes that are not UTF-8: two paths that hold it may differ. */
const replacement = "�";
/**
* Paths at which their commits brought blobs in: of a blob whose path the walk told that one alone. By one look at what each commit changed: a look at each path
* would unpack a commit's trees for each blob anew, 2.6 ms for each of helm/charts' (measured). Git puts a path with a line feed in quotes.
*/
const asTold = async (repository, blobs) => {
	const commits = new Set([...blobs.values()].map(({ commit }) => commit));
	const input = [...commits].map((commit) => `${commit}\n`).join("");
	const format = [
		"--stdin",
		"--root",
		"-r",
		"-c",
		"--raw",
		"--no-abbrev",
		"--no-renames"
	];
	const told = /* @__PURE__ */ new Map();
	const unclear = /* @__PURE__ */ new Set();
	let current = "";
	for await (const line of linesOf(repository.folder, ["diff-tree", ...format], input)) {
		if (commits.has(line)) current = line;
		const [, id = "", path = ""] = change.exec(line) ?? [];
		const origin = blobs.get(id);
		if (origin?.commit !== current || told.has(id) || unclear.has(id)) continue;
		if (path.includes(replacement) || path.startsWith("\"")) unclear.add(id);
		else if (origin.path === "" || origin.path === path) told.set(id, path);
	}
	return told;
};
/** Of blobs that were not told of: those that are not at the path that the walk knows. */
const elsewhere = async (repository, blobs) => {
	const asked = [...blobs].filter(([, { path }]) => path !== "" && !path.includes("\n"));
	const odd = new Set([...blobs].filter(([, { path }]) => path === "").map(([id]) => id));
	if (asked.length === 0) return odd;
	const input = asked.map(([, { commit, path }]) => `${commit}:${path}\n`).join("");
	const lines = (await bytesOf(repository.folder, ["cat-file", "--batch-check=%(objectname)"], { input })).toString("utf8").split("\n");
	asked.forEach(([id], i) => {
		if (lines[i] !== id) odd.add(id);
	});
	return odd;
};
const byCommit = (ids, blobs) => {
	const grouped = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const { commit } = blobs.get(id);
		const group = grouped.get(commit);
		if (group === void 0) grouped.set(commit, /* @__PURE__ */ new Set([id]));
		else group.add(id);
	}
	return grouped;
};
/**
* Origins with the paths of blobs where a walk does not tell them. `git rev-list` cuts a path at its first line feed, and bytes that are not UTF-8 do not
* survive in a string: paths that do not lead to their blob are looked up in the commit's tree.
*/
const wholePaths = async (repository, origins, ids) => {
	const blobs = new Map([...origins].filter(([id]) => ids.has(id)));
	if (blobs.size === 0) return origins;
	const whole = new Map(origins);
	try {
		const told = await asTold(repository, blobs);
		for (const [id, path] of told) whole.set(id, {
			...blobs.get(id),
			path
		});
		const rest = new Map([...blobs].filter(([id]) => !told.has(id)));
		for (const [commit, odd] of byCommit(await elsewhere(repository, rest), blobs)) {
			const { paths } = await treeOf(repository, commit, odd);
			for (const id of odd) {
				const [path] = paths.get(id) ?? [];
				if (path !== void 0) whole.set(id, {
					...blobs.get(id),
					path
				});
			}
		}
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
	}
	return whole;
};
// src/git/history.ts
const groupPaths = (blobs) => {
	const paths = /* @__PURE__ */ new Map();
	for (const { id, path } of blobs) paths.set(id, [...paths.get(id) ?? [], path]);
	return paths;
};
/** Origins by object id, as `Known`; an unreachable commit counts as later than every reachable one. */
const knownFrom = (origins, reachable, after = 0) => new Map([...origins].map(([id, origin]) => [id, {
	origin: {
		...origin,
		order: origin.order + after
	},
	reachable
}]));
const idsOf = ({ found, limited }) => /* @__PURE__ */ new Set([...found.map(({ id }) => id), ...limited.map(({ id }) => id)]);
/** Looks up where the objects with hits are from; objects without hits cost nothing here. */
const gather = async (repository, reading, place, counts, missing) => {
	const { known, tip, lookInTip, staged, walked } = place;
	const blobs = new Set(reading.found.filter(({ type }) => type === "blob").map(({ id }) => id));
	const look = () => tip === void 0 ? Promise.resolve(emptyTree) : lookInTip(blobs);
	const commits = new Set([...known.values()].map(({ origin }) => origin.commit));
	const [tree, people] = await Promise.all([attempt(`the files of ${tip}`, look, emptyTree), authorships(repository, [...commits])]);
	const stagedPaths = groupPaths(staged);
	const where = {
		known,
		people,
		tip,
		tipPaths: tree.value.paths,
		stagedPaths,
		walked
	};
	const limits = reading.limited.map(({ id, inner, reason }) => {
		const path = known.get(id)?.origin.path ?? "";
		return {
			what: `${path === "" ? `object ${id}` : `${path} (object ${id})`}${inner}`,
			reason
		};
	});
	return {
		sightings: reading.found.flatMap((object) => sightingsOf(object, where)),
		coverage: {
			...counts,
			objects: reading.objects,
			bytes: reading.bytes,
			skipped: [...reading.skipped, ...skippedSubmodules(tree.value.submodules)],
			missing: distinctMissing([
				...missing,
				...tree.missing,
				...reading.missing,
				...limits
			])
		}
	};
};
/** Every object that the store holds, reachable or not; with `packs` they are read without git. */
const scanEverything = async (repository, inspect, signal, packs, clean = forgetful) => {
	const refs = await attempt("the refs", () => refTips(repository), {
		ids: [],
		missing: []
	});
	const tips = refs.value.ids;
	const { survey, recalled, lookInTip, walking, walkAll } = await begin(repository, refs.value, packs, clean, signal);
	const { fresh, recollection } = recalled;
	walking.catch(() => {});
	const ways = {
		survey,
		fresh,
		contents: packs?.inspectContents,
		place: packs?.place,
		lookInTip
	};
	const everything = await readEverything(repository, ways, walking, inspect, signal);
	const { reading } = everything;
	remember(reading, clean);
	const ids = idsOf(reading);
	const { walk, whole, missing } = await thatPlaces(ids, await walking, walkAll);
	const reachable = knownFrom(await wholePaths(repository, walk.origins(ids), reading.blobs), true);
	const lost = new Set([...ids].filter((id) => !reachable.has(id)));
	const dropped = lost.size === 0 ? [] : (await everything.commits()).filter((id) => !walk.isCommit(id));
	const revisions = [...dropped, ...tips.map((tip) => `^${tip}`)];
	const unreachable = whole && lost.size > 0 && dropped.length > 0 ? await originsBeyond(repository, revisions, lost, reading, walk.commits) : /* @__PURE__ */ new Map();
	const staged = await attempt("staged files", () => stagedAmong(repository, lost), []);
	const gaps = [
		...refs.missing,
		...refs.value.missing,
		...everything.missing,
		...missing,
		...staged.missing,
		...shallowHistory(repository),
		...await absentObjects(repository, walk),
		...interrupted(signal)
	];
	if (clean !== forgetful && whole && gaps.length === 0) {
		const between = [...recollection?.between ?? [], ...everything.between];
		const atTip = new Set((await heldBy(lookInTip, reading.blobs)).keys());
		keepRecollection(clean, {
			tips,
			walk,
			found: reading.found,
			ids,
			between,
			atTip
		});
	}
	const place = {
		known: new Map([...unreachable, ...reachable]),
		tip: survey?.hasCycle === true ? void 0 : repository.head,
		lookInTip,
		staged: staged.value,
		walked: whole
	};
	return gather(repository, reading, place, {
		refs: tips.length,
		commits: walk.commits
	}, gaps);
};
const stagedAmong = async (repository, ids) => ids.size === 0 ? [] : (await stagedBlobs(repository)).filter(({ id }) => ids.has(id));
/** Origins of objects that only commits without a ref hold; git may have pruned what these need, which is no fault. */
const originsBeyond = async (repository, revisions, lost, reading, after) => {
	const nothing = emptyWalk(repository);
	const walk = (await attempt("", () => startWalk(repository, {
		options: [],
		revisions
	}), nothing)).value;
	return knownFrom(await wholePaths(repository, walk.origins(lost), reading.blobs), false, after);
};
/** The objects that some revisions bring in, such as the commits of a pull request; `tip` tells what is still present. */
const scanRevisions = async (repository, what, tip, inspect, signal, clean = forgetful) => {
	const { walk, whole, missing } = await walkFrom(repository, what, signal);
	const sifted = siftIds(walk.everything(), clean);
	const reading = withKnown(await inspectObjects(repository, sifted.unknown, inspect, signal), sifted);
	remember(reading, clean);
	const origins = await wholePaths(repository, walk.origins(idsOf(reading)), reading.blobs);
	const gaps = [
		...what.missing ?? [],
		...missing,
		...await absentObjects(repository, walk),
		...interrupted(signal)
	];
	const place = {
		known: knownFrom(origins, true),
		tip: reading.blobs.size === 0 ? void 0 : tip,
		lookInTip: (blobs) => treeOf(repository, tip, blobs),
		staged: [],
		walked: whole
	};
	return gather(repository, reading, place, {
		refs: 1,
		commits: walk.commits
	}, gaps);
};
/** What the next commit would bring in. */
const scanStaged = async (repository, inspect, signal, clean = forgetful) => {
	const staged = await attempt("staged files", () => stagedBlobs(repository), []);
	const ids = [...new Set(staged.value.map(({ id }) => id))];
	const sifted = siftIds(ids, clean);
	const reading = withKnown(await inspectObjects(repository, sifted.unknown, inspect, signal), sifted);
	remember(reading, clean);
	const place = {
		known: /* @__PURE__ */ new Map(),
		tip: void 0,
		lookInTip: noTree,
		staged: staged.value,
		walked: true
	};
	const gaps = [...staged.missing, ...interrupted(signal)];
	const { coverage, sightings } = await gather(repository, reading, place, {
		refs: 0,
		commits: 0
	}, gaps);
	return {
		sightings,
		coverage: {
			...coverage,
			files: staged.value.length
		}
	};
};
// src/git/work-tree.ts
/** Files of the work tree whose contents git does not hold: changed and untracked ones, without those that git ignores. */
const scanWorkTree = async (repository, inspect, signal) => {
	const changed = await attempt("changed files of the work tree", () => changedFiles(repository), [], signal);
	const { sightings, coverage } = await scanFilesBelow(repository.folder, changed.value, inspect, signal);
	return {
		sightings,
		coverage: {
			...coverage,
			missing: [...changed.missing, ...coverage.missing ?? []]
		}
	};
};
// src/jobs.ts
/** A second thread has to load and compile all that the first has: with less for each, two are no faster on two cores than one (measured). */
const [worthAllCores, worthThread] = [16 << 20, 4 << 20];
const packBytesOf = ({ sources }) => {
	let bytes = 0;
	for (const source of sources) if (source.kind === "history") bytes += ownPackBytes(source.repository);
	return bytes;
};
/** Whether this thread reads histories alone, since starting another takes as long: a fifth less processor time, and 40 MB (measured). */
const readsAlone = (plan) => {
	const bytes = packBytesOf(plan);
	return plan.jobs === void 0 && bytes > 0 && bytes < worthThread;
};
/** How many threads read histories, where nobody says: of small ones as few as leave a core to git, to this thread and to V8's compiler. */
const jobsFor = (plan) => {
	if (plan.jobs !== void 0) return plan.jobs;
	const bytes = packBytesOf(plan);
	if (bytes === 0 || bytes >= worthAllCores) return void 0;
	return Math.max(1, Math.min(availableParallelism() - 1, 1 + Math.floor(bytes / worthThread)));
};
// src/scan.ts
/** Packs below this size take git less time than threads need to start (measured). */
const worthThreads = 2 << 20;
/** Layers that are stored in less are read in about the time that threads need to start: not measured finely. */
const worthLayerThreads = 8 << 20;
/** Milliseconds that this thread scans without a look at what git wrote: a pipe holds 64 KB. */
const longest = 4;
/** Parts what a cache holds of runs that find different things out. */
const kindOf = ({ lineHashes }) => lineHashes === true ? "with line hashes" : "";
/** Without a cache. */
const searched = (_content, search) => search();
const threadsOf = ({ customRules, lineHashes = false, leavesClosed = false }, onStopped, what, jobs) => jobs === 0 ? void 0 : startThreads({
	customRules,
	lineHashes,
	leavesClosed
}, onStopped, jobs, what);
/** Sources of which threads will look at all, as far as one look tells: what a cache does not know may be little. */
const forThreads = ({ sources, cache }, threads) => threads === void 0 || cache !== void 0 ? [] : sources.filter((source) => source.kind === "history" && ownPackBytes(source.repository) >= worthThreads);
const scanHistory = async (repository, { plan, inspectContent, readers, known, onRoot }) => {
	if (readers === void 0) return scanEverything(repository, inspectContent, plan.signal, void 0, plan.cache);
	try {
		const watch = plan.watch === void 0 ? {} : { watch: plan.watch };
		const { scanTrees, readGraph, inspectContents } = readers;
		const minPackBytes = plan.jobs === void 0 && inspectContents !== void 0 ? worthThreads : 0;
		const place = (content, matches) => known(content, () => placed(content, matches, plan.lineHashes === true));
		const packs = {
			scanTrees,
			readGraph,
			inspectContents,
			place,
			minPackBytes,
			onRoot,
			...watch
		};
		return await scanEverything(repository, inspectContent, plan.signal, packs, plan.cache);
	} finally {
		readers.stop();
	}
};
const scanImagesOf = async (source, means) => {
	const { plan, inspectContent: inspect, onStopped } = means;
	const { scanImages } = await import("./images.js");
	const { cache, jobs, signal } = plan;
	const scanRepository = (repository, inTime) => {
		const either = signal === void 0 ? inTime : AbortSignal.any([signal, inTime]);
		return scanHistory(repository, {
			...means,
			plan: {
				...plan,
				signal: either
			}
		});
	};
	const started = threadsOf(plan, onStopped, "layers", jobs);
	const minBytes = jobs === void 0 ? worthLayerThreads : 0;
	const threads = started && {
		readLayer: started.readLayer,
		start: started.start,
		minBytes
	};
	const layers = cache === void 0 ? {} : { cache: layersIn(cache, kindOf(plan)) };
	try {
		return await scanImages(source, {
			inspect,
			scanRepository,
			threads,
			signal,
			...layers
		});
	} finally {
		started?.stop();
	}
};
/** What a partial clone lacks, where it may be fetched; gives what could not be had. */
const completed = async (source, { fetchMissing, signal }) => {
	if (fetchMissing !== true || source.kind !== "history" && source.kind !== "revisions") return [];
	return (await import("./fetch-missing.js")).fetchMissing(source.repository, source.kind === "history" ? void 0 : source.what, signal);
};
const look = async (source, means) => {
	const { inspectContent } = means;
	const { signal, cache } = means.plan;
	switch (source.kind) {
		case "history": return scanHistory(source.repository, means);
		case "revisions": return scanRevisions(source.repository, source.what, source.tip, inspectContent, signal, cache);
		case "staged": return scanStaged(source.repository, inspectContent, signal, cache);
		case "work-tree": return scanWorkTree(source.repository, inspectContent, signal);
		case "files": return scanFiles(source.paths, inspectContent, void 0, signal);
		case "images": return scanImagesOf(source, means);
	}
};
const scopeOf = ({ sources }) => {
	if (sources.some(({ kind }) => kind === "revisions" || kind === "staged")) return "change";
	return sources.some(({ kind }) => kind === "history") ? "everything" : "part";
};
const givenUp = (id, reason) => ({
	what: `part of what the rule ${id} would have searched`,
	reason: `${reason}: make it narrower`
});
/** Judges findings; with `--verify` those that count are asked about, and then all are judged once more by the answers. */
const judgedAndVerified = async (plan, findings, vault, judge) => {
	const judged = judge(findings);
	if (plan.verification === void 0) return judged;
	const counting = judged.findings.filter(({ suppressed }) => suppressed === void 0);
	const { verified } = await import("./verified.js");
	const answered = await verified(findings, counting, vault, [...rules, ...plan.customRules], plan);
	const again = judge(answered.findings);
	return {
		...again,
		notes: [...answered.notes, ...again.notes]
	};
};
/** Runs a plan: sources, detection, findings, verification where it is asked for, policy. */
const run = async (plan) => {
	const started = performance.now();
	const stopped = [];
	const onStopped = (id, reason) => stopped.push(givenUp(id, reason));
	const isAlone = readsAlone(plan);
	const threads = isAlone ? void 0 : threadsOf(plan, onStopped, "history", jobsFor(plan));
	const large = forThreads(plan, threads);
	const isLarge = large.length > 0;
	if (isLarge) threads?.start();
	const scanner = await createLateScanner(plan.customRules, onStopped);
	const detector = () => scanner().detector;
	const lane = () => createLane(scanner(), {
		...plan,
		lineHashes: plan.lineHashes === true,
		breath: createBreath(longest)
	});
	const readers = isAlone ? alone(lane) : threads;
	const roots = /* @__PURE__ */ new Map();
	let walking;
	const needless = new AbortController();
	const keyOfRun = () => {
		walking ??= fingerprintKey(plan, needless.signal, roots);
		walking.catch(() => {});
		return walking;
	};
	const onRoot = (repository, root) => {
		if (root !== void 0) roots.set(repository, root);
		if (isLarge && plan.root === void 0) keyOfRun();
	};
	const known = plan.cache === void 0 ? searched : knownHits(plan.cache, kindOf(plan));
	const inspectContent = inspectAs(plan, (content) => {
		const hits = known(content, () => inspect(detector(), content, plan.lineHashes === true));
		if (hits.length > 0 && plan.root === void 0) keyOfRun();
		return hits;
	});
	const parts = [];
	for (const source of plan.sources) {
		const missing = await completed(source, plan);
		if (missing.length > 0) parts.push({
			sightings: [],
			coverage: { missing }
		});
		const looking = look(source, {
			plan,
			inspectContent,
			known,
			readers,
			onStopped,
			onRoot
		});
		if (plan.cache === void 0 && !large.includes(source)) detector();
		parts.push(await looking);
	}
	const sightings = parts.flatMap((part) => part.sightings).flatMap(judgedByPath);
	const older = sightings.length === 0 ? void 0 : await secretsNotNew(plan.sources, sightings, inspectContent);
	const named = needFingerprints(plan.policy, sightings, older);
	if (!named) needless.abort();
	const vault = createVault();
	const key = named ? await keyOfRun() : void 0;
	if (stopped.length === 0) plan.cache?.save();
	const findings = toFindings(sightings, key?.key, vault, older);
	const coverage = mergeCoverage([...parts, {
		sightings: [],
		coverage: { missing: distinctMissing(stopped) }
	}], (performance.now() - started) / 1e3);
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	const surroundings = {
		scope: scopeOf(plan),
		today,
		key: key?.name,
		hashesOf: foreignHashes(vault)
	};
	const judge = (found) => applyPolicy(found, coverage, plan.policy, surroundings);
	const judged = await judgedAndVerified(plan, findings, vault, judge);
	const fingerprints = key === void 0 ? {} : { fingerprintKey: key.name };
	const notes = [...judged.notes, ...notesOnOlder(findings)];
	return {
		report: {
			version: 1,
			...fingerprints,
			coverage,
			...judged,
			notes
		},
		vault
	};
};
export { mergeCoverage as n, render as r, run as t };
