import { createHash, type Hash } from "node:crypto";
import { ImageError } from "./image-error.ts";

/** Registered algorithms and the digits of their digests (OCI image specification 1.1, descriptor.md, "Registered algorithms"). */
const algorithms: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 };

export interface ParsedDigest {
  readonly algorithm: string;
  readonly hex: string;
}

export const parseDigest = (digest: string): ParsedDigest | undefined => {
  const at = digest.indexOf(":");
  const [algorithm, hex] = [digest.slice(0, at), digest.slice(at + 1)];
  const digits = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
  return digits === hex.length && /^[0-9a-f]+$/.test(hex) ? { algorithm, hex } : undefined;
};

const maxShown = 100;

/** A running hash that knows what it should come to. */
export interface DigestCheck {
  readonly hash: Hash;
  /** Throws an ImageError unless what was hashed is what the digest names. */
  readonly verify: (what: string) => void;
  /**
   * Once it was verified: 32 bytes that nobody can tell without what was hashed. They are a hash of it with a label behind it, which its
   * digest does not lead to: what goes on from a digest goes on from its padding, and the label is none.
   */
  readonly key: () => Uint8Array | undefined;
}

const label = "tidewaiter: key of a content";

/** Throws an ImageError for a digest that is none. */
export const checkDigest = (digest: string): DigestCheck => {
  const parsed = parseDigest(digest);
  if (parsed === undefined)
    throw new ImageError(`its digest ${JSON.stringify(digest.slice(0, maxShown))} is none that can be checked`);
  const hash = createHash(parsed.algorithm);
  let key: Uint8Array | undefined;
  return {
    hash,
    key: () => key,
    verify: (what) => {
      const labelled = hash.copy().update(label).digest();
      const found = hash.digest("hex");
      if (found !== parsed.hex)
        throw new ImageError(`${what} is not what its digest names: it has ${parsed.algorithm}:${found}`);
      key = labelled.subarray(0, 32);
    },
  };
};

export const sha256Of = (content: Uint8Array): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;
