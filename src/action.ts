import * as core from "@actions/core";
import type { Target } from "./github/client.ts";
import { type GitHubEvent, readEvent } from "./github/event.ts";
import { brokenSummary, jobSummary } from "./github/faces.ts";
import { logText, writeFiles } from "./github/files.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import { logAnnotations, logVerbatim } from "./github/log.ts";
import { masksFor } from "./github/mask.ts";
import { failed, type Outcome, scanEvent } from "./github/outcome.ts";
import { publish } from "./github/publish.ts";
import { type Runner, readRunner } from "./github/runner.ts";
import { type View, viewOf } from "./github/view.ts";
import { UsageError } from "./usage-error.ts";

/** GitHub's client takes a tenth of a second to load, so only when it is needed. */
const connect = async ({ repository }: Runner, { token }: Inputs): Promise<Target | undefined> => {
  if (token === "") return undefined;
  const { createClient } = await import("./github/client.ts");
  const [owner, repo] = repository.split("/") as [string, string];
  const onWait = (seconds: number): void => core.info(`GitHub asks for patience: waiting ${seconds} s`);
  return { client: createClient(token, onWait), owner, repo };
};

/** The root commit that keys fingerprints; without it the scan is as good, but its fingerprints are not the usual ones. */
const askForRoot = (runner: Runner, inputs: Inputs, head: string) => async (): Promise<string | undefined> => {
  const target = await connect(runner, inputs);
  if (target === undefined) return undefined;
  const { firstCommit } = await import("./github/root.ts");
  return firstCommit(target, head).catch(() => undefined);
};

const view = (runner: Runner, event: GitHubEvent, { report, nothing }: Outcome): View =>
  viewOf(report, {
    pullRequest: event.pullRequest !== undefined,
    nothing,
    head: event.reportOn,
    repositoryUrl: `${runner.serverUrl}/${runner.repository}`,
  });

/** What counts, in every form in which the log might show it. */
const maskSecrets = ({ vault }: Outcome): void => {
  if (process.env["GITHUB_ACTIONS"] !== "true") return;
  for (const mask of masksFor(vault.values())) core.setSecret(mask);
};

const writeSummary = async (text: string): Promise<void> => {
  if (process.env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(text).write();
};

const report = async (runner: Runner, inputs: Inputs, event: GitHubEvent, outcome: Outcome): Promise<void> => {
  const shown = view(runner, event, outcome);
  logVerbatim(await logText(outcome.report));
  logAnnotations(shown);
  for (const { what, reason } of outcome.report.coverage.missing) core.error(`Could not read ${what}: ${reason}`);
  await writeSummary(jobSummary(shown));
  const files = await writeFiles(runner, inputs, outcome.report);
  core.setOutput("verdict", outcome.report.verdict.conclusion);
  core.setOutput("findings", String(shown.rows.length));
  core.setOutput("sarif", files.sarif);
  core.setOutput("report", files.report);
  const target = await connect(runner, inputs);
  if (target === undefined) core.warning("The input token is empty: no check run and no comment");
  else await publish(target, inputs, shown, event.pullRequest);
};

const main = async (): Promise<number> => {
  const runner = readRunner(process.env);
  const inputs = readInputs((name) => core.getInput(name));
  const event = readEvent({ name: runner.eventName, sha: runner.sha, payload: runner.payload });
  const root = askForRoot(runner, inputs, event.judgedBy);
  const outcome = await scanEvent(runner, inputs, event, root).catch((error: unknown) => {
    core.debug((error as Error).stack ?? String(error));
    return failed(error);
  });
  maskSecrets(outcome);
  await report(runner, inputs, event, outcome);
  return outcome.exitStatus;
};

/** Errors may quote what was scanned. */
const explain = async (error: unknown): Promise<number> => {
  const known = error instanceof UsageError;
  const message = known
    ? error.message
    : `Tidewaiter failed, which is a defect of its own: ${(error as Error).message}`;
  core.error(message);
  if (!known) logVerbatim((error as Error).stack ?? String(error));
  core.setOutput("verdict", "incomplete");
  await writeSummary(brokenSummary(message));
  return known ? 2 : 3;
};

process.exitCode = await main().catch(explain);
