import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { pack } from "tar-stream";
import { unpack } from "../../src/files/archive.ts";
import type { Member } from "../../src/files/member.ts";
import type { Report } from "../../src/finding.ts";
import { createRepository, githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import { onlyFinding, placesOf, scanHistory, scanPaths } from "../scanning.ts";
import { zipOf } from "./zips.ts";

const secret = `x\ntoken = ${githubToken("archive")}\n`;

const tarOf = async (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const writer = pack();
  for (const [name, content] of Object.entries(files)) writer.entry({ name }, content);
  writer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of writer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** A gzip with a file name in its header, as gzip(1) writes it. */
const namedGzip = (name: string, content: string): Buffer => {
  const plain = gzipSync(content);
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from(`${name}\0`), plain.subarray(10)]);
};

/** A skippable frame (RFC 8878, section 3.1.2). */
const frameOf = (text: string): Buffer => {
  const head = Buffer.from("532a4d1800000000", "hex");
  head.writeUInt32LE(text.length, 4);
  return Buffer.concat([head, Buffer.from(text)]);
};

const skippable = frameOf("size");

const inFolder = (name: string, content: Buffer): Promise<Report> => {
  const folder = temporaryFolder();
  writeFileAt(folder, name, content);
  return scanPaths(folder);
};

const summary = async (content: Buffer): Promise<readonly string[]> => {
  const members: Member[] = [];
  for await (const member of unpack(content)) members.push(member);
  return members.map((member) => `${member.kind} ${member.inner}`).filter((member) => !member.endsWith("(headers)"));
};

/** Sets the checksum of the first header. */
const withChecksum = (tar: Buffer): Buffer => {
  tar.fill(" ", 148, 156);
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return tar;
};

const gaps = ({ coverage }: Report) => coverage.missing.map(({ what }) => what);
const skips = ({ coverage }: Report) => coverage.skipped.map(({ what, reason }) => `${what}: ${reason}`);

describe("archives are known by their content and shown with their members", () => {
  const files = { "docs/a.txt": "nothing\n", "conf/b.env": secret };

  test.each([
    ["tar", tarOf(files), "!conf/b.env"],
    ["tar.gz", tarOf(files).then((tar) => gzipSync(tar)), "!conf/b.env"],
    ["gzip", namedGzip("b.env", secret), "!b.env"],
    ["gzip without a name", gzipSync(secret), "!content"],
    ["zip", zipOf(files), "!conf/b.env"],
    ["zip without compression", zipOf(files, { stored: true }), "!conf/b.env"],
    ["zip in tar", tarOf({ "in/x.jar": zipOf(files) }), "!in/x.jar!conf/b.env"],
    ["zstd in two frames", Buffer.concat([zstdCompressSync("more\n"), zstdCompressSync(secret)]), "!content", 3],
    ["zstd as pzstd writes it", Buffer.concat([skippable, zstdCompressSync(secret)]), "!content"],
    ["a frame beside zstd", Buffer.concat([zstdCompressSync("more"), frameOf(secret)]), "!(rest)"],
    ["text behind zstd", Buffer.concat([zstdCompressSync("more"), Buffer.from(secret)]), "!(rest)"],
    ["text behind a zero behind gzip", Buffer.concat([gzipSync("more"), Buffer.from(`\0${secret}`)]), "!(rest)"],
    ["tar.gz in zip", tarOf(files).then((tar) => zipOf({ "y.tgz": gzipSync(tar) })), "!y.tgz!conf/b.env"],
  ] as const)("%s", async (_name, archive, inner, line: number = 2) => {
    const content = await archive;
    const report = await inFolder("any.name", content);
    expect(placesOf(report)).toEqual([`file any.name${inner}:${line}:9`]);
    expect(report.coverage.complete).toBe(true);
    const repository = createRepository();
    repository.commit("archive", { "any.name": content });
    expect(placesOf(await scanHistory(repository.folder))).toEqual([
      `commit any.name${inner}:${line}:9`,
      `file any.name${inner}:${line}:9`,
    ]);
  });

  test("many archives in history, each member where it is", async () => {
    const repository = createRepository();
    for (let i = 0; i < 5; i++) repository.commit(`${i}`, { [`${i}.tar`]: await tarOf({ [`${i}.txt`]: secret }) });
    const { locations } = onlyFinding(await scanHistory(repository.folder));
    expect(locations.filter(({ kind }) => kind === "commit").map(({ path }) => path)).toEqual(
      [0, 1, 2, 3, 4].map((i) => `${i}.tar!${i}.txt`),
    );
  });

  test("names that climb are text, and nothing is written", async () => {
    const tar = await tarOf({ "../../etc/passwd": secret });
    expect(placesOf(await inFolder("a.tar", tar))).toEqual(["file a.tar!../../etc/passwd:2:9"]);
  });

  test("an empty archive and empty members", async () => {
    expect(await summary(zipOf({}))).toEqual([]);
    expect(await summary(await tarOf({ empty: "" }))).toEqual([]);
    expect(await summary(gzipSync(""))).toEqual(["content !content"]);
  });
});

describe("limits are reached by name", () => {
  const zeros = Buffer.alloc(64 << 20);

  test.each([
    ["a gzip bomb", gzipSync(zeros)],
    ["a zip bomb", zipOf({ zeros })],
  ])("%s", async (_name, bomb) => {
    const report = await inFolder("bomb", bomb);
    expect(gaps(report)[0]).toMatch(/^bomb/);
    expect(report.verdict.conclusion).toBe("incomplete");
    const repository = createRepository();
    repository.commit("bomb", { "dir/bomb": bomb });
    expect(gaps(await scanHistory(repository.folder))[0]).toMatch(/^dir\/bomb \(object [0-9a-f]{40}\)/);
  });

  test("a bomb made of many members, packed or not", async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}`, Buffer.alloc(1 << 20)]));
    expect((await summary(zipOf(files))).at(-1)).toBe("limit !8");
    const shared = zipOf({ a: Buffer.alloc(3 << 20) }, { stored: true });
    const [entry, end] = [shared.subarray(-22 - 47, -22), Buffer.from(shared.subarray(-22))];
    const entries = Array.from({ length: 300 }, () => entry);
    const bomb = Buffer.concat([shared.subarray(0, -22 - 47), ...entries, end]);
    expect((await summary(bomb)).at(-1)).toBe("limit !a");
  });

  test("a gzip in a gzip in a gzip ...", async () => {
    let content = Buffer.from(secret);
    for (let i = 0; i < 3; i++) content = gzipSync(content);
    expect(await summary(content)).toEqual(["content !content!content!content"]);
    expect(await summary(gzipSync(content))).toEqual(["limit !content!content!content"]);
  });

  test("a tiny tar that announces 16 GiB", async () => {
    const tar = Buffer.from((await tarOf({ "huge.bin": secret })).subarray(0, 1024));
    tar.write("77777777777\0", 124, "latin1");
    expect(await summary(withChecksum(tar))).toEqual(["damaged ", "content "]);
    expect((await inFolder("a.tar", tar)).findings).toHaveLength(1);
  });
});

describe("damaged archives", () => {
  test("are passed over in folders and history, missing when asked for, and scanned as far as they go", async () => {
    const tar = await tarOf({ "a.txt": secret, "b.txt": "b\n".repeat(2000) });
    const cut = gzipSync(tar, { level: 0 }).subarray(0, 1800);
    const folder = temporaryFolder();
    writeFileAt(folder, "cut.tgz", cut);
    const walked = await scanPaths(folder);
    expect(walked.findings).toHaveLength(1);
    expect(walked.coverage.complete).toBe(true);
    expect(skips(walked)).toContain("archive: damaged: scanned without unpacking the rest");
    expect(gaps(await scanPaths(`${folder}/cut.tgz`))).toContain(`${folder}/cut.tgz`);
  });

  test("broken bytes anywhere neither hang nor crash", async () => {
    const files = { "a.txt": secret, "b/c.txt": "b\n".repeat(300) };
    const archives = [await tarOf(files), gzipSync(await tarOf(files)), zipOf(files), zipOf(files, { stored: true })];
    for (const archive of archives)
      for (let i = 0; i < archive.length; i += Math.ceil(archive.length / 97)) {
        const broken = Buffer.from(archive);
        broken[i] = broken[i]! ^ 0xff;
        expect(Array.isArray(await summary(broken))).toBe(true);
        expect(Array.isArray(await summary(broken.subarray(0, i)))).toBe(true);
      }
  });

  test("headers of every type and of odd sizes neither hang nor hide what follows", async () => {
    const tar = await tarOf({ "odd.txt": "odd\n", "b.txt": secret });
    for (let type = 0; type < 256; type++)
      for (const size of ["00000000000", "00000000005", "00000001000", "77777777777", "not a numbe"]) {
        const odd = Buffer.from(tar);
        odd[156] = type;
        odd.write(size, 124, "latin1");
        expect(await summary(withChecksum(odd))).toEqual(expect.arrayContaining([expect.anything()]));
      }
  });

  test("a folder with a size, as some write it", async () => {
    const tar = Buffer.from(await tarOf({ "folder/": "", "b.txt": secret }));
    tar.write("5", 156, "latin1");
    tar.write("00000000005", 124, "latin1");
    expect(await summary(withChecksum(tar))).toEqual(["content !b.txt"]);
  });

  test("what headers of a tar say is looked at: names, links, attributes", async () => {
    const writer = pack();
    writer.entry({ name: "a", pax: { "SCHILY.xattr.user.k": secret } }, "x");
    writer.entry({ name: "b", type: "symlink", linkname: `../?${githubToken("link")}` });
    writer.entry({ name: githubToken("name") }, "y");
    writer.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of writer) chunks.push(chunk as Buffer);
    const report = await inFolder("x.tar", Buffer.concat(chunks));
    expect(report.findings).toHaveLength(3);
    expect(new Set(placesOf(report).map((place) => place.replace(/:.*/, "")))).toEqual(
      new Set(["file x.tar!(headers)"]),
    );
  });

  test("an encrypted member is passed over by name", async () => {
    const report = await inFolder("a.zip", zipOf({ "a.txt": secret }, { encrypted: true }));
    expect(skips(report)).toContain("archive member: encrypted");
    expect(report.coverage.complete).toBe(true);
  });
});
