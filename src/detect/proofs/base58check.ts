import { createHash } from "node:crypto";
import { checked } from "./checked.ts";
import type { Prover } from "./prover.ts";
import { publishedBy } from "./published.ts";

/** Digits of base58 by what uses them. */
const alphabets: Readonly<Record<string, string>> = {
  bitcoin: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
  ripple: "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz",
};

/** Longer texts are none of the keys that are written so. */
const longest = 256;

/** Bytes that a base58 text stands for, a leading zero digit being a zero byte; undefined where it is none. */
export const fromBase58 = (text: string, digits = alphabets["bitcoin"]!): Buffer | undefined => {
  if (text.length > longest) return undefined;
  let value = 0n;
  for (const character of text) {
    const digit = digits.indexOf(character);
    if (digit === -1) return undefined;
    value = value * 58n + BigInt(digit);
  }
  let zeros = 0;
  while (text[zeros] === digits[0]) zeros++;
  const hex = value === 0n ? "" : value.toString(16);
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, "hex")]);
};

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

const checksumLength = 4;

/** What base58check carries, version bytes first; undefined where the checksum fails. Source: Bitcoin wiki, "Base58Check encoding". */
export const fromBase58Check = (text: string, digits?: string): Buffer | undefined => {
  const bytes = fromBase58(text, digits);
  if (bytes === undefined || bytes.length <= checksumLength) return undefined;
  const body = bytes.subarray(0, -checksumLength);
  return sha256(sha256(body)).subarray(0, checksumLength).equals(bytes.subarray(-checksumLength)) ? body : undefined;
};

/** SHA-256, cut short, of the extended keys that BIP-32 lists as test vectors: tests of every wallet repeat them. */
const isPublished = publishedBy(
  (
    "9ff23bc99ee7 6ec5f0e63be5 412226a59787 7fa27c6487b7 027f15220e18 93e28cee01d3 fa146b83df55 401340acba06 " +
    "2243ae4c7301 42010a606042 37f4f4b83be2 58526faf0059 c3e981f8e1c6 4ec7efd0add0 e4cd88050076 bebe65f0e056 " +
    "c14aca8e6d6b 38f45b57d43a 86826de463a4 04a564938fd4 ed7bfe0ceae8 00860ac61212 75754388723d 9d61c593824c " +
    "ac17da3e1143"
  ).split(" "),
);

/**
 * Base58check: a checksum of four bytes, SHA-256 twice. Options: `versions`, how what it carries may begin, hexadecimal
 * and comma-separated; `alphabet`, `bitcoin` (the default) or `ripple`; `bonus`.
 */
export const proveBase58Check: Prover = ({ secret, options }) => {
  const body = fromBase58Check(secret, alphabets[String(options["alphabet"] ?? "bitcoin")]);
  const versions = String(options["versions"] ?? "").split(",");
  const holds = body !== undefined && versions.some((version) => body.toString("hex").startsWith(version));
  if (holds && isPublished(secret)) return { verdict: "fails", detail: "It is a test vector that BIP-32 publishes." };
  return checked(holds, options);
};
