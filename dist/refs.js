import { i as runGit, n as bytesOf, r as linesOf, t as GitError } from "./git.js";
import { t as commonDirectory } from "./common-directory.js";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
// src/git/provenance.ts
const newline = 10;
const eachLine = (output, idLength, onLine) => {
	for (let start = 0; start < output.length;) {
		const found = output.indexOf(newline, start + idLength);
		const end = found === -1 ? output.length : found;
		const absent = output[start] === 63;
		onLine(absent ? start + 1 : start, end, absent);
		start = end + 1;
	}
};
const likelyBits = 20;
/** Most of millions of lines name none of some ids: their first eight digits tell, before a string is made of them. */
const likelyAmong = (ids) => {
	const bits = new Uint8Array(2 ** likelyBits / 8);
	const hash = (bytes, at) => (Math.imul(bytes.readInt32LE(at), 2654435761) ^ Math.imul(bytes.readInt32LE(at + 4), 2246822507)) >>> 12;
	for (const id of ids) {
		const hashed = hash(Buffer.from(id, "latin1"), 0);
		bits[hashed >> 3] |= 1 << (hashed & 7);
	}
	return (bytes, at) => {
		const hashed = hash(bytes, at);
		return (bits[hashed >> 3] & 1 << (hashed & 7)) !== 0;
	};
};
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
	const idAt = (from) => output.toString("latin1", from, from + idLength);
	eachLine(output, idLength, (from, end, isAbsent) => {
		if (isAbsent) absent.push(idAt(from));
		else if (end === from + idLength) commits.set(idAt(from), commits.size);
	});
	const everything = () => {
		const ids = [];
		eachLine(output, idLength, (from, _end, isAbsent) => {
			if (!isAbsent) ids.push(idAt(from));
		});
		return ids;
	};
	const origins = (ids) => {
		const found = /* @__PURE__ */ new Map();
		const isLikely = likelyAmong(ids);
		let [commitAt, order] = [-1, -1];
		eachLine(output, idLength, (from, end, isAbsent) => {
			if (isAbsent) return;
			if (end === from + idLength) {
				commitAt = from;
				order++;
			}
			if (!isLikely(output, from) || !ids.has(idAt(from))) return;
			const path = output.toString("utf8", from + idLength + 1, Math.max(end, from + idLength + 1));
			found.set(idAt(from), {
				commit: commitAt < 0 ? "" : idAt(commitAt),
				order: Math.max(0, order),
				path
			});
		});
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
/** Other work trees of the same repository may stand on commits that no branch names. */
const linkedHeads = async (repository) => {
	const folder = join(commonDirectory(repository), "worktrees");
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
/**
* The commits that tips lead to; undefined where one leads to something else, where git takes some objects for others (git-replace), or where that cannot be
* told.
*/
const commitsOfTips = async (repository, tips) => {
	const format = "--format=%(objectname) %(objecttype) %(*objecttype) %(*objectname) %(refname)";
	const commits = /* @__PURE__ */ new Map();
	try {
		for await (const line of linesOf(repository.folder, ["for-each-ref", format])) {
			const [id = "", type = "", targetType = "", target = "", name = ""] = line.split(" ");
			if (name.startsWith("refs/replace/") || (type === "tag" ? targetType : type) !== "commit") return void 0;
			commits.set(id, type === "tag" ? target : id);
		}
	} catch (error) {
		if (error instanceof GitError) return void 0;
		throw error;
	}
	return [...new Set(tips)].map((id) => ({
		id,
		commit: commits.get(id) ?? id
	}));
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
export { startWalk as a, emptyWalk as i, readableTips as n, refTips as r, commitsOfTips as t };
