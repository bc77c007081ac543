import { r as signature, t as imageStory } from "./image-story.js";
// src/report/places.ts
const spot = ({ path, line }) => `${line} ${path}`;
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
	if (location.kind === "layer" || location.kind === "config") return imageStory(location);
	if (location.kind === "commit") return originStory(location);
	return location.kind === "message" ? messageStory(location) : fileStory(location, inHistory);
};
const turns = [
	["commit", "message"],
	["file"],
	["layer", "config"]
];
const turnOf = ({ kind }) => turns.findIndex((kinds) => kinds.includes(kind));
/** What brought it in comes first, as reported; files follow by path and line, then images as reported. */
const inReadingOrder = (a, b) => {
	const difference = turnOf(a) - turnOf(b);
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
export { placesOf as t };
