import { encodedImages, type Image, imagesOfAnchor, telltaleWords } from "./encodings.ts";
import type { DocumentParser, Rule, RunKind } from "./rule.ts";

/** Who asked for a literal. Numbers are positions in the lists of rules and parsers. */
export type Target =
  | { readonly kind: "rule"; readonly rule: number }
  | { readonly kind: "parser"; readonly parser: number }
  | { readonly kind: "image"; readonly image: Image };

/** What follows a literal at least, or it is none. */
export interface Run {
  readonly length: number;
  readonly of: RunKind;
  /** A digit is among its characters. */
  readonly hasDigit: boolean;
}

/** Bytes to find, each once, with all who asked for them. `ignoreCase` folds ASCII letters only. */
export interface Literal {
  readonly bytes: Uint8Array;
  readonly ignoreCase: boolean;
  readonly run: Run;
  readonly targets: readonly Target[];
}

const noRun: Run = { length: 0, of: "token", hasDigit: false };

/** Longer anchors are looked for by their beginning: what a delta makes new is searched with a margin of the longest literal. */
const longest = 24;
const longestImage = 20;
const longestRun = 24;

/** By how much the longest of some anchors is longer than the literal that stands for it. */
export const cutBy = (anchors: readonly string[]): number =>
  Math.max(0, ...anchors.map((anchor) => anchor.length - longest));

/** Bytes that decide whether a literal stands somewhere. */
export const spanOf = ({ bytes, run }: Literal): number => bytes.length + run.length;

const isSame = (a: Target, b: Target): boolean =>
  (a.kind === "rule" && b.kind === "rule" && a.rule === b.rule) ||
  (a.kind === "image" &&
    b.kind === "image" &&
    a.image.encoding === b.image.encoding &&
    a.image.phase === b.image.phase);

const runOf = ({ run, runOf = "token", runHasDigit = false }: Rule): Run =>
  run === 0 ? noRun : { length: Math.min(run, longestRun), of: runOf, hasDigit: runHasDigit };

/** The literals of all rules and parsers, with the encoded images of the distinctive ones. */
export const collectLiterals = (rules: readonly Rule[], parsers: readonly DocumentParser[]): readonly Literal[] => {
  const literals = new Map<string, Literal & { readonly targets: Target[] }>();
  const add = (text: string, ignoreCase: boolean, target: Target, run = noRun): void => {
    const key = `${ignoreCase ? "i" : ""} ${run.length} ${run.of} ${run.hasDigit} ${text}`;
    const known = literals.get(key);
    if (known === undefined)
      literals.set(key, { bytes: Buffer.from(text, "latin1"), ignoreCase, run, targets: [target] });
    else if (!known.targets.some((other) => isSame(other, target))) known.targets.push(target);
  };
  const addImages = (images: readonly Image[]): void => {
    for (const image of images) add(image.text.slice(0, longestImage), false, { kind: "image", image });
  };
  rules.forEach((rule, index) => {
    for (const text of rule.anchors) {
      const run = text.length > longest ? noRun : runOf(rule);
      add(text.slice(0, longest), rule.ignoreCase, { kind: "rule", rule: index }, run);
      addImages(imagesOfAnchor(text, rule));
    }
  });
  addImages(telltaleWords.flatMap(encodedImages));
  parsers.forEach((parser, index) => {
    for (const text of parser.anchors) {
      add(text.slice(0, longest), false, { kind: "parser", parser: index });
      addImages(encodedImages(text));
    }
  });
  return [...literals.values()];
};
