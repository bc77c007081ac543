import type { Coverage } from "../finding.ts";
import { countOf, enumerate, formatBytes, formatSeconds } from "./amounts.ts";

/** What was looked at, in one line: `3 refs, 120 commits and 900 objects: 4.2 MB in 1.2 s`. */
export const lookedAt = ({ refs, commits, objects, files, layers, bytes, seconds }: Coverage): string => {
  const counts = [
    refs > 0 ? countOf(refs, "ref") : "",
    commits > 0 ? countOf(commits, "commit") : "",
    objects > 0 ? countOf(objects, "object") : "",
    files > 0 ? countOf(files, "file") : "",
    layers > 0 ? countOf(layers, "layer") : "",
  ].filter(Boolean);
  return `${counts.length === 0 ? "nothing" : enumerate(counts)}: ${formatBytes(bytes)} in ${formatSeconds(seconds)}`;
};

/** Whether a repository was among what was looked at. */
export const sawHistory = ({ refs, commits, objects }: Coverage): boolean => refs + commits + objects > 0;
