import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { type ByteSet, bytesOf, either } from "./byte-set.ts";

/** As much of an expression as decides which texts it may match: what it says of what stands around a match is left out. */
export type Part =
  | { readonly kind: "bytes"; readonly set: ByteSet }
  | { readonly kind: "sequence"; readonly parts: readonly Part[] }
  | { readonly kind: "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number; readonly most: number }
  /** A look-ahead: what follows matches, and goes on where it began. */
  | { readonly kind: "ahead"; readonly part: Part }
  /** A look-behind: the byte before is one of these. */
  | { readonly kind: "behind"; readonly set: ByteSet }
  /** The end of the content. */
  | { readonly kind: "end" };

export const nothing: Part = { kind: "sequence", parts: [] };

const choiceOf = (alternatives: readonly AST.Alternative[], ignoreCase: boolean): Part => {
  const parts = alternatives.map(({ elements }): Part => {
    const inner = elements.map((element) => partOf(element, ignoreCase));
    return inner.length === 1 ? inner[0]! : { kind: "sequence", parts: inner };
  });
  return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
};

/** The last bytes of what a part matches; undefined where it may match nothing. */
const lastBytes = (part: Part): ByteSet | undefined => {
  switch (part.kind) {
    case "bytes":
      return part.set;
    case "repeat":
      return part.least === 0 ? undefined : lastBytes(part.part);
    case "choice": {
      const sets = part.parts.map(lastBytes);
      return sets.every((set) => set !== undefined) ? sets.reduce((a, b) => either(a, b)) : undefined;
    }
    case "sequence":
      return lastOfSequence(part.parts);
    default:
      return undefined;
  }
};

const lastOfSequence = (parts: readonly Part[]): ByteSet | undefined => {
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const own = lastBytes(last);
  if (own !== undefined || last.kind !== "repeat") return own;
  const [optional, before] = [lastBytes({ ...last, least: 1 }), lastOfSequence(parts.slice(0, -1))];
  return optional !== undefined && before !== undefined ? either(optional, before) : undefined;
};

/** What must stand before, as far as the one byte before tells. */
const behind = (alternatives: readonly AST.Alternative[], negate: boolean, ignoreCase: boolean): Part => {
  const part = choiceOf(alternatives, ignoreCase);
  if (negate) return part.kind === "bytes" ? { kind: "behind", set: part.set.map((is) => !is) } : nothing;
  const set = lastBytes(part);
  return set === undefined ? nothing : { kind: "behind", set };
};

const partOf = (element: AST.Element, ignoreCase: boolean): Part => {
  switch (element.type) {
    case "Character":
    case "CharacterClass":
    case "CharacterSet":
      return { kind: "bytes", set: bytesOf(element, ignoreCase) };
    case "Group":
    case "CapturingGroup":
      return choiceOf(element.alternatives, ignoreCase);
    case "Quantifier": {
      const part = partOf(element.element, ignoreCase);
      return { kind: "repeat", part, least: element.min, most: element.max };
    }
    case "Assertion":
      if (element.kind === "lookbehind") return behind(element.alternatives, element.negate, ignoreCase);
      if (element.kind === "end") return { kind: "end" };
      if (element.kind !== "lookahead" || element.negate) return nothing;
      return { kind: "ahead", part: choiceOf(element.alternatives, ignoreCase) };
    default:
      throw new RangeError(`${element.raw}: a sieve knows no ${element.type}`);
  }
};

const parser = new RegExpParser({ ecmaVersion: 2024 });

/** Reads an expression of V8. Throws an Error where it is none. */
export const parseExpression = (expression: string, ignoreCase: boolean): Part =>
  choiceOf(parser.parsePattern(expression).alternatives, ignoreCase);
