import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { openRepository } from "../../src/git/repository.ts";
import { createRepository, githubToken, temporaryFolder } from "../repositories.ts";
import { onlyFinding, scanSources } from "../scanning.ts";
import {
  descriptor,
  type Entries,
  gapsOf,
  imageOf,
  layoutWith,
  manifestDescriptor,
  scanImages,
  scanParts,
  tarOf,
  writeBlob,
  writeImage,
  writeIndex,
} from "./images.ts";

const token = githubToken("story");

const pathsOf = ({ findings }: Report): readonly string[] =>
  findings.flatMap(({ locations }) => locations.map(({ kind, path }) => `${kind} ${path}`)).sort();

describe("what an image says of itself", () => {
  const noisy = "/bin/sh -c #(nop)";

  test.each<[string, object, string, string | undefined]>([
    ["Env", { config: { Env: ["PATH=/bin", `KEY=${token}`] }, history: ["-ENV KEY=x"] }, "config/Env/KEY", "ENV KEY=…"],
    [
      "Cmd",
      { config: { Cmd: ["serve", "--token", token] }, history: [`-${noisy}  CMD ["x"]`] },
      "config/Cmd",
      'CMD ["x"]',
    ],
    ["Entrypoint", { config: { Entrypoint: ["x", `--token=${token}`] } }, "config/Entrypoint", undefined],
    ["Labels", { config: { Labels: { "a.b": token } }, history: ["-LABEL a.b=x"] }, "config/Labels/a.b", "LABEL a.b=…"],
    [
      "Healthcheck",
      { config: { Healthcheck: { Test: ["CMD-SHELL", `curl -H ${token}`] } } },
      "config/Healthcheck",
      undefined,
    ],
    ["OnBuild", { config: { OnBuild: [`RUN login ${token}`] } }, "config/OnBuild", undefined],
    ["Shell", { config: { Shell: ["sh", token] } }, "config/Shell", undefined],
    ["a key of its own", { config: { Extra: { deep: [{ k: token }] } } }, "config/Extra/deep/0/k", undefined],
    ["author", { document: { author: `me ${token}` } }, "config/author", undefined],
    ["a RUN", { history: [`-RUN /bin/sh -c login ${token}`] }, "history/1", "RUN login …"],
    ["a comment", { document: { history: [{ comment: token, empty_layer: true }] } }, "history/1", undefined],
    [
      "build arguments",
      { history: [`-|2 A=1 T=${token} /bin/sh -c x`, `-|2 A=1 T=${token} /bin/sh -c y`] },
      "history/1/T",
      "RUN x",
    ],
    ["an annotation", { annotations: { "org.example.t": token } }, "annotations/org.example.t", undefined],
  ])("%s", async (_, parts, path, instruction) => {
    const report = await scanParts({ layers: [], ...parts });
    expect(onlyFinding(report).locations).toMatchObject([{ kind: "config", path, present: true }]);
    expect(onlyFinding(report).locations[0]!.instruction).toBe(instruction);
    expect(JSON.stringify(report)).not.toContain(token);
  });

  test("annotations of an index and its entries", async () => {
    const folder = temporaryFolder();
    const image = await imageOf({ layers: [] });
    writeImage(folder, image);
    const entry = manifestDescriptor(image, { annotations: { "org.example.entry": token } });
    const index = Buffer.from(
      JSON.stringify({ manifests: [entry], annotations: { "org.example.index": githubToken("b") } }),
    );
    writeBlob(folder, index);
    writeIndex(folder, [descriptor(index, "application/vnd.oci.image.index.v1+json")]);
    expect(pathsOf(await scanImages([folder]))).toEqual([
      "config annotations/org.example.entry",
      "config annotations/org.example.index",
    ]);
  });

  test("BuildKit's attestations, and the Dockerfile in base64 that provenance carries", async () => {
    const folder = temporaryFolder();
    const image = await imageOf({ layers: [{ a: "x" }] });
    writeImage(folder, image);
    const password = githubToken("provenance");
    const data = Buffer.from(`FROM a\nARG T=${token}`).toString("base64");
    const statement = Buffer.from(
      JSON.stringify({ predicate: { buildArgs: { "build-arg:T": password }, infos: [{ data }] } }),
    );
    const config = Buffer.from("{}");
    const predicate = { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" };
    const layers = [descriptor(statement, "application/vnd.in-toto+json", { annotations: predicate })];
    const manifest = Buffer.from(
      JSON.stringify({ config: descriptor(config, "application/vnd.oci.image.config.v1+json"), layers }),
    );
    for (const blob of [statement, config, manifest]) writeBlob(folder, blob);
    const about = {
      "vnd.docker.reference.type": "attestation-manifest",
      "vnd.docker.reference.digest": manifestDescriptor(image).digest,
    };
    writeIndex(folder, [
      manifestDescriptor(image),
      descriptor(manifest, "x", { platform: { os: "unknown", architecture: "unknown" }, annotations: about }),
    ]);
    const report = await scanImages([folder]);
    expect(gapsOf(report)).toEqual([]);
    const type = "config attestation/https://slsa.dev/provenance/v0.2";
    // the statement shows the token too, in the base64 that it is
    expect([...new Set(pathsOf(report))]).toEqual([type, `${type}!data`]);
    expect(report.findings[0]!.locations[0]!.platform).toBe("linux/amd64");
    expect(pathsOf(await scanImages([folder], ["linux/s390x"]))).toEqual([]);
  });
});

describe("base images", () => {
  const base: Entries = { "etc/a.env": `t = ${token}\n` };
  const own: Entries = { "srv/b.env": `t = ${githubToken("own")}\n` };
  const basesOf = ({ findings }: Report) =>
    findings.flatMap(({ locations }) => locations.map((l) => [l.path, l.base ?? "own"])).sort();

  test("by their layers, where the run knows the base", async () => {
    const [lower, upper] = [await layoutWith({ layers: [base] }), await layoutWith({ layers: [base, own] })];
    const report = await scanImages([lower, upper]);
    expect(basesOf(report)).toEqual(
      [
        ["etc/a.env", lower],
        ["etc/a.env", "own"],
        ["srv/b.env", "own"],
      ].sort(),
    );
    expect(report.findings.find(({ locations }) => locations.some((l) => l.base))!.remediation).toContain("base image");
    expect(report.coverage.layers).toBe(2);
  });

  test("by buildah's comment, which names no step of its own", async () => {
    const history = [
      { created_by: "ADD x /" },
      { created_by: "RUN y", comment: "FROM docker.io/library/debian:12" },
      { created_by: "CMD z", comment: "FROM 0123456789ab", empty_layer: true },
    ];
    const report = await scanParts({ layers: [base, own], document: { history } });
    expect(basesOf(report)).toEqual([
      ["etc/a.env", "docker.io/library/debian:12"],
      ["srv/b.env", "own"],
    ]);
  });
});

describe("repositories in a layer", () => {
  const gitFiles = async (folder: string, prefix: string): Promise<Entries> => {
    const { readdirSync, readFileSync, statSync } = await import("node:fs");
    const { join } = await import("node:path");
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const entries = names.filter((name) => statSync(join(folder, name)).isFile());
    return Object.fromEntries(entries.map((name) => [`${prefix}${name}`, readFileSync(join(folder, name))]));
  };

  test("a commit that its history holds, loose or packed, over two layers, deleted later", async () => {
    const repository = createRepository();
    const commit = repository.commit("one", { "conf/a.env": `t = ${token}\n` });
    repository.git("rm", "-q", "conf/a.env");
    repository.commit("two");
    repository.git("gc", "-q");
    const first = await gitFiles(repository.folder, "srv/app/");
    repository.commit("three", { "b.env": `t = ${githubToken("three")}\n` });
    const all = await gitFiles(repository.folder, "srv/app/");
    const second = Object.fromEntries(
      Object.entries(all).filter(([name, content]) => !(first[name] as Buffer)?.equals(content as Buffer)),
    );
    const report = await scanParts({
      layers: [first, second, { "srv/.wh.app": "" }],
      history: ["RUN a", "RUN b", "RUN c"],
    });
    expect(gapsOf(report)).toEqual([]);
    expect(pathsOf(report)).toEqual([
      "layer srv/app/.git!b.env",
      "layer srv/app/.git!conf/a.env",
      "layer srv/app/b.env",
    ]);
    const old = report.findings.flatMap(({ locations }) => locations).find(({ path }) => path.endsWith("a.env"));
    expect(old).toMatchObject({
      commit,
      author: expect.stringContaining("Ada"),
      layerNumber: 1,
      present: false,
      reachable: true,
    });
    expect(old!.removed).toEqual({ how: "deleted", layer: 3, instruction: "RUN c" });
  });

  test("a bare one of SHA-256, a shallow one, and a damaged one", async () => {
    const bare = createRepository("--object-format=sha256");
    bare.commit("one", { "a.env": `t = ${token}\n` });
    bare.git("rm", "-q", "a.env");
    bare.commit("two");
    bare.git("update-ref", "refs/heads/other", "HEAD");
    const entries = await gitFiles(`${bare.folder}/.git`, "srv/mirror.git/");
    const report = await scanParts({ layers: [entries] });
    expect(gapsOf(report)).toEqual([]);
    expect(pathsOf(report)).toEqual(["layer srv/mirror.git!a.env"]);
    const head = bare.git("rev-parse", "HEAD");
    const shallow = { ...entries, "srv/mirror.git/shallow": `${head}\n` };
    expect((await scanParts({ layers: [shallow] })).coverage.complete).toBe(true);
    const blob = `srv/mirror.git/objects/${head.slice(0, 2)}/${head.slice(2)}`;
    const broken = await scanParts({ layers: [{ ...entries, [blob]: "noise" }] });
    expect(broken.verdict.conclusion).toBe("incomplete");
    expect(gapsOf(broken).join()).toContain("srv/mirror.git: object");
  });
});

test("the same credential in history and image is one finding with both places", async () => {
  const repository = createRepository();
  repository.commit("one", { "app/a.env": `t = ${token}\n`, Dockerfile: "FROM scratch\nCOPY app /srv\nCMD x\n" });
  const image = await layoutWith({
    layers: [{ "srv/a.env": `t = ${token}\n`, "srv/a.tgz": gzipSync(await tarOf({ "x.env": token })) }],
    history: ["COPY app /srv # buildkit", "-CMD x"],
  });
  const opened = await openRepository(repository.folder);
  const report = await scanSources(
    { kind: "history", repository: opened },
    { kind: "images", names: [image], platforms: [], repository: opened, dockerfiles: repository.folder },
  );
  expect(onlyFinding(report).locations).toMatchObject([
    { kind: "commit", path: "app/a.env" },
    { kind: "file", path: "app/a.env" },
    { kind: "layer", path: "srv/a.env", dockerfile: { path: "Dockerfile", line: 2, endLine: 2 } },
    { kind: "layer", path: "srv/a.tgz!x.env" },
  ]);
  expect(onlyFinding(report).remediation).toContain(".dockerignore");
});
