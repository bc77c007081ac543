import { deflateRawSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { prepare } from "../../src/detect/prepared.ts";
import { readPrepared, writePrepared } from "../../src/detect/prepared-file.ts";
import type { Rule } from "../../src/detect/rule.ts";
import { documentParsers } from "../../src/documents/registry.ts";
import { createKernel } from "../../src/kernel/kernel.ts";
import { githubToken } from "../repositories.ts";

const engine = "ab".repeat(32);
const some: readonly Rule[] = rules.filter(({ id }) => id.startsWith("secrets/github"));

const text = `token = ${githubToken("prepared")}\n`;
const contents = [
  Buffer.from(text),
  Buffer.from(Buffer.from(text).toString("base64")),
  Buffer.from(text, "utf16le"),
  Buffer.from("nothing\n"),
];

test("a detector that the build prepared finds what one does that prepares itself", async () => {
  const packed = writePrepared(await prepare(some, documentParsers), engine);
  const prepared = readPrepared(packed, engine);
  const own = await createDetector(some, documentParsers);
  const loaded = await createDetector(some, documentParsers, undefined, createKernel(), prepared);
  for (const content of contents) expect(loaded.scan(content)).toEqual(own.scan(content));
  expect(own.scan(contents[0]!)).toHaveLength(1);
  expect(own.scan(contents[1]!)).toHaveLength(1);
});

test("what was prepared of other code or rules is not used", async () => {
  const packed = writePrepared(await prepare(some, []), engine);
  expect(readPrepared(packed, "cd".repeat(32))).toBeUndefined();
  expect(readPrepared(Buffer.concat([Buffer.of(5, 0, 0, 0), deflateRawSync("short")]), engine)).toBeUndefined();
});
