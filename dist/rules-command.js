import { a as createDecider, i as openCourt, n as printAccounts, o as accountOf, r as readSubject } from "./explain-command.js";
import { t as closest } from "./closest.js";
import { t as UsageError } from "./usage-error.js";
import { t as escapeTerminal } from "./escape-terminal.js";
import { a as labelledProse, n as painter } from "./paint.js";
import { g as serviceWords } from "./parser.js";
// src/command-line/rule-text.ts
const paint = painter(false);
const width = 110;
/** Anchors and expressions are over bytes: as UTF-8 where they spell it. */
const readable = (text) => {
	const utf8 = Buffer.from(text, "latin1").toString("utf8");
	return utf8.includes("�") ? text : utf8;
};
const ruleValue = (rule) => ({
	check: rule.id,
	provider: rule.provider,
	title: rule.title,
	severity: rule.severity,
	proof: rule.proof,
	...rule.prover === void 0 ? {} : { prover: rule.prover.name },
	opens: rule.opens,
	remediation: rule.remediation,
	anchors: rule.anchors.map(readable),
	expression: readable(rule.expression),
	ignoreCase: rule.ignoreCase,
	...rule.requires === void 0 ? {} : { requires: rule.requires },
	window: rule.window,
	...rule.minEntropy === void 0 ? {} : { minEntropy: rule.minEntropy },
	encoded: rule.encoded,
	custom: rule.custom
});
/** One rule a line. */
const rulesTable = (rules) => {
	const widest = Math.max(0, ...rules.map(({ id }) => id.length));
	return [...rules.map(({ id, severity, proof, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${proof.padEnd(10)}  ${escapeTerminal(title)}`), `${rules.length} rules`].join("\n");
};
const proofText = ({ proof, prover }) => {
	if (prover === void 0) return `${proof}; it has no prover`;
	const options = Object.entries(prover.options).map(([name, value]) => `${name}: ${value}`);
	return `${proof} before the prover ${prover.name}${options.length === 0 ? "" : ` (${options.join(", ")})`} has spoken`;
};
/** All that a rule says. */
const ruleText = (rule) => {
	const lines = [
		["title", rule.title],
		["provider", rule.provider],
		["severity", rule.severity],
		["opens", rule.opens],
		["what to do", rule.remediation],
		["anchors", rule.anchors.map((text) => JSON.stringify(readable(text))).join(", ")],
		["requires", rule.requires?.map((text) => JSON.stringify(text)).join(", ") ?? ""],
		["expression", readable(rule.expression)],
		["case", rule.ignoreCase ? "of letters is ignored" : "of letters matters"],
		["window", `${rule.window.before} bytes before an anchor, ${rule.window.after} after it`],
		["entropy", rule.minEntropy === void 0 ? "" : `at least ${rule.minEntropy} bits for each character`],
		["proof", proofText(rule)],
		["encoded", rule.encoded ? "looked for in base64 and UTF-16 too" : "not looked for in base64 and UTF-16"],
		["engine", rule.custom ? "RE2, in linear time" : ""]
	].filter(([, text]) => text !== "").flatMap(([name, text]) => labelledProse(paint, name, escapeTerminal(text), width));
	return [rule.id, ...lines].join("\n");
};
// src/command-line/service-text.ts
/** All services, by name. */
const knownServices = () => {
	const words = /* @__PURE__ */ new Map();
	for (const [word, { service }] of serviceWords()) words.set(service, [...words.get(service) ?? [], word]);
	return [...words].map(([{ name, provider, severity, keys, rotate }, own]) => ({
		name,
		checks: `secrets/${provider}-`,
		severity,
		words: own,
		keys: keys?.source,
		rotate
	})).sort((a, b) => a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
};
/** One service a line. */
const servicesTable = (services) => {
	const widest = Math.max(0, ...services.map(({ checks }) => checks.length));
	return [...services.map(({ name, checks, severity, words }) => `${checks.padEnd(widest)}  ${severity.padEnd(8)}  ${name}: ${words.join(", ")}`), `${services.length} services, known by the words beside their keys`].join("\n");
};
// src/command-line/rules-command.ts
const wantsJson = ({ formats }) => {
	const [first] = formats;
	if (formats.length > 1 || first?.file !== void 0 || first?.format !== "text" && first?.format !== "json") throw new UsageError("--format: rules writes text or json to standard output");
	return first.format === "json";
};
const print = (text) => {
	process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
	return 0;
};
const list = async (args) => {
	const { rules } = await openCourt(args, "-");
	const shown = rules.filter(({ id }) => args.only.length === 0 || args.only.some((prefix) => id.startsWith(prefix)));
	return print(wantsJson(args) ? JSON.stringify(shown.map(ruleValue), null, 2) : rulesTable(shown));
};
const services = (args) => {
	const shown = knownServices().filter(({ checks }) => args.only.length === 0 || args.only.some((prefix) => checks.startsWith(prefix) || prefix.startsWith(checks)));
	return print(wantsJson(args) ? JSON.stringify(shown, null, 2) : servicesTable(shown));
};
/** `github-oauth-token` will do for `secrets/github-oauth-token`. */
const ruleCalled = (rules, id) => {
	const rule = rules.find((known) => known.id === id || known.id === `secrets/${id}`);
	if (rule !== void 0) return rule;
	const known = rules.map((each) => each.id);
	const meant = closest(id.includes("/") ? id : `secrets/${id}`, known);
	throw new UsageError(`no rule is called ${JSON.stringify(id)}${meant === void 0 ? ": tidewaiter rules list names them" : ` (did you mean ${meant}?)`}`);
};
const show = async (args, [id, ...more]) => {
	if (id === void 0 || more.length > 0) throw new UsageError("rules show needs one ID");
	const rule = ruleCalled((await openCourt(args, "-")).rules, id);
	return print(wantsJson(args) ? JSON.stringify(ruleValue(rule), null, 2) : ruleText(rule));
};
const test = async (args, [id, ...words]) => {
	if (id === void 0) throw new UsageError("rules test needs an ID and FILE..., or - for standard input");
	const court = await openCourt({
		...args,
		only: []
	}, words[0] ?? "-");
	const rule = ruleCalled(court.rules, id);
	const decide = await createDecider({
		...court,
		rules: [rule],
		parsers: []
	});
	const explained = [];
	for (const word of words.length === 0 ? ["-"] : words) {
		const subject = await readSubject(word, court.top);
		explained.push({
			title: `${subject.title}: ${rule.id}`,
			account: accountOf(decide(subject), {
				only: [],
				line: subject.line
			})
		});
	}
	printAccounts(explained, args);
	return 0;
};
/** Runs `rules list`, `services`, `show`, `test` or `import`; gives the exit status. */
const rulesCommand = async (args) => {
	const [word, ...rest] = args.paths;
	switch (word) {
		case "list":
		case void 0:
			if (rest.length > 0) throw new UsageError("rules list takes no words: narrow it with --only");
			return list(args);
		case "services":
			if (rest.length > 0) throw new UsageError("rules services takes no words: narrow it with --only");
			return services(args);
		case "show": return show(args, rest);
		case "test": return test(args, rest);
		case "import": return (await import("./import-rules.js")).importRules(rest);
		default: throw new UsageError(`there is no command ${JSON.stringify(`rules ${word}`)}: use list, services, show, test or import`);
	}
};
export { rulesCommand };
