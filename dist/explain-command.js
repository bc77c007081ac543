import { D as createVault, a as judgeByPath, b as oldestRoot, d as reasonOf, h as lineIndex, i as toFindings, l as maxFile, m as inspect, n as applyPolicy, o as foreignHashes, p as asUtf8, s as span, t as judgingFrom, u as readRegularFile, x as openRepository } from "./judging.js";
import { t as redact } from "./redact.js";
import { _ as decodeUtf16, a as compileExpression, c as sortOut, d as regionsHolding, f as createGate, g as decodeBase64, h as collectLiterals, i as createDetector, l as piecesOf, m as offsetOf, o as surroundings, p as literalOf, s as weigh, t as kubeconfigParser, u as regionsAround, v as createKernel, y as rules } from "./parser.js";
import { n as textOf, t as fileAt } from "./file-at.js";
import { s as UsageError } from "./closest.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { a as labelledProse, n as painter, o as textWidth } from "./paint.js";
import { t as shelfAt } from "./shelf.js";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
// src/explain/steps.ts
/** Groups of our own rules that hold a name or a sign, never a part of the credential. */
const harmlessGroups = /* @__PURE__ */ new Set([
	"key",
	"sep",
	"kind",
	"scheme",
	"region"
]);
const maxShown = 60;
const shownGroup = (rule, name, value) => {
	if (rule.custom || !harmlessGroups.has(name)) return `${name} ${redact(value)} (${value.length})`;
	return `${name} ${JSON.stringify(value.length > maxShown ? `${value.slice(0, maxShown)}…` : value)}`;
};
const groupsStep = (rule, { occurrence: { groups } }) => {
	const named = Object.entries(groups).filter(([name, value]) => name !== "secret" && value !== void 0);
	if (named.length === 0) return [];
	return [{
		name: "groups",
		said: named.map(([name, value]) => shownGroup(rule, name, value)).join(", ")
	}];
};
const entropyStep = (rule, { weighed }) => weighed.entropy === void 0 ? [] : [{
	name: "entropy",
	said: `${weighed.entropy.toFixed(2)} bits for each character, ${rule.minEntropy} are asked for${weighed.entropy < rule.minEntropy ? ": dropped" : ""}`
}];
const verdictWords = {
	holds: "holds",
	unknown: "says nothing for or against",
	fails: "fails, so it is lowered to info",
	silent: "says that it is no credential: dropped"
};
const proofStep = (rule, { weighed: { evidence, match } }) => {
	if (evidence === void 0) return [];
	if (rule.prover === void 0) return [{
		name: "proof",
		said: `${rule.proof}, by its format; the rule has no prover`
	}];
	const detail = "detail" in evidence && evidence.detail !== void 0 ? ` (${evidence.detail})` : "";
	return [{
		name: "proof",
		said: `${match === void 0 ? "" : `${match.proof}: `}${rule.prover.name} ${verdictWords[evidence.verdict]}${detail}`
	}];
};
const fillerStep = ({ weighed: { placeholder } }) => placeholder === void 0 ? [] : [{
	name: "filler",
	said: placeholder ? "a placeholder, a template or a sequence: dropped" : "none"
}];
const at = ({ line, column }) => `${line}:${column}`;
const overlapStep = (outcome, others) => {
	if (outcome !== void 0 || others.length === 0) return [];
	return [{
		name: "overlap",
		said: `${others[0].hit.check} at the same place knows more: dropped`
	}];
};
const pathStep = ({ hit, afterPath }) => {
	if (afterPath === hit) return [];
	const said = afterPath === void 0 ? "of a kind of file that holds no such secrets: dropped" : "test, vendored or documentation";
	return [{
		name: "path",
		said: afterPath === void 0 ? said : `${said}: lowered to ${afterPath.severity}`
	}];
};
const policyStep = ({ afterPath, finding }) => {
	if (afterPath === void 0) return [];
	if (finding === void 0) return [{
		name: "policy",
		said: "left out by only or min-proof"
	}];
	const { suppressed } = finding;
	if (suppressed === void 0) return [];
	const reason = suppressed.reason === void 0 ? "" : `: ${suppressed.reason}`;
	return [{
		name: "ignored",
		said: `${suppressed.kind}, ${suppressed.by}${reason}`
	}];
};
const resultOf = (outcome) => {
	const finding = outcome?.finding;
	if (finding === void 0) return "not reported";
	if (finding.suppressed !== void 0) return "found, and does not count";
	return `reported: ${finding.severity}, ${finding.proof}, fingerprint ${finding.fingerprint}`;
};
/** What became of an attempt, step by step; the last step is the result. */
const stepsOf = ({ rule }, attempt, position, outcome, others) => {
	const { secret } = attempt.occurrence;
	const isMatch = attempt.weighed.match !== void 0;
	return [
		{
			name: "expression",
			said: `matches at ${at(position)}, ${secret.length} characters, ${redact(secret)}`
		},
		...groupsStep(rule, attempt),
		...entropyStep(rule, attempt),
		...proofStep(rule, attempt),
		...fillerStep(attempt),
		...isMatch ? overlapStep(outcome, others) : [],
		...outcome === void 0 ? [] : [...pathStep(outcome), ...policyStep(outcome)],
		{
			name: "result",
			said: resultOf(isMatch ? outcome : void 0)
		}
	];
};
// src/explain/account.ts
const maxAnchors = 5;
const anchorsText = ({ anchors }, lines) => {
	const places = anchors.slice(0, maxAnchors).map(({ text, start }) => `${JSON.stringify(text)} at ${at(lines.at(start))}`);
	const rest = anchors.length - maxAnchors;
	return [...places, ...rest > 0 ? [`and ${rest} more`] : []].join(", ");
};
const windowsText = ({ windows, lacking, rule }) => {
	return `${windows.length === 1 ? "1 stretch" : `${windows.length} stretches`} (${`${rule.window.before} bytes before an anchor, ${rule.window.after} after it`})${lacking.length === 0 ? "" : `; ${lacking.length} without ${rule.requires.map((r) => JSON.stringify(r)).join(" and ")}`}`;
};
const outcomeOf = (attempt, check, { outcomes }, frame) => outcomes.find(({ hit }) => hit.check === check && hit.secret === attempt.occurrence.secret && (frame.decoded || hit.start === attempt.occurrence.start));
const othersAt = ({ occurrence: { start, end, secret } }, { outcomes }, frame) => outcomes.filter(({ hit }) => frame.decoded ? hit.secret.includes(secret) || secret.includes(hit.secret) : hit.start < end && start < hit.end);
const isWanted = (position, end, { line }) => line === void 0 || position.line <= line && line <= end.line;
const ruleAccount = (trail, decision, frame, wish) => {
	const { lines } = frame;
	const attempts = trail.attempts.filter(({ occurrence }) => frame.decoded || isWanted(lines.at(occurrence.matchStart), lines.at(occurrence.matchEnd), wish)).map((attempt) => {
		const outcome = outcomeOf(attempt, trail.rule.id, decision, frame);
		return stepsOf(trail, attempt, lines.at(attempt.occurrence.start), outcome, othersAt(attempt, decision, frame));
	});
	return {
		check: trail.rule.id,
		within: frame.within,
		anchors: anchorsText(trail, lines),
		windows: windowsText(trail),
		attempts
	};
};
const isAsked = (check, { only }) => only.length === 0 || only.some((prefix) => check.startsWith(prefix));
const decodedFrame = ({ encoding, start, bytes }, { lines, within }) => ({
	lines: lineIndex(bytes),
	within: [...within, `${encoding} at ${at(lines.at(start))}`],
	decoded: true
});
const accountsIn = (trail, decision, frame, wish) => [...trail.rules.filter(({ rule }) => isAsked(rule.id, wish)).map((rule) => ruleAccount(rule, decision, frame, wish)), ...trail.decoded.flatMap((inner) => accountsIn(inner.trail, decision, decodedFrame(inner, frame), wish))];
const parserAccount = (outcome) => ({
	check: outcome.hit.check,
	steps: [{
		name: "parser",
		said: `found at ${at(outcome.hit)}`
	}, {
		name: "result",
		said: outcome.finding === void 0 ? "not reported" : `reported: ${outcome.finding.severity}, ${outcome.finding.proof}`
	}]
});
/** Puts a decision into words. */
const accountOf = (decision, wish) => {
	const frame = {
		lines: decision.lines,
		within: [],
		decoded: false
	};
	const all = accountsIn(decision.trail, decision, frame, wish);
	const fromRules = new Set(all.map(({ check }) => check));
	const fromParsers = decision.outcomes.filter(({ hit }) => !fromRules.has(hit.check) && isAsked(hit.check, wish) && isWanted(hit, {
		line: hit.endLine,
		column: hit.endColumn
	}, wish));
	return {
		rules: all.filter(({ attempts }) => attempts.length > 0),
		parsers: fromParsers.map(parserAccount),
		silent: [...new Set(all.filter(({ attempts }) => attempts.length === 0).map(({ check }) => check))].sort()
	};
};
// src/detect/explanation.ts
/** As deep as detection decodes (detector.ts). */
const maxDepth = 3;
/** Nobody reads on: attempts of one rule in one content. */
const maxAttempts$1 = 1e3;
const utf16Reach = 8192;
const anchorPlaces = (hits, literals) => {
	const places = /* @__PURE__ */ new Map();
	for (const hit of hits) {
		const { bytes, targets } = literals[literalOf(hit)];
		const place = {
			text: Buffer.from(bytes).toString("latin1"),
			start: offsetOf(hit)
		};
		for (const target of targets) if (target.kind === "rule") places.set(target.rule, [...(places.get(target.rule) ?? []).slice(-999), place]);
	}
	return places;
};
const shifted = (occurrence, by) => ({
	...occurrence,
	start: occurrence.start + by,
	end: occurrence.end + by,
	matchStart: occurrence.matchStart + by,
	matchEnd: occurrence.matchEnd + by
});
const moved = ({ match, ...weighed }, by) => ({
	...weighed,
	match: match === void 0 ? void 0 : {
		...match,
		start: match.start + by,
		end: match.end + by
	}
});
/** Provers see as much of a content as they do in a scan. */
const attemptsIn = (rule, expression, content, regions) => {
	const attempts = [];
	for (const { start, end } of regions) {
		const from = Math.max(0, start - surroundings);
		const view = content.subarray(from, end + surroundings);
		for (const occurrence of expression(content.toString("latin1", start, end))) {
			if (occurrence.end === occurrence.start) continue;
			if (attempts.length === maxAttempts$1) return attempts;
			const weighed = moved(weigh(rule, shifted(occurrence, start - from), view), from);
			attempts.push({
				occurrence: shifted(occurrence, start),
				weighed
			});
		}
	}
	return attempts;
};
const decode = (content, { at, image }) => image.encoding === "base64" ? decodeBase64(content, at, image.phase) : decodeUtf16(content, at, image.encoding === "utf16le", utf16Reach);
const createExplainer = async (rules, parsers = []) => {
	const expressions = await Promise.all(rules.map(compileExpression));
	const literals = collectLiterals(rules, parsers);
	const kernel = createKernel();
	const gate = createGate(kernel, literals);
	const hitsIn = (content) => {
		if (content.length === 0) return /* @__PURE__ */ new Float64Array(0);
		const address = kernel.heap.allocate(content.length);
		try {
			kernel.heap.bytes().set(content, address);
			return gate.find(address, content.length);
		} finally {
			kernel.heap.free(address, content.length);
		}
	};
	const ruleTrail = (index, hits, anchors, content) => {
		const rule = rules[index];
		const windows = regionsAround(hits, rule.window, content.length);
		const holding = regionsHolding(content, windows, rule.requires);
		const searched = rule.custom ? holding.flatMap((region) => piecesOf(region, rule.window)) : holding;
		return {
			rule,
			anchors,
			windows,
			lacking: windows.filter((window) => !holding.includes(window)),
			attempts: attemptsIn(rule, expressions[index], content, searched)
		};
	};
	const decodedTrails = (anchors, content, depth) => {
		const trails = /* @__PURE__ */ new Map();
		for (const anchor of anchors) {
			const { encoding } = anchor.image;
			const { start, bytes } = decode(content, anchor);
			const key = `${encoding} ${start}`;
			if (!trails.has(key)) trails.set(key, {
				encoding,
				start,
				bytes,
				trail: explain(bytes, depth + 1)
			});
		}
		return [...trails.values()];
	};
	const explain = (content, depth) => {
		const hits = hitsIn(content);
		const asked = sortOut(hits, literals, rules);
		const places = anchorPlaces(hits, literals);
		return {
			rules: asked.byRule.map(([index, ofRule]) => ruleTrail(index, ofRule, places.get(index) ?? [], content)),
			parsers: asked.parsers.size,
			decoded: depth < maxDepth ? decodedTrails(asked.encoded, content, depth) : []
		};
	};
	return (content) => explain(content, 0);
};
// src/explain/decision.ts
const nothing = {
	complete: true,
	refs: 0,
	commits: 0,
	objects: 0,
	files: 1,
	layers: 0,
	bytes: 0,
	seconds: 0
};
const sightingOf = (hit, path) => ({
	hit,
	location: {
		kind: "file",
		path,
		present: true,
		...span(hit)
	},
	order: 0
});
const outcomesOf = (hits, path, { policy, key }) => {
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	return hits.map((hit) => {
		const vault = createVault();
		const findings = toFindings([sightingOf(hit, path)], key, vault);
		const coverage = {
			...nothing,
			skipped: [],
			missing: []
		};
		const surroundings = {
			scope: "part",
			today,
			key: void 0,
			hashesOf: foreignHashes(vault)
		};
		const judged = applyPolicy(findings, coverage, {
			...policy,
			includeIgnored: true
		}, surroundings);
		return {
			hit,
			afterPath: judgeByPath(hit, path),
			finding: judged.findings[0]
		};
	});
};
/** Explains subjects with the rules and the policy of a run. */
const createDecider = async (court) => {
	const explain = await createExplainer(court.rules, court.parsers);
	const detector = await createDetector(court.rules, court.parsers);
	return ({ path, content }) => {
		const text = asUtf8(content);
		const hits = inspect(detector, content, false);
		return {
			trail: explain(text),
			lines: lineIndex(text),
			outcomes: outcomesOf(hits, path ?? "-", court)
		};
	};
};
// src/command-line/account-text.ts
/** Attempts shown of one rule; JSON has them all. */
const maxAttempts = 20;
const maxSilent = 40;
const stepLines = (steps, { paint, width }) => steps.flatMap(({ name, said }) => labelledProse(paint, name, escapeTerminal(said), width));
const ruleLines = ({ check, within, anchors, windows, attempts }, style) => {
	const rest = attempts.length - maxAttempts;
	return [
		style.paint("bold", escapeTerminal(check)),
		...within.length === 0 ? [] : labelledProse(style.paint, "decoded", within.join(", then "), style.width),
		...labelledProse(style.paint, "anchors", escapeTerminal(anchors), style.width),
		...labelledProse(style.paint, "window", windows, style.width),
		...attempts.slice(0, maxAttempts).flatMap((steps) => [...stepLines(steps, style), ""]),
		...rest > 0 ? [`  and ${rest} more: --format json lists them`, ""] : []
	];
};
const silentText = (silent) => {
	const rest = silent.length - maxSilent;
	return [...silent.slice(0, maxSilent), ...rest > 0 ? [`and ${rest} more`] : []].join(", ");
};
/** An account as a person reads it. */
const accountText = (title, account, color, columns) => {
	const style = {
		paint: painter(color),
		width: textWidth(columns)
	};
	const { rules, parsers, silent } = account;
	return `${[
		style.paint("bold", escapeTerminal(title)),
		"",
		...rules.flatMap((rule) => ruleLines(rule, style)),
		...parsers.flatMap(({ check, steps }) => [
			style.paint("bold", check),
			...stepLines(steps, style),
			""
		]),
		...rules.length === 0 && parsers.length === 0 ? [silent.length === 0 ? "No anchor of a rule stands here." : "No expression matches here.", ""] : [],
		...silent.length === 0 ? [] : [...labelledProse(style.paint, "no match", `anchors, but no match of the expression: ${silentText(silent)}`, style.width), ""]
	].join("\n")}\n`;
};
// src/command-line/court.ts
const repositoryAround = async (word) => {
	try {
		return await openRepository(word === "-" ? "." : dirname(word));
	} catch {
		return;
	}
};
const openCourt = async (args, around) => {
	const repository = await repositoryAround(around);
	const top = repository?.folder ?? ".";
	const { policy, customRules } = await judgingFrom(shelfAt(top), {
		...args,
		from: "flag"
	}, process.env);
	const root = repository === void 0 ? void 0 : await oldestRoot(repository);
	return {
		rules: [...rules, ...customRules],
		parsers: [kubeconfigParser],
		policy,
		key: process.env["TIDEWAITER_KEY"] || policy.baseline?.root || root,
		repository,
		top
	};
};
// src/command-line/reported.ts
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isLocation = (value) => isObject(value) && typeof value["kind"] === "string" && typeof value["path"] === "string" && Number.isInteger(value["line"]) && (value["commit"] === void 0 || /^[0-9a-f]{40,64}$/.test(String(value["commit"])));
const parse = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
};
/** Findings of a report, or of a report in lines. */
const findingsIn = (text) => {
	const whole = parse(text);
	if (isObject(whole) && Array.isArray(whole["findings"])) return whole["findings"];
	return text.split("\n").map(parse);
};
/** The finding of a JSON report that has a fingerprint. Throws a UsageError when there is none. */
const readReported = (file, fingerprint) => {
	let text;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		throw new UsageError(`report ${file}: ${error.message}`, { cause: error });
	}
	if (text.length > 268435456) throw new UsageError(`report ${file}: too large`);
	const finding = findingsIn(text).find((entry) => isObject(entry) && entry["fingerprint"] === fingerprint);
	if (!isObject(finding) || typeof finding["check"] !== "string" || !Array.isArray(finding["locations"])) throw new UsageError(`report ${file} has no finding with the fingerprint ${fingerprint}: write it with --format json=FILE --include-ignored`);
	return {
		check: finding["check"],
		locations: finding["locations"].filter(isLocation)
	};
};
// src/command-line/subjects.ts
const readInput = async () => {
	const chunks = [];
	let size = 0;
	for await (const chunk of process.stdin) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > 1073741824) throw new UsageError(`standard input has more than the ${maxFile} bytes that are read`);
	}
	return Buffer.concat(chunks);
};
const readFile = async (path) => {
	if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
	try {
		return await readRegularFile(path, true);
	} catch (error) {
		throw new UsageError(`${path}: ${reasonOf(error)}`, { cause: error });
	}
};
/** Reads `FILE`, `FILE:LINE` or `-`. */
const readSubject = async (word, top) => {
	if (word === "-") return {
		title: "standard input",
		path: void 0,
		content: await readInput(),
		line: void 0
	};
	const [, file, line] = /^(.+):([1-9]\d{0,8})$/s.exec(word) ?? [];
	const path = file === void 0 || existsSync(word) ? word : file;
	return {
		title: word,
		path: relative(top, resolve(path)),
		content: await readFile(path),
		line: path === word ? void 0 : Number(line)
	};
};
// src/command-line/explain-command.ts
/** The first places of a finding say enough. */
const maxPlaces = 3;
const placeText = ({ commit, path, line }) => commit === void 0 ? `${path}:${line}` : `${path}:${line} in commit ${commit.slice(0, 12)}`;
const atLocation = async (location, { repository, top }) => {
	const { kind, path, line, commit } = location;
	const title = placeText(location);
	if (kind === "file") {
		const onDisk = [join(top, path), path].find((candidate) => existsSync(candidate));
		if (onDisk === void 0) return `${title}: the file is not here; run it where the report was made`;
		return {
			...await readSubject(onDisk, top),
			title,
			path: relative(top, onDisk),
			line
		};
	}
	if (kind !== "commit" || commit === void 0 || repository === void 0) return `${title}: a ${kind} is not read again by this command`;
	const file = await fileAt(repository, commit, path);
	if (file === void 0) return `${title}: the repository has no such file`;
	return {
		title,
		path,
		content: Buffer.from(await textOf(repository, file)),
		line
	};
};
const subjectsOf = async ({ locations }, court) => {
	const subjects = [];
	for (const location of locations.slice(0, maxPlaces)) {
		const subject = await atLocation(location, court);
		if (typeof subject === "string") process.stderr.write(`tidewaiter: ${subject}\n`);
		else subjects.push(subject);
	}
	return subjects;
};
const explainAll = async (subjects, only, court) => {
	const decide = await createDecider(court);
	return subjects.map((subject) => ({
		title: subject.title,
		account: accountOf(decide(subject), {
			only,
			line: subject.line
		})
	}));
};
const isFingerprint = (word) => /^[0-9a-f]{32}$/.test(word) && !existsSync(word);
/** What is asked for narrows the account, not the judgement: `--only` must not be the reason that it gives. */
const courtFor = (args, around) => openCourt({
	...args,
	only: []
}, around);
const explain = async (args) => {
	const [first, second, ...more] = args.paths;
	if (first === void 0) throw new UsageError("explain needs FILE, FILE:LINE, - for standard input, or FINGERPRINT REPORT");
	if (isFingerprint(first)) {
		if (second === void 0 || more.length > 0) throw new UsageError("explain FINGERPRINT needs the JSON report that has it: tidewaiter explain FINGERPRINT REPORT");
		const finding = readReported(second, first);
		const court = await courtFor(args, ".");
		const only = args.only.length > 0 ? args.only : [finding.check];
		return explainAll(await subjectsOf(finding, court), only, court);
	}
	const court = await courtFor(args, first.replace(/:\d+$/, ""));
	const subjects = [];
	for (const word of args.paths) subjects.push(await readSubject(word, court.top));
	return explainAll(subjects, args.only, court);
};
/** Prints explanations; `width` and colours as the terminal has them. */
const printAccounts = (explained, { formats, color }) => {
	const [{ format, file }] = formats;
	if (file !== void 0 || formats.length > 1 || format !== "text" && format !== "json") throw new UsageError("--format: this command writes text or json to standard output");
	if (format === "json") {
		process.stdout.write(`${JSON.stringify(explained.map(({ title, account }) => ({
			title,
			...account
		})), null, 2)}\n`);
		return;
	}
	const wantsColor = color && process.stdout.isTTY === true && !process.env["NO_COLOR"];
	for (const { title, account } of explained) process.stdout.write(accountText(title, account, wantsColor, process.stdout.columns));
};
/** Runs `explain`; gives the exit status. */
const explainCommand = async (args) => {
	printAccounts(await explain(args), args);
	return 0;
};
export { createDecider as a, openCourt as i, printAccounts as n, accountOf as o, readSubject as r, explainCommand as t };
