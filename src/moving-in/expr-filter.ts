import { quoteExpression } from "../quote-expression.ts";
/** What the parts of a betterleaks filter that we know say of a secret that is dropped. */
export interface Filter {
  readonly minEntropy?: number;
  /** Expressions of RE2. */
  readonly except: readonly string[];
  /** Parts that were not understood, as they are written. */
  readonly left: readonly string[];
}

/** Texts of Expr: between backticks raw, between quotes with escapes (expr-lang.org, language definition). */
const literal = /`[^`]*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y;

/** The alternatives of an expression: `a || b`, not looking into parentheses, brackets and texts. */
const alternativesOf = (text: string): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    literal.lastIndex = at;
    const quoted = literal.exec(text);
    if (quoted !== null) at += quoted[0].length - 1;
    else if ("([{".includes(text[at]!)) depth++;
    else if (")]}".includes(text[at]!)) depth--;
    else if (depth === 0 && text.startsWith("||", at)) {
      parts.push(text.slice(from, at));
      from = at + 2;
      at++;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
};

const textIn = (quoted: string): string => {
  const inside = quoted.slice(1, -1);
  if (quoted.startsWith("`")) return inside;
  return inside.replace(/\\(.)/gs, (_, c: string) => ({ n: "\n", t: "\t", r: "\r" })[c] ?? c);
};

const listOf = (text: string): readonly string[] | undefined => {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    while (/[\s,]/.test(text[at] ?? "")) at++;
    if (at >= text.length) return values;
    literal.lastIndex = at;
    const found = literal.exec(text);
    if (found === null) return undefined;
    values.push(textIn(found[0]));
    at += found[0].length;
  }
};

const secret = String.raw`finding(?:\["secret"\]|\['secret'\]|\.secret)`;
const entropy = new RegExp(String.raw`^\(?(?:filter\.)?entropy\(${secret}\)\s*<=?\s*(\d+(?:\.\d+)?)\)?$`);
const list = new RegExp(
  String.raw`^\(?(?:filter\.)?(matchesAny|containsAny)\(\s*${secret}\s*,\s*\[([\s\S]*)\]\s*\)\)?$`,
);

/** Takes the parts of a `filter` that speak of the secret alone; a filter drops what it is true for. */
export const readFilter = (text: string): Filter => {
  const except: string[] = [];
  const left: string[] = [];
  let minEntropy: number | undefined;
  for (const part of alternativesOf(text)) {
    const bits = entropy.exec(part)?.[1];
    const [, name, inside] = list.exec(part) ?? [];
    const values = inside === undefined ? undefined : listOf(inside);
    if (bits !== undefined) minEntropy = Math.max(minEntropy ?? 0, Number(bits));
    else if (values !== undefined) except.push(...(name === "matchesAny" ? values : values.map(quoteExpression)));
    else left.push(part.replace(/\s+/g, " "));
  }
  return { ...(minEntropy === undefined ? {} : { minEntropy }), except, left };
};
