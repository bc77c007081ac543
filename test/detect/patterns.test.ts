import { describe, expect, test } from "@jest/globals";
import { createDetector, type Detector } from "../../src/detect/detector.ts";
import { parsePatternFile } from "../../src/detect/pattern-file.ts";
import type { Match, Rule } from "../../src/detect/rule.ts";
import { patternFiles } from "../tokens/pattern-files.ts";
import { fill, type Sample } from "../tokens.ts";
import { maxWidth } from "./width.ts";

const cases = patternFiles.flatMap(({ name, file }) =>
  parsePatternFile(name, file).map((rule, index) => ({ id: rule.id, rule, written: file.rules[index]! })),
);

/** Each template is filled this often, each time with other characters. */
const seeds = ["a", "b", "c"];

/** A sample as it stands alone and inside a line of a file. */
const settings = (sample: Sample): readonly (readonly [content: Buffer, start: number])[] =>
  ["", 'value: "', "x=", "\n\t- "].map((before) => [
    Buffer.from(`${before}${sample.text}${before === 'value: "' ? '"' : "\n"}`, "latin1"),
    before.length + sample.start,
  ]);

/** What is asserted of a match, the secret left out: assertion messages show it. */
const told = ({ check, start, end, severity }: Match) => ({ check, start, end, lowered: severity === "info" });

/** Rules that say whose key it is from the words around it name the finding after that service. */
const isNamedByContext = ({ prover }: Rule): boolean =>
  ["assignment", "service-key", "client-key"].includes(prover?.name ?? "");

const expectFound = (detector: Detector, rule: Rule, sample: Sample): void => {
  for (const [content, start] of settings(sample)) {
    const end = start + sample.secret.length;
    const found = detector.scan(content).map(told);
    const check = isNamedByContext(rule) ? found[0]?.check : rule.id;
    expect(found).toEqual([{ check, start, end, lowered: rule.severity === "info" }]);
  }
};

const containsAnchor = ({ anchors, ignoreCase }: Rule, text: string): boolean =>
  anchors.some((anchor) => (ignoreCase ? text.toLowerCase().includes(anchor.toLowerCase()) : text.includes(anchor)));

describe("every rule of patterns/", () => {
  test("has an id of its own, in a file named after its provider", () => {
    const ids = cases.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(patternFiles.filter(({ name, file }) => name !== `${file.provider}.yaml`).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test.each(cases)("$id says what it is, what it opens, what to do and where that is written", ({ rule, written }) => {
    expect(rule.title).toMatch(/\S/);
    expect(rule.opens).toMatch(/^[A-Z].*\.$/s);
    expect(rule.remediation).toMatch(/\S/);
    expect(written.source).toMatch(/^https:\/\/\S+$/);
    expect(written.match.length).toBeGreaterThan(0);
    expect(written.miss.length).toBeGreaterThan(1);
  });

  test.each(cases)("$id has a window that holds its longest match", ({ rule }) => {
    const shortest = Math.min(...rule.anchors.map((anchor) => anchor.length));
    const width = maxWidth(rule.expression);
    expect(width).toBeLessThanOrEqual(rule.window.before + shortest + rule.window.after);
  });

  test.each(cases)("$id finds what it should and nothing else", async ({ rule, written }) => {
    const detector = await createDetector([rule]);
    for (const template of written.match)
      for (const seed of seeds) {
        const sample = fill(template, seed);
        expect(containsAnchor(rule, sample.text)).toBe(true);
        expectFound(detector, rule, sample);
      }
    for (const template of written.miss)
      for (const seed of seeds) {
        const content = Buffer.from(fill(template, seed).text, "latin1");
        const found = detector.scan(content).filter(({ severity }) => severity !== "info");
        expect({ template, found: found.map(told) }).toEqual({ template, found: [] });
      }
  });
});

test("the longest match of an expression", () => {
  expect(maxWidth("ab[c\\]]{2,5}(?:d|ef)?(?=x{9})")).toBe(9);
  expect(maxWidth("a+")).toBe(Number.POSITIVE_INFINITY);
});
