import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { rules } from "../patterns/load.ts";

const patterns = fileURLToPath(new URL("../patterns/load.ts", import.meta.url));

/** The rules become data in the bundle: nothing is read or parsed when the scanner starts. */
export const inlinePatterns: Plugin = {
  name: "inline-patterns",
  load: (id) => (id === patterns ? `export const rules = ${JSON.stringify(rules, null, 1)};` : null),
};
