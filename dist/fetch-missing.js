import { t as commonDirectory } from "./common-directory.js";
import { a as createStore, t as configured } from "./fetch.js";
import { n as bytesOf, t as GitError } from "./git.js";
import { a as startWalk, r as refTips } from "./refs.js";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { tmpdir } from "node:os";
// src/git/fetch-missing.ts
/** How git may reach a remote. Others, such as `ext`, run what the address says. */
const protocols = [
	"https",
	"http",
	"ssh",
	"git",
	"file"
];
/** A transfer slower than this many bytes a second for this many seconds is given up. */
const slowest = {
	bytes: "500",
	seconds: "90"
};
/** The protocol of an address as git understands it (git-fetch, "Git URLs"). */
const protocolOf = (url) => {
	const scheme = /^([a-z][a-z0-9+.-]*):(?=:|\/\/)/i.exec(url)?.[1]?.toLowerCase();
	if (scheme !== void 0) return url.startsWith(`${scheme}::`) ? "helper" : scheme;
	return /^[^/:]+:/.test(url) ? "ssh" : "file";
};
const promisorOf = async (repository) => {
	const flagged = (await bytesOf(repository.folder, [
		"config",
		"--name-only",
		"--get-regexp",
		"^remote\\..*\\.promisor$"
	]).then((found) => found.toString().split("\n")).catch(() => [])).filter(Boolean).map((key) => key.slice(7, -9));
	const [name] = [...await configured(repository, "extensions.partialClone"), ...flagged];
	if (name === void 0) return void 0;
	const [written] = await configured(repository, `remote.${name}.url`);
	if (written === void 0) throw new GitError(`the remote ${name} has no address`);
	const protocol = protocolOf(written);
	return {
		name,
		url: protocol === "file" && !written.includes("://") ? resolve(repository.folder, written) : written,
		protocol
	};
};
/** A token for the remote, as actions/checkout leaves it: a header, which runs nothing. */
const headersOf = async ({ folder }) => {
	return (await bytesOf(folder, [
		"config",
		"--null",
		"--get-regexp",
		"^http\\..*extraheader$"
	]).catch(() => Buffer.alloc(0))).toString().split("\0").filter(Boolean).map((entry) => [entry.slice(0, entry.indexOf("\n")), entry.slice(entry.indexOf("\n") + 1)]);
};
const guarded = ({ protocol }) => [
	["protocol.version", "2"],
	["protocol.allow", "never"],
	[`protocol.${protocol}.allow`, "always"],
	["http.lowSpeedLimit", slowest.bytes],
	["http.lowSpeedTime", slowest.seconds],
	["fetch.unpackLimit", "1"],
	["fetch.writeCommitGraph", "false"],
	["transfer.bundleURI", "false"]
];
/** Moves packs from a store to where a repository keeps its own, the index last: from then on git sees it. */
const adopt = (from, to) => {
	const names = readdirSync(from).filter((name) => name.endsWith(".idx"));
	for (const name of names) {
		const stem = name.replace(/\.idx$/, "");
		writeFileSync(join(to, `${stem}.promisor`), "");
		for (const ending of [".pack", ".idx"]) {
			const target = join(to, `${stem}${ending}`);
			if (existsSync(target)) continue;
			const draft = join(to, `.tmp-tidewaiter-${process.pid}-${stem}${ending}`);
			copyFileSync(join(from, `${stem}${ending}`), draft);
			chmodSync(draft, 292);
			renameSync(draft, target);
		}
	}
};
/** Fetches objects by id into a store of its own, which the repository's configuration does not reach, and hands them over. */
const fetchObjects = async (repository, promisor, ids, signal) => {
	const folder = mkdtempSync(join(tmpdir(), "tidewaiter-fetch-"));
	try {
		const store = await createStore(folder, void 0, repository.objectFormat);
		const args = [
			"fetch",
			...[
				"--quiet",
				"--no-tags",
				"--no-write-fetch-head",
				"--no-auto-maintenance",
				"--no-recurse-submodules"
			],
			"--stdin",
			"--end-of-options",
			promisor.url
		];
		const settings = [...guarded(promisor), ...await headersOf(repository)];
		const input = ids.map((id) => `${id}\n`).join("");
		await bytesOf(store.folder, args, {
			input,
			settings,
			signal,
			network: true
		});
		adopt(join(store.gitDirectory, "objects", "pack"), join(commonDirectory(repository), "objects", "pack"));
	} finally {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	}
};
const withoutLogin = (text) => text.replace(/(\w+:\/\/)[^/@\s]+@/g, "$1");
/**
* Brings what a partial clone lacks of some revisions, or of its whole history, into its object store: one request to its promisor
* remote, by that remote's address alone. Gives what could not be had.
*/
const fetchMissing = async (repository, what, signal) => {
	try {
		const promisor = await promisorOf(repository);
		if (promisor === void 0) return [];
		const revisions = what ?? {
			options: [],
			revisions: (await refTips(repository)).ids
		};
		const { absent } = await startWalk(repository, revisions, signal);
		if (absent.length === 0) return [];
		if (!protocols.includes(promisor.protocol)) throw new GitError(`the address of the remote ${promisor.name} is none that git may reach by itself`);
		await fetchObjects(repository, promisor, absent, signal);
		return [];
	} catch (error) {
		if (signal?.aborted === true) return [];
		if (!(error instanceof GitError) && error.code === void 0) throw error;
		return [{
			what: "objects that this partial clone lacks",
			reason: `--fetch-missing could not get them: ${withoutLogin(error.message)}`
		}];
	}
};
export { fetchMissing };
