import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { githubToken, temporaryFolder } from "../repositories.ts";
import { onlyFinding } from "../scanning.ts";
import {
  descriptor,
  gapsOf,
  imageOf,
  layoutOf,
  manifestDescriptor,
  scanImages,
  scanParts,
  writeBlob,
  writeImage,
  writeIndex,
} from "./images.ts";

const token = githubToken("document");
const types = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
};
const pathsOf = (report: Report): readonly (string | undefined)[] =>
  onlyFinding(report).locations.map(({ path }) => path);

describe("whatever a configuration holds is looked at, however it is shaped", () => {
  test.each<[string, object, object, string]>([
    ["a volume's name", { Volumes: { [`/data/${token}`]: {} } }, {}, "config/Volumes"],
    ["a list in Env", { Env: ["A=1", [`KEY=${token}`]] }, {}, "config/Env/1/0"],
    ["Env that is an object", { Env: { KEY: token } }, {}, "config/Env/KEY"],
    ["Cmd that is a text", { Cmd: `run --token ${token}` }, {}, "config/Cmd"],
    ["a label that is an object", { Labels: { a: { b: token } } }, {}, "config/Labels/a/b"],
    ["a health check with more", { Healthcheck: { Test: ["NONE"], Note: token } }, {}, "config/Healthcheck/Note"],
    ["a key of an old engine's copy", {}, { container_config: { Hostname: token } }, "config/Hostname"],
    ["another key of the history", {}, { history: [{ created_by: "x", note: token }] }, "history/1/note"],
    ["a history that is none", {}, { history: { a: token } }, "history/a"],
    ["a configuration that is a text", {}, { config: token }, "config"],
    [
      "deep nesting",
      {},
      { x: JSON.parse(`${'{"a":'.repeat(40)}"${token}"${"}".repeat(40)}`) },
      `config/x${"/a".repeat(20)}`,
    ],
  ])("%s", async (_, config, document, path) => {
    expect(pathsOf(await scanParts({ layers: [{ a: "x" }], config, document }))).toEqual([path]);
  });
});

/** A layout of one image whose manifest is changed. */
const scanManifest = async (change: (manifest: Record<string, unknown>) => object, text?: (json: string) => string) => {
  const image = await imageOf({ layers: [{ a: "x" }], config: { Env: [`KEY=${token}`] } });
  const folder = temporaryFolder();
  writeImage(folder, image);
  const json = JSON.stringify(change(JSON.parse(image.manifest.toString())));
  const manifest = Buffer.from(text?.(json) ?? json);
  writeBlob(folder, manifest);
  writeIndex(folder, [descriptor(manifest, types.manifest)]);
  return scanImages([folder]);
};

describe("manifests and indexes", () => {
  test.each<[string, (manifest: Record<string, unknown>) => object, string]>([
    [
      "annotations of a layer",
      (m) => ({ ...m, layers: (m["layers"] as object[]).map((one) => ({ ...one, annotations: { k: token } })) }),
      "annotations/k",
    ],
    [
      "data in a descriptor",
      (m) => ({ ...m, config: { ...(m["config"] as object), data: token } }),
      "manifest/config/data",
    ],
    ["a key of a client's own", (m) => ({ ...m, note: { text: token } }), "manifest/note/text"],
  ])("%s", async (_, change, path) => {
    const folder = temporaryFolder();
    const image = await imageOf({ layers: [{ a: "x" }] });
    writeImage(folder, image);
    const manifest = Buffer.from(JSON.stringify(change(JSON.parse(image.manifest.toString()))));
    writeBlob(folder, manifest);
    writeIndex(folder, [descriptor(manifest, types.manifest)]);
    expect(pathsOf(await scanImages([folder]))).toEqual([path]);
  });

  test("annotations of two entries by one name", async () => {
    const [one, two] = [await imageOf({ layers: [{ a: "x" }] }), await imageOf({ layers: [{ b: "x" }] })];
    const folder = layoutOf(one, two);
    writeIndex(folder, [
      manifestDescriptor(one, { annotations: { key: token } }),
      manifestDescriptor(two, { annotations: { key: "nothing" } }),
    ]);
    expect(pathsOf(await scanImages([folder]))).toEqual(["annotations/key"]);
  });

  test.each<[string, object]>([
    ["that names another as its subject", { subject: descriptor(Buffer.from("{}"), types.manifest) }],
    ["of another type of artifact", { artifactType: "application/x" }],
  ])("an image %s is looked at like any", async (_, more) => {
    const report = await scanManifest((manifest) => ({ ...manifest, ...more }));
    expect(gapsOf(report)).toEqual([]);
    expect(pathsOf(report)).toEqual(["config/Env/KEY"]);
  });

  test("the configuration of an attestation is looked at too", async () => {
    const image = await imageOf({ layers: [{ a: "x" }] });
    const [config, layer] = [Buffer.from(JSON.stringify({ author: token })), Buffer.from("{}")];
    const folder = temporaryFolder();
    writeImage(folder, image);
    const attestation = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        config: descriptor(config, types.config),
        layers: [descriptor(layer, "application/vnd.in-toto+json")],
        subject: manifestDescriptor(image),
      }),
    );
    for (const blob of [config, layer, attestation]) writeBlob(folder, blob);
    writeIndex(folder, [manifestDescriptor(image), descriptor(attestation, types.manifest)]);
    const report = await scanImages([folder]);
    expect(gapsOf(report)).toEqual([]);
    expect(pathsOf(report)).toEqual(["attestation/config/author"]);
  });
});

describe("keys that engines read in another way are named", () => {
  test.each<[string, (json: string) => string, RegExp]>([
    ["in another case", (json) => json.replace("{", '{"Layers":[],'), /engines read its key "Layers" as "layers"/],
    [
      "in a descriptor",
      (json) => json.replace('"digest"', '"Digest":"x","digest"'),
      /engines read its key "Digest" as "digest"/,
    ],
    ["twice", (json) => json.replace("{", '{"layers":[],'), /a key stands in it twice/],
  ])("%s", async (_, text, reason) => {
    const report = await scanManifest((manifest) => manifest, text);
    expect(gapsOf(report).join()).toMatch(reason);
    expect(report.verdict.conclusion).toBe("incomplete");
  });

  test("and texts with quotes and escapes are not", async () => {
    const config = { Env: ['A="x" \\ \u0041'], Labels: { 'a"b': "c\\" } };
    expect(gapsOf(await scanParts({ layers: [{ a: "x" }], config }))).toEqual([]);
  });
});
