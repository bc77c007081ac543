import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { renderJson } from "../../src/report/json.ts";
import { renderJsonLines } from "../../src/report/jsonl.ts";
import { hostileReport, plain, plainFinding, plainLocation, reportOf } from "./sample-report.ts";

const schema = JSON.parse(readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8")) as {
  $id: string;
};
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const isReport = ajv.compile(schema);
const isFinding = ajv.getSchema(`${schema.$id}#/$defs/finding`)!;
const isLastLine = ajv.getSchema(`${schema.$id}#/$defs/lastLine`)!;

const suppressed = { kind: "configuration", by: "ignores[0]", reason: "example" } as const;

describe("JSON", () => {
  test("is valid against the schema in docs, whatever is reported", () => {
    fc.assert(
      fc.property(hostileReport, ({ report }) => {
        isReport(JSON.parse(renderJson(report, plain)));
        expect(isReport.errors ?? []).toEqual([]);
      }),
    );
  });

  test("means what the report means, without what is internal", () => {
    const report = reportOf([
      plainFinding({ locations: [plainLocation({ lineHash: "ab:1" })], new: true, suppressed }),
    ]);
    const { findings, ...rest } = JSON.parse(renderJson(report, plain));
    const { findings: _, ...expected } = report;
    expect(rest).toEqual(expected);
    expect(findings).toEqual([plainFinding({ new: true, suppressed })]);
  });

  test("refuses what the schema does not name", () => {
    const value = JSON.parse(renderJson(reportOf([plainFinding()]), plain));
    expect(isReport({ ...value, extra: 1 })).toBe(false);
    expect(isReport({ ...value, findings: [{ ...value.findings[0], lineHash: "x" }] })).toBe(false);
  });

  test("may name the key of its fingerprints", () => {
    const value = JSON.parse(renderJson(reportOf([plainFinding()]), plain));
    expect(isReport({ ...value, fingerprintKey: { kind: "root", root: "a".repeat(40) } })).toBe(true);
    expect(isReport({ ...value, fingerprintKey: { kind: "guess" } })).toBe(false);
  });

  test("has the secret with --show-secrets only, as the text that its bytes spell", () => {
    const report = reportOf([plainFinding()]);
    expect(renderJson(report, plain)).not.toContain('"value"');
    const raw = Buffer.from("pässwörd").toString("latin1");
    const shown = JSON.parse(renderJson(report, { ...plain, reveal: () => raw }));
    expect(shown.findings[0].secret.value).toBe("pässwörd");
    expect(isReport(shown)).toBe(true);
  });

  test("does nothing to a terminal or a log that shows it, and loses nothing", () => {
    fc.assert(
      fc.property(hostileReport, ({ report }) => {
        const text = renderJson(report, plain);
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(text).not.toContain("##[");
        expect(JSON.parse(text).notes).toEqual(report.notes);
        expect(JSON.parse(text).coverage).toEqual(report.coverage);
      }),
    );
  });
});

describe("JSON Lines", () => {
  test("has a finding a line and the rest in the last, all valid", () => {
    fc.assert(
      fc.property(hostileReport, ({ report }) => {
        const lines = renderJsonLines(report, plain).split("\n");
        expect(lines.pop()).toBe("");
        const last = JSON.parse(lines.pop()!);
        isLastLine(last);
        expect(isLastLine.errors ?? []).toEqual([]);
        expect(last.verdict).toEqual(report.verdict);
        expect(lines).toHaveLength(report.findings.length);
        for (const line of lines) expect(isFinding(JSON.parse(line))).toBe(true);
      }),
    );
  });
});
