import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { openRepository } from "../../src/git/repository.ts";
import { openArchiveStream } from "../../src/image/open.ts";
import { walkImage } from "../../src/image/walk.ts";
import { loadConfiguration } from "../../src/policy/configuration.ts";
import { run } from "../../src/scan.ts";
import { createRepository, githubToken, type TestRepository, temporaryFolder, writeFileAt } from "../repositories.ts";
import { onlyFinding, planOf } from "../scanning.ts";
import { digestOf, type Entries, fileIn, gapsOf, imageOf, layoutOf, scanImages, tarOf } from "./images.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/images/", import.meta.url));

/** What is hidden in the fixtures. */
const configuration = "rules: [{ id: depot, title: Depot key, severity: high, expression: 'depot_[0-9]{6}' }]";

let repository: TestRepository;
beforeAll(() => {
  repository = createRepository();
  cpSync(join(fixtures, "context"), join(repository.folder, "deploy"), { recursive: true });
  repository.commit("context");
});

const scanFixture = async (name: string): Promise<Report> => {
  const { rules } = await loadConfiguration(configuration, "tidewaiter.yml");
  const source = {
    kind: "images",
    names: [name],
    platforms: [],
    repository: await openRepository(repository.folder),
    dockerfiles: repository.folder,
  } as const;
  const plan = planOf([source]);
  const policy = { ...plan.policy, only: ["secrets/custom-depot"] };
  return (await run({ ...plan, customRules: rules, policy })).report;
};

/** What each place of the fixture must say, whatever form it came in. */
const expected = [
  "config/Env/DEPOT_KEY; ENV MODE=… DEPOT_KEY=…; deploy/Dockerfile:7-8",
  "config/Labels/org.example.note; LABEL org.example.note=…; deploy/Dockerfile:9-9",
  "history/6/DEPOT_TOKEN; ARG DEPOT_TOKEN; deploy/Dockerfile:6-6",
  'srv/app/deleted.env; COPY dir in /srv/app/; deploy/Dockerfile:10-10; layer 2/3; deleted in 3 by RUN ["/tool", "/srv/app/deleted.env"]',
  "srv/app/kept.env; COPY dir in /srv/app/; deploy/Dockerfile:10-10; layer 2/3; present",
];

const told = ({ findings }: Report): readonly string[] =>
  findings
    .flatMap(({ locations }) => locations)
    .map(({ path, instruction, dockerfile, layerNumber, layerCount, removed, present, kind }) =>
      [
        path,
        instruction,
        `${dockerfile?.path}:${dockerfile?.line}-${dockerfile?.endLine}`,
        ...(layerNumber === undefined ? [] : [`layer ${layerNumber}/${layerCount}`]),
        ...(removed === undefined ? [] : [`${removed.how} in ${removed.layer} by ${removed.instruction}`]),
        ...(kind === "layer" && present === true ? ["present"] : []),
      ].join("; "),
    )
    .sort();

describe("every form that skopeo writes tells the same story", () => {
  test.each(["docker-archive.tar", "oci-archive-gzip.tar", "oci-archive-zstd.tar", "plain"])("%s", async (name) => {
    const report = await scanFixture(join(fixtures, name));
    expect(gapsOf(report)).toEqual([]);
    expect(told(report)).toEqual(expected);
    expect(report.coverage.layers).toBe(3);
    expect(report.findings.flatMap(({ locations }) => locations.map(({ platform }) => platform))).toEqual(
      new Array(5).fill("linux/amd64"),
    );
  });

  test.each([
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
  ])("an archive in %s, under any name", async (_, compress) => {
    const archive = compress(readFileSync(join(fixtures, "docker-archive.tar")));
    expect(told(await scanFixture(fileIn(temporaryFolder(), "a.txt", archive)))).toEqual(expected);
  });

  test("an archive that can be read only once", async () => {
    const chunks = async function* () {
      const archive = readFileSync(join(fixtures, "docker-archive.tar"));
      for (let at = 0; at < archive.length; at += 1000) yield archive.subarray(at, at + 1000);
    };
    const { sources, close } = await openArchiveStream("daemon", chunks());
    const { images } = await walkImage(sources[0]!, []);
    expect(images.map(({ layers, platform }) => [layers.length, platform])).toEqual([[3, "linux/amd64"]]);
    await close();
  });
});

describe("forms that skopeo does not write", () => {
  const token = githubToken("forms");
  const layers: Entries[] = [{ "a.env": `t = ${token}\n` }, { ".wh.a.env": "" }];
  const history = ["COPY a.env / # buildkit", "RUN /bin/sh -c rm /a.env # buildkit"];
  const deleted = { path: "a.env", layerNumber: 1, layerCount: 2, removed: { how: "deleted", layer: 2 } };

  const scanArchive = async (entries: Entries): Promise<Report> =>
    scanImages([fileIn(temporaryFolder(), "image.tar", await tarOf(entries))]);

  test("docker save of an engine with layers as they were pulled: compressed, under names that say so or not", async () => {
    const { config, layers: stored } = await imageOf({ layers, history });
    const [first, second] = [digestOf(stored[0]!).slice(7), "anything"];
    const names = [`blobs/sha256/${first}`, `${second}/layer.tar`];
    const report = await scanArchive({
      "manifest.json": JSON.stringify([{ Config: "config.json", RepoTags: null, Layers: names }]),
      "config.json": config,
      [names[0]!]: stored[0]!,
      [names[1]!]: stored[1]!,
    });
    expect(gapsOf(report)).toEqual([]);
    expect(onlyFinding(report).locations).toMatchObject([deleted]);
  });

  test("docker save of an engine since 25: an OCI layout with a manifest.json beside it", async () => {
    const folder = layoutOf(await imageOf({ layers, history }));
    const entries: Record<string, string | Buffer> = { "manifest.json": "[]" };
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (/json$|layout$|[0-9a-f]{64}$/.test(name)) entries[`./${name}`] = readFileSync(join(folder, name));
    const report = await scanArchive(entries);
    expect(onlyFinding(report).locations).toMatchObject([deleted]);
  });

  test("docker save from before 1.10, without a manifest", async () => {
    const ids = ["a", "b", "c"].map((digit) => digit.repeat(64));
    const json = (i: number, command: string[]) =>
      JSON.stringify({
        id: ids[i],
        ...(i === 0 ? {} : { parent: ids[i - 1] }),
        container_config: { Cmd: command },
        config: { Env: [`KEY=${token}`] },
        os: "linux",
        architecture: "amd64",
      });
    const report = await scanArchive({
      repositories: JSON.stringify({ app: { latest: ids[2] } }),
      [`${ids[0]}/json`]: json(0, ["/bin/sh", "-c", "#(nop) ADD file:x in /"]),
      [`${ids[0]}/layer.tar`]: await tarOf(layers[0]!),
      [`${ids[1]}/json`]: json(1, ["/bin/sh", "-c", "rm /a.env"]),
      [`${ids[1]}/layer.tar`]: await tarOf(layers[1]!),
      [`${ids[2]}/json`]: json(2, ["/bin/sh", "-c", `#(nop) ENV KEY=${token}`]),
    });
    expect(gapsOf(report)).toEqual([]);
    expect(onlyFinding(report).locations).toMatchObject([
      { kind: "config", path: "config/Env/KEY", instruction: "ENV KEY=…" },
      { ...deleted, instruction: "ADD file:x in /", removed: { instruction: "RUN rm /a.env" } },
    ]);
  });

  test("what only `repositories` names beside a manifest.json, and nothing of it twice", async () => {
    const [shown, hidden] = ["e".repeat(64), "f".repeat(64)];
    const image = await imageOf({ layers: [{ x: "1" }] });
    const json = (id: string) => JSON.stringify({ id, os: "linux", architecture: "amd64" });
    const archive = async (top: string) => ({
      "manifest.json": JSON.stringify([{ Config: "c.json", Layers: [`${shown}/layer.tar`] }]),
      "c.json": image.config,
      repositories: JSON.stringify({ app: { latest: top } }),
      [`${shown}/json`]: json(shown),
      [`${shown}/layer.tar`]: await tarOf({ x: "1" }),
      [`${hidden}/json`]: json(hidden),
      [`${hidden}/layer.tar`]: await tarOf({ "b.env": `KEY = ${token}` }),
    });
    const report = await scanArchive(await archive(hidden));
    expect(gapsOf(report)).toEqual([]);
    expect(onlyFinding(report).locations).toMatchObject([{ path: "b.env", layerCount: 1 }]);
    const usual = await scanArchive(await archive(shown));
    expect(usual.findings).toEqual([]);
    expect(usual.coverage).toMatchObject({ complete: true, layers: 1 });
    expect((await scanArchive(await archive("0".repeat(64)))).coverage.complete).toBe(true);
  });

  test("several images in one archive, of which one lies in layers of the other", async () => {
    const base = await imageOf({ layers: [layers[0]!] });
    const app = await imageOf({ layers });
    const names = app.diffIds.map((id) => `${id.slice(7)}.tar`);
    const report = await scanArchive({
      "manifest.json": JSON.stringify([
        { Config: "base.json", RepoTags: ["base:1"], Layers: names.slice(0, 1) },
        { Config: "app.json", RepoTags: ["app:1"], Layers: names },
      ]),
      "base.json": base.config,
      "app.json": app.config,
      [names[0]!]: await tarOf(layers[0]!),
      [names[1]!]: { type: "symlink", linkname: "./real.tar" },
      "real.tar": await tarOf(layers[1]!),
    });
    expect(gapsOf(report)).toEqual([]);
    expect(report.coverage.layers).toBe(2);
    expect(onlyFinding(report).locations).toMatchObject([
      { ...deleted, image: expect.stringMatching(/image\.tar \(app:1\)$/) },
      { present: true, layerCount: 1, image: expect.stringMatching(/image\.tar \(base:1\)$/) },
    ]);
  });

  /** A layout, as the members of an archive. */
  const membersOf = (folder: string): Record<string, Buffer> => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /json$|layout$|[0-9a-f]{64}$/.test(name),
    );
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
  };
  const blobName = (digest: string): string => `blobs/${digest.replace(":", "/")}`;

  describe("an OCI layout with a manifest.json beside it", () => {
    const clean: Entries = { "b.txt": "nothing" };

    test("that says the same: each image once", async () => {
      const image = await imageOf({ layers, history });
      const manifest = [
        {
          Config: blobName(digestOf(image.config)),
          RepoTags: ["app:1"],
          Layers: image.layers.map((layer) => blobName(digestOf(layer))),
        },
      ];
      const report = await scanArchive({ ...membersOf(layoutOf(image)), "manifest.json": JSON.stringify(manifest) });
      expect(report.coverage).toMatchObject({ complete: true, layers: 2 });
      expect(onlyFinding(report).locations).toMatchObject([
        { ...deleted, image: expect.stringMatching(/image\.tar$/) },
      ]);
    });

    test("that names other layers: both images", async () => {
      const shown = await imageOf({ layers: [clean] });
      const { config, layers: stored } = await imageOf({ layers, history });
      const report = await scanArchive({
        ...membersOf(layoutOf(shown)),
        "manifest.json": JSON.stringify([{ Config: "c.json", RepoTags: ["app:1"], Layers: ["0.tar", "1.tar"] }]),
        "c.json": config,
        "0.tar": stored[0]!,
        "1.tar": stored[1]!,
      });
      expect(gapsOf(report)).toEqual([]);
      expect(report.coverage.layers).toBe(3);
      expect(onlyFinding(report).locations).toMatchObject([deleted]);
    });

    test.each<[string, string, RegExp]>([
      ["cannot be parsed", "[", /another form of it: a document in it is no JSON/],
      [
        "names what is not there",
        '[{"Config":"c.json","Layers":[]}]',
        /another form of it: manifest\.json names c\.json, which is not in/,
      ],
    ])("that %s", async (_, manifest, reason) => {
      const report = await scanArchive({
        ...membersOf(layoutOf(await imageOf({ layers }))),
        "manifest.json": manifest,
      });
      expect(gapsOf(report).join()).toMatch(reason);
      expect(report.verdict.conclusion).toBe("incomplete");
      expect(report.findings).toHaveLength(1);
    });

    test("a file that claims the diff ID of a clean blob is read all the same", async () => {
      const shown = await imageOf({ layers: [clean], compress: (tar) => tar });
      const [blob] = shown.diffIds;
      const report = await scanArchive({
        ...membersOf(layoutOf(shown)),
        "manifest.json": JSON.stringify([{ Config: blobName(digestOf(shown.config)), Layers: ["x/layer.tar"] }]),
        "x/layer.tar": await tarOf(layers[0]!),
      });
      expect(report.findings).toHaveLength(1);
      expect(gapsOf(report).join()).toMatch(/what it unpacks to is not what its digest names/);
      expect(blob).toMatch(/^sha256:/);
    });
  });

  test("of two files that claim one diff ID both are read, and the wrong claim is named", async () => {
    const { config } = await imageOf({ layers: [{ "b.txt": "nothing" }] });
    for (const order of [
      ["bad", "good"],
      ["good", "bad"],
    ]) {
      const files: Record<string, Buffer> = { good: await tarOf({ "b.txt": "nothing" }), bad: await tarOf(layers[0]!) };
      const report = await scanArchive({
        "manifest.json": JSON.stringify(
          order.map((name) => ({ Config: "c.json", RepoTags: [`${name}:1`], Layers: [name] })),
        ),
        "c.json": config,
        ...files,
      });
      expect(report.findings).toHaveLength(1);
      expect(gapsOf(report).join()).toMatch(/what it unpacks to is not what its digest names/);
      expect(report.verdict.conclusion).toBe("incomplete");
    }
  });

  describe("members of one name", () => {
    const twice = async (name: string, one: Buffer, other: Buffer, more: Entries): Promise<Report> => {
      const end = Buffer.alloc(1024);
      const tars = [await tarOf({ [name]: one }), await tarOf({ [`./${name}`]: other, ...more })];
      return scanImages([
        fileIn(temporaryFolder(), "image.tar", Buffer.concat([tars[0]!.subarray(0, -end.length), tars[1]!])),
      ]);
    };
    const manifest = JSON.stringify([{ Config: "c.json", Layers: ["0.tar"] }]);

    test("that differ are named: some engines use the first, others the last", async () => {
      const { config } = await imageOf({ layers: [{ "b.txt": "nothing" }] });
      const [secret, clean] = [await tarOf(layers[0]!), await tarOf({ "b.txt": "nothing" })];
      const report = await twice("0.tar", secret, clean, { "manifest.json": manifest, "c.json": config });
      expect(gapsOf(report)).toEqual([
        expect.stringMatching(/image\.tar: 0\.tar: it is in the archive more than once with different content/),
      ]);
      expect(report.verdict.conclusion).toBe("incomplete");
    });

    test("that are the same change nothing", async () => {
      const { config } = await imageOf({ layers: [layers[0]!] });
      const layer = await tarOf(layers[0]!);
      const report = await twice("0.tar", layer, layer, { "manifest.json": manifest, "c.json": config });
      expect(gapsOf(report)).toEqual([]);
      expect(report.findings).toHaveLength(1);
    });
  });

  test("a layout on disk whose manifest.json leads out of it", async () => {
    const folder = temporaryFolder();
    writeFileAt(folder, "outside.tar", await tarOf(layers[0]!));
    writeFileAt(folder, "in/c.json", (await imageOf({ layers: [layers[0]!] })).config);
    writeFileAt(folder, "in/manifest.json", JSON.stringify([{ Config: "c.json", Layers: ["../outside.tar"] }]));
    const report = await scanImages([join(folder, "in")]);
    expect(report.findings).toEqual([]);
    expect(gapsOf(report).join()).toMatch(/names \.\.\/outside\.tar, which is not in the archive/);
  });

  test.each<[string, Entries, RegExp]>([
    [
      "links that lead to themselves",
      { a: { type: "symlink", linkname: "b" }, b: { type: "symlink", linkname: "a" } },
      /link that leads to itself/,
    ],
    [
      "links out of the archive",
      { a: { type: "symlink", linkname: "../../../../etc/passwd" } },
      /names a, which is not in the archive/,
    ],
    ["absent layers", {}, /names a, which is not in the archive/],
  ])("%s", async (_, entries, reason) => {
    const manifest = JSON.stringify([{ Config: "c.json", Layers: ["a"] }]);
    const report = await scanArchive({ "manifest.json": manifest, "c.json": "{}", ...entries });
    expect(gapsOf(report).join()).toMatch(reason);
    expect(report.verdict.conclusion).toBe("incomplete");
  });

  test("a chain of layers that is a loop", async () => {
    const id = "d".repeat(64);
    const report = await scanArchive({
      repositories: JSON.stringify({ app: { latest: id } }),
      [`${id}/json`]: JSON.stringify({ id, parent: id }),
    });
    expect(gapsOf(report).join()).toMatch(/chain of its layers is broken or longer/);
  });

  test("an archive that is cut", async () => {
    const archive = readFileSync(join(fixtures, "docker-archive.tar"));
    const folder = temporaryFolder();
    for (const size of [700, 5000, 12_000, 20_000]) {
      writeFileAt(folder, "cut.tar", archive.subarray(0, size));
      expect((await scanFixture(join(folder, "cut.tar"))).verdict.conclusion).toBe("incomplete");
    }
  });
});
