import { createPrivateKey } from "node:crypto";
import type { Facts } from "../../finding.ts";
import { parseObject } from "../../json-object.ts";
import { recently } from "../recently.ts";
import { textIn } from "../view.ts";
import { type Armour, readArmour } from "./armour.ts";
import { objectIdentifiers, readSequence } from "./der.ts";
import { describeKey } from "./key-object.ts";
import { readOpenSshKey } from "./openssh-key.ts";
import type { Candidate, Evidence, Prover } from "./prover.ts";

/** A key of fewer bytes cannot be one: an Ed25519 key in PKCS#8 has 48, a P-192 key in SEC 1 more than 20. */
const shortestBody = 24;

/** Ciphers of PBES2, PBES1 and PKCS#12 by the hexadecimal of their object identifiers (RFC 8018, RFC 7292, NIST CSOR). */
const ciphers: Readonly<Record<string, string>> = {
  "608648016503040102": "AES-128-CBC",
  "608648016503040116": "AES-192-CBC",
  "60864801650304012a": "AES-256-CBC",
  "2a864886f70d0307": "DES-EDE3-CBC",
  "2b0e030207": "DES-CBC",
  "2a864886f70d010503": "PBE-MD5-DES",
  "2a864886f70d01050a": "PBE-SHA1-DES",
  "2a864886f70d010c0103": "PBE-SHA1-3DES",
  "2a864886f70d010c0106": "PBE-SHA1-RC2-40",
};

const failed = (why: string, facts: Facts = {}): Evidence => ({ verdict: "fails", detail: why, facts });

const noKey = (): Evidence => failed("It does not decode to a key: an example, or a damaged copy.");

const encrypted = (facts: Facts): Evidence => ({
  verdict: "holds",
  vetted: true,
  proof: "structural",
  severity: "medium",
  detail: "It is encrypted: as safe as its passphrase, which can be tried without limit.",
  facts: { ...facts, encrypted: true },
});

const open = (facts: Facts, holds: boolean): Evidence => ({
  verdict: "holds",
  vetted: true,
  proof: holds ? "proven" : "structural",
  detail: holds ? "It decodes, and its public half derives from it." : "It decodes to a key without a passphrase.",
  facts,
});

const fromOpenSsh = ({ body }: Armour): Evidence => {
  const key = readOpenSshKey(body);
  if (key === undefined) return noKey();
  return key.encrypted ? encrypted(key.facts) : open(key.facts, key.holds);
};

const fromEncryptedPkcs8 = ({ body }: Armour): Evidence => {
  const elements = readSequence(body);
  if (elements?.length !== 2 || elements[1]!.tag !== 0x04 || elements[1]!.value.length < shortestBody) return noKey();
  const cipher = objectIdentifiers(elements[0]!.value)
    .map((id) => ciphers[id])
    .findLast((name) => name !== undefined);
  return encrypted({ container: "PKCS#8", ...(cipher === undefined ? {} : { cipher }) });
};

const legacyTypes: Readonly<Record<string, string>> = {
  "RSA PRIVATE KEY": "RSA",
  "EC PRIVATE KEY": "EC",
  "DSA PRIVATE KEY": "DSA",
};

/** Encryption of RFC 1421 as OpenSSL writes it: blocks of the cipher, nothing to be seen of the key inside. */
const fromEncryptedLegacy = ({ label, headers, body }: Armour): Evidence => {
  const cipher = /^([A-Za-z0-9-]{3,30}),[0-9A-Fa-f]{16,32}/.exec(headers.get("dek-info") ?? "")?.[1];
  if (cipher === undefined || body.length < shortestBody || body.length % 8 !== 0) return noKey();
  const keyType = legacyTypes[label];
  return encrypted({ ...(keyType === undefined ? {} : { keyType }), cipher: cipher.toUpperCase() });
};

const fromDer = ({ label, body }: Armour): Evidence => {
  if (body.length < shortestBody || readSequence(body) === undefined) return noKey();
  const lines = body
    .toString("base64")
    .match(/.{1,64}/g)!
    .join("\n");
  const { facts, holds } = describeKey(
    createPrivateKey(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`),
  );
  return open(facts, holds);
};

/** The keys of cosign: JSON that names how the passphrase is stretched and what encrypts. */
const fromCosign = ({ body }: Armour): Evidence => {
  const { kdf, cipher, ciphertext } = parseObject(body.toString("utf8")) ?? {};
  const nameOf = (value: unknown): string => String((value as { name?: unknown } | undefined)?.name ?? "").slice(0, 60);
  if (typeof ciphertext !== "string" || nameOf(cipher) === "") return noKey();
  return encrypted({ container: "cosign", cipher: nameOf(cipher), kdf: nameOf(kdf) });
};

const judgeArmour = (armour: Armour): Evidence => {
  if (/COSIGN|SIGSTORE/.test(armour.label)) return fromCosign(armour);
  if (armour.label === "OPENSSH PRIVATE KEY") return fromOpenSsh(armour);
  if (armour.label === "ENCRYPTED PRIVATE KEY") return fromEncryptedPkcs8(armour);
  return armour.headers.has("dek-info") ? fromEncryptedLegacy(armour) : fromDer(armour);
};

const judgeText = recently((secret: string): Evidence => {
  const armour = readArmour(secret);
  if (armour === undefined || armour.body.length === 0) return { verdict: "silent" };
  try {
    return judgeArmour(armour);
  } catch {
    return noKey();
  }
}, 256 << 10);

const selfTestReach = 8000;

/** Libraries of cryptography carry the keys that they test themselves with (FIPS 140-3): a binary, with the words for it before them. */
const isAmongSelfTests = ({ content, start }: Candidate): boolean => {
  const before = textIn(content, start - selfTestReach, start);
  return before.includes("\0") && /self[- _]?test/i.test(before);
};

/** Reads a private key in PEM: PKCS#1, SEC 1, PKCS#8, encrypted forms, and the container of OpenSSH. */
export const provePrivateKey: Prover = (candidate) => {
  const evidence = judgeText(candidate.secret);
  if (evidence.verdict !== "holds" || !isAmongSelfTests(candidate)) return evidence;
  return { ...evidence, severity: "low", detail: "It stands among what a library tests itself with, as published." };
};
