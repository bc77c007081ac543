import { n as mediaKind, o as unpack, r as whyPassedOver } from "./media.js";
import { createHash } from "node:crypto";
// src/files/inspect-archive.ts
/** Unpacks an archive and scans its members. */
const inspectArchive = async (content, inspect) => {
	const found = [];
	const limited = [];
	const skipped = [];
	const look = (inner, member) => {
		const kind = mediaKind(member);
		if (kind !== void 0) skipped.push({
			what: kind,
			reason: whyPassedOver(kind)
		});
		const hits = kind === void 0 ? inspect(member) : [];
		if (hits.length > 0) found.push({
			inner,
			hits
		});
	};
	for await (const member of unpack(content)) {
		const { inner } = member;
		if (member.kind === "content") look(inner, member.content);
		else if (member.kind === "limit") limited.push({
			inner,
			reason: member.reason
		});
		else if (member.kind === "skipped") skipped.push({
			what: member.what,
			reason: member.reason
		});
		else skipped.push({
			what: "archive",
			reason: "damaged: scanned without unpacking the rest"
		});
	}
	return {
		found,
		limited,
		skipped
	};
};
// src/files/remembered.ts
/** So many contents are remembered; then it begins anew. */
const mostRemembered = 1 << 20;
/** Larger contents seldom come twice, and what is found in them may be much. */
const maxBytes = 4 << 20;
/** Scans each content once: the versions of a package hold the same files again and again. Collisions of SHA-256 cannot be made. */
const remembered = (inspect) => {
	const known = /* @__PURE__ */ new Map();
	return (content) => {
		if (content.length > maxBytes) return inspect(content);
		const key = createHash("sha256").update(content).digest("base64");
		const seen = known.get(key);
		if (seen !== void 0) return seen;
		if (known.size >= mostRemembered) known.clear();
		const hits = inspect(content);
		known.set(key, hits);
		return hits;
	};
};
export { inspectArchive as n, remembered as t };
