import type { ServerResponse } from "node:http";
import { describe, expect, test } from "@jest/globals";
import { githubToken } from "../../repositories.ts";
import { onlyFinding } from "../../scanning.ts";
import { gapsOf, imageOf, scanImages } from "../images.ts";
import type { DoubleOptions, RegistryDouble } from "./registry-double.ts";
import { double } from "./sources.ts";

/** A registry with an image that has a token in its only layer. */
const withToken = async (options: DoubleOptions = {}): Promise<RegistryDouble> => {
  const registry = await double(options);
  const image = await imageOf({ layers: [{ "app/.env": `token = ${githubToken("registry")}\n` }] });
  for (const blob of [...image.layers, image.config]) registry.addBlob(blob);
  registry.addManifest(JSON.parse(image.manifest.toString()), "1");
  return registry;
};

/** Answers requests for one kind of path itself. */
const instead = (kind: string, answer: (response: ServerResponse) => void): DoubleOptions => ({
  intercept: (request, response) => {
    if (!request.url?.includes(`/${kind}/`)) return false;
    answer(response);
    return true;
  },
});

describe("an image in a registry is scanned", () => {
  test("by its name", async () => {
    const registry = await withToken();
    const report = await scanImages([`${registry.host}/team/app:1`]);
    expect(onlyFinding(report).locations[0]).toMatchObject({ path: "app/.env", image: `${registry.host}/team/app:1` });
    expect(gapsOf(report)).toEqual([]);
  });
  test("also when its registry does not tell what refers to it, which is a gap", async () => {
    const registry = await withToken(instead("referrers", (response) => response.writeHead(418).end()));
    const report = await scanImages([`${registry.host}/app:1`]);
    expect(onlyFinding(report).check).toContain("github");
    expect(gapsOf(report).join("\n")).toMatch(/what refers to sha256:.*answers 418/);
    expect(report.verdict.conclusion).toBe("incomplete");
  });
  test.each([
    [
      "is not what its digest names",
      (response: ServerResponse) => response.end(Buffer.alloc(1)),
      /announces 1 bytes|longer|ends/,
    ],
    ["is gone", (response: ServerResponse) => response.writeHead(404).end(), /does not exist/],
  ])("never as complete when a layer %s", async (_, answer, why) => {
    const registry = await withToken(instead("blobs", answer));
    const report = await scanImages([`${registry.host}/app:1`]);
    expect(gapsOf(report).join("\n")).toMatch(why);
    expect(report.verdict.conclusion).toBe("incomplete");
  });
});
