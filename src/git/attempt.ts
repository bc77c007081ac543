import type { Missing } from "../finding.ts";
import { GitError } from "./git.ts";

/** What git gave, or something in its place and a word on what is missing. */
export interface Attempt<T> {
  readonly value: T;
  readonly missing: readonly Missing[];
}

const maxReason = 300;

/** Goes on without what a broken repository cannot give; an interrupted git is no fault of the repository. */
export const attempt = async <T>(
  what: string,
  work: () => Promise<T>,
  fallback: T,
  signal?: AbortSignal,
): Promise<Attempt<T>> => {
  try {
    return { value: await work(), missing: [] };
  } catch (error) {
    if (signal?.aborted === true) return { value: fallback, missing: [] };
    if (!(error instanceof GitError)) throw error;
    const reason = `${error.message.slice(0, maxReason)}: run \`git fsck\` and repair the repository`;
    return { value: fallback, missing: [{ what, reason }] };
  }
};
