import { createPrivateKey, createPublicKey } from "node:crypto";
import type { Prover } from "./prover.ts";

/** PKCS#8 (RFC 8410) around the 32 bytes of an X25519 key. */
const x25519Prefix = Buffer.from("302e020100300506032b656e04220420", "hex");

/** `wg genkey` clamps its keys (RFC 7748, section 5), which one in 32 random values fits. */
const isClamped = (key: Buffer): boolean => key.length === 32 && (key[0]! & 7) === 0 && (key[31]! & 0xc0) === 0x40;

/** A private key of WireGuard: base64 of 32 clamped bytes; its public half is what peers list. */
export const proveWireguardKey: Prover = ({ secret }) => {
  const bytes = Buffer.from(secret, "base64");
  if (!isClamped(bytes)) return { verdict: "silent" };
  const key = createPrivateKey({ key: Buffer.concat([x25519Prefix, bytes]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "jwk" }).x ?? "";
  return {
    verdict: "holds",
    proof: "structural",
    facts: { keyType: "X25519", encrypted: false, publicKey: Buffer.from(publicKey, "base64url").toString("base64") },
  };
};
