import { a as formatSeconds, n as enumerate, r as formatBytes, t as countOf } from "./amounts.js";
// src/report/coverage-words.ts
/** What was looked at, in one line: `3 refs, 120 commits and 900 objects: 4.2 MB in 1.2 s`. */
const lookedAt = ({ refs, commits, objects, files, layers, bytes, seconds }) => {
	const counts = [
		refs > 0 ? countOf(refs, "ref") : "",
		commits > 0 ? countOf(commits, "commit") : "",
		objects > 0 ? countOf(objects, "object") : "",
		files > 0 ? countOf(files, "file") : "",
		layers > 0 ? countOf(layers, "layer") : ""
	].filter(Boolean);
	return `${counts.length === 0 ? "nothing" : enumerate(counts)}: ${formatBytes(bytes)} in ${formatSeconds(seconds)}`;
};
/** Whether a repository was among what was looked at. */
const sawHistory = ({ refs, commits, objects }) => refs + commits + objects > 0;
export { sawHistory as n, lookedAt as t };
