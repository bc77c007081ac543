import { posix } from "node:path";
import type { Rule } from "../detect/rule.ts";
import { fileAt, textOf } from "../git/file-at.ts";
import type { Repository } from "../git/repository.ts";
import { readBaseline } from "../policy/baseline.ts";
import { type Configuration, emptyConfiguration, loadConfiguration } from "../policy/configuration.ts";
import { configurationFiles, findConfiguration, type ReadFile } from "../policy/find-configuration.ts";
import type { Baseline, Policy } from "../policy/policy.ts";
import { maxConfiguration } from "../policy/yaml-document.ts";
import { configurationLayer, environmentLayer, type Layer, policyOf, resolveSettings } from "../settings.ts";
import { UsageError } from "../usage-error.ts";
import type { Inputs } from "./inputs.ts";

/** What judges the findings, and what is to be said about it. */
export interface Judging {
  readonly policy: Policy;
  readonly customRules: readonly Rule[];
  readonly notes: readonly string[];
}

/** Where the files that judge come from, and the commit that may try to alter them. */
export interface Bench {
  readonly store: Repository;
  /** Full id of the commit that a change cannot touch. */
  readonly judgedBy: string;
  readonly head: string;
}

const maxBaseline = 64 << 20;

const inRepository = (path: string, input: string): string => {
  const normal = posix.normalize(path);
  if (normal.startsWith("../") || normal === ".." || posix.isAbsolute(normal))
    throw new UsageError(`input ${input}: ${path} is not below the repository's top folder`);
  return normal;
};

const reader =
  ({ store, judgedBy }: Bench, most: number): ReadFile =>
  async (path) => {
    const file = await fileAt(store, judgedBy, path);
    if (file === undefined) return undefined;
    if (file.size > most)
      throw new UsageError(`${path}: its ${file.size} bytes are more than the ${most} that are read`);
    return textOf(store, file);
  };

const readNamed = async (bench: Bench, path: string, most: number, what: string): Promise<string> => {
  const text = await reader(bench, most)(path);
  if (text !== undefined) return text;
  throw new UsageError(`${what} ${path}: commit ${bench.judgedBy.slice(0, 12)}, which judges, has no such file`);
};

const configurationOf = async (bench: Bench, named: string | undefined): Promise<Configuration> => {
  if (named !== undefined)
    return loadConfiguration(await readNamed(bench, named, maxConfiguration, "configuration"), named);
  const found = await findConfiguration(reader(bench, maxConfiguration));
  return found === undefined ? emptyConfiguration : loadConfiguration(found.text, found.file);
};

/** A change cannot excuse itself, and whoever reviews it should know that it tried. */
const attempts = async ({ store, judgedBy, head }: Bench, paths: readonly string[]): Promise<readonly string[]> => {
  const notes: string[] = [];
  for (const path of new Set(paths)) {
    const [before, after] = [await fileAt(store, judgedBy, path), await fileAt(store, head, path)];
    if (before?.id === after?.id) continue;
    const deed = before === undefined ? "adds" : after === undefined ? "removes" : "alters";
    notes.push(`This change ${deed} ${path}. It was judged by what the base has, so that it cannot excuse itself.`);
  }
  return notes;
};

const baselineAt = async (bench: Bench, path: string | undefined): Promise<Baseline | undefined> =>
  path === undefined ? undefined : readBaseline(await readNamed(bench, path, maxBaseline, "baseline"), path);

/** Inputs win over the environment, that over the configuration of the commit that judges. Rejects with a UsageError. */
export const judgingOf = async (
  bench: Bench,
  inputs: Inputs,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Judging> => {
  const named = inputs.config === undefined ? undefined : inRepository(inputs.config, "config");
  const configuration = await configurationOf(bench, named);
  const { failOn, minProof, only, baseline } = inputs;
  const layer: Layer = { from: "input", failOn, minProof, only, baseline };
  const settings = resolveSettings([layer, environmentLayer(environment), configurationLayer(configuration)]);
  const path = settings.baseline === undefined ? undefined : inRepository(settings.baseline.path, "baseline");
  const leniency = {
    includeIgnored: inputs.includeIgnored ?? false,
    allowIncomplete: inputs.allowIncomplete ?? false,
  };
  const judges = [...(named === undefined ? configurationFiles : [named]), ...(path === undefined ? [] : [path])];
  return {
    policy: policyOf(settings, configuration, await baselineAt(bench, path), leniency),
    customRules: configuration.rules,
    notes: bench.judgedBy === bench.head ? [] : await attempts(bench, judges),
  };
};
