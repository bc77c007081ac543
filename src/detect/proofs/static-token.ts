import { worthOf } from "../password-worth.ts";
import { isPlaceholder } from "../placeholder.ts";
import type { Prover } from "./prover.ts";

/** A line of `--token-auth-file` or `--basic-auth-file`: token, user, uid, groups. */
export const proveStaticToken: Prover = ({ secret, groups }) => {
  const { user = "", groups: names = "" } = groups;
  const worth = worthOf(secret, user);
  if (worth === "template" || worth === "filler" || isPlaceholder(secret)) return { verdict: "silent" };
  const facts = { user, groups: names.split(",") };
  const bootstrap = !names.includes("system:masters") && /bootstrap/.test(names);
  return {
    verdict: "holds",
    proof: worth === "strong" ? "structural" : "contextual",
    severity: bootstrap ? "high" : "critical",
    facts,
    vetted: true,
  };
};
