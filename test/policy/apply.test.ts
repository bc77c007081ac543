import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../src/finding.ts";
import { applyPolicy, type Surroundings } from "../../src/policy/apply.ts";
import type { Ignore, Policy } from "../../src/policy/policy.ts";
import { coverageOf, findingWith, fingerprintOf, locationAt, policyWith } from "./findings.ts";

const today = "2026-06-15";

const apply = (findings: readonly Finding[], policy: Partial<Policy>, surroundings: Partial<Surroundings> = {}) =>
  applyPolicy(findings, coverageOf(), policyWith(policy), {
    scope: "everything",
    today,
    key: undefined,
    ...surroundings,
  });

const ignore = (changes: Partial<Ignore>): Ignore => ({ reason: "because", ...changes });

const suppressedBy = (finding: Finding, ...ignores: readonly Ignore[]) =>
  apply([finding], { ignores }).findings[0]!.suppressed;

describe("ignores of the configuration", () => {
  test("by fingerprint, wherever it lies", () => {
    const finding = findingWith({ locations: [locationAt("a"), locationAt("b")] });
    expect(suppressedBy(finding, ignore({ fingerprint: fingerprintOf("a") }))).toEqual({
      kind: "configuration",
      by: `fingerprint ${fingerprintOf("a")}`,
      reason: "because",
    });
    expect(suppressedBy(finding, ignore({ fingerprint: fingerprintOf("b") }))).toBeUndefined();
  });

  test("by check or its leading part", () => {
    expect(suppressedBy(findingWith(), ignore({ check: "secrets/depot" }))).toBeDefined();
    expect(suppressedBy(findingWith(), ignore({ check: "secrets/depots" }))).toBeUndefined();
  });

  test("by path only when every place is covered, by one entry or several", () => {
    const finding = findingWith({ locations: [locationAt("test/a"), locationAt("docs/a", { kind: "commit" })] });
    expect(suppressedBy(finding, ignore({ path: "test/**" }))).toBeUndefined();
    expect(suppressedBy(finding, ignore({ path: "test/**" }), ignore({ path: "docs" }))).toBeDefined();
    expect(
      suppressedBy(finding, ignore({ path: "test" }), ignore({ path: "docs", check: "secrets/x" })),
    ).toBeUndefined();
  });

  test("an object without a path does not undo an ignore by path, but alone it is not covered", () => {
    const lost = locationAt(`object ${"0".repeat(40)}`, { kind: "commit", reachable: false });
    const paths = ignore({ path: "test" });
    expect(suppressedBy(findingWith({ locations: [locationAt("test/a"), lost] }), paths)).toBeDefined();
    expect(suppressedBy(findingWith({ locations: [lost] }), paths)).toBeUndefined();
    expect(suppressedBy(findingWith({ locations: [locationAt("src/a"), lost] }), paths)).toBeUndefined();
  });

  test("fingerprint and path together must both hold", () => {
    const both = ignore({ fingerprint: fingerprintOf("a"), path: "test" });
    expect(suppressedBy(findingWith(), both)).toBeUndefined();
    expect(suppressedBy(findingWith({ locations: [locationAt("test/a")] }), both)).toBeDefined();
  });

  test("the last day still counts, the day after it does not and is reported", () => {
    const until = (expires: string) => apply([findingWith()], { ignores: [ignore({ check: "secrets/", expires })] });
    expect(until(today).findings[0]!.suppressed).toBeDefined();
    const late = until("2026-06-14");
    expect(late.findings[0]!.suppressed).toBeUndefined();
    expect(late.verdict.conclusion).toBe("fail");
    expect(late.notes.join()).toContain("check secrets/ expired on 2026-06-14");
  });

  test("an entry that matches nothing is reported when everything was read, and only then", () => {
    const ignores = [ignore({ path: "gone/**" })];
    const policy = policyWith({ ignores });
    expect(apply([findingWith()], policy).notes.join()).toContain("path gone/** matches nothing");
    expect(apply([findingWith()], policy, { scope: "change" }).notes).toEqual([]);
    expect(apply([findingWith()], policy, { scope: "part" }).notes).toEqual([]);
    const incomplete = applyPolicy([], coverageOf(false), policy, { scope: "everything", today, key: undefined });
    expect(incomplete.notes).toEqual([]);
  });

  test("an entry is in use when it covers one place of several, or what --only leaves out", () => {
    const finding = findingWith({ locations: [locationAt("test/a"), locationAt("src/a")] });
    expect(apply([finding], { ignores: [ignore({ path: "test" })] }).notes).toEqual([]);
    const ignores = [ignore({ check: "secrets/depot" })];
    expect(apply([findingWith()], { ignores, only: ["kubeconfig/"] }).notes).toEqual([]);
  });
});

describe("what is ignored", () => {
  const ignores = [ignore({ check: "secrets/" })];

  test("does not count, is hidden, and is listed with includeIgnored", () => {
    const hidden = apply([findingWith()], { ignores, includeIgnored: false });
    expect(hidden.findings).toEqual([]);
    expect(hidden.verdict).toMatchObject({ conclusion: "pass", counts: { high: 0 } });
    const listed = apply([findingWith()], { ignores });
    expect(listed.findings).toHaveLength(1);
    expect(listed.verdict).toMatchObject({ conclusion: "pass", counts: { high: 0 } });
    expect(listed.notes).toEqual(["1 finding does not count: 1 because of the configuration"]);
  });

  test("lists are cut", () => {
    const many = Array.from({ length: 80 }, (_, i) => ignore({ path: `gone/${i}` }));
    const { notes } = apply([], { ignores: many });
    expect(notes).toHaveLength(51);
    expect(notes.at(-1)).toBe("and 30 more of these");
  });
});

describe("inline ignores", () => {
  const excused = findingWith({ suppressed: { kind: "inline", by: "gitleaks:allow", reason: "a test key" } });

  test("count as ignored", () => {
    expect(apply([excused], {}).verdict.conclusion).toBe("pass");
  });

  test("are listed one by one in a change, with reason", () => {
    const { notes } = apply([excused], {}, { scope: "change" });
    expect(notes).toContain("inline ignore of secrets/depot-key at src/a.ts:3 (gitleaks:allow): a test key");
  });

  test("do not count in a change with selfExcuse: deny, unless the configuration agrees", () => {
    const denied = apply([excused], { selfExcuse: "deny" }, { scope: "change" });
    expect(denied.verdict.conclusion).toBe("fail");
    expect(denied.findings[0]).not.toHaveProperty("suppressed");
    expect(denied.notes.join()).toContain("selfExcuse: deny");
    const agreed = apply(
      [excused],
      { selfExcuse: "deny", ignores: [ignore({ check: "secrets" })] },
      { scope: "change" },
    );
    expect(agreed.findings[0]!.suppressed?.kind).toBe("configuration");
    expect(apply([excused], { selfExcuse: "deny" }).verdict.conclusion).toBe("pass");
    expect(apply([{ ...excused, new: false }], { selfExcuse: "deny" }, { scope: "change" }).verdict.conclusion).toBe(
      "pass",
    );
  });
});

describe("a baseline", () => {
  const baseline = { fingerprints: new Set([fingerprintOf("a")]), file: "before.json" };

  test("excuses what it names; the rest is new", () => {
    const { findings, verdict } = apply([findingWith(), findingWith({ fingerprint: fingerprintOf("b") })], {
      baseline,
    });
    expect(findings.map(({ new: isNew, suppressed }) => [isNew, suppressed?.kind])).toEqual([
      [false, "baseline"],
      [true, undefined],
    ]);
    expect(verdict).toMatchObject({ conclusion: "fail", counts: { high: 1 } });
  });

  test("says nothing of novelty when there is none", () => {
    expect(apply([findingWith()], {}).findings[0]).not.toHaveProperty("new");
  });

  test("of another key is noticed", () => {
    const key = { kind: "root", root: "1".repeat(40) } as const;
    const given = { ...baseline, key, root: key.root };
    expect(apply([findingWith()], { baseline: given }, { key: { kind: "organisation" } }).notes[0]).toContain(
      "before.json was written with other",
    );
    expect(apply([findingWith()], { baseline: given }, { key }).notes.join()).not.toContain("was written with");
  });
});

describe("the verdict", () => {
  const conclusion = (finding: Finding, policy: Partial<Policy>, complete = true) =>
    applyPolicy([finding], coverageOf(complete), policyWith(policy)).verdict.conclusion;

  test.each([
    ["medium", "low", "pass"],
    ["medium", "medium", "fail"],
    ["critical", "high", "pass"],
    ["critical", "critical", "fail"],
    ["info", "low", "fail"],
    ["info", "info", "pass"],
    ["low", "info", "pass"],
  ] as const)("with fail-on %s a finding of severity %s gives %s", (failOn, severity, expected) => {
    expect(conclusion(findingWith({ severity }), { failOn })).toBe(expected);
  });

  test("incomplete wins over fail, unless it is allowed", () => {
    expect(conclusion(findingWith(), {}, false)).toBe("incomplete");
    expect(conclusion(findingWith(), { allowIncomplete: true }, false)).toBe("fail");
    expect(conclusion(findingWith({ severity: "low" }), { allowIncomplete: true }, false)).toBe("pass");
  });

  test("min-proof and only leave findings out", () => {
    expect(conclusion(findingWith({ proof: "generic" }), { minProof: "contextual" })).toBe("pass");
    expect(conclusion(findingWith(), { only: ["kubeconfig/"] })).toBe("pass");
    expect(conclusion(findingWith(), { only: ["kubeconfig/", "secrets/dep"] })).toBe("fail");
  });
});
