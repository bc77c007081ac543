import { t as UsageError } from "./usage-error.js";
import { t as isJsonObject } from "./json-object.js";
import { i as severityRank, n as proofs, r as severities, t as proofRank } from "./finding.js";
import { i as oneOf, o as splitList, t as closest } from "./closest.js";
import { n as bytesOf } from "./git.js";
import { A as rules, h as isServiceCheck, n as kubeconfigChecks, r as documentChecks } from "./parser.js";
import { n as forgetful } from "./clean-store.js";
import { n as loadConfiguration, t as emptyConfiguration } from "./configuration.js";
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from "node:fs";
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
const readToEnd = (descriptor, expected) => {
	let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 4096));
	let filled = 0;
	for (;;) {
		if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
		const bytesRead = readSync(descriptor, buffer, filled, Math.min(chunkSize * 64, buffer.length - filled), null);
		if (bytesRead === 0) return buffer.subarray(0, filled);
		filled += bytesRead;
		if (filled > 1073741824) throw new UnreadError(`its more than ${maxFile} bytes exceed the limit`);
	}
};
const notRegular = "a device, socket or pipe: give what it holds on standard input, as in `tidewaiter files -`";
/**
* Opens nothing but regular files; with `followLinks` also one that a link leads to. Throws what `reasonOf` explains. Waits for the disk: for small
* files, as most are, promises take several times as long as reading them (measured).
*/
const readRegularFile = (path, followLinks) => {
	const before = followLinks ? statSync(path) : lstatSync(path);
	if (before.isDirectory()) throw new UnreadError("is a folder");
	if (!before.isFile()) throw new UnreadError(notRegular);
	const descriptor = openSync(path, flags);
	try {
		const { size, dev, ino } = fstatSync(descriptor);
		if (dev !== before.dev || ino !== before.ino) throw new UnreadError("was replaced while it was read");
		if (size > 1073741824) throw new UnreadError(`its ${size} bytes exceed the limit of ${maxFile}`);
		return readToEnd(descriptor, size);
	} finally {
		closeSync(descriptor);
	}
};
// src/git/oldest-root.ts
/** An older one first: a fixed order for those of one second. */
const byTimestampThenId = (a, b) => {
	const [secondsA, idA] = a.split(" ");
	const [secondsB, idB] = b.split(" ");
	return Number(secondsA) - Number(secondsB) || (idA < idB ? -1 : 1);
};
const allLinesOf = async ({ folder }, args, signal) => (await bytesOf(folder, args, { signal })).toString("latin1").split("\n").filter(Boolean);
const rootsAmong = (repository, revisions, signal) => allLinesOf(repository, [
	"rev-list",
	"--max-parents=0",
	"--timestamp",
	...revisions
], signal);
const recordKey = createHash("sha256").update("the oldest root commit").digest("hex");
const form = /^([0-9a-f]{40,64}) (\d+ [0-9a-f]{40,64})$/;
const recall = (store) => {
	const [, head, root] = form.exec(store.record(recordKey)?.toString("latin1") ?? "") ?? [];
	return head === void 0 || root === void 0 ? void 0 : {
		head,
		root
	};
};
/** Roots by a walk over what is new alone, where HEAD descends from what it was; undefined where it does not. */
const sinceThen = async (repository, head, known, signal) => {
	if (known.head === head) return [known.root];
	try {
		return (await allLinesOf(repository, [
			"rev-list",
			"-1",
			known.head,
			`^${head}`
		], signal)).length > 0 ? void 0 : [known.root, ...await rootsAmong(repository, [head, `^${known.head}`], signal)];
	} catch {
		return;
	}
};
/**
* The oldest root commit that HEAD descends from: the same for every full clone, so fingerprints agree between them.
* Undefined in a shallow clone, whose roots are not the repository's. A store spares the walk over all commits the next time.
*/
const oldestRoot = async (repository, signal, store = forgetful) => {
	const { shallow, head } = repository;
	if (shallow || head === void 0) return void 0;
	const known = recall(store);
	try {
		const [root] = [...(known && await sinceThen(repository, head, known, signal)) ?? await rootsAmong(repository, [head], signal)].sort(byTimestampThenId);
		if (root !== void 0 && known?.head !== head) store.addRecord(recordKey, Buffer.from(`${head} ${root}`));
		return root?.split(" ")[1];
	} catch {
		return;
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
	if (isJsonObject(whole) && Array.isArray(whole["fingerprints"])) return {
		head: whole,
		findings: whole["fingerprints"].map((fingerprint) => ({ fingerprint }))
	};
	if (isJsonObject(whole) && Array.isArray(whole["findings"])) return {
		head: whole,
		findings: whole["findings"]
	};
	const lines = parseLines(text);
	const last = lines.at(-1);
	return isJsonObject(last) && isJsonObject(last["coverage"]) ? {
		head: last,
		findings: lines.slice(0, -1)
	} : void 0;
};
/** An ignored finding is not in the baseline: when its ignore goes, it counts again. */
const belongs = (finding) => !isJsonObject(finding["suppressed"]) || finding["suppressed"]["kind"] === "baseline";
const keyOf = (head) => {
	const written = head["fingerprintKey"];
	if (isRoot(head["root"])) return {
		kind: "root",
		root: head["root"]
	};
	if (!isJsonObject(written)) return void 0;
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
		if (!isJsonObject(finding) || !isFingerprint(finding["fingerprint"])) throw new UsageError(`${file}: entry ${index + 1} has no fingerprint: ${advice}`);
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
	const sha1 = isJsonObject(each) ? each["hashed_secret"] : void 0;
	if (typeof sha1 !== "string" || !/^[0-9a-f]{40}$/.test(sha1)) return void 0;
	const isAuditedAway = isJsonObject(each) && each["is_secret"] === false;
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
	const results = isJsonObject(parsed) ? parsed["results"] : void 0;
	const none = {
		file,
		kind: "baseline",
		entries: []
	};
	if (!isJsonObject(results)) return {
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
export { foreignHashes as a, maxFile as c, counts as d, exitStatus as f, maxBaseline as i, readRegularFile as l, createVault as m, applyPolicy as n, oldestRoot as o, verdictOf as p, compileGlob as r, UnreadError as s, judgingFrom as t, reasonOf as u };
