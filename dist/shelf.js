import { f as isAbsent, r as maxBaseline } from "./judging.js";
import { r as maxConfiguration } from "./configuration.js";
import { s as UsageError } from "./closest.js";
import { join } from "node:path";
import { open } from "node:fs/promises";
// src/command-line/shelf.ts
const readBounded = async (path, most) => {
	const handle = await open(path, "r");
	try {
		const { size } = await handle.stat();
		if (size > most) throw new UsageError(`${path}: its ${size} bytes are more than the ${most} that are read`);
		return await handle.readFile("utf8");
	} finally {
		await handle.close();
	}
};
/** A file that somebody named: without it there is no run. */
const readNamed = async (path, what) => {
	try {
		return await readBounded(path, what === "baseline" ? maxBaseline : maxConfiguration);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		const reason = isAbsent(error) ? "there is no such file" : error.message;
		throw new UsageError(`${what} ${path}: ${reason}`, { cause: error });
	}
};
/** Files below a folder; the configuration's own limit is the parser's. */
const readIfThere = (folder) => async (file) => {
	try {
		return await readBounded(join(folder, file), maxBaseline);
	} catch (error) {
		if (isAbsent(error)) return void 0;
		throw error instanceof UsageError ? error : new UsageError(`${file}: ${error.message}`, { cause: error });
	}
};
/** On disk: `folder` is the top of what is scanned; what flags and variables name is relative to the working directory. */
const shelfAt = (folder) => {
	const inRepository = readIfThere(folder);
	const named = async (path, what, from) => {
		if (from !== "configuration") return readNamed(path, what);
		const text = await inRepository(path);
		if (text === void 0) throw new UsageError(`${what} ${path}: there is no such file in the repository`);
		return text;
	};
	return {
		inRepository,
		named
	};
};
export { shelfAt as t };
