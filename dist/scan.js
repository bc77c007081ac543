import { C as bytesOf, D as createVault, E as streamGit, S as GitError, T as runGit, b as oldestRoot, c as UnreadError, d as reasonOf, f as isAbsent, i as toFindings, l as maxFile, m as inspect, n as applyPolicy, o as foreignHashes, s as span, u as readRegularFile, w as linesOf } from "./judging.js";
import { i as createDetector, t as kubeconfigParser, y as rules } from "./parser.js";
import { a as readPackIndex, c as archiveKind, i as PackError, l as unpack, n as findId, o as orderBy, r as readEntries, s as mediaKind, t as entryType } from "./entries.js";
import { Readable, addAbortSignal } from "node:stream";
import { Worker } from "node:worker_threads";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { lstat, readdir, stat } from "node:fs/promises";
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
// src/files/tally.ts
const createTally = (inspect) => {
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
			skip(kind, "holds no text");
			return;
		}
		for (const hit of inspect(content)) {
			const location = {
				kind: "file",
				path,
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
		for await (const member of unpack(whole)) {
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
		await tally.content(await readRegularFile(path, named), shown, named);
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
		tally: createTally(inspect),
		signal
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
		tally: createTally(inspect),
		signal
	};
	const root = {
		path: Buffer.from(folder),
		shown: ""
	};
	for (const path of paths) {
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
const fingerprintKey = async ({ key, sources, policy, root: askForRoot }) => {
	if (key !== void 0) return {
		name: { kind: "organisation" },
		key
	};
	if (policy.baseline?.root !== void 0) return fromRoot(policy.baseline.root);
	for (const source of sources) {
		const root = source.kind === "files" ? void 0 : await oldestRoot(source.repository);
		if (root !== void 0) return fromRoot(root);
	}
	const asked = await askForRoot?.();
	return asked === void 0 ? {
		name: { kind: "constant" },
		key: void 0
	} : fromRoot(asked);
};
// src/git/objects.ts
/** Larger objects are not read: a limit of ours, reported as missing. */
const maxObject = 1 << 30;
/** What one reading keeps between objects is given back above this size. */
const maxScratch = 64 << 20;
/** A store in which more objects than this are broken is given up: each costs a new process. */
const maxBroken = 100;
const repair$1 = "run `git fsck`, then fetch again what is broken";
const parseEntry = (line) => {
	const [id, type, size] = line.split(" ");
	return {
		id,
		type,
		size: Number(size)
	};
};
/**
* Lists all objects but trees that the store holds, reachable or not, each once, in pack order; commits apart too. Git
* goes on without a pack that it cannot open: what it says of that is in `missing`.
*/
const listObjects = async (repository) => {
	const args = [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--batch-check=%(objectname) %(objecttype)"
	];
	const ids = [];
	const commits = [];
	const missing = [];
	const onComplaint = (text) => missing.push({
		what: text,
		reason: repair$1
	});
	for await (const line of linesOf(repository.folder, args, "", onComplaint)) {
		const id = line.slice(0, repository.idLength);
		if (line.endsWith("commit")) commits.push(id);
		if (!line.endsWith("tree")) ids.push(id);
	}
	return {
		ids,
		commits,
		missing
	};
};
/** Splits the stream of `git cat-file --batch` into objects. */
const createBatchParser = ({ visit, answered }) => {
	let header = "";
	let scratch = Buffer.allocUnsafe(1 << 20);
	let filled = 0;
	let current;
	const begin = (line) => {
		if (/ (missing|ambiguous)$/.test(line)) {
			answered("not in the object store");
			return;
		}
		current = parseEntry(line);
		filled = 0;
		if (current.size <= maxObject && current.size > scratch.length) scratch = Buffer.allocUnsafe(Math.min(maxObject, Math.max(current.size, scratch.length * 2)));
	};
	const finish = ({ id, type, size }) => {
		current = void 0;
		if (size > maxObject) {
			answered(`its ${size} bytes exceed the limit of ${maxObject}`);
			return;
		}
		visit(id, type, scratch.subarray(0, size));
		if (scratch.length > maxScratch) scratch = Buffer.allocUnsafe(1 << 20);
		answered();
	};
	const readHeader = (chunk, at) => {
		const end = chunk.indexOf(10, at);
		header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
		if (end === -1) return chunk.length;
		begin(header);
		header = "";
		return end + 1;
	};
	const readContent = (chunk, at, entry) => {
		const take = Math.min(entry.size - filled, chunk.length - at);
		if (entry.size <= maxObject) chunk.copy(scratch, filled, at, at + take);
		filled += take;
		const isWhole = filled === entry.size && at + take < chunk.length;
		if (isWhole) finish(entry);
		return at + take + (isWhole ? 1 : 0);
	};
	return (chunk) => {
		for (let at = 0; at < chunk.length;) at = current === void 0 ? readHeader(chunk, at) : readContent(chunk, at, current);
	};
};
const isAborted = (signal) => signal?.aborted === true;
const writeIds = async (stdin, ids, from) => {
	const batch = 4096;
	let isOpen = true;
	let wake = () => {};
	stdin.on("drain", () => wake());
	stdin.on("close", () => {
		isOpen = false;
		wake();
	});
	for (let at = from; at < ids.length && isOpen; at += batch) if (!stdin.write(`${ids.slice(at, at + batch).join("\n")}\n`)) await new Promise((resolve) => {
		wake = resolve;
		if (!isOpen) resolve();
	});
	stdin.end();
};
const shortened = (reason) => reason.slice(0, 300);
/**
* Reads objects through one `git cat-file --batch`, in the order asked for. A git that dies on a broken object is started
* again behind it, and the object is named as missing.
*/
const readObjects = async (repository, ids, visit, signal) => {
	const missing = [];
	let count = 0;
	const answered = (unread) => {
		if (unread !== void 0) missing.push({
			what: `object ${ids[count]}`,
			reason: `${shortened(unread)}: ${repair$1}`
		});
		count++;
	};
	for (let broken = 0; count < ids.length && !isAborted(signal); broken++) {
		if (broken > maxBroken) {
			missing.push({
				what: `${ids.length - count} more objects`,
				reason: `too many are broken: ${repair$1}`
			});
			break;
		}
		const failure = await readRun(repository, ids, count, createBatchParser({
			visit,
			answered
		}), signal);
		if (failure !== void 0 && !isAborted(signal) && count < ids.length) answered(failure);
	}
	return missing;
};
/** One git, from an index on; gives the reason when it ended before the last object. */
const readRun = async (repository, ids, from, parse, signal) => {
	const git = streamGit(repository.folder, [
		"cat-file",
		"--batch",
		"--buffer"
	], { signal });
	const writing = writeIds(git.stdin, ids, from);
	try {
		for await (const chunk of git.stdout) parse(chunk);
		await git.ended;
		await writing;
		return "git gave no answer";
	} catch (error) {
		if (error instanceof GitError || isAborted(signal)) return error.message;
		git.process.kill();
		throw error;
	}
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
// src/git/reading.ts
/** A commit's or tag's text begins after the first empty line; the headers before it are git's own. */
const messageOf = (raw) => {
	const end = raw.indexOf("\n\n");
	return raw.subarray(end === -1 ? raw.length : end + 2);
};
/** A tag begins with a line that names its object. */
const targetOf = (raw) => raw.toString("latin1", 7, raw.indexOf(10));
/** Collects what a reading finds. */
const createCollector = (inspect) => {
	const found = [];
	const limited = [];
	const skipped = /* @__PURE__ */ new Map();
	const skip = (what, reason) => {
		const key = `${what}\0${reason}`;
		skipped.set(key, {
			what,
			reason,
			count: (skipped.get(key)?.count ?? 0) + 1
		});
	};
	const inspectBlob = (id, content, inner) => {
		const kind = mediaKind(content);
		if (kind !== void 0) {
			skip(kind, "holds no text");
			return;
		}
		const hits = inspect(content);
		if (hits.length > 0) found.push({
			id,
			type: "blob",
			hits,
			inner
		});
	};
	const inspectMessage = (id, type, raw) => {
		const hits = inspect(messageOf(raw));
		if (hits.length === 0) return;
		const target = type === "tag" ? { target: targetOf(raw) } : {};
		found.push({
			id,
			type,
			hits,
			by: authorship(raw),
			inner: "",
			...target
		});
	};
	const inspectArchive = async (id, content) => {
		for await (const member of unpack(content)) if (member.kind === "content") inspectBlob(id, member.content, member.inner);
		else if (member.kind === "limit") limited.push({
			id,
			inner: member.inner,
			reason: member.reason
		});
		else if (member.kind === "damaged") skip("archive", "damaged: scanned without unpacking the rest");
		else skip(member.what, member.reason);
	};
	return {
		found,
		limited,
		skipped,
		inspectBlob,
		inspectMessage,
		inspectArchive
	};
};
/** Archives are held in memory together up to this size, or one alone. */
const maxHeld = 64 << 20;
function* inGroups(archives) {
	let group = [];
	let held = 0;
	for (const { id, size } of archives) {
		if (group.length > 0 && held + size > maxHeld) {
			yield group;
			[group, held] = [[], 0];
		}
		group.push(id);
		held += size;
	}
	if (group.length > 0) yield group;
}
/** Looks at objects, each once. Trees among them are passed over; so is media, which coverage then names. */
const inspectObjects = async (repository, ids, inspect, signal) => {
	const collector = createCollector(inspect);
	const archives = [];
	let objects = 0;
	const sizes = /* @__PURE__ */ new Map();
	const commits = [];
	const visit = (id, type, content) => {
		if (type === "tree") return;
		objects++;
		sizes.set(id, content.length);
		if (type === "commit") commits.push(id);
		if (type !== "blob") collector.inspectMessage(id, type, content);
		else if (archiveKind(content) === void 0) collector.inspectBlob(id, content, "");
		else archives.push({
			id,
			size: content.length
		});
	};
	const missing = [...await readObjects(repository, ids, visit, signal)];
	for (const group of inGroups(archives)) {
		const held = /* @__PURE__ */ new Map();
		const keep = (id, _type, content) => void held.set(id, Buffer.from(content));
		missing.push(...await readObjects(repository, group, keep, signal));
		for (const [id, content] of held) if (signal?.aborted !== true) await collector.inspectArchive(id, content);
	}
	const { found, limited, skipped } = collector;
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
		limited
	};
};
// src/git/before.ts
/** `:100644 100644 OLD NEW M\tpath` (git's Documentation/diff-format); more columns for nothing that we ask for. */
const change = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) /;
const isNone = (id) => /^0+$/.test(id);
/**
* Blobs that the commits of a change replaced or removed and did not bring in themselves. Parents come first, so what
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
	const replaced = /* @__PURE__ */ new Set();
	for await (const line of linesOf(repository.folder, [
		"log",
		...format,
		...options,
		"--stdin"
	], input)) {
		const [, , old, current] = change.exec(line) ?? [];
		if (old === void 0 || current === void 0) continue;
		if (!isNone(old) && !broughtIn.has(old)) replaced.add(old);
		if (!replaced.has(current)) broughtIn.add(current);
	}
	return [...replaced];
};
/**
* The secrets that stood in the files of a change before it: the change did not bring them in, though it wrote these
* files anew. None where that cannot be read, so that nothing is excused by a gap.
*/
const secretsBefore = async (repository, what, inspect) => {
	try {
		const { found } = await inspectObjects(repository, await replacedBlobs(repository, what), inspect);
		return new Set(found.flatMap(({ hits }) => hits.map(({ secret }) => secret)));
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return /* @__PURE__ */ new Set();
	}
};
// src/findings/older.ts
/** Secrets that a change did not bring in; undefined where it is no change that is scanned. Asked when something was found. */
const secretsNotNew = async ([source, ...others], inspect) => {
	if (source?.kind !== "revisions" || others.length > 0) return void 0;
	return secretsBefore(source.repository, source.what, inspect);
};
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
		reason: "this is a partial clone without them: run `git fetch --refetch --no-filter` first"
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
			const key = `${check}\0${origin.path}\0${secret}`;
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
// src/git/pack/forest.ts
/**
* Links deltas to their bases. Siblings are in ascending order of weight, so that the heaviest comes last, when its base may go.
*/
const growForest = (entries, wanted) => {
	const { count, bases, starts, types } = entries;
	const weights = new Float64Array(count);
	for (let i = 0; i < count; i++) weights[i] = starts[i + 1] - starts[i];
	for (const i of childrenFirst(bases)) if (bases[i] >= 0) weights[bases[i]] += weights[i];
	const firstChild = new Int32Array(count).fill(-1);
	const nextSibling = new Int32Array(count).fill(-1);
	const heaviestFirst = orderBy(weights).reverse();
	const roots = [];
	for (const i of heaviestFirst) {
		const base = bases[i];
		if (base >= 0) {
			nextSibling[i] = firstChild[base];
			firstChild[base] = i;
		} else if (base === -1 && wanted(types[i])) roots.push(i);
	}
	return {
		firstChild,
		nextSibling,
		weights,
		roots: Int32Array.from(roots)
	};
};
/** Entries in an order in which each comes before its base. Bases by offset always lie in front; those by id may lie anywhere. */
const childrenFirst = (bases) => {
	const count = bases.length;
	if (bases.every((base, i) => base < i)) return new Uint32Array(count).map((_, i) => count - 1 - i);
	return orderBy(depthsOf(bases)).reverse();
};
const depthsOf = (bases) => {
	const depths = new Float64Array(bases.length);
	const chain = [];
	for (let i = 0; i < bases.length; i++) {
		chain.length = 0;
		let at = i;
		for (; bases[at] >= 0 && depths[at] === 0; at = bases[at]) chain.push(at);
		let depth = depths[at];
		for (const member of chain.reverse()) depths[member] = ++depth;
	}
	return depths;
};
// src/git/pack/pack-file.ts
/** Larger packs are read through git. */
const maxPack = 4294967295;
const chunk = 1 << 26;
const readShared = (file) => {
	const handle = openSync(file, "r");
	try {
		const { size } = fstatSync(handle);
		if (size > maxPack) throw new PackError(`${file} is larger than ${maxPack} bytes`);
		const bytes = new Uint8Array(new SharedArrayBuffer(size));
		for (let at = 0; at < size;) {
			const read = readSync(handle, bytes, at, Math.min(chunk, size - at), at);
			if (read === 0) throw new PackError(`${file} is truncated`);
			at += read;
		}
		return bytes;
	} finally {
		closeSync(handle);
	}
};
/** `PACK`, version 2 or 3, number of objects (gitformat-pack, "Pack files"). */
const checkHeader = (file, bytes, index) => {
	const header = Buffer.from(bytes.buffer, 0, Math.min(12, bytes.length));
	if (header.length < 12 || header.toString("latin1", 0, 4) !== "PACK") throw new PackError(`${file} is no pack`);
	const version = header.readUInt32BE(4);
	if (version !== 2 && version !== 3) throw new PackError(`${file} has version ${version}, which this reader does not know`);
	if (header.readUInt32BE(8) !== index.count) throw new PackError(`${file} and its index differ in their number of objects`);
};
const wanted = (type) => type !== entryType.tree;
/** Reads the pack beside an index. Throws a PackError. */
const openPack = (indexFile, idBytes) => {
	const file = indexFile.replace(/\.idx$/, ".pack");
	const index = readPackIndex(indexFile, idBytes);
	const bytes = readShared(file);
	checkHeader(file, bytes, index);
	const entries = readEntries(file, bytes, index);
	return {
		file,
		bytes,
		index,
		entries,
		forest: growForest(entries, wanted)
	};
};
/** The id of an entry, in hexadecimal. */
const idOfEntry = ({ index, entries }, entry) => {
	const at = entries.positions[entry] * index.idBytes;
	return index.ids.toString("hex", at, at + index.idBytes);
};
// src/git/pack/stores.ts
/** Stores that borrow from stores that borrow; git stops at five. */
const maxDepth = 5;
const alternatesOf = (store) => {
	const file = join(store, "info", "alternates");
	if (!existsSync(file)) return [];
	return readFileSync(file, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => isAbsolute(line) ? line : join(store, line));
};
const withAlternates = (store, known, depth = 0) => {
	if (known.has(store) || depth > maxDepth || !existsSync(store)) return known;
	known.add(store);
	for (const alternate of alternatesOf(store)) withAlternates(alternate, known, depth + 1);
	return known;
};
const indexesIn = (store) => {
	const folder = join(store, "pack");
	if (!existsSync(folder)) return [];
	const names = new Set(readdirSync(folder));
	return [...names].filter((name) => name.endsWith(".idx") && names.has(name.replace(/idx$/, "pack"))).sort().map((name) => join(folder, name));
};
const looseIn = (store, idLength) => readdirSync(store).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((folder) => readdirSync(join(store, folder)).map((name) => folder + name)).filter((id) => id.length === idLength && /^[0-9a-f]+$/.test(id));
const objectFolder = async ({ folder }) => (await runGit(folder, [
	"rev-parse",
	"--path-format=absolute",
	"--git-path",
	"objects"
])).replace(/\n$/, "");
/** Lists packs and loose objects (gitrepository-layout, "objects"). */
const listStores = async (repository) => {
	const stores = [...withAlternates(await objectFolder(repository), /* @__PURE__ */ new Set())];
	return {
		indexes: stores.flatMap(indexesIn),
		loose: [...new Set(stores.flatMap((store) => looseIn(store, repository.idLength)))]
	};
};
// src/git/pack/survey.ts
const collect = (pack, result, into) => {
	into.objects += result.objects;
	into.bytes += result.bytes;
	for (const { entry, matches } of result.found) into.carriers.push({
		id: idOfEntry(pack, entry),
		traits: matches
	});
	for (const entry of [...result.aside, ...result.broken]) into.others.push(idOfEntry(pack, entry));
	for (const [kind, count] of result.media) into.media.set(kind, (into.media.get(kind) ?? 0) + count);
};
/** Deltas whose base lies in another pack: git reads those. */
const strays = ({ types, count }) => {
	const found = [];
	for (let entry = 0; entry < count; entry++) if (types[entry] === 0) found.push(entry);
	return found;
};
/** Entries that an earlier pack holds too: they serve as bases, but count once. */
const repeated = (pack, earlier) => {
	const flags = new Uint8Array(pack.entries.count);
	if (earlier.length === 0) return flags;
	const { index, entries } = pack;
	for (let entry = 0; entry < entries.count; entry++) {
		const at = entries.positions[entry] * index.idBytes;
		const id = index.ids.subarray(at, at + index.idBytes);
		if (earlier.some((other) => findId(other.index, id) !== -1)) flags[entry] = 1;
	}
	return flags;
};
const packBytes = ({ indexes }) => indexes.reduce((sum, index) => sum + statSync(index.replace(/idx$/, "pack")).size, 0);
/** Later than every root: threads that take the next one find none. */
const beyond = 1073741823;
const surveyPack = async (indexFile, idBytes, scanTrees, into, signal) => {
	if (signal?.aborted === true) return;
	const pack = openPack(indexFile, idBytes);
	const next = new Int32Array(new SharedArrayBuffer(4));
	const end = () => void Atomics.store(next, 0, beyond);
	signal?.addEventListener("abort", end);
	const { bytes, entries, forest, index } = pack;
	const task = {
		bytes,
		entries,
		forest,
		next,
		repeated: repeated(pack, into.packs)
	};
	for (const result of await scanTrees(task)) collect(pack, result, into);
	signal?.removeEventListener("abort", end);
	for (const entry of strays(entries)) into.others.push(idOfEntry(pack, entry));
	into.packs.push({
		index,
		entries
	});
};
const commitsOf = (pack) => {
	const ids = [];
	for (let entry = 0; entry < pack.entries.count; entry++) if (pack.entries.types[entry] === entryType.commit) ids.push(idOfEntry(pack, entry));
	return ids;
};
/**
* Looks through every pack of a repository, each object once, without asking git. Undefined where the packs are not what this
* reader knows: then git reads everything.
*/
const surveyPacks = async (repository, { scanTrees, minPackBytes }, signal) => {
	const stores = await listStores(repository);
	if (packBytes(stores) < minPackBytes) return void 0;
	const into = {
		carriers: [],
		others: [],
		media: /* @__PURE__ */ new Map(),
		packs: [],
		objects: 0,
		bytes: 0
	};
	try {
		for (const index of stores.indexes) await surveyPack(index, repository.idLength / 2, scanTrees, into, signal);
	} catch (error) {
		if (error instanceof PackError || error.code !== void 0) return void 0;
		throw error;
	}
	const { carriers, others, media, packs, objects, bytes } = into;
	const isPacked = (id) => packs.some(({ index }) => findId(index, Buffer.from(id, "hex")) !== -1);
	const unpacked = stores.loose.filter((id) => !isPacked(id));
	return {
		carriers,
		others: [.../* @__PURE__ */ new Set([...others, ...unpacked])],
		commits: () => packs.flatMap(commitsOf),
		media,
		objects,
		bytes
	};
};
// src/git/provenance.ts
const newline = 10;
function* walkLines(output, idLength) {
	for (let start = 0; start < output.length;) {
		const found = output.indexOf(newline, start);
		const end = found === -1 ? output.length : found;
		const absent = output[start] === 63;
		const from = start + (absent ? 1 : 0);
		const id = output.toString("latin1", from, from + idLength);
		const isCommit = end === from + idLength;
		yield {
			id,
			absent,
			path: () => isCommit ? void 0 : output.toString("utf8", from + idLength + 1, end)
		};
		start = end + 1;
	}
}
/**
* Starts `git rev-list`. In this order of output every object follows the commit that first brought it in, with one
* path; `--topo-order` because clocks lie. Rejects with a GitError where the history is broken.
*/
const startWalk = (repository, what, signal) => {
	const order = [
		"--objects",
		"--in-commit-order",
		"--topo-order",
		"--reverse",
		"--missing=print"
	];
	const collect = async () => {
		const input = what.revisions.map((revision) => `${revision}\n`).join("");
		const args = [
			"rev-list",
			...order,
			...what.options,
			"--stdin"
		];
		return createWalk(await bytesOf(repository.folder, args, {
			input,
			signal
		}), repository.idLength);
	};
	const walk = collect();
	walk.catch(() => {});
	return walk;
};
/** A walk that knows nothing: of a history that is broken or was not walked. */
const emptyWalk = (repository) => createWalk(Buffer.alloc(0), repository.idLength);
const createWalk = (output, idLength) => {
	const commits = /* @__PURE__ */ new Map();
	const absent = [];
	for (const line of walkLines(output, idLength)) if (line.absent) absent.push(line.id);
	else if (line.path() === void 0) commits.set(line.id, commits.size);
	function* everything() {
		for (const line of walkLines(output, idLength)) if (!line.absent) yield line.id;
	}
	const origins = (ids) => {
		const found = /* @__PURE__ */ new Map();
		let commit = "";
		let order = 0;
		for (const line of walkLines(output, idLength)) {
			const known = commits.get(line.id);
			if (known !== void 0) [commit, order] = [line.id, known];
			if (ids.has(line.id) && !line.absent) found.set(line.id, {
				commit,
				order,
				path: line.path() ?? ""
			});
		}
		return found;
	};
	return {
		commits: commits.size,
		isCommit: (id) => commits.has(id),
		everything,
		origins,
		absent
	};
};
// src/git/refs.ts
const repair = "run `git fsck` and repair or delete it";
const commonDirectory = async ({ folder }) => (await runGit(folder, [
	"rev-parse",
	"--path-format=absolute",
	"--git-common-dir"
])).replace(/\n$/, "");
/** Other work trees of the same repository may stand on commits that no branch names. */
const linkedHeads = async (repository) => {
	const folder = join(await commonDirectory(repository), "worktrees");
	if (!existsSync(folder)) return [];
	const heads = [];
	for (const name of readdirSync(folder)) {
		const revision = `worktrees/${name}/HEAD^{commit}`;
		try {
			heads.push((await runGit(repository.folder, [
				"rev-parse",
				"--verify",
				"--quiet",
				revision
			])).trim());
		} catch {}
	}
	return heads.filter(Boolean);
};
/** All that refs, HEAD and the linked work trees name. */
const refTips = async (repository) => {
	const ids = [];
	const missing = [];
	const onComplaint = (text) => missing.push({
		what: text.replace(/^ignoring /, ""),
		reason: repair
	});
	for await (const id of linesOf(repository.folder, ["for-each-ref", "--format=%(objectname)"], "", onComplaint)) ids.push(id);
	if (repository.head !== void 0) ids.push(repository.head);
	ids.push(...await linkedHeads(repository));
	return {
		ids,
		missing
	};
};
/** Divides tips into those whose objects can be read and a word on each of the others. */
const readableTips = async (repository, tips) => {
	const input = tips.map((id) => id.startsWith("^") ? "" : `${id}\n`).join("");
	const answers = (await bytesOf(repository.folder, ["cat-file", "--batch-check"], { input })).toString("latin1");
	const unreadable = new Set(answers.split("\n").filter((line) => line.endsWith(" missing")).map((line) => line.slice(0, repository.idLength)));
	const missing = [...unreadable].map((id) => ({
		what: `object ${id}`,
		reason: `a ref names it: ${repair}`
	}));
	return {
		ids: tips.filter((id) => !unreadable.has(id)),
		missing
	};
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
const addTo = (paths, id, path) => {
	const known = paths.get(id);
	if (known === void 0) paths.set(id, [path]);
	else known.push(path);
};
/** The submodules of a commit's tree and the paths at which it holds some blobs. */
const treeOf = async (repository, commit, blobs) => {
	const paths = /* @__PURE__ */ new Map();
	const submodules = [];
	for (const record of await records(repository, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	])) {
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
// src/git/whole-paths.ts
/** Ids of blobs that are not at the path that the walk told. */
const elsewhere = async (repository, blobs) => {
	const asked = [...blobs].filter(([, { path }]) => !path.includes("\n"));
	const input = asked.map(([, { commit, path }]) => `${commit}:${path}\n`).join("");
	const lines = (await bytesOf(repository.folder, ["cat-file", "--batch-check=%(objectname)"], { input })).toString("utf8").split("\n");
	return new Set(asked.map(([id]) => id).filter((id, i) => lines[i] !== id));
};
/**
* `git rev-list` cuts a path at its first line feed, and bytes that are not UTF-8 do not survive in a string: paths that do
* not lead to their blob are looked up in the commit's tree.
*/
const wholePaths = async (repository, origins, ids) => {
	const blobs = new Map([...origins].filter(([id]) => ids.has(id)));
	if (blobs.size === 0) return origins;
	const whole = new Map(origins);
	try {
		for (const id of await elsewhere(repository, blobs)) {
			const origin = blobs.get(id);
			const paths = (await treeOf(repository, origin.commit, /* @__PURE__ */ new Set([id]))).paths.get(id);
			if (paths !== void 0) whole.set(id, {
				...origin,
				path: paths[0]
			});
		}
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
	}
	return whole;
};
// src/git/history.ts
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
const emptyTree = {
	paths: /* @__PURE__ */ new Map(),
	submodules: []
};
/** Looks up where the objects with hits are from; objects without hits cost nothing here. */
const gather = async (repository, reading, place, counts, missing) => {
	const { known, tip, staged, walked } = place;
	const blobs = new Set(reading.found.filter(({ type }) => type === "blob").map(({ id }) => id));
	const look = () => tip === void 0 ? Promise.resolve(emptyTree) : treeOf(repository, tip, blobs);
	const tree = await attempt(`the files of ${tip}`, look, emptyTree);
	const commits = new Set([...known.values()].map(({ origin }) => origin.commit));
	const people = await authorships(repository, [...commits]);
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
const nothingListed = {
	ids: [],
	commits: [],
	missing: []
};
/** Asks git for every object. */
const readThroughGit = async (repository, inspect, signal) => {
	const list = await attempt("the objects", () => listObjects(repository), nothingListed);
	return {
		reading: await inspectObjects(repository, list.value.ids, inspect, signal),
		commits: () => list.value.commits,
		missing: [...list.missing, ...list.value.missing]
	};
};
/** Looks through the packs without git, then asks git for what holds something, and for what packs do not hold. */
const readPacks = async (repository, survey, walk, inspect, signal) => {
	const carriers = new Set(survey.carriers.map(({ id }) => id));
	const look = () => repository.head === void 0 ? Promise.resolve(emptyTree) : treeOf(repository, repository.head, carriers);
	const tip = (await attempt("", look, emptyTree)).value.paths;
	const chosen = chooseCarriers(survey.carriers, walk.origins(carriers), (id) => tip.has(id));
	const others = new Set(survey.others);
	const reading = signal?.aborted === true ? await inspectObjects(repository, [...chosen], inspect) : await inspectObjects(repository, [...chosen, ...survey.others], inspect, signal);
	const again = [...chosen].filter((id) => !others.has(id));
	const skipped = [...survey.media].map(([what, count]) => ({
		what,
		reason: "holds no text",
		count
	}));
	return {
		reading: {
			...reading,
			objects: reading.objects - again.length + survey.objects,
			bytes: reading.bytes - reading.bytesOf(again) + survey.bytes,
			skipped: [...skipped, ...reading.skipped]
		},
		commits: () => [...survey.commits(), ...reading.commits],
		missing: []
	};
};
/** Every object that the store holds, reachable or not; with `packs` they are read without git. */
const scanEverything = async (repository, inspect, signal, packs) => {
	const refs = await attempt("the refs", () => refTips(repository), {
		ids: [],
		missing: []
	});
	const tips = refs.value.ids;
	const walking = walkFrom(repository, {
		options: [],
		revisions: tips
	}, signal);
	walking.catch(() => {});
	const survey = packs === void 0 ? void 0 : await surveyPacks(repository, packs, signal);
	const everything = survey === void 0 ? await readThroughGit(repository, inspect, signal) : await readPacks(repository, survey, (await walking).walk, inspect, signal);
	const { reading } = everything;
	const { walk, whole, missing } = await walking;
	const ids = idsOf(reading);
	const reachable = knownFrom(await wholePaths(repository, walk.origins(ids), reading.blobs), true);
	const lost = new Set([...ids].filter((id) => !reachable.has(id)));
	const dropped = lost.size === 0 ? [] : everything.commits().filter((id) => !walk.isCommit(id));
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
	const place = {
		known: new Map([...unreachable, ...reachable]),
		tip: repository.head,
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
const scanRevisions = async (repository, what, tip, inspect, signal) => {
	const { walk, whole, missing } = await walkFrom(repository, what, signal);
	const reading = await inspectObjects(repository, [...walk.everything()], inspect, signal);
	const origins = await wholePaths(repository, walk.origins(idsOf(reading)), reading.blobs);
	const gaps = [
		...what.missing ?? [],
		...missing,
		...await absentObjects(repository, walk),
		...interrupted(signal)
	];
	const place = {
		known: knownFrom(origins, true),
		tip,
		staged: [],
		walked: whole
	};
	return gather(repository, reading, place, {
		refs: 1,
		commits: walk.commits
	}, gaps);
};
/** What the next commit would bring in. */
const scanStaged = async (repository, inspect, signal) => {
	const staged = await attempt("staged files", () => stagedBlobs(repository), []);
	const ids = [...new Set(staged.value.map(({ id }) => id))];
	const reading = await inspectObjects(repository, ids, inspect, signal);
	const place = {
		known: /* @__PURE__ */ new Map(),
		tip: void 0,
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
// src/threads.ts
/** Beside this module: as source where the source runs, built in `dist/`. */
const script = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", import.meta.url);
const ask = (worker, task) => new Promise((resolve, reject) => {
	worker.ref();
	worker.once("error", reject);
	worker.once("message", (answer) => {
		worker.off("error", reject);
		resolve(answer);
	});
	worker.postMessage(task);
}).finally(() => worker.unref());
/** Threads, started when the first task comes, that scan delta trees with the rules of `patterns/` and custom ones. */
const startThreads = (customRules, onStopped, jobs = availableParallelism()) => {
	const workerData = { customRules };
	const workers = [];
	const start = () => {
		while (workers.length < jobs) workers.push(new Worker(script, { workerData }));
	};
	return {
		scanTrees: async (task) => {
			start();
			const answers = await Promise.all(workers.map((worker) => ask(worker, task)));
			for (const [rule, reason] of answers.flatMap(({ stopped }) => stopped)) onStopped(rule, reason);
			return answers.map(({ result }) => result);
		},
		stop: () => {
			for (const worker of workers) worker.terminate();
		}
	};
};
// src/scan.ts
/** Packs below this size take git less time than threads need to start (measured). */
const worthThreads = 2 << 20;
const scanHistory = async (repository, { plan, inspectContent, onStopped }) => {
	if (plan.jobs === 0) return scanEverything(repository, inspectContent, plan.signal);
	const threads = startThreads(plan.customRules, onStopped, plan.jobs);
	try {
		const minPackBytes = plan.jobs === void 0 ? worthThreads : 0;
		const packs = {
			scanTrees: threads.scanTrees,
			minPackBytes
		};
		return await scanEverything(repository, inspectContent, plan.signal, packs);
	} finally {
		threads.stop();
	}
};
const look = async (source, means) => {
	const { inspectContent } = means;
	const { signal } = means.plan;
	switch (source.kind) {
		case "history": return scanHistory(source.repository, means);
		case "revisions": return scanRevisions(source.repository, source.what, source.tip, inspectContent, signal);
		case "staged": return scanStaged(source.repository, inspectContent, signal);
		case "work-tree": return scanWorkTree(source.repository, inspectContent, signal);
		case "files": return scanFiles(source.paths, inspectContent, void 0, signal);
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
/** Runs a plan: sources, detection, findings, policy. */
const run = async (plan) => {
	const started = performance.now();
	const stopped = [];
	const onStopped = (id, reason) => stopped.push(givenUp(id, reason));
	const detector = await createDetector([...rules, ...plan.customRules], [kubeconfigParser], onStopped);
	const inspectContent = (content) => inspect(detector, content, plan.lineHashes === true);
	const early = scopeOf(plan) === "change" && plan.root === void 0 ? fingerprintKey(plan) : void 0;
	early?.catch(() => {});
	const parts = [];
	for (const source of plan.sources) parts.push(await look(source, {
		plan,
		inspectContent,
		onStopped
	}));
	const sightings = parts.flatMap((part) => part.sightings);
	const vault = createVault();
	const key = sightings.length === 0 ? void 0 : await (early ?? fingerprintKey(plan));
	const older = sightings.length === 0 ? void 0 : await secretsNotNew(plan.sources, inspectContent);
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
	const judged = applyPolicy(findings, coverage, plan.policy, surroundings);
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
export { render as i, refTips as n, mergeCoverage as r, run as t };
