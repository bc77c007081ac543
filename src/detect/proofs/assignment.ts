import type { Severity } from "../../finding.ts";
import { isInExample } from "../generic/example-text.ts";
import { isDigestBeside, isHarmless, isHarmlessPassword } from "../generic/harmless-value.ts";
import { type NameStrength, nameStrength, type SecretKind } from "../generic/key-name.ts";
import { isRandomPassword, isWord, passwordSeverity } from "../generic/password.ts";
import { standsWhereSecretsDo } from "../generic/place.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { isRandomText } from "../generic/random-text.ts";
import { type Surroundings, surroundingsOf } from "../generic/surroundings.ts";
import { isPlaceForWord } from "../generic/word-place.ts";
import { attribute, attributeByCall, attributeByName, severityOf } from "../lexicon/naming.ts";
import { isPasswordPlaceholder, isPlaceholder } from "../placeholder.ts";
import { textIn } from "../view.ts";
import type { Candidate, Evidence, Prover } from "./prover.ts";

const silent: Evidence = { verdict: "silent" };

const weaker = (severity: Severity | undefined, strength: NameStrength): Severity | undefined =>
  severity !== undefined && strength === "weak" ? "low" : severity;

/** A Kubernetes Secret holds base64: what it says decides. */
const decodedText = (value: string): string | undefined => {
  if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, "base64").toString("latin1").trim();
  return /^[\x20-\x7e]{4,}$/.test(text) ? text : undefined;
};

/** `jwtSecret`, `SECRET_KEY`, `SECURITY_CREDENTIALS`: people choose these as they choose passwords. */
const isChosenByPeople = (name: string): boolean =>
  /(?:secret(?:_?key)?(?:_?base)?|credentials?|(?:signing|encryption|crypt|hmac|jwt|session|cookie)_?key)\d*$/i.test(
    name,
  );

/** Small and capital letters, digits and another sign: chosen to please a rule about passwords. */
const isStrongChoice = (value: string): boolean =>
  [/[a-z]/, /[A-Z]/, /\d/, /[^\w.:/ -]/].every((kind) => kind.test(value));

const severityOfKey = (value: string, strength: NameStrength, around: Surroundings): Severity | undefined => {
  if (isRandomKey(value)) return weaker("medium", strength);
  if (strength !== "strong" || value.length < 8) return undefined;
  const chosen = passwordSeverity(value, around.quote !== "");
  if (chosen === "low" && /\s/.test(value)) return isChosenByPeople(around.name) ? "low" : undefined;
  if (chosen !== "medium") return undefined;
  if (isChosenByPeople(around.name) && (isRandomPassword(value) || isStrongChoice(value))) return "medium";
  if (!/\d/.test(value)) return undefined;
  if (isChosenByPeople(around.name)) return "low";
  return /[^\w+/=.~:-]/.test(value) ? "low" : undefined;
};

/** `secretKey: "secret_key"`: a name mapped to itself in another case. */
const repeatsName = (name: string, value: string): boolean => {
  const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return letters(name).includes(letters(value)) || letters(value).includes(letters(name));
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A value that a service's keys look like, under its name, is one even where it looks like something else. Of services
 * whose keys are not known, a UUID under a name that says key or token.
 */
const isKnownKey = (name: string, value: string): boolean => {
  const service = attributeByName(name)?.service;
  if (service === undefined || isPlaceholder(value)) return false;
  return service.keys?.test(value) ?? uuid.test(value);
};

/** `${NAME:+text}` and `${NAME:?text}` are a flag and a message (POSIX, Shell Command Language, 2.6.2). */
const isOtherExpansion = (value: string, { before, separator }: Surroundings): boolean =>
  separator === ":" && /\$\{$/.test(before) && /^[+?]/.test(value);

const isNoSecret = (kind: SecretKind, value: string, quoted: boolean): boolean =>
  kind === "password"
    ? isHarmlessPassword(value, quoted) || isPasswordPlaceholder(value)
    : isHarmless(value) || isPlaceholder(value);

const wordReach = 250;
const longWord = 6;

/** A word that stands nearby once more is the name of a user, a database, a product: `user: shop`, `password: shop`. */
const wordSeverity = (word: string, { content, start, end }: Candidate): Severity => {
  const before = textIn(content, start - wordReach, start);
  const after = textIn(content, end, end + wordReach);
  const isNamed = `${before} ${after}`.toLowerCase().includes(word.toLowerCase());
  return isNamed || word.length < longWord ? "low" : "medium";
};

/** `PWD="…"` in a shell is where it stands; a constant of that name is a password. */
const strengthOf = (kind: SecretKind, { name, quote, before }: Surroundings): NameStrength =>
  nameStrength(name, kind, quote !== "" && !before.endsWith("$"));

const judgeValue = (kind: SecretKind, candidate: Candidate, around: Surroundings): Severity | undefined => {
  const { secret: value } = candidate;
  const strength = strengthOf(kind, around);
  if (strength === "none" || repeatsName(around.name, value) || isOtherExpansion(value, around)) return undefined;
  if (strength === "strong" && kind === "key" && isKnownKey(around.name, value)) return "medium";
  if (isRandomText(value)) return weaker("medium", strength);
  if (isNoSecret(kind, value, around.quote !== "")) return undefined;
  const line = `${around.before}${around.name}${around.separator}`;
  if (isDigestBeside(line, value)) return undefined;
  const decoded = decodedText(value);
  if (decoded !== undefined && (isPlaceholder(decoded) || isHarmless(decoded))) return undefined;
  if (kind === "key") return severityOfKey(value, strength, around);
  if (isWord(value) && !isPlaceForWord(around, strength)) return undefined;
  const severity = passwordSeverity(value, around.quote !== "");
  return weaker(isWord(value) && severity === "low" ? wordSeverity(value, candidate) : severity, strength);
};

const judgedIn = (isLow: boolean, judged: Severity): Severity => (isLow ? "low" : judged);

const whose = (kind: SecretKind, around: Surroundings, { content, start, end }: Candidate) =>
  kind === "password"
    ? (attributeByName(around.name) ?? attributeByCall(around))
    : attribute(around.name, { content, nameStart: start - around.separator.length - around.name.length, end });

/**
 * `token := newToken`: a key without quotes and without a digit is a name. Most candidates are, and need no look at what stands around
 * them. `JWT_SECRET=` and many letters may be one that somebody made up.
 */
const isBareWord = ({ secret, groups, options }: Candidate): boolean =>
  options["kind"] !== "password" &&
  !/\d/.test(secret) &&
  !/["'`]$/.test(groups["sep"] ?? "") &&
  !(groups["sep"] === "=" && secret.length >= 16 && /^[a-z]+$/.test(secret));

/**
 * A value assigned to a name. The rule's expression has the groups `key` (the name from its keyword on) and `sep` (all
 * between name and value, quote included). Option `kind`: `password` or `key`. Silent unless name, place and value agree.
 * A service that the surroundings name gives the finding its name.
 */
export const proveAssignment: Prover = (candidate) => {
  if (isBareWord(candidate)) return silent;
  const around = surroundingsOf(candidate);
  if (!standsWhereSecretsDo(around)) return silent;
  const kind: SecretKind = candidate.options["kind"] === "password" ? "password" : "key";
  const judged = judgeValue(kind, candidate, around);
  if (judged === undefined) return silent;
  const isLow = judged === "low" || isInExample(candidate.content, candidate.start, around.before);
  const facts = { name: around.name.slice(0, 80) };
  const found = whose(kind, around, candidate);
  if (found === undefined) return { verdict: "unknown", severity: judgedIn(isLow, judged), vetted: true, facts };
  const severity = isLow || kind === "password" ? judgedIn(isLow, judged) : severityOf(found.service);
  return {
    verdict: "unknown",
    proof: "contextual",
    severity,
    naming: found.naming,
    facts: { ...facts, told: found.by },
    vetted: true,
  };
};
