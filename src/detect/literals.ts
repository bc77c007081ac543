import { encodedImages, type Image, imagesOfAnchor, telltaleWords } from "./encodings.ts";
import type { DocumentParser, Rule, RunKind } from "./rule.ts";
import { sieveReach } from "./sieve/reach.ts";

/** Who asked for a literal. Numbers are positions in the lists of rules and parsers. */
export type Target =
  | { readonly kind: "rule"; readonly rule: number }
  | { readonly kind: "parser"; readonly parser: number }
  | { readonly kind: "image"; readonly image: Image };

/** Bytes to find, each once, with all who asked for them. `ignoreCase` folds ASCII letters only. */
export interface Literal {
  readonly bytes: Uint8Array;
  readonly ignoreCase: boolean;
  /** The alphabet of the character that follows, where one is known. */
  readonly followedBy: RunKind | undefined;
  /** The automata that must let the bytes pass from its first one on, as `automataOf` names them; 0 where none do. */
  readonly sieve: number;
  readonly targets: readonly Target[];
}

/** Longer anchors are looked for by their beginning: what a delta makes new is searched with a margin of the longest literal. */
const longest = 24;
const longestImage = 20;

/** Bytes of the longest literal with the character that follows. */
export const longestLiteral = longest + 1;

/** By how much the longest of some anchors is longer than the literal that stands for it. */
export const cutBy = (anchors: readonly string[]): number =>
  Math.max(0, ...anchors.map((anchor) => anchor.length - longest));

/** Bytes that decide whether a literal stands somewhere. */
export const spanOf = ({ bytes, sieve }: Literal): number => (sieve === 0 ? bytes.length : sieveReach);

const isSame = (a: Target, b: Target): boolean =>
  (a.kind === "rule" && b.kind === "rule" && a.rule === b.rule) ||
  (a.kind === "image" &&
    b.kind === "image" &&
    a.image.encoding === b.image.encoding &&
    a.image.phase === b.image.phase);

/** The literals of all rules, each with its sieve, and of parsers, with the encoded images of the distinctive ones. */
export const collectLiterals = (
  rules: readonly Rule[],
  parsers: readonly DocumentParser[],
  sieveOf: (rule: number) => number = () => 0,
): readonly Literal[] => {
  const literals = new Map<string, Literal & { readonly targets: Target[] }>();
  const add = (text: string, ignoreCase: boolean, target: Target, followedBy?: RunKind, sieve = 0): void => {
    const key = `${ignoreCase ? "i" : ""} ${followedBy} ${sieve} ${text}`;
    const known = literals.get(key);
    if (known === undefined)
      literals.set(key, { bytes: Buffer.from(text, "latin1"), ignoreCase, followedBy, sieve, targets: [target] });
    else if (!known.targets.some((other) => isSame(other, target))) known.targets.push(target);
  };
  const addImages = (images: readonly Image[]): void => {
    for (const image of images) add(image.text.slice(0, longestImage), false, { kind: "image", image });
  };
  rules.forEach((rule, index) => {
    for (const text of rule.anchors) {
      const followedBy = rule.run === 0 || text.length > longest ? undefined : (rule.runOf ?? "token");
      add(text.slice(0, longest), rule.ignoreCase, { kind: "rule", rule: index }, followedBy, sieveOf(index));
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
