import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { inputDescriptions, readInputs } from "../../src/github/inputs.ts";

interface Metadata {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly required: boolean; readonly default?: string }>
  >;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: Readonly<Record<string, string>>;
}

const metadata = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as Metadata;

describe("action.yml", () => {
  test("lists the inputs that are read, and no others", () => {
    expect(Object.keys(metadata.inputs).sort()).toEqual(inputDescriptions.map(({ name }) => name).sort());
  });
  test.each(inputDescriptions)(
    "describes $name with its choices and default",
    ({ name, choices, default: fallback }) => {
      const input = metadata.inputs[name]!;
      expect(input.required).toBe(false);
      expect(input.default).toBe(fallback);
      for (const choice of choices ?? []) expect(input.description).toContain(choice);
    },
  );
  test("gives the outputs that are documented and runs the bundle", () => {
    expect(Object.keys(metadata.outputs)).toEqual(["verdict", "findings", "sarif", "report"]);
    expect(metadata.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });
});

describe("inputs", () => {
  const read = (given: Readonly<Record<string, string>>) => readInputs((name) => given[name] ?? "");

  test("that are not set leave the choice to the configuration", () => {
    const unset = { config: undefined, failOn: undefined, minProof: undefined, only: [], includeIgnored: undefined };
    expect(read({})).toMatchObject(unset);
  });
  test("are lists by comma or line", () => {
    expect(read({ only: "secrets/github, kubeconfig\nsecrets/aws" }).only).toEqual([
      "secrets/github",
      "kubeconfig",
      "secrets/aws",
    ]);
  });
  test.each([
    { "fail-on": "hihg" },
    { "min-proof": "sure" },
    { comment: "yes" },
    { "allow-incomplete": "1" },
    { name: "a --> b" },
    { name: "a--b" },
  ])("are refused with their name: %j", (given) => {
    expect(() => read(given)).toThrow(`input ${Object.keys(given)[0]}`);
  });
});
