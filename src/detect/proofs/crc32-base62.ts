import { crc32 } from "node:zlib";
import { base62, inDigits } from "./based.ts";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";

const width = 6;

/** The checksum that ends tokens of GitHub, npm and Vercel: CRC-32 of the body in base62, six digits. */
export const crc32Base62 = (body: string): string => inDigits(crc32(Buffer.from(body, "latin1")), base62, width);

/**
 * Source: github.blog, "Behind GitHub's new authentication token formats", 2021-04-05. Options: `skip`, the length of
 * the prefix that the checksum does not cover; `separator`, how many characters between the covered part and the
 * digits; `bonus`, when not every token of the kind carries it.
 */
export const proveCrc32Base62: Prover = ({ secret, options }) => {
  const covered = secret.slice(Number(options["skip"] ?? 0), -width - Number(options["separator"] ?? 0));
  return checked(crc32Base62(covered) === secret.slice(-width), options);
};
