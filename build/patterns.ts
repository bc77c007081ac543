import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { lexicon } from "../patterns/lexicon.ts";
import { rules } from "../patterns/load.ts";

const patterns = fileURLToPath(new URL("../patterns/load.ts", import.meta.url));
const services = fileURLToPath(new URL("../patterns/lexicon.ts", import.meta.url));

/** A module that reads its value from a file beside it: as a part of the code the engine would look through it twice before (15 ms in each thread, measured). */
const readFrom = (file: string, name: string): string =>
  [
    'import { readFileSync } from "node:fs";',
    `export const ${name} = JSON.parse(readFileSync(new URL("${file}", import.meta.url), "utf8"));`,
  ].join("\n");

/** Rules and lexicon become data beside the bundle: no YAML is parsed when the scanner starts. */
export const patternsAsData: Plugin = {
  name: "patterns-as-data",
  load(id) {
    if (id === patterns) {
      this.emitFile({ type: "asset", fileName: "rules.json", source: JSON.stringify(rules, null, 1) });
      return readFrom("rules.json", "rules");
    }
    if (id !== services) return null;
    this.emitFile({ type: "asset", fileName: "lexicon.json", source: JSON.stringify(lexicon, null, 1) });
    return readFrom("lexicon.json", "lexicon");
  },
};
