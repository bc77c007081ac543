import { createHash } from "node:crypto";

/** Reads the data types of SSH (RFC 4251, section 5) in order; each read gives undefined once the bytes stop short. */
export interface WireReader {
  readonly uint32: () => number | undefined;
  readonly bytes: () => Buffer | undefined;
  readonly text: () => string | undefined;
}

export const wireReader = (source: Buffer): WireReader => {
  let at = 0;
  const uint32 = (): number | undefined => {
    if (at + 4 > source.length) return undefined;
    at += 4;
    return source.readUInt32BE(at - 4);
  };
  const bytes = (): Buffer | undefined => {
    const length = uint32();
    if (length === undefined || at + length > source.length) return undefined;
    at += length;
    return source.subarray(at - length, at);
  };
  return { uint32, bytes, text: () => bytes()?.toString("latin1") };
};

/** A string of SSH's wire format: four bytes of length, then the bytes. */
export const wireString = (value: Buffer | string): Buffer => {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** An unsigned number of SSH's wire format: no leading zeros but the one that keeps it positive. */
export const wireNumber = (bytes: Buffer): Buffer => {
  let first = 0;
  while (first < bytes.length && bytes[first] === 0) first++;
  const rest = bytes.subarray(first);
  return wireString((rest[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), rest]) : rest);
};

/** What `ssh-keygen -lf` shows of a public key blob. */
export const sshFingerprint = (blob: Buffer): string =>
  `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;
