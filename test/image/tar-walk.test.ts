import { execFileSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import "../seed.ts";
import { copied, only } from "../../src/image/copied.ts";
import { tarEntries } from "../../src/image/tar-entries.ts";
import { maxWhole, type TarMember, tarMembers } from "../../src/image/tar-walk.ts";
import { temporaryFolder, writeFileAt } from "../repositories.ts";
import { digestOf, type Entries, tarOf } from "./images.ts";

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

interface Told {
  readonly members: readonly object[];
  readonly contents: readonly Buffer[];
  readonly error: string | undefined;
}

/** What a reader tells of a tar. */
const told = async (entries: AsyncIterable<TarMember>): Promise<Told> => {
  const members: object[] = [];
  const pieces: Buffer[][] = [];
  const all = (error?: string): Told => ({ members, contents: pieces.map((some) => Buffer.concat(some)), error });
  try {
    for await (const { name, type, linkName, pax, content } of entries) {
      members.push({ name, type, linkName, pax: { ...pax } });
      const chunks: Buffer[] = [];
      pieces.push(chunks);
      for await (const chunk of Buffer.isBuffer(content) ? only(Buffer.from(content)) : copied(content))
        chunks.push(chunk);
    }
    return all();
  } catch (error) {
    return all((error as Error).message);
  }
};

/** Chunks of which a reader has no more when it asks for the next one, as where they all come in the same memory. */
async function* spoiled(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk;
    chunk.fill("#");
  }
}

const walked = (tar: Buffer, size: number): Promise<Told> => told(tarMembers(spoiled(inChunks(tar, size))));
const byLibrary = (tar: Buffer): Promise<Told> => told(tarEntries(inChunks(tar, 1 << 16)));

/** Large contents by their digests: they are compared byte by byte otherwise, in seconds. */
const shortened = ({ contents, ...others }: Told) => ({
  ...others,
  contents: contents.map((content) => (content.length > maxWhole ? digestOf(content) : content)),
});

const expectSame = async (tar: Buffer, sizes: readonly number[] = [100, 512, 1000, 1 << 16]): Promise<Told> => {
  const library = await byLibrary(tar);
  for (const size of sizes) expect(shortened(await walked(tar, size))).toEqual(shortened(library));
  return library;
};

const long = "long/".repeat(60);

const some: Entries = {
  "a/": { type: "directory" },
  "a/empty": "",
  "a/text": "text\n",
  "a/block": Buffer.alloc(512, "b"),
  "a/blocks": Buffer.alloc(5000, "c"),
  "a/link": { type: "symlink", linkname: "../text" },
  "a/same": { type: "link", linkname: "a/text" },
  "a/pipe": { type: "fifo" },
  [`${long}name`]: "under a long name",
  "a/far": { type: "symlink", linkname: `${long}target` },
  "a/attributes": { pax: { "SCHILY.xattr.user.k": "v = w", comment: "of\nlines" }, content: "x" },
  "ä/ö": "umlauts",
  "z/last": "end",
};

describe("the walker tells what the library tells", () => {
  test("of members of all plain kinds", async () => {
    const { members, contents, error } = await expectSame(await tarOf(some));
    expect(error).toBeUndefined();
    expect(members).toHaveLength(Object.keys(some).length);
    expect(contents.join("")).toContain("under a long name");
  });

  test.each(["gnu", "oldgnu", "pax", "ustar", "v7"])("of what tar writes as %s", async (format) => {
    const folder = temporaryFolder();
    for (const name of ["text", "ä", `${"deep/".repeat(format === "v7" ? 5 : 12)}file`, "empty"])
      writeFileAt(folder, name, name === "empty" ? "" : `content of ${name}`);
    execFileSync("ln", ["-s", "text", "link"], { cwd: folder });
    await expectSame(execFileSync("tar", [`--format=${format}`, "-C", folder, "-cf", "-", "."]));
  });

  test("of a tar behind another, and of one that is empty", async () => {
    const tar = await tarOf(some);
    const { members } = await expectSame(Buffer.concat([tar, tar]));
    expect(members).toHaveLength(2 * Object.keys(some).length);
    await expectSame(Buffer.alloc(10_240));
    await expectSame(Buffer.alloc(0));
  });

  test("of a content that is larger than what comes whole", async () => {
    const large = Buffer.alloc(maxWhole + 700, "large ");
    await expectSame(await tarOf({ a: "1", large, b: "2" }), [100_000, 1 << 20]);
  });

  test("of kinds that are left to it: global records, a sparse file, a size in base 256", async () => {
    const global = await tarOf({ a: { type: "pax-header" as never, content: "" }, b: "text" });
    global[156] = "g".charCodeAt(0);
    await expectSame(withChecksum(global, 0));
    const tar = await tarOf({ a: "first", b: "second", c: "third" });
    tar[1024 + 156] = "S".charCodeAt(0);
    await expectSame(withChecksum(tar, 1024));
    const binary = await tarOf({ a: "first", b: "second", c: "third" });
    binary.fill(0, 1024 + 124, 1024 + 136);
    binary[1024 + 124] = 0x80;
    binary[1024 + 135] = 6;
    expect((await expectSame(withChecksum(binary, 1024))).contents.join()).toBe("first,second,third");
  });
});

/** Sets the checksum of the header at an offset. */
const withChecksum = (tar: Buffer, at: number): Buffer => {
  const header = tar.subarray(at, at + 512);
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return tar;
};

test("a tar that ends within the padding of its last member is whole, as Go has it", async () => {
  for (const content of ["end", Buffer.alloc(maxWhole + 7, "large")]) {
    const tar = await tarOf({ a: "first", b: content });
    const cut = tar.subarray(0, 1024 + 512 + content.length);
    for (const [size, end] of [
      [700, 0],
      [1 << 20, 0],
      [700, 100],
    ] as const) {
      const { contents, error } = await walked(Buffer.concat([cut, Buffer.alloc(end)]), size);
      expect([error, contents.length, contents[1]!.length]).toEqual([undefined, 2, content.length]);
    }
    expect((await walked(cut.subarray(0, -1), 700)).error).toBe("its tar ends early");
  }
});

const asTold = ({ error }: Told): string | undefined =>
  error === "Stream was destroyed" ? "its tar ends early" : error;

describe("of tars that are cut or damaged", () => {
  test("the walker gives at least as much, and the same reason", async () => {
    const tar = await tarOf(some);
    const { contents: whole } = await walked(tar, 700);
    for (let end = 0; end < tar.length; end += 173) {
      const cut = tar.subarray(0, end);
      const [library, walker] = [await byLibrary(cut), await walked(cut, 700)];
      const isInPadding = walker.error === undefined && library.error !== undefined;
      if (isInPadding)
        expect(walker.contents.map(digestOf)).toEqual(whole.slice(0, walker.contents.length).map(digestOf));
      const error = isInPadding ? undefined : asTold(library);
      expect({ ...walker, contents: [] }).toEqual({ ...library, error, contents: [] });
      for (const [i, content] of library.contents.entries())
        expect(walker.contents[i]!.subarray(0, content.length).equals(content)).toBe(true);
    }
  });

  const place = fc.constantFrom([0, 100], [124, 12], [148, 8], [156, 1], [157, 100], [257, 8], [345, 155]);
  const byte = fc.oneof(fc.constantFrom(0, 0x20, 0x2f, 0x37, 0x4b, 0x67, 0x78, 0x80, 0xff), fc.nat(255));

  test("it tells the same of changed headers", async () => {
    const tar = await tarOf(some);
    const changes = fc.record({
      block: fc.nat(tar.length / 512 - 1),
      place,
      within: fc.nat(154),
      byte,
      mend: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(changes, async ({ block, place: [start, length], within, byte: value, mend }) => {
        const changed = Buffer.from(tar);
        changed[block * 512 + start! + (within % length!)] = value;
        const [library, walker] = [byLibrary, (bytes: Buffer) => walked(bytes, 700)].map((read) =>
          read(mend ? withChecksum(changed, block * 512) : changed),
        );
        const [{ error, ...rest }, told] = [await library!, await walker!];
        expect({ ...told, contents: [] }).toEqual({ ...rest, error, contents: [] });
        if (error === undefined) expect(told.contents).toEqual(rest.contents);
      }),
      { numRuns: 500 },
    );
  });

  test("an error of the stream comes through behind what came before it", async () => {
    const tar = await tarOf(some);
    async function* broken(): AsyncGenerator<Buffer> {
      yield* inChunks(tar.subarray(0, 4000), 700);
      throw new TypeError("broken");
    }
    const { contents, error } = await told(tarMembers(broken()));
    expect(error).toBe("broken");
    expect(contents.join("")).toContain("ccc");
  });
});
