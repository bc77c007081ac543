import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rules } from "../../patterns/load.ts";
import type { Rule } from "../../src/detect/rule.ts";
import type { Automaton } from "../../src/detect/sieve/automaton.ts";
import { sieveReach } from "../../src/detect/sieve/reach.ts";
import { type Sieve, sieveOf } from "../../src/detect/sieve/sieve.ts";

const rule = (fields: Partial<Rule>): Rule => ({ ...rules[0]!, run: 0, ignoreCase: false, custom: false, ...fields });

/** As `judge` of src/kernel/assembly/sieve.ts does it. */
const letsPass = ({ classOf, classes, table }: Automaton, bytes: Buffer): boolean => {
  let state = 2;
  for (const byte of bytes.subarray(0, sieveReach)) {
    state = table[(state - 2) * classes + classOf[byte]!]!;
    if (state < 2) return state === 1;
  }
  return bytes.length > sieveReach || table[(state - 1) * classes - 1] === 1;
};

const passes = ({ automata }: Sieve, text: string): boolean =>
  automata.every((automaton) => letsPass(automaton, Buffer.from(text, "latin1")));

const atom = fc.constantFrom(
  "a",
  "b",
  "[ab]",
  "[^a\\s]",
  "\\d",
  ".",
  "\\.",
  "=",
  "(?<![a-c])",
  "(?<=b)",
  "(?=[a-d]{2}\\d)",
  "(?!c)",
);
const quantified = fc
  .tuple(atom, fc.constantFrom("", "", "?", "*", "+", "{2}", "{1,3}", "{3,40}?"))
  .map(([one, times]) => (one.startsWith("(?") ? one : one + times));
const sequence = fc.array(quantified, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const expression = fc.oneof(
  sequence,
  fc.tuple(sequence, sequence, sequence).map(([a, b, c]) => `${a}(?:${b}|${c}|$)`),
  fc.tuple(sequence, sequence).map(([a, b]) => `(?<key>${a})(?=(?<secret>${b})(?=[a ]|$))`),
);
const text = fc.string({ unit: fc.constantFrom(..."aabbcd01. =A\n"), maxLength: 90 });

describe("a sieve", () => {
  test("lets every match pass: 5,000 expressions and texts", () => {
    fc.assert(
      fc.property(expression, text, fc.boolean(), (source, content, ignoreCase) => {
        const sieve = sieveOf(rule({ expression: `a(?:${source})`, anchors: ["a"], ignoreCase }));
        const sticky = new RegExp(`a(?:${source})`, ignoreCase ? "iy" : "y");
        for (let at = 0; at < content.length; at++) {
          sticky.lastIndex = at;
          if (sticky.test(content)) expect(passes(sieve, content.slice(at))).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("says that matches begin with an anchor only where all do", () => {
    const anchors = ["ab", "b1", "aaa"];
    fc.assert(
      fc.property(expression, text, (source, content) => {
        if (sieveOf(rule({ expression: source, anchors })).beginning !== "at") return;
        for (const { index } of content.matchAll(new RegExp(source, "g")))
          expect(anchors.some((anchor) => content.startsWith(anchor, index))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["a run that is too short", { expression: "ab[0-9]{20}", anchors: ["ab"] }, "ab1234567890123456789x", false],
    ["a run that is long enough", { expression: "ab[0-9]{20}", anchors: ["ab"] }, "ab12345678901234567890", true],
    ["a look-ahead", { expression: "ab(?=.{0,9}\\d)\\w{10}", anchors: ["ab"] }, "abcdefghijkl", false],
    ["the quote before", { expression: 'ab[="]{1,2}(?<=")x{4}', anchors: ["ab"] }, "ab=xxxx", false],
    ["the end of a content", { expression: "ab\\d{3}(?= |$)", anchors: ["ab"] }, "ab123", true],
    ["what is not the end", { expression: "ab\\d{3}(?= |$)", anchors: ["ab"] }, "ab123x", false],
    [
      "a run behind an open anchor",
      { expression: ".ab[0-9a-f]{8}", anchors: ["ab"], run: 8, runOf: "hex" },
      "ab0123456x",
      false,
    ],
    ["what follows an anchor", { expression: "(?<=k=)\\w{8}", anchors: ["k="], afterAnchor: true }, "k=1234567", false],
  ] as const)("knows %s", (_, fields, content, isPassed) => {
    expect(passes(sieveOf(rule(fields)), content)).toBe(isPassed);
  });

  test("knows where nearly all matches of our rules begin", () => {
    const open = rules.filter((one) => sieveOf(one).beginning === "open");
    expect(open.length / rules.length).toBeLessThan(0.25);
  });
});
