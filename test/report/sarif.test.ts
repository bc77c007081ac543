import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import type { Finding } from "../../src/finding.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { hostileReport, plain, plainFinding, plainLocation, reportOf } from "./sample-report.ts";

/** Draft 4 and draft 7 differ in `id`, which only names the schema here. */
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync(new URL("../../fixtures/sarif/sarif-schema-2.1.0.json", import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const isSarif = ajv.compile(schema);

interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
  readonly message: { readonly text: string };
}

interface Run {
  readonly results: readonly {
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Place[];
    readonly relatedLocations?: readonly Place[];
    readonly partialFingerprints: object;
    readonly suppressions?: readonly { readonly kind: string }[];
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly name: string;
        readonly shortDescription: { readonly text: string };
        readonly fullDescription: { readonly text: string };
        readonly help: { readonly text: string };
        readonly properties: { readonly tags: readonly string[]; readonly "security-severity"?: string };
      }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly object[];
  }[];
  readonly versionControlProvenance?: object;
  readonly automationDetails?: object;
}

const runIn = (text: string): Run => JSON.parse(text).runs[0];

const runOf = (findings: readonly Finding[], rendering = {}): Run =>
  runIn(renderSarif(reportOf(findings), { ...plain, ...rendering }));

const head = "f".repeat(40);

describe("SARIF", () => {
  test("is valid against the OASIS schema, whatever is reported", () => {
    fc.assert(
      fc.property(hostileReport, fc.boolean(), ({ report }, named) => {
        const rendering = named
          ? { ...plain, repositoryUrl: "https://h.test/o/r", automationId: "tidewaiter/x/" }
          : plain;
        isSarif(JSON.parse(renderSarif(report, rendering)));
        expect(isSarif.errors ?? []).toEqual([]);
      }),
    );
  });

  test("has relative addresses without a character that needs escaping, which decode to the path", () => {
    fc.assert(
      fc.property(hostileReport, ({ report }) => {
        const { results } = runIn(renderSarif(report, plain));
        report.findings.forEach((finding, i) => {
          const { locations, relatedLocations = [] } = results[i]!;
          const places = [...locations, ...relatedLocations];
          const uris = places.map((place) => place.physicalLocation.artifactLocation.uri);
          for (const uri of uris) expect(uri).toMatch(/^(?:file:\/\/\/)?(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})*$/);
          const decoded = uris.map((uri) => decodeURIComponent(uri.replace(/^file:\/\//, "")));
          expect(decoded.sort()).toEqual(finding.locations.map(({ path }) => Buffer.from(path).toString()).sort());
        });
      }),
    );
  });

  test("puts the alert where the head tree shows the secret, and relates the others", () => {
    const commit = plainLocation({ path: "old.yml", lineHash: "aa:1" });
    const file = plainLocation({ kind: "file", path: "new.yml", commit: head, present: true, lineHash: "bb:2" });
    const result = runOf([plainFinding({ locations: [commit, file] })]).results[0]!;
    expect(result.locations).toHaveLength(1);
    expect(result.locations[0]!.physicalLocation.artifactLocation.uri).toBe("new.yml");
    expect(result.partialFingerprints).toEqual({
      primaryLocationLineHash: "bb:2",
      "tidewaiterFingerprint/v1": plainFinding().fingerprint,
    });
    expect(result.relatedLocations![0]!.physicalLocation.artifactLocation.uri).toBe("old.yml");
    expect(result.relatedLocations![0]!.message.text).toContain("brought in by 1a2b3c4d5e");
  });

  test("puts it where a commit brought it in when it is gone from the head tree", () => {
    const result = runOf([plainFinding()]).results[0]!;
    expect(result.locations[0]!.physicalLocation.artifactLocation.uri).toBe("src/config.yml");
    expect(result.locations[0]!.physicalLocation.region).toEqual({
      startLine: 12,
      startColumn: 8,
      endLine: 12,
      endColumn: 48,
    });
    expect(result.relatedLocations).toBeUndefined();
  });

  test.each([
    ["critical", "error", "9.5"],
    ["high", "error", "8.0"],
    ["medium", "warning", "5.5"],
    ["low", "warning", "3.0"],
    ["info", "note", undefined],
  ] as const)("gives %s the level and number that code scanning reads", (severity, level, number) => {
    const run = runOf([plainFinding({ severity })]);
    expect(run.results[0]!.level).toBe(level);
    expect(run.tool.driver.rules[0]!.properties["security-severity"]).toBe(number);
  });

  test("has one rule a check, with help, within the limits of code scanning", () => {
    const title = "T".repeat(3000);
    const { rules } = runOf([plainFinding({ title }), plainFinding(), plainFinding({ check: "kubeconfig/token" })]).tool
      .driver;
    expect(rules.map(({ id }) => id)).toEqual(["secrets/example-token", "kubeconfig/token"]);
    for (const rule of rules) {
      expect(rule.name.length).toBeLessThanOrEqual(255);
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.help.text).toContain("Revoke it.");
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
    }
  });

  test("tells ignored findings as suppressions", () => {
    const inline = plainFinding({ suppressed: { kind: "inline", by: "tidewaiter:ignore", reason: "revoked" } });
    const baseline = plainFinding({ suppressed: { kind: "baseline", by: "base.json" } });
    const kinds = runOf([inline, baseline]).results.map(({ suppressions }) => suppressions?.[0]?.kind);
    expect(kinds).toEqual(["inSource", "external"]);
  });

  test("tells what was not read", () => {
    const report = reportOf([]);
    const coverage = { ...report.coverage, complete: false, missing: [{ what: "object 12", reason: "broken" }] };
    const invocation = runIn(renderSarif({ ...report, coverage }, plain)).invocations[0]!;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications[0]).toEqual({
      level: "error",
      message: { text: "Not read: object 12: broken" },
    });
  });

  test("warns where code scanning would cut, and cuts places that it would refuse", () => {
    const many = runOf(Array.from({ length: 5001 }, () => plainFinding()));
    expect(many.results).toHaveLength(5001);
    expect(JSON.stringify(many.invocations)).toContain("keeps 5,000 results");
    const locations = Array.from({ length: 1200 }, (_, i) => plainLocation({ path: `${i}` }));
    const result = runOf([plainFinding({ locations })]).results[0]!;
    expect(result.relatedLocations).toHaveLength(999);
    expect(result.properties.locationsLeftOut).toBe(200);
  });

  test("names the repository and the category when they are known", () => {
    const locations = [plainLocation({ kind: "file", commit: head, present: true })];
    const run = runOf([plainFinding({ locations })], {
      repositoryUrl: "https://h.test/o/r",
      automationId: "tidewaiter/",
    });
    expect(run.versionControlProvenance).toEqual([{ repositoryUri: "https://h.test/o/r", revisionId: head }]);
    expect(run.automationDetails).toEqual({ id: "tidewaiter/" });
  });

  test("makes no link of brackets in a message", () => {
    const result = runOf([plainFinding({ detail: "Opens [here](https://x.test)." })]).results[0]!;
    expect(result.message.text).toContain("Opens \\[here\\](https://x.test).");
  });
});
