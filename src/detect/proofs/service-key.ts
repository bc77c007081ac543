import { isInExample } from "../generic/example-text.ts";
import { isDigestBeside, isHarmless } from "../generic/harmless-value.ts";
import { nameStrength } from "../generic/key-name.ts";
import { standsWhereSecretsDo } from "../generic/place.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { type Surroundings, surroundingsOf } from "../generic/surroundings.ts";
import { blocksAround, type Place } from "../lexicon/context.ts";
import { type Attribution, attribute, attributeByName, severityOf } from "../lexicon/naming.ts";
import { isNeutral } from "../lexicon/spot.ts";
import { isPlaceholder, partsOf } from "../placeholder.ts";
import type { Candidate, Evidence, Prover } from "./prover.ts";

const silent: Evidence = { verdict: "silent" };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const placeOf = ({ content, start, end }: Candidate, { separator, name }: Surroundings): Place => ({
  content,
  nameStart: start - separator.length - name.length,
  end,
});

/** Blocks of a configuration in which a `key` is a secret one: `"Jwt": { "Key": "…" }`. */
const secretBlock = /jwt|auth|encrypt|crypt|cipher|hmac|sign(?:ing|ature)|secret|token|credential|\bapi/i;

/** Shorter ones under no more than `key` are names too often: name and value together. */
const shortestAlone = 25;

const isKeyInSecretBlock = (name: string, place: Place): boolean =>
  /^(?:secret_?)?key$/i.test(name) && blocksAround(place).some((block) => secretBlock.test(block));

const isKeyOfUrl = ({ name, before }: Surroundings): boolean =>
  /^(?:key|apikey|api_key|token|appid|app_id|auth|access_key|subscription-key)$/i.test(name) &&
  /:\/\/[^\s"'`]+[?&]$/.test(before);

/** `config.project_key`, `{ key: "…" }`: names that only the service around them makes names of keys. */
const isKeyOfBlock = (name: string): boolean => {
  const words = partsOf(name);
  return words.at(-1) === "key" && words.length <= 3 && words.every(isNeutral);
};

/** `h("div", { key: "…" })`: by which a view knows an element again. */
const isKeyOfElement = ({ name, before }: Surroundings): boolean =>
  name === "key" && /(?<![\w$])(?:h|jsxs?|createElement)\([^(){}]{1,80},\s?\{[^{}]{0,80}$/.test(before);

/** `…/store/?sentry_key=`: the public half of a project's address, for every browser to send (develop.sentry.dev, Envelopes). */
const isPublicQuery = ({ name, before }: Surroundings): boolean => name === "sentry_key" && /[?&]$/.test(before);

/** `?token=` and a UUID name a file that whoever has the address may see. */
const isNameOfKey = (around: Surroundings): boolean =>
  /key|token|secret/i.test(around.name) && !(isKeyOfUrl(around) && /^token$/i.test(around.name));

type Told = Attribution | "generic" | undefined;

/** Whose key it is: `MAILGUN_KEY`, `"openweathermap"`; a name that the anchors of `assignment` do not reach, such as `AES_KEY`. */
const told = (around: Surroundings, place: Place): Told => {
  const { name } = around;
  const own = attributeByName(name);
  if (own?.isPlain === true) return own;
  if (isKeyOfUrl(around)) return attribute(name, place) ?? (/^subscription-key$/i.test(name) ? "generic" : undefined);
  if (nameStrength(name, "key") === "strong") return attribute(name, place) ?? "generic";
  if (place.end - place.nameStart >= shortestAlone && isKeyInSecretBlock(name, place)) return "generic";
  const block = isKeyOfBlock(name) ? attribute(name, place) : undefined;
  return block?.by === "key path" ? block : undefined;
};

const generic = {
  check: "secrets/generic-api-key",
  provider: "generic",
  title: "Key or token in code or configuration",
  opens: "Lets whoever reads the repository call the service as its owner.",
  remediation:
    "Revoke the key where it was issued, and read its successor from the environment or a secret store; removing it from the file is not enough.",
} as const;

const isSecret = (value: string, around: Surroundings, found: Attribution | "generic"): boolean => {
  if (isPlaceholder(value)) return false;
  const keys = found === "generic" ? undefined : found.service.keys;
  if (keys?.test(value) === true) return true;
  // services issue keys as UUIDs; a name that says nothing of a key may be that of an account
  if (uuid.test(value)) return keys === undefined && isNameOfKey(around) && found !== "generic";
  const line = `${around.before}${around.name}${around.separator}`;
  return !isHarmless(value) && isRandomKey(value) && !isDigestBeside(line, value);
};

const always = (): boolean => true;

/** Whether a value may be a key whatever its name says: random, or of an alphabet that knows no words. Looked at first, since most are neither. */
const isPossible = (value: string): boolean => isRandomKey(value) || /^[0-9a-f-]+$/i.test(value);

/**
 * A random-looking value whose own name is a service's and says nothing else, or one that no anchor of `assignment` reaches.
 */
export const proveServiceKey: Prover = (candidate) => {
  if (!isPossible(candidate.secret)) return silent;
  // most values are names: told apart before anything is read around them
  if (!isRandomKey(candidate.secret) && !uuid.test(candidate.secret)) return silent;
  const around = surroundingsOf(candidate);
  if (isKeyOfElement(around) || isPublicQuery(around)) return silent;
  const found = told(around, placeOf(candidate, around));
  if (found === undefined || !standsWhereSecretsDo(around, always) || !isSecret(candidate.secret, around, found))
    return silent;
  const isLow = isInExample(candidate.content, candidate.start, around.before);
  const facts = { name: around.name.slice(0, 80) };
  if (found === "generic")
    return { verdict: "unknown", severity: isLow ? "low" : "medium", naming: generic, facts, vetted: true };
  const severity = isLow ? "low" : severityOf(found.service);
  return {
    verdict: "unknown",
    proof: "contextual",
    severity,
    naming: found.naming,
    facts: { ...facts, told: found.by },
    vetted: true,
  };
};
