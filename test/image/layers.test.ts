import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { Hit } from "../../src/detect/hit.ts";
import type { Location } from "../../src/finding.ts";
import type { LayerCache, LayerId } from "../../src/image/cache.ts";
import { checkDigest } from "../../src/image/digest.ts";
import { scanImages as scanWithMeans } from "../../src/image/images.ts";
import { unseal } from "../../src/image/sealed.ts";
import { githubToken } from "../repositories.ts";
import { onlyFinding } from "../scanning.ts";
import {
  descriptor,
  digestOf,
  type Entries,
  gapsOf,
  imageOf,
  layoutOf,
  manifestDescriptor,
  scanImages,
  scanParts,
  tarOf,
  writeBlob,
  writeIndex,
} from "./images.ts";

const token = githubToken("layer");
const secret = `a\ntoken = ${token}\n`;

const locationIn = async (...layers: readonly (Entries | Buffer)[]): Promise<Location> => {
  const report = await scanParts({ layers, history: layers.map((_, i) => `RUN /bin/sh -c step ${i + 1} # buildkit`) });
  expect(gapsOf(report)).toEqual([]);
  const [location, ...others] = onlyFinding(report).locations;
  expect(others).toEqual([]);
  return location!;
};

describe("what became of a file in the layers above", () => {
  const removed = (how: string, layer: number) => ({
    present: false,
    removed: { how, layer, instruction: `RUN step ${layer}` },
  });

  test.each<[string, Entries[], object]>([
    ["nothing", [{ "b.txt": "" }], { present: true }],
    ["deleted", [{}, { "srv/.wh.a.env": "" }], removed("deleted", 3)],
    ["its folder deleted", [{ ".wh.srv": "" }], removed("deleted", 2)],
    ["hidden by an opaque folder", [{ "srv/.wh..wh..opq": "" }], removed("deleted", 2)],
    ["hidden by an opaque root", [{ ".wh..wh..opq": "" }], removed("deleted", 2)],
    ["overwritten", [{ "./srv/a.env": "new" }, { "srv/.wh.a.env": "" }], removed("overwritten", 2)],
    ["its folder replaced by a file", [{ srv: "file" }], removed("deleted", 2)],
    ["a folder that is written again", [{ "srv/": { type: "directory" } }], { present: true }],
    ["another file of like name deleted", [{ "srv/.wh.a.en": "", ".wh.sr": "" }], { present: true }],
  ])("%s", async (_, above, expected) => {
    const location = await locationIn({ "srv/a.env": secret }, ...above);
    expect(location).toMatchObject({
      path: "srv/a.env",
      line: 2,
      column: 9,
      layerNumber: 1,
      layerCount: 1 + above.length,
    });
    expect(location).toMatchObject(expected);
    expect(location.instruction).toBe("RUN step 1");
    if (!("removed" in expected)) expect(location.removed).toBeUndefined();
  });

  test("a whiteout in the layer itself is about those below", async () => {
    expect((await locationIn({ "a/.wh..wh..opq": "", "a/b": secret, "a/.wh.b": "" })).present).toBe(true);
  });
});

describe("whatever carries text", () => {
  test.each<[string, Entries, string, string]>([
    ["link target", { "a/link": { type: "symlink", linkname: `../x?${token}` } }, "a/link (link target)", token],
    ["file name", { [`a/${token}.txt`]: "" }, "a/….txt (its name)", token],
    [
      "extended attribute",
      { "a/b": { pax: { "SCHILY.xattr.user.k": `t ${token}` } } },
      "a/b (attribute user.k)",
      token,
    ],
    ["pax comment", { "a/b": { pax: { comment: token } } }, "a/b (attribute comment)", token],
    ["content of a whiteout", { "a/.wh.b": `k = "${token}"` }, "a/.wh.b", token],
    ["a folder's attribute", { "a/": { type: "directory", pax: { comment: token } } }, "a (attribute comment)", token],
  ])("%s", async (_, entries, path) => {
    const report = await scanParts({ layers: [{ "x.txt": "x", ...entries }] });
    expect(onlyFinding(report).locations).toMatchObject([{ kind: "layer", path, layerNumber: 1 }]);
    expect(JSON.stringify(report)).not.toContain(token);
  });

  test("archives in a layer, also those in archives, of which a damaged one is scanned as it is", async () => {
    const inner = await tarOf({ "conf/a.env": secret });
    const path = async (content: Buffer) => (await locationIn({ "opt/app.bin": content })).path;
    expect(await path(inner)).toBe("opt/app.bin!conf/a.env");
    expect(await path(gzipSync(inner))).toBe("opt/app.bin!conf/a.env");
    expect(await path(gzipSync(secret))).toBe("opt/app.bin!content");
    expect(await path(await tarOf({ "b.tgz": gzipSync(inner) }))).toBe("opt/app.bin!b.tgz!conf/a.env");
    expect(await path(gzipSync(gzipSync(inner)))).toBe("opt/app.bin!content!conf/a.env");
    expect(await path(inner.subarray(0, 1000))).toBe("opt/app.bin!conf/a.env");
  });

  test("names, links and attributes of an archive's members, of which none is shown whole", async () => {
    const inner = await tarOf({ [`${token}.txt`]: secret, "b/c": { pax: { "SCHILY.xattr.user.k": `t ${token}` } } });
    for (const content of [inner, gzipSync(inner)]) {
      const report = await scanParts({ layers: [{ "opt/app.bin": content }] });
      expect(
        onlyFinding(report)
          .locations.map(({ path }) => path)
          .sort(),
      ).toEqual(["opt/app.bin!b/c (attribute user.k)", "opt/app.bin!….txt", "opt/app.bin!….txt (its name)"].sort());
      expect(JSON.stringify(report)).not.toContain(token);
    }
  });

  test("many damaged archives in one file: each secret once, and each finding looked at once", async () => {
    const cut = async (i: number) =>
      (await tarOf({ a: `${i}\ntoken = ${githubToken(`damaged ${i}`)}\n` })).subarray(0, 700);
    const members = await Promise.all(Array.from({ length: 20 }, (_, i) => cut(i)));
    const outer = await tarOf(Object.fromEntries(members.map((member, i) => [`m${i}`, member])));
    const report = await scanParts({ layers: [{ "x.tar": outer }] });
    expect(report.findings.map(({ locations }) => locations.length)).toEqual(new Array(20).fill(1));
  });

  test("archives that are nested too deep are named", async () => {
    const nested = (depth: number): Promise<Buffer> | Buffer => (depth === 0 ? Buffer.from(secret) : wrap(depth));
    const wrap = async (depth: number): Promise<Buffer> => tarOf({ t: await nested(depth - 1) });
    expect((await scanParts({ layers: [{ a: await nested(5) }] })).findings).toHaveLength(1);
    const deeper = await scanParts({ layers: [{ a: await nested(6) }] });
    expect(gapsOf(deeper)).toEqual(["a!t!t!t!t!t: archives nested more than 4 deep: unpack it and scan its files"]);
  });

  test("large files in parts: every place once, with its line and column", async () => {
    const line = Buffer.from(`${"é".repeat(20)}\n`);
    const filler = Buffer.concat(new Array(1 << 20).fill(line)); // 41 MiB, 1,048,576 lines
    const tail = Buffer.alloc(2 << 20, "z");
    const long = Buffer.concat([
      Buffer.from(`${token}\n`),
      filler,
      tail,
      Buffer.from(` é ${token}\n`),
      filler,
      Buffer.from(`${token}`),
    ]);
    const report = await scanParts({ layers: [{ "big.log": long }] });
    const spots = onlyFinding(report).locations.map((l) => `${l.line}:${l.column}-${l.endLine}:${l.endColumn}`);
    const middle = tail.length + 4;
    expect(spots.sort()).toEqual(
      ["1:1-1:41", `1048578:${middle}-1048578:${middle + 40}`, "2097155:1-2097155:41"].sort(),
    );
    expect(report.coverage.bytes).toBeGreaterThan(long.length);
  });
});

describe("layers as they are stored", () => {
  test.each<[string, (tar: Buffer) => Buffer, string]>([
    ["gzip, said to be uncompressed", gzipSync, "layer.v1.tar"],
    ["zstd, said to be gzip", zstdCompressSync, "layer.v1.tar+gzip"],
    ["uncompressed, of a type nobody knows", (tar) => tar, "surprise"],
    ["gzip in two members", (tar) => Buffer.concat([gzipSync(tar.subarray(0, 700)), gzipSync(tar.subarray(700))]), "x"],
    [
      "zstd behind a skippable frame",
      (tar) => Buffer.concat([Buffer.from("502a4d1804000000ffffffff", "hex"), zstdCompressSync(tar)]),
      "x",
    ],
  ])("%s", async (_, compress, layerType) => {
    const report = await scanParts({ layers: [{ "a.env": secret }], compress, layerType });
    expect(gapsOf(report)).toEqual([]);
    expect(onlyFinding(report).locations).toMatchObject([{ path: "a.env", line: 2 }]);
  });

  test("an empty layer, and one without the zeros at its end", async () => {
    const plain = await tarOf({ "a.env": secret });
    const report = await scanParts({ layers: [Buffer.alloc(1024), plain.subarray(0, 1024), Buffer.alloc(0)] });
    expect(gapsOf(report)).toEqual([]);
    expect(onlyFinding(report).locations).toMatchObject([{ layerNumber: 2 }]);
  });

  test("an index of more platforms than the archive holds: what is there is read, the others are named", async () => {
    const amd = await imageOf({ layers: [{ "a.env": secret }] });
    const arm = await imageOf({ layers: [{}], architecture: "arm64" });
    const folder = layoutOf(amd);
    const index = Buffer.from(JSON.stringify({ manifests: [manifestDescriptor(amd), manifestDescriptor(arm)] }));
    writeBlob(folder, index);
    writeIndex(folder, [descriptor(index, "application/vnd.oci.image.index.v1+json")]);
    const { coverage } = await scanImages([folder]);
    expect(coverage.missing).toEqual([]);
    expect(coverage.skipped).toEqual([
      { what: "platform linux/arm64", reason: "it is not in the archive or layout", count: 1 },
    ]);
    expect((await scanImages([folder], ["linux/amd64"])).coverage.complete).toBe(true);
    expect((await scanImages([folder], ["linux/arm64"])).coverage.complete).toBe(false);
    writeIndex(folder, [manifestDescriptor(arm), manifestDescriptor(arm, { digest: digestOf(index) })]);
    expect((await scanImages([folder], ["linux/arm64"])).verdict.conclusion).toBe("incomplete");
  });

  test("all platforms, what they share once, and those that are asked for", async () => {
    const shared = await tarOf({ "shared.env": secret });
    const own = (name: string) => ({ [`${name}.env`]: `t ${githubToken(name)}` });
    const amd = await imageOf({ layers: [shared, own("amd")] });
    const arm = await imageOf({ layers: [shared, own("arm")], architecture: "arm64" });
    const folder = layoutOf(amd, arm);
    const report = await scanImages([folder]);
    const told = report.findings.flatMap(({ locations }) =>
      locations.map(({ path, platform }) => `${path} ${platform}`),
    );
    expect(told.sort()).toEqual(["amd.env linux/amd64", "arm.env linux/arm64", "shared.env linux/amd64, linux/arm64"]);
    expect(report.coverage.layers).toBe(3);
    const some = await scanImages([folder], ["linux/arm64"]);
    expect(some.coverage).toMatchObject({ layers: 2, complete: true });
    const none = await scanImages([folder], ["linux/s390x"]);
    expect(gapsOf(none)).toEqual([`${folder}: images for linux/s390x: there is none`]);
  });
});

test("zstd in many frames, small and large, with frames between them that hold something else", async () => {
  const skippable = Buffer.from("502a4d1804000000ffffffff", "hex");
  const compress = (tar: Buffer): Buffer => {
    const cuts = [0, 100, 600, 1000, 30 << 20, tar.length];
    const frames = cuts.slice(1).map((end, i) => zstdCompressSync(tar.subarray(cuts[i], end)));
    return Buffer.concat([skippable, ...frames.flatMap((frame) => [frame, skippable])]);
  };
  const noise = Buffer.alloc(40 << 20, "abcdefghijklmnopqrstuvwxyz\n");
  const report = await scanParts({ layers: [{ "a.env": secret, "b.bin": noise, "c.env": secret }], compress });
  expect(gapsOf(report)).toEqual([]);
  expect(onlyFinding(report).locations.map(({ path }) => path)).toEqual(["a.env", "c.env"]);
});

/** A skippable frame (RFC 8878, section 3.1.2). */
const skippableFrame = (content: Buffer | string): Buffer => {
  const bytes = Buffer.from(content as string);
  const head = Buffer.from("5a2a4d1800000000", "hex");
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes]);
};

describe("what lies beside compressed data", () => {
  const clean = { "a.txt": "nothing" };
  const member = Buffer.concat([gzipSync("more"), gzipSync(secret)]);

  test.each<[string, (tar: Buffer) => Buffer, string]>([
    [
      "in a frame before it",
      (tar) => Buffer.concat([skippableFrame(secret), zstdCompressSync(tar)]),
      "(skippable frame)",
    ],
    [
      "compressed, in a frame behind it",
      (tar) => Buffer.concat([zstdCompressSync(tar), skippableFrame(zstdCompressSync(secret))]),
      "(skippable frame)!content",
    ],
    [
      "far into a large one",
      (tar) =>
        Buffer.concat([
          zstdCompressSync(tar),
          skippableFrame(Buffer.concat([Buffer.alloc(5 << 20, "x\n"), Buffer.from(secret)])),
        ]),
      "(skippable frame)",
    ],
  ])("of a layer in zstd: %s", async (_, compress, path) => {
    const report = await scanParts({ layers: [clean], compress });
    expect(gapsOf(report)).toEqual([]);
    expect(onlyFinding(report).locations.map((location) => location.path)).toEqual([path]);
  });

  test.each<[string, Buffer, string]>([
    ["zstd in two frames", Buffer.concat([zstdCompressSync("more"), zstdCompressSync(secret)]), "a.zst!content"],
    ["zstd behind a skippable frame", Buffer.concat([skippableFrame("x"), zstdCompressSync(secret)]), "a.zst!content"],
    ["a skippable frame", Buffer.concat([zstdCompressSync("more"), skippableFrame(secret)]), "a.zst!(skippable frame)"],
    ["gzip in two members", member, "a.zst!content"],
    ["text behind a zero behind gzip", Buffer.concat([gzipSync("more"), Buffer.from(`\0${secret}`)]), "a.zst!(rest)"],
    [
      "gzip behind a zero behind gzip",
      Buffer.concat([gzipSync("more"), Buffer.from("\0"), gzipSync(secret)]),
      "a.zst!(rest)!content",
    ],
    ["text behind damaged gzip", Buffer.concat([gzipSync("more"), Buffer.from(secret)]), "a.zst"],
  ])("of a file: %s", async (_, content, path) => {
    const report = await scanParts({ layers: [{ "a.zst": content }] });
    expect(onlyFinding(report).locations.map((location) => location.path)).toEqual([path]);
  });

  test.each<[string, (tar: Buffer) => Buffer]>([
    ["text", (tar) => Buffer.concat([gzipSync(tar), Buffer.from(`\0${secret}`)])],
    ["a gzip", (tar) => Buffer.concat([gzipSync(tar), Buffer.from("\0"), gzipSync(secret)])],
    ["much", (tar) => Buffer.concat([gzipSync(tar), Buffer.alloc(5 << 20), Buffer.from(secret)])],
  ])("of a layer in gzip, %s behind a zero: it is named", async (_, compress) => {
    const report = await scanParts({ layers: [clean], compress });
    expect(gapsOf(report).join()).toMatch(/bytes follow the end of its gzip data/);
    expect(report.verdict.conclusion).toBe("incomplete");
  });

  test("zeros behind gzip are padding", async () => {
    const compress = (tar: Buffer) => Buffer.concat([gzipSync(tar), Buffer.alloc(3 << 20)]);
    expect(gapsOf(await scanParts({ layers: [clean], compress }))).toEqual([]);
  });
});

/** A cache in memory. */
const remembering = () => {
  const clean = new Set<string>();
  const sealed = new Map<string, Buffer>();
  const nameOf = ({ digest, diffId }: LayerId) => `${digest} ${diffId}`;
  const cache: LayerCache = {
    isClean: (id) => clean.has(nameOf(id)),
    sealed: (id) => sealed.get(nameOf(id)),
    remember: (id, isClean, seal) => {
      if (isClean) clean.add(nameOf(id));
      sealed.set(nameOf(id), seal()!);
    },
  };
  return { cache, clean, sealed };
};

describe("with a cache of layers", () => {
  const scanWith = async (cache: LayerCache, folder: string) => {
    const contents: string[] = [];
    const inspect = (content: Buffer) => {
      contents.push(content.toString());
      return content.includes("token") ? [hit] : [];
    };
    const asked = { names: [folder], platforms: [], dockerfiles: undefined };
    const nothing = { sightings: [], coverage: {} };
    const sighted = await scanWithMeans(asked, { inspect, cache, scanRepository: async () => nothing });
    return { ...sighted, contents };
  };
  const hit = { secret: "s", check: "c", start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 } as Hit;

  test("clean ones are not read, but for what they delete", async () => {
    const folder = layoutOf(await imageOf({ layers: [{ "a.txt": "x" }, { "b.env": secret }, { ".wh.b.env": "" }] }));
    const { cache, clean, sealed } = remembering();
    const first = await scanWith(cache, folder);
    expect([clean.size, sealed.size]).toEqual([2, 3]);
    const second = await scanWith(cache, folder);
    expect(second.sightings).toEqual(first.sightings);
    expect(second.sightings[0]!.location.removed).toMatchObject({ how: "deleted", layer: 3 });
    expect(first.contents).toContain("x");
    expect(second.contents).not.toContain("x");
    const spared = (reason: string) => ({ what: "layers", reason, count: 1 });
    const isClean = spared("known as clean from an earlier run");
    const isKnown = spared("not read again: what they hold is known from an earlier run");
    expect(second.coverage).toMatchObject({ layers: 3, missing: [], skipped: [isClean, isKnown, isClean] });
    sealed.clear();
    expect((await scanWith(cache, folder)).sightings).toEqual(first.sightings);
  });

  test("of others it is known what they hold, wherever that stands, once they are checked as they are stored", async () => {
    const zip = gzipSync(secret);
    const entries = { "a.txt": "x", "b.env": secret, "d.gz": zip, "token-name": "z", "e/.wh.f": secret };
    const image = await imageOf({ layers: [entries, { "b.env": "y" }] });
    const folder = layoutOf(image);
    const { cache, sealed } = remembering();
    const first = await scanWith(cache, folder);
    expect(first.sightings).toHaveLength(4);
    const second = await scanWith(cache, folder);
    expect(second.sightings).toEqual(first.sightings);
    for (const text of ["x", "y", "z"]) expect(second.contents).not.toContain(text);
    const forged = image.layers[0]!.subarray(0, -1);
    writeBlob(folder, forged, digestOf(image.layers[0]!));
    const third = await scanWith(cache, folder);
    expect(third.coverage.missing).toMatchObject([{ reason: expect.stringContaining("ends after") }]);
    writeBlob(folder, image.layers[0]!, digestOf(image.layers[0]!));
    const [one] = [...sealed.values()].filter((bytes) => bytes.length > 200);
    one![40]! ^= 1;
    const fourth = await scanWith(cache, folder);
    expect(fourth.sightings).toEqual(first.sightings);
    expect(fourth.contents).toContain("x");
  });

  test("what is remembered of them tells nobody a value or a name who does not have the layer", async () => {
    const entries = { "a.txt": "x", "private-name.env": secret };
    const image = await imageOf({ layers: [entries] });
    const { cache, sealed } = remembering();
    await scanWith(cache, layoutOf(image));
    const [bytes] = [...sealed.values()];
    for (const text of [token, "token", "private", "secret", "env"]) expect(bytes!.includes(text)).toBe(false);
    const check = checkDigest(digestOf(image.layers[0]!));
    check.hash.update(image.layers[0]!);
    check.verify("it");
    expect(unseal(bytes!, check.key()!)!.hits).toMatchObject([{ file: "private-name.env" }]);
    for (const known of [digestOf(image.layers[0]!), image.diffIds[0]!])
      expect(unseal(bytes!, Buffer.from(known.slice("sha256:".length), "hex"))).toBeUndefined();
  });

  test("a layer that claims what another one unpacks to is read", async () => {
    const clean = await tarOf({ "a.txt": "x" });
    const { cache } = remembering();
    await scanWith(cache, layoutOf(await imageOf({ layers: [clean] })));
    const claim = { rootfs: { diff_ids: [digestOf(clean)] } };
    const forged = layoutOf(await imageOf({ layers: [{ "b.env": secret }], document: claim }));
    const { sightings, coverage } = await scanWith(cache, forged);
    expect(sightings).toHaveLength(1);
    expect(coverage.missing).toHaveLength(1);
  });

  test("one that could not be read to its end, or holds a repository, is not remembered", async () => {
    const image = await imageOf({ layers: [{ ".git/HEAD": "ref: refs/heads/main\n" }, { "b.env": secret }] });
    const folder = layoutOf(image);
    writeBlob(folder, image.layers[1]!.subarray(0, -9), digestOf(image.layers[1]!));
    const { cache, clean, sealed } = remembering();
    await scanWith(cache, folder);
    expect([clean.size, sealed.size]).toEqual([0, 0]);
  });
});
