import { constants, deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { inflateByStream, inflateHere, type Packing } from "../../src/image/inflater.ts";
import { digestOf } from "./images.ts";
import { told } from "./inflating.ts";

const content = Buffer.concat(
  Array.from({ length: 40_000 }, (_, i) => Buffer.from(`${i} ${"filler ".repeat(i % 9)}\n`)),
);
const gzip = gzipSync(content);
const zstd = zstdCompressSync(content);

describe("both ways of unpacking tell the same", () => {
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
      const here = await told(inflateHere(packing)!, packed, size);
      expect(here).toEqual(await told(inflateByStream(packing), packed, size));
    }
  });

  test("and what was packed", async () => {
    expect(await told(inflateHere("gzip")!, gzip, 1000)).toEqual({ content: digestOf(content), taken: gzip.length });
    expect(await told(inflateHere("zstd")!, zstd, 1000)).toEqual({ content: digestOf(content), taken: zstd.length });
    const cut = await told(inflateHere("gzip")!, Buffer.concat([gzip, Buffer.alloc(10)]), 1 << 20);
    expect(cut).toEqual({ content: digestOf(content), taken: gzip.length });
  });
});
