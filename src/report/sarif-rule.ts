import { type Finding, type Proof, proofRank, type Severity, severityRank } from "../finding.ts";
import { within } from "./cut-text.ts";
import { escapeMarkdown, escapeWithLinks, markdownCode } from "./escape-markdown.ts";
import { showUnseen } from "./escape-terminal.ts";

const docs = "https://github.com/tidewaiter/tidewaiter/blob/main/docs";

/** GitHub's limits on texts of a rule ("SARIF support for code scanning"). */
const maxName = 255;
const maxDescription = 1024;

/** GitHub reads above 9 as critical, from 7 as high, from 4 as medium, above 0 as low. */
const securitySeverity: Readonly<Record<Severity, string | undefined>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: undefined,
};

const precision: Readonly<Record<Proof, string>> = {
  proven: "very-high",
  structural: "high",
  contextual: "medium",
  generic: "low",
};

export const levelOf = (severity: Severity): "error" | "warning" | "note" => {
  if (severity === "info") return "note";
  return severityRank(severity) >= severityRank("high") ? "error" : "warning";
};

const pageOf = (check: string): string =>
  check.startsWith("kubeconfig/") ? `${docs}/kubeconfigs.md` : `${docs}/rules.md`;

const kindOf = (check: string): string => (check.startsWith("kubeconfig/") ? "way into a cluster" : "credential");

/** Words of `facts.provider` and of the check that say what the rule is about; GitHub keeps ten. */
const tagsOf = ({ check, facts }: Finding): readonly string[] => [
  "security",
  "external/cwe/cwe-798",
  check.split("/", 1)[0]!,
  ...(typeof facts["provider"] === "string" ? [`provider/${facts["provider"]}`] : []),
];

/** A check as a rule of SARIF, from what its findings say; the most severe and best proven of them speak for it. */
export const sarifRule = (findings: readonly [Finding, ...Finding[]]) => {
  const first = findings[0];
  const severity = findings.reduce(
    (s, f) => (severityRank(f.severity) > severityRank(s) ? f.severity : s),
    "info" as Severity,
  );
  const proof = findings.reduce((p, f) => (proofRank(f.proof) > proofRank(p) ? f.proof : p), "generic" as Proof);
  const title = showUnseen(first.title);
  const remediation = showUnseen(first.remediation);
  const number = securitySeverity[severity];
  return {
    id: first.check,
    name: within(first.check.replace(/[^A-Za-z0-9]+/g, "-"), maxName),
    shortDescription: { text: within(title, maxDescription) },
    fullDescription: { text: within(`A ${kindOf(first.check)} was committed: ${title}.`, maxDescription) },
    help: {
      text: `${title}\n\n${remediation}\n\nWho can read the history can use it, also after a later commit removed it. To silence what is harmless: a comment "tidewaiter:ignore ${first.check} -- reason" on its line.`,
      markdown: `**${escapeMarkdown(title)}**\n\n${escapeWithLinks(remediation)}\n\nWho can read the history can use it, also after a later commit removed it. To silence what is harmless, put a comment on its line: ${markdownCode(`tidewaiter:ignore ${first.check} -- reason`, "prose")}`,
    },
    helpUri: pageOf(first.check),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: tagsOf(first),
      precision: precision[proof],
      ...(number === undefined ? {} : { "security-severity": number }),
    },
  };
};
