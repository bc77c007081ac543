import { fromBase32 } from "./based.ts";
import { checked } from "./checked.ts";
import { crc16 } from "./nats.ts";
import type { Prover } from "./prover.ts";

/** The version byte of a secret seed, which makes it begin with `S`. */
const secretSeed = 18 << 3;

/**
 * A secret seed of Stellar: base32 of a version, 32 bytes and their CRC-16, least significant byte first.
 * Source: stellar-protocol, SEP-23.
 */
export const proveStrkey: Prover = ({ secret, options }) => {
  const bytes = fromBase32(secret);
  if (bytes?.length !== 35 || bytes[0] !== secretSeed) return checked(false, options);
  return checked(crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2), options);
};
