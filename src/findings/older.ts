import type { Finding } from "../finding.ts";
import { secretsBefore } from "../git/before.ts";
import type { Source } from "../plan.ts";
import type { Policy } from "../policy/policy.ts";
import type { Inspect, Sighting } from "../sighting.ts";

/** Secrets that a change did not bring in; undefined where it is no change that is scanned. Asked when something was found. */
export const secretsNotNew = async (
  sources: readonly Source[],
  sightings: readonly Sighting[],
  inspect: Inspect,
): Promise<ReadonlySet<string> | undefined> => {
  const [source, ...others] = sources.filter(({ kind }) => kind !== "images");
  if (source?.kind !== "revisions" || others.length > 0) return undefined;
  const asked = {
    secrets: new Set(sightings.map(({ hit }) => hit.secret)),
    paths: new Set(sightings.map(({ location }) => location.path.replace(/!.*/s, ""))), // of an archive's member: the archive's
  };
  return secretsBefore(source.repository, source.what, asked, inspect);
};

/**
 * Whether anything will be told by its fingerprint: of a change in which all that was found is older than it, or nothing where it stands, only
 * a number is.
 */
export const needFingerprints = (
  policy: Policy,
  sightings: readonly Sighting[],
  older: ReadonlySet<string> | undefined,
): boolean =>
  sightings.length > 0 &&
  (policy.includeIgnored ||
    policy.baseline !== undefined ||
    sightings.some(({ hit }) => older === undefined || !older.has(hit.secret)));

/** Says that something older was seen, so that it is not lost silently. */
export const notesOnOlder = (findings: readonly Finding[]): readonly string[] => {
  const count = findings.filter((finding) => finding.new === false).length;
  if (count === 0) return [];
  const subject =
    count === 1 ? "1 credential in the changed files is" : `${count} credentials in the changed files are`;
  return [`${subject} older than this change and not counted here; a scan of the whole history reports it.`];
};
