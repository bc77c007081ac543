// src/report/cut-text.ts
const isHighSurrogate = (unit) => unit >= 55296 && unit < 56320;
const isLowSurrogate = (unit) => unit >= 56320 && unit < 57344;
/** The first `size` UTF-16 units of a text, one less where that would split a surrogate pair. */
const cutText = (text, size) => {
	const end = Math.max(0, Math.min(size, text.length));
	return text.slice(0, end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
};
/** A text of at most `size` UTF-16 units; what is cut ends in an ellipsis. */
const within = (text, size) => text.length <= size ? text : `${cutText(text, size - 1)}…`;
/** A long text without its middle: beginning and end tell a path best. */
const withoutMiddle = (text, size) => {
	if (text.length <= size) return text;
	const half = Math.floor((size - 1) / 2);
	const start = text.length - half;
	return `${cutText(text, half)}…${text.slice(isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start)}`;
};
// src/report/places.ts
/** Digits of a commit id that a reader sees. */
const shortDigits = 10;
const shortCommit = (id) => id.slice(0, shortDigits);
/** The name of `Name <address>`; the address when there is no name. */
const nameOf = (author) => author.replace(/\s*<[^>]*>\s*$/, "") || author;
const spot = ({ path, line }) => `${line} ${path}`;
/** `1a2b3c4d5e, Jane Doe, 2026-01-31`: as much of it as is known. */
const signature = ({ commit, author, date }) => [
	commit === void 0 ? "" : shortCommit(commit),
	nameOf(author ?? ""),
	(date ?? "").slice(0, 10)
].filter(Boolean).join(", ");
const originStory = (location) => {
	const by = signature(location);
	return [
		by === "" ? "" : `brought in by ${by}`,
		location.present === true ? "still in HEAD" : location.reachable === true ? "gone from HEAD" : "",
		location.reachable === false ? "no ref reaches it" : ""
	].filter(Boolean);
};
const messageStory = (location) => {
	const of = signature(location);
	return [of === "" ? "" : `of ${of}`, location.reachable === false ? "no ref reaches it" : ""].filter(Boolean);
};
const fileStory = (location, inHistory) => {
	if (location.commit !== void 0) return [location.present === false ? "gone from HEAD" : "in HEAD"];
	return inHistory ? ["not yet committed"] : [];
};
const storyOf = (location, inHistory) => {
	if (location.kind === "commit") return originStory(location);
	return location.kind === "message" ? messageStory(location) : fileStory(location, inHistory);
};
/** What brought it in comes first, as reported; files follow by path and line. */
const inReadingOrder = (a, b) => {
	const difference = Number(a.kind === "file") - Number(b.kind === "file");
	if (difference !== 0 || a.kind !== "file") return difference;
	return a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;
};
/**
* The places of a finding. A file of HEAD that shows the secret on the line on which a commit brought it in is told with
* that commit; `inHistory` says whether the scan knew a repository, so that a file outside it is worth a word.
*/
const placesOf = (locations, inHistory) => {
	const origins = new Set(locations.filter(({ kind }) => kind === "commit").map(spot));
	const told = ({ kind, commit, present, ...rest }) => kind === "file" && commit !== void 0 && present !== false && origins.has(spot({
		kind,
		...rest
	}));
	return locations.filter((location) => !told(location)).sort(inReadingOrder).map((location) => ({
		location,
		story: storyOf(location, inHistory)
	}));
};
export { withoutMiddle as a, within as i, shortCommit as n, cutText as r, placesOf as t };
