import { type Finding, type Severity, severities, severityRank } from "../finding.ts";
import type { Result } from "./verify.ts";

const raised = (severity: Severity): Severity => severities[severityRank(severity) + 1] ?? severity;

const higher = (a: Severity, b: Severity): Severity => (severityRank(a) > severityRank(b) ? a : b);

const sentences = {
  active: (host: string) => `It works: ${host} accepted it when this scan asked.`,
  inactive: (host: string) =>
    `It does not work, so it is no more than information: ${host} refused it when this scan asked. It is revoked, expired or was never valid.`,
} as const;

/**
 * What a provider's answer makes of a finding: a credential that works is a step more severe than its kind, one that does not is
 * `info`, and without an answer all stays as it was. `usual` is the severity of its kind.
 */
export const withResult = (finding: Finding, result: Result | undefined, usual: Severity): Finding => {
  if (result === undefined) return finding;
  const { verification, host } = result;
  const facts = { ...finding.facts, verification };
  if (verification === "unknown") return { ...finding, facts };
  const severity = verification === "inactive" ? "info" : raised(higher(finding.severity, usual));
  const detail = [finding.detail, sentences[verification](host)].filter(Boolean).join(" ");
  return { ...finding, severity, detail, facts };
};

const count = (results: readonly Result[], kind: Result["verification"]): string =>
  `${results.filter(({ verification }) => verification === kind).length} ${kind}`;

const maxReasons = 8;

/** Sentences for the reader: how many credentials were asked about, and why of some nothing is known. */
export const notesOnResults = (results: readonly Result[]): readonly string[] => {
  if (results.length === 0) return ["Verification: no finding is of a kind that its provider can be asked about."];
  const reasons = new Map<string, number>();
  for (const { host, reason } of results)
    if (reason !== undefined) reasons.set(`${host}: ${reason}`, (reasons.get(`${host}: ${reason}`) ?? 0) + 1);
  const told = [...reasons].slice(0, maxReasons).map(([reason, times]) => `${times} × ${reason}`);
  const rest = reasons.size - told.length;
  const kinds = (["active", "inactive", "unknown"] as const).map((kind) => count(results, kind)).join(", ");
  return [
    `Verification: ${kinds}.`,
    ...(told.length === 0 ? [] : [`Not known: ${told.join("; ")}${rest > 0 ? `; and ${rest} more reasons` : ""}.`]),
  ];
};
