import { createPrivateKey, createPublicKey } from "node:crypto";
import { fromBase58 } from "./base58check.ts";
import type { Prover } from "./prover.ts";

/** PKCS#8 (RFC 8410) around the 32 bytes of an Ed25519 seed. */
const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

const keyLength = 32;

const publicHalf = (seed: Buffer): Buffer => {
  const key = createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: "der", type: "pkcs8" });
  return Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
};

/** Bytes from base58, or from a list of numbers in brackets, as Solana's tools write a file. */
const bytesOf = (text: string): Buffer | undefined => {
  if (!text.startsWith("[")) return fromBase58(text);
  const numbers = text.match(/\d{1,3}/g)?.map(Number) ?? [];
  return numbers.every((number) => number < 256) ? Buffer.from(numbers) : undefined;
};

/** 64 bytes of which the second half is the public key of the first: a key of Solana or NEAR, beyond doubt. */
export const proveEd25519Pair: Prover = ({ secret }) => {
  const bytes = bytesOf(secret);
  if (bytes?.length !== 2 * keyLength) return { verdict: "silent" };
  const [seed, publicKey] = [bytes.subarray(0, keyLength), bytes.subarray(keyLength)];
  if (!publicHalf(seed).equals(publicKey)) return { verdict: "silent" };
  return {
    verdict: "holds",
    detail: "Its public half belongs to its private one.",
    facts: { keyType: "Ed25519", encrypted: false },
  };
};
