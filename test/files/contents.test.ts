import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import type { Hit } from "../../src/detect/hit.ts";
import { scanFiles, scanFilesBelow } from "../../src/files/files.ts";
import type { Report } from "../../src/finding.ts";
import { createRepository, githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { placesOf, scanHistory, scanPaths } from "../scanning.ts";

const token = githubToken("contents");
const utf16 = (text: string, mark: string): Buffer => Buffer.from(`${mark}${text}`, "utf16le");
const swapped = (text: string, mark: string): Buffer => utf16(text, mark).swap16();
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

/** Contents with a secret, and the line and column at which it stands. */
const contents: readonly (readonly [name: string, content: Buffer, line: number, column: number])[] = [
  ["NUL bytes", latin(`\0\0\0\n\0\0${token}\0\0`), 2, 3],
  ["invalid UTF-8", latin(`\xff\xfe\xfd\n\xc3\x28 ${token}\n\xff`), 2, 4],
  ["CRLF", latin(`one\r\ntwo ${token}\r\n`), 2, 5],
  ["tabs", latin(`\t\t${token}\n`), 1, 3],
  ["emoji before it", Buffer.from(`😀é ${token}\n`), 1, 5],
  ["a UTF-8 mark", Buffer.from(`\ufeffa ${token}\n`), 1, 4],
  ["UTF-16 with a mark", utf16(`one\ntwo 😀 ${token}\n`, "\ufeff"), 2, 8],
  ["UTF-16 of the other order with a mark", swapped(`one\ntwo ${token}\n`, "\ufeff"), 2, 5],
  ["UTF-16 without a mark", utf16(`two ${token} end`, ""), 1, 5],
  ["no last line feed", latin(token), 1, 1],
];

describe("contents of every kind", () => {
  const folder = temporaryFolder();
  const repository = createRepository();
  contents.forEach(([, content], i) => {
    writeFileAt(folder, `${i}`, content);
    writeFileAt(repository.folder, `${i}`, content);
  });
  repository.commit("contents");
  const scans = { files: scanPaths(folder), git: scanHistory(repository.folder) };

  test.each(contents.map(([name, , line, column], i) => [name, i, line, column] as const))(
    "%s",
    async (_name, i, line, column) => {
      expect(placesOf(await scans.files)).toContain(`file ${i}:${line}:${column}`);
      expect(placesOf(await scans.git)).toContain(`file ${i}:${line}:${column}`);
    },
  );
});

describe("sizes", () => {
  test("a line of 100 MB, in a file and in history", async () => {
    const repository = createRepository();
    const line = Buffer.alloc(100 << 20, "a ");
    line.write(` ${token} `, 90 << 20, "latin1");
    repository.write("long", line);
    repository.git("-c", "core.compression=0", "add", "long");
    const column = (90 << 20) + 2;
    expect(placesOf(await scanPaths(repository.folder))).toEqual([`file long:1:${column}`]);
    expect(placesOf(await scanHistory(repository.folder))).toEqual([`file long:1:${column}`]);
  });

  test("no byte and one byte", async () => {
    const repository = createRepository();
    repository.commit("small", { empty: "", one: "x" });
    expect((await scanPaths(repository.folder)).coverage).toMatchObject({ complete: true, files: 2, bytes: 1 });
    expect((await scanHistory(repository.folder)).coverage).toMatchObject({ complete: true, objects: 3 });
  });
});

const gaps = ({ coverage }: Report): readonly string[] =>
  coverage.missing.map(({ what, reason }) => `${what}: ${reason}`);

describe("files that are none", () => {
  test("pipes are never opened", async () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const report = await scanPaths(folder);
    expect(report.coverage.skipped).toEqual([{ what: "device, socket or pipe", reason: "never opened", count: 1 }]);
    expect(report.coverage.complete).toBe(true);
    expect(gaps(await scanPaths(join(folder, "pipe")))).toEqual([expect.stringContaining("standard input")]);
  });

  test("sockets and devices", async () => {
    const path = join(temporaryFolder(), "socket");
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once("listening", resolve));
    expect(gaps(await scanPaths(path))).toHaveLength(1);
    server.close();
    expect(gaps(await scanPaths("/dev/null"))).toHaveLength(1);
  });

  test("links are not followed, so loops do no harm; a named one is", async () => {
    const folder = temporaryFolder();
    symlinkSync(folder, join(folder, "loop"));
    symlinkSync("itself", join(folder, "itself"));
    writeFileAt(folder, "file", token);
    symlinkSync("file", join(folder, "link"));
    const report = await scanPaths(folder);
    expect(placesOf(report)).toEqual(["file file:1:1"]);
    expect(report.coverage.skipped).toEqual([{ what: "symbolic link", reason: "not followed", count: 3 }]);
    expect(placesOf(await scanPaths(join(folder, "link")))).toHaveLength(1);
    expect(gaps(await scanPaths(join(folder, "itself")))).toHaveLength(1);
  });

  test("what vanishes between listing and reading", async () => {
    const folder = temporaryFolder();
    for (const name of ["a", "b", "c"]) writeFileAt(folder, name, name);
    const inspect = (): readonly Hit[] => {
      rmSync(join(folder, "b"), { force: true });
      return [];
    };
    const { coverage } = await scanFiles([folder], inspect);
    expect(coverage).toMatchObject({ files: 2, missing: [{ what: "b", reason: "does not exist" }] });
    const listed = await scanFilesBelow(folder, [Buffer.from("a"), Buffer.from("b")], () => []);
    expect(listed.coverage).toMatchObject({ files: 1, missing: [] });
  });

  test("files of /proc, whose size is said to be 0, are read", async () => {
    const report = await scanFiles(["/proc/self/environ", "/proc/self/status"], () => []);
    expect(report.coverage.bytes).toBeGreaterThan(100);
  });

  test("folders deeper than a path can be long are named", async () => {
    const folder = temporaryFolder();
    const name = "d".repeat(200);
    const script = `for (let i = 0; i < 30; i++) { fs.mkdirSync("${name}"); process.chdir("${name}"); }`;
    expect(spawnSync(process.execPath, ["-e", script], { cwd: folder }).status).toBe(0);
    const report = await scanPaths(folder);
    expect(report.verdict.conclusion).toBe("incomplete");
    expect(gaps(report)[0]).toContain("too long");
    spawnSync("rm", ["-rf", folder]);
  });

  test("names that are not UTF-8 are read", async () => {
    const folder = temporaryFolder();
    mkdirSync(Buffer.from(`${folder}/\xff`, "latin1"));
    writeFileSync(Buffer.from(`${folder}/\xff/\xfe`, "latin1"), token);
    expect(placesOf(await scanPaths(folder))).toEqual(["file \ufffd/\ufffd:1:1"]);
  });

  test("a path that does not exist is missing", async () => {
    expect(gaps(await scanPaths("/nowhere/at/all"))).toEqual(["/nowhere/at/all: does not exist"]);
  });
});

test("standard input in pieces", async () => {
  const input = Readable.from([Buffer.from("one "), Buffer.from("two")]);
  const seen: string[] = [];
  const inspect = (content: Buffer): readonly Hit[] => {
    seen.push(content.toString());
    return [];
  };
  expect((await scanFiles(["-"], inspect, input)).coverage).toMatchObject({ files: 1, bytes: 7, missing: [] });
  expect(seen).toEqual(["one two"]);
});
