import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
// src/git/git.ts
/**
* A repository's own configuration may name programs to run (file system monitors, hooks, external diffs): none of them
* is wanted while reading what a stranger wrote. Optional locks would write into the repository.
*/
const settings = [
	["core.fsmonitor", "false"],
	["core.hooksPath", "/dev/null"],
	["core.quotePath", "false"],
	["core.commitGraph", "true"],
	["gc.auto", "0"],
	["maintenance.auto", "false"],
	["log.showSignature", "false"]
];
const inherited = [
	"PATH",
	"HOME",
	"USERPROFILE",
	"SYSTEMROOT",
	"TMPDIR",
	"TEMP",
	"TMP",
	"XDG_CONFIG_HOME"
];
const forwarded = [
	"GIT_CONFIG_GLOBAL",
	"GIT_CONFIG_SYSTEM",
	"GIT_CONFIG_NOSYSTEM",
	"GIT_CEILING_DIRECTORIES"
];
const network = [
	"GIT_SSL_CAINFO",
	"SSL_CERT_FILE",
	"https_proxy",
	"http_proxy",
	"no_proxy",
	"HTTPS_PROXY",
	"HTTP_PROXY",
	"NO_PROXY"
];
/**
* No transport at all. An older git does not know GIT_NO_LAZY_FETCH (2.39.5 does) and would ask the remote of a partial clone for
* each absent object, by whatever command the repository's configuration names.
*/
const offline = { GIT_ALLOW_PROTOCOL: "none" };
/** The environment of every git that we run. */
const gitEnvironment = (extra = []) => {
	const env = {
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_GRAFT_FILE: "/dev/null",
		LC_ALL: "C"
	};
	for (const name of [
		...inherited,
		...forwarded,
		...network
	]) {
		const value = process.env[name];
		if (value !== void 0) env[name] = value;
	}
	const all = [...settings, ...extra];
	env["GIT_CONFIG_COUNT"] = String(all.length);
	all.forEach(([key, value], i) => {
		env[`GIT_CONFIG_KEY_${i}`] = key;
		env[`GIT_CONFIG_VALUE_${i}`] = value;
	});
	return env;
};
/** Git's own words, without its prefix, for a message to the user. */
var GitError = class extends Error {
	name = "GitError";
};
const explained = (stderr) => stderr.split("\n").find((line) => /^(fatal|error):/.test(line))?.replace(/^(fatal|error): /, "") ?? stderr.trim().slice(0, 500);
/**
* simple-git refuses these because they may name programs. What we set names none, and what we forward
* (GIT_CONFIG_GLOBAL and its like) is the user's own.
*/
const unsafe = {
	allowUnsafeFsMonitor: true,
	allowUnsafeHooksPath: true,
	allowUnsafeConfigEnvCount: true,
	allowUnsafeConfigPaths: true,
	allowUnsafeProtocolOverride: true,
	allowUnsafeFilter: true,
	allowUnsafeCredentialHelper: true
};
/** Loaded when something is fetched: it takes longer to start than most commands to run. */
const fetchThrough = async (cwd, args, extra) => {
	const { simpleGit } = await import("./dist2.js");
	const env = gitEnvironment(extra);
	const git = simpleGit({
		baseDir: cwd,
		unsafe,
		allowEnvironment: Object.keys(env),
		trimmed: false
	}).env(env);
	try {
		return await git.raw([...args]);
	} catch (cause) {
		throw new GitError(explained(cause.message), { cause });
	}
};
/**
* Runs a short git command and gives its standard output as text; only `fetch` may use the network. Throws a GitError
* with git's reason.
*/
const runGit = async (cwd, args, extra = []) => args[0] === "fetch" ? fetchThrough(cwd, args, extra) : (await bytesOf(cwd, args, { settings: extra })).toString("utf8");
const maxStderr = 65536;
const complaint = /^(?:error|warning): (.*)$/gm;
/** What a partial clone always says; absent objects are counted where they matter. */
const expected = /promisor remotes/;
/** One object, or one delta's result, may not make git take more: it would rather end than let a few bytes grow to gigabytes. */
const bounded = { GIT_ALLOC_LIMIT: "1200m" };
/** The agent that holds a user's keys. */
const online = () => {
	const agent = process.env["SSH_AUTH_SOCK"];
	return agent === void 0 ? {} : { SSH_AUTH_SOCK: agent };
};
/** Starts git for bulk reading, offline unless it is told otherwise: bytes go through pipes, not through memory at once. */
const streamGit = (cwd, args, options = {}) => {
	const { signal, settings: extra, network: isOnline = false } = options;
	const child = spawn("git", args, {
		cwd,
		env: {
			...gitEnvironment(extra),
			...isOnline ? online() : {
				...offline,
				...bounded
			}
		},
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		detached: true,
		...signal ? { signal } : {}
	});
	let stderr = "";
	child.stderr.on("data", (chunk) => {
		if (stderr.length < maxStderr) stderr += chunk.toString();
	});
	child.stdin.on("error", () => {});
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => reject(new GitError(`git could not be run: ${cause.message}`, { cause })));
		child.on("close", (code) => code === 0 ? resolve() : reject(new GitError(explained(stderr) || `git ${args[0]} exited with ${code}`)));
	});
	ended.catch(() => {});
	const complaints = () => [...new Set([...stderr.matchAll(complaint)].map((found) => found[1]).filter((text) => !expected.test(text)))];
	return {
		process: child,
		stdin: child.stdin,
		stdout: child.stdout,
		ended,
		complaints
	};
};
/** The lines of a git command's output; `onComplaint` hears at the end what git passed over. */
async function* linesOf(cwd, args, input, onComplaint) {
	const git = streamGit(cwd, args);
	git.stdin.end(input ?? "");
	for await (const line of createInterface({
		input: git.stdout,
		crlfDelay: Number.POSITIVE_INFINITY
	})) yield line;
	await git.ended;
	if (onComplaint !== void 0) git.complaints().forEach(onComplaint);
}
/** A git command's output, as bytes. */
const bytesOf = async (cwd, args, options = {}) => {
	const git = streamGit(cwd, args, options);
	git.stdin.end(options.input ?? "");
	const chunks = [];
	for await (const chunk of git.stdout) chunks.push(chunk);
	await git.ended;
	return Buffer.concat(chunks);
};
export { streamGit as a, runGit as i, bytesOf as n, linesOf as r, GitError as t };
