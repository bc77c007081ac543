import type { Conclusion } from "../finding.ts";
import { type Annotation, maxAnnotations } from "./annotations.ts";
import type { Target } from "./client.ts";
import type { CheckText } from "./faces.ts";

/** Annotations per request (OpenAPI, checks/create). */
const batchSize = 50;

const batches = (annotations: readonly Annotation[]): readonly (readonly Annotation[])[] => {
  const kept = annotations.slice(0, maxAnnotations);
  return Array.from({ length: Math.ceil(kept.length / batchSize) }, (_, i) =>
    kept.slice(i * batchSize, (i + 1) * batchSize),
  );
};

/** `neutral` and `skipped` let a pull request be merged, so what is incomplete is a failure. */
export const conclusionOf = (conclusion: Conclusion): "success" | "failure" =>
  conclusion === "pass" ? "success" : "failure";

/**
 * Creates the check run already completed, then appends annotations by patching its output alone: a workflow's token
 * may not change the status or conclusion of a check run (github.blog changelog, 2025-02-12).
 */
export const createCheck = async (
  { client, owner, repo }: Target,
  name: string,
  head: string,
  conclusion: "success" | "failure",
  text: CheckText,
  annotations: readonly Annotation[],
): Promise<void> => {
  const [first = [], ...rest] = batches(annotations);
  const { data } = await client.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: head,
    status: "completed",
    conclusion,
    output: { ...text, annotations: [...first] },
  });
  for (const batch of rest)
    await client.rest.checks.update({
      owner,
      repo,
      check_run_id: data.id,
      output: { ...text, annotations: [...batch] },
    });
};
