import { expect, test } from "@jest/globals";
import { rules } from "../../patterns/load.ts";
import { analyse, cleared, expressions, keyOf } from "./analysis.ts";

test("every expression of patterns/ was analysed for catastrophic backtracking", () => {
  const known = cleared();
  const missing = expressions(rules)
    .filter((rule) => !known.has(keyOf(rule)))
    .map(({ id }) => id);
  expect({ missing, remedy: "node test/redos/clear.ts" }).toEqual({ missing: [], remedy: "node test/redos/clear.ts" });
});

test("the analyser tells a catastrophic expression", async () => {
  expect(await analyse({ ...rules[0]!, expression: "(a+)+$" })).toMatch(/exponential/);
});
