import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import type { Report } from "../../src/finding.ts";
import { temporaryFolder, writeFileAt } from "../repositories.ts";
import { scanSources } from "../scanning.ts";

/** A member of a layer: its content, or a whole header. */
export type Entry = string | Buffer | (Partial<Header> & { readonly content?: string | Buffer });

export type Entries = Readonly<Record<string, Entry>>;

/** Two tars of the same members are the same, whatever time it is. */
const mtime = new Date(0);

/** A tar with these members, in this order. */
export const tarOf = async (entries: Entries): Promise<Buffer> => {
  const writer = pack();
  for (const [name, entry] of Object.entries(entries)) {
    if (typeof entry === "string" || Buffer.isBuffer(entry)) writer.entry({ name, mtime }, entry);
    else {
      const { content = "", ...header } = entry;
      writer.entry({ name, mtime, ...header } as Header, content as string);
    }
  }
  writer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of writer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

export const digestOf = (content: Buffer): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;

export interface Blob {
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface ImageParts {
  /** Uncompressed tars, the lowest first. */
  readonly layers: readonly (Entries | Buffer)[];
  /** `created_by` of each entry; those that begin with `-` made no layer. */
  readonly history?: readonly string[];
  readonly config?: object;
  /** Keys of the configuration document beside `config`. */
  readonly document?: object;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly architecture?: string;
  /** How layers are stored. */
  readonly compress?: (tar: Buffer) => Buffer;
  readonly layerType?: string;
}

export interface TestImage {
  readonly manifest: Buffer;
  readonly config: Buffer;
  /** As stored. */
  readonly layers: readonly Buffer[];
  readonly diffIds: readonly string[];
  readonly architecture: string;
}

const historyEntry = (text: string) =>
  text.startsWith("-") ? { created_by: text.slice(1), empty_layer: true } : { created_by: text };

export const descriptor = (content: Buffer, mediaType: string, more: object = {}) => ({
  mediaType,
  digest: digestOf(content),
  size: content.length,
  ...more,
});

const oci = "application/vnd.oci.image";

export const imageOf = async (parts: ImageParts): Promise<TestImage> => {
  const { compress = (tar: Buffer) => gzipSync(tar), architecture = "amd64", layerType = "layer.v1.tar+gzip" } = parts;
  const tars: Buffer[] = [];
  for (const layer of parts.layers) tars.push(Buffer.isBuffer(layer) ? layer : await tarOf(layer as Entries));
  const diffIds = tars.map(digestOf);
  const config = Buffer.from(
    JSON.stringify({
      architecture,
      os: "linux",
      config: parts.config ?? {},
      rootfs: { type: "layers", diff_ids: diffIds },
      ...(parts.history === undefined ? {} : { history: parts.history.map(historyEntry) }),
      ...parts.document,
    }),
  );
  const layers = tars.map(compress);
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: `${oci}.manifest.v1+json`,
      config: descriptor(config, `${oci}.config.v1+json`),
      layers: layers.map((layer) => descriptor(layer, `${oci}.${layerType}`)),
      ...(parts.annotations === undefined ? {} : { annotations: parts.annotations }),
    }),
  );
  return { manifest, config, layers, diffIds, architecture };
};

export const writeBlob = (folder: string, content: Buffer, digest = digestOf(content)): string => {
  writeFileAt(folder, `blobs/${digest.replace(":", "/")}`, content);
  return digest;
};

/** Descriptors that a layout's index lists, and the blobs that they lead to. */
export const writeIndex = (folder: string, manifests: readonly object[], more: object = {}): void => {
  writeFileAt(folder, "oci-layout", JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  writeFileAt(folder, "index.json", JSON.stringify({ schemaVersion: 2, manifests, ...more }));
};

export const manifestDescriptor = ({ manifest, architecture }: TestImage, more: object = {}) =>
  descriptor(manifest, `${oci}.manifest.v1+json`, { platform: { os: "linux", architecture }, ...more });

export const writeImage = (folder: string, { manifest, config, layers }: TestImage): void => {
  for (const content of [manifest, config, ...layers]) writeBlob(folder, content);
};

/** An OCI layout with these images; its folder. */
export const layoutOf = (...images: readonly TestImage[]): string => {
  const folder = temporaryFolder();
  for (const image of images) writeImage(folder, image);
  writeIndex(
    folder,
    images.map((image) => manifestDescriptor(image)),
  );
  return folder;
};

/** A layout with one image made of these parts. */
export const layoutWith = async (parts: ImageParts): Promise<string> => layoutOf(await imageOf(parts));

export const scanImages = (names: readonly string[], platforms: readonly string[] = []): Promise<Report> =>
  scanSources({ kind: "images", names, platforms, repository: undefined, dockerfiles: undefined });

export const scanParts = async (parts: ImageParts): Promise<Report> => scanImages([await layoutWith(parts)]);

export const fileIn = (folder: string, name: string, content: Buffer): string => {
  writeFileAt(folder, name, content);
  return join(folder, name);
};

export const gapsOf = ({ coverage }: Report): readonly string[] =>
  coverage.missing.map(({ what, reason }) => `${what}: ${reason}`);
