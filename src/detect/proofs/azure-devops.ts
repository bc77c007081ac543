import { crc32 } from "node:zlib";
import { fromBase32 } from "./based.ts";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

/** Added to the checksum by exclusive or: of a user's token, of an application's. */
const masks = [0xe0b9692d, 0x1019f92e];

/** Where the four bytes of the checksum hide among the 32, least significant first. */
const hidden = [22, 8, 7, 2];

/** Source: github.com/microsoft/security-utilities, SEC101_102_AdoPat.cs. */
export const proveAzureDevops: Prover = ({ secret, options }) => {
  const bytes = fromBase32(secret);
  if (bytes === undefined || bytes.length !== 32) return checked(false, options);
  const covered = bytes.filter((_, index) => !hidden.includes(index));
  const sum = Buffer.from(hidden.map((index) => bytes[index]!)).readUInt32LE();
  return checked(
    masks.some((mask) => (crc32(covered) ^ mask) >>> 0 === sum),
    options,
  );
};
