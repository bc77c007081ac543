import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Hit } from "../detect/hit.ts";
import type { CleanStore } from "./clean-store.ts";
import { sealed, unsealed } from "./sealing.ts";

/** What contents held in earlier runs, so that they need not be searched again. */
export interface KnownHits {
  readonly recall: (content: Buffer) => readonly Hit[] | undefined;
  /** Of contents in which something was found. */
  readonly learn: (content: Buffer, hits: readonly Hit[]) => void;
}

/** More is searched again. */
const maxHits = 4 << 20;

/**
 * Hits, sealed by a key that is made of all bytes of their content (and is not its object id): whoever can open a record has the content, and so all that it
 * holds; nobody else learns a value, a name or a place. `kind` parts runs that want different things to be found out.
 */
export const knownHits = (store: CleanStore, kind: string): KnownHits => {
  const namesOf = (content: Buffer) => {
    const secret = createHash("sha256").update("tidewaiter hits\0").update(content).digest();
    const derived = (what: string) => createHash("sha256").update(`${what}\0${kind}\0`).update(secret).digest();
    return { name: derived("name").toString("hex"), key: derived("key") };
  };
  const recall: KnownHits["recall"] = (content) => {
    const { name, key } = namesOf(content);
    const record = store.record(name);
    if (record === undefined) return undefined;
    try {
      return JSON.parse(inflateRawSync(unsealed(record, key), { maxOutputLength: maxHits }).toString("utf8"));
    } catch {
      return undefined;
    }
  };
  const learn: KnownHits["learn"] = (content, hits) => {
    if (hits.length === 0) return;
    const told = Buffer.from(JSON.stringify(hits));
    if (told.length > maxHits) return;
    const { name, key } = namesOf(content);
    if (store.record(name) === undefined) store.addRecord(name, sealed(deflateRawSync(told), key));
  };
  return { recall, learn };
};
