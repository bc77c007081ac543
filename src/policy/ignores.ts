import type { Finding, Location } from "../finding.ts";
import { compileGlob } from "./glob.ts";
import type { Ignore } from "./policy.ts";

/** An ignore that holds today, ready to be asked. */
export interface ActiveIgnore {
  readonly ignore: Ignore;
  readonly about: (finding: Finding) => boolean;
  readonly covers: (location: Location) => boolean;
}

export const describeIgnore = ({ fingerprint, check, path, owner }: Ignore): string => {
  const what = [
    fingerprint === undefined ? "" : `fingerprint ${fingerprint}`,
    check === undefined ? "" : `check ${check}`,
    path === undefined ? "" : `path ${path}`,
  ].filter(Boolean);
  return `${what.join(", ")}${owner === undefined ? "" : ` (${owner})`}`;
};

export const hasExpired = ({ expires }: Ignore, today: string): boolean => expires !== undefined && expires < today;

export const activate = (ignore: Ignore): ActiveIgnore => {
  const { fingerprint, check, path } = ignore;
  const matches = path === undefined ? () => true : compileGlob(path);
  return {
    ignore,
    about: (finding) =>
      (fingerprint === undefined || finding.fingerprint === fingerprint) &&
      (check === undefined || finding.check.startsWith(check)),
    covers: (location) => matches(location.path),
  };
};

/** What no commit reaches any more may have lost its path: then the other places decide. */
const deciding = (locations: readonly Location[]): readonly Location[] => {
  const known = locations.filter(({ path, reachable }) => !(reachable === false && /^object [0-9a-f]+$/.test(path)));
  return known.length > 0 ? known : locations;
};

export interface Verdict {
  /** The entries that say something of the finding, even if it lies elsewhere too. */
  readonly touched: readonly ActiveIgnore[];
  /** The entry that excuses it. */
  readonly by: ActiveIgnore | undefined;
}

/** Whether ignores excuse a finding: every place where it lies must be covered, or a secret could hide behind a test's. */
export const askIgnores = (finding: Finding, ignores: readonly ActiveIgnore[]): Verdict => {
  const about = ignores.filter((entry) => entry.about(finding));
  const locations = deciding(finding.locations);
  const touched = about.filter(
    (entry) => entry.ignore.path === undefined || finding.locations.some((location) => entry.covers(location)),
  );
  const excused =
    touched.some(({ ignore }) => ignore.path === undefined) ||
    (locations.length > 0 && locations.every((location) => touched.some((entry) => entry.covers(location))));
  const whole = touched.find(({ ignore }) => ignore.path === undefined);
  return { touched, by: excused ? (whole ?? touched[0]) : undefined };
};
