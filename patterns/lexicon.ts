import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("lexicon/", import.meta.url);

/** The rows of `lexicon/`, in the order of file names. The bundler runs this module once and keeps its result. */
export const lexicon: string = readdirSync(folder)
  .filter((name) => name.endsWith(".tsv"))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("");
