import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { parsePatternFile } from "../src/detect/pattern-file.ts";
import type { Rule } from "../src/detect/rule.ts";

const folder = new URL(".", import.meta.url);

/** All rules of this folder, in the order of file names. The bundler runs this module once and keeps its result. */
export const rules: readonly Rule[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .flatMap((name) => parsePatternFile(name, parse(readFileSync(new URL(name, folder), "utf8"))));
