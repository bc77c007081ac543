import type { Missing } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { costs } from "./allowance.ts";
import { checkDigest } from "./digest.ts";
import { lookAtFile } from "./file-content.ts";
import { createGathering, type Gathering, type LayerHit } from "./found.ts";
import { ImageError } from "./image-error.ts";
import type { ReadOptions } from "./layer.ts";
import type { Descriptor, ImageSource } from "./source.ts";
import { verified } from "./verified.ts";
import type { Companion } from "./walk.ts";

/** Attestations up to this size are also looked into: what they carry in base64. */
const maxParsed = 32 << 20;
const maxDepth = 30;

/** Keys of texts in base64: DSSE (`payload`), Rekor (`body`), and the Dockerfile in BuildKit's provenance (`data`). */
const wrapped = new Set(["payload", "body", "data"]);

/** A text in base64 that a document carries. */
interface Wrapped {
  readonly key: string;
  readonly content: Buffer;
}

function* unwrap(value: unknown, key: string, depth = 0): Generator<Wrapped> {
  if (typeof value === "string" && wrapped.has(key)) yield { key, content: Buffer.from(value, "base64") };
  if (typeof value !== "object" || value === null || depth > maxDepth) return;
  for (const [name, inner] of Object.entries(value)) yield* unwrap(inner, Array.isArray(value) ? key : name, depth + 1);
}

const parsed = (content: Buffer): unknown => {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    return undefined;
  }
};

const lookInside = (content: Buffer, path: string, inspect: Inspect, hits: LayerHit[], depth = 0): void => {
  for (const { key, content: inner } of unwrap(parsed(content), "")) {
    const file = `${path}!${key}`;
    for (const hit of inspect(inner)) hits.push({ hit, file, inner: "" });
    if (depth < 2) lookInside(inner, file, inspect, hits, depth + 1); // a statement in an envelope
  }
};

const maxType = 200;

const pathOf = ({ manifest, annotations }: Companion, layer: Descriptor): string => {
  const type = layer.annotations?.["in-toto.io/predicate-type"] ?? annotations["dev.sigstore.bundle.predicateType"];
  return `attestation/${(type ?? manifest.artifactType ?? layer.mediaType).slice(0, maxType)}`;
};

const readOne = async (
  source: ImageSource,
  layer: Descriptor,
  path: string,
  inspect: Inspect,
  gathering: Gathering,
) => {
  const kept: Buffer[] = [];
  async function* passing(): AsyncGenerator<Buffer> {
    for await (const chunk of verified(source.blob(layer), checkDigest(layer.digest), "it", layer.size)) {
      gathering.allowance.spend(chunk.length);
      if (layer.size <= maxParsed) kept.push(chunk);
      yield chunk;
    }
  }
  await lookAtFile(gathering, inspect, path, passing());
  lookInside(Buffer.concat(kept), path, inspect, gathering.hits);
};

/** Looks at what is said about an image beside it: provenance, bills of materials, signatures. */
export const readCompanion = async (
  source: ImageSource,
  companion: Companion,
  { inspect, allowance }: Pick<ReadOptions, "inspect" | "allowance">,
): Promise<Gathering> => {
  const gathering = createGathering(allowance);
  for (const layer of companion.layers)
    try {
      allowance.spend(costs.layer);
      await readOne(source, layer, pathOf(companion, layer), inspect, gathering);
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      gathering.missing.push({ what: `attestation ${layer.digest}`, reason: error.message } satisfies Missing);
    }
  return gathering;
};
