import type { Coverage, Finding, Location } from "../../src/finding.ts";
import type { Policy } from "../../src/policy/policy.ts";

export const coverageOf = (complete = true): Coverage => ({
  complete,
  refs: 1,
  commits: 1,
  objects: 1,
  files: 1,
  layers: 0,
  bytes: 1,
  seconds: 0,
  skipped: [],
  missing: complete ? [] : [{ what: "a file", reason: "permission denied" }],
});

export const policyWith = (changes: Partial<Policy> = {}): Policy => ({
  failOn: "medium",
  minProof: "generic",
  only: [],
  ignores: [],
  includeIgnored: true,
  allowIncomplete: false,
  selfExcuse: "allow",
  ...changes,
});

export const locationAt = (path: string, changes: Partial<Location> = {}): Location => ({
  kind: "file",
  path,
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 9,
  ...changes,
});

export const fingerprintOf = (letter: string): string => letter.repeat(32);

export const findingWith = (changes: Partial<Finding> = {}): Finding => ({
  check: "secrets/depot-key",
  title: "Depot key",
  severity: "high",
  proof: "structural",
  detail: "",
  remediation: "",
  fingerprint: fingerprintOf("a"),
  facts: {},
  locations: [locationAt("src/a.ts")],
  ...changes,
});
