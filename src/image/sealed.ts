import { deflateRawSync, inflateRawSync } from "node:zlib";
import { sealed as sealedBy, unsealed } from "../cache/sealing.ts";
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

const lengthBytes = 4;

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
  return sealedBy(Buffer.concat([length, packed, Buffer.from(paths.buffer, paths.byteOffset, paths.byteLength)]), key);
};

const isAscending = (paths: ShadowPaths): boolean => paths.every((path, i) => i === 0 || paths[i - 1]! <= path);

/** Undefined where it was sealed by another key, or by a machine that writes numbers in another way. */
export const unseal = (sealed: Sealed, key: Uint8Array): Known | undefined => {
  try {
    const body = unsealed(sealed, key);
    const end = lengthBytes + body.readUInt32LE(0);
    const told = inflateRawSync(body.subarray(lengthBytes, end), { maxOutputLength: maxHits });
    const paths = new Float64Array(new Uint8Array(body.subarray(end)).buffer);
    return isAscending(paths) ? { hits: JSON.parse(told.toString("utf8")), paths } : undefined;
  } catch {
    return undefined;
  }
};
