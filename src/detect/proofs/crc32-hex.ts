import { crc32 } from "node:zlib";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

const width = 8;

/** CRC-32 in eight hexadecimal digits, lower case; `little` writes its least significant byte first. */
export const crc32Hex = (covered: string, little: boolean): string => {
  const bytes = Buffer.alloc(4);
  const sum = crc32(Buffer.from(covered, "latin1"));
  if (little) bytes.writeUInt32LE(sum);
  else bytes.writeUInt32BE(sum);
  return bytes.toString("hex");
};

/**
 * Eight hexadecimal digits at the end. Options: `skip`, the length of the prefix that the checksum does not cover;
 * `separator`, how many characters between the covered part and the digits; `little`; `upper`; `bonus`.
 * Grafana covers its prefix (least significant byte first), Zuplo its body alone, Atlassian all before (upper case).
 */
export const proveCrc32Hex: Prover = ({ secret, options }) => {
  const covered = secret.slice(Number(options["skip"] ?? 0), -width - Number(options["separator"] ?? 0));
  const sum = crc32Hex(covered, options["little"] === true);
  return checked((options["upper"] === true ? sum.toUpperCase() : sum) === secret.slice(-width), options);
};
