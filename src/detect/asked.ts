import type { Other } from "./askers.ts";
import type { ImageForm } from "./encodings.ts";
import type { Hit } from "./gate.ts";

/** An anchor found in an encoded form. */
export interface EncodedAnchor {
  readonly at: number;
  readonly image: ImageForm;
}

/** What parsers and decoders were waiting for in one content. */
export interface Asked {
  /** By number: where their anchors stand, ascending. */
  readonly parsers: ReadonlyMap<number, readonly number[]>;
  readonly encoded: readonly EncodedAnchor[];
}

/** Names an anchor: at one place it may read as base64 of two alignments. */
export const anchorKey = ({ image: { encoding, phase }, at }: EncodedAnchor): string => `${encoding} ${phase} ${at}`;

/**
 * One byte further along, UTF-16 reads as UTF-16 of the other byte order. Where both would do, text begins at an even
 * offset.
 */
const withoutShifted = (anchors: ReadonlyMap<string, EncodedAnchor>): readonly EncodedAnchor[] =>
  [...anchors.values()].filter(({ at, image }) => {
    const { encoding } = image;
    if (encoding === "base64" || encoding === "hex" || at % 2 === 0) return true;
    const [other, shifted] = encoding === "utf16be" ? (["utf16le", at + 1] as const) : (["utf16be", at - 1] as const);
    return !anchors.has(anchorKey({ at: shifted, image: { ...image, encoding: other } }));
  });

/** Sorts the hits of a content to those parsers and decoders that asked for them. */
export const sortOut = (hits: readonly Hit[], othersOf: (literal: number) => readonly Other[]): Asked => {
  const parsers = new Map<number, number[]>();
  const encoded = new Map<string, EncodedAnchor>();
  for (const { literal, offset: at } of hits)
    for (const target of othersOf(literal)) {
      if (target.kind === "parser") {
        const places = parsers.get(target.parser);
        if (places === undefined) parsers.set(target.parser, [at]);
        else places.push(at);
      } else {
        const anchor = { at, image: target.image };
        encoded.set(anchorKey(anchor), anchor);
      }
    }
  return { parsers, encoded: withoutShifted(encoded) };
};
