import type { Finding } from "../finding.ts";
import { secretsBefore } from "../git/before.ts";
import type { Source } from "../plan.ts";
import type { Inspect } from "../sighting.ts";

/** Secrets that a change did not bring in; undefined where it is no change that is scanned. Asked when something was found. */
export const secretsNotNew = async (
  sources: readonly Source[],
  inspect: Inspect,
): Promise<ReadonlySet<string> | undefined> => {
  const [source, ...others] = sources.filter(({ kind }) => kind !== "images");
  if (source?.kind !== "revisions" || others.length > 0) return undefined;
  return secretsBefore(source.repository, source.what, inspect);
};

/** Says that something older was seen, so that it is not lost silently. */
export const notesOnOlder = (findings: readonly Finding[]): readonly string[] => {
  const count = findings.filter((finding) => finding.new === false).length;
  if (count === 0) return [];
  const subject =
    count === 1 ? "1 credential in the changed files is" : `${count} credentials in the changed files are`;
  return [`${subject} older than this change and not counted here; a scan of the whole history reports it.`];
};
