import type { Finding, Location, Suppression } from "../finding.ts";
import { isJsonObject } from "../json-object.ts";

/** An entry of another scanner's file that says which finding is known. */
export interface ForeignIgnore {
  /** Line in the file; for JSON the number of the entry. */
  readonly at: number;
  readonly path: string;
  /** A line of the path; or the SHA-1 of the secret. */
  readonly by: { readonly line: number; readonly commit: string | undefined } | { readonly sha1: string };
  readonly reason: string | undefined;
}

/** A file in which another scanner keeps what does not count. */
export interface ForeignFile {
  readonly file: string;
  readonly kind: Suppression["kind"];
  readonly entries: readonly ForeignIgnore[];
  /** Sentences on what could not be read. */
  readonly problems: readonly string[];
}

/** Where gitleaks, betterleaks and detect-secrets keep them, at the top of a repository. */
export const foreignFiles = [".gitleaksignore", ".betterleaksignore", ".secrets.baseline"] as const;
export type ForeignFileName = (typeof foreignFiles)[number];

const maxProblems = 5;

/**
 * `COMMIT:FILE:RULE:LINE` or `FILE:RULE:LINE` (gitleaks, README, ".gitleaksignore"); a file's name may hold colons. Rules of
 * others have other names, so the place decides.
 */
const readFingerprint = (text: string, at: number): ForeignIgnore | undefined => {
  const [, rest, line] = /^(.+):[^:]*:(\d{1,9})$/s.exec(text) ?? [];
  if (rest === undefined) return undefined;
  const [, commit, path] = /^([0-9a-f]{40}|[0-9a-f]{64}):(.+)$/s.exec(rest) ?? [];
  const by = { line: Number(line), commit };
  return { at, path: plainPath(path ?? rest), by, reason: undefined };
};

const readIgnoreLines = (text: string, file: string): ForeignFile => {
  const entries: ForeignIgnore[] = [];
  const wrong: number[] = [];
  text.split("\n").forEach((raw, index) => {
    const line = raw
      .trim()
      .replace(/\s#.*$/, "")
      .trimEnd();
    if (line === "" || line.startsWith("#")) return;
    const entry = readFingerprint(line, index + 1);
    if (entry === undefined) wrong.push(index + 1);
    else entries.push(entry);
  });
  const more = wrong.length > maxProblems ? ` and ${wrong.length - maxProblems} more` : "";
  const problems =
    wrong.length === 0
      ? []
      : [
          `${file}: line ${wrong.slice(0, maxProblems).join(", ")}${more}: no COMMIT:FILE:RULE:LINE or FILE:RULE:LINE, so it ignores nothing`,
        ];
  return { file, kind: "configuration", entries, problems };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
};

const plainPath = (path: string): string => path.replaceAll("\\", "/").replace(/^\.\//, "");

/** An entry of `results`; `is_secret` is what an audit said. */
const readPotentialSecret = (path: string, each: unknown, at: number): ForeignIgnore | undefined => {
  const sha1 = isJsonObject(each) ? each["hashed_secret"] : undefined;
  if (typeof sha1 !== "string" || !/^[0-9a-f]{40}$/.test(sha1)) return undefined;
  const isAuditedAway = isJsonObject(each) && each["is_secret"] === false;
  return { at, path: plainPath(path), by: { sha1 }, reason: isAuditedAway ? "audited as no secret" : undefined };
};

/** `results`: by file, with the SHA-1 of each secret (detect-secrets, docs/design.md; detect_secrets/core/potential_secret.py). */
const readDetectSecrets = (text: string, file: string): ForeignFile => {
  const parsed = parse(text);
  const results = isJsonObject(parsed) ? parsed["results"] : undefined;
  const none = { file, kind: "baseline", entries: [] } as const;
  if (!isJsonObject(results))
    return { ...none, problems: [`${file} is no baseline of detect-secrets, so it ignores nothing`] };
  const listed = Object.entries(results).flatMap(([path, found]) =>
    (Array.isArray(found) ? (found as readonly unknown[]) : []).map((each) => [path, each] as const),
  );
  const entries = listed.flatMap(([path, each], index) => readPotentialSecret(path, each, index + 1) ?? []);
  return { ...none, entries, problems: [] };
};

/** Reads one of these files. Total: what is wrong in it ignores nothing and is told. */
export const readForeignFile = (file: ForeignFileName, text: string): ForeignFile =>
  file === ".secrets.baseline" ? readDetectSecrets(text, file) : readIgnoreLines(text, file);

/** A secret's SHA-1 as detect-secrets would compute it; several where it sees less than the whole. */
export type HashesOf = (fingerprint: string) => readonly string[];

interface Excuse {
  readonly file: ForeignFile;
  readonly entry: ForeignIgnore;
}

/** All entries, findable. */
export interface ForeignIgnores {
  /** The entry that excuses a finding, and every entry that is about it. */
  readonly ask: (finding: Finding) => {
    readonly by: Suppression | undefined;
    readonly touched: readonly ForeignIgnore[];
  };
}

const isAbout = ({ by }: ForeignIgnore, locations: readonly Location[], hashes: () => readonly string[]): boolean => {
  if ("sha1" in by) return hashes().includes(by.sha1);
  return locations.some(
    (location) =>
      location.line <= by.line &&
      by.line <= location.endLine &&
      (by.commit === undefined || location.commit === by.commit),
  );
};

/**
 * An entry is about a finding when it names one of its places at a path, or its hash there; then it covers all that the finding
 * has at this path, since a commit and a line are only where the other scanner saw it. Every path must be covered.
 */
export const foreignIgnores = (files: readonly ForeignFile[], hashesOf: HashesOf): ForeignIgnores => {
  const byPath = new Map<string, Excuse[]>();
  for (const file of files)
    for (const entry of file.entries) {
      const known = byPath.get(entry.path);
      if (known === undefined) byPath.set(entry.path, [{ file, entry }]);
      else known.push({ file, entry });
    }
  const ask = ({ fingerprint, locations }: Finding) => {
    let known: readonly string[] | undefined;
    const hashes = () => (known ??= hashesOf(fingerprint));
    const paths = new Set(locations.map(({ path }) => path));
    const excuses: Excuse[] = [];
    let covered = 0;
    for (const path of paths) {
      const there = locations.filter((location) => location.path === path);
      const about = (byPath.get(path) ?? []).filter(({ entry }) => isAbout(entry, there, hashes));
      if (about.length > 0) covered++;
      excuses.push(...about);
    }
    const touched = excuses.map(({ entry }) => entry);
    const [first] = excuses;
    if (first === undefined || covered < paths.size) return { by: undefined, touched };
    const { file, entry } = first;
    const where = file.kind === "baseline" ? file.file : `${file.file}, line ${entry.at}`;
    return {
      by: { kind: file.kind, by: where, ...(entry.reason === undefined ? {} : { reason: entry.reason }) },
      touched,
    };
  };
  return { ask };
};

/** Says how many entries no finding needed. */
export const unusedNotes = (files: readonly ForeignFile[], used: ReadonlySet<ForeignIgnore>): readonly string[] =>
  files.flatMap(({ file, entries }) => {
    const unused = entries.filter((entry) => !used.has(entry));
    if (unused.length === 0) return [];
    const places = unused
      .slice(0, maxProblems)
      .map(({ at, path }) => (file === ".secrets.baseline" ? path : `line ${at}`));
    const more = unused.length > maxProblems ? ` and ${unused.length - maxProblems} more` : "";
    const subject = `${unused.length} of ${entries.length} entries of ${file} match`;
    return [`${subject} nothing that was found: ${[...new Set(places)].join(", ")}${more}`];
  });
