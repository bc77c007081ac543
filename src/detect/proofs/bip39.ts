import { createHash } from "node:crypto";
import { bip39Words } from "./bip39-words.ts";
import { decodedWrong } from "./checked.ts";
import type { Prover } from "./prover.ts";
import { publishedBy } from "./published.ts";

const places: ReadonlyMap<string, number> = new Map(bip39Words.map((word, place) => [word, place]));

const bitsPerWord = 11;

/** Bits of the checksum for each word: 4 of 132 for twelve words, 8 of 264 for twenty-four. */
const wordsPerChecksumBit = 3;

/** Entropy and checksum as text of ones and zeros; undefined where a word is none of the list. */
const bitsOf = (words: readonly string[]): string | undefined => {
  let bits = "";
  for (const word of words) {
    const place = places.get(word);
    if (place === undefined) return undefined;
    bits += place.toString(2).padStart(bitsPerWord, "0");
  }
  return bits;
};

const bytesOf = (bits: string): Buffer =>
  Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);

/** Entropy of the vectors that BIP-39 publishes repeats a byte or two. */
const isVector = (entropy: Buffer): boolean => new Set(entropy).size <= 2;

/** SHA-256 of the phrase from which Hardhat, Foundry and Ganache make everybody's development accounts. */
const isDevelopmentPhrase = publishedBy([
  "f79cd64f9cea237897b8133e4b905b361c6f166faa5a1c64c32280938f5b707e",
  "9c5d0a6656e5d3f36601d0bf98762be09bad5d7b164382c1d6c826324d6d599a",
]);

const checksumHolds = (words: readonly string[], bits: string): boolean => {
  const checksum = words.length / wordsPerChecksumBit;
  const sum = createHash("sha256")
    .update(bytesOf(bits.slice(0, -checksum)))
    .digest()[0]!;
  return sum.toString(2).padStart(8, "0").slice(0, checksum) === bits.slice(-checksum);
};

/** A phrase of 12, 15, 18, 21 or 24 words of the English list with its checksum: BIP-39, "Generating the mnemonic". */
export const proveBip39: Prover = ({ secret }) => {
  const words = secret.split(/[\s,]+/);
  const bits = words.length % wordsPerChecksumBit === 0 && words.length >= 12 ? bitsOf(words) : undefined;
  if (bits === undefined) return { verdict: "silent" };
  if (!checksumHolds(words, bits)) return decodedWrong;
  if (isVector(bytesOf(bits.slice(0, -words.length / wordsPerChecksumBit))))
    return { verdict: "fails", detail: "It is a test vector that BIP-39 publishes." };
  if (isDevelopmentPhrase(words.join(" ")))
    return { verdict: "fails", detail: "It is the phrase of development chains, which everybody has." };
  return { verdict: "holds", detail: "Its checksum holds.", facts: { words: words.length } };
};
