import { rules } from "#patterns";
import { mergeCoverage } from "./coverage.ts";
import { createDetector } from "./detect/detector.ts";
import { inspect } from "./detect/hit.ts";
import type { OnStopped } from "./detect/patience.ts";
import { scanFiles } from "./files/files.ts";
import type { Missing, Report } from "./finding.ts";
import { toFindings } from "./findings.ts";
import { fingerprintKey } from "./fingerprint-key.ts";
import { scanEverything, scanRevisions, scanStaged } from "./git/history.ts";
import type { Repository } from "./git/repository.ts";
import { scanWorkTree } from "./git/work-tree.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";
import type { Plan, Source } from "./plan.ts";
import { applyPolicy, type Surroundings } from "./policy/apply.ts";
import type { Inspect, Sighted } from "./sighting.ts";
import { startThreads } from "./threads.ts";
import { createVault, type Vault } from "./vault.ts";

export interface Outcome {
  readonly report: Report;
  readonly vault: Vault;
}

const scanHistory = async (
  repository: Repository,
  inspectContent: Inspect,
  { customRules, signal, jobs }: Plan,
  onStopped: OnStopped,
): Promise<Sighted> => {
  const threads = startThreads(customRules, onStopped, jobs);
  try {
    return await scanEverything(repository, inspectContent, signal, threads.scanTrees);
  } finally {
    threads.stop();
  }
};

const sightedIn = async (
  source: Source,
  inspectContent: Inspect,
  plan: Plan,
  onStopped: OnStopped,
): Promise<Sighted> => {
  const { signal } = plan;
  switch (source.kind) {
    case "history":
      return scanHistory(source.repository, inspectContent, plan, onStopped);
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
  const onStopped: OnStopped = (id, reason) => {
    if (!stopped.some(({ what }) => what === givenUp(id, reason).what)) stopped.push(givenUp(id, reason));
  };
  const detector = await createDetector([...rules, ...plan.customRules], [kubeconfigParser], onStopped);
  const parts: Sighted[] = [];
  const look = (content: Buffer) => inspect(detector, content);
  for (const source of plan.sources) parts.push(await sightedIn(source, look, plan, onStopped));
  const sightings = parts.flatMap((part) => part.sightings);
  const vault = createVault();
  const key = sightings.length === 0 ? undefined : await fingerprintKey(plan);
  const findings = toFindings(sightings, key?.key, vault);
  const coverage = mergeCoverage(
    [...parts, { sightings: [], coverage: { missing: stopped } }],
    (performance.now() - started) / 1000,
  );
  const today = new Date().toISOString().slice(0, 10);
  const judged = applyPolicy(findings, coverage, plan.policy, { scope: scopeOf(plan), today, key: key?.name });
  const fingerprints = key === undefined ? {} : { fingerprintKey: key.name };
  return { report: { version: 1, ...fingerprints, coverage, ...judged }, vault };
};
