import { isJsonObject } from "../json-object.ts";
import { sha256Of } from "./digest.ts";
import { listOf, readDocument, textOf, textsOf } from "./document.ts";
import { ImageError } from "./image-error.ts";
import { layerDigests } from "./layer-digests.ts";
import { legacyImages } from "./legacy-archive.ts";
import type { Descriptor, ImageSource } from "./source.ts";
import { type FileHolder, type StoredFile, storedIn } from "./stored-file.ts";

const types = {
  index: "application/vnd.docker.distribution.manifest.list.v2+json",
  manifest: "application/vnd.docker.distribution.manifest.v2+json",
  config: "application/vnd.docker.container.image.v1+json",
  layer: "application/vnd.docker.image.rootfs.diff.tar",
} as const;

/** One image of an archive: its configuration, and its layers from the lowest up. */
export interface ArchivedImage {
  readonly config: Buffer;
  /** By the config's file name, where that is a digest; else of what is there. */
  readonly configDigest: string;
  readonly layers: readonly StoredFile[];
  /** Names of the layers' files. */
  readonly layerNames: readonly string[];
  /** The first tag. */
  readonly label: string | undefined;
}

const findFile = async (files: FileHolder, path: string): Promise<StoredFile> => {
  const file = await files.find(path);
  if (file === undefined)
    throw new ImageError(`manifest.json names ${path.slice(0, 200)}, which is not in the archive`);
  return file;
};

const hexIn = (path: string): string | undefined => /(?:^|\/)([0-9a-f]{64})(?:\.json)?$/.exec(path)?.[1];

/** As many as an index and a manifest may have (see walk.ts). */
const [maxImages, maxLayers] = [1_000, 2_000];

const imageOf = async (files: FileHolder, entry: unknown): Promise<ArchivedImage> => {
  const configPath = isJsonObject(entry) ? textOf(entry["Config"]) : undefined;
  if (!isJsonObject(entry) || configPath === undefined) throw new ImageError("manifest.json names no configuration");
  const config = await readDocument(await findFile(files, configPath));
  const hex = hexIn(configPath);
  const layerNames = textsOf(entry["Layers"]);
  if (layerNames.length > maxLayers)
    throw new ImageError(`manifest.json names more than ${maxLayers} layers of an image`);
  const layers: StoredFile[] = [];
  for (const path of layerNames) layers.push(await findFile(files, path));
  const [label] = textsOf(entry["RepoTags"]);
  return { config, configDigest: hex === undefined ? sha256Of(config) : `sha256:${hex}`, layers, layerNames, label };
};

/**
 * Images that only `repositories` names, beside a `manifest.json`: engines from before 1.10 go by it and others pass it over, so a chain that is
 * broken is no gap.
 */
const hiddenImages = async (files: FileHolder, images: readonly ArchivedImage[]): Promise<readonly ArchivedImage[]> => {
  const known = new Set(images.flatMap(({ layers }) => layers.map(({ id }) => id)));
  try {
    return (await legacyImages(files)).filter(({ layers }) => layers.some(({ id }) => !known.has(id)));
  } catch (error) {
    if (error instanceof ImageError) return [];
    throw error;
  }
};

/** What an archive of this form gives in place of the manifests that it lacks. */
interface Assembled {
  readonly documents: Map<string, Buffer>;
  readonly blobs: Map<string, StoredFile>;
}

const keep = ({ documents }: Assembled, mediaType: string, value: object): Descriptor => {
  const content = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...value }));
  const digest = sha256Of(content);
  documents.set(digest, content);
  return { mediaType, digest, size: content.length };
};

const assemble = (image: ArchivedImage, digests: readonly string[], assembled: Assembled): Descriptor => {
  assembled.documents.set(image.configDigest, image.config);
  const layers: Descriptor[] = [];
  for (const [i, file] of image.layers.entries()) {
    const digest = digests[i]!;
    assembled.blobs.set(digest, file);
    layers.push({ mediaType: types.layer, digest, size: file.size });
  }
  const config = { mediaType: types.config, digest: image.configDigest, size: image.config.length };
  const manifest = keep(assembled, types.manifest, { config, layers });
  const { label } = image;
  return label === undefined ? manifest : { ...manifest, annotations: { "org.opencontainers.image.ref.name": label } };
};

const found = <T>(map: ReadonlyMap<string, T>, { digest }: Descriptor): T => {
  const value = map.get(digest);
  if (value === undefined) throw new ImageError("it is not in the archive");
  return value;
};

/** What `docker save` writes, of every age. Undefined for an archive of another kind. */
export const openDockerArchive = async (name: string, files: FileHolder): Promise<ImageSource | undefined> => {
  const manifest = await files.find("manifest.json");
  const images: ArchivedImage[] = [];
  let entries: unknown;
  if (manifest !== undefined) {
    entries = JSON.parse((await readDocument(manifest)).toString("utf8"));
    if (!Array.isArray(entries)) return undefined;
    if (entries.length > maxImages) throw new ImageError(`manifest.json names more than ${maxImages} images`);
    for (const entry of listOf(entries)) images.push(await imageOf(files, entry));
    images.push(...(await hiddenImages(files, images)));
  } else images.push(...(await legacyImages(files)));
  if (images.length === 0) return undefined;
  const assembled: Assembled = { documents: new Map(), blobs: new Map() };
  const manifests: Descriptor[] = [];
  const digests = await layerDigests(files, images);
  for (const [i, image] of images.entries()) manifests.push(assemble(image, digests[i]!, assembled));
  const root = manifests.length === 1 ? manifests[0]! : keep(assembled, types.index, { manifests });
  return {
    name,
    root: async () => root,
    around: { "manifest.json": entries },
    document: async (descriptor) => found(assembled.documents, descriptor),
    blob: (descriptor) => storedIn(async () => found(assembled.blobs, descriptor)),
    referrers: async () => [],
    stored: files.stored,
    close: files.close,
  };
};
