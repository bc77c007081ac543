import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { pack } from "tar-stream";
import { plainMembers } from "../../src/files/plain-tar.ts";
import { readByLibrary, readFiles, toldBy } from "../../src/files/tar.ts";
import { temporaryFolder, writeFileAt } from "../repositories.ts";

interface Entry {
  readonly name: string;
  readonly type: "file" | "directory" | "symlink";
  readonly content: string;
}

const tarOf = async (entries: readonly Entry[]): Promise<Buffer> => {
  const writer = pack();
  for (const { name, type, content } of entries)
    if (type === "file") writer.entry({ name, type }, content);
    else writer.entry({ name, type, linkname: type === "symlink" ? content || "x" : "" });
  writer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of writer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const budget = () => ({ bytes: 1 << 24, members: 1000 });

type Read = typeof readFiles;

/** Members, and what headers say, as text. */
const listed = async (read: Read, tar: Buffer): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const member of read(tar, budget(), (header) => found.push(`header ${toldBy(header)}`)))
    found.push(`${member.kind} ${member.inner} ${member.kind === "content" ? member.content.toString("latin1") : ""}`);
  return found;
};

const checksumAt = 148;

/** Sets the checksum of the header at an offset. */
const mend = (tar: Buffer, at: number): void => {
  if (at + 512 > tar.length) return;
  tar.fill(" ", at + checksumAt, at + checksumAt + 8);
  const sum = tar.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, at + checksumAt, "latin1");
};

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."ab/.é "), minLength: 1, maxLength: 20 }),
  fc.integer({ min: 90, max: 300 }).map((length) => `long/${"n".repeat(length)}`),
);
const entry = fc.record({
  name,
  type: fc.constantFrom("file", "file", "file", "directory", "symlink") as fc.Arbitrary<Entry["type"]>,
  content: fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.integer({ min: 500, max: 1600 }).map((size) => "c".repeat(size)),
  ),
});
const damage = fc.record({
  block: fc.nat({ max: 12 }),
  at: fc.nat({ max: 511 }),
  byte: fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0x30, 0x35, 0x78, 0x67, 0x4c, 0x4b, 0x20, 0)),
  isMended: fc.boolean(),
});

describe("tars in memory", () => {
  test("have the members that the library tells, whole and damaged ones", async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 5 }),
        fc.option(damage, { nil: undefined }),
        fc.option(fc.nat({ max: 6000 }), { nil: undefined }),
        async (entries, broken, cut) => {
          const tar = Buffer.from((await tarOf(entries)).subarray(0, cut));
          if (broken !== undefined && broken.block * 512 + broken.at < tar.length) {
            tar[broken.block * 512 + broken.at] = broken.byte;
            if (broken.isMended) mend(tar, broken.block * 512);
          }
          expect(await listed(readFiles, tar)).toEqual(await listed(readByLibrary, tar));
          plain += [...plainMembers(tar)].length;
        },
      ),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(1000); // else the library was compared with itself
  });
  test.each(["ustar", "gnu", "pax"])("as tar(1) writes them: %s", async (format) => {
    const folder = temporaryFolder();
    writeFileAt(folder, "in/a.txt", Buffer.from("a"));
    writeFileAt(folder, `in/${"d".repeat(60)}/${"b".repeat(70)}`, Buffer.from("b".repeat(3000)));
    const made = spawnSync("tar", [`--format=${format}`, "-cf", "out.tar", "in"], { cwd: folder });
    expect(made.status).toBe(0);
    const tar = readFileSync(join(folder, "out.tar"));
    const members = await listed(readFiles, tar);
    expect(members).toEqual(await listed(readByLibrary, tar));
    expect(members.filter((member) => member.startsWith("content"))).toHaveLength(2);
  });
});
