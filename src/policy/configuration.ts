import type { Rule } from "../detect/rule.ts";
import type { Proof, Severity } from "../finding.ts";
import { configurationShape } from "./configuration-keys.ts";
import { customRule } from "./custom-rule.ts";
import type { Ignore } from "./policy.ts";
import { type Placed, readShape } from "./read-shape.ts";
import { parseYaml, type Source } from "./yaml-document.ts";

/** A configuration file, checked. What it does not set is undefined or empty. */
export interface Configuration {
  /** The file's name, as errors and notes show it; undefined when there is none. */
  readonly file: string | undefined;
  readonly failOn: Severity | undefined;
  readonly minProof: Proof | undefined;
  readonly only: readonly string[] | undefined;
  /** Path relative to the repository's top folder. */
  readonly baseline: string | undefined;
  readonly ignores: readonly Ignore[];
  readonly selfExcuse: "allow" | "deny" | undefined;
  /** Names in registries, and paths and globs of archives and layouts, relative to the repository. */
  readonly images: readonly string[];
  readonly rules: readonly Rule[];
}

export const emptyConfiguration: Configuration = {
  file: undefined,
  failOn: undefined,
  minProof: undefined,
  only: undefined,
  baseline: undefined,
  ignores: [],
  selfExcuse: undefined,
  images: [],
  rules: [],
};

const entries = (root: Placed, key: string): readonly Placed[] => [...(root.parts.get(key)?.parts.values() ?? [])];

const readRules = async (root: Placed, fail: Source["errorAt"]): Promise<readonly Rule[]> => {
  const rules: Rule[] = [];
  for (const entry of entries(root, "rules")) {
    const rule = await customRule(entry, fail);
    if (rules.some(({ id }) => id === rule.id))
      throw fail(entry.parts.get("id")!.at, `two rules are called ${JSON.stringify(entry.parts.get("id")!.value)}`);
    rules.push(rule);
  }
  return rules;
};

/**
 * Reads the text of a configuration file; `file` is how errors call it. Touches no disk, so that the text may come
 * from a commit. Rejects with a UsageError: `FILE:LINE:COLUMN: problem`, with what is allowed.
 */
export const loadConfiguration = async (text: string, file: string): Promise<Configuration> => {
  const { root, errorAt } = parseYaml(text, file);
  if (root === undefined) return { ...emptyConfiguration, file };
  const placed = readShape(root, configurationShape, "", errorAt);
  const given = placed.value as Partial<Omit<Configuration, "rules" | "file">>;
  return { ...emptyConfiguration, ...given, file, rules: await readRules(placed, errorAt) };
};
