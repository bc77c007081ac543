import { attributeRequest } from "../lexicon/naming.ts";
import type { Prover } from "./prover.ts";

/**
 * A form that several services give their keys, as `sk_live_` is: the rule's own unless the name or the words beside the value are those of
 * another in the option `among`. Option `kind`: what it is called there.
 */
export const proveSharedForm: Prover = ({ content, start, end, options }) => {
  const found = attributeRequest(content, start, end, String(options["kind"]));
  const isAmong = found !== undefined && String(options["among"]).split(" ").includes(found.service.provider);
  return isAmong ? { verdict: "unknown", naming: found.naming } : { verdict: "unknown" };
};
