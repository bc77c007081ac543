import { constants, deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { gzipInflater } from "../../src/image/gzip-inflater.ts";
import { inflateByStream, inflateHere, type Packing } from "../../src/image/inflater.ts";
import { digestOf } from "./images.ts";
import { told } from "./inflating.ts";

const content = Buffer.concat(
  Array.from({ length: 40_000 }, (_, i) => Buffer.from(`${i} ${"filler ".repeat(i % 9)}\n`)),
);
const gzip = gzipSync(content);
const zstd = zstdCompressSync(content);

describe("all ways of unpacking tell the same", () => {
  test.each<[string, Packing, Buffer]>([
    ["gzip", "gzip", gzip],
    ["what packs far better than text", "gzip", gzipSync(Buffer.alloc(3 << 20))],
    ["nothing in gzip", "gzip", gzipSync("")],
    ["members one after another", "gzip", Buffer.concat([gzip, gzipSync(""), gzip])],
    ["zeros behind the end", "gzip", Buffer.concat([gzip, Buffer.alloc(3000)])],
    ["more behind zeros", "gzip", Buffer.concat([gzip, Buffer.alloc(300), gzip])],
    ["what is no member behind the end", "gzip", Buffer.concat([gzip, Buffer.from("text")])],
    ["gzip that is cut", "gzip", gzip.subarray(0, -20)],
    ["gzip that is cut in its check", "gzip", gzip.subarray(0, -3)],
    ["gzip with another check", "gzip", Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8, 1)])],
    [
      "gzip that is damaged",
      "gzip",
      Buffer.concat([gzip.subarray(0, 5000), Buffer.alloc(50, 255), gzip.subarray(5050)]),
    ],
    ["no gzip", "gzip", deflateRawSync(content)],
    ["zstd", "zstd", zstd],
    ["zstd with a check", "zstd", zstdCompressSync(content, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })],
    ["zstd that is damaged", "zstd", Buffer.concat([zstd.subarray(0, 500), Buffer.alloc(50, 255), zstd.subarray(550)])],
  ])("%s", async (_, packing, packed) => {
    for (const size of [1, 700, 1 << 20].filter((one) => one > 1 || packed.length < 300)) {
      const expected = await told(inflateByStream(packing), packed, size);
      expect(await told(inflateHere(packing)!, packed, size)).toEqual(expected);
      if (packing === "gzip") expect(await told(gzipInflater("here")!, packed, size)).toEqual(expected);
    }
  });

  test("and what was packed", async () => {
    expect(await told(inflateHere("gzip")!, gzip, 1000)).toEqual({ content: digestOf(content), taken: gzip.length });
    expect(await told(inflateHere("zstd")!, zstd, 1000)).toEqual({ content: digestOf(content), taken: zstd.length });
    const cut = await told(inflateHere("gzip")!, Buffer.concat([gzip, Buffer.alloc(10)]), 1 << 20);
    expect(cut).toEqual({ content: digestOf(content), taken: gzip.length });
  });
});

describe("gzip by the kernel", () => {
  const bytes = fc
    .array(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }).map((one) => Buffer.from(one)),
        fc
          .tuple(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(3000))
          .map(([text, n]) => Buffer.from(text.repeat(n))),
      ),
      { maxLength: 6 },
    )
    .map((parts) => Buffer.concat(parts));
  const pieceSize = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 70_000 }));
  const shape = fc.record({
    level: fc.integer({ min: 0, max: 9 }),
    strategy: fc.constantFrom(
      constants.Z_DEFAULT_STRATEGY,
      constants.Z_FIXED,
      constants.Z_HUFFMAN_ONLY,
      constants.Z_RLE,
    ),
  });

  test("gives what was packed, whatever the pieces", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, shape, pieceSize, async (content, options, size) => {
        const packed = gzipSync(content, options);
        for (const checked of ["here", "elsewhere"] as const)
          expect(await told(gzipInflater(checked)!, packed, size)).toEqual({
            content: digestOf(content),
            taken: packed.length,
          });
      }),
      { numRuns: 300 },
    );
  });

  test("gives nothing else for what is damaged", async () => {
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        pieceSize,
        async (content, at, flip, size) => {
          const packed = gzipSync(content);
          packed[at % packed.length]! ^= flip;
          const here = await told(gzipInflater("here")!, packed, size);
          if (!("error" in here)) expect(here.content).toBe(digestOf(content));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("reads names and comments, and not without end", async () => {
    const named = Buffer.concat([gzip.subarray(0, 3), Buffer.from([24]), gzip.subarray(4, 10)]);
    const whole = Buffer.concat([named, Buffer.from("a name\0a comment\0"), gzip.subarray(10)]);
    for (const size of [1, 7, 1000]) {
      const expected = { content: digestOf(content), taken: whole.length };
      expect(await told(gzipInflater("here")!, whole, size)).toEqual(expected);
      expect(await told(inflateHere("gzip")!, whole, size)).toEqual(expected);
    }
    const endless = Buffer.concat([named, Buffer.alloc(3 << 20, "a")]);
    expect(await told(gzipInflater("here")!, endless, 1 << 16)).toEqual({ error: "Z_DATA_ERROR header too long" });
  });
});
