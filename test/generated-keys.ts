import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { wireNumber, wireString } from "../src/detect/proofs/ssh-wire.ts";

/** RSA takes long to generate: one key serves all tests of a file. */
let rsa: KeyObject | undefined;
export const rsaKey = (): KeyObject => {
  rsa ??= generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
  return rsa;
};

export const ecKey = (namedCurve = "P-256"): KeyObject => generateKeyPairSync("ec", { namedCurve }).privateKey;
export const edKey = (): KeyObject => generateKeyPairSync("ed25519").privateKey;

export const pem = (key: KeyObject, type: "pkcs1" | "sec1" | "pkcs8", passphrase?: string): string =>
  key
    .export({
      format: "pem",
      type,
      ...(passphrase === undefined ? {} : { cipher: "aes-128-cbc", passphrase }),
    } as never)
    .toString()
    .trim();

const part = (key: KeyObject, name: string): Buffer =>
  Buffer.from((key.export({ format: "jwk" }) as Record<string, string>)[name]!, "base64url");

const armoured = (label: string, body: Buffer): string =>
  [`-----BEGIN ${label}-----`, ...body.toString("base64").match(/.{1,70}/g)!, `-----END ${label}-----`].join("\n");

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const edBlob = (key: KeyObject): Buffer => Buffer.concat([wireString("ssh-ed25519"), wireString(part(key, "x"))]);

/** An Ed25519 key as ssh-keygen writes it (PROTOCOL.key of OpenSSH); with a cipher named, its private half is noise. */
export const openSshKey = (key: KeyObject, cipher = "none"): string => {
  const check = randomBytes(4);
  const secret = wireString(Buffer.concat([part(key, "d"), part(key, "x")]));
  const half = Buffer.concat([check, check, edBlob(key), secret, wireString("comment")]);
  const parts = [
    Buffer.from("openssh-key-v1\0"),
    wireString(cipher),
    wireString(cipher === "none" ? "none" : "bcrypt"),
    wireString(""),
    uint32(1),
    wireString(edBlob(key)),
    wireString(cipher === "none" ? half : randomBytes(half.length)),
  ];
  return armoured("OPENSSH PRIVATE KEY", Buffer.concat(parts));
};

/** What `cosign generate-key-pair` writes: JSON around an encrypted key, here noise. */
export const cosignKey = (): string => {
  const kdf = { name: "scrypt", params: { N: 65536, r: 8, p: 1 }, salt: randomBytes(32).toString("base64") };
  const cipher = { name: "nacl/secretbox", nonce: randomBytes(24).toString("base64") };
  const text = JSON.stringify({ kdf, cipher, ciphertext: randomBytes(150).toString("base64") });
  return armoured("ENCRYPTED SIGSTORE PRIVATE KEY", Buffer.from(text));
};

/** A PuTTY key of version 2 or 3 without a passphrase, its MAC computed (PuTTY manual, appendix C). */
export const puttyKey = (key: KeyObject, version: 2 | 3): string => {
  const [publicHalf, privateHalf] = [edBlob(key), wireString(part(key, "d"))];
  const signed = Buffer.concat(["ssh-ed25519", "none", "a key", publicHalf, privateHalf].map(wireString));
  const mac =
    version === 3
      ? createHmac("sha256", "")
      : createHmac("sha1", createHash("sha1").update("putty-private-key-file-mac-key").digest());
  return [
    `PuTTY-User-Key-File-${version}: ssh-ed25519`,
    "Encryption: none",
    "Comment: a key",
    "Public-Lines: 2",
    ...publicHalf.toString("base64").match(/.{1,64}/g)!,
    "Private-Lines: 1",
    privateHalf.toString("base64"),
    `Private-MAC: ${mac.update(signed).digest("hex")}`,
  ].join("\n");
};

const pgpNumber = (bytes: Buffer): Buffer => {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(bytes.length * 8);
  return Buffer.concat([bits, bytes]);
};

/** An RSA key as an OpenPGP secret-key packet (RFC 9580, section 5.5); `usage` is its string-to-key octet and what follows. */
export const pgpKey = (key: KeyObject, usage: Buffer = Buffer.from([0])): string => {
  const publicHalf = Buffer.concat([
    Buffer.from([4, 0x60, 0, 0, 0, 1]),
    pgpNumber(part(key, "n")),
    pgpNumber(part(key, "e")),
  ]);
  const body = Buffer.concat([publicHalf, usage, ...["d", "p", "q", "qi"].map((name) => pgpNumber(part(key, name)))]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return armoured("PGP PRIVATE KEY BLOCK", Buffer.concat([Buffer.from([0x95]), length, body]));
};

/** What `ssh-keygen -l` shows of the key. */
export const sshFingerprintOf = (key: KeyObject): string => {
  const blob =
    key.asymmetricKeyType === "rsa"
      ? Buffer.concat([wireString("ssh-rsa"), wireNumber(part(key, "e")), wireNumber(part(key, "n"))])
      : edBlob(key);
  return `SHA256:${createHash("sha256").update(blob).digest("base64").slice(0, 43)}`;
};
