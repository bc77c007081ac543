import { t as ranks } from "./rule.js";
import { i as severityRank, t as proofRank } from "./finding.js";
import { t as redact } from "./redact.js";
import { createHmac } from "node:crypto";
// src/detect/path-context.ts
/** Machines write these: what looks random in them is a digest, a compiled table or a picture. */
const generated = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|composer\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|go\.sum|go\.work\.sum|flake\.lock|mix\.lock|pubspec\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock|Chart\.lock|SHA\d*SUMS?|checksums?\.txt)$|\.(?:min\.[cm]?js|min\.css|map|svgz?|css|scss|less|ipynb_checkpoints|snap|po|pot|mo|xlf|xliff|resx|strings|arb|ftl|woff2?|ttf|eot|pdf|wasm|pyc|class|so|dll|dylib|exe|node|a|o|sum)$/i;
/** Names of a wheel's files with their digests (packaging.python.org, Recording installed projects): any format's letters stand in some. */
const digests = /\.dist-info\/RECORD$/;
/** Languages that programs are translated into, of ISO 639-1 those that are no words of configuration. */
const languages = "(?:af|ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|ga|gl|he|hi|hr|hu|hy|is|it|ja|ka|kk|km|ko|ku|lt|lv|mk|mn|ms|nb|nl|nn|pl|pt|ro|ru|si|sk|sl|sq|sr|sv|ta|te|th|tr|uk|ur|uz|vi|zh)";
/** `plugins/nl.json`, `pt-br.yml`: a file called by a language alone, which code (`es.js`) is only with a region or a script behind, and Home Assistant's `strings.json`. */
const byLanguage = new RegExp(`(?:^|/)(?:${languages}\\.json|${languages}(?:[-_][A-Za-z]{2,4}){1,2}\\.(?:json|ya?ml|properties|php|[jt]s|toml|lua)|strings\\.json)$`);
/** Words for people, in many languages. */
const translations = /(?:^|\/)(?:locales?|locali[sz]ations?|i18n|l10n|lang|langs|languages?|translations?|_locales|nls|intl)\/|(?:^|\/)(?:messages|strings|translation)[_.-][a-z]{2}(?:[_-][A-Za-z]{2,4})?\.[a-z]+$/i;
/** Other people's code. */
const vendored = /(?:^|\/)(?:vendor|vendors|vendored|node_modules|bower_components|jspm_packages|third[_-]?party|thirdparty|3rdparty|external|externals|site-packages|dist-packages|Pods|Carthage|Godeps|\.yarn|\.pnp|deps)\//i;
/** Tests and samples, where credentials are made up, though some open what the tests run against. */
const madeUp = /(?:^|\/)(?:tests?|testing|testsuites?|__tests__|__mocks__|__snapshots__|__fixtures__|specs?|e2e|testdata|test[-_]?data|test[-_]\w+|test(?:helpers?|utils?|data|support|cases|resources)|(?:unit|integ|func|functional|acceptance|smoke|load)[-_]?tests?|\w+[-_]tests?|fixtures?|mocks?|stubs?|mirage|molecule|cassettes|integration[-_]?\w*|examples?|samples?|demos?|playground|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|conftest|[^/]*(?:[._-](?:tests?|specs?|mock|mocks|fixture|fixtures|stories|examples?|samples?|template|dist|tmpl|e2e)|[._-]tests?[._-][^/.]{0,40}))\.[^/]+$|\.(?:example|sample|template|tmpl|dist|j2|erb|tpl|test|golden)$|(?:^|\/)examples?[-._]\d*\.[a-z]+$/i;
/** Documentation. */
const documents = /(?:^|\/)(?:docs?|documentation|tutorials?|cookbook|storybook|stories|javadoc|man)\/|\.(?:md|mdx|rst|adoc|asciidoc|html?)$|(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY|NEWS|CONTRIBUTING|INSTALL|UPGRADE|RELEASE[-_]?NOTES)[^/]*$|(?:^|\/)(?:swagger|openapi)[^/]*\.(?:ya?ml|json)$|\.examples\.json$/i;
/** `LoginTest.java`, `UserSpec.scala`: by their capital, since `contest.go` is none. */
const testClass = /(?:Tests?|TestCase|Spec|IT)\.[A-Za-z]+$/;
/** Notes and transcripts, and what people keep for themselves. */
const plainText = /\.txt$/i;
/** Names of packages of the JVM's languages, of which `com.example.demo` is what generators give: what they are called says nothing. */
const packages = /((?:^|\/)src\/main\/(?:java|kotlin|scala|groovy)\/).*\//;
const withoutPackages = (path) => path.replace(packages, "$1");
const pathVerdict = (written) => {
	const path = withoutPackages(written);
	if (generated.test(path) || translations.test(path) || byLanguage.test(path)) return "drop";
	if (vendored.test(path)) return "sink";
	if (madeUp.test(path) || documents.test(path) || testClass.test(path)) return "lower";
	return plainText.test(path) ? "soften" : "keep";
};
const sunk = (severity) => severity === "low" || severity === "info" ? "info" : "low";
/** Keys, tokens and files of logins that tests make for themselves, and passwords that only a user or host beside them makes credentials. */
const ownKeys = /^secrets\/(?:private-key-|keystore-|jwt-token$|wildfly-user$|nats-nkey-seed$|kubernetes-(?:service-account-token|secret)$|terraform-state$|pgpass-|netrc-|htpasswd-|shadow-)/;
const logins = /^secrets\/(?:url|http|database|command-line|ldap|mail)-/;
const tests = /(?:^|\/)(?:tests?|testsuites?|__tests__|testdata|testing|test[-_]?data|test[-_]?(?:resources|certs|keys|fixtures|utils|helpers|support)|integration[-_]?tests?|fixtures?|specs?|e2e|mocks?|SelfTest|selftests?|examples?|samples?|demos?|stubs?)\/|(?:^|\/)test_[^/]*$|[._-](?:tests?|spec)(?:[._-][^/.]{0,40})?\.[^/]+$|(?:Tests?|TestCase|Spec|IT)\.[A-Za-z]+$/;
const amongTests = "Lowered, since it stands among tests or samples: nothing that it opens is known.";
/** Whether a content that says nothing by itself stands where it is a credential. */
const isOutOfPlace = ({ onlyAt }, path) => onlyAt !== void 0 && !new RegExp(onlyAt).test(path);
const isLogin = ({ rank, check }) => rank === ranks.contextual && logins.test(check);
/** A user with a word for a password. */
const isWeakLogin = (match) => match.proof === "contextual" && isLogin(match);
const isLoud = ({ severity }) => severity !== "low" && severity !== "info";
const byVerdict = (match, verdict) => {
	if (verdict === "drop") return void 0;
	if (verdict === "sink") return {
		...match,
		severity: sunk(match.severity)
	};
	return verdict === "keep" || !isLoud(match) ? match : {
		...match,
		severity: "low"
	};
};
/**
* What is left of a match at a path: generic ones, and weak passwords beside a user, are dropped in files that machines write and in
* translations, and lowered in vendored code (to `low`, what was low to `info`), documentation, tests and samples (to `low`). Private keys, JSON Web Tokens
* and strong passwords beside a user are lowered to `low` among tests, and say so; in plain text what is generic is `low` at most. Other matches that a checksum, a decode or a provider's
* format supports stay as they are: a real key in a test is a real key.
*/
const judgeByPath = (match, path) => {
	if (digests.test(path) || isOutOfPlace(match, path)) return void 0;
	if (match.rank === ranks.generic || isWeakLogin(match)) return byVerdict(match, pathVerdict(path));
	if (!(ownKeys.test(match.check) || isLogin(match)) || !isLoud(match) || !tests.test(withoutPackages(path))) return match;
	return {
		...match,
		severity: "low",
		detail: [match.detail, amongTests].filter(Boolean).join(" ")
	};
};
// src/findings/fingerprint.ts
/** Without a key of an organisation and without a root commit, fingerprints still differ from plain hashes. */
const constantKey = "tidewaiter fingerprint, version 1";
/** Digits of a fingerprint: 128 bits. */
const digits = 32;
/**
* The stable name of a finding: HMAC-SHA-256 of the check and the secret (or the check and its subject), so that it
* survives rebase, rename and reformat, and a reader of reports cannot try passwords against it.
*/
const fingerprintOf = (key, check, subject) => createHmac("sha256", key ?? constantKey).update(`${check}\0`).update(subject, "latin1").digest("hex").slice(0, digits);
// src/findings/image-mend.ts
const isInImage = ({ kind }) => kind === "layer" || kind === "config";
const verbOf = ({ instruction }) => instruction?.split(" ", 1)[0] ?? "";
/** What keeps a secret out of an image, by what brought it in; the first that fits (docs.docker.com/build/building/secrets). */
const mends = [
	[({ base }) => base !== void 0, "It comes with the base image: mend that one and build again."],
	[(location) => ["ARG", "ENV"].includes(verbOf(location)) || /^history\//.test(location.path), "Build arguments and ENV stay in the image for all to read: mount it in the step that needs it with RUN --mount=type=secret, or give it to the container when it starts."],
	[(location) => ["COPY", "ADD"].includes(verbOf(location)), "Keep the file out of the build with .dockerignore, or copy from an earlier stage only what the image needs."],
	[(location) => verbOf(location) === "RUN", "Mount it in that step with RUN --mount=type=secret, or take the step to an earlier stage and copy only its result."]
];
const other = "Take it out of the instruction: settings of an image are for all to read.";
const deleted = "Deleting it in a later layer leaves it in the earlier one: build again without it, and remove the old image.";
const rebuild = "Then build again and remove the old image.";
/** What to do beyond revoking, when a secret is in an image; empty when it is in none. */
const imageMend = (locations) => {
	const inImage = locations.filter(isInImage);
	if (inImage.length === 0) return "";
	const fitting = mends.filter(([fits]) => inImage.some(fits)).map(([, text]) => text);
	if (fitting.length === 0 && inImage.some(({ instruction }) => instruction !== void 0)) fitting.push(other);
	const end = inImage.some(({ removed }) => removed !== void 0) ? deleted : rebuild;
	return [...fitting, end].join(" ");
};
// src/findings/join.ts
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** Of several hits of one secret the one that is surest, then most severe, then first: not the one read first. */
const strongest = (sightings) => {
	const [best] = [...sightings].sort((a, b) => proofRank(b.hit.proof) - proofRank(a.hit.proof) || severityRank(b.hit.severity) - severityRank(a.hit.severity) || a.order - b.order || compare(a.location.path, b.location.path) || a.hit.line - b.hit.line || a.hit.column - b.hit.column);
	return best.hit;
};
const placeKey = ({ kind, path, line, column, commit, image, layerNumber = 0, layer, platform }) => {
	if (kind === "commit") return `commit ${path}`;
	if (image !== void 0) return [
		kind,
		image,
		String(layerNumber).padStart(4, "0"),
		path,
		line,
		column,
		layer,
		platform,
		commit
	].join(" ");
	return kind === "message" ? `message ${path} ${commit} ${line} ${column}` : `${kind} ${path} ${line} ${column}`;
};
/** One place per path for what commits brought in, the earliest; each place of a file, and each message. */
const distinctLocations = (sightings) => {
	const present = new Set(sightings.filter(({ location }) => location.present).map(({ location }) => location.path));
	const places = /* @__PURE__ */ new Map();
	for (const sighting of sightings) {
		const key = placeKey(sighting.location);
		const known = places.get(key);
		if (known === void 0 || sighting.order < known.order) places.set(key, sighting);
	}
	return [...places.values()].sort((a, b) => a.order - b.order || compare(placeKey(a.location), placeKey(b.location))).map(({ location }) => location.kind === "commit" ? {
		...location,
		present: present.has(location.path)
	} : location);
};
/** A comment excuses a secret when every file that still shows it has one; of a secret that is gone, its last version. */
const inlineSuppression = (sightings) => {
	const files = sightings.filter(({ location: { kind } }) => kind === "file" || kind === "layer" || kind === "config");
	const comments = (files.length > 0 ? files : sightings).map(({ hit }) => hit.inlineIgnore);
	const first = comments.find((comment) => comment !== void 0);
	if (first === void 0 || files.length > 0 && comments.includes(void 0)) return void 0;
	return {
		kind: "inline",
		by: first.by,
		...first.reason === void 0 ? {} : { reason: first.reason }
	};
};
/** What a change started from is its baseline. */
const stoodBefore = {
	kind: "baseline",
	by: "the files before this change"
};
const toFinding = (fingerprint, sightings, before) => {
	const { check, title, severity, proof, detail, remediation, facts, secret } = strongest(sightings);
	const older = before?.has(secret) === true;
	const suppressed = inlineSuppression(sightings) ?? (older ? stoodBefore : void 0);
	const locations = distinctLocations(sightings);
	const mend = imageMend(locations);
	return {
		check,
		title,
		severity,
		proof,
		detail,
		remediation: mend === "" ? remediation : `${remediation.replace(/(?<![.!?])$/, ".")} ${mend}`,
		fingerprint,
		secret: {
			redacted: redact(secret),
			length: secret.length
		},
		facts,
		locations,
		...before === void 0 ? {} : { new: !older },
		...suppressed === void 0 ? {} : { suppressed }
	};
};
/** The order of reports. */
const byUrgency = (a, b) => severityRank(b.severity) - severityRank(a.severity) || proofRank(b.proof) - proofRank(a.proof) || compare(a.check, b.check) || compare(a.fingerprint, b.fingerprint);
/** What a file is called bears on what only looks like a secret in it. */
const judgedByPath = (sighting) => {
	const { kind } = sighting.location;
	if (kind === "message" || kind === "config") return sighting.hit.onlyAt === void 0 ? [sighting] : [];
	const hit = judgeByPath(sighting.hit, sighting.location.path);
	if (hit === void 0) return [];
	return [hit === sighting.hit ? sighting : {
		...sighting,
		hit
	}];
};
/** Joins sightings, judged by their paths, of the same secret into findings, most urgent first, and leaves the raw values in the vault. */
const toFindings = (sightings, key, vault, before) => {
	const groups = /* @__PURE__ */ new Map();
	for (const sighting of sightings) {
		const fingerprint = fingerprintOf(key, sighting.hit.check, sighting.hit.secret);
		vault.keep(fingerprint, sighting.hit.secret);
		const group = groups.get(fingerprint);
		if (group === void 0) groups.set(fingerprint, [sighting]);
		else group.push(sighting);
	}
	return [...groups].map(([fingerprint, group]) => toFinding(fingerprint, group, before)).sort(byUrgency);
};
export { judgeByPath as i, judgedByPath as n, toFindings as r, byUrgency as t };
