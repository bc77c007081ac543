import * as core from "@actions/core";
import { annotationsOf, maxAnnotations } from "./annotations.ts";
import { conclusionOf, createCheck } from "./check.ts";
import type { Target } from "./client.ts";
import { keepComment } from "./comment.ts";
import { checkText, commentBody, markerOf } from "./faces.ts";
import type { Inputs } from "./inputs.ts";
import type { View } from "./view.ts";

interface Refusal {
  readonly status: number;
  readonly message: string;
}

const refusalOf = (error: unknown): Refusal | undefined => {
  const status = (error as { status?: unknown }).status;
  return typeof status === "number" ? { status, message: (error as Error).message } : undefined;
};

const why = ({ status, message }: Refusal, permission: string): string => {
  if (status === 403 || status === 401 || status === 404)
    return `the token may not: add \`permissions: ${permission}: write\` to the job (a pull request from a fork or by Dependabot has a read-only token; then the job's result, its summary and the annotations in the log say it all)`;
  return `GitHub answered ${status}: ${message.split("\n", 1)[0]}`;
};

/** Does one thing on GitHub; when it is refused the run goes on, since the job's own result is what counts. */
const attempt = async (what: string, permission: string, act: () => Promise<unknown>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    core.warning(`Tidewaiter could not ${what}: ${why(refusal, permission)}`);
  }
};

const annotationsNote = (count: number): string =>
  count > maxAnnotations
    ? `${count - maxAnnotations} more places have no annotation; SARIF lists all of them.\n\n`
    : "";

const publishCheck = async (target: Target, inputs: Inputs, view: View): Promise<void> => {
  const annotations = annotationsOf(view.rows);
  const text = checkText(view, annotationsNote(annotations.length));
  const conclusion = conclusionOf(view.report.verdict.conclusion);
  await createCheck(target, inputs.checkName, view.head, conclusion, text, annotations);
};

/** Shows a run in a check run and, on a pull request, in its one comment: as far as the token reaches. */
export const publish = async (
  target: Target,
  inputs: Inputs,
  view: View,
  pullRequest: number | undefined,
): Promise<void> => {
  if (inputs.check) await attempt("create its check run", "checks", () => publishCheck(target, inputs, view));
  if (!inputs.comment || pullRequest === undefined) return;
  const worthCreating = view.report.verdict.conclusion !== "pass";
  await attempt("comment", "pull-requests", async () => {
    const body = commentBody(view, inputs.name);
    const posted = await keepComment(target, pullRequest, markerOf(inputs.name), body, worthCreating);
    core.info(`Comment: ${posted}`);
  });
};
