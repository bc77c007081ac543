import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { githubToken } from "../repositories.ts";
import { onlyFinding } from "../scanning.ts";
import { gapsOf, scanParts, tarOf } from "./images.ts";

const token = githubToken("header");
const secret = Buffer.from(`t = ${token}\n`);

const withChecksum = (header: Buffer): Buffer => {
  header.fill(" ", 148, 156);
  const sum = header.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
};

const padded = (content: Buffer): Buffer =>
  Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);

/** A member of any type, without what ends a tar. */
const member = (type: string, name: string, content: Buffer | string): Buffer => {
  const bytes = Buffer.from(content as string);
  const header = Buffer.alloc(512);
  header.write(name);
  header.write("0000644\0", 100);
  header.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write(type, 156);
  header.write("ustar\x0000", 257, "latin1");
  return Buffer.concat([withChecksum(header), padded(bytes)]);
};

/** `length key=value` with its own length counted. */
const record = (key: string, value: string): string => {
  const bare = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(bare);
  while (`${length}`.length + Buffer.byteLength(bare) !== length) length = `${length}`.length + Buffer.byteLength(bare);
  return `${length}${bare}`;
};

const end = Buffer.alloc(1024);
const scanMembers = (...members: readonly Buffer[]): Promise<Report> =>
  scanParts({ layers: [Buffer.concat([...members, end])] });

describe("global headers", () => {
  test("are looked at, also without a member after them", async () => {
    const comment = member("g", "pax_global_header", record("comment", token));
    for (const members of [
      [comment, member("0", "a", "x")],
      [member("0", "a", "x"), comment],
    ]) {
      const report = await scanMembers(...members);
      expect(onlyFinding(report).locations).toMatchObject([{ kind: "layer", path: "(global header)" }]);
      expect(gapsOf(report)).toEqual([]);
    }
  });

  test("a comment, as git archive writes it, is no gap and changes no member", async () => {
    const report = await scanMembers(member("g", "g", record("comment", "0123")), member("0", "a.env", secret));
    expect(onlyFinding(report).locations).toMatchObject([{ path: "a.env" }]);
    expect(report.coverage.complete).toBe(true);
  });

  test.each([
    ["path", "etc/other"],
    ["linkpath", "etc/other"],
    ["size", "0"],
  ])("that set the %s of what follows are named, and what engines see is read", async (key, value) => {
    const own = member("x", "x", record("mtime", "1"));
    const report = await scanMembers(member("g", "g", record(key, value)), own, member("0", "a.env", secret));
    expect(onlyFinding(report).locations).toMatchObject([{ path: "a.env" }]);
    expect(gapsOf(report)).toEqual([
      `a global header: it sets the ${key} of all files after it, which engines take in different ways`,
    ]);
    expect(report.verdict.conclusion).toBe("incomplete");
  });

  test("in an archive in a layer", async () => {
    const inner = Buffer.concat([
      member("g", "g", record("comment", token) + record("size", "0")),
      member("0", "a", "x"),
      end,
    ]);
    const report = await scanParts({ layers: [await tarOf({ "opt/app.tar": inner })] });
    expect(onlyFinding(report).locations).toMatchObject([{ path: "opt/app.tar!(header)" }]);
    expect(gapsOf(report).join()).toMatch(/app\.tar: a global header sets paths or sizes/);
  });
});

test.each(["1", "2", "3", "4", "6"])(
  "content behind a header of type %s, which engines take for members",
  async (type) => {
    const hidden = member("0", "a.env", secret);
    const report = await scanMembers(member(type, "link", hidden), member("0", "b", "x"));
    expect(report.findings).toHaveLength(1);
    expect(gapsOf(report)).toEqual(["link: a link or device with content, which engines read as further files"]);
  },
);

describe("records that later ones replace", () => {
  const plain = record("comment", "nothing");
  test.each<[string, readonly Buffer[]]>([
    ["in one header", [member("x", "x", record("comment", token) + plain)]],
    ["behind what cannot be parsed", [member("x", "x", `${plain}0 x=y\n${record("comment", token)}`)]],
    ["in a header before another", [member("x", "x", record("comment", token)), member("x", "x", plain)]],
  ])("%s", async (_, headers) => {
    const report = await scanMembers(...headers, member("0", "a", "x"));
    expect(onlyFinding(report).locations).toMatchObject([{ path: "(repeated header)" }]);
    expect(gapsOf(report)).toEqual([]);
  });

  test("records that say each thing once, in any script, are not looked at twice", async () => {
    const report = await scanMembers(
      member("x", "x", record("comment", token) + record("path", "ä/é".repeat(40))),
      member("0", "a", "x"),
    );
    expect(onlyFinding(report).locations).toHaveLength(1);
    expect(onlyFinding(report).locations[0]!.path).toMatch(/\(attribute comment\)$/);
  });
});
