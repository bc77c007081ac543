import { beforeAll, describe, expect, test } from "@jest/globals";
import { rules } from "#patterns";
import { type Case, type CaseClass, corpus } from "../bench/accuracy/corpus.ts";
import { createDetector } from "../src/detect/detector.ts";
import { inspect } from "../src/detect/hit.ts";
import { judgeByPath } from "../src/detect/path-context.ts";

interface Looked {
  readonly each: Case;
  /** Checks that are reported above `info`, and those at `medium` and above. */
  readonly seen: readonly string[];
  readonly loud: readonly string[];
  /** Of the loud ones: those of which the form of the value convinced, not the name beside it. */
  readonly formal: readonly string[];
}

let looked: readonly Looked[];

const of = (name: CaseClass): readonly Looked[] => looked.filter(({ each }) => each.class === name);

const share = (cases: readonly Looked[], holds: (one: Looked) => boolean): number =>
  cases.filter(holds).length / cases.length;

/** What is public by design is `info` on purpose. */
const isFound = ({ each, seen }: Looked): boolean => seen.length > 0 || each.severity === "info";

const places = (cases: readonly Looked[]): readonly string[] =>
  cases.map(({ each, loud }) => `${each.check} in ${each.form}: ${loud.join(", ")}`);

beforeAll(async () => {
  const detector = await createDetector(rules);
  looked = [...corpus("test")]
    .filter(({ class: name }) => name !== "encoded")
    .map((each) => {
      const hits = inspect(detector, each.content, false).flatMap((hit) => judgeByPath(hit, each.file) ?? []);
      const above = (...severities: readonly string[]) =>
        hits.filter(({ severity }) => !severities.includes(severity)).map(({ check }) => check);
      const formal = hits.filter(({ proof }) => proof === "structural" || proof === "proven").map(({ check }) => check);
      return { each, seen: above("info"), loud: above("info", "low"), formal };
    });
});

/** Floors, so that a change that loses recall is seen; what the scanner does beside others is in bench/ACCURACY.md. */
describe("the generated corpus", () => {
  test("every rule's value is found in twelve kinds of files", () => {
    expect(share(of("positive"), isFound)).toBeGreaterThan(0.99);
  });

  test("a wrong checksum is never loud", () => {
    expect(places(of("wrong checksum").filter(({ loud }) => loud.length > 0))).toEqual([]);
  });

  test("a near miss is not taken for what it nearly is", () => {
    expect(
      places(
        of("near miss")
          .filter(({ each }) => each.provider !== "command-line") // their context is what misses, and it is another in each file
          .filter(({ each, loud, formal }) => loud.includes(each.check) && formal.includes(each.check)),
      ),
    ).toEqual([]);
  });

  test("keys as vendors' documentation shows them", () => {
    expect(share(of("away from home"), ({ seen }) => seen.length > 0)).toBeGreaterThan(0.7);
  });
});
