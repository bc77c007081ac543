import { t as isJsonObject } from "./json-object.js";
import { t as checkDigest } from "./digest.js";
import { n as ImageError } from "./image-error.js";
// src/image/document.ts
/** Manifests, indexes and configurations beyond this are not read: 4 MiB is what registries must take (distribution specification 1.1, "Pushing Manifests"). */
const maxDocument = 4 << 20;
/** A whole file that must be small. */
const readDocument = async (file, most = maxDocument) => {
	if (file.size > most) throw new ImageError(`its ${file.size} bytes exceed the limit of ${most}`);
	const chunks = [];
	for await (const chunk of file.read()) chunks.push(chunk);
	return Buffer.concat(chunks);
};
const textOf = (value) => typeof value === "string" ? value : void 0;
const listOf = (value) => Array.isArray(value) ? value : [];
const textsOf = (value) => listOf(value).filter((item) => typeof item === "string");
const textMapOf = (value) => isJsonObject(value) ? Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === "string")) : {};
/** Parses a document of an image. Throws an ImageError for what is no JSON object. */
const parseDocument = (content) => {
	try {
		const value = JSON.parse(content.toString("utf8").replace(/^\ufeff/, ""));
		if (isJsonObject(value)) return value;
	} catch {}
	throw new ImageError("it is no JSON object");
};
const platformOf = (value) => {
	if (!isJsonObject(value)) return void 0;
	const [os, architecture, variant] = [
		value["os"],
		value["architecture"],
		value["variant"]
	].map(textOf);
	if (os === void 0 || architecture === void 0) return void 0;
	return {
		os,
		architecture,
		...variant ? { variant } : {}
	};
};
/** Reads a descriptor (image specification 1.1, descriptor.md). Throws an ImageError where a needed field is wrong. */
const descriptorOf = (value) => {
	if (!isJsonObject(value)) throw new ImageError("a descriptor in it is no JSON object");
	const digest = textOf(value["digest"]);
	const size = value["size"];
	if (digest === void 0) throw new ImageError("a descriptor in it has no digest");
	if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) throw new ImageError(`the descriptor of ${digest.slice(0, 100)} has no size`);
	const platform = platformOf(value["platform"]);
	const artifactType = textOf(value["artifactType"]);
	return {
		mediaType: textOf(value["mediaType"]) ?? "",
		digest,
		size,
		...platform === void 0 ? {} : { platform },
		...isJsonObject(value["annotations"]) ? { annotations: textMapOf(value["annotations"]) } : {},
		...artifactType === void 0 ? {} : { artifactType },
		...Array.isArray(value["urls"]) ? { urls: textsOf(value["urls"]) } : {}
	};
};
/** Reads and checks a document that a descriptor names. */
const verifiedDocument = async (read, descriptor) => {
	const check = checkDigest(descriptor.digest);
	const content = await read(descriptor);
	check.hash.update(content);
	check.verify("it");
	return content;
};
export { readDocument as a, textsOf as c, parseDocument as i, verifiedDocument as l, listOf as n, textMapOf as o, maxDocument as r, textOf as s, descriptorOf as t };
