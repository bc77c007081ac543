import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Arguments } from "./arguments.ts";
import type { Rule } from "./detect/rule.ts";
import { readBaseline } from "./policy/baseline.ts";
import { emptyConfiguration, loadConfiguration } from "./policy/configuration.ts";
import { findConfiguration } from "./policy/find-configuration.ts";
import type { Policy } from "./policy/policy.ts";
import { maxConfiguration } from "./policy/yaml-document.ts";
import { configurationLayer, environmentLayer, type Layer, policyOf, resolveSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** What a command line makes of configuration, baseline and environment. */
export interface Judging {
  readonly policy: Policy;
  readonly customRules: readonly Rule[];
}

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
const readNamed = async (path: string, most: number, what: string): Promise<string> => {
  try {
    return await readBounded(path, most);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = isAbsent(error) ? "there is no such file" : (error as Error).message;
    throw new UsageError(`${what} ${path}: ${reason}`, { cause: error });
  }
};

const readIfThere =
  (folder: string) =>
  async (file: string): Promise<string | undefined> => {
    try {
      return await readBounded(join(folder, file), maxConfiguration);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error instanceof UsageError
        ? error
        : new UsageError(`${file}: ${(error as Error).message}`, { cause: error });
    }
  };

const configurationOf = async (named: string | undefined, folder: string) => {
  if (named !== undefined) return loadConfiguration(await readNamed(named, maxConfiguration, "configuration"), named);
  const found = await findConfiguration(readIfThere(folder));
  return found === undefined ? emptyConfiguration : loadConfiguration(found.text, found.file);
};

/** `folder` is the top of what is scanned: a configuration is looked for there, and its baseline is relative to it. */
export const judgingOf = async (
  args: Arguments,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Judging> => {
  const configuration = await configurationOf(args.config, folder);
  const { failOn, minProof, only, baseline: named } = args;
  const flags: Layer = { from: "flag", failOn, minProof, only, baseline: named };
  const settings = resolveSettings([flags, environmentLayer(environment), configurationLayer(configuration)]);
  const { baseline } = settings;
  const path = baseline?.from === "configuration" ? join(folder, baseline.path) : baseline?.path;
  const known = path === undefined ? undefined : readBaseline(await readNamed(path, maxBaseline, "baseline"), path);
  return { policy: policyOf(settings, configuration, known, args), customRules: configuration.rules };
};
