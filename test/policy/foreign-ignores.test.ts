import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../src/finding.ts";
import { applyPolicy } from "../../src/policy/apply.ts";
import { type ForeignFileName, readForeignFile } from "../../src/policy/foreign-ignores.ts";
import { coverageOf, findingWith, locationAt, policyWith } from "./findings.ts";

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");
const commit = "c".repeat(40);

const judge = (finding: Finding, file: ForeignFileName, text: string, scope: "everything" | "change" = "everything") =>
  applyPolicy([finding], coverageOf(), policyWith({ foreign: [readForeignFile(file, text)] }), {
    scope,
    today: "2026-06-15",
    key: undefined,
    hashesOf: () => [sha1("the value")],
  });

const suppressed = (finding: Finding, file: ForeignFileName, text: string) =>
  judge(finding, file, text).findings[0]!.suppressed;

const inCommit = locationAt("a:b.txt", { kind: "commit", commit, line: 4, endLine: 4 });

describe(".gitleaksignore and .betterleaksignore", () => {
  test.each([
    [`${commit}:a:b.txt:some-rule:4`, true],
    [`# known\n\na:b.txt:some-rule:4 # why\r\n`, true],
    [`${"d".repeat(40)}:a:b.txt:some-rule:4`, false],
    ["a:b.txt:some-rule:5", false],
    ["b.txt:some-rule:4", false],
  ])("%j", (text, holds) => {
    const finding = findingWith({ locations: [inCommit] });
    const line = text.startsWith("#") ? 3 : 1;
    expect(suppressed(finding, ".gitleaksignore", text)).toEqual(
      holds ? { kind: "configuration", by: `.gitleaksignore, line ${line}` } : undefined,
    );
    expect(suppressed(finding, ".betterleaksignore", text) !== undefined).toBe(holds);
  });

  test("an entry covers the secret at its path, not its copy at another", () => {
    const moved = locationAt("a:b.txt", { line: 9, endLine: 9 });
    const entry = `${commit}:a:b.txt:r:4`;
    expect(suppressed(findingWith({ locations: [inCommit, moved] }), ".gitleaksignore", entry)).toBeDefined();
    const copied = findingWith({ locations: [inCommit, locationAt("c.txt", { line: 4, endLine: 4 })] });
    expect(suppressed(copied, ".gitleaksignore", entry)).toBeUndefined();
    expect(suppressed(copied, ".gitleaksignore", `${entry}\nc.txt:r:4\n`)).toBeDefined();
  });

  test("entries that match nothing, and lines that are no entries, are told", () => {
    const finding = findingWith({ locations: [inCommit] });
    const text = `a:b.txt:r:4\nx.txt:r:1\nnonsense\n`;
    const notes = [
      ".gitleaksignore: line 3: no COMMIT:FILE:RULE:LINE or FILE:RULE:LINE, so it ignores nothing",
      "1 of 2 entries of .gitleaksignore match nothing that was found: line 2",
    ];
    expect(judge(finding, ".gitleaksignore", text).notes).toEqual(expect.arrayContaining(notes));
    expect(judge(finding, ".gitleaksignore", text, "change").notes).not.toContain(notes[1]);
  });
});

describe(".secrets.baseline", () => {
  const baseline = (path: string, hash: string, more: object = {}) =>
    JSON.stringify({
      version: "1.5.0",
      results: { [path]: [{ type: "T", hashed_secret: hash, line_number: 1, ...more }] },
    });
  const finding = findingWith({ locations: [locationAt("src/a.txt", { line: 7, endLine: 7 })] });

  test("knows a secret by its hash in a file, at whatever line", () => {
    const known = { kind: "baseline", by: ".secrets.baseline" };
    expect(suppressed(finding, ".secrets.baseline", baseline("src/a.txt", sha1("the value")))).toEqual(known);
    expect(suppressed(finding, ".secrets.baseline", baseline("src\\a.txt", sha1("the value")))).toEqual(known);
    expect(suppressed(finding, ".secrets.baseline", baseline("src/b.txt", sha1("the value")))).toBeUndefined();
    expect(suppressed(finding, ".secrets.baseline", baseline("src/a.txt", sha1("another")))).toBeUndefined();
  });

  test("an audit's word is the reason", () => {
    const audited = baseline("src/a.txt", sha1("the value"), { is_secret: false });
    expect(suppressed(finding, ".secrets.baseline", audited)).toMatchObject({ reason: "audited as no secret" });
  });

  test.each([
    "",
    "[]",
    "{}",
    '{"results": []}',
    '{"results": {"a": 1, "b": [null, {"hashed_secret": 5}]}}',
    '{"__proto__": 1}',
  ])("%j ignores nothing", (text) => {
    expect(suppressed(finding, ".secrets.baseline", text)).toBeUndefined();
  });

  test("what is no baseline is told", () => {
    expect(judge(finding, ".secrets.baseline", "x").notes).toContain(
      ".secrets.baseline is no baseline of detect-secrets, so it ignores nothing",
    );
  });
});
