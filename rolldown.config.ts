import { defineConfig } from "rolldown";
import { executable } from "./build/executable.ts";
import { licenses } from "./build/licenses.ts";
import { inlinePatterns } from "./build/patterns.ts";

export default defineConfig({
  input: { action: "src/action.ts", cli: "src/cli.ts" },
  platform: "node",
  transform: { target: "node20" },
  plugins: [inlinePatterns, licenses, executable],
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
  },
});
