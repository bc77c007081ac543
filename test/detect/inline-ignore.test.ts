import { describe, expect, test } from "@jest/globals";
import { findInlineIgnore } from "../../src/detect/inline-ignore.ts";
import { lineIndex } from "../../src/detect/position.ts";
import type { Match } from "../../src/detect/rule.ts";

const secret = "VALUE".repeat(4);

/** What excuses the secret, which `text` shows as `@`. */
const excuse = (text: string, check = "secrets/github-personal-access-token", value = secret) => {
  const start = Buffer.byteLength(text.slice(0, text.indexOf("@")));
  const content = Buffer.from(text.replace("@", value));
  const match = { check, secret: value, start, end: start + Buffer.byteLength(value) } as Match;
  return findInlineIgnore(content, match, lineIndex(content));
};

describe("tidewaiter:ignore", () => {
  test.each([
    ["key = @ # tidewaiter:ignore", undefined],
    ["key = @ // tidewaiter:ignore -- test key", "test key"],
    ["key = @ /* tidewaiter:ignore secrets -- test key */", "test key"],
    ["<a>@</a> <!-- tidewaiter:ignore secrets/github -- test key -->", "test key"],
    ["key = @ -- tidewaiter:ignore secrets/aws, secrets/github-personal-access-token -- test key", "test key"],
    ["key = @ # tidewaiter:ignore a test key", "a test key"],
    ["key = @ # tidewaiter:ignore secrets/* -- test key\r\nnext", "test key"],
    ["/* tidewaiter:ignore -- test key */ key = @", "test key"],
    ["# tidewaiter:ignore -- test key\nkey = @", "test key"],
    ["  // tidewaiter:ignore secrets/github -- test key\n  key = @", "test key"],
    ["before\n<!-- tidewaiter:ignore -->\nkey = @", undefined],
    ["x = 1 # tidewaiter:ignore-next-line -- test key\nkey = @", "test key"],
    [`${"é".repeat(50)} @ # tidewaiter:ignore -- clé d'essai`, "clé d'essai"],
  ])("%j excuses, with its reason", (text, reason) => {
    const found = excuse(text);
    expect(found?.by).toMatch(/^tidewaiter:ignore(-next-line)?$/);
    expect(found?.reason).toBe(reason);
  });

  test.each([
    "key = @",
    "key = @ # tidewaiter:ignore secrets/gitlab -- another check",
    "key = @ # tidewaiter:ignored",
    "key = @ # xtidewaiter:ignore",
    "key = @ # tidewaiter:ignore-next-line",
    "other = 1 # tidewaiter:ignore\nkey = @",
    "key = @\n# tidewaiter:ignore",
    "# tidewaiter:ignore\n\nkey = @",
    "# tidewaiter:ignore-next-line\nother = 1\nkey = @",
    "# tidewaiter:ignore-next-line kubeconfig\nkey = @",
  ])("%j excuses nothing", (text) => {
    expect(excuse(text)).toBeUndefined();
  });

  test("a comment on the last line of a secret of many lines counts", () => {
    expect(excuse("key = @ # tidewaiter:ignore", "secrets/private-key", "first\nsecond\nthird")).toBeDefined();
  });

  test("a value cannot excuse itself", () => {
    expect(excuse("key = @", "secrets/generic", "tidewaiter:ignore gitleaks:allow")).toBeUndefined();
    expect(excuse("key = @", "secrets/generic", "a\ngitleaks:allow\nb")).toBeUndefined();
  });

  test("a reason is cut and holds no control characters", () => {
    const reason = excuse(`key = @ # tidewaiter:ignore -- \u001b[31m${"x".repeat(5000)}`)?.reason;
    expect(reason).toMatch(/^\[31mx+$/);
    expect(reason).toHaveLength(200);
  });

  test("in a line of many megabytes only what stands beside the secret is read", () => {
    const far = "a ".repeat(4 << 20);
    expect(excuse(`${far}@${far}`)).toBeUndefined();
    expect(excuse(`${far}@ # tidewaiter:ignore ${far}`)).toBeDefined();
    expect(excuse(`tidewaiter:ignore ${far}@`)).toBeUndefined();
    expect(excuse(`${"tidewaiter:ignore-".repeat(1 << 18)}\n@`)).toBeUndefined();
  });
});

describe("other scanners' comments", () => {
  test.each([
    ["key = @ # gitleaks:allow", "gitleaks:allow"],
    ["key = @ //gitleaks:allow", "gitleaks:allow"],
    ["key = @ # betterleaks:allow", "betterleaks:allow"],
    ["key = @ # trufflehog:ignore", "trufflehog:ignore"],
    ["key = @ # kingfisher:ignore", "kingfisher:ignore"],
    ["key = @ # kingfisher:allow", "kingfisher:allow"],
    ["# kingfisher:ignore\nkey = @", "kingfisher:ignore"],
    ["key = @  # pragma: allowlist secret", "pragma: allowlist secret"],
    ["key = @  # pragma: whitelist secret", "pragma: allowlist secret"],
    ["key = @  // pragma:allowlist-secret", "pragma: allowlist secret"],
    ["# pragma: allowlist nextline secret\nkey = @", "pragma: allowlist nextline secret"],
    ["key = @ // secretlint-disable-line", "secretlint-disable-line"],
    ["key = @ // secretlint-disable-line @secretlint/secretlint-rule-github", "secretlint-disable-line"],
    ["// secretlint-disable-next-line\nkey = @", "secretlint-disable-next-line"],
    ["/* secretlint-disable */\na\nb\nkey = @", "secretlint-disable"],
    ["// secretlint-disable\na\n// secretlint-enable\n// secretlint-disable x\n\nkey = @", "secretlint-disable"],
    ["key = @ # ggignore", "ggignore"],
  ])("%j is honoured", (text, by) => {
    expect(excuse(text)?.by).toBe(by);
  });

  test.each([
    "# gitleaks:allow\nkey = @",
    "# trufflehog:ignore\nkey = @",
    "key = @ # gitleaks:allowed",
    "key = @ # pragma: allowlist nextline secret",
    "# pragma: allowlist secret\nkey = @",
    "key = @ // secretlint-disable-next-line",
    "// secretlint-disable-line\nkey = @",
    "// secretlint-disable\n// secretlint-enable\nkey = @",
    "key = @\n// secretlint-disable",
    "key = @ # aggignored",
    "ggignore\nkey = @",
  ])("%j is not what they mean", (text) => {
    expect(excuse(text)).toBeUndefined();
  });

  test("their reasons are kept", () => {
    expect(excuse("key = @ # gitleaks:allow -- documentation")?.reason).toBe("documentation");
  });
});
