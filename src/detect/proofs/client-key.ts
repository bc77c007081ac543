import { isInExample } from "../generic/example-text.ts";
import { isHarmless } from "../generic/harmless-value.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { attributeByClient, severityOf } from "../lexicon/naming.ts";
import { isPlaceholder } from "../placeholder.ts";
import { lineBefore } from "../view.ts";
import type { Prover } from "./prover.ts";

/** Calls that tell of a service and take no key of it. */
const others =
  /(?:^|[._])(?:assert|expect|equals?|test|describe|it|log|print|error|warn|info|debug|get|find|fetch|delete|update|query|format|replace|include|import|from|hash|digest|parse|decode|url|send|publish|subscribe|track|emit|on|set_?id|id)$/i;

/** Turns text into bytes: `from_hex("…")`. */
const decodes = /hex|b64|base64|bytes|buffer|binary|uuid|objectid|bigint/i;

/** `HostedZone.fromHostedZoneId("Z0…")`: what names a thing of the service. */
const ofThings = /(?:Ids?|Arn|Name|Zone|Hash|Digest|Version|Address|Contract)$/;

/** A random-looking argument of a call by a service's name: a client's constructor. Groups: callee, secret. */
export const proveClientKey: Prover = ({ secret, groups, content, start }) => {
  if (!/\d/.test(secret)) return { verdict: "silent" };
  const callee = (groups["callee"] ?? "").replace(/^require\(["']|["']\)$/g, "");
  if ([others, ofThings, decodes].some((names) => names.test(callee))) return { verdict: "silent" };
  const found = attributeByClient(callee);
  if (found === undefined || isPlaceholder(secret)) return { verdict: "silent" };
  const known = found.service.keys?.test(secret) === true;
  if (!known && (isHarmless(secret) || !isRandomKey(secret))) return { verdict: "silent" };
  const line = lineBefore(content, start, 120);
  const severity = isInExample(content, start, line) ? "low" : severityOf(found.service);
  return {
    verdict: "unknown",
    proof: "contextual",
    severity,
    naming: found.naming,
    facts: { told: found.by },
    vetted: true,
  };
};
