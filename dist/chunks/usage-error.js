// src/finding.ts
/** Severities from the least to the most urgent; their order is what `--fail-on` compares. */
const severities = [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
/** Offline certainty from the weakest to the strongest; their order is what `--min-proof` compares. */
const proofs = [
	"generic",
	"contextual",
	"structural",
	"proven"
];
const severityRank = (severity) => severities.indexOf(severity);
const proofRank = (proof) => proofs.indexOf(proof);
// src/usage-error.ts
/** Wrong use or configuration: exit status 2. The message says what is wrong and what would be right. */
var UsageError = class extends Error {
	name = "UsageError";
};
export { severityRank as a, severities as i, proofRank as n, proofs as r, UsageError as t };
