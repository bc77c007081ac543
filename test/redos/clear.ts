import { writeFileSync } from "node:fs";
import { rules } from "../../patterns/load.ts";
import type { Rule } from "../../src/detect/rule.ts";
import { analyse, attackTimes, cleared, expressions, keyOf, recordFile } from "./analysis.ts";

/**
 * All our quantifiers are bounded, so time is linear in the text, but the factor may be large. The analyser calls some
 * such expressions polynomial; they pass when twice its hardest text takes about twice the time, and neither long.
 */
const isLinear = ([short, long]: readonly number[]): boolean =>
  short !== undefined && long !== undefined && long < 1000 && long < 3 * short + 20;

const clear = async (rule: Rule): Promise<boolean> => {
  const verdict = await analyse(rule);
  if (verdict === "safe") return true;
  const times = await attackTimes(rule);
  const linear = isLinear(times);
  console.log(`${rule.id}: ${linear ? "linear over its hardest text" : "NOT CLEARED"}, ${times.map(Math.round)} ms`);
  if (!linear) console.log(`  ${verdict}`);
  return linear;
};

const known = cleared();
const record: string[] = [];
for (const rule of expressions(rules)) if (known.has(keyOf(rule)) || (await clear(rule))) record.push(keyOf(rule));
writeFileSync(recordFile, `${JSON.stringify([...new Set(record)].sort(), null, 2)}\n`);
