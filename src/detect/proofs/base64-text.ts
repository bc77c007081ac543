import type { Facts } from "../../finding.ts";
import { decodedWrong } from "./checked.ts";
import { factsOf } from "./group-facts.ts";
import type { Prover } from "./prover.ts";

const latestTime = 8.64e12;

/** Seconds since 1970 become a date. */
const withDates = (facts: Facts): Facts => {
  const seconds = Number(facts["expires"]);
  if (!(seconds > 0 && seconds < latestTime)) return facts;
  return { ...facts, expires: new Date(seconds * 1000).toISOString() };
};

/**
 * The group `payload`, else the whole secret, is base64 of a text that option `pattern` matches; its named groups
 * become facts, `expires` being seconds since 1970.
 */
export const proveBase64Text: Prover = ({ secret, groups, options }) => {
  const text = Buffer.from(groups["payload"] ?? secret, "base64").toString("latin1");
  const found = new RegExp(String(options["pattern"])).exec(text);
  if (found === null) return decodedWrong;
  return { verdict: "holds", proof: "structural", facts: withDates(factsOf(found.groups ?? {})) };
};
