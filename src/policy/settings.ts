import { type Proof, proofs, type Severity, severities } from "../finding.ts";
import { oneOf, splitList } from "../options.ts";
import { UsageError } from "../usage-error.ts";
import type { Configuration } from "./configuration.ts";
import type { ForeignFile } from "./foreign-ignores.ts";
import type { Baseline, Policy } from "./policy.ts";

/** What one place says; undefined (or an empty list) where it leaves the choice to the next. */
export interface Layer {
  /** Decides what a relative path is relative to. */
  readonly from: "flag" | "input" | "environment" | "configuration";
  readonly failOn?: Severity | undefined;
  readonly minProof?: Proof | undefined;
  readonly only?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
}

/** What holds after all places have spoken. */
export interface Settings {
  readonly failOn: Severity;
  readonly minProof: Proof;
  readonly only: readonly string[];
  readonly baseline: { readonly path: string; readonly from: Layer["from"] } | undefined;
}

const defaults = { failOn: "medium", minProof: "generic" } as const satisfies Partial<Settings>;

const areas = ["secrets/", "kubeconfig/"];

/** A misspelt area would look for nothing and pass. */
const checkOnly = (only: readonly string[]): readonly string[] => {
  const unknown = only.find((prefix) => !areas.some((area) => prefix.startsWith(area) || area.startsWith(prefix)));
  if (unknown !== undefined)
    throw new UsageError(`only: ${JSON.stringify(unknown)} is no check: ids begin with ${areas.join(" or ")}`);
  return only;
};

/** The first layer that says something wins: give flags first, then inputs, environment and configuration. */
export const resolveSettings = (layers: readonly Layer[]): Settings => {
  const based = layers.find(({ baseline }) => baseline !== undefined);
  return {
    failOn: layers.find(({ failOn }) => failOn !== undefined)?.failOn ?? defaults.failOn,
    minProof: layers.find(({ minProof }) => minProof !== undefined)?.minProof ?? defaults.minProof,
    only: checkOnly(layers.find(({ only }) => only !== undefined && only.length > 0)?.only ?? []),
    baseline: based === undefined ? undefined : { path: based.baseline!, from: based.from },
  };
};

export const configurationLayer = ({ failOn, minProof, only, baseline }: Configuration): Layer => ({
  from: "configuration",
  failOn,
  minProof,
  only,
  baseline,
});

/** `TIDEWAITER_FAIL_ON`, `_MIN_PROOF`, `_ONLY` and `_BASELINE`. Throws a UsageError that names the wrong one. */
export const environmentLayer = (environment: Readonly<Record<string, string | undefined>>): Layer => {
  const read = (name: string) => environment[`TIDEWAITER_${name}`] || undefined;
  return {
    from: "environment",
    failOn: oneOf("TIDEWAITER_FAIL_ON", read("FAIL_ON"), severities),
    minProof: oneOf("TIDEWAITER_MIN_PROOF", read("MIN_PROOF"), proofs),
    only: splitList([read("ONLY") ?? ""]),
    baseline: read("BASELINE"),
  };
};

/** Choices that only a command line or a workflow can make. */
export interface Leniency {
  readonly includeIgnored: boolean;
  readonly allowIncomplete: boolean;
}

export const policyOf = (
  { failOn, minProof, only }: Settings,
  { ignores, selfExcuse }: Configuration,
  baseline: Baseline | undefined,
  foreign: readonly ForeignFile[],
  { includeIgnored, allowIncomplete }: Leniency,
): Policy => ({
  failOn,
  minProof,
  only,
  ignores,
  foreign,
  ...(baseline === undefined ? {} : { baseline }),
  includeIgnored,
  allowIncomplete,
  selfExcuse: selfExcuse ?? "allow",
});
