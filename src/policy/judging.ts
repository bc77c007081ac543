import { rules } from "#patterns";
import type { Rule } from "../detect/rule.ts";
import { kubeconfigChecks } from "../kubeconfig/describe.ts";
import { UsageError } from "../usage-error.ts";
import { readBaseline } from "./baseline.ts";
import { closest } from "./closest.ts";
import { type Configuration, emptyConfiguration, loadConfiguration } from "./configuration.ts";
import { configurationFiles, findConfiguration, type ReadFile } from "./find-configuration.ts";
import type { Policy } from "./policy.ts";
import {
  configurationLayer,
  environmentLayer,
  type Layer,
  type Leniency,
  policyOf,
  resolveSettings,
} from "./settings.ts";

/** What judges the findings of a run. */
export interface Judging {
  readonly policy: Policy;
  readonly customRules: readonly Rule[];
  /** Images that the configuration lists. */
  readonly images: readonly string[];
  /** Paths that decided: of the baseline, and every place where the configuration was looked for. */
  readonly files: readonly string[];
}

/** Where configuration and baseline are read: on disk, or in a commit that a change cannot touch. */
export interface Shelf {
  /** A file of the repository, by its path from the top; undefined where there is none. */
  readonly inRepository: ReadFile;
  /** A file that somebody named; who did may decide what its path is relative to. Rejects with a UsageError where there is none. */
  readonly named: (path: string, what: "configuration" | "baseline", from: Layer["from"]) => Promise<string>;
}

/** What flags or inputs ask for. */
export interface Request extends Layer, Leniency {
  readonly config: string | undefined;
}

const configurationOf = async (shelf: Shelf, { config, from }: Request): Promise<Configuration> => {
  if (config !== undefined) return loadConfiguration(await shelf.named(config, "configuration", from), config);
  const found = await findConfiguration(shelf.inRepository);
  return found === undefined ? emptyConfiguration : loadConfiguration(found.text, found.file);
};

/** A misspelt check would look for nothing and pass. */
const checkOnly = (only: readonly string[], customRules: readonly Rule[]): void => {
  const known = [...[...rules, ...customRules].map(({ id }) => id), ...kubeconfigChecks];
  const unknown = only.find((prefix) => !known.some((check) => check.startsWith(prefix)));
  if (unknown === undefined) return;
  const meant = closest(unknown, known);
  const hint = meant === undefined ? "docs/rules.md lists them" : `did you mean ${meant}?`;
  throw new UsageError(`only: no check is called ${JSON.stringify(unknown)} or begins so (${hint})`);
};

/** The request wins over the environment, that over the configuration. Rejects with a UsageError. */
export const judgingFrom = async (
  shelf: Shelf,
  request: Request,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Judging> => {
  const configuration = await configurationOf(shelf, request);
  const settings = resolveSettings([request, environmentLayer(environment), configurationLayer(configuration)]);
  checkOnly(settings.only, configuration.rules);
  const { baseline } = settings;
  const known =
    baseline === undefined
      ? undefined
      : readBaseline(await shelf.named(baseline.path, "baseline", baseline.from), baseline.path);
  return {
    policy: policyOf(settings, configuration, known, request),
    customRules: configuration.rules,
    images: configuration.images,
    files: [
      ...(request.config === undefined ? configurationFiles : [request.config]),
      ...(baseline === undefined ? [] : [baseline.path]),
    ],
  };
};
