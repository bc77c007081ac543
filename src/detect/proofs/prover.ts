import type { Facts, Proof, Severity } from "../../finding.ts";
import type { View } from "../view.ts";

/** What a prover may look at. `groups` are the named groups of the rule's expression. */
export interface Candidate {
  readonly secret: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly content: View;
  /** Byte offsets of the secret in `content`. */
  readonly start: number;
  readonly end: number;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** What a finding is called where the surroundings tell more than the rule: whose key it is. */
export interface Naming {
  readonly check: string;
  readonly provider: string;
  readonly title: string;
  readonly opens: string;
  readonly remediation: string;
}

/**
 * What an offline proof says of a candidate.
 * `holds` raises the proof (to `proven` unless it says otherwise), `fails` lowers the finding to `info`,
 * `silent` drops it because it is no credential at all, `unknown` leaves the rule's own proof as it is.
 */
export type Evidence =
  | {
      readonly verdict: "holds" | "unknown";
      readonly proof?: Proof;
      readonly severity?: Severity;
      /** A sentence that the decode taught, such as when the token expires. */
      readonly detail?: string;
      readonly facts?: Facts;
      /** The prover has told fillers from secrets itself; the general test for them is left out. */
      readonly vetted?: boolean;
      readonly naming?: Naming;
    }
  | {
      readonly verdict: "fails";
      readonly detail: string;
      readonly facts?: Facts;
      /** As above: what is damaged is still no filler. */
      readonly vetted?: boolean;
    }
  | {
      readonly verdict: "silent";
      /** Why it is no credential, for `tidewaiter explain`; no part of the value. */
      readonly because?: string;
    };

/** Pure and total: takes hostile text, never throws. */
export type Prover = (candidate: Candidate) => Evidence;
