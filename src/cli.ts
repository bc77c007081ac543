#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";
import { parseArguments } from "./arguments.ts";
import { helpText } from "./help.ts";
import { UsageError } from "./usage-error.ts";

const version = (): string =>
  (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;

/** Runs the command line; gives the exit status. */
const main = async (argv: readonly string[]): Promise<number> => {
  const asked = parseArguments(argv);
  if (asked.version) process.stdout.write(`${version()}\n`);
  if (asked.help) process.stdout.write(helpText());
  if (asked.arguments === undefined) return 0;
  const { scanCommand } = await import("./command.ts");
  return scanCommand(asked.arguments, { write: (file, text) => writeFileSync(file, text) });
};

const explain = (error: unknown): number => {
  const known = error instanceof UsageError;
  process.stderr.write(known ? `tidewaiter: ${error.message}\n` : `tidewaiter: ${(error as Error).stack ?? error}\n`);
  return known ? 2 : 3;
};

process.exitCode = await main(process.argv.slice(2)).catch(explain);
