import { n as openRepository, t as OpenError } from "./repository.js";
import { t as UsageError } from "./usage-error.js";
import { t as commonDirectory } from "./common-directory.js";
import { i as runGit, n as bytesOf, r as linesOf, t as GitError } from "./git.js";
import { r as refTips } from "./refs.js";
import { f as exitStatus, r as compileGlob, t as judgingFrom } from "./judging.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { a as formatSeconds, i as formatNumber, r as formatBytes } from "./amounts.js";
import { r as render, t as run } from "./scan.js";
import { t as verdictSentence } from "./verdict-words.js";
import { t as shelfAt } from "./shelf.js";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
// src/git/selection.ts
const lines = (text) => text.split("\n").filter(Boolean);
const objectId = /^[0-9a-f]{40,64}$/;
/** The commits that some revisions name, from one git. */
const commitsNamed = async ({ folder }, revisions, option) => {
	for (const revision of revisions) if (revision.startsWith("-")) throw new UsageError(`${option}: ${JSON.stringify(revision)} begins with a dash, as no revision does`);
	const input = revisions.map((revision) => `${revision.includes("\n") ? "" : revision}^{commit}\n`).join("");
	const ids = (await bytesOf(folder, ["cat-file", "--batch-check=%(objectname)"], { input })).toString("utf8").split("\n");
	revisions.forEach((revision, i) => {
		if (!objectId.test(ids[i] ?? "")) throw new UsageError(`${option}: ${JSON.stringify(revision)} is no commit of this repository; in a shallow clone, fetch it first`);
	});
	return ids;
};
/** Commits whose parents a shallow clone lacks. */
const shallowCommits = (repository) => repository.shallow ? new Set(lines(readFileSync(join(commonDirectory(repository), "shallow"), "latin1"))) : /* @__PURE__ */ new Set();
/** Behind a shallow commit the range may go on, or end: nobody here can tell. */
const cutOff = async (repository, revisions) => {
	const cut = shallowCommits(repository);
	if (cut.size === 0) return [];
	const found = [];
	for await (const id of linesOf(repository.folder, ["rev-list", "--stdin"], `${revisions.join("\n")}\n`)) if (cut.has(id)) found.push(id);
	const reason = "a shallow clone ends inside the range: run `git fetch --unshallow`, or --deepen, first";
	return found.map((id) => ({
		what: `commits before ${id}`,
		reason
	}));
};
/** Two dots: what the second has and the first has not. Three: what only one of the two has. */
const rangeForm = /^((?:(?!\.\.).)*)(\.{2,3})(?!\.)(.*)$/s;
/**
* Resolves `A..B` or `A...B` as git understands them; a side that is left out is HEAD. Throws a UsageError for a
* revision that does not exist.
*/
const resolveRange = async (repository, range) => {
	const [, from, dots, to] = rangeForm.exec(range) ?? [];
	if (dots === void 0) throw new UsageError(`--range: ${JSON.stringify(range)} is no range: write it as A..B, such as main..HEAD`);
	const [first, last] = await commitsNamed(repository, [from || "HEAD", to || "HEAD"], "--range");
	const revisions = dots === ".." ? [last, `^${first}`] : [
		last,
		first,
		...await mergeBases(repository, first, last)
	];
	return {
		what: {
			options: [],
			revisions,
			missing: await cutOff(repository, revisions)
		},
		tip: last
	};
};
const mergeBases = async ({ folder }, a, b) => {
	try {
		return lines(await runGit(folder, [
			"merge-base",
			"--all",
			a,
			b
		])).map((id) => `^${id}`);
	} catch (error) {
		if (error instanceof GitError) return [];
		throw error;
	}
};
const units = {
	hour: 1,
	day: 24,
	week: 168,
	month: 730,
	year: 8766
};
const ago = /^(\d{1,6}) ?(hour|day|week|month|year)s?(?: ago)?$/;
const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** Seconds since 1970 of a date as users write it. A day begins, and a time without offset is, in UTC. */
const parseDate = (text, now = Date.now()) => {
	const [, count, unit] = ago.exec(text === "yesterday" ? "1 day ago" : text) ?? [];
	if (unit !== void 0) return Math.floor(now / 1e3) - Number(count) * units[unit] * 3600;
	const zoned = /[T ].*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !/[T ]/.test(text) ? text : `${text}Z`;
	const milliseconds = iso.test(text) ? Date.parse(zoned.replace(" ", "T")) : NaN;
	if (Number.isNaN(milliseconds)) throw new UsageError(`--since: ${JSON.stringify(text)} is no date: write 2026-01-31, 2026-01-31T12:00:00+01:00 or "2 weeks ago"`);
	return Math.floor(milliseconds / 1e3);
};
/** Annotated tags of the time, which may be younger than the commits that they name. */
const youngTags = async ({ folder }, since) => {
	const tags = [];
	for await (const line of linesOf(folder, ["for-each-ref", "--format=%(objecttype) %(objectname) %(taggerdate:unix)"])) {
		const [type, id, date] = line.split(" ");
		if (type === "tag" && (date === "" || Number(date) >= since)) tags.push(id);
	}
	return tags;
};
/**
* Divides a history by commit date. Clocks lie: a commit is only left out when it and all that it stands on are old, so
* that nothing young is behind what is left out.
*/
const divide = (history, since) => {
	const old = /* @__PURE__ */ new Set();
	const outside = /* @__PURE__ */ new Set();
	const inside = [];
	for (const line of history) {
		const [date, id, ...parents] = line.split(" ");
		if (Number(date) < since && parents.every((parent) => old.has(parent))) old.add(id);
		else {
			inside.push(id);
			for (const parent of parents) if (old.has(parent)) outside.add(parent);
		}
	}
	return {
		inside,
		outside: [...outside]
	};
};
/** Resolves what the commits since a date bring in, on all refs. Throws a UsageError for what is no date. */
const resolveSince = async (repository, date) => {
	const since = parseDate(date);
	const input = (await refTips(repository)).ids.map((id) => `${id}\n`).join("");
	const history = input === "" ? "" : (await bytesOf(repository.folder, [
		"rev-list",
		"--topo-order",
		"--reverse",
		"--parents",
		"--timestamp",
		"--stdin"
	], { input })).toString("latin1");
	const { inside, outside } = divide(lines(history), since);
	const tags = await youngTags(repository, since);
	const cut = shallowCommits(repository);
	const reason = "a shallow clone ends there: run `git fetch --unshallow`, or --shallow-since, first";
	const missing = inside.filter((id) => cut.has(id)).map((id) => ({
		what: `commits before ${id}`,
		reason
	}));
	return {
		what: {
			options: [],
			revisions: [
				...inside,
				...tags,
				...outside.map((id) => `^${id}`)
			],
			missing
		},
		tip: repository.head
	};
};
// src/report/progress.ts
/** Shorter runs show nothing: a line that flashes by is noise. */
const patience = 700;
const interval = 200;
/** Carriage return, and erase to the end of the line (ECMA-48, EL). */
const erase = "\r\x1B[K";
/** A guess is worth telling after this part of all. */
const leastShare = .02;
const timeOf = (seconds, share = 0) => share < leastShare ? formatSeconds(Math.floor(seconds)) : `${formatSeconds(Math.ceil(seconds * (1 - share) / share))} left`;
/** `since` is when the amounts began to grow. */
const lineOf = (what, seconds, amounts, since) => {
	if (amounts === void 0) return `reading ${what} … ${formatSeconds(Math.floor(seconds))}`;
	const { objects, bytes, share } = amounts;
	const speed = formatBytes(Math.round(bytes / Math.max(seconds - since, .001)));
	const time = share === void 0 ? formatSeconds(Math.floor(seconds)) : timeOf(seconds - since, share);
	return `reading ${what} … ${formatNumber(objects)} objects, ${speed}/s, ${time}`;
};
const isWatched = ({ isTTY }, { quiet, environment }) => isTTY === true && !quiet && !environment["CI"] && environment["TERM"] !== "dumb";
/** Keeps one line on a terminal up to date; gives what erases it. Draws nothing where nobody watches. */
const showProgress = (screen, what, options) => {
	if (!isWatched(screen, options)) return () => {};
	const started = performance.now();
	let drawn = false;
	let since;
	const draw = () => {
		const elapsed = performance.now() - started;
		const amounts = options.amounts?.();
		if (amounts !== void 0) since ??= elapsed / 1e3;
		if (elapsed < patience) return;
		const line = lineOf(what, elapsed / 1e3, amounts, since ?? 0);
		screen.write(`${erase}${line.slice(0, (screen.columns || 80) - 1)}`);
		drawn = true;
	};
	const timer = setInterval(draw, interval);
	timer.unref();
	return () => {
		clearInterval(timer);
		if (drawn) screen.write(erase);
	};
};
// src/command-line/command.ts
const requirePath = (path) => {
	if (path === "") throw new UsageError("an empty PATH does not exist: write . for this folder");
	if (path !== "-" && !existsSync(path)) throw new UsageError(`${path} does not exist`);
};
/** The repository around a path, or undefined when there is none and files will do. */
const repositoryAt = async (path, required) => {
	try {
		return await openRepository(path);
	} catch (error) {
		if (!(error instanceof OpenError) || error.failure !== "not-a-repository") throw error;
		if (required) throw new UsageError(error.message);
		return;
	}
};
const isSelective = ({ staged, range, since }) => staged || range !== void 0 || since !== void 0;
const selection = async (repository, { staged, range, since }) => {
	if (staged) return {
		kind: "staged",
		repository
	};
	if (range !== void 0) return {
		kind: "revisions",
		repository,
		...await resolveRange(repository, range)
	};
	if (since !== void 0) return {
		kind: "revisions",
		repository,
		...await resolveSince(repository, since)
	};
	return {
		kind: "history",
		repository
	};
};
/** Images are no files of the repository around the working directory, but its Dockerfiles may have made them. */
const imagesOf = async ({ paths: names, platforms }) => {
	for (const name of names) if (/^[./\\]/.test(name)) requirePath(name);
	const repository = await repositoryAt(".", false).catch(() => void 0);
	return [{
		kind: "images",
		names,
		platforms,
		repository,
		dockerfiles: repository?.folder ?? "."
	}];
};
const sourcesOf = async (args) => {
	if (args.command === "image") return imagesOf(args);
	for (const path of args.paths) requirePath(path);
	if (args.command === "files") return [{
		kind: "files",
		paths: args.paths
	}];
	const path = args.paths[0];
	const repository = await repositoryAt(path, args.command === "git" || isSelective(args));
	if (repository === void 0) return [{
		kind: "files",
		paths: [statSync(path).isDirectory() ? resolve(path) : path]
	}];
	const history = await selection(repository, args);
	return args.command === "scan" && history.kind === "history" ? [history, {
		kind: "work-tree",
		repository
	}] : [history];
};
/** The folder whose configuration judges: the repository's, or the one that is scanned. */
const topOf = ([source], { command, paths }) => {
	const repository = source === void 0 || source.kind === "files" ? void 0 : source.repository;
	if (repository !== void 0) return repository.folder;
	return command !== "scan" || !statSync(paths[0]).isDirectory() ? "." : paths[0];
};
/** Images that the configuration lists belong to a scan of everything. */
const configuredImages = async (sources, images, args) => {
	if (args.command !== "scan" || isSelective(args) || images.length === 0) return [];
	const { expandImages } = await import("./expand.js");
	const folder = topOf(sources, args);
	const [first] = sources;
	const repository = first === void 0 || first.kind === "files" ? void 0 : first.repository;
	const names = await expandImages(images, relative("", folder) || ".", compileGlob);
	return [{
		kind: "images",
		names,
		foreign: args.config === void 0 ? names : [],
		platforms: args.platforms,
		repository,
		dockerfiles: folder
	}];
};
const maxReasons = 5;
/** Why the exit status is not 0. */
const reasonsFor = (report) => {
	if (report.verdict.conclusion === "pass") return [];
	const missing = report.verdict.conclusion === "incomplete" ? report.coverage.missing : [];
	const rest = missing.length - maxReasons;
	return [
		verdictSentence(report),
		...missing.slice(0, maxReasons).map(({ what, reason }) => `${what}: ${reason}`),
		...rest > 0 ? [`and ${rest} more, which the report lists`] : []
	];
};
const sourceWords = {
	history: "the history",
	revisions: "commits",
	staged: "what is staged",
	"work-tree": "the work tree",
	files: "files",
	images: "images"
};
const wordsFor = (sources) => sources.map(({ kind }) => sourceWords[kind]).join(" and ");
/** On terminals that know colours, unless somebody said no (https://no-color.org). */
const wantsColor = ({ color }) => color && process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
/** Tells before a long scan that a report would have no place to go. */
const requireFolders = ({ formats }) => {
	for (const { file } of formats) if (file !== void 0 && !existsSync(dirname(file))) throw new UsageError(`--format: the folder of ${file} does not exist`);
};
const writeReport = (files, file, text) => {
	try {
		files.write(file, text);
	} catch (error) {
		throw new UsageError(`--format: ${file} cannot be written: ${error.message}`, { cause: error });
	}
};
const printReports = async (args, files, { report, vault }) => {
	for (const { format, file } of args.formats) {
		const text = await render(format, report, {
			color: file === void 0 && wantsColor(args),
			quiet: args.quiet,
			width: file === void 0 ? process.stdout.columns : void 0,
			reveal: args.showSecrets ? vault.reveal : void 0
		});
		if (file === void 0) process.stdout.write(text);
		else writeReport(files, file, text);
	}
	for (const line of reasonsFor(report)) process.stderr.write(`tidewaiter: ${escapeTerminal(line)}\n`);
};
const cacheAt = async (file, customRules) => {
	if (!existsSync(dirname(file))) throw new UsageError(`--cache: the folder of ${file} does not exist`);
	const [{ openCache, rulesName }, { engine }] = await Promise.all([import("./cache-file.js"), import("./engine.js")]);
	const warn = (text) => void process.stderr.write(`tidewaiter: ${escapeTerminal(text)}\n`);
	return openCache(file, rulesName(engine(), customRules), warn);
};
/** Runs scan, git or files, prints the reports and gives the exit status. */
const scanCommand = async (args, files, signal) => {
	requireFolders(args);
	const given = await sourcesOf(args);
	const shelf = shelfAt(topOf(given, args));
	const { policy, customRules, endpoints, images } = await judgingFrom(shelf, {
		...args,
		from: "flag"
	}, process.env);
	const [source] = given;
	if (args.verifyEngine && source?.kind === "history") return (await import("./engine-command.js")).engineCommand(source.repository, customRules, args.jobs, signal);
	const sources = [...given, ...await configuredImages(given, images, args)];
	const cache = args.cache === void 0 ? void 0 : await cacheAt(args.cache, customRules);
	let amounts;
	const plan = {
		sources,
		policy,
		customRules,
		key: process.env["TIDEWAITER_KEY"] || void 0,
		lineHashes: args.formats.some(({ format }) => format === "sarif"),
		fetchMissing: args.fetchMissing,
		leavesClosed: args.noArchives,
		watch: (read) => {
			amounts = read;
		},
		...args.verify ? { verification: { endpoints } } : {},
		...cache === void 0 ? {} : { cache },
		...args.jobs === void 0 ? {} : { jobs: args.jobs },
		...signal === void 0 ? {} : { signal }
	};
	const progress = {
		quiet: args.quiet,
		environment: process.env,
		amounts: () => amounts?.()
	};
	const stopProgress = showProgress(process.stderr, wordsFor(sources), progress);
	const outcome = await run(plan).finally(stopProgress);
	await printReports(args, files, outcome);
	return exitStatus(outcome.report.verdict);
};
export { scanCommand };
