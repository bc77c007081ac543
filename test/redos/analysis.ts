import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { check } from "recheck";
import type { Rule } from "../../src/detect/rule.ts";

/**
 * Expressions that the analyser has cleared, by hash: it needs about a second for each, so it looks at an expression
 * once, when it is new. `node test/redos/clear.ts` analyses what is missing and rewrites the record.
 */
export const recordFile = new URL("cleared.json", import.meta.url);

/** Each rule, and each other half of its pairs as if it were one. */
export const expressions = (rules: readonly Rule[]): readonly Rule[] =>
  rules.flatMap((rule) => [
    rule,
    ...(rule.pairs ?? []).map(({ as, expression, ignoreCase }) => ({
      ...rule,
      id: `${rule.id} with ${as}`,
      expression,
      ignoreCase,
    })),
  ]);

export const cleared = (): ReadonlySet<string> => new Set(JSON.parse(readFileSync(recordFile, "utf8")) as string[]);

export const keyOf = ({ expression, ignoreCase }: Rule): string =>
  createHash("sha256")
    .update(`${ignoreCase ? "i" : ""}/${expression}`)
    .digest("hex")
    .slice(0, 24);

const analysisTimeout = 180_000; // a second or two on a quiet machine

/** `safe`, or what the analyser says against it. */
export const analyse = async ({ expression, ignoreCase }: Rule): Promise<string> => {
  const result = await check(expression, ignoreCase ? "gi" : "g", { timeout: analysisTimeout });
  if (result.status === "safe") return "safe";
  if (result.status === "vulnerable") return `${result.complexity.summary}: ${result.attack.pattern.slice(0, 300)}`;
  return result.error.kind;
};

const enough = 100_000;

/** Texts of rising length that make an expression work hardest, as the analyser found them. */
const attacksOn = async ({ expression, ignoreCase }: Rule): Promise<readonly string[]> => {
  const result = await check(expression, ignoreCase ? "gi" : "g", { timeout: analysisTimeout });
  if (result.status !== "vulnerable") return [];
  const { pumps, suffix, string } = result.attack;
  const parts = pumps.length > 0 ? pumps : [{ prefix: "", pump: string }];
  const filled = (length: number): string =>
    parts.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(length / parts.length / pump.length))).join("") +
    suffix;
  return [filled(enough), filled(2 * enough)];
};

const timeOver = (pattern: RegExp, text: string): number => {
  const start = performance.now();
  for (const _ of text.matchAll(pattern));
  return performance.now() - start;
};

/** Milliseconds that an expression takes over its hardest texts of 100,000 and 200,000 characters: the least of five, since machines are busy. */
export const attackTimes = async (rule: Rule): Promise<readonly number[]> => {
  const pattern = new RegExp(rule.expression, rule.ignoreCase ? "gi" : "g");
  return (await attacksOn(rule)).map((text) => Math.min(...Array.from({ length: 5 }, () => timeOver(pattern, text))));
};
