import { i as runGit, n as bytesOf, r as linesOf } from "./git.js";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
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
export { startWalk as i, refTips as n, emptyWalk as r, readableTips as t };
