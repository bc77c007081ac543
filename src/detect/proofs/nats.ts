import { fromBase32 } from "./based.ts";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

/** CRC-16/XMODEM: polynomial 0x1021, no reflection, start 0. */
export const crc16 = (bytes: Uint8Array): number => {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? ((sum << 1) ^ 0x1021) & 0xffff : sum << 1;
  }
  return sum;
};

const kinds: Readonly<Record<string, string>> = {
  O: "operator",
  A: "account",
  U: "user",
  N: "server",
  C: "cluster",
  X: "curve",
};

/** Seeds of nkeys: base32, the last two bytes CRC-16 of the others, least significant first. Source: nats-io/nkeys. */
export const proveNats: Prover = ({ secret, options }) => {
  const bytes = fromBase32(secret);
  if (bytes === undefined || bytes.length < 3) return checked(false, options);
  const evidence = checked(crc16(bytes.subarray(0, -2)) === bytes.readUInt16LE(bytes.length - 2), options);
  const kind = kinds[secret[1] ?? ""];
  return evidence.verdict === "holds" && kind !== undefined ? { ...evidence, facts: { kind } } : evidence;
};
