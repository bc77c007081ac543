import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createDetector, type Detector, type Scanned } from "../../src/detect/detector.ts";
import type { Match, Rule } from "../../src/detect/rule.ts";
import { createKernel, type Kernel } from "../../src/kernel/kernel.ts";
import { applySteps, encodeDelta, type Step } from "../kernel/deltas.ts";

const rule = (id: string, fields: Partial<Rule> & Pick<Rule, "anchors" | "expression" | "window">): Rule => ({
  id: `secrets/${id}`,
  provider: id,
  title: id,
  severity: "high",
  opens: "",
  remediation: "",
  run: 0,
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
  rule("run", { anchors: ["d0"], run: 6, expression: "d0[a-d0-1]{6}(?![a-d])", window: { before: 0, after: 7 } }),
  rule("late", { anchors: ["da"], expression: "da[^\\n]{26}1", window: { before: 0, after: 27 } }),
  rule("after", {
    anchors: ["=b"],
    afterAnchor: true,
    expression: "(?<=[a-d]=b)[01]{2,9}",
    window: { before: 1, after: 9 },
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
  { weight: 1, arbitrary: encodedPiece.map((text) => Buffer.from(text).toString("hex")) },
  { weight: 1, arbitrary: encodedPiece.map((text) => `%3D${text.replace("c", "%63")}\\":`) },
  { weight: 2, arbitrary: fc.constantFrom(`da${"c. =".repeat(7).slice(2)}1`, "c=b01", "a=b110") }, // told late, told before
  { weight: 1, arbitrary: fc.constant("=".repeat(2600)) }, // escapes further off than they matter
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

/** A text cut into stretches that a base holds in another order: each seam may run through a match. */
const rearranged = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("copy", "copy", "insert")), { minLength: 1, maxLength: 6 }),
    fc.nat(),
    piece,
  )
  .map(([target, cuts, turn, noise]) => {
    const at = [...new Set([0, target.length, ...cuts.map(([cut]) => cut % (target.length + 1))])].sort(
      (a, b) => a - b,
    );
    const stretches = at
      .slice(1)
      .map((end, i) => ({ bytes: target.subarray(at[i], end), kind: cuts[i % cuts.length]![1] }));
    const kept = stretches.filter(({ kind, bytes }) => kind === "copy" && bytes.length > 0);
    const turned = [...kept.slice(turn % (kept.length + 1)), ...kept.slice(0, turn % (kept.length + 1))];
    const parts = turned.flatMap(({ bytes }) => [bytes, Buffer.from(noise, "latin1")]);
    const base = Buffer.concat(parts);
    const steps = stretches.flatMap(({ bytes, kind }): Step[] => {
      if (bytes.length === 0) return [];
      return kind === "copy"
        ? [{ kind, offset: base.indexOf(bytes), length: bytes.length }]
        : [{ kind: "insert", bytes }];
    });
    return { base, steps };
  });

/** Blocks that share a text, and contents that go over from one block to another within it: what stands before such a seam is nothing new. */
const shortPiece = piece.filter(({ length }) => length < 100);
const regrouped = fc
  .tuple(
    fc.array(shortPiece, { minLength: 1, maxLength: 5 }).map((parts) => Buffer.from(parts.join(""), "latin1")),
    fc.array(fc.tuple(shortPiece, shortPiece), { minLength: 2, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat({ max: 30 })), { minLength: 1, maxLength: 3 }),
  )
  .map(([shared, blocks, turns]) => {
    const starts: number[] = [];
    let base = Buffer.alloc(0);
    for (const [head, tail] of blocks) {
      starts.push(base.length + head.length);
      base = Buffer.concat([base, Buffer.from(head, "latin1"), shared, Buffer.from(tail, "latin1")]);
    }
    const steps = turns.flatMap(([one, two, three, cut, part]): Step[] => {
      const [i, j, k] = [one % blocks.length, two % blocks.length, three % blocks.length];
      const first = cut % (shared.length + 1);
      const second = Math.min(shared.length, first + part);
      const head = blocks[i]![0].length;
      const ways = [
        { offset: starts[i]! - head, length: head + first },
        { offset: starts[j]! + first, length: second - first },
        { offset: starts[k]! + second, length: shared.length - second + blocks[k]![1].length },
      ];
      return ways.filter(({ length }) => length > 0).map((way) => ({ kind: "copy", ...way }));
    });
    return { base, steps };
  });

const put = ({ heap }: Kernel, bytes: Buffer): number => {
  const address = heap.allocate(bytes.length + 32);
  heap.bytes().set(bytes, address);
  return address;
};

type StepsOf = (base: Buffer) => readonly Step[];

interface Seen {
  readonly matches: readonly Match[];
  /** How many literals stand there: each once, however it was found. */
  readonly hits: number;
}

const seenIn = ({ matches, trace: { hits } }: Scanned): Seen => ({ matches, hits });

/** Scans a chain of deltas, each from the trace of the one before; gives what each scan found, and what a scan of the whole content finds. */
const scanChain = (kernel: Kernel, detector: Detector, root: Buffer, plans: readonly StepsOf[]) => {
  const pairs: { readonly aware: Seen; readonly full: Seen }[] = [];
  let base = root;
  let address = put(kernel, base);
  let { trace } = detector.scanInPlace({ address, size: base.length })!;
  for (const plan of plans) {
    const steps = plan(base);
    const delta = encodeDelta(base, steps);
    const content = applySteps(base, steps);
    const at = put(kernel, delta);
    const target = kernel.heap.allocate(content.length + 32);
    const table = kernel.heap.allocate(delta.length * 12 + 12);
    const count = kernel.applyDelta(address, base.length, at, delta.length, target, content.length, table);
    const stretch = { address: target, size: content.length };
    const aware = detector.scanInPlace(stretch, { trace, size: base.length, segments: { address: table, count } })!;
    const full = detector.scanInPlace(stretch)!;
    pairs.push({ aware: seenIn(aware), full: seenIn(full) });
    detector.discard(full.trace);
    detector.discard(trace);
    [base, address, trace] = [content, target, aware.trace];
  }
  return pairs;
};

describe("a delta-aware scan finds what a scan of the whole content finds", () => {
  const check = async (chains: fc.Arbitrary<readonly [Buffer, readonly StepsOf[]]>, runs: number): Promise<number> => {
    const kernel = createKernel();
    const detector = await createDetector(rules, [], undefined, kernel);
    let found = 0;
    fc.assert(
      fc.property(chains, ([root, plans]) => {
        for (const { aware, full } of scanChain(kernel, detector, root, plans)) {
          found += full.matches.length;
          expect(aware).toEqual(full);
        }
      }),
      { numRuns: runs },
    );
    return found;
  };

  test("in 6,000 random chains of deltas", async () => {
    const plans = fc.array(stepsFrom, { minLength: 1, maxLength: 3 });
    const chains = fc.tuple(text, plans).map(
      ([root, list]) =>
        [
          root,
          list.map(
            (plan): StepsOf =>
              (base) =>
                toSteps(base, plan),
          ),
        ] as const,
    );
    expect(await check(chains, 6_000)).toBeGreaterThan(5_000);
  });
  test("in 6,000 deltas whose seams run through matches", async () => {
    const chains = rearranged.map(({ base, steps }) => [base, [() => steps]] as const);
    expect(await check(chains, 6_000)).toBeGreaterThan(2_000);
  });
  test("in 6,000 deltas that go over from one copy to the next where both say the same", async () => {
    const chains = regrouped.map(({ base, steps }) => [base, [() => steps]] as const);
    expect(await check(chains, 6_000)).toBeGreaterThan(5_000);
  });
});
