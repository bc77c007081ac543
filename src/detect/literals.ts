import { encodedImages, type Image, telltaleWords } from "./encodings.ts";
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

/** Bytes that decide whether a literal stands somewhere. */
export const spanOf = ({ bytes, run }: Literal): number => bytes.length + run;

const isSame = (a: Target, b: Target): boolean =>
  a.kind === "image" && b.kind === "image" && a.image.encoding === b.image.encoding && a.image.phase === b.image.phase;

/** The literals of all rules and parsers, with the encoded images of the distinctive ones. */
export const collectLiterals = (rules: readonly Rule[], parsers: readonly DocumentParser[]): readonly Literal[] => {
  const literals = new Map<string, Literal & { readonly targets: Target[] }>();
  const add = (text: string, ignoreCase: boolean, target: Target, run = 0): void => {
    const key = `${ignoreCase ? "i" : ""}${run} ${text}`;
    const known = literals.get(key);
    if (known === undefined)
      literals.set(key, { bytes: Buffer.from(text, "latin1"), ignoreCase, run, targets: [target] });
    else if (!known.targets.some((other) => isSame(other, target))) known.targets.push(target);
  };
  const addImages = (text: string): void => {
    for (const image of encodedImages(text)) add(image.text, false, { kind: "image", image });
  };
  rules.forEach((rule, index) => {
    for (const text of rule.anchors) {
      add(text, rule.ignoreCase, { kind: "rule", rule: index }, rule.run);
      if (rule.encoded) addImages(text);
    }
  });
  telltaleWords.forEach(addImages);
  parsers.forEach((parser, index) => {
    for (const text of parser.anchors) {
      add(text, false, { kind: "parser", parser: index });
      addImages(text);
    }
  });
  return [...literals.values()];
};
