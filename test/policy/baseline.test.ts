import { describe, expect, test } from "@jest/globals";
import type { Report } from "../../src/finding.ts";
import { readBaseline } from "../../src/policy/baseline.ts";
import { render } from "../../src/report/report.ts";
import { UsageError } from "../../src/usage-error.ts";
import { coverageOf, findingWith, fingerprintOf } from "./findings.ts";

const root = "0123456789".repeat(4);

const report: Report = {
  version: 1,
  fingerprintKey: { kind: "root", root },
  coverage: coverageOf(),
  findings: [
    findingWith(),
    findingWith({ fingerprint: fingerprintOf("b"), suppressed: { kind: "baseline", by: "x" } }),
    findingWith({ fingerprint: fingerprintOf("c"), suppressed: { kind: "inline", by: "gitleaks:allow" } }),
  ],
  verdict: { conclusion: "fail", failOn: "medium", counts: { info: 0, low: 0, medium: 0, high: 1, critical: 0 } },
  notes: [],
};

const rendering = { color: false, quiet: false, reveal: undefined };

describe("readBaseline", () => {
  test.each(["json", "jsonl"] as const)("reads our own %s, without what is ignored otherwise", async (format) => {
    const baseline = readBaseline(await render(format, report, rendering), "before.json");
    expect([...baseline.fingerprints]).toEqual([fingerprintOf("a"), fingerprintOf("b")]);
    expect(baseline).toMatchObject({ file: "before.json", root, key: { kind: "root", root } });
  });

  test("reads a list of fingerprints", () => {
    const text = JSON.stringify({ version: 1, root, fingerprints: [fingerprintOf("a")] });
    expect(readBaseline(text, "f")).toMatchObject({ fingerprints: new Set([fingerprintOf("a")]), root });
  });

  test("reads a report without findings", async () => {
    for (const format of ["json", "jsonl"] as const)
      expect(readBaseline(await render(format, { ...report, findings: [] }, rendering), "f").fingerprints.size).toBe(0);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "findings: none"],
    ["another scanner's report", JSON.stringify([{ RuleID: "a", Fingerprint: "b" }])],
    ["SARIF", JSON.stringify({ version: "2.1.0", runs: [] })],
    ["a later version", JSON.stringify({ version: 2, coverage: {}, findings: [] })],
    ["a finding without a fingerprint", JSON.stringify({ version: 1, findings: [{ check: "x" }] })],
    ["a fingerprint that is none", JSON.stringify({ version: 1, fingerprints: ["ABC"] })],
    ["null", "null"],
    ["nesting without end", "[".repeat(1 << 20)],
    ["lines cut off", `${JSON.stringify({ fingerprint: fingerprintOf("a") })}\n{"coverage":`],
  ])("refuses %s and says what to do", (_name, text) => {
    expect(() => readBaseline(text, "before.json")).toThrow(UsageError);
    expect(() => readBaseline(text, "before.json")).toThrow(/^before\.json.*--format json=FILE/);
  });
});
