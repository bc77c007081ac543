import type { Hit } from "../detect/hit.ts";
import { mediaKind } from "../files/media.ts";
import type { Missing, Skipped } from "../finding.ts";
import type { Inspect } from "../sighting.ts";
import { type ObjectType, readObjects } from "./objects.ts";
import { type Authorship, authorship } from "./people.ts";
import type { Repository } from "./repository.ts";

/** An object in which something was found. */
export interface HitObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly hits: readonly Hit[];
  /** Of a commit or tag: who wrote it. */
  readonly by?: Authorship;
}

export interface Reading {
  readonly found: readonly HitObject[];
  readonly objects: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  readonly missing: readonly Missing[];
}

/** A commit's or tag's text begins after the first empty line; the headers before it are git's own. */
const messageOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf("\n\n");
  return raw.subarray(end === -1 ? raw.length : end + 2);
};

/** Looks at objects, each once. Trees among them are passed over; so is media, which coverage then names. */
export const inspectObjects = async (
  repository: Repository,
  ids: readonly string[],
  inspect: Inspect,
  signal?: AbortSignal,
): Promise<Reading> => {
  const found: HitObject[] = [];
  const media = new Map<string, number>();
  let objects = 0;
  let bytes = 0;
  const visit = (id: string, type: ObjectType, content: Buffer): void => {
    if (type === "tree") return;
    objects++;
    bytes += content.length;
    const kind = type === "blob" ? mediaKind(content) : undefined;
    if (kind !== undefined) {
      media.set(kind, (media.get(kind) ?? 0) + 1);
      return;
    }
    const hits = inspect(type === "blob" ? content : messageOf(content));
    if (hits.length > 0) found.push({ id, type, hits, ...(type === "blob" ? {} : { by: authorship(content) }) });
  };
  const missing = await readObjects(repository, ids, visit, signal);
  const skipped = [...media].map(([what, count]) => ({ what, reason: "holds no text", count }));
  return { found, objects, bytes, skipped, missing };
};
