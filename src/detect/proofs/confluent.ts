import { crc32 } from "node:zlib";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

const prefix = "cflt".length;
const width = 6;

/** Six digits of base64 over the body: CRC-32, least significant byte first. */
export const confluentChecksum = (body: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(Buffer.from(body, "latin1")));
  return bytes.toString("base64").slice(0, width);
};

export const proveConfluent: Prover = ({ secret, options }) =>
  checked(confluentChecksum(secret.slice(prefix, -width)) === secret.slice(-width), options);
