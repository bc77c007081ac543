import { isJsonObject, type JsonObject } from "../json-object.ts";
import { checkDigest } from "./digest.ts";
import { ImageError } from "./image-error.ts";
import type { Descriptor, Platform } from "./source.ts";
import type { StoredFile } from "./stored-file.ts";

/** Manifests, indexes and configurations beyond this are not read: 4 MiB is what registries must take (distribution specification 1.1, "Pushing Manifests"). */
export const maxDocument = 4 << 20;

/** A whole file that must be small. */
export const readDocument = async (file: StoredFile, most = maxDocument): Promise<Buffer> => {
  if (file.size > most) throw new ImageError(`its ${file.size} bytes exceed the limit of ${most}`);
  const chunks: Buffer[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((item): item is string => typeof item === "string");

export const textMapOf = (value: unknown): Readonly<Record<string, string>> =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};

/** Parses a document of an image. Throws an ImageError for what is no JSON object. */
export const parseDocument = (content: Buffer): JsonObject => {
  try {
    const value: unknown = JSON.parse(content.toString("utf8").replace(/^\ufeff/, ""));
    if (isJsonObject(value)) return value;
  } catch {
    // said below
  }
  throw new ImageError("it is no JSON object");
};

const platformOf = (value: unknown): Platform | undefined => {
  if (!isJsonObject(value)) return undefined;
  const [os, architecture, variant] = [value["os"], value["architecture"], value["variant"]].map(textOf);
  if (os === undefined || architecture === undefined) return undefined;
  return { os, architecture, ...(variant ? { variant } : {}) };
};

/** Reads a descriptor (image specification 1.1, descriptor.md). Throws an ImageError where a needed field is wrong. */
export const descriptorOf = (value: unknown): Descriptor => {
  if (!isJsonObject(value)) throw new ImageError("a descriptor in it is no JSON object");
  const digest = textOf(value["digest"]);
  const size = value["size"];
  if (digest === undefined) throw new ImageError("a descriptor in it has no digest");
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0)
    throw new ImageError(`the descriptor of ${digest.slice(0, 100)} has no size`);
  const platform = platformOf(value["platform"]);
  const artifactType = textOf(value["artifactType"]);
  return {
    mediaType: textOf(value["mediaType"]) ?? "",
    digest,
    size,
    ...(platform === undefined ? {} : { platform }),
    ...(isJsonObject(value["annotations"]) ? { annotations: textMapOf(value["annotations"]) } : {}),
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(Array.isArray(value["urls"]) ? { urls: textsOf(value["urls"]) } : {}),
  };
};

/** Reads and checks a document that a descriptor names. */
export const verifiedDocument = async (
  read: (descriptor: Descriptor) => Promise<Buffer>,
  descriptor: Descriptor,
): Promise<Buffer> => {
  const check = checkDigest(descriptor.digest);
  const content = await read(descriptor);
  check.hash.update(content);
  check.verify("it");
  return content;
};
