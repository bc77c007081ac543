import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { lexicon } from "../patterns/lexicon.ts";
import { rules } from "../patterns/load.ts";

const patterns = fileURLToPath(new URL("../patterns/load.ts", import.meta.url));
const services = fileURLToPath(new URL("../patterns/lexicon.ts", import.meta.url));

const inlined = (id: string): string | null => {
  if (id === patterns) return `export const rules = ${JSON.stringify(rules, null, 1)};`;
  return id === services ? `export const lexicon = ${JSON.stringify(lexicon)};` : null;
};

/** Rules and lexicon become data in the bundle: nothing is read or parsed when the scanner starts. */
export const inlinePatterns: Plugin = { name: "inline-patterns", load: inlined };
