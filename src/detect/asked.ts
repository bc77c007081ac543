import type { Image } from "./encodings.ts";
import { literalOf, offsetOf } from "./gate.ts";
import type { Literal } from "./literals.ts";
import { type AnchorHit, addHit } from "./regions.ts";
import type { Rule } from "./rule.ts";

/** An anchor found in an encoded form. */
export interface EncodedAnchor {
  readonly at: number;
  readonly image: Image;
}

/** The hits of one content by who asked for them. */
export interface Asked {
  /** By number of the rule, which ascend. */
  readonly byRule: readonly (readonly [rule: number, hits: readonly AnchorHit[]])[];
  readonly parsers: ReadonlySet<number>;
  readonly encoded: readonly EncodedAnchor[];
}

const keyOf = ({ encoding }: Image, at: number): string => `${encoding} ${at}`;

/**
 * One byte further along, UTF-16 reads as UTF-16 of the other byte order. Where both would do, text begins at an even
 * offset.
 */
const withoutShifted = (anchors: ReadonlyMap<string, EncodedAnchor>): readonly EncodedAnchor[] =>
  [...anchors.values()].filter(({ at, image: { encoding } }) => {
    if (encoding === "base64" || at % 2 === 0) return true;
    return !anchors.has(encoding === "utf16be" ? `utf16le ${at + 1}` : `utf16be ${at - 1}`);
  });

/** Sorts the hits of a content, ascending by offset, to those who asked for them. */
export const sortOut = (hits: Float64Array, literals: readonly Literal[], rules: readonly Rule[]): Asked => {
  const byRule = new Map<number, AnchorHit[]>();
  const parsers = new Set<number>();
  const encoded = new Map<string, EncodedAnchor>();
  for (const hit of hits) {
    const { bytes, targets } = literals[literalOf(hit)]!;
    const at = offsetOf(hit);
    for (const target of targets) {
      if (target.kind === "rule") {
        const { rule } = target;
        byRule.set(rule, addHit(byRule.get(rule) ?? [], at, at + bytes.length, rules[rule]!.window));
      } else if (target.kind === "parser") parsers.add(target.parser);
      else encoded.set(keyOf(target.image, at), { at, image: target.image });
    }
  }
  return { byRule: [...byRule].sort(([a], [b]) => a - b), parsers, encoded: withoutShifted(encoded) };
};
