#!/usr/bin/env node
import { n as proofs, r as severities } from "./finding.js";
import { a as options, i as oneOf, n as commands, o as splitList, r as formats, t as closest } from "./closest.js";
import { t as UsageError } from "./usage-error.js";
import { parseArgs } from "node:util";
import { readFileSync, writeFileSync } from "node:fs";
// src/command-line/arguments.ts
const planned = [
	"verify",
	"posture",
	"sweep",
	"init"
];
/** What node says about a wrong option, with the option that was meant. */
const flagProblem = ({ message }) => {
	const sentence = message.replace(/\. To specify a positional.*/s, "");
	const unknown = /^Unknown option '--?([^']+)'/.exec(sentence)?.[1];
	if (unknown === void 0) return sentence;
	const meant = closest(unknown, options.map(({ name }) => name));
	return `${sentence}${meant === void 0 ? "" : ` (did you mean --${meant}?)`}: tidewaiter --help lists them all`;
};
const parseFlags = (argv) => {
	const table = Object.fromEntries(options.map((option) => [option.name, {
		type: option.type,
		...option.multiple === void 0 ? {} : { multiple: option.multiple },
		...option.short === void 0 ? {} : { short: option.short }
	}]));
	try {
		const { values, positionals } = parseArgs({
			args: [...argv],
			options: table,
			allowPositionals: true,
			strict: true
		});
		return {
			values,
			positionals
		};
	} catch (error) {
		throw new UsageError(flagProblem(error), { cause: error });
	}
};
const commandOf = (word) => {
	if (word === void 0) return "scan";
	const command = commands.find((known) => known === word);
	if (command !== void 0) return command;
	if (planned.includes(word)) throw new UsageError(`the command ${word} is not part of this version`);
	const path = /[./\\~]/.test(word) ? `; to scan that path: tidewaiter scan ${word}` : "";
	throw new UsageError(`there is no command ${JSON.stringify(word)}: use one of ${commands.join(", ")}${path}`);
};
const aboutOf = (words) => {
	if (words.length > 2) throw new UsageError("help takes one command: tidewaiter help COMMAND");
	return words.length === 2 ? commandOf(words[1]) : void 0;
};
const parseFormat = (text) => {
	const at = text.indexOf("=");
	const format = oneOf("--format", at === -1 ? text : text.slice(0, at), formats);
	const file = at === -1 ? void 0 : text.slice(at + 1);
	if (file === "") throw new UsageError(`--format ${format}=: a file name is missing`);
	return {
		format,
		file
	};
};
const parseFormats = (texts) => {
	const requests = texts.map(parseFormat);
	const onOutput = requests.filter(({ file }) => file === void 0);
	if (onOutput.length > 1) throw new UsageError("one format at most may take standard output: write the others to files, as in --format sarif=FILE");
	return onOutput.length === 1 ? requests : [{
		format: "text",
		file: void 0
	}, ...requests];
};
const checkCommandOptions = (command, values) => {
	for (const option of options) if (values[option.name] !== void 0 && option.commands !== void 0 && !option.commands.includes(command)) throw new UsageError(`--${option.name} belongs to ${option.commands.join(" and ")}, not to ${command}`);
	if (values["verify-engine"] === true && [
		"range",
		"staged",
		"since"
	].some((name) => values[name] !== void 0)) throw new UsageError("--verify-engine compares the whole history");
	const selections = [
		"range",
		"staged",
		"since"
	].filter((name) => values[name] !== void 0);
	if (selections.length > 1) throw new UsageError(`--${selections.join(" and --")} exclude each other`);
};
/** Of the form `os/architecture` or `os/architecture/variant`; a misspelt one would read nothing. */
const checkPlatforms = (platforms) => {
	const wrong = platforms.find((platform) => !/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform));
	if (wrong !== void 0) throw new UsageError(`--platform: ${JSON.stringify(wrong)} is no platform such as linux/arm64`);
	return platforms;
};
/** Commands whose words are not one PATH. */
const wordy = [
	"files",
	"image",
	"rules",
	"explain"
];
const checkPaths = (command, paths) => {
	if (command === "files" && paths.length === 0) throw new UsageError("files needs at least one PATH, or - for standard input");
	if (command === "image" && paths.length === 0) throw new UsageError("image needs at least one image: an archive, a layout or a name in a registry");
	if (!wordy.includes(command) && paths.length > 1) throw new UsageError(`${command} takes one PATH, not ${paths.length}`);
};
/** Parses a command line. Throws a UsageError for what is not one. */
const parseArguments = (argv) => {
	const { values, positionals } = parseFlags(argv);
	const help = values["help"] === true;
	const version = values["version"] === true;
	if (positionals[0] === "help") return {
		help: true,
		about: aboutOf(positionals),
		version: false,
		arguments: void 0
	};
	if (help || version) return {
		help,
		version,
		arguments: void 0
	};
	const command = commandOf(positionals[0]);
	const paths = positionals.slice(1);
	checkPaths(command, paths);
	checkCommandOptions(command, values);
	const text = (name) => values[name];
	const list = (name) => values[name] ?? [];
	const jobs = text("jobs");
	if (jobs !== void 0 && !/^[1-9]\d{0,3}$/.test(jobs)) throw new UsageError(`--jobs: ${JSON.stringify(jobs)} is not a number of threads`);
	return {
		help,
		version,
		arguments: {
			command,
			paths: wordy.includes(command) || paths.length > 0 ? paths : ["."],
			formats: parseFormats(list("format")),
			config: text("config"),
			baseline: text("baseline"),
			failOn: oneOf("--fail-on", text("fail-on"), severities),
			minProof: oneOf("--min-proof", text("min-proof"), proofs),
			only: splitList(list("only")),
			platforms: checkPlatforms(splitList(list("platform"))),
			jobs: jobs === void 0 ? void 0 : Number(jobs),
			range: text("range"),
			staged: values["staged"] === true,
			since: text("since"),
			cache: values["no-cache"] === true ? void 0 : text("cache"),
			verify: values["verify"] === true,
			fetchMissing: values["fetch-missing"] === true,
			noArchives: values["no-archives"] === true,
			verifyEngine: values["verify-engine"] === true,
			showSecrets: values["show-secrets"] === true,
			includeIgnored: values["include-ignored"] === true,
			allowIncomplete: values["allow-incomplete"] === true,
			quiet: values["quiet"] === true,
			color: values["no-color"] !== true
		}
	};
};
// src/command-line/help.ts
const usage = `Tidewaiter finds committed credentials and kubeconfigs.

  tidewaiter scan [PATH]     history and work tree of a repository, or the files of a folder (the default)
  tidewaiter git [PATH]      history: every object, reachable or not
  tidewaiter files PATH...   files and folders as they are; - reads standard input
  tidewaiter image IMAGE...  every layer of a container image: in a registry, an archive, an OCI layout, docker://NAME
  tidewaiter rules list      the rules, those of the configuration too; narrowed by --only
  tidewaiter rules services  the services whose keys are known by the words beside them
  tidewaiter rules show ID   what a rule looks for and what it is worth
  tidewaiter rules test ID FILE...    what one rule makes of files, step by step; - reads standard input
  tidewaiter rules import FILE        turns a configuration of gitleaks or betterleaks into ours
  tidewaiter explain FILE[:LINE]...   why something in a file is reported or not; - reads standard input
  tidewaiter explain FINGERPRINT REPORT   the same for a finding of a JSON report
  tidewaiter help [COMMAND]  this text, or what concerns one command
`;
const flagOf = ({ name, short, value }) => `${short === void 0 ? "    " : `-${short}, `}--${name}${value === void 0 ? "" : ` ${value}`}`;
const line = (option) => {
	const notes = [option.choices === void 0 ? "" : ` One of ${option.choices.join(", ")}.`, option.default === void 0 ? "" : ` Default: ${option.default}.`];
	return `  ${flagOf(option).padEnd(30)} ${option.meaning}${notes.join("")}`;
};
const statuses$1 = `Exit status: 0 nothing that counts, 1 findings, 2 wrong use or configuration, 3 something could not be read.`;
const usageOf = (command) => usage.split("\n").filter((text) => text.startsWith(`  tidewaiter ${command} `)).join("\n");
/** What all commands do, or one of them with the options that it takes. */
const helpText = (about) => {
	const taken = options.filter(({ commands }) => about === void 0 || (commands?.includes(about) ?? true));
	return [
		about === void 0 ? usage : `${usageOf(about)}\n`,
		"Options:",
		...taken.map(line),
		"",
		statuses$1,
		""
	].join("\n");
};
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
	if (asked.help) process.stdout.write(helpText(asked.about));
	if (asked.arguments === void 0) return 0;
	if (asked.arguments.command === "rules") return (await import("./rules-command.js")).rulesCommand(asked.arguments);
	if (asked.arguments.command === "explain") return (await import("./explain-command2.js")).explainCommand(asked.arguments);
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
