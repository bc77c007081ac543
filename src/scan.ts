import { rules } from "#patterns";
import { mergeCoverage } from "./coverage.ts";
import { createDetector } from "./detect/detector.ts";
import { inspect } from "./detect/hit.ts";
import { scanFiles } from "./files/files.ts";
import type { Report } from "./finding.ts";
import { toFindings } from "./findings.ts";
import { scanEverything, scanRevisions, scanStaged } from "./git/history.ts";
import { oldestRoot, type Repository } from "./git/repository.ts";
import { scanWorkTree } from "./git/work-tree.ts";
import { kubeconfigParser } from "./kubeconfig/parser.ts";
import type { Plan, Source } from "./plan.ts";
import { applyPolicy } from "./policy/apply.ts";
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
  { customRules, signal }: Plan,
): Promise<Sighted> => {
  const threads = startThreads(customRules);
  try {
    return await scanEverything(repository, inspectContent, signal, threads.scanTrees);
  } finally {
    threads.stop();
  }
};

const look = async (source: Source, inspectContent: Inspect, plan: Plan): Promise<Sighted> => {
  const { signal } = plan;
  switch (source.kind) {
    case "history":
      return scanHistory(source.repository, inspectContent, plan);
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

/** The key of fingerprints; only asked for when something was found, since it walks the history. */
const fingerprintKey = async ({ key, sources, policy }: Plan): Promise<string | undefined> => {
  if (key !== undefined) return key;
  for (const source of sources) {
    const root = source.kind === "files" ? undefined : await oldestRoot(source.repository);
    if (root !== undefined) return root;
  }
  return policy.baseline?.root;
};

/** Runs a plan: sources, detection, findings, policy. */
export const run = async (plan: Plan): Promise<Outcome> => {
  const started = performance.now();
  const detector = await createDetector([...rules, ...plan.customRules], [kubeconfigParser]);
  const parts: Sighted[] = [];
  for (const source of plan.sources) parts.push(await look(source, (content) => inspect(detector, content), plan));
  const sightings = parts.flatMap((part) => part.sightings);
  const vault = createVault();
  const findings = sightings.length === 0 ? [] : toFindings(sightings, await fingerprintKey(plan), vault);
  const coverage = mergeCoverage(parts, (performance.now() - started) / 1000);
  const judged = applyPolicy(findings, coverage, plan.policy);
  return { report: { version: 1, coverage, ...judged }, vault };
};
