import { rmSync } from "node:fs";
import { mergeCoverage } from "../coverage.ts";
import type { Missing, Report } from "../finding.ts";
import { createVault, type Vault } from "../findings/vault.ts";
import { UnreachedError } from "../git/range.ts";
import { OpenError } from "../git/repository.ts";
import type { Plan } from "../plan.ts";
import type { Policy } from "../policy/policy.ts";
import { exitStatus, verdictOf } from "../policy/verdict.ts";
import { run } from "../scan.ts";
import { UsageError } from "../usage-error.ts";
import type { GitHubEvent } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { judgingOf } from "./judging.ts";
import type { Runner } from "./runner.ts";
import { type Harbour, imagesOf, openStore, sourcesOf } from "./sources.ts";

/** What a run came to, whether or not anything could be scanned. */
export interface Outcome {
  readonly report: Report;
  readonly vault: Vault;
  readonly exitStatus: 0 | 1 | 2 | 3;
  /** Why there was nothing to scan. */
  readonly nothing: string | undefined;
}

const plainPolicy = {
  failOn: "medium",
  minProof: "generic",
  only: [],
  ignores: [],
  includeIgnored: false,
  allowIncomplete: false,
  selfExcuse: "allow",
} as const satisfies Policy;

const emptyReport = (missing: readonly Missing[]): Report => {
  const coverage = mergeCoverage([{ sightings: [], coverage: { missing } }], 0);
  return { version: 1, coverage, findings: [], verdict: verdictOf([], coverage, plainPolicy), notes: [] };
};

const nothingScanned = () => ({ report: emptyReport([]), vault: createVault() });

/** The report of a run that could not scan: incomplete, whatever `allow-incomplete` says, since nothing was read. */
const unreadable = (what: string, reason: string): Report => emptyReport([{ what, reason }]);

const howToHelp =
  "give the input `token` a token with `contents: read`, or let actions/checkout fetch them with `fetch-depth: 0`";

/** What an error means for the run: always told in the report, always a failure. */
export const failed = (error: unknown): Outcome => {
  const [what, reason, status] = explained(error);
  return { report: unreadable(what, reason), vault: createVault(), exitStatus: status, nothing: undefined };
};

const explained = (error: unknown): readonly [what: string, reason: string, status: 2 | 3] => {
  if (error instanceof UnreachedError) return ["commits", `${error.message}; ${howToHelp}`, 3];
  if (error instanceof OpenError) return ["repository", error.message, 3];
  if (error instanceof UsageError) return ["configuration", error.message, 2];
  return ["everything", `Tidewaiter failed, which is a defect of its own: ${(error as Error).message}`, 3];
};

const nothingIn = ({ scope }: GitHubEvent, { coverage }: Report): string | undefined => {
  if (scope.kind === "nothing" && coverage.layers + coverage.missing.length === 0) return scope.reason;
  return coverage.complete && coverage.objects + coverage.layers === 0
    ? "these commits bring in nothing new"
    : undefined;
};

const scan = async (harbour: Harbour, runner: Runner, event: GitHubEvent, inputs: Inputs, root: Plan["root"]) => {
  const commits = await sourcesOf(harbour, event);
  if (commits.length === 0 && inputs.images.length === 0) return nothingScanned();
  const bench = { store: harbour.store, judgedBy: event.judgedBy, head: event.scope.head };
  const { policy, customRules, images, notes } = await judgingOf(bench, inputs, process.env);
  const key = process.env["TIDEWAITER_KEY"] || undefined;
  // a change does not alter images that are published already
  const configured = event.scope.kind === "everything" ? images : [];
  const sources = [...commits, ...(await imagesOf(harbour, runner, inputs, configured))];
  const { report, vault } = await run({
    sources,
    customRules,
    policy,
    key,
    lineHashes: true,
    ...(root === undefined ? {} : { root }),
  });
  return { report: { ...report, notes: [...notes, ...report.notes] }, vault };
};

/** Scans what an event brought in. `root` names the repository's oldest root commit where the history is cut off. */
export const scanEvent = async (
  runner: Runner,
  inputs: Inputs,
  event: GitHubEvent,
  root: Plan["root"],
): Promise<Outcome> => {
  const harbour = await openStore(runner, inputs.path, inputs.token);
  try {
    const { report, vault } = await scan(harbour, runner, event, inputs, root);
    return { report, vault, exitStatus: exitStatus(report.verdict), nothing: nothingIn(event, report) };
  } finally {
    rmSync(harbour.store.folder, { recursive: true, force: true });
  }
};
