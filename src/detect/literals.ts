import { encodedImages, type Image } from "./encodings.ts";
import type { DocumentParser, Rule } from "./rule.ts";

/** Who asked for a literal. Numbers are positions in the lists of rules and parsers. */
export type Target =
  | { readonly kind: "rule"; readonly rule: number }
  | { readonly kind: "parser"; readonly parser: number }
  | { readonly kind: "image"; readonly image: Image };

/** Bytes to find, each once, with all who asked for them. `ignoreCase` folds ASCII letters only. */
export interface Literal {
  readonly bytes: Uint8Array;
  readonly ignoreCase: boolean;
  /** Letters, digits, `_` and `-` that follow it at least, or it is none. */
  readonly run: number;
  readonly targets: readonly Target[];
}

/** Longer anchors are looked for by their beginning: what a delta makes new is searched with a margin of the longest literal. */
const longest = 24;
const longestImage = 20;
const longestRun = 24;

/** By how much the longest of some anchors is longer than the literal that stands for it. */
export const cutBy = (anchors: readonly string[]): number =>
  Math.max(0, ...anchors.map((anchor) => anchor.length - longest));

/** Bytes that decide whether a literal stands somewhere. */
export const spanOf = ({ bytes, run }: Literal): number => bytes.length + run;

const isSame = (a: Target, b: Target): boolean =>
  a.kind === "image" && b.kind === "image" && a.image.encoding === b.image.encoding && a.image.phase === b.image.phase;

/** The literals of all rules and parsers, with the encoded images of the distinctive ones. */
export const collectLiterals = (rules: readonly Rule[], parsers: readonly DocumentParser[]): readonly Literal[] => {
  const literals = new Map<string, Literal & { readonly targets: Target[] }>();
  const add = (bytes: Uint8Array, ignoreCase: boolean, target: Target, run = 0): void => {
    const key = `${ignoreCase} ${run} ${Buffer.from(bytes).toString("latin1")}`;
    const literal = literals.get(key) ?? { bytes, ignoreCase, run, targets: [] };
    if (!literal.targets.some((known) => isSame(known, target))) literal.targets.push(target);
    literals.set(key, literal);
  };
  const addImages = (text: string): void => {
    for (const image of encodedImages(text))
      add(image.bytes.subarray(0, longestImage), false, { kind: "image", image });
  };
  rules.forEach((rule, index) => {
    for (const text of rule.anchors) {
      const run = text.length > longest ? 0 : Math.min(rule.run, longestRun);
      add(Buffer.from(text.slice(0, longest), "latin1"), rule.ignoreCase, { kind: "rule", rule: index }, run);
      if (rule.encoded) addImages(text);
    }
  });
  parsers.forEach((parser, index) => {
    for (const text of parser.anchors) {
      add(Buffer.from(text.slice(0, longest), "latin1"), false, { kind: "parser", parser: index });
      addImages(text);
    }
  });
  return [...literals.values()];
};
