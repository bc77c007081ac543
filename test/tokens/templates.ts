import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { PatternFile, PatternRule } from "../../src/detect/pattern-file.ts";

const folder = new URL("../../patterns/", import.meta.url);

/** The files of `patterns/` as they are written. */
export const patternFiles: readonly { readonly name: string; readonly file: PatternFile }[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({ name, file: parse(readFileSync(new URL(name, folder), "utf8")) }));

/** Rules as they are written, by the check that they become. */
export const written: ReadonlyMap<string, PatternRule> = new Map(
  patternFiles.flatMap(({ file }) => file.rules.map((rule) => [`secrets/${file.provider}-${rule.id}`, rule])),
);

/** All templates of a rule, of what it finds and of what it does not. */
export const templatesOf = (check: string): readonly string[] => {
  const { match, miss } = written.get(check)!;
  return [...match, ...miss];
};
