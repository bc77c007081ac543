import { parse, TomlError } from "smol-toml";
import { isJsonObject } from "../json-object.ts";
import { UsageError } from "../usage-error.ts";
import { type TomlLines, tomlLines } from "./toml-lines.ts";

/** A table of a configuration, with the path that finds its lines. */
export interface Table {
  readonly values: Readonly<Record<string, unknown>>;
  readonly path: string;
}

/** A configuration of gitleaks or betterleaks as it is written. */
export interface ScannerConfig {
  readonly root: Table;
  readonly rules: readonly Table[];
  readonly lines: TomlLines;
}

/** The default configurations of both have 150 KB. */
export const maxScannerConfig = 8 << 20;

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isJsonObject(value) && !(value instanceof Date);

/** A table, or a list of tables, below another. */
export const tablesAt = ({ values, path }: Table, name: string): readonly Table[] => {
  const value = values[name];
  const below = path === "" ? name : `${path}.${name}`;
  if (isTable(value)) return [{ values: value, path: below }];
  if (!Array.isArray(value)) return [];
  return value.filter(isTable).map((table, index) => ({ values: table, path: `${below}[${index}]` }));
};

export const textAt = ({ values }: Table, name: string): string | undefined =>
  typeof values[name] === "string" ? (values[name] as string) : undefined;

export const numberAt = ({ values }: Table, name: string): number | undefined => {
  const value = values[name];
  return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : undefined;
};

export const textsAt = ({ values }: Table, name: string): readonly string[] => {
  const value = values[name];
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
};

/** Go reads keys without regard to case (viper), so `secretgroup` means `secretGroup`. */
const lowerKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerKeys(inner)]));
};

/** Reads TOML. Throws a UsageError with line and column. */
export const readScannerConfig = (text: string, file: string): ScannerConfig => {
  if (text.length > maxScannerConfig) throw new UsageError(`${file}: too large for a configuration`);
  const plain = text.replace(/^\ufeff/, "");
  let values: unknown;
  try {
    values = lowerKeys(parse(plain));
  } catch (error) {
    const [place, what] =
      error instanceof TomlError ? [`:${error.line}:${error.column}`, "is no TOML"] : ["", "cannot be read"];
    throw new UsageError(`${file}${place}: ${what}: ${(error as Error).message.split("\n")[0]}`, { cause: error });
  }
  const root: Table = { values: values as Table["values"], path: "" };
  return { root, rules: tablesAt(root, "rules"), lines: tomlLines(plain) };
};
