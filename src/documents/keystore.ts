import { createHash } from "node:crypto";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { type Check, matchOf, type Place, type Weight } from "./credential.ts";

const remediation =
  "Take the container out of the repository, and replace its keys when its password is short, shared or beside it in the history.";

export const keystoreChecks = {
  java: {
    id: "secrets/keystore-java",
    provider: "keystore",
    title: "Java key store with private keys",
    severity: "medium",
    opens: "Holds private keys; a password protects them, which can be guessed offline.",
    remediation,
  },
  pkcs12: {
    id: "secrets/keystore-pkcs12",
    provider: "keystore",
    title: "PKCS#12 container with a private key",
    severity: "medium",
    opens: "Holds a private key; a password protects it, which can be guessed offline.",
    remediation,
  },
  keepass: {
    id: "secrets/keystore-keepass",
    provider: "keystore",
    title: "KeePass password database",
    severity: "medium",
    opens:
      "Holds all passwords of somebody or of a team; a master password protects them, which can be guessed offline.",
    remediation,
  },
} as const satisfies Readonly<Record<string, Check>>;

/** The container itself is the secret, so its hash stands for it. */
const containerMatch = (check: Check, content: Buffer, shown: number, place: Place, weight: Weight = {}): Match => {
  const value = createHash("sha256").update(content).digest("hex");
  return matchOf(check, { value, start: 0, end: Math.min(shown, content.length) }, place, {
    proof: "structural",
    ...weight,
  });
};

interface Reader {
  readonly content: Buffer;
  at: number;
}

const number = (reader: Reader, bytes: 2 | 4): number => {
  if (reader.at + bytes > reader.content.length) throw new RangeError("the store is cut off");
  const value = reader.content.readUIntBE(reader.at, bytes);
  reader.at += bytes;
  return value;
};

const skip = (reader: Reader, bytes: number): void => {
  if (reader.at + bytes > reader.content.length) throw new RangeError("the store is cut off");
  reader.at += bytes;
};

const name = (reader: Reader): string => {
  const start = reader.at + 2;
  skip(reader, number(reader, 2));
  return reader.content.toString("latin1", start, reader.at);
};

const skipCertificate = (reader: Reader): void => {
  name(reader);
  skip(reader, number(reader, 4));
};

const maxEntries = 10_000;
const privateKeyTag = 1;

/** The aliases of private keys of a store (JDK, sun.security.provider.JavaKeyStore): entries of keys and of certificates. */
const aliasesOf = (content: Buffer): readonly string[] => {
  const reader: Reader = { content, at: 8 };
  const aliases: string[] = [];
  try {
    const count = Math.min(number(reader, 4), maxEntries);
    for (let i = 0; i < count; i++) {
      const tag = number(reader, 4);
      const alias = name(reader);
      skip(reader, 8);
      if (tag !== privateKeyTag) {
        skipCertificate(reader);
        continue;
      }
      aliases.push(alias);
      skip(reader, number(reader, 4));
      for (let chain = number(reader, 4); chain > 0; chain--) skipCertificate(reader);
    }
  } catch {
    // what was read before it was cut off counts
  }
  return aliases;
};

const javaStore = (content: Buffer): Match | undefined => {
  const aliases = aliasesOf(content);
  if (aliases.length === 0) return undefined;
  const debug = aliases.length === 1 && aliases[0] === "androiddebugkey";
  const place = { keys: aliases.length, aliases: aliases.slice(0, 10).join(", ") };
  const weight: Weight = debug
    ? { severity: "info", detail: "It is the key with which Android signs debug builds." }
    : {};
  return containerMatch(keystoreChecks.java, content, 8, place, weight);
};

/** RFC 7292: a sequence, version 3, then the object identifier of PKCS#7 data. */
const pkcs12Head = /^\x30(?:[\x00-\x7f]|\x80|\x81.|\x82..|\x83...)\x02\x01\x03\x30/s;

const pkcs12 = (content: Buffer): Match | undefined =>
  pkcs12Head.test(content.toString("latin1", 0, 16))
    ? containerMatch(keystoreChecks.pkcs12, content, 8, {})
    : undefined;

const keepass = (content: Buffer): Match => {
  const old = content[4] === 0x65;
  return containerMatch(keystoreChecks.keepass, content, 8, { format: old ? "KeePass 1" : "KeePass 2" });
};

const javaMagics = ["\xfe\xed\xfe\xed\0\0\0\x01", "\xfe\xed\xfe\xed\0\0\0\x02", "\xce\xce\xce\xce\0\0\0\x02"];
const keepassMagics = ["\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5", "\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5"];

/** Bags of private keys, shrouded and open (RFC 7292, section 4.2): a container of certificates alone has none. */
const keyBags = ["\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01\x02", "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01\x01"];

const parse = (content: Buffer): readonly Match[] => {
  const magic = content.toString("latin1", 0, 8);
  const found = javaMagics.includes(magic)
    ? javaStore(content)
    : keepassMagics.includes(magic)
      ? keepass(content)
      : pkcs12(content);
  return found === undefined ? [] : [found];
};

/** Containers of keys and passwords. They are named; no password is tried on them. */
export const keystoreParser: DocumentParser = { anchors: [...javaMagics, ...keepassMagics, ...keyBags], parse };
