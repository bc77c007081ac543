import type { LayerHit } from "./found.ts";

/** Without what was found as a secret in names. */
export const scrubbed = (path: string, secrets: readonly string[]): string =>
  secrets.reduce((text, secret) => (secret === "" ? text : text.replaceAll(secret, "…")), path);

/** How the place of a hit ends that is in no content (names.ts), or in what an archive says of its members. */
const besideContent = / \((?:its name|link target|attribute [^)]*)\)$|!\(headers?\)$/;

/** What a layer's names hold: paths are shown without it. A list of names is no file that is nothing but a key. */
export const secretsInNames = (hits: readonly LayerHit[]): readonly string[] => [
  ...new Set(
    hits.filter(({ inner, hit }) => hit.onlyAt === undefined && besideContent.test(inner)).map(({ hit }) => hit.secret),
  ),
];
