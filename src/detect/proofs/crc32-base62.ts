import { crc32 } from "node:zlib";
import type { Prover } from "./prover.ts";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const width = 6;

/** The checksum that ends tokens of GitHub, npm and Vercel: CRC-32 of the body in base62, six digits. */
export const crc32Base62 = (body: string): string => {
  let rest = crc32(Buffer.from(body, "latin1"));
  let text = "";
  for (let i = 0; i < width; i++) {
    text = digits[rest % 62] + text;
    rest = Math.floor(rest / 62);
  }
  return text;
};

/**
 * Source: github.blog, "Behind GitHub's new authentication token formats", 2021-04-05. Options: `skip`, the length of
 * the prefix that the checksum does not cover; `bonus`, when not every token of the kind carries it.
 */
export const proveCrc32Base62: Prover = ({ secret, options }) => {
  const body = secret.slice(Number(options["skip"] ?? 0), -width);
  if (crc32Base62(body) === secret.slice(-width)) return { verdict: "holds", detail: "Its checksum holds." };
  return options["bonus"] === true
    ? { verdict: "unknown" }
    : { verdict: "fails", detail: "Its checksum does not hold: a made-up or damaged value." };
};
