import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { type ByteSet, bytesOf } from "./byte-set.ts";

/** As much of an expression as decides which texts it may match: what it says of what stands around a match is left out. */
export type Part =
  | { readonly kind: "bytes"; readonly set: ByteSet }
  | { readonly kind: "sequence"; readonly parts: readonly Part[] }
  | { readonly kind: "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number; readonly most: number }
  /** A look-ahead: what follows matches, and goes on where it began. */
  | { readonly kind: "ahead"; readonly part: Part };

export const nothing: Part = { kind: "sequence", parts: [] };

const choiceOf = (alternatives: readonly AST.Alternative[], ignoreCase: boolean): Part => {
  const parts = alternatives.map(({ elements }): Part => {
    const inner = elements.map((element) => partOf(element, ignoreCase));
    return inner.length === 1 ? inner[0]! : { kind: "sequence", parts: inner };
  });
  return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
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
