/** Severities from the least to the most urgent; their order is what `--fail-on` compares. */
export const severities = ["info", "low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** Offline certainty from the weakest to the strongest; their order is what `--min-proof` compares. */
export const proofs = ["generic", "contextual", "structural", "proven"] as const;
export type Proof = (typeof proofs)[number];

export const severityRank = (severity: Severity): number => severities.indexOf(severity);
export const proofRank = (proof: Proof): number => proofs.indexOf(proof);

export type Fact = string | number | boolean | readonly string[];
export type Facts = Readonly<Record<string, Fact>>;

export type LocationKind = "commit" | "file" | "message" | "layer" | "config";

/** What hides a file of a layer in the final image, while its bytes stay in the image. */
export interface Removed {
  readonly how: "deleted" | "overwritten";
  /** Number of the layer that did it. */
  readonly layer: number;
  readonly instruction?: string;
}

/** An instruction in a Dockerfile of the repository. */
export interface DockerfileLine {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * One place where a finding stands.
 * Lines and columns count from 1, columns in UTF-16 units, ends exclusive (SARIF 2.1.0, section 3.30).
 */
export interface Location {
  readonly kind: LocationKind;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Full object id of the commit that brought the content in; for a file, of the commit that HEAD names. */
  readonly commit?: string;
  readonly author?: string;
  /** Author date, ISO 8601 with offset. */
  readonly date?: string;
  /** Whether a ref still reaches the commit. */
  readonly reachable?: boolean;
  /** Whether HEAD, the work tree for a file, or the final image for a layer still shows the secret at this path. */
  readonly present?: boolean;
  /** The image as the user named it. */
  readonly image?: string;
  /** `linux/amd64`; those that share the place are separated by commas. */
  readonly platform?: string;
  /** Digest of the layer as it is stored. */
  readonly layer?: string;
  /** Counted from 1, the lowest first. */
  readonly layerNumber?: number;
  /** How many layers the image has. */
  readonly layerCount?: number;
  /** The image that brought the layer along, where that is known: what it holds is mended there. */
  readonly base?: string;
  /** What made the layer or setting, by the image's history; without values. */
  readonly instruction?: string;
  readonly dockerfile?: DockerfileLine;
  readonly removed?: Removed;
  /** `primaryLocationLineHash` of code scanning: 16 hexadecimal digits, a colon and a count. Not part of the JSON report. */
  readonly lineHash?: string;
}

export interface Secret {
  readonly redacted: string;
  /** In characters. */
  readonly length: number;
  /** Only filled by `--show-secrets`, at the moment of printing. */
  readonly value?: string;
}

/** Why a finding does not count: an ignore in the text, in the configuration, or the baseline. */
export interface Suppression {
  readonly kind: "inline" | "configuration" | "baseline";
  /** The comment or entry that did it, without surrounding text. */
  readonly by: string;
  readonly reason?: string;
}

/** One secret or one violation, with every place where it was found. */
export interface Finding {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly proof: Proof;
  readonly detail: string;
  readonly remediation: string;
  readonly fingerprint: string;
  readonly secret?: Secret;
  readonly facts: Facts;
  readonly locations: readonly Location[];
  /** In a change: whether the change brought it in. */
  readonly new?: boolean;
  readonly suppressed?: Suppression;
}

/** Passed over by design. */
export interface Skipped {
  readonly what: string;
  readonly reason: string;
  readonly count: number;
}

/** Asked for and not read: makes the scan incomplete. */
export interface Missing {
  readonly what: string;
  readonly reason: string;
}

export interface Coverage {
  readonly complete: boolean;
  readonly refs: number;
  readonly commits: number;
  readonly objects: number;
  readonly files: number;
  readonly layers: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly skipped: readonly Skipped[];
  readonly missing: readonly Missing[];
}

export type Conclusion = "pass" | "fail" | "incomplete";

export interface Verdict {
  readonly conclusion: Conclusion;
  readonly failOn: Severity;
  /** Findings that count, by severity. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** What keyed the fingerprints of a report: only fingerprints of one key can be compared. */
export interface FingerprintKey {
  readonly kind: "organisation" | "root" | "constant";
  /** For `root`: the id of the repository's oldest root commit. */
  readonly root?: string;
}

export interface Report {
  readonly version: 1;
  /** Absent when nothing was found: there is no fingerprint then. */
  readonly fingerprintKey?: FingerprintKey;
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Sentences for the reader that belong to no finding: ignores that match nothing, a configuration that the change tried to alter. */
  readonly notes: readonly string[];
}
