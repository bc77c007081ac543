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
// src/report/signature.ts
/** Digits of a commit id that a reader sees. */
const shortDigits = 10;
const shortCommit = (id) => id.slice(0, shortDigits);
/** The name of `Name <address>`; the address when there is no name. */
const nameOf = (author) => author.replace(/\s*<[^>]*>\s*$/, "") || author;
/** `1a2b3c4d5e, Jane Doe, 2026-01-31`: as much of it as is known. */
const signature = ({ commit, author, date }) => [
	commit === void 0 ? "" : shortCommit(commit),
	nameOf(author ?? ""),
	(date ?? "").slice(0, 10)
].filter(Boolean).join(", ");
// src/report/image-story.ts
/** `sha256:0123456789ab`. */
const shortDigest = (digest) => digest.replace(/^([^:]+:[0-9a-f]{12}).*$/, "$1").slice(0, 32);
const layerWords = ({ layer, layerNumber, layerCount }) => {
	if (layerNumber === void 0) return "";
	return `layer ${layerNumber}${layerCount === void 0 ? "" : ` of ${layerCount}`}${layer === void 0 ? "" : ` (${shortDigest(layer)})`}`;
};
const removedWords = ({ how, layer, instruction }) => `${how} in layer ${layer}${instruction === void 0 ? "" : ` by ${instruction}`}, but still in the image for whoever pulls it`;
const dockerfileWords = ({ dockerfile }) => dockerfile === void 0 ? "" : ` (${dockerfile.path}:${dockerfile.line})`;
/** Where in an image a secret stands and how it came there. */
const imageStory = (location) => {
	const { image, platform, instruction, removed, present, base, kind, commit } = location;
	const made = instruction ?? (location.dockerfile === void 0 ? "" : "an instruction");
	return [
		`image ${image}`,
		platform ?? "",
		layerWords(location),
		made === "" ? "" : `from ${made}${dockerfileWords(location)}`,
		base === void 0 ? "" : `part of the base image ${base}`,
		removed === void 0 ? "" : removedWords(removed),
		commit === void 0 ? "" : `in commit ${signature(location)}`,
		kind === "layer" && present === true ? "still in the final image" : ""
	].filter(Boolean);
};
export { within as a, cutText as i, shortCommit as n, withoutMiddle as o, signature as r, imageStory as t };
