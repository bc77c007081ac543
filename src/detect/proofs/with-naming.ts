import { attributeRequest } from "../lexicon/naming.ts";
import type { Candidate, Evidence } from "./prover.ts";

/** Evidence under the name of the service that a request goes to, where the rule's option `names` says what to call it. */
export const withNaming = (
  evidence: Evidence,
  { content, start, end, options }: Pick<Candidate, "content" | "start" | "end" | "options">,
): Evidence => {
  const kind = options["names"];
  if (typeof kind !== "string" || evidence.verdict === "silent" || evidence.verdict === "fails") return evidence;
  const found = attributeRequest(content, start, end, kind);
  return found === undefined ? evidence : { ...evidence, naming: found.naming };
};
