#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";
import { parseArguments } from "./command-line/arguments.ts";
import { helpText } from "./command-line/help.ts";

const version = (): string =>
  (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;

/** The first Ctrl-C ends the reading and reports what was read; the second ends the process. */
const interruption = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort());
  return controller.signal;
};

/** Runs the command line; gives the exit status. */
const main = async (argv: readonly string[]): Promise<number> => {
  const asked = parseArguments(argv);
  if (asked.version) process.stdout.write(`${version()}\n`);
  if (asked.help) process.stdout.write(helpText(asked.about));
  if (asked.arguments === undefined) return 0;
  if (asked.arguments.command === "rules")
    return (await import("./command-line/rules-command.ts")).rulesCommand(asked.arguments);
  if (asked.arguments.command === "explain")
    return (await import("./command-line/explain-command.ts")).explainCommand(asked.arguments);
  const { scanCommand } = await import("./command-line/command.ts");
  return scanCommand(asked.arguments, { write: (file, text) => writeFileSync(file, text) }, interruption());
};

/** Errors whose message is meant for the user; others are faults of ours and show where they happened. */
const statuses: Readonly<Record<string, 2 | 3>> = { UsageError: 2, OpenError: 3, GitError: 3 };

const explain = (error: unknown): number => {
  const { name, message, stack } = error as Error;
  const status = statuses[name];
  process.stderr.write(`tidewaiter: ${status === undefined ? (stack ?? error) : message}\n`);
  return status ?? 3;
};

process.exitCode = await main(process.argv.slice(2)).catch(explain);
