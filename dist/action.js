import "./rolldown-runtime.js";
import { n as require_tunnel, t as require_undici } from "./undici.js";
import { t as UsageError } from "./usage-error.js";
import { t as isJsonObject } from "./json-object.js";
import { a as within, n as shortCommit, t as imageStory } from "./image-story.js";
import { a as encodePath, i as markdownLink, n as escapeWithLinks, r as markdownCode, t as escapeMarkdown } from "./escape-markdown.js";
import { i as fitDocument, n as howToSilence, r as severityIcons, t as conclusionIcons } from "./markdown-words.js";
import { i as formatNumber, t as countOf } from "./amounts.js";
import { t as lookedAt } from "./coverage-words.js";
import { n as mergeCoverage, r as render, t as run } from "./scan.js";
import { i as severityRank, n as proofs, r as severities } from "./finding.js";
import { a as options, i as oneOf, o as splitList } from "./closest.js";
import { t as engine } from "./engine2.js";
import { d as counts, f as exitStatus, i as maxBaseline, m as createVault, p as verdictOf, r as compileGlob, t as judgingFrom } from "./judging.js";
import { a as createStore, i as borrowsAll, n as fetchInto, o as shallowCommits, r as present, t as configured } from "./fetch.js";
import { i as runGit, r as linesOf$1, t as GitError } from "./git.js";
import { n as openRepository, t as OpenError } from "./repository.js";
import { n as textOf, t as fileAt } from "./file-at.js";
import { r as maxConfiguration } from "./configuration.js";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import "path";
import * as events from "events";
import { randomUUID } from "node:crypto";
import "child_process";
import "timers";
import { mkdirSync, mkdtempSync, readFileSync as readFileSync$1, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}
require_tunnel();
require_undici();
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
HttpCodes.MovedPermanently, HttpCodes.ResourceMoved, HttpCodes.SeeOther, HttpCodes.TemporaryRedirect, HttpCodes.PermanentRedirect;
HttpCodes.BadGateway, HttpCodes.ServiceUnavailable, HttpCodes.GatewayTimeout;
// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
process.platform;
fs.constants.O_RDONLY;
process.platform;
events.EventEmitter;
events.EventEmitter;
os.platform();
os.arch();
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
// src/github/payload.ts
const recordAt = (payload, key) => {
	const value = payload[key];
	return isJsonObject(value) ? value : void 0;
};
const textAt = (payload, key) => {
	const value = payload?.[key];
	return typeof value === "string" ? value : void 0;
};
const countAt = (payload, key) => {
	const value = payload?.[key];
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
};
const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** A full object id. */
const idAt = (payload, key) => {
	const value = textAt(payload, key);
	return value !== void 0 && objectId.test(value) ? value : void 0;
};
/** The id that stands for no object: a branch that did not exist before, or does not any more. */
const isNoObject = (id) => /^0+$/.test(id);
// src/github/event.ts
const malformed = (name, what) => new UsageError(`the payload of this ${name} event has no ${what}: is GITHUB_EVENT_PATH the runner's own file?`);
const required = (value, name, what) => {
	if (value === void 0) throw malformed(name, what);
	return value;
};
const pullRequestEvent = (name, pull) => {
	const number = required(countAt(pull, "number"), name, "pull_request.number");
	const head = required(idAt(recordAt(pull, "head"), "sha"), name, "pull_request.head.sha");
	const base = required(idAt(recordAt(pull, "base"), "sha"), name, "pull_request.base.sha");
	const expected = countAt(pull, "commits");
	return {
		name,
		pullRequest: number,
		judgedBy: base,
		reportOn: head,
		scope: {
			kind: "range",
			base,
			head,
			headRef: `refs/pull/${number}/head`,
			...expected === void 0 ? {} : { expected }
		}
	};
};
const mergeGroupEvent = (name, group) => {
	const head = required(idAt(group, "head_sha"), name, "merge_group.head_sha");
	const base = required(idAt(group, "base_sha"), name, "merge_group.base_sha");
	return {
		name,
		judgedBy: base,
		reportOn: head,
		scope: {
			kind: "range",
			base,
			head
		}
	};
};
const pushEvent = (name, payload, sha, defaultBranch) => {
	const after = required(idAt(payload, "after"), name, "after");
	const before = required(idAt(payload, "before"), name, "before");
	if (payload["deleted"] === true || isNoObject(after)) return {
		name,
		judgedBy: sha,
		reportOn: sha,
		scope: {
			kind: "nothing",
			reason: "the push deleted a branch or tag, so it brought in no commits",
			head: sha
		}
	};
	const pushed = {
		kind: "pushed",
		head: after,
		onDefault: defaultBranch !== void 0 && payload["ref"] === `refs/heads/${defaultBranch}`
	};
	return {
		name,
		judgedBy: after,
		reportOn: idAt(recordAt(payload, "head_commit"), "id") ?? after,
		scope: isNoObject(before) ? pushed : {
			...pushed,
			before
		}
	};
};
/**
* Reads an event. Every event without a range of its own, such as `schedule` and `workflow_dispatch`, asks for the
* whole history.
*/
const readEvent = ({ name, sha, payload }) => {
	const defaultBranch = textAt(recordAt(payload, "repository"), "default_branch");
	const pull = recordAt(payload, "pull_request");
	const group = recordAt(payload, "merge_group");
	if (pull !== void 0) return {
		...pullRequestEvent(name, pull),
		defaultBranch
	};
	if (name === "merge_group" && group !== void 0) return {
		...mergeGroupEvent(name, group),
		defaultBranch
	};
	if (name === "push") return {
		...pushEvent(name, payload, sha, defaultBranch),
		defaultBranch
	};
	if (name.startsWith("pull_request")) throw malformed(name, "pull_request");
	if (idAt({ sha }, "sha") === void 0) throw new UsageError("GITHUB_SHA is not set to a commit");
	return {
		name,
		scope: {
			kind: "everything",
			head: sha
		},
		judgedBy: sha,
		reportOn: sha,
		defaultBranch
	};
};
// src/github/prose.ts
const maxListed = 20;
const maxReason = 400;
const list = (lines) => {
	const kept = lines.slice(0, maxListed).map((line) => `- ${line}\n`);
	const left = lines.length - kept.length;
	return left > 0 ? `${kept.join("")}- and ${left} more, in the JSON report\n` : kept.join("");
};
const said = (text) => escapeMarkdown(within(text, maxReason));
/** What could not be read. Never hidden: without it a clean table would be a lie. */
const missing = ({ report: { coverage, verdict } }) => {
	if (coverage.missing.length === 0) return "";
	const meaning = verdict.conclusion === "incomplete" ? "so this is no pass" : "which the workflow allows";
	const lines = coverage.missing.map(({ what, reason }) => `${said(what)}: ${said(reason)}`);
	return `**Not everything could be read, ${meaning}.**\n\n${list(lines)}\n`;
};
/** What was scanned. The one ref of an event says nothing. */
const coverage = (view) => {
	const { coverage } = view.report;
	if (view.nothing !== void 0) return `Nothing was scanned: ${said(view.nothing)}.\n`;
	const skipped = coverage.skipped.map(({ what, reason, count }) => `${formatNumber(count)} × ${said(what)}: ${said(reason)}`);
	return `Scanned: ${lookedAt({
		...coverage,
		refs: 0
	})}.\n${skipped.length === 0 ? "" : `\nPassed over by design:\n\n${list(skipped)}`}`;
};
const notes = ({ notes }) => notes.length === 0 ? "" : `${list(notes.map(said))}\n`;
/** What squashing helps with and what it does not. */
const removedInside = ({ rows }) => {
	const count = rows.filter(({ state }) => state === "removed").length;
	if (count === 0) return "";
	return `> [!WARNING]\n> ${count === 1 ? "One credential was" : `${count} credentials were`} added and removed inside this pull request. Squashing keeps ${count === 1 ? "it" : "them"} out of the base branch; ${count === 1 ? "it is" : "they are"} still exposed and must be rotated.\n\n`;
};
const silencing = ({ rows }) => {
	const example = rows[0]?.finding;
	if (example === void 0) return "";
	return `${howToSilence(example.check, example.fingerprint, " on the base branch").join("\n")}\n`;
};
// src/github/place.ts
const shownPath = 120;
/** Long paths keep their end, which says more. */
const shortened = (path) => path.length <= shownPath ? path : `…${path.slice(path.length - shownPath).replace(/^[\udc00-\udfff]/, "")}`;
/** The page that shows a location at the commit that brought it in: right whatever is pushed later. */
const urlOf = (repositoryUrl, { kind, path, line, commit }) => {
	if (kind === "message") return `${repositoryUrl}/commit/${commit}`;
	return `${repositoryUrl}/blob/${commit}/${encodePath(path)}?plain=1#L${line}`;
};
const named = ({ kind, path, line }) => kind === "message" ? escapeMarkdown(path) : markdownCode(`${shortened(path)}:${line}`);
/** A location as a link, with the commit beside it. */
const place = (repositoryUrl, location) => {
	const { commit } = location;
	if (commit === void 0) return named(location);
	const short = markdownLink(markdownCode(shortCommit(commit)), `${repositoryUrl}/commit/${commit}`);
	return `${markdownLink(named(location), urlOf(repositoryUrl, location))} in ${short}`;
};
const shownAuthor = 60;
/** Who and when; nobody is notified. */
const authored = ({ author, date }) => {
	const name = author?.replace(/ <[^>]*>$/, "");
	if (name === void 0 || name === "" || date === void 0) return "";
	return `${escapeMarkdown(within(name, shownAuthor))}, ${escapeMarkdown(date.slice(0, 10))}`;
};
// src/github/table.ts
const maxCell = 500;
const states = {
	present: "still in the last commit",
	removed: "**added and removed** in this pull request",
	history: "not in the files of the last commit",
	image: "in an image"
};
const whatCell = ({ finding }) => {
	const redacted = finding.secret === void 0 ? "" : ` ${markdownCode(finding.secret.redacted)}`;
	return `${escapeMarkdown(finding.title)}${redacted}<br><sub>${escapeMarkdown(finding.check)}, ${finding.proof}</sub>`;
};
const imageWords = (origin) => escapeMarkdown(within(imageStory(origin).join(", "), maxCell));
const whereCell = (row, { repositoryUrl }) => {
	const others = new Set(row.finding.locations.map(({ path }) => path)).size - 1;
	const more = others > 0 ? ` and ${countOf(others, "other place")}` : "";
	const who = row.origin.image === void 0 ? authored(row.origin) : imageWords(row.origin);
	return `${place(repositoryUrl, row.origin)}${more}<br><sub>${who === "" ? "" : `${who}; `}${states[row.state]}</sub>`;
};
/** One line of the table. */
const rowLine = (row, view) => {
	const { severity, detail, remediation } = row.finding;
	const todo = `${escapeMarkdown(within(detail, maxCell))}<br><br>${escapeWithLinks(within(remediation, maxCell))}`;
	return `| ${[
		`${severityIcons[severity]}&nbsp;${severity}`,
		whatCell(row),
		whereCell(row, view),
		todo
	].join(" | ")} |`;
};
/** The rows; those that do not fit are counted in a last line. */
const tableOf = (view) => ({
	head: ["| Severity | What | Where | What it opens, and what to do |", "| --- | --- | --- | --- |"],
	rows: view.rows.map((row) => rowLine(row, view)),
	left: (count) => `**${countOf(count, "more finding")} did not fit here.** The JSON report of the run has all of them.`
});
// src/github/faces.ts
/** Issue comments: 65,536 characters (facts/github.md 1.6). Counted in bytes, which are never fewer. */
const maxComment = 65536;
/** A check run's summary: 65,535 characters (OpenAPI, checks/create). */
const maxSummary = 65535;
/** A job summary: 1 MiB per step, over which it is not shown at all. */
const maxJobSummary = 1 << 20;
const icon = ({ report: { verdict } }) => conclusionIcons[verdict.conclusion];
/** Lays the table between what comes before and after it, so that the whole keeps within `limit` bytes. */
const laid = (view, before, after, limit) => fitDocument([
	linesOf(before),
	tableOf(view),
	linesOf(after)
], limit, Buffer.byteLength).trimEnd();
/** A blank line ends what is not empty. */
const linesOf = (text) => text.trim() === "" ? [] : [...text.trim().split("\n"), ""];
/** The hidden line by which the comment is found again. */
const markerOf = (name) => `<!-- tidewaiter:${name} -->`;
/** The comment when all is well: only ever an edit of one that was not. */
const allClear = (view, marker) => [
	marker,
	"### ✅ Tidewaiter: all clear",
	"",
	"What was reported here before is no longer in the commits of this pull request, or has been excused on the base branch.",
	"If a credential was ever pushed, it stays exposed until it is rotated.",
	...view.rows.length > 0 ? ["", `${view.title}: see the check run.`] : []
].join("\n");
/** The pull request's comment. The same findings give the same text, so that it is only written when something changed. */
const commentBody = (view, name) => {
	const marker = markerOf(name);
	if (view.report.verdict.conclusion === "pass") return allClear(view, marker);
	const before = `${marker}\n### ${icon(view)} Tidewaiter: ${view.title}\n\n${missing(view)}${removedInside(view)}`;
	return laid(view, before, `\n${notes(view)}${silencing(view)}`, maxComment);
};
const maxTitle$1 = 60;
const maxMessage$1 = 2e3;
const checkText = (view, annotationsNote) => {
	const before = `${missing(view)}${removedInside(view)}`;
	const after = `\n${annotationsNote}${notes(view)}${coverage(view)}\n${silencing(view)}`;
	return {
		title: within(view.title, maxTitle$1),
		summary: laid(view, before, after, maxSummary)
	};
};
const jobSummary = (view) => {
	const before = `## ${icon(view)} Tidewaiter: ${view.title}\n\n${missing(view)}${removedInside(view)}`;
	const after = `\n${notes(view)}${coverage(view)}\n${silencing(view)}`;
	return `${laid(view, before, after, maxJobSummary)}\n`;
};
/** The job summary of a run that did not get as far as a report. */
const brokenSummary = (message) => `## ⚠️ Tidewaiter could not run\n\n${escapeMarkdown(within(message, maxMessage$1))}\n`;
// src/github/files.ts
const bare = {
	color: false,
	quiet: false,
	reveal: void 0
};
const inHead = (finding) => {
	const locations = finding.locations.filter(({ kind, present, dockerfile }) => kind === "file" && present === true || dockerfile !== void 0);
	return locations.length === 0 ? [] : [{
		...finding,
		locations
	}];
};
/** Code scanning calls a finding fixed once it leaves the files, so only what the files show is for it, and what their instructions bring into an image. */
const forCodeScanning = (report) => ({
	...report,
	findings: report.findings.flatMap(inHead)
});
const write = (file, text) => {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	return file;
};
/** Writes the report and the SARIF file for code scanning; gives their absolute paths. */
const writeFiles = async (runner, inputs, report) => {
	const folder = join(runner.temporary, `tidewaiter-${inputs.name}`);
	const fileOf = (asked, name) => asked === "" ? join(folder, name) : resolve(runner.workspace, asked);
	const repositoryUrl = `${runner.serverUrl}/${runner.repository}`;
	const forSarif = {
		...bare,
		repositoryUrl,
		automationId: `tidewaiter/${inputs.name}/`
	};
	return {
		sarif: write(fileOf(inputs.sarif, "tidewaiter.sarif"), await render("sarif", forCodeScanning(report), forSarif)),
		report: write(fileOf(inputs.report, "tidewaiter.json"), await render("json", report, bare))
	};
};
/** The report for the log. */
const logText = (report) => render("text", report, bare);
// src/github/inputs.ts
/** Options of the command line that are inputs of the Action too, under the same names. */
const shared = [
	"config",
	"baseline",
	"fail-on",
	"min-proof",
	"only",
	"cache",
	"verify",
	"include-ignored",
	"allow-incomplete"
];
/** Inputs that only make sense on GitHub. Defaults here are those of `action.yml`; the configuration cannot set these. */
const own = [
	{
		name: "token",
		default: "${{ github.token }}",
		meaning: "Token for fetching commits, the check run and the comment."
	},
	{
		name: "path",
		default: ".",
		meaning: "Folder of the checkout, relative to the workspace."
	},
	{
		name: "name",
		default: "default",
		meaning: "Name of this instance, so that several in one pull request keep a comment each."
	},
	{
		name: "comment",
		default: "true",
		choices: ["true", "false"],
		meaning: "Whether to comment on pull requests."
	},
	{
		name: "check",
		default: "true",
		choices: ["true", "false"],
		meaning: "Whether to create a check run."
	},
	{
		name: "check-name",
		default: "Tidewaiter",
		meaning: "Name of the check run."
	},
	{
		name: "images",
		default: "",
		meaning: "Images to scan too, one a line or separated by commas: names in registries, archives, layouts, globs of archives."
	},
	{
		name: "sarif",
		default: "",
		meaning: "Where to write the SARIF file; else a file in RUNNER_TEMP."
	},
	{
		name: "report",
		default: "",
		meaning: "Where to write the JSON report; else a file in RUNNER_TEMP."
	}
];
const described = ({ name, meaning, choices }) => ({
	name,
	meaning,
	...choices === void 0 ? {} : { choices }
});
[...own, ...shared.map((name) => described(options.find((option) => option.name === name)))];
const booleanOf = (name, text) => {
	if (text === "") return void 0;
	return oneOf(`input ${name}`, text.toLowerCase(), ["true", "false"]) === "true";
};
/** Letters that cannot end an HTML comment. */
const instanceName = /^[\w.-]{1,64}$/;
/** Reads and checks all inputs. Throws a UsageError that names the wrong one. */
const readInputs = (get) => {
	const text = (name) => get(name) || void 0;
	const name = text("name") ?? "default";
	if (!instanceName.test(name) || name.includes("--")) throw new UsageError("input name: use up to 64 letters, digits, dots, underscores and single hyphens");
	return {
		token: get("token"),
		path: text("path") ?? ".",
		name,
		comment: booleanOf("comment", get("comment")) ?? true,
		check: booleanOf("check", get("check")) ?? true,
		checkName: (text("check-name") ?? "Tidewaiter").slice(0, 100),
		images: splitList([get("images").replaceAll("\n", ",")]),
		sarif: get("sarif"),
		report: get("report"),
		config: text("config"),
		baseline: text("baseline"),
		failOn: oneOf("input fail-on", text("fail-on"), severities),
		minProof: oneOf("input min-proof", text("min-proof"), proofs),
		only: splitList([get("only").replaceAll("\n", ",")]),
		cache: text("cache"),
		verify: booleanOf("verify", get("verify")) ?? false,
		includeIgnored: booleanOf("include-ignored", get("include-ignored")),
		allowIncomplete: booleanOf("allow-incomplete", get("allow-incomplete"))
	};
};
// src/github/annotations.ts
const maxTitle = 255;
const maxMessage = 4e3;
/** Turns ends that are exclusive into ends that are inclusive. */
const spanOf = ({ line, column, endLine, endColumn }) => {
	const lastLine = endLine > line && endColumn <= 1 ? endLine - 1 : Math.max(endLine, line);
	if (lastLine !== line || column < 1) return {
		start_line: line,
		end_line: lastLine
	};
	if (endLine > line) return {
		start_line: line,
		end_line: line
	};
	return {
		start_line: line,
		end_line: line,
		start_column: column,
		end_column: Math.max(column, endColumn - 1)
	};
};
const levelOf = ({ finding, fails }) => {
	if (fails) return "failure";
	return severityRank(finding.severity) >= severityRank("medium") ? "warning" : "notice";
};
const messageOf = ({ finding }) => {
	const redacted = finding.secret === void 0 ? "" : ` (${finding.secret.redacted})`;
	return within(`${finding.detail}${redacted}\n${finding.remediation}\nFingerprint ${finding.fingerprint}`, maxMessage);
};
const annotate$1 = (row) => {
	const message = {
		annotation_level: levelOf(row),
		title: within(row.finding.title, maxTitle),
		message: messageOf(row)
	};
	return [...row.files.filter(({ line }) => line >= 1).map((file) => ({
		path: file.path,
		...spanOf(file),
		...message
	})), ...row.instructions.map(({ path, line, endLine }) => ({
		path,
		start_line: line,
		end_line: endLine,
		...message
	}))];
};
/** Annotations for the lines of the scanned head, the most urgent first. */
const annotationsOf = (rows) => rows.flatMap(annotate$1);
// src/github/log.ts
/** What one step may show beside the code (facts/github.md 1.5). */
const maxPerLevel = 10;
const annotate = (annotation) => {
	const { path, start_line, end_line, start_column, end_column, title, message } = annotation;
	(annotation.annotation_level === "failure" ? error : warning)(message, {
		file: path,
		startLine: start_line,
		endLine: end_line,
		...title === void 0 ? {} : { title },
		...start_column === void 0 ? {} : { startColumn: start_column },
		...end_column === void 0 ? {} : { endColumn: end_column }
	});
};
/** Shows the most urgent findings beside the code, also where no permission was given for a check run. */
const logAnnotations = ({ rows }) => {
	const all = annotationsOf(rows);
	for (const level of ["failure", "warning"]) for (const annotation of all.filter((one) => one.annotation_level === level).slice(0, maxPerLevel)) annotate(annotation);
};
/** Prints text from outside: between these lines the runner obeys no command that it may hold. */
const logVerbatim = (text) => {
	const token = randomUUID();
	process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
};
// src/github/mask.ts
/** Shorter values would blank out ordinary words in the log. */
const shortest = 8;
/** The runner compares each line of output with every mask. */
const maxMasks = 5e3;
/** Raw values are byte strings; the log shows their UTF-8 text. */
const asText = (value) => Buffer.from(value, "latin1").toString("utf8");
const formsOf = (value) => {
	const bytes = Buffer.from(value, "latin1");
	const text = asText(value);
	const lines = text.split(/\r\n|[\r\n]|\\n/);
	const base64 = bytes.toString("base64");
	return [
		text,
		...lines,
		base64,
		base64.replace(/=+$/, ""),
		bytes.toString("base64url"),
		encodeURIComponent(text)
	];
};
/** All that the runner must blank out so that none of these values can be read: whole, by line, and encoded. */
const masksFor = (values) => {
	const masks = /* @__PURE__ */ new Set();
	for (const value of values) {
		if (value.length < shortest) continue;
		for (const form of formsOf(value)) {
			const trimmed = form.trim();
			if (trimmed.length >= shortest && !trimmed.startsWith("-----")) masks.add(trimmed);
		}
		if (masks.size >= maxMasks) break;
	}
	return [...masks];
};
// src/git/range.ts
/** Commits of a range could not be had: the scan is incomplete. */
var UnreachedError = class extends Error {
	name = "UnreachedError";
};
/** Beyond this depth the rest of the history costs less than another round. */
const deepest = 2048;
const firstDepth = 16;
const refOf = (id) => `refs/tidewaiter/${id}`;
const refspec = (id) => `+${id}:${refOf(id)}`;
const tipsOf = ({ base, head }) => base === void 0 ? [head] : [head, base];
/** Refs on what is already here let git say so to the server. */
const keepTips = async (store, ids) => {
	for (const id of ids) await runGit(store.folder, [
		"update-ref",
		refOf(id),
		id
	]);
};
const commitsOf = async (store, { base, head }) => {
	const commits = [];
	const exclude = base === void 0 ? [] : [`^${base}`];
	for await (const id of linesOf$1(store.folder, [
		"rev-list",
		head,
		...exclude
	])) commits.push(id);
	return commits;
};
/**
* Whether all commits of a range are here: none is cut off from its parents, and their number is right where it is
* known. A history that is not shallow is complete whatever somebody counted.
*/
const isComplete = async (store, range) => {
	const cut = shallowCommits(store);
	if (cut.size === 0) return true;
	const commits = await commitsOf(store, range);
	if (commits.some((id) => cut.has(id))) return false;
	return range.expected === void 0 || commits.length === range.expected;
};
function* depths(store, range) {
	const cutOff = !borrowsAll(store);
	for (let depth = Math.max((range.expected ?? 0) + 1, firstDepth); cutOff && depth <= deepest; depth *= 2) yield depth;
	yield "everything";
}
const fetchTips = async (store, remote, range, depth) => {
	try {
		await fetchInto(store, remote, tipsOf(range).map(refspec), depth);
	} catch (error) {
		if (range.headRef === void 0) throw error;
		const others = range.base === void 0 ? [] : [refspec(range.base)];
		await fetchInto(store, remote, [`+${range.headRef}:refs/tidewaiter/head`, ...others], depth);
	}
};
const nameOf = ({ base, head }) => base === void 0 ? `up to ${head}` : `${base}..${head}`;
const missingTips = async (store, range) => {
	const here = await present(store, tipsOf(range));
	return tipsOf(range).filter((id) => !here.has(id));
};
/**
* Brings all commits of a range into a store, fetching deeper until the range is closed. Costs no request when
* everything is here. Throws a UnreachedError that names the commits.
*/
const completeRange = async (store, remote, range) => {
	const here = await present(store, tipsOf(range));
	await keepTips(store, here);
	if (here.size === new Set(tipsOf(range)).size && await isComplete(store, range)) return;
	try {
		for (const depth of depths(store, range)) {
			await fetchTips(store, remote, range, depth);
			if ((await missingTips(store, range)).length === 0 && await isComplete(store, range)) return;
		}
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UnreachedError(`could not read commits ${nameOf(range)}: ${error.message}`, { cause: error });
	}
	throw new UnreachedError(`could not read commits ${nameOf(range)}: the server does not have all of them`);
};
/** The commit of a branch of the remote. Throws an UnreachedError where it has none. */
const branchTip = async (store, remote, branch) => {
	const ref = "refs/tidewaiter/branch";
	try {
		await fetchInto(store, remote, [`+refs/heads/${branch}:${ref}`], borrowsAll(store) ? "everything" : 1);
		return await commitAt(store, ref);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UnreachedError(`could not read branch ${branch}: ${error.message}`, { cause: error });
	}
};
/** Brings every branch and tag of the remote into a store, with all of their history. */
const completeHistory = async (store, remote, head) => {
	const all = ["+refs/heads/*:refs/tidewaiter/heads/*", "+refs/tags/*:refs/tidewaiter/tags/*"];
	try {
		await keepTips(store, await present(store, [head]));
		await fetchInto(store, remote, [...all, refspec(head)], "everything");
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UnreachedError(`could not read the branches and tags: ${error.message}`, { cause: error });
	}
};
/** The commit to which an object id leads: of an annotated tag, the one that it names. */
const commitAt = async (store, id) => (await runGit(store.folder, [
	"rev-parse",
	"--verify",
	"--quiet",
	`${id}^{commit}`
])).trim();
// src/github/judging.ts
const fromTop = (path, input) => {
	const normal = posix.normalize(path);
	if (normal.startsWith("../") || normal === ".." || posix.isAbsolute(normal)) throw new UsageError(`input ${input}: ${path} is not below the repository's top folder`);
	return normal;
};
/** The files of the commit that judges. Every path counts from the top, whoever names it. */
const shelfOf = ({ store, judgedBy }) => {
	const read = async (path, most) => {
		const file = await fileAt(store, judgedBy, path);
		if (file === void 0) return void 0;
		if (file.size > most) throw new UsageError(`${path}: its ${file.size} bytes are more than the ${most} that are read`);
		return textOf(store, file);
	};
	const named = async (path, what) => {
		const [input, most] = what === "baseline" ? ["baseline", maxBaseline] : ["config", maxConfiguration];
		const text = await read(fromTop(path, input), most);
		if (text !== void 0) return text;
		throw new UsageError(`${what} ${path}: commit ${judgedBy.slice(0, 12)}, which judges, has no such file`);
	};
	return {
		inRepository: (path, most = maxConfiguration) => read(path, most),
		named
	};
};
/** A change cannot excuse itself, and whoever reviews it should know that it tried. */
const attempts = async ({ store, judgedBy, head }, paths) => {
	const noteOn = async (path) => {
		const [before, after] = await Promise.all([fileAt(store, judgedBy, path), fileAt(store, head, path)]);
		if (before?.id === after?.id) return [];
		return [`This change ${before === void 0 ? "adds" : after === void 0 ? "removes" : "alters"} ${path}. It was judged by what the base has, so that it cannot excuse itself.`];
	};
	return (await Promise.all([...new Set(paths)].map(noteOn))).flat();
};
const requestOf = ({ failOn, minProof, only, baseline, config, includeIgnored, allowIncomplete }) => ({
	from: "input",
	failOn,
	minProof,
	only,
	baseline,
	config,
	includeIgnored: includeIgnored ?? false,
	allowIncomplete: allowIncomplete ?? false
});
/** Inputs win over the environment, that over the configuration of the commit that judges. Rejects with a UsageError. */
const judgingOf = async (bench, inputs, environment) => {
	const { files, ...judging } = await judgingFrom(shelfOf(bench), requestOf(inputs), environment);
	const paths = files.map((path) => posix.normalize(path));
	return {
		...judging,
		notes: bench.judgedBy === bench.head ? [] : await attempts(bench, paths)
	};
};
// src/github/remote.ts
/** The header that opens a repository on GitHub over HTTPS, as actions/checkout sends it. */
const tokenHeader = (token) => `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
/** Headers that actions/checkout left in the checkout's configuration (`persist-credentials`), for this server only. */
const persistedHeaders = async (checkout, serverUrl) => {
	const key = `http.${serverUrl}/.extraheader`;
	return (await configured(checkout, key)).map((value) => [key, value]);
};
/** The repository of the event, with the token only for the server that the token is for. */
const remoteOf = async ({ serverUrl, repository }, token, checkout) => {
	const url = `${serverUrl}/${repository}`;
	const key = `http.${serverUrl}/.extraheader`;
	if (token !== "") return {
		url,
		settings: [[key, tokenHeader(token)]]
	};
	return {
		url,
		settings: checkout === void 0 ? [] : await persistedHeaders(checkout, serverUrl)
	};
};
// src/github/sources.ts
/**
* The checkout, where there is one that git will read: only its objects are wanted, to spare fetching them. Without
* one everything is fetched.
*/
const checkoutAt = async (folder, asked) => {
	try {
		return await openRepository(folder);
	} catch (error) {
		if (error instanceof OpenError && error.failure === "unreadable") return void 0;
		if (!asked) return void 0;
		throw new UsageError(`input path: ${folder} is not inside a git repository`, { cause: error });
	}
};
const revisions = (store, base, head, tip) => ({
	kind: "revisions",
	repository: {
		...store,
		head: tip,
		shallow: shallowCommits(store).size > 0
	},
	what: {
		options: [],
		revisions: base === void 0 ? [head] : [head, `^${base}`]
	},
	tip
});
const rangeSource = async (store, remote, range) => {
	await completeRange(store, remote, range);
	return revisions(store, range.base, range.head, await commitAt(store, range.head));
};
/** Where a branch is new, or what it held before is gone: what the default branch has not. */
const pushedSource = async (store, remote, { head, before, onDefault }, defaultBranch) => {
	if (before !== void 0) try {
		return await rangeSource(store, remote, {
			base: before,
			head
		});
	} catch (error) {
		if (!(error instanceof UnreachedError)) throw error;
	}
	if (onDefault || defaultBranch === void 0) return rangeSource(store, remote, {
		base: void 0,
		head
	});
	return rangeSource(store, remote, {
		base: await branchTip(store, remote, defaultBranch),
		head
	});
};
const sourceOf = async (store, remote, { scope, defaultBranch }) => {
	switch (scope.kind) {
		case "nothing": return;
		case "range": return rangeSource(store, remote, scope);
		case "pushed": return pushedSource(store, remote, scope, defaultBranch);
		case "everything":
			await completeHistory(store, remote, scope.head);
			return {
				kind: "history",
				repository: {
					...await openRepository(store.folder),
					head: scope.head
				}
			};
	}
};
/** A private store beside the checkout, which stays as it is. */
const openStore = async (runner, path, token) => {
	const checkout = await checkoutAt(resolve(runner.workspace, path), path !== ".");
	const folder = mkdtempSync(join(runner.temporary, "tidewaiter-"));
	return {
		store: await createStore(folder, checkout),
		remote: await remoteOf(runner, token, checkout)
	};
};
/**
* Images of the workflow, relative to the workspace, and of the configuration, relative to the checkout. Who writes the workflow
* runs what they like on this machine; who writes the configuration does not.
*/
const imagesOf = async ({ store }, { workspace }, { images, path, token }, configured) => {
	if (images.length + configured.length === 0) return [];
	const { expandImages } = await import("./expand.js");
	const dockerfiles = resolve(workspace, path);
	const given = await expandImages(images, workspace, compileGlob);
	const foreign = (await expandImages(configured, dockerfiles, compileGlob)).filter((name) => !given.includes(name));
	return [{
		kind: "images",
		names: [...given, ...foreign],
		foreign,
		platforms: [],
		repository: store,
		dockerfiles,
		...token === "" ? {} : { workflowToken: token }
	}];
};
/** Brings in what an event asks to be scanned. Throws a UnreachedError when it cannot be had. */
const sourcesOf = async ({ store, remote }, event) => {
	const source = await sourceOf(store, remote, event);
	return source === void 0 ? [] : [source];
};
// src/github/outcome.ts
const plainPolicy = {
	failOn: "medium",
	minProof: "generic",
	only: [],
	ignores: [],
	includeIgnored: false,
	allowIncomplete: false,
	selfExcuse: "allow"
};
const emptyReport = (missing) => {
	const coverage = mergeCoverage([{
		sightings: [],
		coverage: { missing }
	}], 0);
	return {
		version: 1,
		coverage,
		findings: [],
		verdict: verdictOf([], coverage, plainPolicy),
		notes: []
	};
};
const nothingScanned = () => ({
	report: emptyReport([]),
	vault: createVault()
});
/** The report of a run that could not scan: incomplete, whatever `allow-incomplete` says, since nothing was read. */
const unreadable = (what, reason) => emptyReport([{
	what,
	reason
}]);
const howToHelp = "give the input `token` a token with `contents: read`, or let actions/checkout fetch them with `fetch-depth: 0`";
/** What an error means for the run: always told in the report, always a failure. */
const failed = (error) => {
	const [what, reason, status] = explained(error);
	return {
		report: unreadable(what, reason),
		vault: createVault(),
		exitStatus: status,
		nothing: void 0
	};
};
const explained = (error) => {
	if (error instanceof UnreachedError) return [
		"commits",
		`${error.message}; ${howToHelp}`,
		3
	];
	if (error instanceof OpenError) return [
		"repository",
		error.message,
		3
	];
	if (error instanceof UsageError) return [
		"configuration",
		error.message,
		2
	];
	return [
		"everything",
		`Tidewaiter failed, which is a defect of its own: ${error.message}`,
		3
	];
};
const nothingIn = ({ scope }, { coverage }) => {
	if (scope.kind === "nothing" && coverage.layers + coverage.missing.length === 0) return scope.reason;
	return coverage.complete && coverage.objects + coverage.layers === 0 ? "these commits bring in nothing new" : void 0;
};
/** What a stranger's commits bring in could be made to look clean, so only what is on the default branch may write. */
const mayWrite = ({ scope }) => scope.kind === "everything" || scope.kind === "pushed" && scope.onDefault;
/** The cache that the workflow keeps; `notes` takes why it is not used. */
const cacheOf = async (event, file, customRules, notes) => {
	const { openCache, rulesName } = await import("./cache-file.js");
	const cache = openCache(file, rulesName(engine(), customRules), (text) => void notes.push(`${text}.`));
	return mayWrite(event) ? cache : {
		...cache,
		save: () => {}
	};
};
const scan = async (harbour, runner, event, inputs, root) => {
	const commits = await sourcesOf(harbour, event);
	if (commits.length === 0 && inputs.images.length === 0) return nothingScanned();
	const bench = {
		store: harbour.store,
		judgedBy: event.judgedBy,
		head: event.scope.head
	};
	const { policy, customRules, endpoints, images, notes } = await judgingOf(bench, inputs, process.env);
	const key = process.env["TIDEWAITER_KEY"] || void 0;
	const configured = event.scope.kind === "everything" ? images : [];
	const sources = [...commits, ...await imagesOf(harbour, runner, inputs, configured)];
	const remarks = [];
	const cache = inputs.cache === void 0 ? void 0 : await cacheOf(event, inputs.cache, customRules, remarks);
	const { report, vault } = await run({
		sources,
		customRules,
		policy,
		key,
		lineHashes: true,
		...inputs.verify ? { verification: { endpoints } } : {},
		...root === void 0 ? {} : { root },
		...cache === void 0 ? {} : { cache }
	});
	return {
		report: {
			...report,
			notes: [
				...notes,
				...remarks,
				...report.notes
			]
		},
		vault
	};
};
/** Scans what an event brought in. `root` names the repository's oldest root commit where the history is cut off. */
const scanEvent = async (runner, inputs, event, root) => {
	const harbour = await openStore(runner, inputs.path, inputs.token);
	try {
		const { report, vault } = await scan(harbour, runner, event, inputs, root);
		return {
			report,
			vault,
			exitStatus: exitStatus(report.verdict),
			nothing: nothingIn(event, report)
		};
	} finally {
		rmSync(harbour.store.folder, {
			recursive: true,
			force: true
		});
	}
};
// src/github/check.ts
/** Annotations per request (OpenAPI, checks/create). */
const batchSize = 50;
const batches = (annotations) => {
	const kept = annotations.slice(0, 500);
	return Array.from({ length: Math.ceil(kept.length / batchSize) }, (_, i) => kept.slice(i * batchSize, (i + 1) * batchSize));
};
/** `neutral` and `skipped` let a pull request be merged, so what is incomplete is a failure. */
const conclusionOf = (conclusion) => conclusion === "pass" ? "success" : "failure";
/**
* Creates the check run already completed, then appends annotations by patching its output alone: a workflow's token
* may not change the status or conclusion of a check run (github.blog changelog, 2025-02-12).
*/
const createCheck = async ({ client, owner, repo }, name, head, conclusion, text, annotations) => {
	const [first = [], ...rest] = batches(annotations);
	const { data } = await client.rest.checks.create({
		owner,
		repo,
		name,
		head_sha: head,
		status: "completed",
		conclusion,
		output: {
			...text,
			annotations: [...first]
		}
	});
	for (const batch of rest) await client.rest.checks.update({
		owner,
		repo,
		check_run_id: data.id,
		output: {
			...text,
			annotations: [...batch]
		}
	});
};
// src/github/identity.ts
/** Who comments are from when a workflow's own token writes them. */
const actionsBot = "github-actions[bot]";
/** GraphQL and REST write a bot's name without and with this ending. */
const withoutEnding = (login) => login.toLowerCase().replace(/\[bot\]$/, "");
/**
* The login that this token writes as. `GET /user` is refused to the tokens of installations, such as a workflow's
* own; GraphQL's `viewer` answers all of them.
*/
const ownLogin = async (client) => {
	try {
		const answer = await client.graphql("query { viewer { login } }");
		return (isJsonObject(answer) ? textAt(recordAt(answer, "viewer"), "login") : void 0) ?? actionsBot;
	} catch {
		return actionsBot;
	}
};
/** Whether REST's author of a comment is the one that a login names; no person can pass as a bot of the same name. */
const isSame = (author, login) => {
	if (author === null || author === void 0 || withoutEnding(author.login) !== withoutEnding(login)) return false;
	return login.endsWith("[bot]") === false || author.type === "Bot";
};
// src/github/comment.ts
/** Our own earlier comment: anybody can write the marker, so its author must be us. */
const findOwn = async ({ client, owner, repo }, pull, marker) => {
	let login;
	const pages = client.paginate.iterator(client.rest.issues.listComments, {
		owner,
		repo,
		issue_number: pull,
		per_page: 100
	});
	for await (const { data } of pages) for (const { id, body, user } of data) {
		if (body === void 0 || !body.startsWith(marker)) continue;
		login ??= await ownLogin(client);
		if (isSame(user, login)) return {
			id,
			body
		};
	}
};
/** GitHub may give line ends back as it likes. */
const sameText = (a, b) => a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();
/**
* Keeps one comment in a pull request: edited in place, left alone when nothing changed, and only created when there
* is something to say.
*/
const keepComment = async (target, pull, marker, body, worthCreating) => {
	const { client, owner, repo } = target;
	const known = await findOwn(target, pull, marker);
	if (known === void 0) {
		if (!worthCreating) return "not needed";
		await client.rest.issues.createComment({
			owner,
			repo,
			issue_number: pull,
			body
		});
		return "created";
	}
	if (sameText(known.body, body)) return "unchanged";
	await client.rest.issues.updateComment({
		owner,
		repo,
		comment_id: known.id,
		body
	});
	return "updated";
};
// src/github/publish.ts
const refusalOf = (error) => {
	const status = error.status;
	return typeof status === "number" ? {
		status,
		message: error.message
	} : void 0;
};
const why = ({ status, message }, permission) => {
	if (status === 403 || status === 401 || status === 404) return `the token may not: add \`permissions: ${permission}: write\` to the job (a pull request from a fork or by Dependabot has a read-only token; then the job's result, its summary and the annotations in the log say it all)`;
	return `GitHub answered ${status}: ${message.split("\n", 1)[0]}`;
};
/** Does one thing on GitHub; when it is refused the run goes on, since the job's own result is what counts. */
const attempt = async (what, permission, act) => {
	try {
		await act();
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === void 0) throw error;
		warning(`Tidewaiter could not ${what}: ${why(refusal, permission)}`);
	}
};
const annotationsNote = (count) => count > 500 ? `${count - 500} more places have no annotation; SARIF lists all of them.\n\n` : "";
const publishCheck = async (target, inputs, view) => {
	const annotations = annotationsOf(view.rows);
	const text = checkText(view, annotationsNote(annotations.length));
	const conclusion = conclusionOf(view.report.verdict.conclusion);
	await createCheck(target, inputs.checkName, view.head, conclusion, text, annotations);
};
/** Shows a run in a check run and, on a pull request, in its one comment: as far as the token reaches. */
const publish = async (target, inputs, view, pullRequest) => {
	if (inputs.check) await attempt("create its check run", "checks", () => publishCheck(target, inputs, view));
	if (!inputs.comment || pullRequest === void 0) return;
	const worthCreating = view.report.verdict.conclusion !== "pass";
	await attempt("comment", "pull-requests", async () => {
		const body = commentBody(view, inputs.name);
		info(`Comment: ${await keepComment(target, pullRequest, markerOf(inputs.name), body, worthCreating)}`);
	});
};
// src/github/runner.ts
const needed = (env, name) => {
	const value = env[name];
	if (value === void 0 || value === "") throw new UsageError(`${name} is not set: this program is a GitHub Action, run by a workflow; use the command line elsewhere`);
	return value;
};
const readPayload = (file) => {
	try {
		const payload = JSON.parse(readFileSync$1(file, "utf8"));
		if (isJsonObject(payload)) return payload;
	} catch (cause) {
		throw new UsageError(`the event's payload ${file} could not be read: ${cause.message}`, { cause });
	}
	throw new UsageError(`the event's payload ${file} is not an object`);
};
const repositoryName = /^[\w.-]+\/[\w.-]+$/;
const readRunner = (env) => {
	const repository = needed(env, "GITHUB_REPOSITORY");
	if (!repositoryName.test(repository)) throw new UsageError("GITHUB_REPOSITORY is not of the form owner/name");
	const serverUrl = (env["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, "");
	if (!URL.canParse(serverUrl)) throw new UsageError("GITHUB_SERVER_URL is not a URL");
	const run = env["GITHUB_RUN_ID"];
	return {
		eventName: needed(env, "GITHUB_EVENT_NAME"),
		payload: readPayload(needed(env, "GITHUB_EVENT_PATH")),
		sha: needed(env, "GITHUB_SHA"),
		repository,
		serverUrl,
		workspace: needed(env, "GITHUB_WORKSPACE"),
		temporary: needed(env, "RUNNER_TEMP"),
		runUrl: run === void 0 || !/^\d+$/.test(run) ? void 0 : `${serverUrl}/${repository}/actions/runs/${run}`
	};
};
// src/github/view.ts
const stateOf = (finding, pullRequest) => {
	if (finding.locations.every(({ image }) => image !== void 0)) return "image";
	if (finding.locations.some(({ present, image }) => present === true && image === void 0)) return "present";
	return pullRequest && finding.locations.every(({ kind }) => kind === "commit") ? "removed" : "history";
};
const distinctInstructions = ({ locations }) => {
	const lines = locations.flatMap(({ dockerfile }) => dockerfile === void 0 ? [] : [dockerfile]);
	return [...new Map(lines.map((line) => [`${line.line} ${line.path}`, line])).values()];
};
const toRow = (finding, failOn, pullRequest) => {
	const origin = finding.locations.find(({ kind, image }) => kind !== "file" && image === void 0) ?? finding.locations.find(({ kind }) => kind !== "file") ?? finding.locations[0];
	return {
		finding,
		state: stateOf(finding, pullRequest),
		origin,
		files: finding.locations.filter(({ kind, present }) => kind === "file" && present === true),
		instructions: distinctInstructions(finding),
		fails: severityRank(finding.severity) >= severityRank(failOn)
	};
};
const shown = (finding) => counts(finding) && finding.severity !== "info" && finding.locations.length > 0;
/** The verdict in at most 60 characters (facts/github.md 1.5). */
const titleOf = (report, rows, nothing) => {
	const failing = rows.filter(({ fails }) => fails).length;
	const found = countOf(failing, "credential");
	if (report.verdict.conclusion === "incomplete") return failing > 0 ? `${found} found, and the scan is incomplete` : "Incomplete: something could not be read";
	if (nothing !== void 0) return "Nothing to scan";
	if (failing > 0) return `${found} found`;
	return rows.length > 0 ? `Passed, ${countOf(rows.length, "finding")} below the threshold` : "No credentials found";
};
/** Chooses what to show of a report, most urgent first; what fails the run before what does not. */
const viewOf = (report, options) => {
	const rows = report.findings.filter(shown).map((finding) => toRow(finding, report.verdict.failOn, options.pullRequest)).sort((a, b) => severityRank(b.finding.severity) - severityRank(a.finding.severity));
	return {
		...options,
		report,
		rows,
		title: titleOf(report, rows, options.nothing),
		notes: report.notes
	};
};
// src/action.ts
/** GitHub's client takes a tenth of a second to load, so only when it is needed. */
const connect = async ({ repository }, { token }) => {
	if (token === "") return void 0;
	const { createClient } = await import("./client.js");
	const [owner, repo] = repository.split("/");
	const onWait = (seconds) => info(`GitHub asks for patience: waiting ${seconds} s`);
	return {
		client: createClient(token, onWait),
		owner,
		repo
	};
};
/** The root commit that keys fingerprints; without it the scan is as good, but its fingerprints are not the usual ones. */
const askForRoot = (runner, inputs, head) => async () => {
	const target = await connect(runner, inputs);
	if (target === void 0) return void 0;
	const { firstCommit } = await import("./root.js");
	return firstCommit(target, head).catch(() => void 0);
};
const view = (runner, event, { report, nothing }) => viewOf(report, {
	pullRequest: event.pullRequest !== void 0,
	nothing,
	head: event.reportOn,
	repositoryUrl: `${runner.serverUrl}/${runner.repository}`
});
/** What counts, in every form in which the log might show it. */
const maskSecrets = ({ vault }) => {
	if (process.env["GITHUB_ACTIONS"] !== "true") return;
	for (const mask of masksFor(vault.values())) setSecret(mask);
};
const writeSummary = async (text) => {
	if (process.env["GITHUB_STEP_SUMMARY"]) await summary.addRaw(text).write();
};
const report = async (runner, inputs, event, outcome) => {
	const shown = view(runner, event, outcome);
	logVerbatim(await logText(outcome.report));
	logAnnotations(shown);
	for (const { what, reason } of outcome.report.coverage.missing) error(`Could not read ${what}: ${reason}`);
	await writeSummary(jobSummary(shown));
	const files = await writeFiles(runner, inputs, outcome.report);
	setOutput("verdict", outcome.report.verdict.conclusion);
	setOutput("findings", String(shown.rows.length));
	setOutput("sarif", files.sarif);
	setOutput("report", files.report);
	const target = await connect(runner, inputs);
	if (target === void 0) warning("The input token is empty: no check run and no comment");
	else await publish(target, inputs, shown, event.pullRequest);
};
const main = async () => {
	const runner = readRunner(process.env);
	const inputs = readInputs((name) => getInput(name));
	const event = readEvent({
		name: runner.eventName,
		sha: runner.sha,
		payload: runner.payload
	});
	const root = askForRoot(runner, inputs, event.judgedBy);
	const outcome = await scanEvent(runner, inputs, event, root).catch((error) => {
		debug(error.stack ?? String(error));
		return failed(error);
	});
	maskSecrets(outcome);
	await report(runner, inputs, event, outcome);
	return outcome.exitStatus;
};
/** Errors may quote what was scanned. */
const explain = async (error$1) => {
	const known = error$1 instanceof UsageError;
	const message = known ? error$1.message : `Tidewaiter failed, which is a defect of its own: ${error$1.message}`;
	error(message);
	if (!known) logVerbatim(error$1.stack ?? String(error$1));
	setOutput("verdict", "incomplete");
	await writeSummary(brokenSummary(message));
	return known ? 2 : 3;
};
process.exitCode = await main().catch(explain);
export {};
