import { n as proofs, r as severities } from "./finding.js";
import { parseArgs } from "node:util";
// src/usage-error.ts
/** Wrong use or configuration: exit status 2. The message says what is wrong and what would be right. */
var UsageError = class extends Error {
	name = "UsageError";
};
// src/options.ts
const commands = [
	"scan",
	"git",
	"files"
];
const formats = [
	"text",
	"json",
	"jsonl",
	"sarif",
	"markdown"
];
const options = [
	{
		name: "format",
		type: "string",
		multiple: true,
		value: "FORMAT[=FILE]",
		meaning: `Report format, to a file when one is named; repeatable. One of ${formats.join(", ")}.`,
		default: "text"
	},
	{
		name: "config",
		type: "string",
		value: "FILE",
		meaning: "Configuration file; else .github/tidewaiter.yml or tidewaiter.yml."
	},
	{
		name: "baseline",
		type: "string",
		value: "FILE",
		key: "baseline",
		meaning: "A JSON report of before: what it lists does not count."
	},
	{
		name: "fail-on",
		type: "string",
		value: "SEVERITY",
		key: "failOn",
		choices: severities,
		meaning: "The lowest severity that fails the run.",
		default: "medium"
	},
	{
		name: "only",
		type: "string",
		multiple: true,
		value: "CHECK",
		key: "only",
		meaning: "Only checks with these ids or leading parts of ids; comma-separated, repeatable."
	},
	{
		name: "min-proof",
		type: "string",
		value: "PROOF",
		key: "minProof",
		choices: proofs,
		meaning: "The weakest proof that is reported.",
		default: "generic"
	},
	{
		name: "jobs",
		type: "string",
		value: "N",
		meaning: "Threads that read history; as many as the machine has cores when absent."
	},
	{
		name: "no-cache",
		type: "boolean",
		meaning: "Neither read nor write a cache; this version keeps none."
	},
	{
		name: "range",
		type: "string",
		value: "A..B",
		commands: ["git", "scan"],
		meaning: "Only what these commits bring in."
	},
	{
		name: "staged",
		type: "boolean",
		commands: ["git", "scan"],
		meaning: "Only what the next commit would bring in."
	},
	{
		name: "since",
		type: "string",
		value: "DATE",
		commands: ["git", "scan"],
		meaning: "Only what commits after this date bring in."
	},
	{
		name: "show-secrets",
		type: "boolean",
		meaning: "Add the secrets themselves to JSON output."
	},
	{
		name: "include-ignored",
		type: "boolean",
		meaning: "List ignored findings too, marked as such."
	},
	{
		name: "allow-incomplete",
		type: "boolean",
		meaning: "Judge what was read even when something could not be."
	},
	{
		name: "quiet",
		type: "boolean",
		short: "q",
		meaning: "Print findings only: no progress, no coverage."
	},
	{
		name: "no-color",
		type: "boolean",
		meaning: "Plain text, also on a terminal."
	},
	{
		name: "help",
		type: "boolean",
		short: "h",
		meaning: "Explain the command."
	},
	{
		name: "version",
		type: "boolean",
		short: "V",
		meaning: "Print the version."
	}
];
// src/arguments.ts
const planned = [
	"image",
	"verify",
	"posture",
	"sweep",
	"rules",
	"explain",
	"init"
];
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
		throw new UsageError(error.message.replace(/\. To specify a positional.*/s, ""), { cause: error });
	}
};
const commandOf = (word) => {
	if (word === void 0) throw new UsageError(`which command? One of ${commands.join(", ")}`);
	const command = commands.find((known) => known === word);
	if (command !== void 0) return command;
	if (planned.includes(word)) throw new UsageError(`the command ${word} is not part of this version`);
	throw new UsageError(`there is no command ${JSON.stringify(word)}: use one of ${commands.join(", ")}`);
};
const oneOf = (name, value, choices) => {
	if (value === void 0) return void 0;
	const choice = choices.find((known) => known === value);
	if (choice === void 0) throw new UsageError(`${name}: ${JSON.stringify(value)} is not one of ${choices.join(", ")}`);
	return choice;
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
const splitList = (texts) => texts.flatMap((text) => text.split(",")).map((text) => text.trim()).filter(Boolean);
const checkCommandOptions = (command, values) => {
	for (const option of options) if (values[option.name] !== void 0 && option.commands !== void 0 && !option.commands.includes(command)) throw new UsageError(`--${option.name} belongs to ${option.commands.join(" and ")}, not to ${command}`);
	const selections = [
		"range",
		"staged",
		"since"
	].filter((name) => values[name] !== void 0);
	if (selections.length > 1) throw new UsageError(`--${selections.join(" and --")} exclude each other`);
};
const checkPaths = (command, paths) => {
	if (command === "files" && paths.length === 0) throw new UsageError("files needs at least one PATH, or - for standard input");
	if (command !== "files" && paths.length > 1) throw new UsageError(`${command} takes one PATH, not ${paths.length}`);
};
/** Parses a command line. Throws a UsageError for what is not one. */
const parseArguments = (argv) => {
	const { values, positionals } = parseFlags(argv);
	const help = values["help"] === true;
	const version = values["version"] === true;
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
			paths: command === "files" || paths.length > 0 ? paths : ["."],
			formats: parseFormats(list("format")),
			config: text("config"),
			baseline: text("baseline"),
			failOn: oneOf("--fail-on", text("fail-on"), severities),
			minProof: oneOf("--min-proof", text("min-proof"), proofs),
			only: splitList(list("only")),
			jobs: jobs === void 0 ? void 0 : Number(jobs),
			range: text("range"),
			staged: values["staged"] === true,
			since: text("since"),
			showSecrets: values["show-secrets"] === true,
			includeIgnored: values["include-ignored"] === true,
			allowIncomplete: values["allow-incomplete"] === true,
			quiet: values["quiet"] === true,
			color: values["no-color"] !== true
		}
	};
};
export { UsageError as a, options as i, parseArguments as n, splitList as r, oneOf as t };
