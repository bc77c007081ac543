import type { Location, Removed } from "../finding.ts";
import { signature } from "./signature.ts";

/** Digits of a digest that a reader sees: as `docker` shows them. */
const shortDigits = 12;

/** `sha256:0123456789ab`. */
const shortDigest = (digest: string): string =>
  digest.replace(/^([^:]+:[0-9a-f]{12}).*$/, "$1").slice(0, shortDigits + 20);

const layerWords = ({ layer, layerNumber, layerCount }: Location): string => {
  if (layerNumber === undefined) return "";
  const of = layerCount === undefined ? "" : ` of ${layerCount}`;
  return `layer ${layerNumber}${of}${layer === undefined ? "" : ` (${shortDigest(layer)})`}`;
};

const removedWords = ({ how, layer, instruction }: Removed): string =>
  `${how} in layer ${layer}${instruction === undefined ? "" : ` by ${instruction}`}, but still in the image for whoever pulls it`;

const dockerfileWords = ({ dockerfile }: Location): string =>
  dockerfile === undefined ? "" : ` (${dockerfile.path}:${dockerfile.line})`;

/** Where in an image a secret stands and how it came there. */
export const imageStory = (location: Location): readonly string[] => {
  const { image, platform, instruction, removed, present, base, kind, commit } = location;
  const made = instruction ?? (location.dockerfile === undefined ? "" : "an instruction");
  return [
    `image ${image}`,
    platform ?? "",
    layerWords(location),
    made === "" ? "" : `from ${made}${dockerfileWords(location)}`,
    base === undefined ? "" : `part of the base image ${base}`,
    removed === undefined ? "" : removedWords(removed),
    commit === undefined ? "" : `in commit ${signature(location)}`,
    kind === "layer" && present === true ? "still in the final image" : "",
  ].filter(Boolean);
};
