import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { scanImages as scanWithMeans } from "../../src/image/images.ts";
import { type LayerLimits, usualLimits } from "../../src/image/layer.ts";
import type { LayerThreads } from "../../src/image/layers.ts";
import { run } from "../../src/scan.ts";
import { startThreads } from "../../src/threads.ts";
import { createRepository, githubToken, temporaryFolder } from "../repositories.ts";
import { planOf } from "../scanning.ts";
import { digestOf, type Entries, gapsOf, imageOf, layoutOf, layoutWith, tarOf, writeBlob } from "./images.ts";

const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

/** Scans an image on so many threads; with none, layers are read one after the other on this one. */
const scanOn = async (jobs: number, name: string, signal?: AbortSignal): Promise<Report> => {
  const source = {
    kind: "images",
    names: [name],
    platforms: [],
    repository: undefined,
    dockerfiles: undefined,
  } as const;
  const { report } = await run({ ...planOf([source], signal), jobs });
  return { ...report, coverage: { ...report.coverage, seconds: 0 } };
};

const line = (text: string): string => `token = ${githubToken(text)}\n`;

const filler = (size: number): string => "some words of a file\n".repeat(size / 21);

const layers: readonly Entries[] = [
  { "a/one": line("one"), "a/two": line("two"), "big/file": filler(3 << 20) },
  { "a/.wh.one": "", "b/three": line("three") },
  { "large/file": filler(5 << 20) + line("large") },
  { "a/two": "overwritten", [`c/${githubToken("name")}`]: "" },
  { "d/picture": Buffer.from("\x89PNG\r\n\x1a\n and more", "latin1"), "d/archive.gz": gzipSync(line("archive")) },
];

test("what is found, and its order, does not tell how many threads there were", async () => {
  const shared = await Promise.all(layers.map(tarOf));
  const amd = await imageOf({ layers: shared });
  const arm = await imageOf({ layers: [...shared, { e: line("arm") }], architecture: "arm64" });
  const folder = layoutOf(amd, arm);
  const [none, one, three] = [await scanOn(0, folder), await scanOn(1, folder), await scanOn(3, folder)];
  expect(none.findings).toHaveLength(7);
  expect(none.coverage).toMatchObject({ complete: true, layers: 6 });
  expect(one).toEqual(none);
  expect(three).toEqual(none);
});

test("repositories in layers are read from where a thread left them, and nothing stays behind", async () => {
  const repository = createRepository();
  repository.commit("add", { "secret.txt": line("history") });
  repository.git("gc", "-q");
  const git = join(repository.folder, ".git");
  const names = readdirSync(git, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const entries = Object.fromEntries(names.map((name) => [`app/.git${name.slice(git.length)}`, readFileSync(name)]));
  const folder = await layoutWith({ layers: [{ x: "1" }, entries] });
  const temporary = temporaryFolder();
  const { stdout } = spawnSync(process.execPath, [cli, "image", "--jobs", "2", "--format", "json", folder], {
    env: { ...process.env, TMPDIR: temporary, NODE_NO_WARNINGS: "1" },
    encoding: "utf8",
  });
  const report = JSON.parse(stdout) as Report;
  expect(gapsOf(report)).toEqual([]);
  expect(report.findings[0]!.locations[0]).toMatchObject({ path: "app/.git!secret.txt" });
  expect(readdirSync(temporary)).toEqual([]);
});

describe("a layer that cannot be read to its end is told of by a thread as without one", () => {
  const whole = Buffer.from(line("kept"));
  test.each<[string, (layer: Buffer) => Buffer]>([
    ["cut", (layer) => layer.subarray(0, -40)],
    ["changed", (layer) => Buffer.concat([layer.subarray(0, 4), Buffer.from([1]), layer.subarray(5)])],
    ["longer", (layer) => Buffer.concat([layer, Buffer.from("more")])],
    ["gone", () => Buffer.alloc(0)],
  ])("%s", async (_, change) => {
    const image = await imageOf({ layers: [{ a: whole, b: filler(1 << 20) }, { c: line("other") }] });
    const folder = layoutOf(image);
    writeBlob(folder, change(image.layers[0]!), digestOf(image.layers[0]!));
    const [none, two] = [await scanOn(0, folder), await scanOn(2, folder)];
    expect(gapsOf(none).join()).toMatch(/^layer sha256|layer sha256:/);
    expect(none.verdict.conclusion).toBe("incomplete");
    expect(two).toEqual(none);
  });
});

test("after an interrupt no layer is begun, and the scan is incomplete", async () => {
  const folder = await layoutWith({ layers });
  const [none, two] = [await scanOn(0, folder, AbortSignal.abort()), await scanOn(2, folder, AbortSignal.abort())];
  expect(two).toEqual(none);
  expect(two.coverage.layers).toBe(0);
  expect(gapsOf(two).join()).toContain("interrupted");
});

type ReadLayer = LayerThreads["readLayer"];

const scanWith = async (
  folder: string,
  work: Partial<LayerLimits["work"]>,
  through: (readLayer: ReadLayer) => ReadLayer = (readLayer) => readLayer,
) => {
  const threads = startThreads({ customRules: [], lineHashes: false }, () => {}, 3, "layers");
  try {
    return await scanWithMeans(
      { names: [folder], platforms: [], dockerfiles: undefined },
      {
        inspect: () => [],
        scanRepository: async () => ({ sightings: [], coverage: {} }),
        limits: { ...usualLimits, work: { ...usualLimits.work, ...work } },
        threads: { readLayer: through(threads.readLayer), start: () => {}, minBytes: 0 },
      },
    );
  } finally {
    threads.stop();
  }
};

test("a thread finds the same in what it reads from disk as in what it is sent", async () => {
  const sent: number[] = [];
  const asSent =
    (readLayer: ReadLayer): ReadLayer =>
    (open, order, signal) => {
      const stored = open();
      async function* read() {
        for await (const chunk of stored!) {
          sent.push(chunk.length);
          yield chunk;
        }
      }
      return readLayer(() => ({ [Symbol.asyncIterator]: read }), order, signal);
    };
  const image = await imageOf({ layers: [...layers, { cut: filler(1 << 20) }] });
  const folder = layoutOf(image);
  writeBlob(folder, image.layers.at(-1)!.subarray(0, -40), digestOf(image.layers.at(-1)!));
  const fromDisk = await scanWith(folder, {});
  expect(fromDisk.sightings).toHaveLength(6);
  expect(fromDisk.coverage.missing).toHaveLength(1);
  expect(await scanWith(folder, {}, asSent)).toEqual(fromDisk);
  expect(sent.length).toBeGreaterThanOrEqual(6);
});

describe("what all images of a run may cost holds for its threads together", () => {
  const reasonsIn = async (folder: string, work: Partial<LayerLimits["work"]>): Promise<string> =>
    ((await scanWith(folder, work)).coverage.missing ?? []).map(({ reason }) => reason).join();

  test("bytes", async () => {
    const size = 4 << 20;
    const folder = await layoutWith({ layers: Array.from("abcdefghi", (name) => ({ [name]: Buffer.alloc(size) })) });
    const { coverage } = await scanWith(folder, { bytes: 4 * size, ratio: 0 });
    expect(coverage.bytes).toBeLessThan(5 * size);
    const reasons = (coverage.missing ?? []).map(({ reason }) => reason).join();
    expect(reasons).toMatch(/unpack to far more than is stored of them/);
    expect(reasons).toMatch(/of its layers are not read: what the images of a run may cost is spent/);
    expect(await reasonsIn(folder, { bytes: 4 * size, ratio: 10_000 })).toBe("");
  });

  test("time of detection", async () => {
    const layers = Array.from("abcd", (name) => ({ [name]: filler(3 << 20) }));
    const folder = await layoutWith({ layers });
    const slow = await reasonsIn(folder, { milliseconds: 0, millisecondsForMebibyte: 0 });
    expect(slow).toMatch(/looking at the images takes far longer/);
    expect(await reasonsIn(folder, { milliseconds: 0, millisecondsForMebibyte: 2 ** 40 })).toBe("");
  });
});
