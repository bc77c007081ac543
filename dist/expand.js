import { t as isPath } from "./open.js";
import { isAbsolute, join } from "node:path";
import { readdir } from "node:fs/promises";
// src/image/expand.ts
const maxEntries = 2e5;
const maxDepth = 20;
const isGlob = (name) => /[*?]/.test(name);
/** Paths of files below a folder, with slashes; never through links. */
const filesBelow = async (folder) => {
	const files = [];
	let entries = 0;
	let isWhole = true;
	const take = async (entry, path, depth) => {
		if (entry.isFile()) files.push(path);
		else if (!entry.isDirectory() || entry.name === ".git") return;
		else if (depth < maxDepth) await search(path, depth + 1);
		else isWhole = false;
	};
	const search = async (below, depth) => {
		const listed = await readdir(join(folder, below), { withFileTypes: true }).catch(() => {
			isWhole = false;
			return [];
		});
		for (const entry of listed) {
			if (++entries > maxEntries) {
				isWhole = false;
				return;
			}
			await take(entry, below === "" ? entry.name : `${below}/${entry.name}`, depth);
		}
	};
	await search("", 0);
	return {
		files: files.sort(),
		isWhole
	};
};
/** As a path that is told from a name in a registry by how it begins. */
const asPath = (folder, name) => {
	const path = isAbsolute(name) ? name : join(folder, name);
	return /^[./~\\]/.test(path) || isAbsolute(path) ? path : `./${path}`;
};
/**
* Names of images as a list has them: archives and layouts relative to a folder, globs of archives, names in registries.
* A glob that matches nothing, or among files that could not all be listed, stays, so that it is missed.
*/
const expandImages = async (names, folder, compileGlob) => {
	const expanded = [];
	const { files, isWhole } = names.some(isGlob) ? await filesBelow(folder) : {
		files: [],
		isWhole: true
	};
	for (const name of names) if (isGlob(name)) {
		const matches = compileGlob(name.replace(/^\.\//, ""));
		const found = files.filter(matches);
		expanded.push(...found.map((file) => asPath(folder, file)));
		if (found.length === 0 || !isWhole) expanded.push(asPath(folder, name));
	} else expanded.push(await isPath(name, folder) ? asPath(folder, name) : name);
	return [...new Set(expanded)];
};
export { expandImages };
