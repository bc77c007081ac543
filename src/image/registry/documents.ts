import { createHash } from "node:crypto";
import { maxDocument } from "../document.ts";
import { isDigest } from "../reference.ts";
import type { Descriptor } from "../source.ts";
import { type Patience, wholeBody } from "./body.ts";
import type { Client } from "./client.ts";
import { nameOf } from "./exchange.ts";
import type { Followed } from "./redirects.ts";
import { errorCode, RegistryError } from "./registry-error.ts";

const maxErrorBody = 64 << 10;

const indexType = "application/vnd.oci.image.index.v1+json";
const manifestTypes = [
  indexType,
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.oci.artifact.manifest.v1+json",
];
export const acceptManifests = { accept: [...manifestTypes, "*/*;q=0.1"].join(", "), "accept-encoding": "identity" };

/** A path below the repository may hold a digest only when it is one: others come from hostile manifests. */
export const checkedDigest = (digest: string): string => {
  if (typeof digest === "string" && isDigest(digest)) return digest;
  throw new RegistryError(
    "refused",
    `a manifest names a digest that is neither sha256 nor sha512: ${JSON.stringify(String(digest).slice(0, 80))}`,
  );
};

export interface Fetched extends Followed {
  readonly body: Buffer;
}

/** Of a bad answer's body only what fits: some come with a long page. */
const errorBody = (followed: Followed, patience: Patience, signal: AbortSignal | undefined): Promise<Buffer> =>
  wholeBody(followed.url, followed.answer, maxErrorBody, patience, signal).catch((error: RegistryError) => {
    if (error.fault === "refused") return Buffer.alloc(0);
    throw error;
  });

/** Reads the body of a good answer, and of a bad one what tells why; a challenge is left to who answers it. */
export const takeWhole =
  (patience: Patience, signal: AbortSignal | undefined) =>
  async (followed: Followed): Promise<Fetched> => {
    const { answer, url } = followed;
    if (answer.status === 401 || answer.status === 403) return { ...followed, body: Buffer.alloc(0) };
    if (answer.status !== 200) return { ...followed, body: await errorBody(followed, patience, signal) };
    const encoding = answer.headers["content-encoding"];
    if (encoding !== undefined && encoding !== "identity") {
      answer.message.destroy();
      throw new RegistryError("refused", `${nameOf(url)} comes compressed, which was not asked for`);
    }
    return { ...followed, body: await wholeBody(url, answer, maxDocument, patience, signal) };
  };

/** The error for an answer that is not the wanted one. */
export const unwanted = ({ answer, url }: Followed, body?: Buffer): RegistryError => {
  const code = body === undefined ? undefined : errorCode(body);
  const said = code === undefined ? "" : ` (${code})`;
  if (answer.status === 404) return new RegistryError("absent", `${nameOf(url)} does not exist${said}`);
  return new RegistryError("refused", `${nameOf(url)} answers ${answer.status}${said}`);
};

const digestOf = (body: Buffer, like: string): string => {
  const algorithm = like.startsWith("sha512:") ? "sha512" : "sha256";
  return `${algorithm}:${createHash(algorithm).update(body).digest("hex")}`;
};

const checkDigest = (body: Buffer, digest: string, url: URL, whose: string): void => {
  const found = digestOf(body, digest);
  if (found !== digest)
    throw new RegistryError("refused", `${nameOf(url)} has digest ${found}, not ${digest} as ${whose}`);
};

interface Shape {
  readonly schemaVersion?: unknown;
  readonly mediaType?: unknown;
  readonly manifests?: unknown;
  readonly fsLayers?: unknown;
}

const shapeOf = (body: Buffer, url: URL): Shape => {
  try {
    const json: unknown = JSON.parse(body.toString());
    if (typeof json === "object" && json !== null) return json;
  } catch {
    // said below
  }
  throw new RegistryError("refused", `${nameOf(url)} is no manifest: its content is not JSON`);
};

/** By content: a registry may answer with any `Content-Type`. */
const mediaTypeOf = (body: Buffer, url: URL): string => {
  const { schemaVersion, mediaType, manifests, fsLayers } = shapeOf(body, url);
  if (schemaVersion === 1 || fsLayers !== undefined)
    throw new RegistryError(
      "refused",
      `${nameOf(url)} is a manifest of schema 1, which is not supported: push the image again with a current tool`,
    );
  if (typeof mediaType === "string") return mediaType;
  return Array.isArray(manifests) ? indexType : manifestTypes[1]!;
};

/** A manifest or index with what is known of it. */
export interface Root {
  readonly descriptor: Descriptor;
  readonly body: Buffer;
}

/** What a tag or digest stands for. */
export const readManifest = (fetched: Fetched, asked: string): Root => {
  const { answer, body, url } = fetched;
  if (answer.status !== 200) throw unwanted(fetched, body);
  if (isDigest(asked)) checkDigest(body, asked, url, "asked for");
  const said = answer.headers["docker-content-digest"];
  if (typeof said === "string" && isDigest(said)) checkDigest(body, said, url, "its header says");
  const digest = isDigest(asked) ? asked : digestOf(body, "sha256:");
  return { descriptor: { mediaType: mediaTypeOf(body, url), digest, size: body.length }, body };
};

const isManifestType = (mediaType: string): boolean => /manifest|image\.index/.test(mediaType);

/** A manifest or a config; which of the two its media type says may be a lie, so the other is tried too. */
export const readDocument = async (
  client: Client,
  { mediaType, digest }: Descriptor,
  take: ReturnType<typeof takeWhole>,
): Promise<Buffer> => {
  const kinds = isManifestType(String(mediaType)) ? ["manifests", "blobs"] : ["blobs", "manifests"];
  const ask = (kind: string): Promise<Fetched> =>
    client.get({ path: `${kind}/${checkedDigest(digest)}`, headers: acceptManifests }, take);
  const first = await ask(kinds[0]!);
  const fetched = first.answer.status === 404 ? await ask(kinds[1]!) : first;
  if (fetched.answer.status !== 200) throw unwanted(first, first.body);
  checkDigest(fetched.body, digest, fetched.url, "asked for");
  return fetched.body;
};
