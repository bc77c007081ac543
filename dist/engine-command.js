import { r as linesOf } from "./git.js";
import { n as listStores, s as readObjects, t as startThreads } from "./threads.js";
import { C as sharedBytes, l as endScan, s as createControl } from "./apart.js";
import { n as hashOf } from "./compare-trees2.js";
import { i as withPack, n as idOfEntry } from "./pack-file.js";
import { t as countOf } from "./amounts.js";
import { t as escapeTerminal } from "./escape-terminal.js";
// src/git/pack/verify-engine.ts
const everything = () => true;
const compareHashes = (pack, { hashes, unpacked }, tally) => {
	const { count } = pack.entries;
	const { idBytes } = pack.index;
	for (let entry = 0; entry < count; entry++) {
		const id = idOfEntry(pack, entry);
		if (unpacked[entry] !== 1) {
			tally.left.add(id);
			continue;
		}
		const hash = Buffer.from(hashes.subarray(entry * idBytes, (entry + 1) * idBytes)).toString("hex");
		if (hash !== id) tally.differences.push(`object ${id}: this engine unpacks bytes whose hash is ${hash}`);
		if (!tally.ids.has(id)) tally.unpacked++;
		tally.ids.add(id);
	}
};
const comparePack = async (pack, compare, tally, signal) => {
	const { entries, forest } = pack;
	const control = createControl(Number.POSITIVE_INFINITY);
	const end = () => endScan(control);
	signal?.addEventListener("abort", end);
	const task = {
		pack: pack.pack,
		entries,
		forest,
		control,
		repeated: sharedBytes(entries.count),
		hashes: sharedBytes(entries.count * pack.index.idBytes),
		unpacked: sharedBytes(entries.count)
	};
	const results = await compare(task);
	signal?.removeEventListener("abort", end);
	compareHashes(pack, task, tally);
	for (const { scanned, matches, differing } of results) {
		tally.scanned += scanned;
		tally.matches += matches;
		for (const { entry, whole, inherited } of differing) tally.differences.push(`object ${idOfEntry(pack, entry)}: a scan of the whole finds ${whole} matches, the scan of its delta ${inherited} or others`);
	}
};
/** What this engine leaves to git must have the right hash there. */
const compareThroughGit = async (repository, { ids, left, differences }, signal) => {
	const wanted = [...left].filter((id) => !ids.has(id));
	const missing = await readObjects(repository, wanted, (id, type, content) => {
		const hash = hashOf(type, content, repository.idLength / 2).toString("hex");
		if (hash !== id) differences.push(`object ${id}: git gives bytes whose hash is ${hash}`);
		ids.add(id);
	}, signal);
	for (const { what, reason } of missing) differences.push(`${what}: ${reason}`);
	return wanted.length;
};
const compareWithList = async (repository, { ids, differences }) => {
	const args = [
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--batch-check=%(objectname)"
	];
	const listed = /* @__PURE__ */ new Set();
	for await (const id of linesOf(repository.folder, args)) listed.add(id);
	for (const id of listed) if (!ids.has(id)) differences.push(`object ${id}: git lists it, this engine does not`);
	for (const id of ids) if (!listed.has(id)) differences.push(`object ${id}: git does not list it`);
};
/**
* Unpacks every object of a repository and compares: its hash with its id, all ids with git's list, and what a delta-aware scan finds in
* it with what a scan of the whole finds. Throws a PackError for a pack that this engine cannot read.
*/
const verifyEngine = async (repository, compare, signal) => {
	const tally = {
		unpacked: 0,
		scanned: 0,
		matches: 0,
		ids: /* @__PURE__ */ new Set(),
		left: /* @__PURE__ */ new Set(),
		differences: []
	};
	const { packs, loose } = listStores(repository);
	for (const place of packs) {
		const options = {
			signal,
			wanted: everything
		};
		await withPack(place, repository.idLength / 2, options, (pack) => comparePack(pack, compare, tally, signal));
		signal?.throwIfAborted();
	}
	for (const id of loose) tally.left.add(id);
	const throughGit = await compareThroughGit(repository, tally, signal);
	await compareWithList(repository, tally);
	signal?.throwIfAborted();
	const { unpacked, scanned, matches, differences } = tally;
	return {
		packs: packs.length,
		unpacked,
		throughGit,
		scanned,
		matches,
		differences
	};
};
// src/command-line/engine-command.ts
/** So many differences are named one by one. */
const maxNamed = 20;
const say = (line) => void process.stderr.write(`tidewaiter: ${escapeTerminal(line)}\n`);
/** Compares the engine with git and with scans of whole contents; gives the exit status: 0 when nothing differs, else 3. */
const engineCommand = async (repository, customRules, jobs, signal) => {
	const threads = startThreads({
		customRules,
		lineHashes: false
	}, (rule, reason) => say(`the rule ${rule} was given up: ${reason}`), jobs);
	try {
		const { packs, unpacked, throughGit, scanned, matches, differences } = await verifyEngine(repository, threads.compareTrees, signal);
		for (const difference of differences.slice(0, maxNamed)) say(difference);
		process.stdout.write(`compared ${countOf(unpacked, "object")} of ${countOf(packs, "pack")} and ${countOf(throughGit, "object")} read through git with their ids and git's list, and ${countOf(scanned, "content")} with ${countOf(matches, "match", "matches")} scanned whole and by deltas: ${differences.length === 0 ? "no difference" : countOf(differences.length, "difference")}\n`);
		return differences.length === 0 ? 0 : 3;
	} catch (error) {
		if (signal?.aborted !== true && error.name !== "PackError") throw error;
		say(signal?.aborted === true ? "interrupted before all was compared" : error.message);
		return 3;
	} finally {
		threads.stop();
	}
};
export { engineCommand };
