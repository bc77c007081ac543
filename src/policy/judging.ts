import { rules } from "#patterns";
import { isServiceCheck } from "../detect/lexicon/services.ts";
import type { Rule } from "../detect/rule.ts";
import { documentChecks } from "../documents/registry.ts";
import { kubeconfigChecks } from "../kubeconfig/describe.ts";
import { UsageError } from "../usage-error.ts";
import { maxBaseline, readBaseline } from "./baseline.ts";
import { closest } from "./closest.ts";
import { type Configuration, emptyConfiguration, loadConfiguration } from "./configuration.ts";
import { configurationFiles, findConfiguration, type ReadFile } from "./find-configuration.ts";
import { type ForeignFile, foreignFiles, readForeignFile } from "./foreign-ignores.ts";
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
  /** Where `--verify` asks about a provider's credentials, by its name. */
  readonly endpoints: ReadonlyMap<string, URL>;
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

const foreignOf = async ({ inRepository }: Shelf): Promise<readonly ForeignFile[]> => {
  const texts = await Promise.all(foreignFiles.map((file) => inRepository(file, maxBaseline)));
  return foreignFiles.flatMap((file, index) => {
    const text = texts[index];
    return text === undefined ? [] : [readForeignFile(file, text)];
  });
};

/** A misspelt check would look for nothing and pass. */
const checkOnly = (only: readonly string[], customRules: readonly Rule[]): void => {
  const known = [...[...rules, ...customRules].map(({ id }) => id), ...kubeconfigChecks, ...documentChecks];
  const unknown = only.find((prefix) => !known.some((check) => check.startsWith(prefix)) && !isServiceCheck(prefix));
  if (unknown === undefined) return;
  const meant = closest(unknown, known);
  const hint = meant === undefined ? "docs/rules.md lists them" : `did you mean ${meant}?`;
  throw new UsageError(`only: no check is called ${JSON.stringify(unknown)} or begins so (${hint})`);
};

/** A misspelt provider would be asked at its public host, which its owner wanted to avoid. */
const endpointsOf = ({ endpoints, file }: Configuration): ReadonlyMap<string, URL> => {
  const known = [
    ...new Set(rules.filter(({ verification }) => verification !== undefined).map((rule) => rule.provider)),
  ];
  const places = new Map<string, URL>();
  for (const { provider, url } of endpoints) {
    const problem =
      (!known.includes(provider) &&
        `no check of ${JSON.stringify(provider)} can be verified${hintAt(provider, known)}`) ||
      (places.has(provider) && `two endpoints are for ${provider}`) ||
      (!URL.canParse(url) && `${JSON.stringify(url)} is no address`);
    if (problem) throw new UsageError(`${file}: endpoints: ${problem}`);
    places.set(provider, new URL(url));
  }
  return places;
};

const hintAt = (word: string, known: readonly string[]): string => {
  const meant = closest(word, known);
  return meant === undefined ? ": docs/verification.md lists them" : ` (did you mean ${meant}?)`;
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
    policy: policyOf(settings, configuration, known, await foreignOf(shelf), request),
    customRules: configuration.rules,
    images: configuration.images,
    endpoints: endpointsOf(configuration),
    files: [
      ...(request.config === undefined ? configurationFiles : [request.config]),
      ...(baseline === undefined ? [] : [baseline.path]),
      ...foreignFiles,
    ],
  };
};
