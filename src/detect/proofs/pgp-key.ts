import { createHash } from "node:crypto";
import type { Facts } from "../../finding.ts";
import { readArmour } from "./armour.ts";
import type { Evidence, Prover } from "./prover.ts";

interface Packet {
  readonly tag: number;
  readonly body: Buffer;
}

/** What the first secret-key packet says. */
interface SecretKey {
  readonly version: number;
  readonly algorithm: number;
  readonly bits: number | undefined;
  readonly protection: "none" | "passphrase" | "absent";
  readonly fingerprint: string | undefined;
}

/** Length and header size of a packet's body (RFC 9580, sections 4.2.1 and 4.2.2); partial lengths do not occur in keys. */
const packetSpan = (bytes: Buffer): readonly [header: number, length: number] | undefined => {
  const [first, second] = [bytes[0]!, bytes[1] ?? 0];
  if ((first & 0x40) !== 0) {
    if (second < 192) return [2, second];
    if (second < 224) return [3, ((second - 192) << 8) + (bytes[2] ?? 0) + 192];
    return second === 255 && bytes.length >= 6 ? [6, bytes.readUInt32BE(2)] : undefined;
  }
  const width = [1, 2, 4][first & 3];
  return width === undefined || bytes.length < 1 + width ? undefined : [1 + width, bytes.readUIntBE(1, width)];
};

const firstPacket = (bytes: Buffer): Packet | undefined => {
  if (bytes.length < 8 || (bytes[0]! & 0x80) === 0) return undefined;
  const span = packetSpan(bytes);
  if (span === undefined || span[0] + span[1] > bytes.length) return undefined;
  const tag = (bytes[0]! & 0x40) === 0 ? (bytes[0]! >> 2) & 15 : bytes[0]! & 63;
  return { tag, body: bytes.subarray(span[0], span[0] + span[1]) };
};

const names: Readonly<Record<number, string>> = {
  1: "RSA",
  2: "RSA",
  3: "RSA",
  16: "ELGAMAL",
  17: "DSA",
  18: "ECDH",
  19: "ECDSA",
  22: "EDDSA",
  25: "X25519",
  26: "X448",
  27: "ED25519",
  28: "ED448",
};

/** Multiprecision integers of the public half, after the curve where there is one (RFC 9580, section 5.5.5). */
const integers: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4, 18: 1, 19: 1, 22: 1 };
const fixed: Readonly<Record<number, number>> = { 25: 32, 26: 56, 27: 32, 28: 57 };

/** Offset after the public half of a key packet. */
const publicEnd = (body: Buffer, algorithm: number): number | undefined => {
  let at = body[0] === 6 ? 10 : 6;
  const size = fixed[algorithm];
  if (size !== undefined) return at + size;
  if (algorithm === 18 || algorithm === 19 || algorithm === 22) at += 1 + (body[at] ?? 0);
  for (let i = 0; i < (integers[algorithm] ?? 0); i++) {
    if (at + 2 > body.length) return undefined;
    at += 2 + ((body.readUInt16BE(at) + 7) >> 3);
  }
  if (algorithm === 18) at += 1 + (body[at] ?? 0);
  return integers[algorithm] === undefined || at >= body.length ? undefined : at;
};

/** GnuPG writes 101 and "GNU" with mode 1 or 2 where the secret half was taken out (doc/DETAILS of GnuPG). */
const isDummy = (body: Buffer, usage: number): boolean =>
  body[usage + 2] === 101 && body.toString("latin1", usage + 4, usage + 7) === "GNU";

const readSecretKey = (body: Buffer): SecretKey | undefined => {
  const [version, algorithm] = [body[0]!, body[5] ?? 0];
  if (![4, 5, 6].includes(version) || names[algorithm] === undefined) return undefined;
  const end = publicEnd(body, algorithm);
  if (end === undefined || end >= body.length) return undefined;
  const usage = body[end]!;
  const prefix = Buffer.from([0x99, end >> 8, end & 0xff]);
  return {
    version,
    algorithm,
    bits: algorithm < 18 ? body.readUInt16BE(6) : undefined,
    protection: usage === 0 ? "none" : isDummy(body, end) ? "absent" : "passphrase",
    fingerprint:
      version === 4
        ? createHash("sha1").update(prefix).update(body.subarray(0, end)).digest("hex").toUpperCase()
        : undefined,
  };
};

/** The checksum of an armour (RFC 4880, section 6.1). */
const crc24 = (bytes: Buffer): string => {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if ((crc & 0x1000000) !== 0) crc ^= 0x1864cfb;
    }
  }
  const sum = Buffer.alloc(3);
  sum.writeUIntBE(crc & 0xffffff, 0, 3);
  return sum.toString("base64");
};

const factsOf = ({ algorithm, bits, protection, fingerprint }: SecretKey): Facts => ({
  container: "OpenPGP",
  keyType: names[algorithm]!,
  ...(bits === undefined ? {} : { bits }),
  encrypted: protection === "passphrase",
  ...(fingerprint === undefined ? {} : { publicKeyFingerprint: fingerprint }),
});

const judge = (key: SecretKey, intact: boolean): Evidence => {
  const facts = factsOf(key);
  if (key.protection === "absent")
    return {
      verdict: "fails",
      detail: "Its secret half was taken out: a stub that points to a card or a safe.",
      facts,
    };
  const proof = intact ? "proven" : "structural";
  if (key.protection === "none")
    return { verdict: "holds", vetted: true, proof, detail: "It decodes, and no passphrase protects it.", facts };
  const detail = "It is encrypted: as safe as its passphrase, which can be tried without limit.";
  return { verdict: "holds", vetted: true, proof, severity: "medium", detail, facts };
};

/** Reads an armoured OpenPGP secret key up to its primary key. */
export const provePgpKey: Prover = ({ secret }) => {
  const armour = readArmour(secret);
  if (armour === undefined || armour.body.length === 0) return { verdict: "silent" };
  const packet = firstPacket(armour.body);
  const key = packet?.tag === 5 ? readSecretKey(packet.body) : undefined;
  if (key === undefined)
    return { verdict: "fails", detail: "It does not decode to a key: an example, or a damaged copy." };
  return judge(key, armour.checksum !== undefined && crc24(armour.body) === armour.checksum);
};
