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
export { severityRank as i, proofs as n, severities as r, proofRank as t };
