import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { openFolder } from "../../src/image/folder.ts";
import { scanImages as scanWithMeans } from "../../src/image/images.ts";
import { usualLimits } from "../../src/image/layer.ts";
import type { Inspect, Sighted } from "../../src/sighting.ts";
import { storedXz } from "../files/squeezed.ts";
import { zipOf } from "../files/zips.ts";
import { githubToken, temporaryFolder, writeFileAt } from "../repositories.ts";
import {
  descriptor,
  digestOf,
  fileIn,
  gapsOf,
  type ImageParts,
  imageOf,
  layoutOf,
  layoutWith,
  manifestDescriptor,
  scanImages,
  scanParts,
  tarOf,
  writeBlob,
  writeImage,
  writeIndex,
} from "./images.ts";

const token = githubToken("hostile");
const withSecret = { "a.env": `t = ${token}\n` };

const expectGap = (report: Report, reason: RegExp): void => {
  expect(gapsOf(report).join("\n")).toMatch(reason);
  expect(report.verdict.conclusion).toBe("incomplete");
};

/** A layout of one image, of which one blob is not what its digest names. */
const forged = async (which: "layers" | "config" | "manifest", forge: (blob: Buffer) => Buffer): Promise<Report> => {
  const image = await imageOf({ layers: [withSecret] });
  const folder = layoutOf(image);
  const blob = which === "layers" ? image.layers[0]! : image[which];
  writeBlob(folder, forge(blob), digestOf(blob));
  return scanImages([folder]);
};

const flipped = (blob: Buffer): Buffer => {
  const copy = Buffer.from(blob);
  copy[4]! ^= 1; // the time in a gzip header, a letter of JSON
  return copy;
};

describe("digests are checked", () => {
  test("of a layer, whose finding is still shown", async () => {
    const report = await forged("layers", flipped);
    expectGap(report, /layer sha256:[0-9a-f]{64}: it is not what its digest names: it has sha256:/);
    expect(report.findings).toHaveLength(1);
  });

  test.each<[string, "layers" | "config" | "manifest", (blob: Buffer) => Buffer, RegExp]>([
    ["a longer layer", "layers", (blob) => Buffer.concat([blob, Buffer.from("x")]), /it is longer than its \d+ bytes/],
    ["a shorter layer", "layers", (blob) => blob.subarray(0, -30), /ends (early|after \d+ of \d+ bytes)/],
    ["a layer of nothing", "layers", () => Buffer.alloc(0), /ends after 0 of/],
    [
      "a configuration",
      "config",
      (blob) => Buffer.concat([blob, Buffer.from(" ")]),
      /configuration .* is not what its digest names/,
    ],
    [
      "a manifest",
      "manifest",
      (blob) => Buffer.concat([blob, Buffer.from(" ")]),
      /manifest .* is not what its digest names/,
    ],
  ])("of %s", async (_, which, forge, reason) => expectGap(await forged(which, forge), reason));

  test("of what a layer unpacks to", async () => {
    const document = { rootfs: { type: "layers", diff_ids: [digestOf(Buffer.from("other"))] } };
    expectGap(await scanParts({ layers: [withSecret], document }), /what it unpacks to is not what its digest names/);
  });

  test("and a configuration must know as many layers as there are", async () => {
    const document = { rootfs: { diff_ids: ["a", "b", "c"].map((text) => digestOf(Buffer.from(text))) } };
    expectGap(await scanParts({ layers: [withSecret], document }), /knows 3 layers, itself 1/);
  });

  test.each(["md5:d41d8cd98f00b204e9800998ecf8427e", "sha256:../../../etc/passwd", "sha256:ABC", "", "constructor:x"])(
    "%j is no digest",
    async (digest) => {
      const folder = temporaryFolder();
      writeIndex(folder, [
        { mediaType: "x", digest, size: 1 },
        { mediaType: "x", digest, size: 2 },
      ]);
      expectGap(await scanImages([folder]), /is none that can be checked/);
    },
  );
});

const numberField = (size: number): Buffer => {
  const field = Buffer.alloc(12);
  field.writeBigUInt64BE(BigInt(size), 4);
  field[0] = 0x80;
  return field;
};

/** The first header of a tar, changed and with its checksum set. */
const withHeader = (tar: Buffer, change: (header: Buffer) => void): Buffer => {
  const changed = Buffer.from(tar);
  change(changed);
  changed.fill(" ", 148, 156);
  const sum = changed.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  changed.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return changed;
};

const plain = (tar: Buffer): Buffer => tar;

describe("layers that are cut, damaged or something else", () => {
  test.each<[string, Promise<Buffer>, RegExp]>([
    ["a cut tar", tarOf(withSecret).then((tar) => tar.subarray(0, 520)), /its tar ends early/],
    [
      "2 TB in a size field",
      tarOf(withSecret).then((tar) => withHeader(tar, (h) => numberField(2e12).copy(h, 124))),
      /its tar ends early/,
    ],
    [
      "a size below nothing",
      tarOf(withSecret).then((tar) => withHeader(tar, (h) => h.fill(0xff, 124, 136))),
      /its tar (is damaged|ends early)/,
    ],
    [
      "a header of 5 MiB",
      tarOf({ a: { type: "file", pax: { comment: "x".repeat(5 << 20) }, content: "x" } }),
      /Header exceeds max size/,
    ],
    [
      "noise after a member",
      tarOf(withSecret).then((tar) => Buffer.concat([tar.subarray(0, 1024), Buffer.alloc(1024, "x")])),
      /its tar is damaged/,
    ],
    ["no tar", Promise.resolve(Buffer.alloc(2000, "text\n")), /it is no tar/],
  ])("%s", async (_, layer, reason) => {
    expectGap(await scanParts({ layers: [withSecret, await layer] }), reason);
  });

  test.each<[string, (tar: Buffer) => Buffer, RegExp]>([
    ["gzip cut", (tar) => gzipSync(tar).subarray(0, -20), /its gzip data ends early/],
    [
      "gzip damaged",
      (tar) => Buffer.concat([gzipSync(tar).subarray(0, 20), Buffer.alloc(100, 0xff)]),
      /its gzip data (is damaged|ends early)/,
    ],
    ["zstd cut", (tar) => zstdCompressSync(tar).subarray(0, -5), /its zstd data ends early/],
    ["zstd cut in a header", (tar) => zstdCompressSync(tar).subarray(0, 5), /its zstd data ends early/],
    [
      "zstd with noise behind",
      (tar) => Buffer.concat([zstdCompressSync(tar), Buffer.from("noise")]),
      /its zstd data is damaged/,
    ],
    ["zstd damaged", (tar) => zstdCompressSync(tar).fill(0xff, 12, 30), /its zstd data|no tar|not what its digest/],
    ["xz damaged", () => Buffer.from("\xfd7zXZ\0 and more", "latin1"), /its xz data is damaged or ends early/],
    ["bzip2 damaged", () => Buffer.from("BZh91AY&SY and more"), /its bzip2 data is damaged or ends early/],
    ["xz cut", (tar) => storedXz(tar).subarray(0, -30), /its xz data is damaged or ends early/],
    [
      "noise behind xz",
      (tar) => Buffer.concat([storedXz(tar), Buffer.from("noise")]),
      /bytes follow the end of its xz/,
    ],
    ["a gzip of no tar", () => gzipSync("text"), /what it unpacks to is not/],
  ])("%s", async (_, compress, reason) => expectGap(await scanParts({ layers: [withSecret], compress }), reason));

  test("a member that never ends does not hold up the scan or its memory", async () => {
    const sparse = await tarOf({ "a.env": { type: "file", content: withSecret["a.env"] } });
    const old = withHeader(sparse, (header) => header.write("S", 156, "latin1"));
    const report = await scanParts({ layers: [old, withSecret] });
    expect(report.findings).toHaveLength(1);
  });

  test("foreign layers that are not there are named as such", async () => {
    const image = await imageOf({ layers: [withSecret], layerType: "layer.nondistributable.v1.tar+gzip" });
    const folder = temporaryFolder();
    for (const blob of [image.manifest, image.config]) writeBlob(folder, blob);
    writeIndex(folder, [manifestDescriptor(image)]);
    expectGap(
      await scanImages([folder]),
      /not in the archive or layout; a foreign layer, which is fetched from elsewhere/,
    );
  });
});

/** What is left in the temporary folder by us. */
const spilled = (): readonly string[] => readdirSync(tmpdir()).filter((name) => /^tidewaiter-\w{6}$/.test(name));

describe("limits", () => {
  const scanWithLimits = async (parts: ImageParts, limits: object, inspect: Inspect = () => []): Promise<Sighted> => {
    const asked = { names: [await layoutWith(parts)], platforms: [], dockerfiles: undefined };
    const scanRepository = async () => ({ sightings: [], coverage: {} });
    return scanWithMeans(asked, { inspect, scanRepository, limits: { ...usualLimits, ...limits } });
  };
  const reasons = ({ coverage }: Sighted) => (coverage.missing ?? []).map(({ reason }) => reason);

  test("what a layer unpacks to", async () => {
    const bomb = { zeros: Buffer.alloc(50 << 20) };
    expect(reasons(await scanWithLimits({ layers: [bomb] }, { bytes: 10 << 20, ratio: 10 }))).toEqual([
      `it unpacks to more than ${10 << 20} bytes`,
    ]);
    expect(reasons(await scanWithLimits({ layers: [bomb] }, {}))).toEqual([]);
  });

  test("entries", async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, ""]));
    expect(reasons(await scanWithLimits({ layers: [many] }, { entries: 100 }))).toEqual([
      "it has more than 100 entries",
    ]);
  });

  describe("of all images of a run together, by what is stored of them", () => {
    const work = (bytes: number, ratio = 0) => ({ work: { ...usualLimits.work, bytes, ratio } });
    const far = /unpack to far more than is stored of them/;
    const isCut = async (parts: ImageParts, limits: object): Promise<void> => {
      expect(reasons(await scanWithLimits(parts, limits)).join()).toMatch(far);
      expect(reasons(await scanWithLimits(parts, {}))).toEqual([]);
    };

    test("layers that each stay within their own limit", async () => {
      const zeros = (name: string) => ({ [name]: Buffer.alloc(6 << 20) });
      const parts = { layers: ["a", "b", "c"].map(zeros) };
      const sighted = await scanWithLimits(parts, work(10 << 20));
      expect(reasons(sighted)).toEqual([
        expect.stringMatching(/^1 of its layers are not read: what the images of a run may cost is spent/),
        expect.stringMatching(far),
      ]);
      expect(reasons(await scanWithLimits(parts, work(10 << 20, 1000)))).toEqual([]);
    });

    test.each<[string, () => Promise<Record<string, Buffer>> | Record<string, Buffer>]>([
      [
        "gzips",
        () => Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}`, gzipSync(Buffer.alloc(2 << 20))])),
      ],
      ["gzips in gzips", () => ({ a: gzipSync(gzipSync(gzipSync(Buffer.alloc(17 << 20)))) })],
      ["zips", async () => ({ a: zipOf({ z: Buffer.alloc(6 << 20) }), b: zipOf({ z: Buffer.alloc(6 << 20, "x") }) })],
    ])("small %s", async (_, files) => isCut({ layers: [await files()], compress: plain }, work(10 << 20)));

    test("entries of nothing, and frames of nothing", async () => {
      const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, ""]));
      await isCut({ layers: [many] }, work(1 << 20));
      const frames = (tar: Buffer) =>
        Buffer.concat([...new Array(500).fill(zstdCompressSync("")), zstdCompressSync(tar)]);
      await isCut({ layers: [{ a: "" }], compress: frames }, work(1 << 20));
    });

    test("content that rules look at for long", async () => {
      const limits = { work: { ...usualLimits.work, milliseconds: 0, millisecondsForMebibyte: 0 } };
      const slowly: Inspect = () => {
        for (const end = performance.now() + 20; performance.now() < end; );
        return [];
      };
      const sighted = await scanWithLimits({ layers: [{ a: "x" }] }, limits, slowly);
      expect(reasons(sighted).join()).toMatch(/takes far longer than at others/);
    });

    test("a layout's blobs that are links to one count once", async () => {
      const folder = await layoutWith({ layers: [{ a: Buffer.alloc(1 << 20) }], compress: plain });
      const files = openFolder(folder);
      const name = readdirSync(join(folder, "blobs/sha256")).find(
        (one) => statSync(join(folder, "blobs/sha256", one)).size > 1 << 20,
      )!;
      symlinkSync(name, join(folder, "blobs/sha256/link"));
      await files.find(`blobs/sha256/${name}`);
      const once = files.stored();
      await files.find("blobs/sha256/link");
      expect(files.stored()).toBe(once);
    });
  });

  test("the time for a repository's history", async () => {
    const layers = [{ ".git/HEAD": "ref: refs/heads/main\n", [`.git/objects/ab/${"c".repeat(38)}`]: "x" }];
    const history = { milliseconds: 0, millisecondsForMebibyte: 0 };
    const sighted = await scanWithLimits({ layers }, { work: { ...usualLimits.work, history } });
    expect(reasons(sighted).join()).toMatch(/its history takes far longer than others of its size/);
    expect(reasons(await scanWithLimits({ layers }, {})).join()).not.toMatch(/far longer/);
  });

  test("one blob under many diff IDs is read once, and the claims are named", async () => {
    const { layers: stored } = await imageOf({ layers: [withSecret] });
    const claims = Array.from({ length: 50 }, (_, i) => digestOf(Buffer.from(`${i}`)));
    const images = await Promise.all(
      claims.map((claim) => imageOf({ layers: [withSecret], document: { rootfs: { diff_ids: [claim] } } })),
    );
    const report = await scanImages([layoutOf(...images)]);
    expect(report.coverage.layers).toBe(1);
    expect(report.coverage.bytes).toBeLessThan(10_000);
    const gaps = gapsOf(report).filter((gap) => gap.includes(digestOf(stored[0]!)));
    expect(gaps.join()).toMatch(/what it unpacks to is not what its digest names/);
    expect(gaps.join()).toMatch(/configurations have different digests for what it unpacks to/);
    expect(report.findings).toHaveLength(1);
  });

  test("one file of a docker archive under many diff IDs", async () => {
    const claims = Array.from({ length: 50 }, (_, i) => digestOf(Buffer.from(`${i}`)));
    const config = JSON.stringify({ rootfs: { diff_ids: claims } });
    const links = Object.fromEntries(
      claims.map((_, i) => [`${i}.tar`, { type: "symlink", linkname: "real" } as const]),
    );
    const archive = await tarOf({
      "manifest.json": JSON.stringify([{ Config: "c.json", Layers: Object.keys(links) }]),
      "c.json": config,
      real: await tarOf(withSecret),
      ...links,
    });
    const report = await scanImages([fileIn(temporaryFolder(), "a.tar", archive)]);
    expect(report.coverage.layers).toBe(1);
    expect(report.findings).toHaveLength(1);
    expect(report.verdict.conclusion).toBe("incomplete");
  });

  test("a configuration of nothing but credentials: each is told, and nothing that it says is shown", async () => {
    const tokens = Array.from({ length: 600 }, (_, i) => githubToken(`${i}`));
    const history = tokens.map((one) => `-ENV KEY=${one}`);
    const report = await scanParts({ layers: [withSecret], history: ["COPY a.env /", ...history] });
    expect(report.findings).toHaveLength(601);
    const places = report.findings.flatMap(({ locations }) => locations);
    expect(places.some(({ instruction, dockerfile }) => instruction !== undefined || dockerfile !== undefined)).toBe(
      false,
    );
    for (const one of tokens) expect(JSON.stringify(places)).not.toContain(one);
  });

  test("one large configuration under many manifests", async () => {
    const config = Buffer.from(JSON.stringify({ os: "linux", architecture: "amd64", author: "x".repeat(4_000_000) }));
    const folder = temporaryFolder();
    writeBlob(folder, config);
    const manifests = Array.from({ length: 60 }, (_, i) => {
      const named = descriptor(config, "application/vnd.oci.image.config.v1+json");
      const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, config: named, layers: [], annotations: { i } }));
      writeBlob(folder, manifest);
      return descriptor(manifest, "application/vnd.oci.image.manifest.v1+json");
    });
    writeIndex(folder, manifests);
    expectGap(await scanImages([folder]), /the documents of the image exceed 134217728 bytes/);
  });

  test("a layer of many findings in many images", async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => githubToken(`${i}`)).join("\n");
    const layer = await tarOf({ lines });
    const images = await Promise.all(
      Array.from({ length: 70 }, (_, i) => imageOf({ layers: [layer], compress: plain, document: { author: `${i}` } })),
    );
    const report = await scanImages([layoutOf(...images)]);
    expectGap(report, /its findings stand in more than 200000 places/);
    expect(report.findings).toHaveLength(3_000);
  });

  test("findings of one layer, also in an archive", async () => {
    const lines = gzipSync(Array.from({ length: 20_001 }, (_, i) => githubToken(`${i}`)).join("\n"));
    const report = await scanParts({ layers: [{ "lines.gz": lines }, withSecret], compress: plain });
    expectGap(report, /it holds more than 20000 findings/);
    expect(report.findings).toHaveLength(20_001);
  });

  test("archives in archives in archives", async () => {
    let bomb: Buffer = Buffer.alloc(200 << 20);
    for (let depth = 0; depth < 3; depth++) bomb = gzipSync(bomb);
    const before = process.memoryUsage().arrayBuffers;
    const report = await scanParts({ layers: [{ "bomb.gz": bomb }], compress: plain });
    expect(report.coverage.complete).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 << 20);
  });

  test("a zip that unpacks to too much", async () => {
    const zip = execFileSync(
      "python3",
      [
        "-c",
        "import sys,zipfile,io\nb=io.BytesIO()\nz=zipfile.ZipFile(b,'w',zipfile.ZIP_DEFLATED)\nz.writestr('z',bytes(64<<20))\nz.close()\nsys.stdout.buffer.write(b.getvalue())",
      ],
      { maxBuffer: 1 << 28 },
    );
    expectGap(await scanParts({ layers: [{ "bomb.zip": zip }] }), /bomb\.zip!z: unpacks to more than/);
  });
});

describe("documents", () => {
  const scanRoot = async (document: string | Buffer, ...more: readonly Buffer[]): Promise<Report> => {
    const folder = temporaryFolder();
    for (const blob of more) writeBlob(folder, blob);
    const content = Buffer.from(document as string);
    writeBlob(folder, content);
    writeIndex(folder, [descriptor(content, "application/vnd.oci.image.manifest.v1+json")]);
    return scanImages([folder]);
  };
  const config = Buffer.from("{}");
  const configType = "application/vnd.oci.image.config.v1+json";

  test.each<[string, string | Buffer, RegExp]>([
    ["no JSON", "<html>", /manifest sha256:.*: it is no JSON object/],
    ["a list", "[]", /it is no JSON object/],
    ["deep nesting", "[".repeat(1_000_000), /it is no JSON object/],
    ["an empty object", "{}", /neither a manifest nor an index/],
    ["schema 1", '{"schemaVersion":1,"fsLayers":[]}', /schema 1/],
    ["more than 4 MiB", Buffer.alloc((4 << 20) + 1, " "), /exceed the limit/],
    [
      "layers without a size",
      JSON.stringify({ config: descriptor(config, configType), layers: [{ digest: digestOf(config) }] }),
      /has no size/,
    ],
    [
      "a size that is no number",
      JSON.stringify({ config: descriptor(config, configType), layers: [{ digest: digestOf(config), size: "1" }] }),
      /has no size/,
    ],
    ["a descriptor that is a text", JSON.stringify({ config: "x", layers: [] }), /is no JSON object/],
    [
      "2,001 layers",
      JSON.stringify({ config: descriptor(config, configType), layers: new Array(2001).fill(descriptor(config, "x")) }),
      /more than 2000 layers/,
    ],
    [
      "a configuration that is not there",
      JSON.stringify({
        config: { ...descriptor(config, configType), digest: digestOf(Buffer.from("absent")) },
        layers: [],
      }),
      /configuration .*not in the archive or layout/,
    ],
  ])("%s", async (_, document, reason) => expectGap(await scanRoot(document, config), reason));

  test("indexes that lead to themselves or too deep", async () => {
    const folder = temporaryFolder();
    const image = await imageOf({ layers: [withSecret] });
    writeImage(folder, image);
    let inner: object = manifestDescriptor(image);
    for (let depth = 0; depth < 7; depth++) {
      const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [inner, inner] }));
      writeBlob(folder, index);
      inner = descriptor(index, "application/vnd.oci.image.index.v1+json");
    }
    writeIndex(folder, [inner, inner, manifestDescriptor(image)]);
    const report = await scanImages([folder]);
    expectGap(report, /indexes are nested more than 5 deep/);
    expect(report.findings).toHaveLength(1);
    expect(report.coverage.layers).toBe(1);
  });

  test("a manifest that is no image and its file", async () => {
    const chart = gzipSync(await tarOf({ "chart/values.yaml": `t: ${token}\n` }));
    const text = Buffer.from(`t = ${githubToken("text")}\n`);
    const empty = Buffer.from("{}");
    const title = { annotations: { "org.opencontainers.image.title": "../notes.txt" } };
    const manifest = JSON.stringify({
      schemaVersion: 2,
      config: descriptor(empty, "application/vnd.cncf.helm.config.v1+json"),
      layers: [
        descriptor(chart, "application/vnd.cncf.helm.chart.content.v1.tar+gzip"),
        descriptor(text, "text/plain", title),
      ],
    });
    const report = await scanRoot(manifest, chart, text, empty);
    expect(gapsOf(report)).toEqual([]);
    expect(report.findings.flatMap(({ locations }) => locations.map(({ path }) => path)).sort()).toEqual([
      "chart/values.yaml",
      "notes.txt",
    ]);
  });
});

describe("paths", () => {
  test("nothing is written under a name of the image's, and names lead nowhere", async () => {
    const before = spilled();
    const trap = join(tmpdir(), "tidewaiter-escaped");
    const report = await scanParts({
      layers: [
        {
          [`../../../../../../..${trap}`]: `t = ${token}\n`,
          "/absolute": "x",
          "a/link": { type: "symlink", linkname: tmpdir() },
          "a/link/tidewaiter-escaped": "x",
          [`.git/objects/pack/../../../..${trap}`]: "x",
          ".git/refs/heads/../../x": "ref: ../../../etc/passwd",
          ".git/objects/info/alternates": "/work\n",
          ".git/config": "[core]\n\tfsmonitor = touch /tmp/tidewaiter-escaped\n",
          ".git/HEAD": "ref: refs/heads/main\n",
        },
      ],
    });
    expect(existsSync(trap)).toBe(false);
    expect(spilled()).toEqual(before);
    expect(report.findings[0]!.locations[0]!.path).toBe(trap.slice(1));
  });

  /** Makes something below a folder and gives the path that is to be scanned. */
  type Make = (folder: string) => string | undefined;
  const pipeAt = (folder: string, name: string): string => {
    execFileSync("mkfifo", [join(folder, name)]);
    return join(folder, name);
  };
  const linkAt = (folder: string): string => {
    symlinkSync("l", join(folder, "l"));
    return join(folder, "l");
  };

  test.each<[string, Make, RegExp]>([
    ["a folder that is no layout", () => undefined, /neither a docker archive nor an OCI archive or layout/],
    ["a file that is no archive", (folder) => fileIn(folder, "a", Buffer.alloc(3000, "x")), /neither a docker archive/],
    ["an empty file", (folder) => fileIn(folder, "a", Buffer.alloc(0)), /neither a docker archive/],
    ["a tar of something else", (folder) => fileIn(folder, "a", Buffer.alloc(10240)), /neither a docker archive/],
    [
      "an archive in xz that is damaged",
      (folder) => fileIn(folder, "a", Buffer.from("\xfd7zXZ\0 and more", "latin1")),
      /xz data is/,
    ],
    ["a gzip of nothing", (folder) => fileIn(folder, "a", gzipSync("")), /neither a docker archive/],
    ["a gzip cut short", (folder) => fileIn(folder, "a", gzipSync(Buffer.alloc(9999)).subarray(0, 15)), /ends early/],
    ["an empty layout", (folder) => void writeIndex(folder, []), /images: there is none/],
    ["a pipe", (folder) => pipeAt(folder, "p"), /a device, socket or pipe/],
    ["a layout of pipes", (folder) => void pipeAt(folder, "oci-layout"), /no regular file|neither/],
    ["a link to itself", linkAt, /ELOOP/],
    [
      "no JSON in a layout",
      (folder) => {
        writeIndex(folder, []);
        return void writeFileAt(folder, "index.json", "{");
      },
      /no JSON/,
    ],
  ])("%s", async (_, make, reason) => {
    const folder = temporaryFolder();
    expectGap(await scanImages([make(folder) ?? folder]), reason);
  });
});
