import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Rule } from "./detect/rule.ts";
import { readBaseline } from "./policy/baseline.ts";
import { type Configuration, emptyConfiguration, loadConfiguration } from "./policy/configuration.ts";
import { findConfiguration, type ReadFile } from "./policy/find-configuration.ts";
import type { Policy } from "./policy/policy.ts";
import { maxConfiguration } from "./policy/yaml-document.ts";
import {
  configurationLayer,
  environmentLayer,
  type Layer,
  type Leniency,
  policyOf,
  resolveSettings,
  type Settings,
} from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** What judges the findings of a run. */
export interface Judging {
  readonly policy: Policy;
  readonly customRules: readonly Rule[];
}

/** Where configuration and baseline are read: on disk, or in a commit that a change cannot touch. */
export interface Shelf {
  /** A file of the repository, by its path from the top; undefined where there is none. */
  readonly inRepository: ReadFile;
  /** A file that a flag or input names. Rejects with a UsageError where there is none. */
  readonly named: (path: string, what: "configuration" | "baseline") => Promise<string>;
}

const configurationOf = async (shelf: Shelf, named: string | undefined): Promise<Configuration> => {
  if (named !== undefined) return loadConfiguration(await shelf.named(named, "configuration"), named);
  const found = await findConfiguration(shelf.inRepository);
  return found === undefined ? emptyConfiguration : loadConfiguration(found.text, found.file);
};

const baselineText = async (shelf: Shelf, { path, from }: NonNullable<Settings["baseline"]>): Promise<string> => {
  if (from !== "configuration") return shelf.named(path, "baseline");
  const text = await shelf.inRepository(path);
  if (text === undefined) throw new UsageError(`baseline ${path}: there is no such file in the repository`);
  return text;
};

/** Puts together what flags or inputs, environment, configuration and baseline say. Rejects with a UsageError. */
export const judgingFrom = async (
  shelf: Shelf,
  asked: Layer & Leniency & { readonly config: string | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Judging> => {
  const configuration = await configurationOf(shelf, asked.config);
  const settings = resolveSettings([asked, environmentLayer(environment), configurationLayer(configuration)]);
  const { baseline } = settings;
  const known = baseline === undefined ? undefined : readBaseline(await baselineText(shelf, baseline), baseline.path);
  return { policy: policyOf(settings, configuration, known, asked), customRules: configuration.rules };
};

const maxBaseline = 256 << 20;

const isAbsent = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

const readBounded = async (path: string, most: number): Promise<string> => {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    if (size > most) throw new UsageError(`${path}: its ${size} bytes are more than the ${most} that are read`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
};

/** A file that somebody named: without it there is no run. */
const readNamed = async (path: string, what: "configuration" | "baseline"): Promise<string> => {
  try {
    return await readBounded(path, what === "baseline" ? maxBaseline : maxConfiguration);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = isAbsent(error) ? "there is no such file" : (error as Error).message;
    throw new UsageError(`${what} ${path}: ${reason}`, { cause: error });
  }
};

/** Files below a folder; the configuration's own limit is the parser's. */
const readIfThere =
  (folder: string) =>
  async (file: string): Promise<string | undefined> => {
    try {
      return await readBounded(join(folder, file), maxBaseline);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error instanceof UsageError
        ? error
        : new UsageError(`${file}: ${(error as Error).message}`, { cause: error });
    }
  };

/** On disk: `folder` is the top of what is scanned; what flags and variables name is relative to the working directory. */
export const shelfAt = (folder: string): Shelf => ({ inRepository: readIfThere(folder), named: readNamed });
