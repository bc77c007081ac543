import { createHash, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from "node:crypto";
import type { Facts } from "../../finding.ts";
import { sshFingerprint, wireNumber, wireString } from "./ssh-wire.ts";

/** What a private key that decodes is. */
export interface KeyDescription {
  readonly facts: Facts;
  /** Whether the private half fits the public one. */
  readonly holds: boolean;
}

const curveNames: Readonly<Record<string, string>> = {
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
};
const sshCurves: Readonly<Record<string, string>> = { "P-256": "nistp256", "P-384": "nistp384", "P-521": "nistp521" };

const decode = (text: string | undefined): Buffer => Buffer.from(text ?? "", "base64url");
const toNumber = (text: string | undefined): bigint => BigInt(`0x${decode(text).toString("hex") || "0"}`);

/** The public key as SSH writes it (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4). */
export const sshBlob = (key: JsonWebKey): Buffer | undefined => {
  if (key.kty === "RSA")
    return Buffer.concat([wireString("ssh-rsa"), wireNumber(decode(key.e)), wireNumber(decode(key.n))]);
  if (key.kty === "OKP" && key.crv === "Ed25519")
    return Buffer.concat([wireString("ssh-ed25519"), wireString(decode(key.x))]);
  const curve = key.kty === "EC" ? sshCurves[key.crv ?? ""] : undefined;
  if (curve === undefined) return undefined;
  const point = Buffer.concat([Buffer.from([4]), decode(key.x), decode(key.y)]);
  return Buffer.concat([wireString(`ecdsa-sha2-${curve}`), wireString(curve), wireString(point)]);
};

const asJwk = (key: KeyObject): JsonWebKey | undefined => {
  try {
    return key.export({ format: "jwk" });
  } catch {
    return undefined; // DSA, DH and rare curves have no such form
  }
};

const signsAndVerifies = (key: KeyObject, publicKey: KeyObject): boolean => {
  const digest = /^ed(?:25519|448)$/.test(key.asymmetricKeyType ?? "") ? undefined : "sha256";
  try {
    const message = Buffer.from("tidewaiter");
    return verify(digest, message, publicKey, sign(digest, message, key));
  } catch {
    return false;
  }
};

const fits = (key: KeyObject, publicKey: KeyObject, jwk: JsonWebKey | undefined): boolean => {
  const type = key.asymmetricKeyType ?? "";
  if (type.startsWith("rsa")) return jwk !== undefined && toNumber(jwk.n) === toNumber(jwk.p) * toNumber(jwk.q);
  return type === "x25519" || type === "x448" || signsAndVerifies(key, publicKey);
};

/** Type, size and public fingerprints of a key, and whether its halves belong together. Throws what node:crypto throws. */
export const describeKey = (key: KeyObject): KeyDescription => {
  const publicKey = createPublicKey(key);
  const jwk = asJwk(key);
  const blob = jwk === undefined ? undefined : sshBlob(jwk);
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  const spki = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
  return {
    facts: {
      keyType: (key.asymmetricKeyType ?? "unknown").toUpperCase(),
      ...(modulusLength === undefined ? {} : { bits: modulusLength }),
      ...(namedCurve === undefined ? {} : { curve: curveNames[namedCurve] ?? namedCurve }),
      encrypted: false,
      ...(blob === undefined ? {} : { publicKeyFingerprint: sshFingerprint(blob) }),
      publicKeySha256: spki,
    },
    holds: fits(key, publicKey, jwk),
  };
};
