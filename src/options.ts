import { proofs, severities } from "./finding.ts";
import { UsageError } from "./usage-error.ts";

/** Options are written once: the command line, `action.yml`, the configuration's schema and the docs come from here. */
export interface Option {
  /** Long flag without dashes; also the Action's input. */
  readonly name: string;
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  /** What stands for the value in help. */
  readonly value?: string;
  readonly meaning: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  /** Commands that take it; all when absent. */
  readonly commands?: readonly Command[];
  /** Key in the configuration file, where it may be set. */
  readonly key?: string;
}

/** Commands that look for findings. */
export const scans = ["scan", "git", "files", "image"] as const;
export type Scan = (typeof scans)[number];

export const commands = [...scans, "rules", "explain"] as const;
export type Command = (typeof commands)[number];

export const formats = ["text", "json", "jsonl", "sarif", "markdown"] as const;
export type Format = (typeof formats)[number];

export const options = [
  {
    name: "format",
    type: "string",
    multiple: true,
    value: "FORMAT[=FILE]",
    meaning: `Report format, to a file when one is named; repeatable. One of ${formats.join(", ")}.`,
    default: "text",
  },
  {
    name: "config",
    type: "string",
    value: "FILE",
    meaning: "Configuration file; else .github/tidewaiter.yml or tidewaiter.yml.",
  },
  {
    name: "baseline",
    type: "string",
    value: "FILE",
    key: "baseline",
    meaning: "A JSON report of before: what it lists does not count.",
  },
  {
    name: "fail-on",
    type: "string",
    commands: scans,
    value: "SEVERITY",
    key: "failOn",
    choices: severities,
    meaning: "The lowest severity that fails the run.",
    default: "medium",
  },
  {
    name: "only",
    type: "string",
    multiple: true,
    value: "CHECK",
    key: "only",
    meaning: "Only checks with these ids or leading parts of ids; comma-separated, repeatable.",
  },
  {
    name: "min-proof",
    type: "string",
    value: "PROOF",
    key: "minProof",
    choices: proofs,
    meaning: "The weakest proof that is reported.",
    default: "generic",
  },
  {
    name: "jobs",
    type: "string",
    commands: scans,
    value: "N",
    meaning:
      "Threads that read history and layers; when absent as many as the machine has cores, and fewer for a small history.",
  },
  {
    name: "cache",
    type: "string",
    commands: scans,
    value: "FILE",
    meaning: "Remembers in this file in which objects nothing was found, so that a later run does not read them.",
  },
  { name: "no-cache", type: "boolean", meaning: "Neither read nor write a cache, whatever --cache says." },
  {
    name: "range",
    type: "string",
    value: "A..B",
    commands: ["git", "scan"],
    meaning: "Only what these commits bring in.",
  },
  { name: "staged", type: "boolean", commands: ["git", "scan"], meaning: "Only what the next commit would bring in." },
  {
    name: "since",
    type: "string",
    value: "DATE",
    commands: ["git", "scan"],
    meaning: "Only what commits after this date bring in.",
  },
  {
    name: "platform",
    type: "string",
    multiple: true,
    value: "OS/ARCH",
    commands: ["image", "scan"],
    meaning: "Only these platforms of an image, as linux/arm64; comma-separated, repeatable.",
  },
  {
    name: "verify",
    type: "boolean",
    commands: scans,
    meaning: "Ask providers whether the credentials that were found still work: one harmless request each.",
  },
  {
    name: "fetch-missing",
    type: "boolean",
    commands: ["git", "scan"],
    meaning: "In a partial clone, fetch what it lacks from its remote before the scan.",
  },
  {
    name: "no-archives",
    type: "boolean",
    commands: ["scan", "git", "files"],
    meaning: "Leave archives in histories and files closed: coverage counts them as skipped.",
  },
  {
    name: "verify-engine",
    type: "boolean",
    commands: ["git"],
    meaning:
      "Compare the pack engine with git, object by object, and with scans of whole contents; report nothing else.",
  },
  { name: "show-secrets", type: "boolean", commands: scans, meaning: "Add the secrets themselves to JSON output." },
  { name: "include-ignored", type: "boolean", commands: scans, meaning: "List ignored findings too, marked as such." },
  {
    name: "allow-incomplete",
    type: "boolean",
    commands: scans,
    meaning: "Judge what was read even when something could not be.",
  },
  { name: "quiet", type: "boolean", short: "q", meaning: "Print findings only: no progress, no coverage." },
  { name: "no-color", type: "boolean", meaning: "Plain text, also on a terminal." },
  { name: "help", type: "boolean", short: "h", meaning: "Explain the command." },
  { name: "version", type: "boolean", short: "V", meaning: "Print the version." },
] as const satisfies readonly Option[];

export type OptionName = (typeof options)[number]["name"];

/** A value that must be one of the choices; undefined stays undefined. Throws a UsageError that begins with `name`. */
export const oneOf = <T extends string>(
  name: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined => {
  if (value === undefined) return undefined;
  const choice = choices.find((known) => known === value);
  if (choice === undefined)
    throw new UsageError(`${name}: ${JSON.stringify(value)} is not one of ${choices.join(", ")}`);
  return choice;
};

/** Values that are given apart, separated by commas, or both. */
export const splitList = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter(Boolean);
