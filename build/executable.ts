import { chmodSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/** `bin` scripts run by name only with the executable bit. */
export const executable: Plugin = {
  name: "executable",
  writeBundle({ dir }) {
    chmodSync(join(dir ?? "dist", "cli.js"), 0o755);
  },
};
