import { rules } from "#patterns";
import { mergeCoverage } from "./coverage.ts";
import { createDetector } from "./detect/detector.ts";
import { inspect } from "./detect/hit.ts";
import type { OnStopped } from "./detect/patience.ts";
import { scanFiles } from "./files/files.ts";
import type { Missing, Report } from "./finding.ts";
import { fingerprintKey } from "./findings/fingerprint-key.ts";
import { toFindings } from "./findings/join.ts";
import { notesOnOlder, secretsNotNew } from "./findings/older.ts";
import { createVault, type Vault } from "./findings/vault.ts";
import { scanEverything, scanRevisions, scanStaged } from "./git/history.ts";
import { scanWorkTree } from "./git/work-tree.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";
import type { Plan, Source } from "./plan.ts";
import { applyPolicy, type Surroundings } from "./policy/apply.ts";
import type { Inspect, Sighted } from "./sighting.ts";

export interface Outcome {
  readonly report: Report;
  readonly vault: Vault;
}

const look = async (source: Source, inspectContent: Inspect, signal?: AbortSignal): Promise<Sighted> => {
  switch (source.kind) {
    case "history":
      return scanEverything(source.repository, inspectContent, signal);
    case "revisions":
      return scanRevisions(source.repository, source.what, source.tip, inspectContent, signal);
    case "staged":
      return scanStaged(source.repository, inspectContent, signal);
    case "work-tree":
      return scanWorkTree(source.repository, inspectContent, signal);
    case "files":
      return scanFiles(source.paths, inspectContent, undefined, signal);
  }
};

const scopeOf = ({ sources }: Plan): Surroundings["scope"] => {
  if (sources.some(({ kind }) => kind === "revisions" || kind === "staged")) return "change";
  return sources.some(({ kind }) => kind === "history") ? "everything" : "part";
};

const givenUp = (id: string, reason: string): Missing => ({
  what: `part of what the rule ${id} would have searched`,
  reason: `${reason}: make it narrower`,
});

/** Runs a plan: sources, detection, findings, policy. */
export const run = async (plan: Plan): Promise<Outcome> => {
  const started = performance.now();
  const stopped: Missing[] = [];
  const onStopped: OnStopped = (id, reason) => stopped.push(givenUp(id, reason));
  const detector = await createDetector([...rules, ...plan.customRules], [kubeconfigParser], onStopped);
  const inspectContent: Inspect = (content) => inspect(detector, content);
  const parts: Sighted[] = [];
  for (const source of plan.sources) parts.push(await look(source, inspectContent, plan.signal));
  const sightings = parts.flatMap((part) => part.sightings);
  const vault = createVault();
  const key = sightings.length === 0 ? undefined : await fingerprintKey(plan);
  const older = sightings.length === 0 ? undefined : await secretsNotNew(plan.sources, inspectContent);
  const findings = toFindings(sightings, key?.key, vault, older);
  const coverage = mergeCoverage(
    [...parts, { sightings: [], coverage: { missing: stopped } }],
    (performance.now() - started) / 1000,
  );
  const today = new Date().toISOString().slice(0, 10);
  const judged = applyPolicy(findings, coverage, plan.policy, { scope: scopeOf(plan), today, key: key?.name });
  const fingerprints = key === undefined ? {} : { fingerprintKey: key.name };
  const notes = [...judged.notes, ...notesOnOlder(findings)];
  return { report: { version: 1, ...fingerprints, coverage, ...judged, notes }, vault };
};
