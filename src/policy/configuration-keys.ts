import { proofs, severities } from "../finding.ts";
import { type Option, options } from "../options.ts";
import type { Key, MapShape, Shape } from "./shape.ts";

/** Tools beside ours may read these files too, so no key is longer than a screen is wide. */
const sentence: Shape = {
  kind: "text",
  allowed: "a text of one line",
  pattern: /^[^\r\n\0]*\S[^\r\n\0]*$/,
  maxLength: 500,
};

const check: Shape = {
  kind: "text",
  allowed: "the id of a check or its leading part, such as secrets/github",
  pattern: /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]*)?$/,
  maxLength: 200,
};

const path: Shape = {
  kind: "text",
  allowed: "a path or glob relative to the repository, such as test/** or *.pem",
  pattern: /^(?![!/])[^\r\n\0]+$/,
  maxLength: 1000,
};

const fingerprint: Shape = {
  kind: "text",
  allowed: "a fingerprint of 32 hexadecimal digits, as reports show it",
  pattern: /^[0-9a-f]{32}$/,
};

const ignore: MapShape = {
  kind: "map",
  called: "an ignore",
  oneOf: ["fingerprint", "check", "path"],
  keys: {
    fingerprint: { shape: fingerprint, meaning: "The one finding that this is about, wherever it lies." },
    check: { shape: check, meaning: "Findings of this check, or of all checks whose ids begin so." },
    path: {
      shape: path,
      meaning:
        "Findings below this path. A finding is ignored when every place where it lies is covered by such entries.",
    },
    reason: { shape: sentence, meaning: "Why it is no problem. Shown in reports.", required: true },
    owner: { shape: sentence, meaning: "Who answers for it." },
    expires: {
      shape: { kind: "date" },
      meaning: "The last day on which it holds, in UTC. Later it is reported and ignores nothing.",
    },
  },
};

const rule: MapShape = {
  kind: "map",
  called: "a rule",
  keys: {
    id: {
      shape: {
        kind: "text",
        allowed: "lower-case letters, digits and dashes, beginning with a letter",
        pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
        maxLength: 80,
      },
      meaning: "Its check is `secrets/custom-ID`.",
      required: true,
    },
    title: { shape: sentence, meaning: "What it finds, in a few words.", required: true },
    severity: { shape: { kind: "choice", choices: severities }, meaning: "How urgent a finding is.", required: true },
    expression: {
      shape: {
        kind: "text",
        allowed: "a regular expression in the syntax of RE2",
        pattern: /^[^\0]+$/,
        maxLength: 2000,
      },
      meaning:
        "A regular expression in the syntax of RE2. The secret is the group named `secret`, else the whole match.",
      required: true,
    },
    anchors: {
      shape: {
        kind: "list",
        minLength: 1,
        of: { kind: "text", allowed: "a text of 2 to 100 bytes", pattern: /^[^\0]{2,}$/, maxLength: 100 },
      },
      meaning:
        "Texts of which every match contains at least one. Only needed where the expression does not tell them itself.",
    },
    ignoreCase: { shape: { kind: "boolean" }, meaning: "Whether case matters not (ASCII letters).", default: "false" },
    proof: {
      shape: { kind: "choice", choices: proofs },
      meaning: "How sure a match is.",
      default: "structural",
    },
    opens: { shape: sentence, meaning: "What somebody who holds the secret can do." },
    remediation: { shape: sentence, meaning: "What to do about a finding." },
  },
};

const listOf = (of: Shape): Shape => ({ kind: "list", of });

/** Shapes of the options that may stand in the configuration too; their meaning and default are the option's. */
const optionShapes: Readonly<Record<string, Shape>> = {
  failOn: { kind: "choice", choices: severities },
  minProof: { kind: "choice", choices: proofs },
  only: listOf(check),
  baseline: {
    kind: "text",
    allowed: "the path of a file, relative to the repository",
    pattern: /^[^\r\n\0]+$/,
    maxLength: 1000,
  },
};

const optionKeys = (options as readonly Option[]).flatMap((option): [string, Key][] => {
  if (option.key === undefined) return [];
  const shape = optionShapes[option.key];
  if (shape === undefined) throw new RangeError(`the option ${option.name} has no shape in the configuration`);
  return [
    [
      option.key,
      { shape, meaning: option.meaning, ...(option.default === undefined ? {} : { default: option.default }) },
    ],
  ];
});

/** Every key of `.github/tidewaiter.yml`. */
export const configurationShape: MapShape = {
  kind: "map",
  called: "a configuration",
  keys: {
    ...Object.fromEntries(optionKeys),
    ignores: { shape: listOf(ignore), meaning: "Findings that do not count, each with its reason." },
    selfExcuse: {
      shape: { kind: "choice", choices: ["allow", "deny"] },
      meaning: "Whether an inline ignore counts in the very change that adds the secret.",
      default: "allow",
    },
    images: {
      shape: listOf({
        kind: "text",
        allowed: "an image's name in a registry, or a path or glob of archives, relative to the repository",
        pattern: /^[^\s\0]+$/,
        maxLength: 1000,
      }),
      meaning: "Images that a scan of everything looks at too.",
    },
    rules: { shape: listOf(rule), meaning: "Your own rules, beside those that come with Tidewaiter." },
  },
};
