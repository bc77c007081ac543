import type { FingerprintKey, Proof, Severity } from "../finding.ts";
import type { ForeignFile } from "./foreign-ignores.ts";

/** An entry of the configuration's `ignores`: by fingerprint, or by check and path; never without a reason. */
export interface Ignore {
  readonly fingerprint?: string;
  /** A check id or its leading part. */
  readonly check?: string;
  /** A glob over the path of a location. */
  readonly path?: string;
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** Findings known before: what they name is not counted. */
export interface Baseline {
  readonly fingerprints: ReadonlySet<string>;
  /** The root commit whose id keyed the fingerprints: lets a shallow clone compute the same ones. */
  readonly root?: string;
  /** What keyed the fingerprints, where the file says so. */
  readonly key?: FingerprintKey;
  /** The file's name, for reports. */
  readonly file?: string;
}

/** What counts and what fails. */
export interface Policy {
  readonly failOn: Severity;
  readonly minProof: Proof;
  /** Ids of checks or their leading parts; empty for all. */
  readonly only: readonly string[];
  readonly ignores: readonly Ignore[];
  readonly baseline?: Baseline;
  /** Ignore files of other scanners. */
  readonly foreign?: readonly ForeignFile[];
  readonly includeIgnored: boolean;
  readonly allowIncomplete: boolean;
  /** Whether inline ignores that a change itself adds are findings. */
  readonly selfExcuse: "allow" | "deny";
}
