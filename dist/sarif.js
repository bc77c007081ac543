import { i as formatNumber, t as countOf } from "./amounts.js";
import { n as showUnseen } from "./escape-terminal.js";
import { r as safeJson } from "./json-value.js";
import { t as placesOf } from "./places.js";
import { a as encodePath, n as escapeWithLinks, r as markdownCode, t as escapeMarkdown } from "./escape-markdown.js";
import { i as severityRank, t as proofRank } from "./finding.js";
import { a as within } from "./image-story.js";
// package.json
var version = "0.1.0";
// src/report/sarif-location.ts
/** A path as an artifact's address: relative ones stay relative, absolute ones are files of this machine. */
const uriOf = (path) => path.startsWith("/") ? `file://${encodePath(path)}` : encodePath(path);
/**
* The place that an alert stands on: a file that still shows the secret, since code scanning shows alerts on the head
* tree; else what brought it in.
*/
const primaryOf = (locations) => locations.find(({ kind, present }) => kind === "file" && present === true) ?? locations.find(({ kind, present }) => kind === "commit" && present === true) ?? locations.find(({ dockerfile }) => dockerfile !== void 0) ?? locations[0];
/** What an image holds has no place in the repository but the instruction that brought it in. */
const atInstruction = ({ path, line, endLine }) => ({
	artifactLocation: { uri: uriOf(path) },
	region: {
		startLine: line,
		endLine
	}
});
const physical = ({ path, line, column, endLine, endColumn, dockerfile }) => {
	if (dockerfile !== void 0) return atInstruction(dockerfile);
	const startLine = Math.max(1, line);
	const lastLine = Math.max(startLine, endLine);
	return {
		artifactLocation: { uri: uriOf(path) },
		region: {
			startLine,
			startColumn: Math.max(1, column),
			endLine: lastLine,
			endColumn: Math.max(lastLine === startLine ? Math.max(1, column) : 1, endColumn)
		}
	};
};
/** What SARIF has no word for. */
const properties = ({ line: _line, column: _column, endLine: _endLine, endColumn: _endColumn, lineHash: _hash, path, ...known }) => known.image === void 0 ? known : {
	...known,
	path
};
/** The places of a finding: one that the alert stands on, the others related to it. */
const sarifPlaces = (all) => {
	const primary = primaryOf(all);
	if (primary === void 0) return {
		locations: [],
		relatedLocations: [],
		leftOut: 0,
		lineHash: void 0
	};
	const others = all.filter((location) => location !== primary);
	const related = others.slice(0, 999).map((location, id) => ({
		id: id + 1,
		physicalLocation: physical(location),
		message: { text: showUnseen(placesOf([location], true)[0].story.join(", ") || location.kind) },
		properties: properties(location)
	}));
	return {
		locations: [{
			physicalLocation: physical(primary),
			properties: properties(primary)
		}],
		relatedLocations: related,
		leftOut: others.length - related.length,
		lineHash: primary.lineHash
	};
};
// src/report/sarif-rule.ts
const docs = "https://github.com/tidewaiter/tidewaiter/blob/main/docs";
/** GitHub's limits on texts of a rule ("SARIF support for code scanning"). */
const maxName = 255;
const maxDescription = 1024;
/** GitHub reads above 9 as critical, from 7 as high, from 4 as medium, above 0 as low. */
const securitySeverity = {
	critical: "9.5",
	high: "8.0",
	medium: "5.5",
	low: "3.0",
	info: void 0
};
const precision = {
	proven: "very-high",
	structural: "high",
	contextual: "medium",
	generic: "low"
};
const levelOf = (severity) => {
	if (severity === "info") return "note";
	return severityRank(severity) >= severityRank("high") ? "error" : "warning";
};
const pageOf = (check) => check.startsWith("kubeconfig/") ? `${docs}/kubeconfigs.md` : `${docs}/rules.md`;
const kindOf = (check) => check.startsWith("kubeconfig/") ? "way into a cluster" : "credential";
/** Words of `facts.provider` and of the check that say what the rule is about; GitHub keeps ten. */
const tagsOf = ({ check, facts }) => [
	"security",
	"external/cwe/cwe-798",
	check.split("/", 1)[0],
	...typeof facts["provider"] === "string" ? [`provider/${facts["provider"]}`] : []
];
/** A check as a rule of SARIF, from what its findings say; the most severe and best proven of them speak for it. */
const sarifRule = (findings) => {
	const first = findings[0];
	const severity = findings.reduce((s, f) => severityRank(f.severity) > severityRank(s) ? f.severity : s, "info");
	const proof = findings.reduce((p, f) => proofRank(f.proof) > proofRank(p) ? f.proof : p, "generic");
	const title = showUnseen(first.title);
	const remediation = showUnseen(first.remediation);
	const number = securitySeverity[severity];
	return {
		id: first.check,
		name: within(first.check.replace(/[^A-Za-z0-9]+/g, "-"), maxName),
		shortDescription: { text: within(title, maxDescription) },
		fullDescription: { text: within(`A ${kindOf(first.check)} was committed: ${title}.`, maxDescription) },
		help: {
			text: `${title}\n\n${remediation}\n\nWho can read the history can use it, also after a later commit removed it. To silence what is harmless: a comment "tidewaiter:ignore ${first.check} -- reason" on its line.`,
			markdown: `**${escapeMarkdown(title)}**\n\n${escapeWithLinks(remediation)}\n\nWho can read the history can use it, also after a later commit removed it. To silence what is harmless, put a comment on its line: ${markdownCode(`tidewaiter:ignore ${first.check} -- reason`, "prose")}`
		},
		helpUri: pageOf(first.check),
		defaultConfiguration: { level: levelOf(severity) },
		properties: {
			tags: tagsOf(first),
			precision: precision[proof],
			...number === void 0 ? {} : { "security-severity": number }
		}
	};
};
// src/report/sarif-result.ts
/** Square brackets would make links (SARIF 2.1.0, section 3.11.6). */
const plainText = (text) => showUnseen(text).replace(/[\\[\]]/g, "\\$&");
const messageOf = ({ title, secret, detail, remediation }) => [
	`${title}${secret === void 0 ? "" : `, ${secret.redacted} (${countOf(secret.length, "character")})`}.`,
	detail,
	remediation
].filter(Boolean).map(plainText).join(" ");
const suppressionOf = ({ kind, by, reason }) => ({
	kind: kind === "inline" ? "inSource" : "external",
	status: "accepted",
	justification: showUnseen(`${by}${reason === void 0 ? "" : `: ${reason}`}`)
});
/** A finding as a result; `ruleIndex` is where its rule stands. */
const sarifResult = (finding, ruleIndex) => {
	const { locations, relatedLocations, leftOut, lineHash } = sarifPlaces(finding.locations);
	return {
		ruleId: finding.check,
		ruleIndex,
		level: levelOf(finding.severity),
		message: { text: messageOf(finding) },
		locations,
		...relatedLocations.length === 0 ? {} : { relatedLocations },
		partialFingerprints: {
			...lineHash === void 0 ? {} : { primaryLocationLineHash: lineHash },
			"tidewaiterFingerprint/v1": finding.fingerprint
		},
		...finding.suppressed === void 0 ? {} : { suppressions: [suppressionOf(finding.suppressed)] },
		properties: {
			severity: finding.severity,
			proof: finding.proof,
			facts: finding.facts,
			...finding.new === void 0 ? {} : { new: finding.new },
			...leftOut === 0 ? {} : { locationsLeftOut: leftOut }
		}
	};
};
// src/report/sarif.ts
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** Of more results GitHub's code scanning keeps the first so many, and refuses an upload beyond the other. */
const keptResults = 5e3;
const acceptedResults = 25e3;
/** Entries of coverage that become notifications; `properties.coverage` counts all. */
const maxNotifications = 1e3;
const notification = (level, text) => ({
	level,
	message: { text: showUnseen(text) }
});
const limitNotes = (findings) => {
	if (findings.length <= keptResults) return [];
	const loss = findings.length > acceptedResults ? `GitHub's code scanning refuses more than ${formatNumber(acceptedResults)} results` : `GitHub's code scanning keeps ${formatNumber(keptResults)} results of an upload`;
	return [notification("warning", `${loss}; this run has ${formatNumber(findings.length)}: narrow it with --only.`)];
};
const notifications = ({ coverage, findings, notes }) => [
	...coverage.missing.map(({ what, reason }) => notification("error", `Not read: ${what}: ${reason}`)),
	...limitNotes(findings),
	...notes.map((note) => notification("warning", note)),
	...coverage.skipped.map(({ what, reason, count }) => notification("note", `Passed over: ${formatNumber(count)} × ${what}: ${reason}`))
].slice(0, maxNotifications);
/** Findings by check, in the order in which checks first occur. */
const byCheck = (findings) => {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const group = groups.get(finding.check);
		if (group === void 0) groups.set(finding.check, [finding]);
		else group.push(finding);
	}
	return groups;
};
/** The tip that files of HEAD were read from, when the report knows it. */
const tipOf = (findings) => {
	for (const { locations } of findings) for (const { kind, commit } of locations) if (kind === "file" && commit !== void 0) return commit;
};
const provenance = (findings, repositoryUrl) => {
	if (repositoryUrl === void 0) return {};
	const revisionId = tipOf(findings);
	return { versionControlProvenance: [{
		repositoryUri: repositoryUrl,
		...revisionId === void 0 ? {} : { revisionId }
	}] };
};
const runOf = (report, { repositoryUrl, automationId }) => {
	const { findings, coverage, verdict } = report;
	const groups = byCheck(findings);
	const indexes = new Map([...groups.keys()].map((check, index) => [check, index]));
	const { complete, refs, commits, objects, files, layers, bytes, seconds } = coverage;
	return {
		tool: { driver: {
			name: "Tidewaiter",
			semanticVersion: version,
			informationUri: "https://github.com/tidewaiter/tidewaiter",
			rules: [...groups.values()].map(sarifRule)
		} },
		...automationId === void 0 ? {} : { automationDetails: { id: automationId } },
		...provenance(findings, repositoryUrl),
		columnKind: "utf16CodeUnits",
		invocations: [{
			executionSuccessful: complete,
			toolExecutionNotifications: notifications(report)
		}],
		results: findings.map((finding) => sarifResult(finding, indexes.get(finding.check))),
		properties: {
			coverage: {
				complete,
				refs,
				commits,
				objects,
				files,
				layers,
				bytes,
				seconds
			},
			verdict
		}
	};
};
/** SARIF 2.1.0 with every finding; which of them to upload is the Action's choice. */
const renderSarif = (report, rendering) => `${safeJson({
	$schema: schema,
	version: "2.1.0",
	runs: [runOf(report, rendering)]
}, 2)}\n`;
export { renderSarif };
