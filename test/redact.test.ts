import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { redact, secretText } from "../src/redact.ts";
import { rawSecret } from "./report/sample-report.ts";

describe("redact", () => {
  test.each([
    ["a short password", "hunter2", "…"],
    ["a password of middle length", "correct horse battery", "…"],
    ["a short token", "abc_12345678", "…"],
    ["a token with a known start", `ghp${"_"}${"x".repeat(36)}`, "ghp_…"],
    ["a long random one", "q".repeat(32), "qqqq…"],
    ["an address with credentials", "postgres://me:pa55word@db/x", "postgres://…"],
    ["a key of many lines", `-----BEGIN ${"RSA"} PRIVATE KEY-----\nMIIE`, "-----BEGIN RSA PRIVATE KEY-----…"],
    ["a key with escaped lines", `-----BEGIN ${"RSA"} PRIVATE KEY-----\\nMIIE`, "-----BEGIN RSA PRIVATE KEY-----…"],
    ["what only looks like a key", `-----BEGIN ${"x".repeat(40)}`, "----…"],
    ["a document", `{\n  "k": "${"x".repeat(40)}"\n}`, "{…"],
    ["characters beyond the basic plane", "🚀".repeat(40), "🚀🚀🚀🚀…"],
    ["UTF-8 as detection sees it", Buffer.from("é".repeat(40)).toString("latin1"), "éééé…"],
    ["nothing", "", "…"],
  ])("of %s shows little", (_, secret, shown) => expect(redact(secret)).toBe(shown));

  test("shows at most four characters of what is not the public form, never on two lines", () => {
    fc.assert(
      fc.property(fc.oneof(rawSecret, fc.string({ unit: "binary", maxLength: 60 })), (secret) => {
        const shown = redact(secret);
        expect(shown.endsWith("…")).toBe(true);
        expect(shown).not.toMatch(/[\r\n]/);
        const form = /^(?:-----BEGIN [A-Z0-9 ]*-----|[a-z][a-z0-9+.-]*:\/\/)/.exec(shown)?.[0] ?? "";
        expect([...shown.slice(form.length, -1)].length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

test("secretText gives UTF-8 as text and leaves what is none", () => {
  expect(secretText(Buffer.from("naïve 日本").toString("latin1"))).toBe("naïve 日本");
  expect(secretText("caf\xe9")).toBe("caf\xe9");
  expect(secretText("日本")).toBe("日本");
});
