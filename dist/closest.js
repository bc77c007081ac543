import { t as UsageError } from "./usage-error.js";
import { n as proofs, r as severities } from "./finding.js";
// src/options.ts
/** Commands that look for findings. */
const scans = [
	"scan",
	"git",
	"files",
	"image"
];
const commands = [
	...scans,
	"rules",
	"explain"
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
		commands: scans,
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
		commands: scans,
		value: "N",
		meaning: "Threads that read history and layers; when absent as many as the machine has cores, and fewer for a small history."
	},
	{
		name: "cache",
		type: "string",
		commands: scans,
		value: "FILE",
		meaning: "Remembers in this file in which objects nothing was found, so that a later run does not read them."
	},
	{
		name: "no-cache",
		type: "boolean",
		meaning: "Neither read nor write a cache, whatever --cache says."
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
		name: "platform",
		type: "string",
		multiple: true,
		value: "OS/ARCH",
		commands: ["image", "scan"],
		meaning: "Only these platforms of an image, as linux/arm64; comma-separated, repeatable."
	},
	{
		name: "verify",
		type: "boolean",
		commands: scans,
		meaning: "Ask providers whether the credentials that were found still work: one harmless request each."
	},
	{
		name: "fetch-missing",
		type: "boolean",
		commands: ["git", "scan"],
		meaning: "In a partial clone, fetch what it lacks from its remote before the scan."
	},
	{
		name: "no-archives",
		type: "boolean",
		commands: [
			"scan",
			"git",
			"files"
		],
		meaning: "Leave archives in histories and files closed: coverage counts them as skipped."
	},
	{
		name: "verify-engine",
		type: "boolean",
		commands: ["git"],
		meaning: "Compare the pack engine with git, object by object, and with scans of whole contents; report nothing else."
	},
	{
		name: "show-secrets",
		type: "boolean",
		commands: scans,
		meaning: "Add the secrets themselves to JSON output."
	},
	{
		name: "include-ignored",
		type: "boolean",
		commands: scans,
		meaning: "List ignored findings too, marked as such."
	},
	{
		name: "allow-incomplete",
		type: "boolean",
		commands: scans,
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
/** A value that must be one of the choices; undefined stays undefined. Throws a UsageError that begins with `name`. */
const oneOf = (name, value, choices) => {
	if (value === void 0) return void 0;
	const choice = choices.find((known) => known === value);
	if (choice === void 0) throw new UsageError(`${name}: ${JSON.stringify(value)} is not one of ${choices.join(", ")}`);
	return choice;
};
/** Values that are given apart, separated by commas, or both. */
const splitList = (texts) => texts.flatMap((text) => text.split(",")).map((text) => text.trim()).filter(Boolean);
// src/policy/closest.ts
/** Edit distance with swaps of neighbours (optimal string alignment), for short words. */
const distance = (a, b) => {
	const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Number.POSITIVE_INFINITY;
			row.push(Math.min(change, swap, rows[i - 1][j] + 1, row[j - 1] + 1));
		}
		rows.push(row);
	}
	return rows[a.length][b.length];
};
const plain = (word) => word.toLowerCase().replace(/[-_ ]/g, "");
/** The known word that somebody meant, if one is near enough. */
const closest = (word, known) => {
	if (word.length > 40) return void 0;
	const [best] = known.map((candidate) => ({
		candidate,
		away: distance(plain(word), plain(candidate))
	})).sort((a, b) => a.away - b.away);
	return best !== void 0 && best.away <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : void 0;
};
export { options as a, oneOf as i, commands as n, splitList as o, formats as r, closest as t };
