import type { Conclusion, Severity } from "../finding.ts";
import { markdownCode } from "./escape-markdown.ts";

export const conclusionIcons: Readonly<Record<Conclusion, string>> = { pass: "✅", fail: "❌", incomplete: "⚠️" };

export const severityIcons: Readonly<Record<Severity, string>> = {
  critical: "🔴",
  high: "🟠",
  medium: "🟡",
  low: "🔵",
  info: "⚪",
};

/** How to silence one finding, folded away; `where` follows the name of the configuration. */
export const howToSilence = (check: string, fingerprint: string, where = ""): readonly string[] => [
  "<details><summary>To silence one finding</summary>",
  "",
  "A secret that was committed is exposed: revoke it first. For what is harmless, put a comment on its line,",
  `${markdownCode(`tidewaiter:ignore ${check} -- reason`, "prose")}, or an entry into ${markdownCode(".github/tidewaiter.yml", "prose")}${where}:`,
  "",
  "```yaml",
  "ignores:",
  `  - fingerprint: ${fingerprint}`,
  "    reason: why it is harmless",
  "```",
  "",
  "</details>",
];
