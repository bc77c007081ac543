import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { crc32 } from "node:zlib";
import { base36, fromBase32, inDigits, toBase32 } from "../../src/detect/proofs/based.ts";
import { bip39Words } from "../../src/detect/proofs/bip39-words.ts";
import { confluentChecksum } from "../../src/detect/proofs/confluent.ts";
import { crc32Base62 } from "../../src/detect/proofs/crc32-base62.ts";
import { crc32Hex } from "../../src/detect/proofs/crc32-hex.ts";
import { entraChecksum } from "../../src/detect/proofs/entra.ts";
import { githubFineGrainedChecksum } from "../../src/detect/proofs/github-fine-grained.ts";
import { gitlabRoutableChecksum } from "../../src/detect/proofs/gitlab-routable.ts";
import { marvin32 } from "../../src/detect/proofs/marvin32.ts";
import { crc16 } from "../../src/detect/proofs/nats.ts";
import { supabaseChecksum } from "../../src/detect/proofs/supabase-key.ts";
import { alphabets } from "./alphabets.ts";
import { bech32 } from "./bech32.ts";
import { deal, type Random } from "./random.ts";

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** `{NAME}` appends what it computes over the secret so far, `{NAME:COUNT}` over its last COUNT characters. A checksum is one line. */
export const checksums: Readonly<Record<string, (covered: string) => string>> = {
  "crc32-base62": crc32Base62,
  "crc32-hex": (covered) => crc32Hex(covered, false),
  "crc32-hex-upper": (covered) => crc32Hex(covered, false).toUpperCase(),
  glsa: (covered) => `_${crc32Hex(covered, true)}`,
  zuplo: (covered) => `_${crc32Hex(covered, false)}`,
  "github-fine-grained": githubFineGrainedChecksum,
  "gitlab-routable": gitlabRoutableChecksum,
  confluent: confluentChecksum,
  entra: entraChecksum,
  /** As an installation of one's own writes it. */
  supabase: (covered) => `_${supabaseChecksum(covered, "supabase-self-hosted")}`,
  synapse: (covered) => `_${crc32Base62(covered)}`,
};

/** `{NAME:TEMPLATE}` fills the template within and turns it into something else. */
export const wrappers: Readonly<Record<string, (inner: string) => string>> = {
  "to-base64": (inner) => latin1(inner).toString("base64"),
  "to-base64url": (inner) => latin1(inner).toString("base64url"),
  "to-hex": (inner) => latin1(inner).toString("hex"),
  "to-base32": (inner) => toBase32(latin1(inner)),
  /** Bytes written in hexadecimal. */
  x: (inner) => Buffer.from(inner, "hex").toString("latin1"),
  /** Bytes whose number stands in base36, as GitLab writes it. */
  length36: (inner) => inDigits(inner.length, base36, 2),
};

const randomBytes = (count: number, random: Random): Buffer => latin1(deal(alphabets["bytes"]!, count, random));

const little32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

const insert = (text: string, at: number, part: string): string =>
  text.slice(0, at) + part + text.slice(at + part.length);

/** Where the signature of an identifiable key stands, by the number of its bytes. */
const signatureAt: Readonly<Record<string, number>> = { 64: 76, 32: 33, 39: 42, 40: 44 };

/** `SIZE SIGNATURE SEED`: base64 with the signature in its place and Marvin32 in the last four bytes. */
const azureKey = (argument: string, random: Random): string => {
  const [size, signature, seed] = argument.split(" ") as [string, string, string];
  const plain = insert(deal(alphabets["base62"]!, 88, random), signatureAt[size]!, `${signature}A`);
  const body = Buffer.from(plain, "base64").subarray(0, Number(size) - 4);
  return Buffer.concat([body, little32(marvin32(body, latin1(seed)))]).toString("base64");
};

const maxTries = 1000;

/** A key of letters and digits alone, its checksum too. */
const azurePlainKey = (argument: string, random: Random): string => {
  for (let tries = 0; tries < maxTries; tries++) {
    const key = azureKey(argument, random);
    if (/^[0-9A-Za-z]+={0,2}$/.test(key)) return key;
  }
  throw new RangeError(`no key of letters and digits for ${argument}`);
};

const azureDevopsToken = (random: Random): string => {
  const bytes = Buffer.alloc(32);
  const covered = randomBytes(28, random);
  const sum = little32(crc32(covered) ^ 0xe0b9692d);
  const hidden = [22, 8, 7, 2];
  let next = 0;
  for (let at = 0; at < 32; at++) {
    const place = hidden.indexOf(at);
    bytes[at] = place === -1 ? covered[next++]! : sum[place]!;
  }
  return toBase32(bytes).toLowerCase();
};

const nkeySeed = (argument: string, random: Random): string => {
  const head = fromBase32(`${argument}AAAAAA`)!.subarray(0, 2);
  const body = Buffer.concat([head, randomBytes(32, random)]);
  const sum = crc16(body);
  return toBase32(Buffer.concat([body, Buffer.from([sum & 0xff, sum >> 8])]));
};

const base58 = (bytes: Uint8Array, digits: string): string => {
  let text = "";
  for (let value = BigInt(`0x${Buffer.from(bytes).toString("hex")}`); value > 0n; value /= 58n)
    text = digits[Number(value % 58n)] + text;
  return digits[0]!.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
};

const ripple = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** `VERSION SIZE [SUFFIX]`, hexadecimal and a number of random bytes, with four bytes of checksum in base58. */
const base58Check = (argument: string, random: Random, digits = alphabets["base58"]!): string => {
  const [version, size, suffix = ""] = argument.split(" ") as [string, string, string?];
  const body = Buffer.concat([
    Buffer.from(version, "hex"),
    randomBytes(Number(size), random),
    Buffer.from(suffix, "hex"),
  ]);
  return base58(Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]), digits);
};

/** So many words of BIP-39 with their checksum. */
const seedPhrase = (argument: string, random: Random): string => {
  const count = Number(argument);
  const entropy = randomBytes((count * 4) / 3, random);
  const bits = [...entropy, sha256(entropy)[0]!].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: count }, (_, i) => bip39Words[Number.parseInt(bits.slice(i * 11, i * 11 + 11), 2)]).join(
    " ",
  );
};

/** An Ed25519 seed with the public key that belongs to it. */
const ed25519Pair = (random: Random): Buffer => {
  const seed = randomBytes(32, random);
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const { x } = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" })).export({ format: "jwk" });
  return Buffer.concat([seed, Buffer.from(x!, "base64url")]);
};

const stellarSeed = (random: Random): string => {
  const body = Buffer.concat([Buffer.from([18 << 3]), randomBytes(32, random)]);
  const sum = crc16(body);
  return toBase32(Buffer.concat([body, Buffer.from([sum & 0xff, sum >> 8])]));
};

/** `{NAME}` and `{NAME:ARGUMENT}` that draw something whole. */
export const makers: Readonly<Record<string, (argument: string, random: Random) => string>> = {
  "one-of": (argument, random) => {
    const choices = argument.split("|");
    return choices[random.below(choices.length)]!;
  },
  uuid: (_, random) => [8, 4, 4, 4, 12].map((count) => deal(alphabets["hex"]!, count, random)).join("-"),
  "azure-key": azureKey,
  "azure-plain-key": azurePlainKey,
  "azure-key-url": (argument, random) => azureKey(argument, random).replaceAll("+", "-").replaceAll("/", "_"),
  "azure-devops-token": (_, random) => azureDevopsToken(random),
  "nkey-seed": nkeySeed,
  base58check: (argument, random) => base58Check(argument, random),
  "base58check-ripple": (argument, random) => base58Check(argument, random, ripple),
  "seed-phrase": seedPhrase,
  "ed25519-pair": (_, random) => base58(ed25519Pair(random), alphabets["base58"]!),
  "ed25519-array": (_, random) => `[${[...ed25519Pair(random)].join(",")}]`,
  "stellar-seed": (_, random) => stellarSeed(random),
  /** `NAME COUNT`: bech32 in upper case with COUNT digits of data before the checksum. */
  "upper-bech32": (argument, random) => {
    const [name, count] = argument.split(" ") as [string, string];
    return bech32(name, deal(alphabets["bech32"]!, Number(count), random)).toUpperCase();
  },
  "lower-bech32": (argument, random) => {
    const [name, count] = argument.split(" ") as [string, string];
    return bech32(name, deal(alphabets["bech32"]!, Number(count), random));
  },
};
