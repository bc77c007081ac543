import { loadConfiguration } from "../policy/configuration.ts";
import { UsageError } from "../usage-error.ts";
import {
  type Allowed,
  allowlistsFor,
  joinAllowed,
  type Owner,
  type PathIgnore,
  type Remark,
  readAllowlists,
} from "./allowlists.ts";
import { type Filter, readFilter } from "./expr-filter.ts";
import {
  numberAt,
  readScannerConfig,
  type ScannerConfig,
  type Table,
  tablesAt,
  textAt,
  textsAt,
} from "./scanner-config.ts";
import { nameSecretGroup } from "./secret-group.ts";

/** A rule as our configuration has it. */
export interface WrittenRule {
  readonly id: string;
  readonly title: string;
  readonly severity: "high";
  readonly expression: string;
  readonly anchors?: readonly string[];
  readonly minEntropy?: number;
  readonly except?: readonly string[];
}

export interface Imported {
  readonly rules: readonly WrittenRule[];
  readonly ignores: readonly PathIgnore[];
  /** Everything that was not taken as it is, in the order of lines. */
  readonly remarks: readonly Remark[];
}

const idOf = (text: string): string => {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return plain.slice(0, 80).replace(/-+$/, "") || "rule";
};

const titleOf = (table: Table, id: string): string =>
  (textAt(table, "description") ?? "").replace(/\s+/g, " ").trim().slice(0, 500) || id;

/** Keys of a rule that say nothing of what it finds. */
const quiet = new Set([
  "id",
  "description",
  "regex",
  "entropy",
  "secretgroup",
  "keywords",
  "allowlist",
  "allowlists",
  "filter",
  "tags",
]);

const unknownKeys: Readonly<Record<string, string>> = {
  path: "a rule of ours looks into all files: narrow it with an ignore for the other paths",
  validate: "a custom rule makes no requests",
  required: "a rule that needs a second one nearby is not known to us: the rule alone was taken",
  skipreport: "every rule reports",
};

const remarkOnKeys = (table: Table, name: string, { lines }: ScannerConfig): readonly Remark[] =>
  Object.keys(table.values)
    .filter((key) => !quiet.has(key))
    .map((key) => ({
      line: lines.of(`${table.path}.${key}`),
      text: `${name}: ${key} was not taken: ${unknownKeys[key] ?? "it is unknown to us"}`,
    }));

/** As text between single quotes in YAML reads back. */
const wholeFile = (rule: WrittenRule): string => JSON.stringify({ rules: [rule] });

const problemOf = async (rule: WrittenRule): Promise<string | undefined> => {
  try {
    await loadConfiguration(wholeFile(rule), "it");
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replace(/^it:\d+:\d+: /, "").replace(/^the expression of rule \S+: /, "");
  }
};

/** Keywords are found in any case; anchors are not, so each is written in the cases that people use. */
const anchorsFrom = (keywords: readonly string[]): readonly string[] => {
  const cases = keywords.flatMap((word) => {
    const lower = word.toLowerCase();
    return [lower, lower.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
  });
  return [...new Set(cases)]
    .filter((word) => Buffer.byteLength(word) >= 2 && Buffer.byteLength(word) <= 100)
    .slice(0, 300);
};

interface Tried {
  readonly rule: WrittenRule | undefined;
  readonly said: readonly string[];
}

const withoutBadExceptions = async (rule: WrittenRule): Promise<Tried> => {
  const said: string[] = [];
  const kept: string[] = [];
  for (const exception of rule.except ?? []) {
    const { anchors: _, except: __, ...bare } = rule;
    const problem = await problemOf({ ...bare, expression: "tidewaiter_[0-9]", except: [exception] });
    if (problem === undefined) kept.push(exception);
    else said.push(`an exception was not taken: ${problem}`);
  }
  const { except: _, ...bare } = rule;
  return { rule: kept.length === 0 ? bare : { ...bare, except: kept }, said };
};

/** The rule as it passes our configuration: with keywords for anchors where its expression tells none. */
const fit = async (given: WrittenRule, keywords: readonly string[]): Promise<Tried> => {
  const { rule, said } = await withoutBadExceptions(given);
  const problem = await problemOf(rule!);
  if (problem === undefined) return { rule, said };
  const anchors = anchorsFrom(keywords);
  if (!problem.includes("`anchors`") || anchors.length === 0)
    return { rule: undefined, said: [`the rule was not taken: ${problem}`] };
  const anchored: WrittenRule = { ...rule!, anchors };
  const second = await problemOf(anchored);
  if (second !== undefined) return { rule: undefined, said: [`the rule was not taken: ${second}`] };
  return {
    rule: anchored,
    said: [
      ...said,
      "its keywords became anchors: they must stand within 4096 bytes of the secret, not anywhere in the file",
    ],
  };
};

const filterOf = (table: Table): Filter => readFilter(textAt(table, "filter") ?? "");

interface ImportedRule {
  readonly rule: WrittenRule | undefined;
  readonly allowed: Allowed;
}

const importRule = async (table: Table, id: string, config: ScannerConfig): Promise<ImportedRule> => {
  const original = textAt(table, "id") ?? "";
  const name = `rule ${JSON.stringify(original || id)}`;
  const lineOf = (key: string) => config.lines.of(`${table.path}.${key}`);
  const remark = (key: string, text: string): Remark => ({ line: lineOf(key), text: `${name}: ${text}` });
  const regex = textAt(table, "regex");
  const remarks: Remark[] = [...remarkOnKeys(table, name, config)];
  if (regex === undefined || regex === "") {
    const why =
      textAt(table, "path") === undefined
        ? "it has no regex"
        : "it looks at paths alone, and a finding of ours is in a file's content";
    return {
      rule: undefined,
      allowed: { except: [], ignores: [], remarks: [remark("id", `the rule was not taken: ${why}`)] },
    };
  }
  const owner: Owner = { check: `secrets/custom-${id}`, name, hasRule: true };
  const allowed = joinAllowed([readAllowlists(table, owner, config), allowlistsFor(original, owner, config)]);
  const grouped = nameSecretGroup(regex, numberAt(table, "secretgroup"));
  if (grouped.problem !== undefined) remarks.push(remark("regex", grouped.problem));
  const filter = filterOf(table);
  for (const part of filter.left)
    remarks.push(remark("filter", `this part of its filter was not taken: ${part.slice(0, 200)}`));
  const entropy = Math.max(numberAt(table, "entropy") ?? 0, filter.minEntropy ?? 0);
  const except = [...allowed.except, ...filter.except];
  const { rule, said } = await fit(
    {
      id,
      title: titleOf(table, id),
      severity: "high",
      expression: grouped.expression,
      ...(entropy > 0 ? { minEntropy: Math.min(8, entropy) } : {}),
      ...(except.length > 0 ? { except } : {}),
    },
    textsAt(table, "keywords"),
  );
  remarks.push(...said.map((text) => remark("regex", text)));
  const ignores = rule === undefined ? [] : allowed.ignores;
  return { rule, allowed: { except: [], ignores, remarks: [...remarks, ...allowed.remarks] } };
};

const remarksOnExtend = ({ root, lines }: ScannerConfig): readonly Remark[] =>
  tablesAt(root, "extend").flatMap((table): Remark[] => {
    const at = (key: string) => lines.of(`${table.path}.${key}`);
    const disabled = textsAt(table, "disabledrules");
    return [
      ...(textAt(table, "path") === undefined
        ? []
        : [
            {
              line: at("path"),
              text: `extend.path was not followed: import ${JSON.stringify(textAt(table, "path"))} too`,
            },
          ]),
      ...(disabled.length === 0
        ? []
        : [
            {
              line: at("disabledrules"),
              text: `disabledRules were not taken: ${disabled.slice(0, 20).join(", ")} are rules of the other scanner; ignore a check of ours by its id`,
            },
          ]),
    ];
  });

const remarksOnRoot = ({ root, lines }: ScannerConfig): readonly Remark[] =>
  ["prefilter", "filter"]
    .filter((key) => textAt(root, key) !== undefined)
    .map((key) => ({
      line: lines.of(key),
      text: `the ${key} for all rules was not taken: say it as ignores with a path`,
    }));

const distinct = (ignores: readonly PathIgnore[]): readonly PathIgnore[] => [
  ...new Map(ignores.map((ignore) => [`${ignore.check} ${ignore.path}`, ignore])).values(),
];

/** Turns a configuration of gitleaks (v8) or betterleaks into ours. Throws a UsageError where it is no TOML. */
export const importConfig = async (text: string, file: string): Promise<Imported> => {
  const config = readScannerConfig(text, file);
  const general = readAllowlists(config.root, { check: "secrets", name: "allowlist", hasRule: false }, config);
  const rules: WrittenRule[] = [];
  const parts: Allowed[] = [
    general,
    { except: [], ignores: [], remarks: [...remarksOnExtend(config), ...remarksOnRoot(config)] },
  ];
  const used = new Set<string>();
  for (const table of config.rules) {
    const base = idOf(textAt(table, "id") ?? "");
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base.slice(0, 74)}-${n}`;
    used.add(id);
    const { rule, allowed } = await importRule(table, id, config);
    if (rule !== undefined) rules.push(rule);
    parts.push(allowed);
  }
  const { ignores, remarks } = joinAllowed(parts);
  return { rules, ignores: distinct(ignores), remarks: [...remarks].sort((a, b) => a.line - b.line) };
};
