import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compileGlob } from "../../src/policy/glob.ts";

describe("compileGlob", () => {
  test.each([
    ["src/a.ts", "src/a.ts"],
    ["src", "src/a/b.ts"],
    ["src/", "src/a.ts"],
    ["src/**", "src/a/b.ts"],
    ["src/**/b.ts", "src/b.ts"],
    ["src/**/b.ts", "src/x/y/b.ts"],
    ["**/test/**", "a/b/test/c"],
    ["**/test", "test"],
    ["*.pem", "a/b/c.pem"],
    ["*.pem", "c.pem"],
    ["testdata", "a/testdata/c.pem"],
    ["src/*.ts", "src/a.ts"],
    ["src/?.ts", "src/a.ts"],
    ["./a.ts", "a.ts"],
    ["pages/[id].tsx", "pages/[id].tsx"],
    ["**", "a/b"],
    ["src/*", "src/a/b"],
    ["a**c", "abc"],
    ["**/a/**/b", "x/a/y/a/z/b"],
    ["commit message", "commit message"],
  ])("%s covers %s", (glob, path) => {
    expect(compileGlob(glob)(path)).toBe(true);
  });

  test.each([
    ["src/a.ts", "lib/src/a.ts"],
    ["src/*.ts", "src/x/a.ts"],
    ["src", "srcs/a"],
    ["*.pem", "a.pem.txt"],
    ["src/?.ts", "src/ab.ts"],
    ["src/?.ts", "src//.ts"],
    ["./a.ts", "b/a.ts"],
    ["src/**/b.ts", "src/xb.ts"],
    ["a/b", "a"],
    ["pages/[id].tsx", "pages/i.tsx"],
    ["**/test", "attest"],
    ["**/a/b", "xa/b"],
    ["a.ts", "abts"],
  ])("%s does not cover %s", (glob, path) => {
    expect(compileGlob(glob)(path)).toBe(false);
  });

  test("agrees with a regular expression of the same meaning", () => {
    const glob = fc.array(fc.constantFrom("a", "b", "/", "*", "?", "**/", "/**/"), { minLength: 1, maxLength: 8 });
    const path = fc.array(fc.constantFrom("a", "b", "/"), { minLength: 1, maxLength: 10 });
    const meaning = (text: string): RegExp => {
      const trimmed = text.replace(/\/(?:\*\*)?$/, "");
      const rooted = trimmed.includes("/") ? trimmed : `**/${trimmed}`;
      const source = rooted.replace(/(?<=^|\/)\*\*\/|\*|\?/g, (t) =>
        t === "*" ? "[^/]*" : t === "?" ? "[^/]" : "(?:[^/]*/)*",
      );
      return new RegExp(`^${source}(?:/.*)?$`);
    };
    fc.assert(
      fc.property(glob, path, (parts, chars) => {
        const text = parts.join("");
        expect([text, chars.join(""), compileGlob(text)(chars.join(""))]).toEqual([
          text,
          chars.join(""),
          meaning(text).test(chars.join("")),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test("many stars against a long path end", () => {
    expect(compileGlob(`${"*a".repeat(200)}b`)("a".repeat(4000))).toBe(false);
    expect(compileGlob(`${"**/a/".repeat(150)}b`)("a/".repeat(2000))).toBe(false);
  });
});
