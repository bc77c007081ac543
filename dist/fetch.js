import { i as runGit, r as linesOf } from "./git.js";
import { t as commonDirectory } from "./common-directory.js";
import { n as openRepository } from "./repository.js";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
// src/git/store.ts
const shallowFile = "shallow";
const textOf = (file) => {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		if (error.code === "ENOENT") return "";
		throw error;
	}
};
/** Commits at which the history of a store made by `createStore` is cut off. */
const shallowCommits = (store) => new Set(textOf(join(store.gitDirectory, shallowFile)).split("\n").filter(Boolean));
/** Whether a store borrows from a history that is not cut off, so that fetching to some depth would cut it. */
const borrowsAll = (store) => textOf(join(store.gitDirectory, "objects", "info", "alternates")) !== "" && shallowCommits(store).size === 0;
/** A partial clone names what it lacks, so a fetch on top of it would be sent too little. */
const isPartial = async (repository) => {
	return await runGit(repository.folder, [
		"config",
		"--get-regexp",
		"^(extensions\\.partialclone|remote\\..*\\.promisor)$"
	]).catch(() => "") !== "";
};
/** Borrows the objects of a checkout, which is never written to: neither its refs nor its `shallow` file. */
const borrow = async (store, checkout) => {
	const objects = join(commonDirectory(checkout), "objects");
	if (objects.includes("\n") || await isPartial(checkout)) return;
	writeFileSync(join(store.gitDirectory, "objects", "info", "alternates"), `${objects}\n`);
	const cut = textOf(join(commonDirectory(checkout), shallowFile));
	if (cut !== "") writeFileSync(join(store.gitDirectory, shallowFile), cut);
};
/**
* Makes a bare repository in an empty folder that takes what is fetched, and borrows what a checkout already has.
* The checkout's configuration does not reach it.
*/
const createStore = async (folder, checkout, format = checkout?.objectFormat ?? "sha1") => {
	await runGit(folder, [
		"init",
		"--quiet",
		"--bare",
		`--object-format=${format}`,
		"."
	]);
	const store = await openRepository(folder);
	if (checkout !== void 0) await borrow(store, checkout);
	return store;
};
// src/git/fetch.ts
/** A transfer slower than this many bytes a second for this many seconds is given up. */
const slowest = {
	bytes: "500",
	seconds: "90"
};
/** Only the protocol of the address itself is allowed, and nobody is asked for a password. */
const guarded = (remote) => [
	["protocol.version", "2"],
	["protocol.allow", "never"],
	[`protocol.${new URL(remote.url).protocol.slice(0, -1)}.allow`, "always"],
	["credential.helper", ""],
	["http.lowSpeedLimit", slowest.bytes],
	["http.lowSpeedTime", slowest.seconds],
	["fetch.recurseSubmodules", "false"],
	["fetch.writeCommitGraph", "false"],
	["transfer.bundleURI", "false"],
	...remote.settings
];
const depthOptions = (store, depth) => {
	if (depth !== "everything") return [`--depth=${depth}`];
	return shallowCommits(store).size > 0 ? ["--unshallow"] : [];
};
/**
* Fetches objects into a store. A refspec's source is a full object id or a ref's name; its destination lies below
* `refs/tidewaiter/`. Throws a GitError with git's reason.
*/
const fetchInto = async (store, remote, refspecs, depth) => {
	const args = [
		"fetch",
		...[
			"--quiet",
			"--no-tags",
			"--no-write-fetch-head",
			"--no-auto-maintenance",
			"--no-recurse-submodules"
		],
		...depthOptions(store, depth),
		"--end-of-options",
		remote.url,
		...refspecs
	];
	await runGit(store.folder, args, guarded(remote));
};
/** Which of some ids name objects that the store has. */
const present = async (store, ids) => {
	const found = /* @__PURE__ */ new Set();
	const input = ids.map((id) => `${id}\n`).join("");
	for await (const line of linesOf(store.folder, ["cat-file", "--batch-check=%(objectname)"], input)) if (!line.endsWith(" missing")) found.add(line);
	return found;
};
/** The values that a repository's configuration gives to a key. */
const configured = async (repository, key) => {
	return (await runGit(repository.folder, [
		"config",
		"--get-all",
		key
	]).catch(() => "")).split("\n").filter(Boolean);
};
export { createStore as a, borrowsAll as i, fetchInto as n, shallowCommits as o, present as r, configured as t };
