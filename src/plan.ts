import type { CleanCache } from "./cache/cache-file.ts";
import type { Rule } from "./detect/rule.ts";
import type { ScanAmounts } from "./git/pack/survey.ts";
import type { Revisions } from "./git/provenance.ts";
import type { Repository } from "./git/repository.ts";
import type { Policy } from "./policy/policy.ts";
import type { Dial } from "./verify/dial.ts";
import type { Endpoints } from "./verify/verify.ts";

/** Something to look at. */
export type Source =
  | { readonly kind: "history"; readonly repository: Repository }
  | {
      readonly kind: "revisions";
      readonly repository: Repository;
      readonly what: Revisions;
      readonly tip: string | undefined;
    }
  | { readonly kind: "staged"; readonly repository: Repository }
  | { readonly kind: "work-tree"; readonly repository: Repository }
  | { readonly kind: "files"; readonly paths: readonly string[] }
  | {
      readonly kind: "images";
      readonly names: readonly string[];
      /** Those of them that a file of the repository gives, and no person: they lead to public addresses alone. */
      readonly foreign?: readonly string[];
      /** Lets the workflow read images of its repository from ghcr.io. */
      readonly workflowToken?: string;
      /** `linux/arm64`; all when empty. */
      readonly platforms: readonly string[];
      /** The folder whose Dockerfiles may have made them. */
      readonly dockerfiles: string | undefined;
      /** Whose root commit keys fingerprints. */
      readonly repository: Repository | undefined;
    };

/** Asks providers whether their credentials still work. */
export interface VerificationPlan {
  /** Where providers are asked, by name, when it is not where their rules say. */
  readonly endpoints: Endpoints;
  /** How hosts are reached; by TLS, through the proxy of the environment, when absent. */
  readonly dial?: Dial;
}

/** What the doors ask of the conductor. */
export interface Plan {
  readonly sources: readonly Source[];
  /** Rules of the configuration, beside those of `patterns/`. */
  readonly customRules: readonly Rule[];
  readonly policy: Policy;
  /** An organisation's key for fingerprints; else the repository's oldest root commit is the key. */
  readonly key: string | undefined;
  /** Names the oldest root commit of a repository whose history is cut off, so that its fingerprints agree with full clones. */
  readonly root?: () => Promise<string | undefined>;
  /** Absent: nothing is sent to anybody. */
  readonly verification?: VerificationPlan;
  /** Whether findings carry the line hashes of code scanning. */
  readonly lineHashes?: boolean;
  /** What earlier runs found clean; without it everything is read. */
  readonly cache?: CleanCache;
  readonly signal?: AbortSignal;
  /** Threads that read packs; when absent as many as the machine has cores, and fewer for small packs; with 0, git reads everything. */
  readonly jobs?: number;
  /** Whether a partial clone may fetch what it lacks. */
  readonly fetchMissing?: boolean;
  /** Whether archives in histories, work trees and files are scanned as the bytes that they are, and not opened. */
  readonly leavesClosed?: boolean;
  /** Is told how to ask for progress, when there is some to tell of. */
  readonly watch?: (amounts: () => ScanAmounts) => void;
}
