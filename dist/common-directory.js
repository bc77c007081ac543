import { readFileSync } from "node:fs";
import { resolve } from "node:path";
// src/git/common-directory.ts
/** Where the objects and refs lie that all work trees of a repository share (gitrepository-layout, "commondir"): its git directory, or what a linked work tree's names. */
const commonDirectory = ({ gitDirectory }) => {
	try {
		return resolve(gitDirectory, readFileSync(resolve(gitDirectory, "commondir"), "utf8").replace(/[\r\n]+$/, ""));
	} catch (error) {
		if (error.code === "ENOENT") return gitDirectory;
		throw error;
	}
};
export { commonDirectory as t };
