import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rules } from "../../patterns/load.ts";
import { createDetector } from "../../src/detect/detector.ts";
import { compileExpression, type Expression, type Occurrence } from "../../src/detect/expression.ts";
import { judge } from "../../src/detect/judge.ts";
import { withoutOverlaps } from "../../src/detect/overlaps.ts";
import type { Match, Rule } from "../../src/detect/rule.ts";
import { sieveOf } from "../../src/detect/sieve/sieve.ts";
import { viewAround } from "../../src/detect/view.ts";
import { createKernel } from "../../src/kernel/kernel.ts";
import { templatesOf } from "../tokens/templates.ts";
import { fill } from "../tokens.ts";

/** The rule's place-finding alone: provers may look anywhere and encodings are not in the expression. */
const bare = ({ prover: _, minEntropy: __, ...rule }: Rule): Rule => ({ ...rule, encoded: false, proof: "proven" });

const runsPerRule = 8;

/** Separators, noise and what boundaries look at. */
const noise = [
  "",
  " ",
  "\n",
  '"',
  "'",
  "=",
  ": ",
  "/",
  "-",
  "_",
  ".",
  "+",
  "a",
  "Z",
  "0",
  "\0",
  "é",
  "ÿÿ",
  "x".repeat(70),
];

const cutAt = (text: string, share: number, fromEnd: boolean): string => {
  const at = Math.floor(text.length * share);
  return fromEnd ? text.slice(at) : text.slice(0, at);
};

/** Contents made of the rule's samples, whole or cut, its anchors and noise, in any order and touching each other. */
const contents = (rule: Rule): fc.Arbitrary<string> => {
  const templates = templatesOf(rule.id);
  const sample = fc
    .tuple(fc.constantFrom(...templates), fc.integer({ min: 0, max: 9 }))
    .map(([template, seed]) => fill(template, String(seed)).text);
  const cut = fc.tuple(sample, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()).map((how) => cutAt(...how));
  const piece = fc.oneof(sample, sample, cut, fc.constantFrom(...rule.anchors), fc.constantFrom(...noise));
  return fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));
};

/** In the whole content; an expression that begins with its anchor counts wherever it begins, also within its last match. */
const occurrences = (isAnchored: boolean, expression: Expression, text: string): readonly Occurrence[] =>
  isAnchored ? Array.from(text, (_, at) => [...expression(text, at)]).flat() : [...expression(text)];

const told = ({ start, end }: Match) => `${start}-${end}`;

describe("anchors and windows find what the expression finds in the whole content", () => {
  test.each(rules.map((rule) => ({ id: rule.id, rule: bare(rule) })))("$id", async ({ rule }) => {
    const detector = await createDetector([rule]);
    const expression = await compileExpression(rule);
    const isAnchored = sieveOf(rule).beginning !== "open";
    fc.assert(
      fc.property(contents(rule), (text) => {
        const content = Buffer.from(text, "latin1");
        const plain = occurrences(isAnchored, expression, text).flatMap(
          (one) => judge(rule, one, viewAround(content, { start: 0, end: content.length })) ?? [],
        );
        expect(detector.scan(content).map(told)).toEqual(withoutOverlaps(plain).map(told));
      }),
      { numRuns: runsPerRule },
    );
  });
});

test("contents of many sizes take no more of the kernel's memory than the largest", async () => {
  const kernel = createKernel();
  const { scan } = await createDetector(rules.slice(0, 20), [], undefined, kernel);
  const largest = 8 << 20;
  const text = Buffer.alloc(largest, "some words ");
  scan(text);
  const before = kernel.heap.bytes().length;
  for (let size = largest; size > 1000; size = Math.floor(size * 0.8)) scan(text.subarray(0, size));
  expect(kernel.heap.bytes().length).toBe(before);
});
