import { spawnSync } from "node:child_process";
import { constants, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { frameUnpacker, frameUnpackerByLibrary, type UnpackFrame } from "../../src/files/zstd-frame.ts";
import { loadZstd } from "../../src/files/zstd-library.ts";
import { inflaterOf } from "../../src/image/inflater.ts";
import { inflateWith } from "../../src/image/zstd-inflater.ts";
import { cli } from "../built.ts";
import { digestOf, imageOf, layoutOf } from "../image/images.ts";
import { told } from "../image/inflating.ts";
import { githubToken, temporaryFolder } from "../repositories.ts";

const { ZSTD_c_checksumFlag, ZSTD_c_compressionLevel, ZSTD_c_windowLog, ZSTD_c_contentSizeFlag } = constants;

/** What a content may be: noise, what packs well, and words that come again. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  fc.tuple(fc.nat(255), fc.nat(400_000)).map(([byte, size]) => Buffer.alloc(size, byte)),
  fc
    .tuple(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 30 }), fc.nat(20_000))
    .map(([words, count]) =>
      Buffer.from(Array.from({ length: count }, (_, i) => words[(i * i) % words.length]).join(" ")),
    ),
);

const settings = fc.record({
  level: fc.integer({ min: -5, max: 19 }),
  check: fc.nat(1),
  size: fc.nat(1),
  window: fc.integer({ min: 10, max: 22 }),
});

const frames = fc.tuple(contents, settings).map(([content, { level, check, size, window }]) => {
  const params = {
    [ZSTD_c_compressionLevel]: level,
    [ZSTD_c_checksumFlag]: check,
    [ZSTD_c_contentSizeFlag]: size,
    [ZSTD_c_windowLog]: window,
  };
  return { content, packed: zstdCompressSync(content, { params }) };
});

/** What comes of a frame; of errors their codes, which are Node's own for one and ours for the other. */
const outcome = (unpack: UnpackFrame, packed: Buffer, most: number) => {
  try {
    const { content, taken } = unpack(packed, most);
    return { content: digestOf(content), taken };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too large" : "damaged";
  }
};

describe("zstd by the library is as Node's own", () => {
  test("at once", async () => {
    const [own, library] = [await frameUnpacker(), await frameUnpackerByLibrary()];
    fc.assert(
      fc.property(frames, fc.uint8Array({ maxLength: 20 }), fc.boolean(), ({ content, packed }, behind, isShort) => {
        const all = Buffer.concat([packed, behind]);
        const most = isShort ? Math.max(1, content.length - 1) : Math.max(1, content.length);
        const expected = outcome(own, all, most);
        expect(outcome(library, all, most)).toEqual(expected);
        if (!isShort) expect(expected).toEqual({ content: digestOf(content), taken: packed.length });
      }),
      { numRuns: 150 },
    );
  });

  test("as it comes", async () => {
    const open = await loadZstd();
    await fc.assert(
      fc.asyncProperty(frames, fc.integer({ min: 1, max: 300_000 }), async ({ content, packed }, size) => {
        const step = Math.max(size, packed.length >> 8);
        const here = await told(inflateWith(open()), packed, step);
        expect(here).toEqual(await told(inflaterOf("zstd"), packed, step));
        expect(here).toEqual({ content: digestOf(content), taken: packed.length });
      }),
      { numRuns: 60 },
    );
  });

  test("where it is damaged or cut", async () => {
    const [own, library, open] = [await frameUnpacker(), await frameUnpackerByLibrary(), await loadZstd()];
    await fc.assert(
      fc.asyncProperty(frames, fc.nat(), fc.nat(255), fc.boolean(), async ({ packed }, place, byte, isCut) => {
        const at = place % packed.length;
        const bad = isCut ? packed.subarray(0, at) : Buffer.from(packed).fill(byte, at, at + 1);
        expect(outcome(library, bad, 1 << 20)).toEqual(outcome(own, bad, 1 << 20));
        const streamed = await told(inflateWith(open()), bad, 1000);
        const expected = await told(inflaterOf("zstd"), bad, 1000);
        expect("error" in streamed).toBe("error" in expected || isCut);
        if (!("error" in streamed)) expect(streamed).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

test("a window of more than 128 MiB is refused, as Node does", async () => {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (28 - 10) << 3, 1, 0, 0]);
  for (const unpack of [await frameUnpacker(), await frameUnpackerByLibrary()])
    expect(outcome(unpack, header, 1 << 20)).toBe("damaged");
  header[5] = (27 - 10) << 3;
  for (const unpack of [await frameUnpacker(), await frameUnpackerByLibrary()])
    expect(outcome(unpack, header, 1 << 20)).toEqual({ content: digestOf(Buffer.alloc(0)), taken: 9 });
});

test("a Node without zstd reads layers and files in zstd", async () => {
  const token = githubToken("in a layer");
  const inner = githubToken("in a file");
  const image = await imageOf({
    layers: [
      { a: `token = ${token}\n`, b: Buffer.alloc(3 << 20, "words\n"), "c.zst": zstdCompressSync(`token = ${inner}\n`) },
    ],
    compress: (tar) => zstdCompressSync(tar),
    layerType: "layer.v1.tar+zstd",
  });
  const without =
    'import zlib from "node:zlib"; import { syncBuiltinESMExports } from "node:module"; for (const name of Object.keys(zlib)) if (/zstd/i.test(name)) delete zlib[name]; syncBuiltinESMExports();';
  const args = [cli, "image", "--no-cache", "--format", "json", layoutOf(image)];
  const { stdout } = spawnSync(process.execPath, ["--import", `data:text/javascript,${without}`, ...args], {
    encoding: "utf8",
    env: { ...process.env, TMPDIR: temporaryFolder() },
  });
  const report = JSON.parse(stdout);
  expect(report.coverage).toMatchObject({ complete: true });
  expect(report.findings.map(({ locations: [{ path }] }: { locations: [{ path: string }] }) => path).sort()).toEqual([
    "a",
    "c.zst!content",
  ]);
});
