import { n as ImageError } from "./image-error.js";
import { createHash } from "node:crypto";
// src/image/digest.ts
/** Registered algorithms and the digits of their digests (OCI image specification 1.1, descriptor.md, "Registered algorithms"). */
const algorithms = {
	sha256: 64,
	sha512: 128
};
const parseDigest = (digest) => {
	const at = digest.indexOf(":");
	const [algorithm, hex] = [digest.slice(0, at), digest.slice(at + 1)];
	return (Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : void 0) === hex.length && /^[0-9a-f]+$/.test(hex) ? {
		algorithm,
		hex
	} : void 0;
};
const maxShown = 100;
const label = "tidewaiter: key of a content";
/** Throws an ImageError for a digest that is none. */
const checkDigest = (digest) => {
	const parsed = parseDigest(digest);
	if (parsed === void 0) throw new ImageError(`its digest ${JSON.stringify(digest.slice(0, maxShown))} is none that can be checked`);
	const hash = createHash(parsed.algorithm);
	let key;
	return {
		hash,
		key: () => key,
		verify: (what) => {
			const labelled = hash.copy().update(label).digest();
			const found = hash.digest("hex");
			if (found !== parsed.hex) throw new ImageError(`${what} is not what its digest names: it has ${parsed.algorithm}:${found}`);
			key = labelled.subarray(0, 32);
		}
	};
};
const sha256Of = (content) => `sha256:${createHash("sha256").update(content).digest("hex")}`;
export { parseDigest as n, sha256Of as r, checkDigest as t };
