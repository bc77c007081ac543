import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { lineHashes } from "../../src/detect/line-hash.ts";

const hashesOf = (text: string | Buffer, count: number): readonly (string | undefined)[] => {
  const lines = Array.from({ length: count }, (_, i) => i + 1);
  const hashes = lineHashes(Buffer.from(text), new Set(lines));
  return lines.map((line) => hashes.get(line));
};

/** The definition, without rolling: the hash of a line is a polynomial in the 100 units from its start. */
const defined = (text: string): readonly string[] => {
  const units = [
    ...text
      .replace(/\r\n|\r/g, "\n")
      .replace(/[ \t]/g, "")
      .split(""),
  ].map((c) => c.charCodeAt(0));
  units.push(0xffff);
  const starts = [0, ...units.flatMap((unit, i) => (unit === 10 ? [i + 1] : []))];
  const counts = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let i = 0; i < 100; i++) hash = BigInt.asUintN(64, hash * 37n + BigInt(units[start + i] ?? 0));
    const hex = hash.toString(16);
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
    return `${hex}:${counts.get(hex)}`;
  });
};

describe("lineHashes", () => {
  // Known answers of github/codeql-action, src/fingerprints.test.ts.
  test.each([
    ["nothing", "", ["c129715d7a2bc9a3:1"]],
    [
      "blanks",
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    ],
    [
      "mixed line ends",
      " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
      [
        "e9496ae3ebfced30:1",
        "fb7c023a8b9ccb3f:1",
        "ce8ba1a563dcdaca:1",
        "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1",
        "c8e28b0b4002a3a0:1",
        "c129715d7a2bc9a3:1",
      ],
    ],
    [
      "equal lines",
      "Lorem ipsum dolor sit amet.\n".repeat(10),
      [
        ...[1, 2, 3, 4, 5, 6].map((n) => `a7f2ff13bc495cf2:${n}`),
        "a7f2ff1481e87703:1",
        "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1",
        "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
      ],
    ],
  ])("is what codeql-action computes for %s", (_, text, expected) =>
    expect(hashesOf(text, expected.length)).toEqual(expected),
  );

  test("agrees with the definition on any text", () => {
    const piece = fc.oneof(
      fc.constantFrom("\n", "\r\n", "\r", " ", "\t", "x", "long ".repeat(30), "é", "🚀"),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        // A blank between a carriage return and a line feed makes two line ends of them; the definition knows no such case.
        const text = pieces.join("").replace(/\r[ \t]+\n/g, "\r\n");
        const expected = defined(text);
        expect(hashesOf(text, expected.length)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("does not depend on which other lines are asked for", () => {
    const text = "a\nb\n".repeat(200);
    const all = hashesOf(text, 401);
    expect(lineHashes(Buffer.from(text), new Set([150])).get(150)).toBe(all[149]);
    expect([...lineHashes(Buffer.from(text), new Set([3, 150, 9999])).keys()]).toEqual([3, 150]);
  });

  test("reads characters across its chunks", () => {
    const text = `${"é".repeat(65_535)}x\nlast`;
    expect(hashesOf(text, 2)).toEqual(defined(text));
  });

  test("leaves out contents beyond 64 MiB", () => {
    expect(lineHashes(Buffer.alloc((64 << 20) + 1), new Set([1])).size).toBe(0);
  });
});
