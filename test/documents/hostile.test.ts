import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { documentParsers } from "../../src/documents/registry.ts";

const many = (text: string, count: number): string => text.repeat(count);

/** Each would hang, throw or overflow something in a careless parser. */
const hostile: Readonly<Record<string, string>> = {
  "open brackets": many("{", 200_000),
  "open objects": many('{"auths":', 100_000),
  "open lists": many("[", 200_000),
  "a string that never ends": `"auths": {"${many("a", 5_000_000)}`,
  backslashes: `{"auths": {"${many("\\", 1_000_001)}`,
  "white space": `{"auths": {${many(" \n", 1_000_000)}`,
  comments: `{"auths": {${many("/*", 200_000)}`,
  "Secrets without end": many("kind: Secret\n", 50_000),
  "Secrets of all depths": Array.from({ length: 20_000 }, (_, i) => `${many(" ", i % 80)}kind: Secret`).join("\n"),
  "Secrets in JSON": many('{"kind":"Secret","data":', 20_000),
  "Secrets between closing brackets": many('}"kind":"Secret"', 50_000),
  "an alias bomb": `kind: Secret\n${Array.from("abcdefghij", (name, i) => `${name}: &${name} [${i === 0 ? "x" : many(`*${"abcdefghij"[i - 1]},`, 9)}]\n`).join("")}data: *j\n`,
  "a merge of itself": "kind: Secret\ndata: &d\n  <<: [*d,*d,*d,*d]\n  password: a\n",
  "many keys": `kind: Secret\ndata:\n${many("  password: c2VjcmV0\n", 20_000)}`,
  "states within states": `{"terraform_version":"1","resources":${many('[{"type":"a","instances":[{"attributes":{"password":', 40)}`,
  "many resources": `{"terraform_version":"1","resources":[${many('{"type":"a","instances":[{"attributes":{"password":"x"}}]},', 20_000)}`,
  "many servers": `<Host>a.net</Host>${many("<Pass>abcdef12345</Pass>", 50_000)}`,
  "many sessions": many("[Sessions\\a]\nHostName=a\nPassword=00ff00ff\n", 30_000),
  "elements without end": `password="df${many("<fileTransfer ", 100_000)}`,
  "a key store that promises much": `\xfe\xed\xfe\xed\0\0\0\x02${many("\xff", 100_000)}`,
  "many pairs": `{"_postman_id":1,"a":[${many('{"key":"token","value":"a1b2c3d4e5f6a7b8"},', 30_000)}`,
  "many principals": many('{"appId":"x","password":"', 20_000),
  "many kinds on a line": many("kind: EncryptionConfiguration ", 50_000),
  "many users": `$REALM_NAME=a$\n${many(`ann=${many("a", 32)}\n`, 100_000)}${many("a", 100_000)}`,
  "maps in maps": many("passwords = {", 100_000),
  "a map of blanks": `passwords = {${many(" \n,", 500_000)}`,
  "a map of comments": `passwords = {${many("#\n", 500_000)}`,
  "maps in comments": many("# passwords = {\n", 100_000),
  "many entries": `${many(`passwords = { a = "b1c2d3e4f5"`, 2_000)}${many(`\n a = "b1c2d3e4f5"`, 100_000)}`,
  "keys without end": `---\n:rubygems_api_key: ${many("a", 16_000)}`,
  "many saved logins": `SQLite format 3\0${many("\0", 500)}password_value BLOB${many("v10\0", 200_000)}`,
  "a slot that never closes": `kind: Secret\n${many("{{", 200_000)}`,
};

const placesOf = (content: Buffer, anchors: readonly string[]): readonly number[] =>
  anchors
    .flatMap((anchor) => {
      const found: number[] = [];
      for (let at = content.indexOf(anchor); at !== -1; at = content.indexOf(anchor, at + 1)) found.push(at);
      return found;
    })
    .sort((a, b) => a - b);

const parseAll = (content: Buffer) =>
  documentParsers.flatMap(({ anchors, parse }) => parse(content, placesOf(content, anchors)));

describe("hostile text ends soon and without an exception:", () => {
  test.each(Object.keys(hostile))("%s", (name) => {
    const content = Buffer.from(hostile[name]!, "latin1");
    const began = process.cpuUsage(); // a busy machine makes it wait, and that is no fault
    for (const { start, end } of parseAll(content)) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(content.length);
    }
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(20);
  });
});

const words = [
  ...documentParsers.flatMap(({ anchors }) => anchors),
  ..."{}[]:,\"'\n\t |>&*#-=<\\".split(""),
  ...[
    "\n  ",
    '":"',
    "data:",
    "stringData:",
    "password",
    "auth",
    "aGVsbG86d29ybGQxMjM=",
    "/* ",
    "// ",
    "\0",
    "\xff",
    "---\n",
  ],
];

test("any mixture of words has matches within the content", () => {
  const mixture = fc
    .array(fc.constantFrom(...words), { maxLength: 100 })
    .map((parts) => Buffer.from(parts.join(""), "latin1"));
  fc.assert(
    fc.property(mixture, (content) => {
      for (const { start, end, secret } of parseAll(content)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(content.length);
        expect(secret.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});
