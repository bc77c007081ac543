import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { unpack } from "../../src/files/archive.ts";
import { type Squeezed, squeezedKind, unsqueeze } from "../../src/files/unpack-whole.ts";
import { hasProgram, squeezedBy, storedLz4, storedXz } from "./squeezed.ts";

const budget = () => ({ bytes: 16 << 20, members: 100 });

/** What a content may be: noise, one byte, words that come again, and all of these one behind the other. */
const simple = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  fc.tuple(fc.nat(255), fc.nat(300_000)).map(([byte, size]) => Buffer.alloc(size, byte)),
  fc
    .tuple(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 30 }), fc.nat(8000))
    .map(([words, count]) =>
      Buffer.from(Array.from({ length: count }, (_, i) => words[(i * i * 7 + (i >> 3)) % words.length]).join(" ")),
    ),
);
const contents = fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => Buffer.concat(parts));

const lzmaSettings = fc
  .record({ lc: fc.nat(4), lp: fc.nat(4), pb: fc.nat(4), dict: fc.constantFrom("4KiB", "64KiB", "1MiB", "8MiB") })
  .filter(({ lc, lp }) => lc + lp <= 4)
  .map(({ lc, lp, pb, dict }) => `lc=${lc},lp=${lp},pb=${pb},dict=${dict}`);

/** How each program may be called. */
const calls: Readonly<Record<Squeezed, { readonly program: string; readonly args: fc.Arbitrary<readonly string[]> }>> =
  {
    xz: {
      program: "xz",
      args: fc.oneof(
        fc
          .tuple(fc.nat(6), fc.constantFrom("none", "crc32", "crc64", "sha256"))
          .map(([n, c]) => ["-c", `-${n}`, "-C", c]),
        lzmaSettings.map((settings) => ["-c", `--lzma2=${settings}`]),
        fc.integer({ min: 4096, max: 100_000 }).map((size) => ["-c", "-1", "-T2", `--block-size=${size}`]),
      ),
    },
    lzma: {
      program: "xz",
      args: lzmaSettings.map((settings) => [
        "-c",
        "--format=lzma",
        `--lzma1=${settings.replace(/lc=.*pb=./, "lc=3,lp=0,pb=2")}`,
      ]),
    },
    bzip2: { program: "bzip2", args: fc.integer({ min: 1, max: 9 }).map((level) => ["-c", `-${level}`]) },
    lz4: {
      program: "lz4",
      args: fc
        .tuple(
          fc.constantFrom("-1", "-9"),
          fc.constantFrom("-B4", "-B5", "-B7"),
          fc.subarray(["-BD", "-BX", "--no-frame-crc"]),
        )
        .map(([level, block, more]) => ["-q", "-c", level, block, ...more]),
    },
  };

const kinds = Object.keys(calls) as readonly Squeezed[];

describe.each(kinds)("%s", (kind) => {
  const { program, args } = calls[kind];
  const packed = fc.tuple(contents, args).map(([content, given]) => ({
    content,
    packed: squeezedBy(content, program, ...given)!,
  }));
  const where = hasProgram(program) ? test : test.skip;

  where("unpacks to what its program packed, several files one behind the other too", async () => {
    await fc.assert(
      fc.asyncProperty(packed, packed, fc.boolean(), async (one, other, isTwo) => {
        const both = isTwo && kind !== "lzma" ? [one, other] : [one];
        const all = Buffer.concat(both.map((each) => each.packed));
        expect(squeezedKind(all)).toBe(kind);
        const { content, end, rest } = await unsqueeze(kind, all, budget());
        expect([end, rest.length]).toEqual(["whole", 0]);
        expect(content.equals(Buffer.concat(both.map((each) => each.content)))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  where("is told to be damaged where it is cut, and damage anywhere does no harm", async () => {
    await fc.assert(
      fc.asyncProperty(
        packed,
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        async ({ content, packed: whole }, at, byte, isCut) => {
          const place = at % whole.length;
          const bad = isCut ? whole.subarray(0, place) : Buffer.from(whole).fill(byte, place, place + 1);
          const { end, content: there } = await unsqueeze(kind, bad, budget());
          // an end that is cut off may be one of a check, or of an index, that nobody needs
          if (isCut && place < whole.length / 2 && there.length > 0)
            expect([end, there.length < content.length]).toEqual(["damaged", true]);
          else expect(["whole", "damaged", "limit", "unsupported"]).toContain(end);
        },
      ),
      { numRuns: 60 },
    );
  });

  where("stops at the limit", async () => {
    const bomb = squeezedBy(Buffer.alloc(24 << 20), program, "-c", ...(kind === "lzma" ? ["--format=lzma"] : []))!;
    expect(await unsqueeze(kind, bomb, budget())).toMatchObject({ end: "limit" });
    const kindsOf = [];
    for await (const member of unpack(bomb)) kindsOf.push(member.kind);
    expect(kindsOf).toEqual(["limit"]);
  });
});

test("contents that are not compressed come out too", async () => {
  const content = Buffer.from("some words\n".repeat(99));
  expect(await unsqueeze("xz", storedXz(content), budget())).toMatchObject({ end: "whole", content });
  expect(await unsqueeze("lz4", storedLz4(content), budget())).toMatchObject({ end: "whole", content });
});

test("filters that change texts are named, others passed over", async () => {
  const content = Buffer.from("some words\n".repeat(99));
  const delta = squeezedBy(content, "xz", "-c", "--delta=dist=4", "--lzma2");
  const x86 = squeezedBy(content, "xz", "-c", "--x86", "--lzma2");
  if (delta === undefined || x86 === undefined) return;
  expect(await unsqueeze("xz", delta, budget())).toMatchObject({ end: "unsupported" });
  expect(await unsqueeze("xz", x86, budget())).toMatchObject({ end: "whole", content });
});

test("parts that hold nothing count, however many they are", async () => {
  const parts = {
    xz: storedXz(Buffer.from("x")),
    bzip2: Buffer.from("BZh9\x17rE8P\x90\0\0\0\0", "latin1"),
    lz4: Buffer.from("04224d1860700000000000", "hex"),
  };
  for (const [kind, part] of Object.entries(parts)) {
    const many = Buffer.concat(new Array<Buffer>(50_000).fill(part));
    const start = performance.now();
    expect(await unsqueeze(kind as Squeezed, many, budget())).toMatchObject({ end: "limit" });
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});

test("texts that begin alike are none of these", () => {
  for (const text of [
    "BZh9 is how it begins, more",
    "]\0\0 and some more words here",
    "\x04\x22 and some more",
    "\xfd7zXZ as a text",
  ])
    expect(squeezedKind(Buffer.from(text, "latin1"))).toBeUndefined();
});
