import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createDetector, type Detector, type Scanned } from "../../src/detect/detector.ts";
import type { Rule } from "../../src/detect/rule.ts";
import { createKernel, type Kernel } from "../../src/kernel/kernel.ts";
import { applySteps, encodeDelta, type Step } from "../kernel/deltas.ts";

const rule = (id: string, fields: Partial<Rule> & Pick<Rule, "anchors" | "expression" | "window">): Rule => ({
  id: `secrets/${id}`,
  provider: id,
  title: id,
  severity: "high",
  opens: "",
  remediation: "",
  ignoreCase: false,
  proof: "proven", // keeps the placeholder filter out of the comparison
  encoded: false,
  custom: false,
  ...fields,
});

/** Rules over a small alphabet, so that random contents are full of anchors, near misses and neighbours that touch. */
const rules: readonly Rule[] = [
  rule("short", { anchors: ["ab"], expression: "(?<![a-d])ab[0-9]{2,4}(?![0-9])", window: { before: 1, after: 5 } }),
  rule("wide", { anchors: ["ca", "da"], expression: "[cd]a.{0,30}?b0", window: { before: 0, after: 34 } }),
  rule("behind", { anchors: ["dd"], expression: "0[a-c]{0,12}dd", window: { before: 13, after: 0 } }),
  rule("folded", {
    anchors: ["acd"],
    expression: "acd[ .=]{1,3}\\d",
    window: { before: 0, after: 4 },
    ignoreCase: true,
  }),
  rule("encoded", { anchors: ["abcd"], expression: "abcd\\d{2}", window: { before: 0, after: 2 }, encoded: true }),
];

const letters = fc.constantFrom(..."aabbccdd0011 .=\nACD");
const encodedPiece = fc.string({ unit: fc.constantFrom(..."abcd01"), maxLength: 9 }).map((text) => `abcd12${text}`);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: letters, maxLength: 40 }) },
  { weight: 4, arbitrary: fc.constantFrom("ab12", " ab0011", "ca0b0", "da..b0", "0abdd", "0dd", "acd =1", "AcD 5") },
  { weight: 1, arbitrary: encodedPiece.map((text) => Buffer.from(text).toString("base64")) },
  { weight: 1, arbitrary: encodedPiece.map((text) => Buffer.from(text, "utf16le").toString("latin1")) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => Buffer.from(parts.join(""), "latin1"));

/** Copies and inserts in any order: moves, deletions and repetitions among them. */
const stepsFrom = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
    { weight: 1, arbitrary: piece },
  ),
  { minLength: 1, maxLength: 6 },
);

type Plan = readonly (string | { readonly from: number; readonly part: number })[];

const toSteps = (base: Buffer, plan: Plan): readonly Step[] =>
  plan.flatMap((item): Step[] => {
    if (typeof item === "string") return item === "" ? [] : [{ kind: "insert", bytes: Buffer.from(item, "latin1") }];
    const offset = Math.min(base.length - 1, Math.floor(item.from * base.length));
    const length = Math.max(1, Math.floor(item.part * (base.length - offset)));
    return base.length === 0 ? [] : [{ kind: "copy", offset, length }];
  });

const put = ({ heap }: Kernel, bytes: Buffer): number => {
  const address = heap.allocate(bytes.length + 32);
  heap.bytes().set(bytes, address);
  return address;
};

/** Scans a chain of deltas, each from the trace of the one before. */
const scanChain = (kernel: Kernel, detector: Detector, root: Buffer, plans: readonly Plan[]) => {
  const pairs: { readonly aware: Scanned; readonly full: Scanned }[] = [];
  let base = root;
  let address = put(kernel, base);
  let scanned = detector.scanInPlace({ address, size: base.length });
  for (const plan of plans) {
    const steps = toSteps(base, plan);
    const delta = encodeDelta(base, steps);
    const content = applySteps(base, steps);
    const at = put(kernel, delta);
    const target = kernel.heap.allocate(content.length + 32);
    const table = kernel.heap.allocate(delta.length * 12 + 12);
    const count = kernel.applyDelta(address, base.length, at, delta.length, target, content.length, table);
    const stretch = { address: target, size: content.length };
    scanned = detector.scanInPlace(stretch, scanned.trace, { address: table, count });
    pairs.push({ aware: scanned, full: detector.scanInPlace(stretch) });
    [base, address] = [content, target];
  }
  return pairs;
};

describe("a delta-aware scan", () => {
  test("finds what a scan of the whole content finds, with the same trace, in 10,000 random chains of deltas", async () => {
    const kernel = createKernel();
    const detector = await createDetector(rules, [], kernel);
    let found = 0;
    fc.assert(
      fc.property(text, fc.array(stepsFrom, { minLength: 1, maxLength: 3 }), (root, plans) => {
        for (const { aware, full } of scanChain(kernel, detector, root, plans)) {
          found += full.matches.length;
          expect(aware).toEqual(full);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(found).toBeGreaterThan(10_000);
  });
});
