import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { withTextsApart } from "../../src/files/pyc.ts";
import { githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { onlyFinding, scanPaths } from "../scanning.ts";
import { createRandom } from "../tokens/random.ts";
import { zipOf } from "./zips.ts";

const token = githubToken("compiled");

/** What Python compiles, where there is one. */
const compiled = (source: string): Buffer | undefined => {
  const folder = temporaryFolder();
  writeFileAt(folder, "m.py", source);
  const command = "import py_compile; py_compile.compile('m.py', cfile='out', doraise=True)";
  try {
    execFileSync("python3", ["-c", command], { cwd: folder, stdio: "ignore" });
    return readFileSync(join(folder, "out"));
  } catch {
    return undefined;
  }
};

/** A module as Python 3.11 writes it whose one constant is a text, with the mark of a code object behind it. */
const module = (text: string): Buffer => {
  const texts = (value: string): Buffer => Buffer.concat([Buffer.from([0xda, value.length]), Buffer.from(value)]);
  const nothing = Buffer.from(")\0");
  const code = Buffer.concat([Buffer.from("\xe3", "latin1"), Buffer.alloc(20), Buffer.from("s\x02\0\0\0d\0")]);
  const constants = Buffer.concat([Buffer.from(")\x02"), texts(text), Buffer.from("N")]);
  const rest = Buffer.concat([nothing, nothing, texts(""), texts("f"), texts("n"), texts("q"), Buffer.alloc(4)]);
  const tables = Buffer.concat([texts(""), texts("")]);
  const header = Buffer.from([0xa7, 0x0d, 0x0d, 0x0a, ...new Array<number>(12).fill(0)]);
  return Buffer.concat([header, code, constants, rest, tables]);
};

test("a text of compiled Python ends where it says, in a file and in an archive", async () => {
  for (const content of [module(token), zipOf({ "m.pyc": module(token) })]) {
    const folder = temporaryFolder();
    writeFileAt(folder, "any.name", content);
    const report = await scanPaths(folder);
    expect(onlyFinding(report).secret?.length).toBe(token.length);
  }
});

test("each text that Python itself wrote stands apart, to the end of the file", () => {
  const texts = ["a", "of any length", "x".repeat(300), "y".repeat(70_000), "zwölf", token];
  const source = texts.map((text, i) => `v${i} = ("${text}", b"${token}", ${i}.5, 10**${i}, None, {1, 2})\n`).join("");
  const content = compiled(
    `${source}def f(a, *b, c=1):\n  def g(): return "inner${token}"\n  return g, ...\nlast = "last"\n`,
  );
  if (content === undefined) return;
  const apart = withTextsApart(content).toString("latin1");
  for (const text of [...texts, "last", `inner${token}`])
    expect(apart).toContain(`\0${Buffer.from(text).toString("latin1")}\0`);
  expect(apart).toHaveLength(content.length);
});

test("what is no such file is the same afterwards, and damage anywhere does no harm", () => {
  const text = Buffer.from(`a text with ${token} and more`);
  expect(withTextsApart(text)).toBe(text);
  const whole = module(token);
  const { below } = createRandom("damage");
  for (let i = 0; i < 3000; i++) {
    const broken = Buffer.from(whole.subarray(0, 17 + below(whole.length - 16)));
    broken[16 + below(broken.length - 16)] = below(256);
    expect(withTextsApart(broken)).toHaveLength(broken.length);
  }
  const deep = Buffer.concat([whole.subarray(0, 16), Buffer.alloc(1 << 20, ")\x01")]);
  expect(withTextsApart(deep).equals(deep)).toBe(true);
});
