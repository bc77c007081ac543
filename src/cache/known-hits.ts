import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Hit } from "../detect/hit.ts";
import type { CleanStore } from "./clean-store.ts";
import { sealed, unsealed } from "./sealing.ts";

/** What a content held in an earlier run; else what a search finds, for later ones. */
export type KnownHits = (content: Buffer, search: () => readonly Hit[]) => readonly Hit[];

/** More is searched again. */
const maxHits = 4 << 20;

/** What bytes may say: as they are, or as base64, whose groups of four may begin up to three characters before them. */
const readings: readonly ((bytes: Buffer) => string)[] = [
  (bytes) => bytes.toString("utf8"),
  (bytes) => bytes.toString("latin1"),
  ...["", "A", "AA", "AAA"].map(
    (before) => (bytes: Buffer) => Buffer.from(before + bytes.toString("latin1"), "base64").toString("latin1"),
  ),
];

/** A hit without its secret, which stands in the content: how it is read there, and which of those characters it is. */
interface Stored extends Omit<Hit, "secret"> {
  readonly reading: number;
  readonly from: number;
  readonly to: number;
}

/** Undefined for a secret that is not read so easily, such as one in two encodings. */
const withoutSecret = (content: Buffer, { secret, ...hit }: Hit): Stored | undefined => {
  const bytes = content.subarray(hit.start, hit.end);
  for (const [reading, read] of readings.entries()) {
    const from = read(bytes).indexOf(secret);
    if (from !== -1) return { ...hit, reading, from, to: from + secret.length };
  }
  return undefined;
};

const withSecret = (content: Buffer, { reading, from, to, ...hit }: Stored): Hit => ({
  ...hit,
  secret: readings[reading]!(content.subarray(hit.start, hit.end)).slice(from, to),
});

/**
 * Hits without their secrets, sealed by a key that is made of all bytes of their content (and is not its object id): whoever can open a record has the content,
 * and so all that it holds; nobody else learns a name or a place. `kind` parts runs that want different things to be found out.
 */
export const knownHits = (store: CleanStore, kind: string): KnownHits => {
  const namesOf = (content: Buffer) => {
    const secret = createHash("sha256").update("tidewaiter hits\0").update(content).digest();
    const derived = (what: string) => createHash("sha256").update(`${what}\0${kind}\0`).update(secret).digest();
    return { name: derived("name").toString("hex"), key: derived("key") };
  };
  const recall = (content: Buffer, record: Buffer, key: Buffer): readonly Hit[] | undefined => {
    try {
      const told = inflateRawSync(unsealed(record, key), { maxOutputLength: maxHits }).toString("utf8");
      return (JSON.parse(told) as readonly Stored[]).map((hit) => withSecret(content, hit));
    } catch {
      return undefined;
    }
  };
  const packed = (content: Buffer, hits: readonly Hit[]): Buffer | undefined => {
    const stored = hits.map((hit) => withoutSecret(content, hit));
    const told = Buffer.from(JSON.stringify(stored));
    const isKept = hits.length > 0 && !stored.includes(undefined) && told.length <= maxHits;
    return isKept ? deflateRawSync(told) : undefined;
  };
  return (content, search) => {
    const { name, key } = namesOf(content);
    const record = store.record(name);
    const recalled = record && recall(content, record, key);
    if (recalled !== undefined) return recalled;
    const hits = search();
    const plain = record === undefined ? packed(content, hits) : undefined;
    if (plain !== undefined) store.addRecord(name, sealed(plain, key));
    return hits;
  };
};
