#!/usr/bin/env node
import { i as options, n as parseArguments } from "./arguments.js";
import { readFileSync, writeFileSync } from "node:fs";
// src/help.ts
const usage = `Tidewaiter finds committed credentials and kubeconfigs.

  tidewaiter scan [PATH]     history and work tree of a repository, or the files of a folder
  tidewaiter git [PATH]      history: every object, reachable or not
  tidewaiter files PATH...   files and folders as they are; - reads standard input
`;
const flagOf = ({ name, short, value }) => `${short === void 0 ? "    " : `-${short}, `}--${name}${value === void 0 ? "" : ` ${value}`}`;
const line = (option) => {
	const notes = [option.choices === void 0 ? "" : ` One of ${option.choices.join(", ")}.`, option.default === void 0 ? "" : ` Default: ${option.default}.`];
	return `  ${flagOf(option).padEnd(30)} ${option.meaning}${notes.join("")}`;
};
const statuses$1 = `Exit status: 0 nothing that counts, 1 findings, 2 wrong use or configuration, 3 something could not be read.`;
const helpText = () => [
	usage,
	"Options:",
	...options.map(line),
	"",
	statuses$1,
	""
].join("\n");
// src/cli.ts
const version = () => JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
/** The first Ctrl-C ends the reading and reports what was read; the second ends the process. */
const interruption = () => {
	const controller = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => controller.abort());
	return controller.signal;
};
/** Runs the command line; gives the exit status. */
const main = async (argv) => {
	const asked = parseArguments(argv);
	if (asked.version) process.stdout.write(`${version()}\n`);
	if (asked.help) process.stdout.write(helpText());
	if (asked.arguments === void 0) return 0;
	const { scanCommand } = await import("./command.js");
	return scanCommand(asked.arguments, { write: (file, text) => writeFileSync(file, text) }, interruption());
};
/** Errors whose message is meant for the user; others are faults of ours and show where they happened. */
const statuses = {
	UsageError: 2,
	OpenError: 3,
	GitError: 3
};
const explain = (error) => {
	const { name, message, stack } = error;
	const status = statuses[name];
	process.stderr.write(`tidewaiter: ${status === void 0 ? stack ?? error : message}\n`);
	return status ?? 3;
};
process.exitCode = await main(process.argv.slice(2)).catch(explain);
export {};
