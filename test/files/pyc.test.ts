import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { withTextsApart } from "../../src/files/pyc.ts";
import { githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { onlyFinding, scanPaths } from "../scanning.ts";
import { createRandom } from "../tokens/random.ts";
import { moduleOf } from "./modules.ts";
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

test("a text of compiled Python ends where it says, in a file and in an archive", async () => {
  for (const content of [moduleOf(token), zipOf({ "m.pyc": moduleOf(token) })]) {
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
  const whole = moduleOf(token);
  const { below } = createRandom("damage");
  for (let i = 0; i < 3000; i++) {
    const broken = Buffer.from(whole.subarray(0, 17 + below(whole.length - 16)));
    broken[16 + below(broken.length - 16)] = below(256);
    expect(withTextsApart(broken)).toHaveLength(broken.length);
  }
  const deep = Buffer.concat([whole.subarray(0, 16), Buffer.alloc(1 << 20, ")\x01")]);
  expect(withTextsApart(deep).equals(deep)).toBe(true);
});
