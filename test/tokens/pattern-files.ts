import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { PatternFile } from "../../src/detect/pattern-file.ts";

const folder = new URL("../../patterns/", import.meta.url);

/** The files of `patterns/` as they are written. `strip.cjs` runs this module once and keeps its result. */
export const patternFiles: readonly { readonly name: string; readonly file: PatternFile }[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({ name, file: parse(readFileSync(new URL(name, folder), "utf8")) }));
