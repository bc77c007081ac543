import type { EncodedAnchor } from "./asked.ts";
import type { Decoded, DecodedRun } from "./decoded.ts";
import { decodeAround, type ImageForm } from "./encodings.ts";
import type { Match } from "./rule.ts";

/** A stretch that is decoded, and the anchors that led to it. */
export interface EncodedRun {
  readonly decoded: DecodedRun;
  readonly image: ImageForm;
  readonly anchors: EncodedAnchor[];
}

/** Runs of one encoding that may hold an anchor at once: of base64, one for each alignment. */
const maxOpen = 4;

/** The encoded stretches around anchors, which ascend by offset, each once. */
export const encodedRuns = (anchors: readonly EncodedAnchor[], content: Buffer): Iterable<EncodedRun> => {
  const runs = new Map<string, EncodedRun>();
  const open = new Map<string, EncodedRun[]>();
  for (const anchor of anchors) {
    const { encoding, phase } = anchor.image;
    const near = open.get(encoding) ?? [];
    const holder = near.find(({ decoded }) => decoded.holds(anchor.at, phase));
    if (holder !== undefined) {
      holder.anchors.push(anchor);
      continue;
    }
    const decoded = decodeAround(content, anchor.at, anchor.image);
    const key = `${anchor.image.encoding} ${decoded.start}`;
    const run = runs.get(key);
    // of two runs with one start the later one was followed further
    const followed = { decoded, image: anchor.image, anchors: [...(run?.anchors ?? []), anchor] };
    runs.set(key, followed);
    open.set(encoding, [followed, ...near].slice(0, maxOpen));
  }
  return runs.values();
};

const encodingOf = (outer: string, { facts: { encoding: inner } }: Match): string =>
  typeof inner === "string" ? `${outer} of ${inner}` : outer;

/** A match of decoded bytes as one of the content that encodes them. */
export const asEncoded = (match: Match, decoded: Decoded, encoding: string, from = 0): Match => ({
  ...match,
  facts: { ...match.facts, encoding: encodingOf(encoding, match) },
  start: from + decoded.toContent(match.start),
  end: from + decoded.after(match.end - 1),
});
