import { expect, test } from "@jest/globals";
import { rowsOf } from "../../src/files/sqlite.ts";
import { githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { onlyFinding, scanPaths } from "../scanning.ts";
import { createRandom } from "../tokens/random.ts";
import { databaseOf } from "./databases.ts";

const textOf = (size: number, i: number): string => `${i} ${"some words ".repeat(size / 11)} end ${i}`;

test.each([512, 1024, 4096, 65_536])(
  "all texts of a database with pages of %d bytes stand in lines of their own",
  (size) => {
    const rows = Array.from(
      { length: 300 },
      (_, i) => [textOf((i * 37) % 9000, i), textOf((i * 11) % 700, i)] as const,
    );
    const content = databaseOf(size, rows, "; create index i on t(b)");
    const lines = new Set(rowsOf(content)!.toString().split("\n"));
    for (const text of rows.flat()) expect(lines.has(text)).toBe(true);
    expect(lines.has(`blob of ${rows[7]![1].slice(0, 20)}`)).toBe(true);
  },
);

test("a token between two columns is found, and told as what a row holds", async () => {
  const folder = temporaryFolder();
  writeFileAt(folder, "any.name", databaseOf(4096, [["user", githubToken("row")]]));
  const finding = onlyFinding(await scanPaths(folder));
  expect(finding.secret?.length).toBe(40);
  expect(finding.locations.map(({ path }) => path)).toEqual(["any.name!(rows)"]);
});

test("what is no database is none, and damage anywhere costs little", () => {
  expect(rowsOf(Buffer.from("SQLite format 3 is described at sqlite.org"))).toBeUndefined();
  const whole = databaseOf(
    512,
    Array.from({ length: 50 }, (_, i) => [textOf(3000, i), "b"] as const),
  );
  const { below } = createRandom("database");
  for (let i = 0; i < 300; i++) {
    const broken = Buffer.from(whole);
    for (let n = 0; n < 20; n++) broken[below(broken.length)] = below(256);
    expect((rowsOf(broken) ?? Buffer.alloc(0)).length).toBeLessThan(whole.length * 6);
  }
});

test("rows that all lead to the same long chain of pages are read for as long as the file is large", () => {
  const content = Buffer.alloc(4 << 20);
  content.write("SQLite format 3\0", "latin1");
  content.writeUInt16BE(512, 16);
  for (let page = 1; page < 8192; page++) {
    const at = page * 512;
    content[at] = 0x0d;
    content.writeUInt16BE(200, at + 3);
    for (let cell = 0; cell < 200; cell++) content.writeUInt16BE(420, at + 8 + cell * 2);
    content.set([0xff, 0xff, 0xff, 0x7f, 1, 0], at + 420); // 268 million bytes, of which most are elsewhere
    content.writeUInt32BE(page, at + 508);
  }
  const start = performance.now();
  rowsOf(content);
  expect(performance.now() - start).toBeLessThan(5000);
});
