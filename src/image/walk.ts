import type { Missing, Skipped } from "../finding.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { descriptorOf, listOf, parseDocument, textMapOf, verifiedDocument } from "./document.ts";
import { AbsentError, ImageError } from "./image-error.ts";
import { oddKeys } from "./odd-keys.ts";
import { isWanted, platformText } from "./platform.ts";
import type { Descriptor, ImageSource, Platform } from "./source.ts";

/** An image of one platform. */
export interface PlatformImage {
  readonly manifest: Descriptor;
  /** What the archive or layout calls it; empty where it does not. */
  readonly label: string;
  /** `linux/amd64`, from the index or the configuration; empty where neither tells. */
  readonly platform: string;
  readonly config: JsonObject;
  /** The digests of its configuration and layers: the same for two manifests of one image. */
  readonly contents: string;
  readonly layers: readonly Descriptor[];
  readonly document: JsonObject;
}

/** Documents beside an image: attestations, signatures, bills of materials. */
export interface Companion {
  readonly manifest: Descriptor;
  /** Of the image that it is about, by its manifest's digest. */
  readonly about: string;
  /** Often none. */
  readonly config: JsonObject;
  readonly layers: readonly Descriptor[];
  readonly annotations: Readonly<Record<string, string>>;
  readonly document: JsonObject;
}

export interface Walked {
  readonly images: readonly PlatformImage[];
  readonly companions: readonly Companion[];
  readonly indexes: readonly JsonObject[];
  readonly missing: readonly Missing[];
  readonly skipped: readonly Skipped[];
}

const maxDepth = 5;
const maxManifests = 1_000;
const maxLayers = 2_000;
const maxReferrers = 100;
/** Of all manifests of an image together. */
const maxAllLayers = 100_000;
/** Bytes of all documents of an image: a configuration may be named by many manifests, and is read for each. */
const maxDocuments = 128 << 20;

const attestationFor = ({ annotations }: Descriptor): string | undefined =>
  annotations?.["vnd.docker.reference.type"] === "attestation-manifest"
    ? (annotations["vnd.docker.reference.digest"] ?? "")
    : undefined;

interface Walk {
  readonly source: ImageSource;
  readonly platforms: readonly string[];
  /** Contents of images that another form of the same archive led to. */
  readonly known: ReadonlySet<string> | undefined;
  readonly seen: Set<string>;
  readonly images: PlatformImage[];
  readonly companions: Companion[];
  readonly indexes: JsonObject[];
  readonly missing: Missing[];
  /** Bytes of documents that were read. */
  documents: number;
  /** Layers of all manifests. */
  layers: number;
  /** Manifests that an archive or layout does not hold. */
  readonly leftOut: Missing[];
}

const layersOf = (manifest: JsonObject): readonly Descriptor[] => {
  const layers = listOf(manifest["layers"]);
  if (layers.length > maxLayers) throw new ImageError(`it has more than ${maxLayers} layers`);
  return layers.map(descriptorOf);
};

const readJson = async (walk: Walk, descriptor: Descriptor): Promise<JsonObject> => {
  if (walk.documents > maxDocuments) throw new ImageError(`the documents of the image exceed ${maxDocuments} bytes`);
  const content = await verifiedDocument(walk.source.document, descriptor);
  walk.documents += content.length;
  const document = parseDocument(content);
  const odd = oddKeys(content, document);
  if (odd !== undefined) walk.missing.push({ what: `document ${descriptor.digest}`, reason: odd });
  return document;
};

const platformIn = (config: JsonObject): Platform | undefined => {
  const { os, architecture, variant } = config;
  if (typeof os !== "string" || typeof architecture !== "string" || os === "" || architecture === "") return undefined;
  return { os, architecture, ...(typeof variant === "string" && variant !== "" ? { variant } : {}) };
};

/** What of an index is about no platform: `unknown/unknown`, as BuildKit marks attestations. */
const isPlatform = (platform: Platform | undefined): platform is Platform =>
  platform !== undefined && platform.os !== "unknown" && platform.os !== "";

/** An image that names another as its subject is pulled and run like any: attestations have layers of other types. */
const isRunnable = (manifest: JsonObject, layers: readonly Descriptor[]): boolean =>
  /image|container/.test(descriptorOf(manifest["config"]).mediaType) &&
  layers.some(({ mediaType }) => /\.(?:tar|diff)\b|image\.layer/.test(mediaType));

const addManifest = async (walk: Walk, descriptor: Descriptor, manifest: JsonObject, label: string): Promise<void> => {
  const annotations = textMapOf(manifest["annotations"]);
  const about =
    attestationFor(descriptor) ??
    (isJsonObject(manifest["subject"]) ? descriptorOf(manifest["subject"]).digest : undefined);
  const layers = layersOf(manifest);
  walk.layers += layers.length;
  if (walk.layers > maxAllLayers) throw new ImageError(`the image has more than ${maxAllLayers} layers in all`);
  const config = await readConfig(walk, manifest);
  if (about !== undefined && !isRunnable(manifest, layers)) {
    walk.companions.push({ manifest: descriptor, about, config, layers, annotations, document: manifest });
    return;
  }
  const platform = isPlatform(descriptor.platform) ? descriptor.platform : platformIn(config);
  if (!isWanted(walk.platforms, platform)) return;
  const text = platform === undefined ? "" : platformText(platform);
  const contents = [descriptorOf(manifest["config"]), ...layers].map(({ digest }) => digest).join(" ");
  if (walk.known?.has(contents) === true) return;
  walk.images.push({ manifest: descriptor, label, platform: text, config, contents, layers, document: manifest });
};

const readConfig = async (walk: Walk, manifest: JsonObject): Promise<JsonObject> => {
  const descriptor = descriptorOf(manifest["config"]);
  try {
    return await readJson(walk, descriptor);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    // artifacts that are no images have any configuration, often none
    if (!/image|container/.test(descriptor.mediaType)) return {};
    walk.missing.push({ what: `configuration ${descriptor.digest}`, reason: error.message });
    return {};
  }
};

/** Names of images in an archive: as containerd has them, else as the specification does (annotations.md). */
const labelOf = ({ annotations }: Descriptor): string | undefined =>
  annotations?.["io.containerd.image.name"] ?? annotations?.["org.opencontainers.image.ref.name"];

/** Where a walk stands: how deep, and what the image is called there. */
interface Standing {
  readonly depth: number;
  readonly label: string;
}

const addIndex = async (walk: Walk, index: JsonObject, { depth, label }: Standing): Promise<void> => {
  walk.indexes.push(index);
  const entries = listOf(index["manifests"]).map(descriptorOf);
  for (const entry of entries) {
    const isOther = isPlatform(entry.platform) && !isWanted(walk.platforms, entry.platform);
    if (!isOther) await visit(walk, entry, { depth: depth + 1, label: labelOf(entry) ?? label });
  }
};

const schema1 = "it is a manifest of schema 1, which registries no longer take: push it again with a current tool";

const open = async (walk: Walk, descriptor: Descriptor, standing: Standing): Promise<void> => {
  const document = await readJson(walk, descriptor);
  if (Array.isArray(document["manifests"])) await addIndex(walk, document, standing);
  else if (Array.isArray(document["layers"])) await addManifest(walk, descriptor, document, standing.label);
  else if (Array.isArray(document["fsLayers"])) throw new ImageError(schema1);
  else throw new ImageError("it is neither a manifest nor an index");
};

/** What cannot be had of one manifest does not keep the others from being read. */
const visit = async (walk: Walk, descriptor: Descriptor, standing: Standing): Promise<void> => {
  if (walk.seen.has(descriptor.digest)) return;
  walk.seen.add(descriptor.digest);
  const what = `manifest ${descriptor.digest}`;
  try {
    if (standing.depth > maxDepth) throw new ImageError(`indexes are nested more than ${maxDepth} deep`);
    if (walk.seen.size > maxManifests) throw new ImageError(`there are more than ${maxManifests} manifests`);
    await open(walk, descriptor, standing);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const isLeftOut = error instanceof AbsentError && standing.depth > 0 && walk.platforms.length === 0;
    if (isLeftOut) walk.leftOut.push({ what: leftOutWords(descriptor), reason: error.message });
    else walk.missing.push({ what, reason: error.message });
  }
};

const leftOutWords = ({ platform }: Descriptor): string =>
  isPlatform(platform) ? `platform ${platformText(platform)}` : "attestation";

/** A registry that will not list them keeps nobody from reading the image. */
const referrersOf = async ({ source, missing }: Walk, digest: string): Promise<readonly Descriptor[]> => {
  try {
    return await source.referrers(digest);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    missing.push({ what: `what refers to ${digest}`, reason: error.message });
    return [];
  }
};

const addReferrers = async (walk: Walk, digests: readonly string[]): Promise<void> => {
  for (const digest of digests) {
    const referrers = await referrersOf(walk, digest);
    if (referrers.length > maxReferrers)
      walk.missing.push({ what: `what refers to ${digest}`, reason: `more than ${maxReferrers} manifests do` });
    for (const referrer of referrers.slice(0, maxReferrers)) await visit(walk, referrer, { depth: 1, label: "" });
  }
};

/** What is about the platforms that were asked for, or about all of them. */
const wantedCompanions = ({ platforms, images, companions }: Walk, root: Descriptor): readonly Companion[] => {
  const wanted = new Set([root.digest, ...images.map(({ manifest }) => manifest.digest)]);
  return platforms.length === 0 ? companions : companions.filter(({ about }) => wanted.has(about));
};

/**
 * Finds the images that a name stands for: all platforms of an index, and what refers to them. Of a further form of an archive
 * only what the forms before it did not lead to: their images are known by their contents.
 */
export const walkImage = async (
  source: ImageSource,
  platforms: readonly string[],
  known?: ReadonlySet<string>,
): Promise<Walked> => {
  const walk: Walk = {
    source,
    platforms,
    known,
    seen: new Set(),
    images: [],
    companions: [],
    indexes: [],
    documents: 0,
    layers: 0,
    missing: [],
    leftOut: [],
  };
  const root = await source.root();
  await visit(walk, root, { depth: 0, label: "" });
  await addReferrers(walk, [...new Set([root.digest, ...walk.images.map(({ manifest }) => manifest.digest)])]);
  if (walk.images.length === 0) walk.missing.push(...walk.leftOut.splice(0));
  const isEmpty = walk.images.length === 0 && walk.companions.length === 0 && walk.missing.length === 0;
  if (isEmpty && known === undefined)
    walk.missing.push({
      what: platforms.length === 0 ? "images" : `images for ${platforms.join(", ")}`,
      reason: "there is none",
    });
  const skipped = walk.leftOut.map((entry) => ({ ...entry, count: 1 }));
  return { ...walk, skipped, companions: wantedCompanions(walk, root) };
};
