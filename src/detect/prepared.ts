import { type Askers, collectAskers } from "./askers.ts";
import { escapesRule } from "./escapes.ts";
import { buildLiteralTable, type LiteralTable } from "./literal-table.ts";
import { collectLiterals } from "./literals.ts";
import type { DocumentParser, Rule } from "./rule.ts";

/** What a detector needs of its rules and parsers before it can look for them. */
export type Prepared = LiteralTable & Askers;

export const prepare = (rules: readonly Rule[], parsers: readonly DocumentParser[]): Prepared => {
  const literals = collectLiterals([...rules, escapesRule], parsers);
  return { ...buildLiteralTable(literals), ...collectAskers(literals) };
};
