import { type Proof, proofs, type Severity, severities } from "../finding.ts";
import { type Option, type OptionName, oneOf, options, splitList } from "../options.ts";
import { UsageError } from "../usage-error.ts";

/** Options of the command line that are inputs of the Action too, under the same names. */
const shared = [
  "config",
  "baseline",
  "fail-on",
  "min-proof",
  "only",
  "include-ignored",
  "allow-incomplete",
] as const satisfies readonly OptionName[];

/** Inputs that only make sense on GitHub. Defaults here are those of `action.yml`; the configuration cannot set these. */
const own = [
  {
    name: "token",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of workflows
    default: "${{ github.token }}",
    meaning: "Token for fetching commits, the check run and the comment.",
  },
  { name: "path", default: ".", meaning: "Folder of the checkout, relative to the workspace." },
  {
    name: "name",
    default: "default",
    meaning: "Name of this instance, so that several in one pull request keep a comment each.",
  },
  { name: "comment", default: "true", choices: ["true", "false"], meaning: "Whether to comment on pull requests." },
  { name: "check", default: "true", choices: ["true", "false"], meaning: "Whether to create a check run." },
  { name: "check-name", default: "Tidewaiter", meaning: "Name of the check run." },
  {
    name: "images",
    default: "",
    meaning:
      "Images to scan too, one a line or separated by commas: names in registries, archives, layouts, globs of archives.",
  },
  { name: "sarif", default: "", meaning: "Where to write the SARIF file; else a file in RUNNER_TEMP." },
  { name: "report", default: "", meaning: "Where to write the JSON report; else a file in RUNNER_TEMP." },
] as const;

export interface InputDescription {
  readonly name: string;
  readonly meaning: string;
  readonly default?: string;
  readonly choices?: readonly string[];
}

const described = ({ name, meaning, choices }: Option): InputDescription => ({
  name,
  meaning,
  ...(choices === undefined ? {} : { choices }),
});

/** All inputs, as `action.yml` must list them. What the configuration may set has no default. */
export const inputDescriptions: readonly InputDescription[] = [
  ...own,
  ...shared.map((name) => described(options.find((option) => option.name === name)!)),
];

/** The inputs of one run; undefined where the workflow left the choice to the configuration. */
export interface Inputs {
  readonly token: string;
  readonly path: string;
  readonly name: string;
  readonly comment: boolean;
  readonly check: boolean;
  readonly checkName: string;
  /** As the workflow lists them. */
  readonly images: readonly string[];
  readonly sarif: string;
  readonly report: string;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly failOn: Severity | undefined;
  readonly minProof: Proof | undefined;
  readonly only: readonly string[];
  readonly includeIgnored: boolean | undefined;
  readonly allowIncomplete: boolean | undefined;
}

/** Gives an input's text, empty when it is not set, as `getInput` of @actions/core does. */
export type GetInput = (name: string) => string;

const booleanOf = (name: string, text: string): boolean | undefined => {
  if (text === "") return undefined;
  return oneOf(`input ${name}`, text.toLowerCase(), ["true", "false"] as const) === "true";
};

/** Letters that cannot end an HTML comment. */
const instanceName = /^[\w.-]{1,64}$/;

/** Reads and checks all inputs. Throws a UsageError that names the wrong one. */
export const readInputs = (get: GetInput): Inputs => {
  const text = (name: string) => get(name) || undefined;
  const name = text("name") ?? "default";
  if (!instanceName.test(name) || name.includes("--"))
    throw new UsageError("input name: use up to 64 letters, digits, dots, underscores and single hyphens");
  return {
    token: get("token"),
    path: text("path") ?? ".",
    name,
    comment: booleanOf("comment", get("comment")) ?? true,
    check: booleanOf("check", get("check")) ?? true,
    checkName: (text("check-name") ?? "Tidewaiter").slice(0, 100),
    images: splitList([get("images").replaceAll("\n", ",")]),
    sarif: get("sarif"),
    report: get("report"),
    config: text("config"),
    baseline: text("baseline"),
    failOn: oneOf("input fail-on", text("fail-on"), severities),
    minProof: oneOf("input min-proof", text("min-proof"), proofs),
    only: splitList([get("only").replaceAll("\n", ",")]),
    includeIgnored: booleanOf("include-ignored", get("include-ignored")),
    allowIncomplete: booleanOf("allow-incomplete", get("allow-incomplete")),
  };
};
