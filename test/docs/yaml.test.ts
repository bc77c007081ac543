import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { parseDocument } from "yaml";
import { inputDescriptions } from "../../src/github/inputs.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
const pages = ["README.md", ...readdirSync(`${top}docs`).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith(".md"),
);

/** The YAML blocks of all pages, with where they begin. */
const blocks = pages.flatMap((page) => {
  const text = readFileSync(`${top}${page}`, "utf8");
  return [...text.matchAll(/^( *)```ya?ml\n(.*?)^ *```$/gms)].map(([, indent = "", yaml = ""], i) => ({
    name: `${page}, block ${i + 1}`,
    yaml: yaml.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

const steps = blocks.flatMap(({ name, yaml }) => {
  const { jobs = {} } = (parseDocument(yaml).toJS() ?? {}) as Workflow;
  return Object.values(jobs).flatMap(({ steps: all = [] }) => all.map((step) => ({ name, step })));
});

describe("YAML in the pages", () => {
  test("is there", () => {
    expect(blocks.length).toBeGreaterThan(3);
    expect(steps.length).toBeGreaterThan(5);
  });
  test.each(blocks)("$name is well-formed", ({ yaml }) => {
    const { errors, warnings } = parseDocument(yaml, { uniqueKeys: true });
    expect([...errors, ...warnings].map(({ message }) => message)).toEqual([]);
  });
  test("gives our Action only inputs that it has", () => {
    const known = new Set(inputDescriptions.map(({ name }) => name));
    const wrong = steps
      .filter(({ step }) => step.uses?.startsWith("tidewaiter/"))
      .flatMap(({ name, step }) => Object.keys(step.with ?? {}).map((input) => ({ name, input })))
      .filter(({ input }) => !known.has(input));
    expect(wrong).toEqual([]);
  });
});
