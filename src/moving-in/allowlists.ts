import { quoteExpression } from "../quote-expression.ts";
import { globsOfPath } from "./path-glob.ts";
import { type ScannerConfig, type Table, tablesAt, textAt, textsAt } from "./scanner-config.ts";

/** Something that was not taken as it is, and where it stands. */
export interface Remark {
  readonly line: number;
  readonly text: string;
}

/** An ignore by path. */
export interface PathIgnore {
  readonly path: string;
  readonly check: string;
  readonly reason: string;
}

/** What allowlists become. */
export interface Allowed {
  /** Expressions over a rule's secret. */
  readonly except: readonly string[];
  readonly ignores: readonly PathIgnore[];
  readonly remarks: readonly Remark[];
}

export const nothingAllowed: Allowed = { except: [], ignores: [], remarks: [] };

export const joinAllowed = (parts: readonly Allowed[]): Allowed => ({
  except: parts.flatMap(({ except }) => except),
  ignores: parts.flatMap(({ ignores }) => ignores),
  remarks: parts.flatMap(({ remarks }) => remarks),
});

/** Words are looked for anywhere in a secret, in any case (gitleaks, README: `stopwords`). */
const wordsExpression = (words: readonly string[]): readonly string[] => {
  const expressions: string[] = [];
  let line = "";
  for (const word of words.map(quoteExpression)) {
    if (line !== "" && line.length + word.length > 1500) {
      expressions.push(`(?i)${line}`);
      line = "";
    }
    line += line === "" ? word : `|${word}`;
  }
  return line === "" ? [] : [...expressions, `(?i)${line}`];
};

/** For whom an allowlist is meant. */
export interface Owner {
  /** The check of the rule, or `secrets` for all. */
  readonly check: string;
  readonly name: string;
  /** Whether the rule is one that is imported: only those can carry exceptions. */
  readonly hasRule: boolean;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 400);

const pathsOf = (table: Table, owner: Owner, at: (key: string) => number): Allowed => {
  const ignores: PathIgnore[] = [];
  const remarks: Remark[] = [];
  const description = oneLine(textAt(table, "description") ?? "");
  for (const expression of textsAt(table, "paths")) {
    const globs = globsOfPath(expression);
    if (globs === undefined)
      remarks.push({
        line: at("paths"),
        text: `${owner.name}: the path ${JSON.stringify(expression)} cannot be told as a glob: add an ignore with a path that means the same`,
      });
    else
      ignores.push(
        ...globs.map((path) => ({
          path,
          check: owner.check,
          reason: description || "Allowed by the configuration that was imported.",
        })),
      );
  }
  return { except: [], ignores, remarks };
};

const secretsOf = (table: Table, owner: Owner, at: (key: string) => number): Allowed => {
  const target = (textAt(table, "regextarget") ?? "secret").toLowerCase();
  const regexes = textsAt(table, "regexes");
  const words = textsAt(table, "stopwords");
  if (regexes.length === 0 && words.length === 0) return nothingAllowed;
  const refused = (key: string, why: string): Allowed => ({
    ...nothingAllowed,
    remarks: [{ line: at(key), text: `${owner.name}: ${key} were not taken: ${why}` }],
  });
  if (!owner.hasRule) {
    const why =
      "an allowlist for all rules cannot reach the rules that come with Tidewaiter, which know fillers themselves";
    return joinAllowed([
      regexes.length > 0 ? refused("regexes", why) : nothingAllowed,
      words.length > 0 ? refused("stopwords", why) : nothingAllowed,
    ]);
  }
  const taken: Allowed = { ...nothingAllowed, except: wordsExpression(words) };
  if (regexes.length === 0) return taken;
  if (target !== "secret" && target !== "")
    return joinAllowed([
      taken,
      refused("regexes", `they look at the ${target}, and exceptions look at the secret alone`),
    ]);
  return joinAllowed([taken, { ...nothingAllowed, except: regexes }]);
};

const isBoth = (table: Table): boolean => /^(?:and|&&)$/i.test(textAt(table, "condition") ?? "");

const kindsIn = (table: Table): readonly string[] =>
  ["paths", "regexes", "stopwords", "commits"].filter((key) => textsAt(table, key).length > 0);

const oneAllowlist = (table: Table, owner: Owner, { lines }: ScannerConfig): Allowed => {
  const at = (key: string) => lines.of(`${table.path}.${key}`);
  if (isBoth(table) && kindsIn(table).length > 1)
    return {
      ...nothingAllowed,
      remarks: [
        {
          line: at("condition"),
          text: `${owner.name}: an allowlist whose conditions must all hold was not taken: add an ignore with check and path`,
        },
      ],
    };
  const commits = textsAt(table, "commits");
  const remarks: readonly Remark[] =
    commits.length === 0
      ? []
      : [
          {
            line: at("commits"),
            text: `${owner.name}: ${commits.length} commits were not taken: a finding is ignored by its fingerprint, which no commit changes`,
          },
        ];
  return joinAllowed([pathsOf(table, owner, at), secretsOf(table, owner, at), { ...nothingAllowed, remarks }]);
};

/** The allowlists of a table, in both spellings. */
export const readAllowlists = (table: Table, owner: Owner, config: ScannerConfig): Allowed =>
  joinAllowed(
    [...tablesAt(table, "allowlist"), ...tablesAt(table, "allowlists")]
      .filter((each) => textsAt(each, "targetrules").length === 0)
      .map((each) => oneAllowlist(each, owner, config)),
  );

/** Allowlists of the whole file that name the rules for which they hold. */
export const allowlistsFor = (id: string, owner: Owner, config: ScannerConfig): Allowed =>
  joinAllowed(
    tablesAt(config.root, "allowlists")
      .filter((each) => textsAt(each, "targetrules").includes(id))
      .map((each) => oneAllowlist(each, owner, config)),
  );
