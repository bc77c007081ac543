import { createECDH, createPrivateKey } from "node:crypto";
import type { Facts } from "../../finding.ts";
import { sshBlob } from "./key-object.ts";
import { sshFingerprint, type WireReader, wireReader } from "./ssh-wire.ts";

/** What the container of OpenSSH says of its key. */
export interface OpenSshKey {
  readonly facts: Facts;
  readonly encrypted: boolean;
  /** Whether the private half was read and fits the public one. */
  readonly holds: boolean;
}

const magic = "openssh-key-v1\0";

const curves: Readonly<Record<string, string>> = {
  nistp256: "prime256v1",
  nistp384: "secp384r1",
  nistp521: "secp521r1",
};

const number = (bytes: Buffer | undefined): bigint => BigInt(`0x${bytes?.toString("hex") || "0"}`);

const bitsOf = (type: string, blob: Buffer): number | undefined => {
  const reader = wireReader(blob);
  reader.bytes();
  if (type === "ssh-rsa") reader.bytes();
  const modulus = type === "ssh-rsa" || type === "ssh-dss" ? reader.bytes() : undefined;
  return modulus === undefined ? undefined : number(modulus).toString(2).length;
};

/** PKCS#8 (RFC 8410) around the seed of an Ed25519 key. */
const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

const ed25519Holds = (reader: WireReader): boolean => {
  const [publicHalf, privateHalf] = [reader.bytes(), reader.bytes()];
  if (publicHalf?.length !== 32 || privateHalf?.length !== 64) return false;
  const der = Buffer.concat([ed25519Prefix, privateHalf.subarray(0, 32)]);
  const derived = sshBlob(createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({ format: "jwk" }));
  return derived?.subarray(-32).equals(publicHalf) === true;
};

const ecdsaHolds = (reader: WireReader): boolean => {
  const [curve, point, scalar] = [reader.text(), reader.bytes(), reader.bytes()];
  const name = curves[curve ?? ""];
  if (name === undefined || point === undefined || scalar === undefined || scalar.length > 67) return false;
  const pair = createECDH(name);
  pair.setPrivateKey(scalar[0] === 0 ? scalar.subarray(1) : scalar);
  return pair.getPublicKey().equals(point);
};

const rsaHolds = (reader: WireReader): boolean => {
  const [modulus, , , , p, q] = Array.from({ length: 6 }, () => reader.bytes());
  return p !== undefined && q !== undefined && number(modulus) === number(p) * number(q);
};

const privateHalfHolds = (type: string, bytes: Buffer): boolean => {
  const reader = wireReader(bytes);
  const check = reader.uint32();
  if (check === undefined || check !== reader.uint32() || reader.text() !== type) return false;
  if (type === "ssh-rsa") return rsaHolds(reader);
  if (type === "ssh-ed25519") return ed25519Holds(reader);
  return type.startsWith("ecdsa-sha2-") && ecdsaHolds(reader);
};

const keyNames: Readonly<Record<string, string>> = { "ssh-rsa": "RSA", "ssh-dss": "DSA", "ssh-ed25519": "ED25519" };

/** Source: PROTOCOL.key of OpenSSH. Undefined for what is no such container; throws what node:crypto throws. */
export const readOpenSshKey = (body: Buffer): OpenSshKey | undefined => {
  if (body.toString("latin1", 0, magic.length) !== magic) return undefined;
  const reader = wireReader(body.subarray(magic.length));
  const [cipher, kdf, , count, blob, privateHalf] = [
    reader.text(),
    reader.text(),
    reader.bytes(),
    reader.uint32(),
    reader.bytes(),
    reader.bytes(),
  ];
  const type = blob === undefined ? undefined : wireReader(blob).text();
  if (
    privateHalf === undefined ||
    blob === undefined ||
    count !== 1 ||
    type === undefined ||
    !/^[\w@.-]{3,60}$/.test(type)
  )
    return undefined;
  const encrypted = cipher !== "none";
  const bits = bitsOf(type, blob);
  const curve = /^ecdsa-sha2-nistp(\d+)$/.exec(type)?.[1];
  return {
    encrypted,
    holds: !encrypted && privateHalfHolds(type, privateHalf),
    facts: {
      keyType: keyNames[type] ?? (curve === undefined ? type : "EC"),
      ...(bits === undefined ? {} : { bits }),
      ...(curve === undefined ? {} : { curve: `P-${curve}` }),
      encrypted,
      ...(encrypted ? { cipher: cipher!.slice(0, 60), kdf: (kdf ?? "").slice(0, 60) } : {}),
      publicKeyFingerprint: sshFingerprint(blob),
    },
  };
};
