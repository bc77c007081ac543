import { defineConfig } from "rolldown";
import { inlineEngine, preparedRules } from "./build/engine.ts";
import { executable } from "./build/executable.ts";
import { kernel } from "./build/kernel.ts";
import { licenses } from "./build/licenses.ts";
import { patternsAsData } from "./build/patterns.ts";

export default defineConfig({
  input: { action: "src/action.ts", cli: "src/cli.ts", worker: "src/worker.ts" },
  platform: "node",
  transform: { target: "node20" },
  plugins: [inlineEngine, patternsAsData, kernel, preparedRules, licenses, executable],
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    entryFileNames: "[name].js",
    // one folder: modules find worker.js and kernel.wasm beside them, as they do in src/
    chunkFileNames: "[name].js",
  },
});
