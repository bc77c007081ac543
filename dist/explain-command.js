import { A as rules, C as imagesOfAnchor, D as inspect, E as asUtf8, S as encodingName, _ as viewAround, a as createDetector, b as decodeAround, c as piecesOf, d as shifted, i as documentParsers, k as lineIndex, l as regionsHolding, m as weigh, p as surroundings, t as kubeconfigParser, u as compileExpression, v as decodeEscapes, w as telltaleWords, x as encodedImages, y as escapesRule } from "./parser.js";
import { t as redact } from "./redact.js";
import { i as judgeByPath, n as judgedByPath, r as toFindings } from "./join.js";
import { a as foreignHashes, l as readRegularFile, m as createVault, n as applyPolicy, o as oldestRoot, t as judgingFrom, u as reasonOf } from "./judging.js";
import { n as span } from "./sighting.js";
import { n as textOf, t as fileAt } from "./file-at.js";
import { t as UsageError } from "./usage-error.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { a as labelledProse, n as painter, o as textWidth } from "./paint.js";
import { n as openRepository } from "./repository.js";
import { t as shelfAt } from "./shelf.js";
import { t as isJsonObject } from "./json-object.js";
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
	const said = evidence.verdict === "silent" ? evidence.because : evidence.detail;
	const detail = said === void 0 ? "" : ` (${said})`;
	return [{
		name: "proof",
		said: `${match === void 0 ? "" : `${match.proof}: `}${rule.prover.name} ${verdictWords[evidence.verdict]}${detail}`
	}];
};
const pairStep = ({ weighed: { alone } }) => alone === void 0 ? [] : [{
	name: "pair",
	said: "the other half, without which it is worth nothing, is not near: dropped"
}];
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
	return `reported as ${finding.check}: ${finding.severity}, ${finding.proof}`;
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
		...pairStep(attempt),
		...fillerStep(attempt),
		...isMatch ? overlapStep(outcome, others) : [],
		...outcome === void 0 ? [] : [...pathStep(outcome), ...policyStep(outcome)],
		{
			name: "result",
			said: resultOf(isMatch ? outcome : void 0)
		},
		...outcome?.finding === void 0 ? [] : [{
			name: "fingerprint",
			said: outcome.finding.fingerprint
		}]
	];
};
// src/explain/account.ts
const maxAnchors$1 = 5;
const anchorsText = ({ anchors }, lines) => {
	const places = anchors.slice(0, maxAnchors$1).map(({ text, start }) => `${JSON.stringify(text)} at ${at(lines.at(start))}`);
	const rest = anchors.length - maxAnchors$1;
	return [...places, ...rest > 0 ? [`and ${rest} more`] : []].join(", ");
};
const windowsText = ({ windows, lacking, rule }) => {
	return `${windows.length === 1 ? "1 stretch" : `${windows.length} stretches`} (${`${rule.window.before} bytes before an anchor, ${rule.window.after} after it`})${lacking.length === 0 ? "" : `; ${lacking.length} without ${rule.requires.map((r) => JSON.stringify(r)).join(" and ")}`}`;
};
/** A match may bear another check than its rule: a prover can name the service. */
const outcomeOf = (attempt, { outcomes }, frame) => outcomes.find(({ hit }) => hit.check === attempt.weighed.match?.check && hit.secret === attempt.occurrence.secret && (frame.decoded || hit.start === attempt.occurrence.start));
const othersAt = ({ occurrence: { start, end, secret } }, { outcomes }, frame) => outcomes.filter(({ hit }) => frame.decoded ? hit.secret.includes(secret) || secret.includes(hit.secret) : hit.start < end && start < hit.end);
const isWanted = (position, end, { line }) => line === void 0 || position.line <= line && line <= end.line;
const ruleAccount = (trail, decision, frame, wish) => {
	const { lines } = frame;
	const attempts = trail.attempts.filter(({ occurrence }) => frame.decoded || isWanted(lines.at(occurrence.matchStart), lines.at(occurrence.matchEnd), wish)).map((attempt) => {
		const outcome = outcomeOf(attempt, decision, frame);
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
const checksIn = ({ rules, decoded }) => [...rules.flatMap(({ attempts }) => attempts.flatMap(({ weighed }) => weighed.match?.check ?? [])), ...decoded.flatMap(({ trail }) => checksIn(trail))];
/** Puts a decision into words. */
const accountOf = (decision, wish) => {
	const frame = {
		lines: decision.lines,
		within: [],
		decoded: false
	};
	const all = accountsIn(decision.trail, decision, frame, wish);
	const fromRules = new Set(checksIn(decision.trail));
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
/** Places of one anchor in one content. */
const maxAnchors = 1e4;
/** Offsets of a literal in a text; the search for anchors is written anew here, so that the gate need not keep what it knows. */
function* offsetsOf(text, literal) {
	for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + 1)) yield at;
}
const fold = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const hasRun = (text, at, run) => /^[\w-]*$/.test(text.slice(at, at + run)) && at + run <= text.length;
const placesOf = (text, { ignoreCase, run }, { plain, folded }) => {
	const offsets = ignoreCase ? offsetsOf(folded, fold(text)) : offsetsOf(plain, text);
	const places = [];
	for (const start of offsets) {
		if (places.length === maxAnchors) break;
		if (run === 0 || hasRun(plain, start + text.length, run)) places.push({
			text,
			start
		});
	}
	return places;
};
const anchorsOf = (rule, texts) => rule.anchors.flatMap((text) => placesOf(text, rule, texts)).sort((a, b) => a.start - b.start);
/** The windows around anchors, with those that touch joined. */
const windowsOf = (places, { window }, length) => {
	const windows = [];
	for (const { text, start } of places) {
		const from = Math.max(0, start - window.before);
		const to = Math.min(length, start + text.length + window.after);
		const last = windows.at(-1);
		if (last !== void 0 && from <= last.end) last.end = Math.max(last.end, to);
		else windows.push({
			start: from,
			end: to
		});
	}
	return windows;
};
const moved = ({ match, ...weighed }, by) => ({
	...weighed,
	match: match === void 0 ? void 0 : {
		...match,
		start: match.start + by,
		end: match.end + by
	}
});
const weighIn = (rule, occurrence, content, { start, end }, reach) => {
	const from = Math.max(0, start - reach);
	const view = viewAround(content.subarray(from, end + reach), {
		start: start - from,
		end: end - from
	});
	return moved(weigh(rule, shifted(occurrence, -from), view), from);
};
const attemptsIn = (rule, expression, content, regions) => {
	const attempts = [];
	for (const region of regions) for (const found of expression(content.toString("latin1", region.start, region.end))) {
		if (found.end === found.start) continue;
		if (attempts.length === maxAttempts$1) return attempts;
		const occurrence = shifted(found, region.start);
		attempts.push({
			occurrence,
			weighed: weighIn(rule, occurrence, content, region, surroundings)
		});
	}
	return attempts;
};
/** The encoded images of anchors, each once; UTF-16 begins at even offsets. */
const imagesOf = (rules) => {
	const named = [...rules.flatMap((rule) => rule.anchors.flatMap((anchor) => imagesOfAnchor(anchor, rule))), ...telltaleWords.flatMap(encodedImages)].map((image) => [`${image.encoding} ${image.phase} ${image.text}`, image]);
	return [...new Map(named).values()];
};
const encodedIn = (images, { plain }) => images.flatMap((image) => [...offsetsOf(plain, image.text)].filter((at) => !image.encoding.startsWith("utf16") || at % 2 === 0).map((at) => ({
	at,
	image
})));
const createExplainer = async (rules) => {
	const expressions = await Promise.all(rules.map(compileExpression));
	const images = imagesOf(rules);
	const ruleTrail = (rule, index, content, texts) => {
		const anchors = anchorsOf(rule, texts);
		if (anchors.length === 0) return [];
		const windows = windowsOf(anchors, rule, content.length);
		const holding = regionsHolding(content, windows, rule.requires);
		const searched = rule.custom ? holding.flatMap((region) => piecesOf(region, rule.window)) : holding;
		return [{
			rule,
			anchors,
			windows,
			lacking: windows.filter((window) => !holding.includes(window)),
			attempts: attemptsIn(rule, expressions[index], content, searched)
		}];
	};
	const decodedTrails = (anchors, content, depth) => {
		const trails = /* @__PURE__ */ new Map();
		for (const { at, image } of anchors) {
			const encoding = encodingName(image);
			const { start, bytes } = decodeAround(content, at, image);
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
	const escapedTrails = (content, texts, depth) => windowsOf(anchorsOf(escapesRule, texts), escapesRule, content.length).flatMap((region) => [...decodeEscapes(content, region)].map(({ encoding, start, bytes }) => ({
		encoding,
		start,
		bytes,
		trail: explain(bytes, depth + 1)
	})));
	const explain = (content, depth) => {
		const plain = content.toString("latin1");
		const texts = {
			plain,
			folded: fold(plain)
		};
		return {
			rules: rules.flatMap((rule, index) => ruleTrail(rule, index, content, texts)),
			decoded: depth < maxDepth ? [...decodedTrails(encodedIn(images, texts), content, depth), ...escapedTrails(content, texts, depth)] : []
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
		const findings = toFindings(judgedByPath(sightingOf(hit, path)), key, vault);
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
	const explain = await createExplainer(court.rules);
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
		parsers: [kubeconfigParser, ...documentParsers],
		policy,
		key: process.env["TIDEWAITER_KEY"] || policy.baseline?.root || root,
		repository,
		top
	};
};
// src/command-line/reported.ts
const isLocation = (value) => isJsonObject(value) && typeof value["kind"] === "string" && typeof value["path"] === "string" && Number.isInteger(value["line"]) && (value["commit"] === void 0 || /^[0-9a-f]{40,64}$/.test(String(value["commit"])));
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
	if (isJsonObject(whole) && Array.isArray(whole["findings"])) return whole["findings"];
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
	const finding = findingsIn(text).find((entry) => isJsonObject(entry) && entry["fingerprint"] === fingerprint);
	if (!isJsonObject(finding) || typeof finding["check"] !== "string" || !Array.isArray(finding["locations"])) throw new UsageError(`report ${file} has no finding with the fingerprint ${fingerprint}: write it with --format json=FILE --include-ignored`);
	return {
		check: finding["check"],
		locations: finding["locations"].filter(isLocation)
	};
};
// src/command-line/subjects.ts
/** Explaining costs more than scanning. */
const maxExplained = 64 << 20;
const readInput = async () => {
	const chunks = [];
	let size = 0;
	for await (const chunk of process.stdin) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > maxExplained) throw new UsageError(`standard input has more than the ${maxExplained} bytes that are explained`);
	}
	return Buffer.concat(chunks);
};
const readFile = (path) => {
	if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
	let content;
	try {
		content = readRegularFile(path, true);
	} catch (error) {
		throw new UsageError(`${path}: ${reasonOf(error)}`, { cause: error });
	}
	if (content.length > maxExplained) throw new UsageError(`${path}: its ${content.length} bytes are more than the ${maxExplained} that are explained`);
	return content;
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
		content: readFile(path),
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
