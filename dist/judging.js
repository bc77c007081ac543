import { t as UsageError } from "./usage-error.js";
import { i as severityRank, n as proofs, r as severities, t as proofRank } from "./finding.js";
import { i as oneOf, o as splitList, t as closest } from "./closest.js";
import { d as isServiceCheck, n as kubeconfigChecks, r as documentChecks, x as rules, y as lastAtOrBefore } from "./parser.js";
import { n as loadConfiguration, t as emptyConfiguration } from "./configuration.js";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { lstat, open, stat } from "node:fs/promises";
// src/findings/vault.ts
const createVault = () => {
	const secrets = /* @__PURE__ */ new Map();
	return {
		keep: (fingerprint, secret) => {
			secrets.set(fingerprint, secret);
		},
		reveal: (fingerprint) => secrets.get(fingerprint),
		values: () => secrets.values()
	};
};
// src/policy/verdict.ts
/** Whether a finding may fail a run: neither ignored nor in the baseline. */
const counts = (finding) => finding.suppressed === void 0;
const countBySeverity = (findings) => {
	const tally = Object.fromEntries(severities.map((severity) => [severity, 0]));
	for (const finding of findings) if (counts(finding)) tally[finding.severity]++;
	return tally;
};
/** The verdict on what was read: incomplete coverage is never a pass, unless the user allows it. */
const verdictOf = (findings, coverage, policy) => {
	const failing = findings.some((f) => counts(f) && f.severity !== "info" && severityRank(f.severity) >= severityRank(policy.failOn));
	return {
		conclusion: !coverage.complete && !policy.allowIncomplete ? "incomplete" : failing ? "fail" : "pass",
		failOn: policy.failOn,
		counts: countBySeverity(findings)
	};
};
/** The process's exit status for a verdict (DESIGN.md, "Commands"). */
const exitStatus = ({ conclusion }) => ({
	pass: 0,
	fail: 1,
	incomplete: 3
})[conclusion];
// src/detect/secretlint-blocks.ts
const word = Buffer.from("secretlint-", "latin1");
const longest = 17;
/** One pass per content, however many secrets it holds. */
const known = /* @__PURE__ */ new WeakMap();
const readToggles = (content) => {
	const toggles = [];
	for (let at = content.indexOf(word); at !== -1; at = content.indexOf(word, at + word.length)) {
		const from = at + word.length;
		const kind = /^(disable|enable)(?![\w-])/.exec(content.toString("latin1", from, from + longest))?.[1];
		const disabled = toggles.length % 2 === 1;
		if (kind === "disable" && !disabled || kind === "enable" && disabled) toggles.push(at);
	}
	return toggles;
};
/**
* Whether an offset lies between `secretlint-disable` and the next `secretlint-enable`, or the end. Names of
* secretlint's rules are not ours, so a comment that names some counts for all (secretlint-rule-filter-comments).
*/
const insideDisabledBlock = (content, offset) => {
	let toggles = known.get(content);
	if (toggles === void 0) {
		toggles = readToggles(content);
		known.set(content, toggles);
	}
	let low = 0;
	let high = toggles.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (toggles[middle] < offset) low = middle + 1;
		else high = middle;
	}
	return low % 2 === 1;
};
// src/detect/inline-ignore.ts
/** How far a comment may stand from its secret on a long line, in bytes: a line of 100 MB costs no more. */
const reach = 16384;
const maxReason = 200;
const keyword = (by, source = by) => ({
	by,
	expression: new RegExp(`(?<![\\w-])${source}(?![\\w-])`, "g")
});
/**
* Comments of other scanners on the secret's own line, as their documentation and sources have them: gitleaks and
* betterleaks (README), trufflehog (README), kingfisher (docs/USAGE.md), detect-secrets (README, "Inline Allowlisting"),
* secretlint (rule-filter-comments), ggshield ("ignoring secrets").
*/
const onSameLine = [
	keyword("gitleaks:allow"),
	keyword("betterleaks:allow"),
	keyword("trufflehog:ignore"),
	keyword("kingfisher:ignore"),
	keyword("kingfisher:allow"),
	keyword("pragma: allowlist secret", "pragma: ?(?:allow|white)list[ -]secret"),
	keyword("secretlint-disable-line"),
	keyword("ggignore")
];
const onLineBefore = [
	keyword("pragma: allowlist nextline secret", "pragma: ?allowlist[ -]nextline[ -]secret"),
	keyword("secretlint-disable-next-line"),
	keyword("kingfisher:ignore")
];
const ours = keyword("tidewaiter:ignore");
const oursBefore = keyword("tidewaiter:ignore-next-line");
/** What may stand before a comment that is alone on its line, in the languages that people write. */
const onlyCommentBefore = /^\s*(?:#+|\/{2,}|\/\*+|\*+|--+|;+|%+|<!--|'+|"+|\{\{!?(?:--|\/\*)|\{#|\(\*|@?rem|dnl|!)?\s*$/i;
const areas$1 = [
	"secrets",
	"kubeconfig",
	"signatures",
	"base-images",
	"kubernetes",
	"cluster",
	"dockerfile"
];
const isCheck = (word) => word.includes("/") || areas$1.includes(word);
const tidy = (text) => {
	const end = text.search(/\*\/|--+>|#\}|\}\}|\*\)|"""/);
	const plain = (end === -1 ? text : text.slice(0, end)).replace(/[\0-\x1f\x7f]/g, " ").trim();
	return plain === "" ? void 0 : plain.slice(0, maxReason);
};
/** Reads `CHECK,CHECK -- reason`; words that cannot be checks are a reason whose dashes were forgotten. */
const understand = (rest) => {
	const line = rest.split(/[\r\n]/, 1)[0];
	const [, words = "", dashed] = /^(.*?)(?:\s--\s+(.*))?$/.exec(line) ?? [];
	const [, list = "", after = ""] = /^\s*([\w/*-]+(?:\s*,\s*[\w/*-]+)*)?(.*)$/.exec(words) ?? [];
	const checks = list.split(",").map((word) => word.trim().replace(/\*+$/, ""));
	if (list !== "" && isCheck(checks[0])) return {
		checks,
		reason: tidy(dashed ?? after)
	};
	return {
		checks: [],
		reason: tidy(dashed ?? words)
	};
};
const covers = ({ checks }, check) => checks.length === 0 || checks.some((prefix) => check.startsWith(prefix));
const oursIn = (text, { by, expression }, check) => {
	for (const found of text.matchAll(expression)) {
		const said = understand(text.slice(found.index + found[0].length, found.index + found[0].length + 1024));
		if (covers(said, check)) return {
			by,
			...said.reason === void 0 ? {} : { reason: said.reason }
		};
	}
};
/** The reason after another scanner's keyword, where its author gave one. */
const reasonAfter = (rest) => {
	const found = /^\s*(?:--|:|—|-)\s+([^\r\n]+)/.exec(rest);
	return found === null ? void 0 : tidy(found[1]);
};
const othersIn = (text, keywords) => {
	for (const { by, expression } of keywords) for (const found of text.matchAll(expression)) {
		const reason = reasonAfter(text.slice(found.index + found[0].length, found.index + found[0].length + 1024));
		return {
			by,
			...reason === void 0 ? {} : { reason }
		};
	}
};
/** The secret's first and last line around it, without the secret itself: a value cannot excuse itself. */
const besides = (content, { start, end }, lines) => {
	const first = lines.startOf(lines.at(start).line);
	const last = lines.endOf(lines.at(end).line);
	return [content.toString("utf8", Math.max(first, start - reach), start), content.toString("utf8", end, Math.min(last, end + reach))];
};
const lineBefore = (content, { start }, lines) => {
	const { line } = lines.at(start);
	if (line === 1) return "";
	const from = lines.startOf(line - 1);
	return content.toString("utf8", from, Math.min(lines.endOf(line - 1), from + reach));
};
const aloneBefore = (text, check) => {
	const found = text.search(ours.expression);
	return found !== -1 && onlyCommentBefore.test(text.slice(0, found).slice(0, 1024)) && found <= 1024 ? oursIn(text, ours, check) : void 0;
};
/**
* The comment that excuses a secret, if there is one for its check: `tidewaiter:ignore [CHECK,...] [-- reason]` on the
* secret's first or last line or alone on the line before, `tidewaiter:ignore-next-line`, or another scanner's.
*/
const findInlineIgnore = (content, match, lines) => {
	const { check } = match;
	for (const text of besides(content, match, lines)) {
		const found = oursIn(text, ours, check) ?? othersIn(text, onSameLine);
		if (found !== void 0) return found;
	}
	const before = lineBefore(content, match, lines);
	return oursIn(before, oursBefore, check) ?? aloneBefore(before, check) ?? othersIn(before, onLineBefore) ?? (insideDisabledBlock(content, match.start) ? { by: "secretlint-disable" } : void 0);
};
// src/detect/line-hash.ts
/**
* `primaryLocationLineHash`, by which GitHub's code scanning knows an alert again when lines move. It is what
* github/codeql-action computes (src/fingerprints.ts): a rolling hash, h = 37 h + c modulo 2^64, over the 100 UTF-16
* units from the start of a line that are neither space nor tab; every line end is one line feed; after the last
* line come 0xFFFF and zeros. `:n` counts lines of equal hash. A lone carriage return ends a line here, as it does there.
*/
const block = 100;
const factor = 37;
const endOfFile = 65535;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
/** 37^100 modulo 2^64 in two halves: what a character weighs when it leaves the block. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(block));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 4294967295n);
/** Larger contents get no hash: code scanning shows no files of this size, and the walk takes seconds. */
const maxContent = 64 << 20;
const chunkSize$1 = 65536;
const createRoller = (onHash) => {
	const units = new Uint16Array(block);
	/** The line that starts at a place of the block, or 0. */
	const starts = new Int32Array(block);
	let high = 0;
	let low = 0;
	let index = 0;
	let line = 0;
	let atStart = true;
	let afterReturn = false;
	const emit = () => {
		const started = starts[index];
		starts[index] = 0;
		return onHash(started, high, low);
	};
	/** All products stay below 2^53, where doubles are exact; `>>> 0` takes them modulo 2^32. */
	const roll = (unit) => {
		const gone = units[index];
		units[index] = unit;
		const sum = low * factor + unit - leavingLow * gone;
		high = high * factor - leavingHigh * gone + Math.floor(sum / 4294967296) >>> 0;
		low = sum >>> 0;
		index = index + 1 === block ? 0 : index + 1;
	};
	const take = (unit) => {
		const skipped = unit === space || unit === tab || afterReturn && unit === lineFeed;
		afterReturn = unit === carriageReturn;
		if (skipped) return true;
		if (starts[index] !== 0 && emit()) return false;
		if (atStart) starts[index] = ++line;
		atStart = unit === lineFeed || unit === carriageReturn;
		roll(unit === carriageReturn ? lineFeed : unit);
		return true;
	};
	const flush = () => {
		for (let i = 0; i < block; i++) {
			if (starts[index] !== 0 && emit()) return;
			roll(0);
		}
	};
	return {
		take,
		flush
	};
};
const hashEachLine = (content, onHash) => {
	const { take, flush } = createRoller(onHash);
	const decoder = new StringDecoder("utf8");
	const takeAll = (text) => {
		for (let i = 0; i < text.length; i++) if (!take(text.charCodeAt(i))) return false;
		return true;
	};
	for (let at = 0; at < content.length; at += chunkSize$1) if (!takeAll(decoder.write(content.subarray(at, at + chunkSize$1)))) return;
	if (takeAll(decoder.end()) && take(endOfFile)) flush();
};
const hexOf = (high, low) => high === 0 ? low.toString(16) : `${high.toString(16)}${low.toString(16).padStart(8, "0")}`;
/**
* `primaryLocationLineHash` of the lines asked for (counted from 1), by line. Two walks, so that memory does not grow
* with the number of lines: one for the hashes asked for, one that counts their equals. Nothing for a content beyond 64 MiB.
*/
const lineHashes = (content, lines) => {
	const found = /* @__PURE__ */ new Map();
	if (content.length > maxContent || lines.size === 0) return found;
	const counts = /* @__PURE__ */ new Map();
	const lows = /* @__PURE__ */ new Set();
	let left = lines.size;
	hashEachLine(content, (line, high, low) => {
		if (!lines.has(line)) return false;
		counts.set(hexOf(high, low), 0);
		lows.add(low);
		return --left === 0;
	});
	left = lines.size;
	hashEachLine(content, (line, high, low) => {
		const asked = lines.has(line);
		if (!asked && !lows.has(low)) return false;
		const hex = hexOf(high, low);
		const count = (counts.get(hex) ?? 0) + 1;
		counts.set(hex, count);
		if (asked) found.set(line, `${hex}:${count}`);
		return asked && --left === 0;
	});
	return found;
};
// src/detect/position.ts
const lineStarts = (content) => {
	const starts = [0];
	for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) starts.push(at + 1);
	return starts;
};
/** Text longer than V8's longest string is measured in pieces. */
const pieceSize = 64 << 20;
const utf16Length = (content, from, to) => {
	let units = 0;
	for (let at = from; at < to; at += pieceSize) units += content.toString("utf8", at, Math.min(to, at + pieceSize)).length;
	return units;
};
/** Lines of a content, as editors and git count them: each ends with a line feed. */
const lineIndex = (content) => {
	const starts = lineStarts(content);
	const startOf = (line) => starts[line - 1] ?? content.length;
	const endOf = (line) => line < starts.length ? starts[line] - 1 : content.length;
	const at = (offset, wide = false) => {
		const index = lastAtOrBefore(starts, offset);
		const start = starts[index];
		const units = wide ? Math.floor((offset - start) / 2) : utf16Length(content, start, offset);
		return {
			line: index + 1,
			column: units + 1
		};
	};
	return {
		at,
		startOf,
		endOf
	};
};
// src/detect/hit.ts
const place$1 = (match, lines) => {
	const wide = /^utf-16\b/.test(String(match.facts["encoding"]));
	const from = lines.at(match.start, wide);
	const to = lines.at(match.end, wide);
	return {
		line: from.line,
		column: from.column,
		endLine: to.line,
		endColumn: to.column
	};
};
/**
* UTF-16 with a byte order mark becomes UTF-8, so that rules, lines and columns see its text. Secrets are ASCII, of which
* every character has a zero byte in UTF-16: a content without one only looks like it.
*/
const asUtf8 = (content) => {
	const mark = content.length >= 2 ? content.readUInt16BE(0) : 0;
	if ((mark === 65534 || mark === 65279) && !content.includes(0)) return content;
	if (mark === 65534) return Buffer.from(new TextDecoder("utf-16le").decode(content));
	if (mark === 65279) return Buffer.from(new TextDecoder("utf-16be").decode(content));
	return content;
};
const none = /* @__PURE__ */ new Map();
/** Scans a content and places what was found; line hashes, which read the content once more, only where they are wanted. */
const inspect = (detector, bytes, wantsHashes) => {
	const content = asUtf8(bytes);
	const matches = detector.scan(content);
	if (matches.length === 0) return [];
	const lines = lineIndex(content);
	const places = matches.map((match) => place$1(match, lines));
	const hashes = wantsHashes ? lineHashes(content, new Set(places.map(({ line }) => line))) : none;
	return matches.map((match, i) => ({
		...match,
		...places[i],
		lineHash: hashes.get(places[i].line),
		inlineIgnore: findInlineIgnore(content, match, lines)
	}));
};
// src/files/read-file.ts
/** Larger files are not read: a limit of ours, reported as missing. */
const maxFile = 1 << 30;
/** A file that was not read; the message is the reason for coverage. */
var UnreadError = class extends Error {
	name = "UnreadError";
};
const reasons = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	ENOENT: "does not exist",
	ENAMETOOLONG: "its path is too long to open",
	ELOOP: "a link that leads to itself",
	EISDIR: "is a folder"
};
const reasonOf = (error) => {
	if (error instanceof UnreadError) return error.message;
	const code = error.code;
	return code === void 0 ? String(error) : reasons[code] ?? code;
};
/** A pipe without a writer would otherwise hold up the open for good. Windows has neither. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const chunkSize = 1 << 20;
/** Sizes lie: files of `/proc` say 0, others grow. What counts is what can be read. */
const readToEnd = async (handle, expected) => {
	let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 4096));
	let filled = 0;
	for (;;) {
		if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
		const { bytesRead } = await handle.read(buffer, filled, Math.min(chunkSize * 64, buffer.length - filled));
		if (bytesRead === 0) return buffer.subarray(0, filled);
		filled += bytesRead;
		if (filled > 1073741824) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
	}
};
const notRegular = "a device, socket or pipe: give what it holds on standard input, as in `tidewaiter files -`";
/** Opens nothing but regular files; with `followLinks` also one that a link leads to. Throws what `reasonOf` explains. */
const readRegularFile = async (path, followLinks) => {
	const before = followLinks ? await stat(path) : await lstat(path);
	if (before.isDirectory()) throw new UnreadError("is a folder");
	if (!before.isFile()) throw new UnreadError(notRegular);
	const handle = await open(path, flags);
	try {
		const { size, dev, ino } = await handle.stat();
		if (dev !== before.dev || ino !== before.ino) throw new UnreadError("was replaced while it was read");
		if (size > 1073741824) throw new UnreadError(`its ${size} bytes exceed the limit of ${maxFile}`);
		return await readToEnd(handle, size);
	} finally {
		await handle.close();
	}
};
// src/findings/foreign-hashes.ts
const sha1 = (text) => createHash("sha1").update(text, "latin1").digest("hex");
/**
* The SHA-1 by which detect-secrets knows a secret: of its bytes; of a private key it sees the words of the opening line alone
* (plugins/private_key.py). Asked only where such a baseline is there; the hashes leave the process no more than the secret does.
*/
const foreignHashes = ({ reveal }) => (fingerprint) => {
	const secret = reveal(fingerprint);
	if (secret === void 0) return [];
	const armour = /^-----(BEGIN [A-Z0-9 ]{1,48}PRIVATE KEY(?: BLOCK)?)-----/.exec(secret)?.[1];
	return armour === void 0 ? [sha1(secret)] : [sha1(secret), sha1(armour)];
};
// src/policy/baseline.ts
/** Reports of 100,000 findings are smaller. */
const maxBaseline = 256 << 20;
const advice = "write one with `tidewaiter scan --format json=FILE` and name that file";
const isObject$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isFingerprint = (value) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
const isRoot = (value) => typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const parse$1 = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
};
const parseLines = (text) => text.split("\n").filter((line) => line.trim() !== "").map(parse$1);
/** A report, a report in lines (findings, then the rest), or a list of fingerprints. */
const contentsOf = (text) => {
	const whole = parse$1(text);
	if (isObject$1(whole) && Array.isArray(whole["fingerprints"])) return {
		head: whole,
		findings: whole["fingerprints"].map((fingerprint) => ({ fingerprint }))
	};
	if (isObject$1(whole) && Array.isArray(whole["findings"])) return {
		head: whole,
		findings: whole["findings"]
	};
	const lines = parseLines(text);
	const last = lines.at(-1);
	return isObject$1(last) && isObject$1(last["coverage"]) ? {
		head: last,
		findings: lines.slice(0, -1)
	} : void 0;
};
/** An ignored finding is not in the baseline: when its ignore goes, it counts again. */
const belongs = (finding) => !isObject$1(finding["suppressed"]) || finding["suppressed"]["kind"] === "baseline";
const keyOf = (head) => {
	const written = head["fingerprintKey"];
	if (isRoot(head["root"])) return {
		kind: "root",
		root: head["root"]
	};
	if (!isObject$1(written)) return void 0;
	if (written["kind"] === "root" && isRoot(written["root"])) return {
		kind: "root",
		root: written["root"]
	};
	return written["kind"] === "organisation" || written["kind"] === "constant" ? { kind: written["kind"] } : void 0;
};
/**
* Reads a baseline: a JSON or JSON Lines report of an earlier run, or `{version: 1, root?, fingerprints: [...]}`.
* Touches no disk, so that the text may come from a commit. Throws a UsageError that says what to do instead.
*/
const readBaseline = (text, file) => {
	if (text.length > 268435456) throw new UsageError(`${file}: too large for a baseline`);
	const contents = contentsOf(text.replace(/^\ufeff/, ""));
	if (contents === void 0) throw new UsageError(`${file} is no JSON report of Tidewaiter: ${advice}`);
	const { head, findings } = contents;
	if (head["version"] !== 1) throw new UsageError(`${file} is a report of version ${JSON.stringify(head["version"])?.slice(0, 20)}, not 1: ${advice}`);
	const fingerprints = /* @__PURE__ */ new Set();
	findings.forEach((finding, index) => {
		if (!isObject$1(finding) || !isFingerprint(finding["fingerprint"])) throw new UsageError(`${file}: entry ${index + 1} has no fingerprint: ${advice}`);
		if (belongs(finding)) fingerprints.add(finding["fingerprint"]);
	});
	const key = keyOf(head);
	return {
		file,
		fingerprints,
		...key === void 0 ? {} : { key },
		...key?.root === void 0 ? {} : { root: key.root }
	};
};
/** Says why a baseline names none of the findings, where its fingerprints were made with another key. */
const keyMismatch = ({ key, file }, used) => {
	if (key === void 0 || used === void 0 || key.kind === used.kind && key.root === used.root) return void 0;
	const said = {
		organisation: "TIDEWAITER_KEY",
		root: `root commit ${key.root}`,
		constant: "no key"
	}[key.kind];
	return `${file ?? "the baseline"} was written with other fingerprints (${said}), so it names none of these findings: write it again`;
};
// src/policy/foreign-ignores.ts
/** Where gitleaks, betterleaks and detect-secrets keep them, at the top of a repository. */
const foreignFiles = [
	".gitleaksignore",
	".betterleaksignore",
	".secrets.baseline"
];
const maxProblems = 5;
/**
* `COMMIT:FILE:RULE:LINE` or `FILE:RULE:LINE` (gitleaks, README, ".gitleaksignore"); a file's name may hold colons. Rules of
* others have other names, so the place decides.
*/
const readFingerprint = (text, at) => {
	const [, rest, line] = /^(.+):[^:]*:(\d{1,9})$/s.exec(text) ?? [];
	if (rest === void 0) return void 0;
	const [, commit, path] = /^([0-9a-f]{40}|[0-9a-f]{64}):(.+)$/s.exec(rest) ?? [];
	const by = {
		line: Number(line),
		commit
	};
	return {
		at,
		path: plainPath(path ?? rest),
		by,
		reason: void 0
	};
};
const readIgnoreLines = (text, file) => {
	const entries = [];
	const wrong = [];
	text.split("\n").forEach((raw, index) => {
		const line = raw.trim().replace(/\s#.*$/, "").trimEnd();
		if (line === "" || line.startsWith("#")) return;
		const entry = readFingerprint(line, index + 1);
		if (entry === void 0) wrong.push(index + 1);
		else entries.push(entry);
	});
	const more = wrong.length > maxProblems ? ` and ${wrong.length - maxProblems} more` : "";
	return {
		file,
		kind: "configuration",
		entries,
		problems: wrong.length === 0 ? [] : [`${file}: line ${wrong.slice(0, maxProblems).join(", ")}${more}: no COMMIT:FILE:RULE:LINE or FILE:RULE:LINE, so it ignores nothing`]
	};
};
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const parse = (text) => {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		return;
	}
};
const plainPath = (path) => path.replaceAll("\\", "/").replace(/^\.\//, "");
/** An entry of `results`; `is_secret` is what an audit said. */
const readPotentialSecret = (path, each, at) => {
	const sha1 = isObject(each) ? each["hashed_secret"] : void 0;
	if (typeof sha1 !== "string" || !/^[0-9a-f]{40}$/.test(sha1)) return void 0;
	const isAuditedAway = isObject(each) && each["is_secret"] === false;
	return {
		at,
		path: plainPath(path),
		by: { sha1 },
		reason: isAuditedAway ? "audited as no secret" : void 0
	};
};
/** `results`: by file, with the SHA-1 of each secret (detect-secrets, docs/design.md; detect_secrets/core/potential_secret.py). */
const readDetectSecrets = (text, file) => {
	const parsed = parse(text);
	const results = isObject(parsed) ? parsed["results"] : void 0;
	const none = {
		file,
		kind: "baseline",
		entries: []
	};
	if (!isObject(results)) return {
		...none,
		problems: [`${file} is no baseline of detect-secrets, so it ignores nothing`]
	};
	const entries = Object.entries(results).flatMap(([path, found]) => (Array.isArray(found) ? found : []).map((each) => [path, each])).flatMap(([path, each], index) => readPotentialSecret(path, each, index + 1) ?? []);
	return {
		...none,
		entries,
		problems: []
	};
};
/** Reads one of these files. Total: what is wrong in it ignores nothing and is told. */
const readForeignFile = (file, text) => file === ".secrets.baseline" ? readDetectSecrets(text, file) : readIgnoreLines(text, file);
const isAbout = ({ by }, locations, hashes) => {
	if ("sha1" in by) return hashes().includes(by.sha1);
	return locations.some((location) => location.line <= by.line && by.line <= location.endLine && (by.commit === void 0 || location.commit === by.commit));
};
/**
* An entry is about a finding when it names one of its places at a path, or its hash there; then it covers all that the finding
* has at this path, since a commit and a line are only where the other scanner saw it. Every path must be covered.
*/
const foreignIgnores = (files, hashesOf) => {
	const byPath = /* @__PURE__ */ new Map();
	for (const file of files) for (const entry of file.entries) {
		const known = byPath.get(entry.path);
		if (known === void 0) byPath.set(entry.path, [{
			file,
			entry
		}]);
		else known.push({
			file,
			entry
		});
	}
	const ask = ({ fingerprint, locations }) => {
		let known;
		const hashes = () => known ??= hashesOf(fingerprint);
		const paths = new Set(locations.map(({ path }) => path));
		const excuses = [];
		let covered = 0;
		for (const path of paths) {
			const there = locations.filter((location) => location.path === path);
			const about = (byPath.get(path) ?? []).filter(({ entry }) => isAbout(entry, there, hashes));
			if (about.length > 0) covered++;
			excuses.push(...about);
		}
		const touched = excuses.map(({ entry }) => entry);
		const [first] = excuses;
		if (first === void 0 || covered < paths.size) return {
			by: void 0,
			touched
		};
		const { file, entry } = first;
		const where = file.kind === "baseline" ? file.file : `${file.file}, line ${entry.at}`;
		return {
			by: {
				kind: file.kind,
				by: where,
				...entry.reason === void 0 ? {} : { reason: entry.reason }
			},
			touched
		};
	};
	return { ask };
};
/** Says how many entries no finding needed. */
const unusedNotes = (files, used) => files.flatMap(({ file, entries }) => {
	const unused = entries.filter((entry) => !used.has(entry));
	if (unused.length === 0) return [];
	const places = unused.slice(0, maxProblems).map(({ at, path }) => file === ".secrets.baseline" ? path : `line ${at}`);
	const more = unused.length > maxProblems ? ` and ${unused.length - maxProblems} more` : "";
	return [`${`${unused.length} of ${entries.length} entries of ${file} match`} nothing that was found: ${[...new Set(places)].join(", ")}${more}`];
});
// src/policy/glob.ts
/** Two stars cross slashes, one star and `?` do not; every other character is itself. */
const tokenize = (glob) => {
	const tokens = [];
	for (let at = 0; at < glob.length; at++) if (glob.startsWith("**/", at) && (at === 0 || glob[at - 1] === "/")) {
		tokens.push({ kind: "path" });
		at += 2;
	} else if (glob[at] === "*") tokens.push({ kind: "name" });
	else tokens.push(glob[at] === "?" ? { kind: "one" } : {
		kind: "text",
		char: glob[at]
	});
	return tokens;
};
/** States that follow without reading: a star may stand for nothing. */
const settle = (states, tokens) => {
	for (let i = 0; i < tokens.length; i++) if (states[i] === 1 && (tokens[i].kind === "name" || tokens[i].kind === "path")) states[i + 1] = 1;
};
const stays = ({ kind }, char) => {
	if (kind === "path") return char === "/" ? 1 : 2;
	return kind === "name" && char !== "/" ? 1 : 0;
};
const goesOn = (token, char) => token.kind === "text" ? token.char === char : token.kind === "one" && char !== "/";
const step = (states, tokens, char) => {
	const next = new Uint8Array(states.length);
	tokens.forEach((token, i) => {
		if (states[i] === 0) return;
		if (next[i] === 0) next[i] = stays(token, char);
		if (goesOn(token, char)) next[i + 1] = 1;
	});
	settle(next, tokens);
	return next;
};
const covered = (tokens, path) => {
	let states = new Uint8Array(tokens.length + 1);
	states[0] = 1;
	settle(states, tokens);
	for (let at = 0; at < path.length; at++) {
		if (path[at] === "/" && states[tokens.length] === 1) return true;
		states = step(states, tokens, path[at]);
	}
	return states[tokens.length] === 1;
};
/**
* Whether a path relative to the repository is covered by a glob: it or a folder above it matches. A glob without a
* slash matches a name at any depth, as in `.gitignore`. Linear in the path for any glob.
*/
const compileGlob = (glob) => {
	const trimmed = glob.replace(/^\.\//, "").replace(/\/(?:\*\*)?$/, "");
	const tokens = tokenize(trimmed.includes("/") || glob.startsWith("./") ? trimmed : `**/${trimmed}`);
	return (path) => covered(tokens, path);
};
// src/policy/ignores.ts
const describeIgnore = ({ fingerprint, check, path, owner }) => {
	return `${[
		fingerprint === void 0 ? "" : `fingerprint ${fingerprint}`,
		check === void 0 ? "" : `check ${check}`,
		path === void 0 ? "" : `path ${path}`
	].filter(Boolean).join(", ")}${owner === void 0 ? "" : ` (${owner})`}`;
};
const hasExpired = ({ expires }, today) => expires !== void 0 && expires < today;
const activate = (ignore) => {
	const { fingerprint, check, path } = ignore;
	const matches = path === void 0 ? () => true : compileGlob(path);
	return {
		ignore,
		about: (finding) => (fingerprint === void 0 || finding.fingerprint === fingerprint) && (check === void 0 || finding.check.startsWith(check)),
		covers: (location) => matches(location.path)
	};
};
/** What no commit reaches any more may have lost its path: then the other places decide. */
const deciding = (locations) => {
	const known = locations.filter(({ path, reachable }) => !(reachable === false && /^object [0-9a-f]+$/.test(path)));
	return known.length > 0 ? known : locations;
};
/** Whether ignores excuse a finding: every place where it lies must be covered, or a secret could hide behind a test's. */
const askIgnores = (finding, ignores) => {
	const about = ignores.filter((entry) => entry.about(finding));
	const locations = deciding(finding.locations);
	const touched = about.filter((entry) => entry.ignore.path === void 0 || finding.locations.some((location) => entry.covers(location)));
	const excused = touched.some(({ ignore }) => ignore.path === void 0) || locations.length > 0 && locations.every((location) => touched.some((entry) => entry.covers(location)));
	const whole = touched.find(({ ignore }) => ignore.path === void 0);
	return {
		touched,
		by: excused ? whole ?? touched[0] : void 0
	};
};
// src/policy/notes.ts
/** More of one kind are counted, not listed. */
const maxListed = 50;
const place = ({ locations }) => {
	const location = locations.at(-1);
	return location === void 0 ? "" : ` at ${location.path}:${location.line}`;
};
const listed = (entries, sentence) => {
	const rest = entries.length - maxListed;
	return [...entries.slice(0, maxListed).map(sentence), ...rest > 0 ? [`and ${rest} more of these`] : []];
};
const inlineIgnored = (finding) => {
	const { by, reason } = finding.suppressed;
	return `inline ignore of ${finding.check}${place(finding)} (${by}): ${reason ?? "no reason given"}`;
};
const kinds = {
	inline: "inline comments",
	configuration: "the configuration",
	baseline: "the baseline"
};
const summary = (ignored) => {
	if (ignored.length === 0) return [];
	const parts = Object.keys(kinds).map((kind) => ({
		kind,
		count: ignored.filter(({ suppressed }) => suppressed?.kind === kind).length
	})).filter(({ count }) => count > 0).map(({ kind, count }) => `${count} because of ${kinds[kind]}`);
	return [`${ignored.length === 1 ? "1 finding does" : `${ignored.length} findings do`} not count: ${parts.join(", ")}`];
};
const notesOn = ({ change, ignored, overruled, expired, unused }) => [
	...summary(ignored),
	...listed(change ? ignored.filter(({ suppressed }) => suppressed.kind === "inline") : [], inlineIgnored),
	...listed(overruled, (finding) => `${finding.check}${place(finding)} has an inline ignore; selfExcuse: deny makes it count all the same`),
	...listed(expired, (ignore) => `the ignore of ${describeIgnore(ignore)} expired on ${ignore.expires}: fix what it excused or renew it`),
	...listed(unused, (ignore) => `the ignore of ${describeIgnore(ignore)} matches nothing: remove it`)
];
// src/policy/apply.ts
const wanted = (finding, { only, minProof }) => proofRank(finding.proof) >= proofRank(minProof) && (only.length === 0 || only.some((prefix) => finding.check.startsWith(prefix)));
const suppressionOf = ({ ignore }) => ({
	kind: "configuration",
	by: describeIgnore(ignore),
	reason: ignore.reason
});
/** Whether a comment that the change itself brings along is to be overruled. */
const overruled = (finding, { selfExcuse }, { scope }) => selfExcuse === "deny" && scope === "change" && finding.suppressed?.kind === "inline" && finding.new !== false;
/** What a list says of a finding; adds to `used` the entries that are about it. */
const listedAs = (finding, { ignores, foreign }, used) => {
	const { touched, by } = askIgnores(finding, ignores);
	for (const { ignore } of touched) used.add(ignore);
	const elsewhere = foreign.ask(finding);
	for (const entry of elsewhere.touched) used.add(entry);
	return by === void 0 ? elsewhere.by : suppressionOf(by);
};
/** Marks findings; adds to `used` the ignores that are about some finding. */
const judgeWith = (policy, surroundings, excuses, used) => (given) => {
	const listed = listedAs(given, excuses, used);
	const { suppressed: before, ...bare } = given;
	const isOverruled = overruled(given, policy, surroundings);
	const known = policy.baseline?.fingerprints.has(given.fingerprint);
	const suppressed = (isOverruled ? void 0 : before) ?? listed ?? (known === true ? {
		kind: "baseline",
		by: policy.baseline?.file ?? "baseline"
	} : void 0);
	return {
		finding: {
			...bare,
			...known === void 0 ? {} : { new: !known },
			...suppressed === void 0 ? {} : { suppressed }
		},
		overruled: isOverruled
	};
};
/** What the policy makes of findings: those out of scope are gone, those excused are marked. */
const applyPolicy = (findings, coverage, policy, surroundings = {
	scope: "part",
	today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
	key: void 0
}) => {
	const expired = policy.ignores.filter((ignore) => hasExpired(ignore, surroundings.today));
	const active = policy.ignores.filter((ignore) => !expired.includes(ignore));
	const used = /* @__PURE__ */ new Set();
	const foreignFiles = policy.foreign ?? [];
	const foreign = foreignIgnores(foreignFiles, surroundings.hashesOf ?? (() => []));
	const inScope = findings.map(judgeWith(policy, surroundings, {
		ignores: active.map(activate),
		foreign
	}, used)).filter(({ finding }) => wanted(finding, policy));
	const all = inScope.map(({ finding }) => finding);
	const shown = policy.includeIgnored ? all : all.filter(({ suppressed }) => suppressed === void 0);
	const whole = surroundings.scope === "everything" && coverage.complete;
	const mismatch = policy.baseline === void 0 ? void 0 : keyMismatch(policy.baseline, surroundings.key);
	const notes = notesOn({
		change: surroundings.scope === "change",
		ignored: all.filter(({ suppressed }) => suppressed !== void 0),
		overruled: inScope.filter((judgement) => judgement.overruled).map(({ finding }) => finding),
		expired,
		unused: whole ? active.filter((ignore) => !used.has(ignore)) : []
	});
	const others = [...foreignFiles.flatMap(({ problems }) => problems), ...whole ? unusedNotes(foreignFiles, used) : []];
	return {
		findings: shown,
		verdict: verdictOf(all, coverage, policy),
		notes: [
			...mismatch === void 0 ? [] : [mismatch],
			...notes,
			...others
		]
	};
};
// src/policy/find-configuration.ts
const configurationFiles = [".github/tidewaiter.yml", "tidewaiter.yml"];
/** Names that people write by habit and that would silently do nothing. */
const mistaken = [
	".github/tidewaiter.yaml",
	"tidewaiter.yaml",
	".tidewaiter.yml",
	".tidewaiter.yaml"
];
/**
* The configuration of a repository, from its folder or from a commit: `read` knows which. Rejects with a UsageError
* where two files would be one, or where a file has a name that is never read.
*/
const findConfiguration = async (read) => {
	const found = [];
	for (const file of configurationFiles) {
		const text = await read(file);
		if (text !== void 0) found.push({
			file,
			text
		});
	}
	if (found.length > 1) throw new UsageError(`both ${found.map(({ file }) => file).join(" and ")} are there: keep one of them`);
	for (const file of mistaken) if (await read(file) !== void 0) throw new UsageError(`${file} would not be read: rename it to ${configurationFiles[0]}`);
	return found[0];
};
// src/policy/settings.ts
const defaults = {
	failOn: "medium",
	minProof: "generic"
};
const areas = ["secrets/", "kubeconfig/"];
/** A misspelt area would look for nothing and pass. */
const checkOnly$1 = (only) => {
	const unknown = only.find((prefix) => !areas.some((area) => prefix.startsWith(area) || area.startsWith(prefix)));
	if (unknown !== void 0) throw new UsageError(`only: ${JSON.stringify(unknown)} is no check: ids begin with ${areas.join(" or ")}`);
	return only;
};
/** The first layer that says something wins: give flags first, then inputs, environment and configuration. */
const resolveSettings = (layers) => {
	const based = layers.find(({ baseline }) => baseline !== void 0);
	return {
		failOn: layers.find(({ failOn }) => failOn !== void 0)?.failOn ?? defaults.failOn,
		minProof: layers.find(({ minProof }) => minProof !== void 0)?.minProof ?? defaults.minProof,
		only: checkOnly$1(layers.find(({ only }) => only !== void 0 && only.length > 0)?.only ?? []),
		baseline: based === void 0 ? void 0 : {
			path: based.baseline,
			from: based.from
		}
	};
};
const configurationLayer = ({ failOn, minProof, only, baseline }) => ({
	from: "configuration",
	failOn,
	minProof,
	only,
	baseline
});
/** `TIDEWAITER_FAIL_ON`, `_MIN_PROOF`, `_ONLY` and `_BASELINE`. Throws a UsageError that names the wrong one. */
const environmentLayer = (environment) => {
	const read = (name) => environment[`TIDEWAITER_${name}`] || void 0;
	return {
		from: "environment",
		failOn: oneOf("TIDEWAITER_FAIL_ON", read("FAIL_ON"), severities),
		minProof: oneOf("TIDEWAITER_MIN_PROOF", read("MIN_PROOF"), proofs),
		only: splitList([read("ONLY") ?? ""]),
		baseline: read("BASELINE")
	};
};
const policyOf = ({ failOn, minProof, only }, { ignores, selfExcuse }, baseline, foreign, { includeIgnored, allowIncomplete }) => ({
	failOn,
	minProof,
	only,
	ignores,
	foreign,
	...baseline === void 0 ? {} : { baseline },
	includeIgnored,
	allowIncomplete,
	selfExcuse: selfExcuse ?? "allow"
});
// src/policy/judging.ts
const configurationOf = async (shelf, { config, from }) => {
	if (config !== void 0) return loadConfiguration(await shelf.named(config, "configuration", from), config);
	const found = await findConfiguration(shelf.inRepository);
	return found === void 0 ? emptyConfiguration : loadConfiguration(found.text, found.file);
};
const foreignOf = async ({ inRepository }) => {
	const texts = await Promise.all(foreignFiles.map((file) => inRepository(file, maxBaseline)));
	return foreignFiles.flatMap((file, index) => {
		const text = texts[index];
		return text === void 0 ? [] : [readForeignFile(file, text)];
	});
};
/** A misspelt check would look for nothing and pass. */
const checkOnly = (only, customRules) => {
	const known = [
		...[...rules, ...customRules].map(({ id }) => id),
		...kubeconfigChecks,
		...documentChecks
	];
	const unknown = only.find((prefix) => !known.some((check) => check.startsWith(prefix)) && !isServiceCheck(prefix));
	if (unknown === void 0) return;
	const meant = closest(unknown, known);
	const hint = meant === void 0 ? "docs/rules.md lists them" : `did you mean ${meant}?`;
	throw new UsageError(`only: no check is called ${JSON.stringify(unknown)} or begins so (${hint})`);
};
/** A misspelt provider would be asked at its public host, which its owner wanted to avoid. */
const endpointsOf = ({ endpoints, file }) => {
	const known = [...new Set(rules.filter(({ verification }) => verification !== void 0).map((rule) => rule.provider))];
	const places = /* @__PURE__ */ new Map();
	for (const { provider, url } of endpoints) {
		const problem = !known.includes(provider) && `no check of ${JSON.stringify(provider)} can be verified${hintAt(provider, known)}` || places.has(provider) && `two endpoints are for ${provider}` || !URL.canParse(url) && `${JSON.stringify(url)} is no address`;
		if (problem) throw new UsageError(`${file}: endpoints: ${problem}`);
		places.set(provider, new URL(url));
	}
	return places;
};
const hintAt = (word, known) => {
	const meant = closest(word, known);
	return meant === void 0 ? ": docs/verification.md lists them" : ` (did you mean ${meant}?)`;
};
/** The request wins over the environment, that over the configuration. Rejects with a UsageError. */
const judgingFrom = async (shelf, request, environment) => {
	const configuration = await configurationOf(shelf, request);
	const settings = resolveSettings([
		request,
		environmentLayer(environment),
		configurationLayer(configuration)
	]);
	checkOnly(settings.only, configuration.rules);
	const { baseline } = settings;
	const known = baseline === void 0 ? void 0 : readBaseline(await shelf.named(baseline.path, "baseline", baseline.from), baseline.path);
	return {
		policy: policyOf(settings, configuration, known, await foreignOf(shelf), request),
		customRules: configuration.rules,
		images: configuration.images,
		endpoints: endpointsOf(configuration),
		files: [
			...request.config === void 0 ? configurationFiles : [request.config],
			...baseline === void 0 ? [] : [baseline.path],
			...foreignFiles
		]
	};
};
export { foreignHashes as a, readRegularFile as c, inspect as d, lineIndex as f, createVault as g, verdictOf as h, maxBaseline as i, reasonOf as l, exitStatus as m, applyPolicy as n, UnreadError as o, counts as p, compileGlob as r, maxFile as s, judgingFrom as t, asUtf8 as u };
