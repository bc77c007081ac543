import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";
import { rules } from "../patterns/load.ts";
import { prepare } from "../src/detect/prepared.ts";
import { preparedName, writePrepared } from "../src/detect/prepared-file.ts";
import { documentParsers } from "../src/documents/registry.ts";
import { engine } from "../src/engine.ts";
import { kubeconfigParser } from "../src/kubeconfig/parser.ts";

const source = fileURLToPath(new URL("../src/engine.ts", import.meta.url));

/** The name of this version becomes a constant. */
export const inlineEngine: Plugin = {
  name: "inline-engine",
  load: (id) => (id === source ? `export const engine = () => ${JSON.stringify(engine())};` : null),
};

/** Prepares the rules of `patterns/`, so that no run has to. */
export const preparedRules: Plugin = {
  name: "prepared-rules",
  async generateBundle() {
    const prepared = await prepare(rules, [kubeconfigParser, ...documentParsers]);
    this.emitFile({ type: "asset", fileName: preparedName, source: writePrepared(prepared, engine()) });
  },
};
