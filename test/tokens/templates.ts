import type { PatternRule } from "../../src/detect/pattern-file.ts";
import { patternFiles } from "./pattern-files.ts";

/** Rules as they are written, by the check that they become. */
export const written: ReadonlyMap<string, PatternRule> = new Map(
  patternFiles.flatMap(({ file }) => file.rules.map((rule) => [`secrets/${file.provider}-${rule.id}`, rule])),
);

/** All templates of a rule, of what it finds and of what it does not. */
export const templatesOf = (check: string): readonly string[] => {
  const { match, miss } = written.get(check)!;
  return [...match, ...miss];
};
