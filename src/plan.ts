import type { Rule } from "./detect/rule.ts";
import type { Revisions } from "./git/provenance.ts";
import type { Repository } from "./git/repository.ts";
import type { Policy } from "./policy/policy.ts";

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
      /** `linux/arm64`; all when empty. */
      readonly platforms: readonly string[];
      /** The folder whose Dockerfiles may have made them. */
      readonly dockerfiles: string | undefined;
      /** Whose root commit keys fingerprints. */
      readonly repository: Repository | undefined;
    };

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
  /** Whether findings carry the line hashes of code scanning. */
  readonly lineHashes?: boolean;
  readonly signal?: AbortSignal;
  /** Threads that read packs; as many as the machine has cores when absent; with 0, git reads everything. */
  readonly jobs?: number;
}
