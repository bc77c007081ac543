import { isJsonObject, type JsonObject } from "../json-object.ts";
import { sha256Of } from "./digest.ts";
import type { ArchivedImage } from "./docker-archive.ts";
import { parseDocument, readDocument, textOf, textsOf } from "./document.ts";
import { ImageError } from "./image-error.ts";
import type { FileHolder, StoredFile } from "./stored-file.ts";

/** More layers than any storage driver takes. */
const maxLayers = 500;
const identifier = /^[0-9a-f]{64}$/;

interface LegacyLayer {
  readonly id: string;
  readonly document: JsonObject;
  readonly layer: StoredFile | undefined;
}

const topLayers = async (files: FileHolder): Promise<ReadonlySet<string>> => {
  const repositories = await files.find("repositories");
  if (repositories === undefined) return new Set();
  const tags = Object.values(parseDocument(await readDocument(repositories))).filter(isJsonObject);
  return new Set(tags.flatMap((tag) => Object.values(tag)).filter((id): id is string => typeof id === "string"));
};

/** From the lowest up. */
const chainOf = async (files: FileHolder, top: string): Promise<readonly LegacyLayer[]> => {
  const chain: LegacyLayer[] = [];
  for (let id: string | undefined = top; id !== undefined; ) {
    if (!identifier.test(id) || chain.length === maxLayers)
      throw new ImageError("the chain of its layers is broken or longer than any engine makes");
    const json = await files.find(`${id}/json`);
    if (json === undefined) throw new ImageError(`${id}/json is not in the archive`);
    const document = parseDocument(await readDocument(json));
    chain.push({ id, document, layer: await files.find(`${id}/layer.tar`) });
    id = textOf(document["parent"]) || undefined;
  }
  return chain.reverse();
};

const historyOf = ({ document, layer }: LegacyLayer) => {
  const made = isJsonObject(document["container_config"]) ? textsOf(document["container_config"]["Cmd"]).join(" ") : "";
  const [created, author] = [textOf(document["created"]), textOf(document["author"])];
  return { created, author, created_by: made, empty_layer: layer === undefined };
};

/** Archives from before Docker 1.10 (image specification 1.0 of moby): a chain of folders, named by `repositories`. */
export const legacyImages = async (files: FileHolder): Promise<readonly ArchivedImage[]> => {
  const images: ArchivedImage[] = [];
  for (const top of await topLayers(files)) {
    const chain = await chainOf(files, top);
    const config = Buffer.from(JSON.stringify({ ...chain.at(-1)!.document, history: chain.map(historyOf) }));
    const layers = chain.filter((link) => link.layer !== undefined);
    images.push({
      config,
      configDigest: sha256Of(config),
      layers: layers.map(({ layer }) => layer!),
      label: undefined,
      layerNames: layers.map(({ id }) => `${id}/layer.tar`),
    });
  }
  return images;
};
