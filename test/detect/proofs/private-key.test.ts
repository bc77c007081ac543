import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { Facts } from "../../../src/finding.ts";
import {
  cosignKey,
  ecKey,
  edKey,
  openSshKey,
  pem,
  pgpKey,
  puttyKey,
  rsaKey,
  sshFingerprintOf,
} from "../../generated-keys.ts";
import { scannerFor, told } from "./scan-text.ts";

const scan = await scannerFor("secrets/private-key-");

const check = "secrets/private-key-pem";
const proven = { check, severity: "critical", proof: "proven" };
const encrypted = { check, severity: "medium", proof: "structural" };

const factsOf = (text: string): Facts => scan(text)[0]?.facts ?? {};

describe("keys in PEM", () => {
  const dsa = (): KeyObject => generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 }).privateKey;
  test.each([
    ["RSA in PKCS#1", () => pem(rsaKey(), "pkcs1"), { keyType: "RSA", bits: 1024 }],
    ["RSA in PKCS#8", () => pem(rsaKey(), "pkcs8"), { keyType: "RSA", bits: 1024 }],
    ["EC in SEC 1", () => pem(ecKey(), "sec1"), { keyType: "EC", curve: "P-256" }],
    ["EC on P-521", () => pem(ecKey("P-521"), "pkcs8"), { keyType: "EC", curve: "P-521" }],
    ["EC on secp256k1", () => pem(ecKey("secp256k1"), "sec1"), { keyType: "EC", curve: "secp256k1" }],
    ["Ed25519", () => pem(edKey(), "pkcs8"), { keyType: "ED25519" }],
    ["X25519", () => pem(generateKeyPairSync("x25519").privateKey, "pkcs8"), { keyType: "X25519" }],
    ["DSA", () => pem(dsa(), "pkcs8"), { keyType: "DSA" }],
  ])("%s is proven by its public half", (_, write, facts) => {
    const text = write();
    expect(told(scan(text))).toEqual([proven]);
    expect(factsOf(text)).toMatchObject({ ...facts, encrypted: false });
    expect(factsOf(text)["publicKeySha256"]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("the fingerprint is what ssh-keygen shows", () => {
    expect(factsOf(pem(rsaKey(), "pkcs1"))["publicKeyFingerprint"]).toBe(sshFingerprintOf(rsaKey()));
  });

  test.each([
    ["PKCS#8", () => pem(rsaKey(), "pkcs8", "a passphrase"), { cipher: "AES-128-CBC", container: "PKCS#8" }],
    ["RFC 1421 headers", () => pem(rsaKey(), "pkcs1", "a passphrase"), { cipher: "AES-128-CBC", keyType: "RSA" }],
    ["OpenSSH", () => openSshKey(edKey(), "aes256-ctr"), { cipher: "aes256-ctr", kdf: "bcrypt" }],
    ["cosign", () => cosignKey(), { cipher: "nacl/secretbox", kdf: "scrypt", container: "cosign" }],
  ])("encrypted in %s weighs less", (_, write, facts) => {
    const text = write();
    expect(told(scan(text))).toEqual([encrypted]);
    expect(factsOf(text)).toMatchObject({ ...facts, encrypted: true });
  });

  test.each([
    ["JSON", (key: string) => JSON.stringify({ key })],
    ["JSON in JSON", (key: string) => JSON.stringify(JSON.stringify({ key }))],
    ["one line of an env file", (key: string) => `KEY="${key.replaceAll("\n", "\\n")}"`],
    ["indented YAML", (key: string) => `key: |\n${key.replaceAll(/^/gm, "    ")}\n`],
    [
      "quoted lines of source",
      (key: string) =>
        key
          .split("\n")
          .map((line) => `  "${line}\\n" +`)
          .join("\n"),
    ],
    ["a patch", (key: string) => key.replaceAll(/^/gm, "+")],
    ["a comment", (key: string) => key.replaceAll(/^/gm, "// ")],
    ["Windows line ends", (key: string) => key.replaceAll("\n", "\r\n")],
    ["spaces in place of line ends", (key: string) => key.replaceAll("\n", " ")],
    ["base64", (key: string) => `key: ${Buffer.from(key).toString("base64")}`],
    ["backslashes before slashes", (key: string) => JSON.stringify({ key }).replaceAll("/", "\\/")],
  ])("is read inside %s", (_, embed) => {
    expect(told(scan(embed(pem(rsaKey(), "pkcs1"))))).toEqual([proven]);
  });

  test("the secret is the whole block", () => {
    const text = pem(edKey(), "pkcs8");
    const [match] = scan(`before\n${text}\nafter`);
    expect([match?.start, match?.end]).toEqual([7, 7 + text.length]);
  });

  test("a key of 16,384 bits fits the window", () => {
    const noise = randomBytes(9300)
      .toString("base64")
      .match(/.{1,64}/g)!
      .join("\n");
    const text = `-----BEGIN RSA PRIVATE KEY-----\n${noise}\n-----END RSA PRIVATE KEY-----`;
    expect(scan(text).map(({ end }) => end)).toEqual([text.length]);
  });
});

describe("what is no key", () => {
  const label = "RSA PRIVATE KEY";
  const block = (body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
  test.each([
    ["a header alone", `-----BEGIN ${label}-----`],
    ["an empty block", block("")],
    ["a public key", pem(rsaKey(), "pkcs1").replaceAll("PRIVATE", "PUBLIC")],
  ])("%s is silent", (_, text) => {
    expect(told(scan(text))).toEqual([]);
  });

  test.each([
    ["dots", () => block("MIIEpAIBAAKCAQEA...\n...")],
    ["random bytes", () => block(randomBytes(600).toString("base64"))],
    ["half a key", () => block(pem(rsaKey(), "pkcs1").split("\n").slice(1, 6).join("\n"))],
  ])("a block of %s is lowered to info or silent", (_, write) => {
    expect(scan(write()).filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("an OpenSSH key whose halves differ is not proven", () => {
    const [one, other] = [openSshKey(edKey()), openSshKey(edKey())].map((text) =>
      Buffer.from(text.split("\n").slice(1, -1).join(""), "base64"),
    ) as [Buffer, Buffer];
    const at = one.length - 100;
    const mixed = Buffer.concat([one.subarray(0, at), other.subarray(at)]).toString("base64");
    const text = `-----BEGIN OPENSSH PRIVATE KEY-----\n${mixed}\n-----END OPENSSH PRIVATE KEY-----`;
    expect(scan(text).filter(({ proof }) => proof === "proven")).toEqual([]);
  });
});

describe("containers of other programs", () => {
  test("an OpenSSH key", () => {
    const key = edKey();
    expect(told(scan(openSshKey(key)))).toEqual([proven]);
    expect(factsOf(openSshKey(key))).toMatchObject({ keyType: "ED25519", publicKeyFingerprint: sshFingerprintOf(key) });
  });

  test.each([2, 3] as const)("a PuTTY key of version %d is proven by its MAC", (version) => {
    const key = edKey();
    const text = puttyKey(key, version);
    expect(told(scan(text))).toEqual([{ ...proven, check: "secrets/private-key-putty" }]);
    expect(factsOf(text)["publicKeyFingerprint"]).toBe(sshFingerprintOf(key));
    const other = text.replace("Comment: a key", "Comment: b key");
    expect(told(scan(other))).toMatchObject([{ severity: "info" }]);
  });

  test("an OpenPGP key, open, with a passphrase, and without its secret half", () => {
    const id = { check: "secrets/private-key-pgp" };
    expect(told(scan(pgpKey(rsaKey())))).toEqual([{ ...id, severity: "critical", proof: "structural" }]);
    const protectedKey = pgpKey(rsaKey(), Buffer.from([254, 7, 3, 8]));
    expect(told(scan(protectedKey))).toEqual([{ ...id, severity: "medium", proof: "structural" }]);
    const stub = pgpKey(rsaKey(), Buffer.concat([Buffer.from([255, 0, 101, 0]), Buffer.from("GNU\x01")]));
    expect(told(scan(stub))).toMatchObject([{ severity: "info" }]);
    expect(factsOf(pgpKey(rsaKey()))).toMatchObject({ keyType: "RSA", bits: 1024, container: "OpenPGP" });
  });
});
