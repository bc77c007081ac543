import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { loadConfiguration } from "../../src/policy/configuration.ts";
import { configurationSchema } from "../../src/policy/schema.ts";
import { keyTable } from "./reference.ts";

const read = (path: string): string => readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");

const validator = () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(configurationSchema());
};

describe("the reference is current", () => {
  test("docs/configuration.schema.json is what the parser's table gives", () => {
    expect(JSON.parse(read("configuration.schema.json"))).toEqual(configurationSchema());
  });

  test("docs/configuration.md has the table of keys", () => {
    expect(read("configuration.md")).toContain(keyTable());
  });

  test("the examples of docs/configuration.md load", async () => {
    const examples = [...read("configuration.md").matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);
    expect(examples.length).toBeGreaterThan(0);
    const validate = validator();
    for (const example of examples) {
      await expect(loadConfiguration(example, "tidewaiter.yml")).resolves.toBeDefined();
      expect(validate(parse(example))).toBe(true);
    }
  });
});

describe("the schema says what the parser says", () => {
  test.each([
    ["failOn: high", true],
    ["failOn: hihg", false],
    ["failon: high", false],
    ["only: [secrets/github]", true],
    ["only: [Secrets]", false],
    ["ignores: [{ path: a, reason: b }]", true],
    ["ignores: [{ path: a }]", false],
    ["ignores: [{ reason: a }]", false],
    ["ignores: [{ path: a, reason: b, expires: 2026-02-30 }]", false],
    ["ignores: [{ path: a, reason: b, expires: 2026-02-28 }]", true],
    ["rules: [{ id: a, title: b, severity: low, expression: abc }]", true],
    ["rules: [{ id: a, title: b, severity: low, expression: abc, anchors: [] }]", false],
    ["rules: [{ id: a, title: b, severity: low, expression: abc, ignoreCase: perhaps }]", false],
  ])("%s", async (text, good) => {
    const loaded = await loadConfiguration(text, "f").then(
      () => true,
      () => false,
    );
    expect([loaded, validator()(parse(text))]).toEqual([good, good]);
  });
});
