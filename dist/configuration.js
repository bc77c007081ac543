import { n as proofs, r as severities } from "./finding.js";
import { a as options, s as UsageError, t as closest } from "./closest.js";
import { t as require_dist } from "./dist.js";
// src/policy/configuration-keys.ts
/** Tools beside ours may read these files too, so no key is longer than a screen is wide. */
const sentence = {
	kind: "text",
	allowed: "a text of one line",
	pattern: /^[^\r\n\0]*\S[^\r\n\0]*$/,
	maxLength: 500
};
const check = {
	kind: "text",
	allowed: "the id of a check or its leading part, such as secrets/github",
	pattern: /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]*)?$/,
	maxLength: 200
};
const ignore = {
	kind: "map",
	called: "an ignore",
	oneOf: [
		"fingerprint",
		"check",
		"path"
	],
	keys: {
		fingerprint: {
			shape: {
				kind: "text",
				allowed: "a fingerprint of 32 hexadecimal digits, as reports show it",
				pattern: /^[0-9a-f]{32}$/
			},
			meaning: "The one finding that this is about, wherever it lies."
		},
		check: {
			shape: check,
			meaning: "Findings of this check, or of all checks whose ids begin so."
		},
		path: {
			shape: {
				kind: "text",
				allowed: "a path or glob relative to the repository, such as test/** or *.pem",
				pattern: /^(?![!/])[^\r\n\0]+$/,
				maxLength: 1e3
			},
			meaning: "Findings below this path. A finding is ignored when every place where it lies is covered by such entries."
		},
		reason: {
			shape: sentence,
			meaning: "Why it is no problem. Shown in reports.",
			required: true
		},
		owner: {
			shape: sentence,
			meaning: "Who answers for it."
		},
		expires: {
			shape: { kind: "date" },
			meaning: "The last day on which it holds, in UTC. Later it is reported and ignores nothing."
		}
	}
};
const expression$1 = {
	kind: "text",
	allowed: "a regular expression in the syntax of RE2",
	pattern: /^[^\0]+$/,
	maxLength: 2e3
};
const rule = {
	kind: "map",
	called: "a rule",
	keys: {
		id: {
			shape: {
				kind: "text",
				allowed: "lower-case letters, digits and dashes, beginning with a letter",
				pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
				maxLength: 80
			},
			meaning: "Its check is `secrets/custom-ID`.",
			required: true
		},
		title: {
			shape: sentence,
			meaning: "What it finds, in a few words.",
			required: true
		},
		severity: {
			shape: {
				kind: "choice",
				choices: severities
			},
			meaning: "How urgent a finding is.",
			required: true
		},
		expression: {
			shape: expression$1,
			meaning: "A regular expression in the syntax of RE2. The secret is the group named `secret`, else the whole match.",
			required: true
		},
		anchors: {
			shape: {
				kind: "list",
				minLength: 1,
				of: {
					kind: "text",
					allowed: "a text of 2 to 100 bytes",
					pattern: /^[^\0]{2,}$/,
					maxLength: 100
				}
			},
			meaning: "Texts of which every match contains at least one. Only needed where the expression does not tell them itself."
		},
		ignoreCase: {
			shape: { kind: "boolean" },
			meaning: "Whether case matters not (ASCII letters).",
			default: "false"
		},
		minEntropy: {
			shape: {
				kind: "number",
				least: 0,
				most: 8
			},
			meaning: "Bits for each character of the secret (Shannon entropy) below which a match is dropped."
		},
		except: {
			shape: {
				kind: "list",
				of: expression$1
			},
			meaning: "Regular expressions in the syntax of RE2: a match whose secret contains one of them is dropped."
		},
		proof: {
			shape: {
				kind: "choice",
				choices: proofs
			},
			meaning: "How sure a match is.",
			default: "structural"
		},
		opens: {
			shape: sentence,
			meaning: "What somebody who holds the secret can do."
		},
		remediation: {
			shape: sentence,
			meaning: "What to do about a finding."
		}
	}
};
const listOf = (of) => ({
	kind: "list",
	of
});
/** Shapes of the options that may stand in the configuration too; their meaning and default are the option's. */
const optionShapes = {
	failOn: {
		kind: "choice",
		choices: severities
	},
	minProof: {
		kind: "choice",
		choices: proofs
	},
	only: listOf(check),
	baseline: {
		kind: "text",
		allowed: "the path of a file, relative to the repository",
		pattern: /^[^\r\n\0]+$/,
		maxLength: 1e3
	}
};
const optionKeys = options.flatMap((option) => {
	if (option.key === void 0) return [];
	const shape = optionShapes[option.key];
	if (shape === void 0) throw new RangeError(`the option ${option.name} has no shape in the configuration`);
	return [[option.key, {
		shape,
		meaning: option.meaning,
		...option.default === void 0 ? {} : { default: option.default }
	}]];
});
/** Every key of `.github/tidewaiter.yml`. */
const configurationShape = {
	kind: "map",
	called: "a configuration",
	keys: {
		...Object.fromEntries(optionKeys),
		ignores: {
			shape: listOf(ignore),
			meaning: "Findings that do not count, each with its reason."
		},
		selfExcuse: {
			shape: {
				kind: "choice",
				choices: ["allow", "deny"]
			},
			meaning: "Whether an inline ignore counts in the very change that adds the secret.",
			default: "allow"
		},
		rules: {
			shape: listOf(rule),
			meaning: "Your own rules, beside those that come with Tidewaiter."
		}
	}
};
// src/policy/byte-expression.ts
/** An expression that cannot be used, with the reason in words for its author. */
var ExpressionError = class extends Error {
	name = "ExpressionError";
};
const tokens = /\\Q[\s\S]*?(?:\\E|$)|\\x\{([0-9a-fA-F]+)\}|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|[^\0-\x7f]/gu;
const escapeBytes = (char) => [...Buffer.from(char)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
/**
* An expression over the bytes of UTF-8, which is what rules see: `é` becomes the two bytes that write it. In a
* character class that cannot be said, so it is refused. Throws an ExpressionError.
*/
const toByteExpression = (expression) => expression.replace(tokens, (token, codePoint) => {
	if (codePoint !== void 0 && Number.parseInt(codePoint, 16) > 255) throw new ExpressionError(`${token} is no byte: write the character itself, outside of [ ]`);
	if (/^[\0-\x7f]*$/.test(token)) return token;
	if (token.startsWith("[")) throw new ExpressionError("characters beyond ASCII cannot stand in [ ]: write (?:ä|ö)");
	if (token.startsWith("\\")) throw new ExpressionError("characters beyond ASCII cannot be escaped: write them plainly");
	return `(?:${escapeBytes(token)})`;
});
// src/policy/extent.ts
/** More alternatives than these are not worth an anchor each. */
const maxTexts = 32;
const maxText = 64;
const nothing = {
	exact: [""],
	required: void 0,
	longest: 0
};
const anyByte = {
	exact: void 0,
	required: void 0,
	longest: 1
};
const oneOf = (texts) => ({
	exact: texts.length <= maxTexts ? texts : void 0,
	required: void 0,
	longest: Math.max(0, ...texts.map((text) => text.length))
});
const shortest = (texts) => Math.min(...texts.map((text) => text.length));
/** The better set of anchors: a longer shortest text, then fewer texts. */
const better = (a, b) => {
	if (a === void 0 || a.length === 0) return b;
	if (b === void 0 || b.length === 0) return a;
	return shortest(b) > shortest(a) || shortest(b) === shortest(a) && b.length < a.length ? b : a;
};
const nonEmpty = (texts) => texts === void 0 || texts.length === 0 || shortest(texts) === 0 ? void 0 : texts;
/** The best anchors of a part. */
const anchorsOf = ({ exact, required }) => better(nonEmpty(exact), required);
const joined = (a, b) => {
	if (a.length * b.length > maxTexts) return void 0;
	const texts = a.flatMap((start) => b.map((end) => start + end));
	return texts.some((text) => text.length > maxText) ? void 0 : [...new Set(texts)];
};
/** Parts one after another: runs of exact parts join, and the best run is required. */
const sequence = (parts) => {
	let run = [""];
	let whole = true;
	let required;
	for (const part of parts) {
		const longer = part.exact === void 0 ? void 0 : joined(run, part.exact);
		if (longer !== void 0) {
			run = longer;
			continue;
		}
		required = better(better(required, nonEmpty(run)), part.required);
		whole = false;
		run = part.exact ?? [""];
	}
	const longest = parts.reduce((sum, part) => sum + part.longest, 0);
	return whole ? {
		exact: run,
		required: void 0,
		longest
	} : {
		exact: void 0,
		required: better(required, nonEmpty(run)),
		longest
	};
};
const alternatives = (parts) => {
	const exact = parts.every((part) => part.exact !== void 0) ? [...new Set(parts.flatMap((p) => p.exact))] : void 0;
	const each = parts.map(anchorsOf);
	const required = each.every((texts) => texts !== void 0) ? [...new Set(each.flatMap((texts) => texts))] : void 0;
	const few = (texts) => texts !== void 0 && texts.length <= maxTexts ? texts : void 0;
	return {
		exact: few(exact),
		required: few(required),
		longest: Math.max(...parts.map((part) => part.longest))
	};
};
const atMost = (part, most) => ({
	exact: most === 1 && part.exact !== void 0 ? [.../* @__PURE__ */ new Set(["", ...part.exact])] : most === 0 ? [""] : void 0,
	required: void 0,
	longest: part.longest === 0 || most === 0 ? 0 : part.longest * most
});
/** A part `least` to `most` times, as what must come and what may follow; `most` may be infinite. */
const repeated = (part, least, most) => {
	const written = Math.min(least, maxText);
	return [sequence(Array.from({ length: written }, () => part)), atMost(part, most - written)];
};
// src/policy/expression-extent.ts
/** What this reader does not know: nothing can be told then. */
var Unknown = class extends Error {
	name = "Unknown";
};
const take = (reader, pattern) => {
	const sticky = new RegExp(pattern.source, "ys");
	sticky.lastIndex = reader.at;
	const found = sticky.exec(reader.text);
	if (found !== null) reader.at += found[0].length;
	return found;
};
/** Under `(?i)` bytes beyond ASCII fold in ways that anchors do not. */
const char = ({ fold }, text) => {
	if (!fold) return oneOf([text]);
	return text > "" ? anyByte : oneOf([.../* @__PURE__ */ new Set([text.toLowerCase(), text.toUpperCase()])]);
};
const controls = {
	a: "\x07",
	f: "\f",
	t: "	",
	n: "\n",
	r: "\r",
	v: "\v"
};
const escaped = (reader) => {
	const code = take(reader, /\\x\{([0-9a-fA-F]+)\}/) ?? take(reader, /\\x([0-9a-fA-F]{2})/);
	if (code !== null) return char(reader, String.fromCodePoint(Number.parseInt(code[1], 16)));
	const octal = take(reader, /\\(0[0-7]{0,2}|[1-7][0-7]{2})/);
	if (octal !== null) return char(reader, String.fromCodePoint(Number.parseInt(octal[1], 8)));
	if (take(reader, /\\[bBAz]/) !== null) return nothing;
	if (take(reader, /\\(?:[pP](?:\{[^}]*\}|.)|[dDsSwWC])/) !== null) return anyByte;
	const quoted = take(reader, /\\Q(.*?)(?:\\E|$)/);
	if (quoted !== null) return sequence([...quoted[1]].map((c) => char(reader, c)));
	const plain = take(reader, /\\(.)/);
	if (plain === null) throw new Unknown("a lone backslash");
	const control = controls[plain[1]];
	if (control !== void 0) return oneOf([control]);
	if (/[0-9A-Za-z]/.test(plain[1])) throw new Unknown(plain[0]);
	return char(reader, plain[1]);
};
/** A class of a few plain characters is known; any other is one byte of some kind. */
const characterClass = (reader) => {
	const found = take(reader, /\[(\^?)(\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*)\]/);
	if (found === null) throw new Unknown("an open class");
	const [, negated, inside] = found;
	if (negated !== "" || !/^-?[0-9A-Za-z_.:=+/@]{1,8}-?$/.test(inside)) return anyByte;
	return alternatives([...inside].map((c) => char(reader, c)));
};
const group = (reader) => {
	const outer = reader.fold;
	const flags = take(reader, /\(\?([imsU]*)(?:-([imsU]+))?([:)])/);
	if (flags !== null) {
		if (flags[1].includes("i")) reader.fold = true;
		if (flags[2]?.includes("i") === true) reader.fold = false;
		if (flags[3] === ")") return nothing;
	} else if (take(reader, /\(\?P?<\w+>/) === null && take(reader, /\((?!\?)/) === null) throw new Unknown("a group");
	const inside = expression(reader);
	if (take(reader, /\)/) === null) throw new Unknown("an open group");
	reader.fold = outer;
	return inside;
};
const atom = (reader) => {
	switch (reader.text[reader.at]) {
		case "\\": return escaped(reader);
		case "[": return characterClass(reader);
		case "(": return group(reader);
		case ".":
			reader.at++;
			return anyByte;
		case "^":
		case "$":
			reader.at++;
			return nothing;
		default: return char(reader, take(reader, /./)[0]);
	}
};
const times = (reader) => {
	const sign = take(reader, /([*+?])\??/)?.[1];
	if (sign !== void 0) return [sign === "+" ? 1 : 0, sign === "?" ? 1 : Number.POSITIVE_INFINITY];
	const counted = take(reader, /\{(\d+)(,?)(\d*)\}\??/);
	if (counted === null) return void 0;
	const least = Number(counted[1]);
	if (counted[2] === "") return [least, least];
	return [least, counted[3] === "" ? Number.POSITIVE_INFINITY : Number(counted[3])];
};
const branch = (reader) => {
	const parts = [];
	while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at])) {
		const quoted = reader.text.startsWith("\\Q", reader.at);
		const part = atom(reader);
		const count = times(reader);
		if (count !== void 0 && quoted) throw new Unknown("\\Q...\\E, of which a repeat takes the last character");
		parts.push(...count === void 0 ? [part] : repeated(part, ...count));
		if (times(reader) !== void 0) throw new Unknown("a repeat of a repeat");
	}
	return sequence(parts);
};
const expression = (reader) => {
	const outer = reader.fold;
	const branches = [branch(reader)];
	while (take(reader, /\|/) !== null) branches.push(branch(reader));
	reader.fold = outer;
	return branches.length === 1 ? branches[0] : alternatives(branches);
};
/** What every match of an expression contains and how long it can be; undefined where that cannot be told. */
const extentOf = (text) => {
	const reader = {
		text,
		at: 0,
		fold: false
	};
	try {
		const extent = expression(reader);
		return reader.at === text.length ? extent : void 0;
	} catch (error) {
		if (error instanceof Unknown || error instanceof RangeError) return void 0;
		throw error;
	}
};
// src/policy/custom-rule.ts
/** Bytes on either side of an anchor in which an expression without a longest match is searched. */
const defaultReach = 4096;
/** A longest match beyond this is as good as none. */
const maxReach = 65536;
/** Instructions of RE2's program: each byte of content costs at most this many steps. */
const maxProgram = 2e3;
const minAnchor = 2;
const minEncodedAnchor = 4;
const refusals = [
	[/`\(\?<?[=!]/, "it has no look-around, since that cannot run in linear time"],
	[/`\(\?>/, "it has no atomic groups; it never backtracks, so they are not needed"],
	[/`\\[1-9]/, "it has no back-references, since these cannot run in linear time"],
	[/nested repetition/, "it has no possessive or double repeats"],
	[/invalid repeat count|too large/, "a counted repeat may reach 1000, those inside each other in all"]
];
const refusal = (message) => {
	const because = refusals.find(([when]) => when.test(message))?.[1];
	return `RE2 refuses it: ${message.replace(/^error parsing regexp: /, "")}${because === void 0 ? "" : `; ${because}`}`;
};
/** Compiles as detection will, to fail before the scan. */
const tryExpression = async (expression, ignoreCase) => {
	const { RE2JS } = await import("./build.js");
	let size;
	let matchesNothing;
	try {
		const pattern = RE2JS.compile(expression, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
		size = pattern.programSize();
		matchesNothing = pattern.matches("");
	} catch (cause) {
		throw new ExpressionError(refusal(cause.message), { cause });
	}
	if (size > maxProgram) throw new ExpressionError(`it is too large: ${size} steps, ${maxProgram} are allowed`);
	if (matchesNothing) throw new ExpressionError("it matches the empty text, so it would match everywhere");
};
/** What a match's secret must not contain. */
const tryException = async (text) => {
	try {
		const expression = toByteExpression(text);
		await tryExpression(expression, false);
		return expression;
	} catch (error) {
		if (!(error instanceof ExpressionError)) throw error;
		throw new ExpressionError(`its exception ${JSON.stringify(text.slice(0, 60))}: ${error.message}`, { cause: error });
	}
};
const anchorBytes = (anchor) => Buffer.from(anchor).toString("latin1");
const windowOf = (extent, explicit) => {
	const longest = extent?.longest ?? Number.POSITIVE_INFINITY;
	const reach = longest <= maxReach ? longest + 1 : defaultReach;
	return {
		before: explicit ? Math.max(reach, 64) : reach,
		after: explicit ? Math.max(reach, 64) : reach
	};
};
const anchorsFor = ({ anchors }, extent) => {
	if (anchors !== void 0) return anchors.map(anchorBytes);
	const derived = extent === void 0 ? void 0 : anchorsOf(extent);
	if (derived === void 0 || derived.some((text) => text.length < minAnchor)) throw new ExpressionError("no text of 2 characters or more is in all its matches: name under `anchors` texts of which each match contains at least one");
	return derived;
};
const build = async (written) => {
	const expression = toByteExpression(written.expression);
	const ignoreCase = written.ignoreCase === true || /^\(\?[msU]*i[imsU]*\)/.test(expression);
	await tryExpression(expression, ignoreCase);
	const extent = extentOf(ignoreCase ? expression.replace(/^\(\?[imsU]+\)/, "") : expression);
	const anchors = anchorsFor(written, extent);
	const exceptions = await Promise.all((written.except ?? []).map(tryException));
	return {
		id: `secrets/custom-${written.id}`,
		provider: "custom",
		title: written.title,
		severity: written.severity,
		opens: written.opens ?? "Found by a rule of this repository's configuration.",
		remediation: written.remediation ?? "Revoke it where it was issued and issue a new one; removing it from the file is not enough.",
		anchors,
		ignoreCase,
		expression,
		window: windowOf(extent, written.anchors !== void 0),
		proof: written.proof ?? "structural",
		...written.minEntropy === void 0 ? {} : { minEntropy: written.minEntropy },
		...exceptions.length === 0 ? {} : { except: exceptions },
		encoded: !ignoreCase && anchors.every((text) => text.length >= minEncodedAnchor),
		run: 0,
		custom: true
	};
};
/** Turns a checked entry of `rules` into a rule. Rejects with a UsageError at the expression's place. */
const customRule = async (entry, fail) => {
	const written = entry.value;
	try {
		return await build(written);
	} catch (error) {
		if (!(error instanceof ExpressionError)) throw error;
		throw fail(entry.parts.get("expression").at, `the expression of rule ${written.id}: ${error.message}`, error);
	}
};
// src/policy/shape.ts
var import_dist = require_dist();
const isDate = (text) => {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
/** What a shape allows, in words for an error. */
const describe = (shape) => {
	switch (shape.kind) {
		case "text": return shape.allowed;
		case "choice": return `one of ${shape.choices.join(", ")}`;
		case "boolean": return "true or false";
		case "date": return "a date as YYYY-MM-DD";
		case "number": return `a number from ${shape.least} to ${shape.most}`;
		case "list": return `a list, each entry ${describe(shape.of)}`;
		case "map": return `${shape.called} with the keys ${Object.keys(shape.keys).join(", ")}`;
	}
};
// src/policy/read-shape.ts
const none = /* @__PURE__ */ new Map();
const offset = (node) => node?.range?.[0] ?? 0;
const shown = (node) => {
	if ((0, import_dist.isMap)(node)) return "a map";
	if ((0, import_dist.isSeq)(node)) return "a list";
	const text = (0, import_dist.isScalar)(node) ? node.source ?? String(node.value) : "nothing";
	return text === "" ? "nothing" : JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
};
/** What was written, also where YAML would read a number: `title: 2024` is a text. */
const textOf = (node) => {
	if (!(0, import_dist.isScalar)(node)) return void 0;
	if (typeof node.value === "string") return node.value;
	return typeof node.value === "number" || typeof node.value === "bigint" ? node.source : void 0;
};
const suggestion = (word, known) => {
	const meant = closest(word, known);
	return meant === void 0 ? "" : ` (did you mean ${meant}?)`;
};
const readText = (text, shape) => {
	if (shape.kind === "choice") return shape.choices.includes(text);
	if (shape.kind === "date") return isDate(text);
	if (shape.kind !== "text") return false;
	return text.length <= (shape.maxLength ?? Number.POSITIVE_INFINITY) && (shape.pattern?.test(text) ?? true);
};
const isGood = (value, shape) => {
	if (shape.kind === "boolean") return typeof value === "boolean";
	if (shape.kind === "number") return typeof value === "number" && value >= shape.least && value <= shape.most;
	return typeof value === "string" && readText(value, shape);
};
const readScalar = (node, shape, where, fail) => {
	const value = shape.kind === "boolean" || shape.kind === "number" ? (0, import_dist.isScalar)(node) ? node.value : void 0 : textOf(node);
	if (isGood(value, shape)) return {
		value,
		at: offset(node),
		parts: none
	};
	const meant = shape.kind === "choice" && typeof value === "string" ? suggestion(value, shape.choices) : "";
	throw fail(offset(node), `${where} must be ${describe(shape)}, not ${shown(node)}${meant}`);
};
const readList = (node, shape, where, fail) => {
	if (!(0, import_dist.isSeq)(node)) throw fail(offset(node), `${where} must be ${describe(shape)}, not ${shown(node)}`);
	const entries = node.items.map((item, index) => readShape(item, shape.of, `${where}[${index}]`, fail));
	if (entries.length < (shape.minLength ?? 0)) throw fail(offset(node), `${where} must not be empty`);
	return {
		value: entries.map(({ value }) => value),
		at: offset(node),
		parts: new Map(entries.entries())
	};
};
const readKey = (node, shape, where, fail) => {
	const name = textOf(node);
	const known = Object.keys(shape.keys);
	if (name !== void 0 && known.includes(name)) return name;
	const hint = name === void 0 ? "" : suggestion(name, known);
	const place = where === "" ? "" : ` in ${where}`;
	throw fail(offset(node), `the key ${shown(node)} is unknown${place}${hint}: allowed are ${known.join(", ")}`);
};
const checkPresence = (parts, shape, at, where, fail) => {
	const missing = Object.keys(shape.keys).filter((name) => shape.keys[name].required === true && !parts.has(name));
	if (missing.length > 0) throw fail(at, `${where}: ${shape.called} needs ${missing.join(" and ")}`);
	if (shape.oneOf !== void 0 && !shape.oneOf.some((name) => parts.has(name))) throw fail(at, `${where}: ${shape.called} needs at least one of ${shape.oneOf.join(", ")}`);
};
const readMap = (node, shape, where, fail) => {
	if (!(0, import_dist.isMap)(node)) throw fail(offset(node), `${where || "the file"} must be ${describe(shape)}, not ${shown(node)}`);
	const parts = /* @__PURE__ */ new Map();
	for (const pair of node.items) {
		const name = readKey(pair.key, shape, where, fail);
		if (parts.has(name)) throw fail(offset(pair.key), `the key ${name} is there twice${where && ` in ${where}`}`);
		const inside = where === "" ? name : `${where}.${name}`;
		if (pair.value === null) throw fail(offset(pair.key), `${inside} has no value`);
		parts.set(name, readShape(pair.value, shape.keys[name].shape, inside, fail));
	}
	checkPresence(parts, shape, offset(node), where, fail);
	return {
		value: Object.fromEntries([...parts].map(([name, placed]) => [name, placed.value])),
		at: offset(node),
		parts
	};
};
/** Checks a YAML node against its shape. `where` is its path, such as `ignores[2].reason`. */
const readShape = (node, shape, where, fail) => {
	if (shape.kind === "map") return readMap(node, shape, where, fail);
	if (shape.kind === "list") return readList(node, shape, where, fail);
	return readScalar(node, shape, where, fail);
};
// src/policy/yaml-document.ts
/** Nobody writes a configuration of a mebibyte. */
const maxConfiguration = 1 << 20;
/** YAML nests by indentation or brackets: both are counted, before a parser that recurses sees them. */
const nestsTooDeep = (text) => {
	let depth = 0;
	for (const char of text) {
		if (char === "[" || char === "{") depth++;
		else if ((char === "]" || char === "}") && depth > 0) depth--;
		if (depth > 200) return true;
	}
	return /^(?: *[-?] ?){50}/m.test(text);
};
const parse = (text, file, lines) => {
	if (nestsTooDeep(text)) throw new UsageError(`${file}: it nests too deep`);
	try {
		return (0, import_dist.parseDocument)(text, {
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: false,
			version: "1.2"
		});
	} catch (cause) {
		throw new UsageError(`${file}: it cannot be parsed as YAML`, { cause });
	}
};
const refuseTricks = (root, errorAt) => {
	(0, import_dist.visit)(root, (_key, node, path) => {
		if (path.length > 40) throw errorAt(offsetOf(node), "it nests too deep");
		if ((0, import_dist.isAlias)(node)) throw errorAt(offsetOf(node), "aliases are not allowed: write the value itself");
	});
};
const offsetOf = (node) => node.range?.[0] ?? 0;
/** Parses hostile YAML: no aliases, bounded size and depth. Duplicate keys are left to the reader, which is not quadratic. Throws a UsageError with line and column. */
const parseYaml = (text, file) => {
	if (text.length > 1048576) throw new UsageError(`${file}: it is larger than ${maxConfiguration} bytes, which no configuration is`);
	const lines = new import_dist.LineCounter();
	const document = parse(text, file, lines);
	const errorAt = (offset, problem, cause) => {
		const { line, col } = lines.linePos(offset);
		return new UsageError(`${file}:${line}:${col}: ${problem}`, { cause });
	};
	const [error] = document.errors;
	if (error !== void 0) throw errorAt(error.pos[0], error.message.split("\n", 1)[0].slice(0, 200), error);
	const { contents } = document;
	const root = contents === null || (0, import_dist.isScalar)(contents) && contents.source === "" ? void 0 : contents;
	if (root !== void 0) refuseTricks(root, errorAt);
	return {
		root,
		errorAt
	};
};
// src/policy/configuration.ts
const emptyConfiguration = {
	file: void 0,
	failOn: void 0,
	minProof: void 0,
	only: void 0,
	baseline: void 0,
	ignores: [],
	selfExcuse: void 0,
	rules: []
};
const entries = (root, key) => [...root.parts.get(key)?.parts.values() ?? []];
const readRules = async (root, fail) => {
	const rules = [];
	for (const entry of entries(root, "rules")) {
		const rule = await customRule(entry, fail);
		if (rules.some(({ id }) => id === rule.id)) throw fail(entry.parts.get("id").at, `two rules are called ${JSON.stringify(entry.parts.get("id").value)}`);
		rules.push(rule);
	}
	return rules;
};
/**
* Reads the text of a configuration file; `file` is how errors call it. Touches no disk, so that the text may come
* from a commit. Rejects with a UsageError: `FILE:LINE:COLUMN: problem`, with what is allowed.
*/
const loadConfiguration = async (text, file) => {
	const { root, errorAt } = parseYaml(text, file);
	if (root === void 0) return {
		...emptyConfiguration,
		file
	};
	const placed = readShape(root, configurationShape, "", errorAt);
	const given = placed.value;
	return {
		...emptyConfiguration,
		...given,
		file,
		rules: await readRules(placed, errorAt)
	};
};
export { loadConfiguration as n, maxConfiguration as r, emptyConfiguration as t };
