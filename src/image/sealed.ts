import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { LayerHit } from "./found.ts";
import type { ShadowPaths } from "./shadow.ts";

/** What was found out about a layer: all that a later run needs of it. */
export interface Known {
  readonly hits: readonly LayerHit[];
  readonly paths: ShadowPaths;
}

/**
 * Sealed by a key that is made of the layer as it is stored (`DigestCheck.key`): whoever has the key has the layer, and so all that
 * is in it. Nobody else learns a value, or a name, from what is sealed.
 */
export type Sealed = Buffer;

const cipher = "aes-256-gcm";
const [nonceBytes, tagBytes, lengthBytes] = [12, 16, 4] as const;

/** More is not remembered, and not unpacked. */
const maxHits = 64 << 20;
const maxSealed = 8 << 20;

/** Undefined for what is too much. */
export const seal = ({ hits, paths }: Known, key: Uint8Array): Sealed | undefined => {
  const told = Buffer.from(JSON.stringify(hits));
  if (told.length > maxHits) return undefined;
  const packed = deflateRawSync(told);
  if (packed.length + paths.byteLength > maxSealed) return undefined;
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(packed.length);
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce);
  const parts = [length, packed, Buffer.from(paths.buffer, paths.byteOffset, paths.byteLength)];
  const body = [...parts.map((part) => sealing.update(part)), sealing.final()];
  return Buffer.concat([nonce, sealing.getAuthTag(), ...body]);
};

const opened = (sealed: Sealed, key: Uint8Array): Buffer => {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes));
  opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]);
};

const isAscending = (paths: ShadowPaths): boolean => paths.every((path, i) => i === 0 || paths[i - 1]! <= path);

/** Undefined where it was sealed by another key, or by a machine that writes numbers in another way. */
export const unseal = (sealed: Sealed, key: Uint8Array): Known | undefined => {
  try {
    const body = opened(sealed, key);
    const end = lengthBytes + body.readUInt32LE(0);
    const told = inflateRawSync(body.subarray(lengthBytes, end), { maxOutputLength: maxHits });
    const paths = new Float64Array(new Uint8Array(body.subarray(end)).buffer);
    return isAscending(paths) ? { hits: JSON.parse(told.toString("utf8")), paths } : undefined;
  } catch {
    return undefined;
  }
};
