import { C as bytesOf } from "./judging.js";
// src/git/file-at.ts
/** `100644 blob ID    SIZE\tPATH` (git's Documentation/git-ls-tree). */
const entry = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t/;
/** A file in a commit's tree; undefined where there is none, or something that is no plain file. */
const fileAt = async (repository, commit, path) => {
	const args = [
		"--literal-pathspecs",
		"ls-tree",
		"-z",
		"--long",
		"--full-tree",
		commit,
		"--",
		path
	];
	const [, id, size] = entry.exec((await bytesOf(repository.folder, args)).toString()) ?? [];
	return id === void 0 ? void 0 : {
		id,
		size: Number(size)
	};
};
const textOf = async (repository, { id }) => (await bytesOf(repository.folder, [
	"cat-file",
	"blob",
	id
])).toString();
export { textOf as n, fileAt as t };
