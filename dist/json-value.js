import { n as secretText } from "./redact.js";
// src/report/json-value.ts
/** What the reader of a log or a terminal cannot see, and `##[`, which the runner of GitHub Actions takes for a command. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=#\[)/gu;
const unicodeEscape = (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
/** JSON that does nothing to the terminal or log that shows it: what it means is the same. */
const safeJson = (value, indent) => JSON.stringify(value, null, indent).replace(unsafe, (character) => character === "\n" ? character : unicodeEscape(character));
const locationValue = ({ lineHash: _, ...location }) => location;
/** A finding as JSON has it: nothing internal, and the secret itself only for `--show-secrets`. */
const findingValue = (finding, { reveal }) => {
	const { check, title, severity, proof, detail, remediation, fingerprint, secret, facts, locations } = finding;
	const value = reveal?.(fingerprint);
	return {
		check,
		title,
		severity,
		proof,
		detail,
		remediation,
		fingerprint,
		...secret === void 0 ? {} : { secret: {
			redacted: secret.redacted,
			length: secret.length,
			...value === void 0 ? {} : { value: secretText(value) }
		} },
		facts,
		locations: locations.map(locationValue),
		...finding.new === void 0 ? {} : { new: finding.new },
		...finding.suppressed === void 0 ? {} : { suppressed: finding.suppressed }
	};
};
const coverageValue = (coverage) => ({
	complete: coverage.complete,
	refs: coverage.refs,
	commits: coverage.commits,
	objects: coverage.objects,
	files: coverage.files,
	layers: coverage.layers,
	bytes: coverage.bytes,
	seconds: coverage.seconds,
	skipped: coverage.skipped,
	missing: coverage.missing
});
/** The JSON report (docs/report.schema.json). */
const reportValue = (report, rendering) => ({
	version: report.version,
	...report.fingerprintKey === void 0 ? {} : { fingerprintKey: report.fingerprintKey },
	coverage: coverageValue(report.coverage),
	findings: report.findings.map((finding) => findingValue(finding, rendering)),
	verdict: report.verdict,
	notes: report.notes
});
export { reportValue as n, safeJson as r, findingValue as t };
