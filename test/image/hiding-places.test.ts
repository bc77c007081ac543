import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Location } from "../../src/finding.ts";
import { githubToken } from "../repositories.ts";
import { placesInDocuments } from "./hiding/in-documents.ts";
import { placesInFiles } from "./hiding/in-files.ts";
import { placesInLayers } from "./hiding/in-layers.ts";
import type { HidingPlace } from "./hiding/places.ts";
import { layoutWith, scanImages, tarOf } from "./images.ts";

const pathOf = async (name: string, { make }: HidingPlace): Promise<string> => {
  const made = await make(githubToken(name));
  return typeof made === "string" ? made : layoutWith(made);
};

describe.each<[string, readonly HidingPlace[]]>([
  ["layers", placesInLayers],
  ["files", placesInFiles],
  ["documents", placesInDocuments],
])("in %s a value is found", (_, places) => {
  const images = new Map<string, string>();
  let locations: readonly Location[] = [];
  let printed = "";

  beforeAll(async () => {
    for (const place of places) if (!place.lacks) images.set(place.name, await pathOf(place.name, place));
    const report = await scanImages([...images.values()]); // one run: rules are compiled for each
    locations = report.findings.flatMap((finding) => finding.locations);
    printed = JSON.stringify(report);
  });

  test.each(places.map((place) => [place.name, place] as const))("%s", (name, { path, lacks }) => {
    if (lacks) return;
    const found = locations.filter(({ image }) => image === images.get(name)).map((location) => location.path);
    expect(found).toContainEqual(typeof path === "string" ? path : expect.stringMatching(path));
    expect(printed).not.toContain(githubToken(name));
  });
});

const nestedTar = async (depth: number): Promise<Buffer> =>
  tarOf({ t: depth === 0 ? "x" : await nestedTar(depth - 1) });

test("secrets in names are shown nowhere, also where something else is told of what is so named", async () => {
  const [name, label] = [githubToken("a name"), githubToken("a label")];
  const damaged = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(100, 1)]);
  const nested = await nestedTar(7);
  const report = await scanImages([
    await layoutWith({
      layers: [{ [`${name}/a.env`]: `t = ${githubToken("a value")}\n`, [`${name}/b`]: nested, [`${name}/c`]: damaged }],
      config: { Labels: { [label]: `x ${githubToken("another value")}` } },
    }),
  ]);
  expect(report.findings).toHaveLength(4);
  expect(report.coverage.missing).toHaveLength(1);
  for (const token of [name, label]) expect(JSON.stringify(report)).not.toContain(token);
});
