import { readFileSync } from "node:fs";
import { stringify } from "yaml";
import { importConfig } from "../moving-in/import-config.ts";
import { maxScannerConfig } from "../moving-in/scanner-config.ts";
import { escapeTerminal } from "../report/escape-terminal.ts";
import { UsageError } from "../usage-error.ts";

const read = (file: string): string => {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > maxScannerConfig) throw new UsageError(`${file}: too large for a configuration`);
    return bytes.toString("utf8");
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: ${(error as Error).message}`, { cause: error });
  }
};

/** Prints our configuration to standard output, and what was not taken, with its line, to standard error. */
export const importRules = async ([file, ...more]: readonly string[]): Promise<number> => {
  if (file === undefined || more.length > 0)
    throw new UsageError("rules import needs one FILE: a TOML of gitleaks or betterleaks");
  const { rules, ignores, remarks } = await importConfig(read(file), file);
  for (const { line, text } of remarks) process.stderr.write(`${file}:${line}: ${escapeTerminal(text)}\n`);
  const head = `# Imported by tidewaiter rules import: ${rules.length} rules, ${ignores.length} ignores; ${remarks.length} remarks on standard error.\n`;
  const written = { ...(ignores.length === 0 ? {} : { ignores }), ...(rules.length === 0 ? {} : { rules }) };
  process.stdout.write(head + (rules.length + ignores.length === 0 ? "" : stringify(written, { lineWidth: 0 })));
  process.stderr.write(
    `tidewaiter: ${rules.length} rules and ${ignores.length} ignores taken, ${remarks.length} remarks\n`,
  );
  return 0;
};
