import { hash } from "node:crypto";
import type { Hit } from "../detect/hit.ts";
import { type Inspect, inspectAs } from "../sighting.ts";

/** So many contents are remembered; then it begins anew. */
const mostRemembered = 1 << 20;

/** Larger contents seldom come twice, and what is found in them may be much. */
const maxBytes = 4 << 20;

/** What stands for a content: nobody can make two that have the same. */
export type NameOf = (content: Buffer) => string | bigint;

const sha256: NameOf = (content) => hash("sha256", content, "base64");

/** Scans each content once: the versions of a package hold the same files again and again. */
export const remembered = (inspect: Inspect, nameOf = sha256): Inspect => {
  const known = new Map<string | bigint, readonly Hit[]>();
  return inspectAs(inspect, (content) => {
    if (content.length > maxBytes) return inspect(content);
    const key = nameOf(content);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    if (known.size >= mostRemembered) known.clear();
    const hits = inspect(content);
    known.set(key, hits);
    return hits;
  });
};
