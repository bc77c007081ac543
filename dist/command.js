import { C as runGit, S as linesOf, _ as OpenError, b as GitError, h as exitStatus, t as judgingFrom, x as bytesOf, y as openRepository } from "./judging.js";
import { s as UsageError } from "./closest.js";
import { i as render, n as refTips, t as run } from "./scan.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { a as formatSeconds, i as formatNumber, r as formatBytes } from "./amounts.js";
import { t as verdictSentence } from "./verdict-words.js";
import { t as shelfAt } from "./shelf.js";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
// src/git/selection.ts
const commitNamed = async ({ folder }, revision, option) => {
	if (revision.startsWith("-")) throw new UsageError(`${option}: ${JSON.stringify(revision)} begins with a dash, as no revision does`);
	try {
		const args = [
			"rev-parse",
			"--verify",
			"--quiet",
			"--end-of-options",
			`${revision}^{commit}`
		];
		const id = (await runGit(folder, args)).trim();
		if (id !== "") return id;
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
	}
	throw new UsageError(`${option}: ${JSON.stringify(revision)} is no commit of this repository; in a shallow clone, fetch it first`);
};
const lines = (text) => text.split("\n").filter(Boolean);
/** Commits whose parents a shallow clone lacks. */
const shallowCommits = async ({ folder, shallow }) => {
	if (!shallow) return /* @__PURE__ */ new Set();
	const path = (await runGit(folder, [
		"rev-parse",
		"--path-format=absolute",
		"--git-path",
		"shallow"
	])).replace(/\n$/, "");
	return new Set(lines(readFileSync(path, "latin1")));
};
/** Behind a shallow commit the range may go on, or end: nobody here can tell. */
const cutOff = async (repository, revisions) => {
	const cut = await shallowCommits(repository);
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
	const first = await commitNamed(repository, from || "HEAD", "--range");
	const last = await commitNamed(repository, to || "HEAD", "--range");
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
	const cut = await shallowCommits(repository);
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
const lineOf = (what, seconds, amounts) => amounts === void 0 ? `reading ${what} … ${formatSeconds(Math.floor(seconds))}` : `reading ${what} … ${formatNumber(amounts.objects)} objects, ${formatBytes(amounts.bytes)}, ${formatSeconds(Math.floor(seconds))}`;
const isWatched = ({ isTTY }, { quiet, environment }) => isTTY === true && !quiet && !environment["CI"] && environment["TERM"] !== "dumb";
/** Keeps one line on a terminal up to date; gives what erases it. Draws nothing where nobody watches. */
const showProgress = (screen, what, options) => {
	if (!isWatched(screen, options)) return () => {};
	const started = performance.now();
	let drawn = false;
	const draw = () => {
		const elapsed = performance.now() - started;
		if (elapsed < patience) return;
		const line = lineOf(what, elapsed / 1e3, options.amounts?.());
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
const sourcesOf = async (args) => {
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
	if (source !== void 0 && source.kind !== "files") return source.repository.folder;
	return command === "files" || !statSync(paths[0]).isDirectory() ? "." : paths[0];
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
	files: "files"
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
/** Runs scan, git or files, prints the reports and gives the exit status. */
const scanCommand = async (args, files, signal) => {
	requireFolders(args);
	const sources = await sourcesOf(args);
	const shelf = shelfAt(topOf(sources, args));
	const { policy, customRules, endpoints } = await judgingFrom(shelf, {
		...args,
		from: "flag"
	}, process.env);
	const plan = {
		sources,
		policy,
		customRules,
		key: process.env["TIDEWAITER_KEY"] || void 0,
		lineHashes: args.formats.some(({ format }) => format === "sarif"),
		...args.verify ? { verification: { endpoints } } : {},
		...args.jobs === void 0 ? {} : { jobs: args.jobs },
		...signal === void 0 ? {} : { signal }
	};
	const progress = {
		quiet: args.quiet,
		environment: process.env
	};
	const stopProgress = showProgress(process.stderr, wordsFor(sources), progress);
	const { report, vault } = await run(plan).finally(stopProgress);
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
	return exitStatus(report.verdict);
};
export { scanCommand };
