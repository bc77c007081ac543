import { isInExample } from "../generic/example-text.ts";
import { isDigestBeside, isHarmless } from "../generic/harmless-value.ts";
import { standsWhereSecretsDo } from "../generic/place.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { surroundingsOf } from "../generic/surroundings.ts";
import { attributeByName } from "../lexicon/naming.ts";
import { isPlaceholder } from "../placeholder.ts";
import type { Evidence, Prover } from "./prover.ts";

const silent: Evidence = { verdict: "silent" };

/**
 * A random-looking value whose own name is a service's and says nothing else: `MAILGUN_KEY`, `"openweathermap"`. Names
 * that say that it is secret are the business of `assignment`.
 */
export const proveServiceKey: Prover = (candidate) => {
  const { secret } = candidate;
  const around = surroundingsOf(candidate);
  const found = attributeByName(around.name);
  if (found === undefined || !found.isPlain || !standsWhereSecretsDo(around)) return silent;
  if (isPlaceholder(secret)) return silent;
  const isKnown = found.service.keys?.test(secret) === true;
  const line = `${around.before}${around.name}${around.separator}`;
  if (!isKnown && (isHarmless(secret) || !isRandomKey(secret) || isDigestBeside(line, secret))) return silent;
  const isLow = isInExample(candidate.content, candidate.start, around.before);
  return {
    verdict: "unknown",
    proof: "contextual",
    severity: isLow ? "low" : found.service.severity,
    naming: found.naming,
    facts: { name: around.name.slice(0, 80), told: found.by },
  };
};
