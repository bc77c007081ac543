import { createCipheriv, pbkdf2Sync, randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { random, scan } from "./documents.ts";

/** A database as far as detection reads one: its mark, a table, and what rows keep. */
const database = (table: string, ...values: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(496), Buffer.from(table), ...values, Buffer.alloc(40)]);

const logins = "CREATE TABLE logins (origin_url VARCHAR NOT NULL, password_value BLOB)";

/** Chromium's key where there is no keyring (os_crypt_linux.cc). */
const withoutKeyring = (password: string): Buffer => {
  const cipher = createCipheriv("aes-128-cbc", pbkdf2Sync("peanuts", "saltysalt", 1, 16, "sha1"), Buffer.alloc(16, 32));
  return Buffer.concat([Buffer.from("v10"), cipher.update(password), cipher.final()]);
};

const sealed = (): Buffer => Buffer.concat([Buffer.from("v10"), Buffer.from([1, 2]), randomBytes(41)]);

const found = (content: Buffer): readonly string[] =>
  scan(content).map(({ check, severity }) => `${check} ${severity}`);

describe("browsers' stores of logins:", () => {
  test("of Chrome, sealed by the system: once, low", () => {
    expect(found(database(logins, sealed(), sealed()))).toEqual(["secrets/chrome-saved-logins low"]);
  });

  test("of Chrome, under the key that everybody has: each", () => {
    const content = database(
      logins,
      withoutKeyring(random(14)),
      Buffer.from("https://a.net"),
      withoutKeyring(random(22)),
    );
    expect(found(content)).toEqual(["secrets/chrome-saved-login high", "secrets/chrome-saved-login high"]);
  });

  test("of Firefox: the key database", () => {
    expect(found(database("CREATE TABLE nssPrivate (id PRIMARY KEY UNIQUE ON CONFLICT ABORT)"))).toEqual([
      "secrets/firefox-key-database low",
    ]);
  });

  test.each([
    ["a table without a login", database(logins)],
    ["addresses of a version", database(logins, Buffer.from("https://api.corp.net/v10/users/of/the/shop"))],
    ["source that makes such a table", Buffer.from(`${logins}; -- v10 \x01\x02`)],
    ["source of NSS", Buffer.from("CREATE TABLE nssPrivate (id PRIMARY KEY)")],
  ])("not %s", (_what, content) => {
    expect(found(content)).toEqual([]);
  });
});
