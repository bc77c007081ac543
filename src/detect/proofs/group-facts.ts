import type { Facts } from "../../finding.ts";
import type { Prover } from "./prover.ts";

/** Groups that name parts of the match and are no facts. */
const parts = new Set(["secret", "payload"]);

export const factsOf = (groups: Readonly<Record<string, string | undefined>>): Facts =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, value]) => (parts.has(name) || value === undefined ? [] : [[name, value]])),
  );

/**
 * Proves nothing: makes facts of the expression's named groups, such as a team, a region or a bot's number.
 * Option `vetted`: the form itself repeats characters as fillers do, so that the test for them is left out.
 */
export const proveGroupFacts: Prover = ({ groups, options }) => ({
  verdict: "unknown",
  facts: factsOf(groups),
  ...(options["vetted"] === true ? { vetted: true } : {}),
});
