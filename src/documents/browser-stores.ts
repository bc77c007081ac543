import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { type Check, matchOf, passwordMatch, present } from "./credential.ts";

const remediation = "Change the passwords of the sites, and keep browser profiles out of the repository.";

export const browserChecks = {
  chromeStore: {
    id: "secrets/chrome-saved-logins",
    provider: "chrome",
    title: "Saved logins of Chrome, encrypted",
    severity: "low",
    opens: "Signs in to the sites, to whoever also has the key that the system's user account guards.",
    remediation,
  },
  chromeLogin: {
    id: "secrets/chrome-saved-login",
    provider: "chrome",
    title: "Saved login of Chrome",
    severity: "high",
    opens: "Signs in to the site: without a keyring Chrome on Linux encrypts with a key that stands in its source.",
    remediation,
  },
  firefoxKeys: {
    id: "secrets/firefox-key-database",
    provider: "firefox",
    title: "Key database of a Firefox or Thunderbird profile",
    severity: "low",
    opens: "Decrypts `logins.json` of the same profile, unless a primary password guards it.",
    remediation,
  },
} as const satisfies Readonly<Record<string, Check>>;

const magic = Buffer.from("SQLite format 3\0", "latin1");

const isDatabase = (content: Buffer): boolean => content.length >= 512 && content.compare(magic, 0, 16, 0, 16) === 0;

/** The database itself is the secret, so its hash stands for it. */
const storeMatch = (check: Check, content: Buffer, at: number, logins?: number): Match => {
  const value = createHash("sha256").update(content).digest("hex");
  return matchOf(check, { value, start: at, end: at + 1 }, { logins }, { proof: "structural" });
};

/** Chromium's os_crypt_linux.cc: the password is `peanuts`, the salt `saltysalt`, of one round; the vector is of spaces. */
const linuxKey = (): Buffer => pbkdf2Sync("peanuts", "saltysalt", 1, 16, "sha1");
const vector = Buffer.alloc(16, 0x20);

const longestPassword = 128;
const mostLogins = 1000;

/** How long the value is does not stand beside it; its padding and text tell. */
const openedAt = (
  content: Buffer,
  at: number,
  key: Buffer,
): { readonly value: string; readonly length: number } | undefined => {
  for (let length = 16; length <= longestPassword && at + length <= content.length; length += 16)
    try {
      const decipher = createDecipheriv("aes-128-cbc", key, vector);
      const plain = Buffer.concat([decipher.update(content.subarray(at, at + length)), decipher.final()]);
      const value = plain.toString("latin1");
      if (/^[\x20-\x7e]{4,}$/.test(value)) return { value, length };
    } catch {
      // no end of a value
    }
  return undefined;
};

/** Where encrypted values begin: their version, and bytes that are no text. */
const valuesIn = (content: Buffer): readonly number[] => {
  const places: number[] = [];
  for (const version of ["v10", "v11"])
    for (
      let at = content.indexOf(version);
      at !== -1 && places.length < mostLogins;
      at = content.indexOf(version, at + 3)
    )
      if (/[^\x20-\x7e]/.test(content.toString("latin1", at + 3, at + 19))) places.push(at);
  return places;
};

const loginAt = (content: Buffer, at: number, key: Buffer): Match | undefined => {
  const opened = content[at + 2] === 0x30 ? openedAt(content, at + 3, key) : undefined;
  if (opened === undefined) return undefined;
  const { value, length } = opened;
  return passwordMatch(browserChecks.chromeLogin, { value, start: at, end: at + 3 + length }, {});
};

const chromeLogins = (content: Buffer): readonly Match[] => {
  if (!isDatabase(content)) return [];
  const places = valuesIn(content);
  if (places.length === 0) return [];
  const key = linuxKey();
  const opened = present(places.map((at) => loginAt(content, at, key)));
  if (opened.length > 0) return opened;
  return [storeMatch(browserChecks.chromeStore, content, places[0]!, places.length)];
};

/** `Login Data` of Chrome, Chromium, Edge and their kin, by a column of its table. */
export const chromeParser: DocumentParser = { anchors: ["password_value BLOB"], parse: chromeLogins };

/** `key4.db` (Mozilla's NSS, sdb.c: tables of private objects). */
export const firefoxKeysParser: DocumentParser = {
  anchors: ["CREATE TABLE nssPrivate"],
  parse: (content, [at = 0]) => (isDatabase(content) ? [storeMatch(browserChecks.firefoxKeys, content, at)] : []),
};
