import { type Askers, collectAskers } from "./askers.ts";
import { escapesRule } from "./escapes.ts";
import { buildLiteralTable, type LiteralTable } from "./literal-table.ts";
import { collectLiterals } from "./literals.ts";
import type { DocumentParser, Rule } from "./rule.ts";
import { packSieves, type Sieves } from "./sieve/pack.ts";

/** What a detector needs of its rules and parsers before it can look for them. */
export type Prepared = LiteralTable & Askers & Sieves;

/** `sieves` are those of the rules and, last, of escapes. */
export const prepareWith = (rules: readonly Rule[], parsers: readonly DocumentParser[], sieves: Sieves): Prepared => {
  const literals = collectLiterals([...rules, escapesRule], parsers, sieves);
  return { ...sieves, ...buildLiteralTable(literals), ...collectAskers(literals, sieves) };
};

export const prepare = async (rules: readonly Rule[], parsers: readonly DocumentParser[]): Promise<Prepared> => {
  const { sieveOf } = await import("./sieve/sieve.ts"); // brings a reader of expressions, which no built program needs
  return prepareWith(rules, parsers, packSieves([...rules, escapesRule].map(sieveOf)));
};
