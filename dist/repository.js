import { i as runGit, t as GitError } from "./git.js";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
// src/git/repository.ts
/** Why a repository cannot be read, with the next step. */
var OpenError = class extends Error {
	name = "OpenError";
	failure;
	constructor(failure, message, options) {
		super(message, options);
		this.failure = failure;
	}
};
const unreadable = (message, cause) => new OpenError("unreadable", message, { cause });
/** The folder that git wants to be told of: the top of the repository, absolute, quoted for a shell where it must be. */
const distrusted = (path, reason) => {
	const folder = /repository at '([^\n]+)'/.exec(reason)?.[1] ?? resolve(path);
	return /^[\w./:\\+@-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
};
const explain = (path, error) => {
	const reason = error.message;
	if (reason.includes("dubious ownership")) return unreadable(`${path} belongs to another user, so git refuses to read it: run \`git config --global --add safe.directory ${distrusted(path, reason)}\` if you trust it`, error);
	if (/unknown repository (extension|object format)|Expected git repo version|unknown ref storage/i.test(reason)) return unreadable(`${path} needs a newer git than the one installed here: ${reason}`, error);
	if (!reason.includes("not a git repository")) return unreadable(`${path} cannot be read by git: ${reason}`, error);
	if (existsSync(join(path, ".git"))) return unreadable(`${join(path, ".git")} is no git repository that git can read: repair or remove it`, error);
	return new OpenError("not-a-repository", `${path} is not inside a git repository`, { cause: error });
};
const topOf = async (path) => (await runGit(path, ["rev-parse", "--show-toplevel"])).replace(/\n$/, "");
const requireFolder = (path) => {
	if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw new OpenError("not-a-repository", `${path} is not a folder`);
};
/** The path of the git directory may hold line feeds, so it is asked for last. */
const questions = [
	"--revs-only",
	"--is-bare-repository",
	"--is-shallow-repository",
	"--show-object-format",
	"--is-inside-work-tree",
	"--absolute-git-dir"
];
/** Answers to these questions and, where there is one that can be read, the commit of HEAD. */
const answersOf = async (path) => {
	try {
		return await runGit(path, [
			"rev-parse",
			...questions,
			"HEAD^{commit}"
		]);
	} catch {
		return runGit(path, ["rev-parse", ...questions]);
	}
};
const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Opens the repository around `path`. Throws an OpenError with a sentence that says what to do. */
const openRepository = async (path) => {
	requireFolder(path);
	try {
		const [text, top] = await Promise.all([answersOf(path), existsSync(join(path, ".git")) ? topOf(path).catch(() => void 0) : void 0]);
		const answers = text.replace(/\n$/, "").split("\n");
		const [bareness, shallow, format, inside] = answers;
		const rest = answers.slice(4);
		const head = rest.length > 1 && objectId.test(rest.at(-1)) ? rest.pop() : void 0;
		const gitDirectory = rest.join("\n");
		const bare = bareness === "true" || inside !== "true";
		const folder = bare ? gitDirectory : top ?? await topOf(path);
		const objectFormat = format === "sha256" ? "sha256" : "sha1";
		return {
			folder,
			gitDirectory,
			bare,
			shallow: shallow === "true",
			objectFormat,
			idLength: objectFormat === "sha256" ? 64 : 40,
			head
		};
	} catch (error) {
		if (error instanceof GitError) throw explain(path, error);
		throw error;
	}
};
export { openRepository as n, OpenError as t };
