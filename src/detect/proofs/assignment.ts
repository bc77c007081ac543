import type { Severity } from "../../finding.ts";
import { isDrawnKey, isDrawnStem, isDrawnText } from "../generic/drawn.ts";
import { isInExample } from "../generic/example-text.ts";
import { isDigestBeside, isHarmless, isHarmlessPassword } from "../generic/harmless-value.ts";
import { type NameStrength, nameStrength, type SecretKind } from "../generic/key-name.ts";
import { isNamedNearby } from "../generic/named-nearby.ts";
import {
  isMixedKey,
  isNumberedWord,
  isRandomPassword,
  isSurePassword,
  isWord,
  passwordSeverity,
} from "../generic/password.ts";
import { standsWhereSecretsDo } from "../generic/place.ts";
import { isRandomKey } from "../generic/random-key.ts";
import { isRandomText } from "../generic/random-text.ts";
import { joined } from "../generic/sum.ts";
import { type Surroundings, surroundingsOf } from "../generic/surroundings.ts";
import { isWeakChoice } from "../generic/weak-choice.ts";
import { isPlaceForDrawn, isPlaceForWord } from "../generic/word-place.ts";
import { attribute, attributeByCall, attributeByName, severityOf } from "../lexicon/naming.ts";
import { isPasswordPlaceholder, isPlaceholder, isWalk } from "../placeholder.ts";
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

const shortestChosen = 6;

/** Of a name that says that somebody chose its value. */
const severityOfChosen = (value: string, chosen: Severity | undefined): Severity | undefined => {
  // a reference to credentials that stand elsewhere
  if (/[_-](?:creds?|credentials|key|secret)$/i.test(value)) return undefined;
  if (chosen !== "medium") return chosen === "low" && /\s/.test(value) ? "low" : undefined;
  if (isRandomPassword(value) || isStrongChoice(value) || (isDrawnText(value) && value.length >= 8)) return "medium";
  return /\d/.test(value) || isDrawnText(value) ? "low" : undefined;
};

const shortestIssued = 8;

/** Of a key or token that a service issues: shorter than most, or without a digit. */
const severityOfIssued = (value: string, chosen: Severity | undefined): Severity | undefined => {
  if (isDrawnKey(value)) return "medium";
  if (isDrawnText(value) || isDrawnStem(value)) return "low";
  if (chosen !== "medium" || value.length < shortestIssued || !/\d/.test(value)) return undefined;
  if (/[^\w+/=.~:-]/.test(value)) return "low";
  return /^(?=.*[A-Za-z])[\w-]+$/.test(value) && isRandomPassword(value)
    ? "medium"
    : isMixedKey(value)
      ? "low"
      : undefined;
};

/** `secret=9175`: what a telephone signs in with. */
const isShortSecret = ({ name, before, separator }: Surroundings): boolean =>
  /^secret$/i.test(name) && /^\s*$/.test(before) && /^ ?=>? ?$/.test(separator);

/** `password: newValue` in code gives a variable; without quotes, words in a row are a password where only configuration writes them so. */
const isWrittenOut = ({ quote, separator }: Surroundings, value: string): boolean =>
  quote !== "" || (/^["']?(?:=|:[ \t]|>|:)/.test(separator) && !/[a-z][A-Z]/.test(value)) || separator === "=";

/** Digits that a test or a telephone signs in with: no sequence, and no other number. */
const isNumberOfKey = (value: string, around: Surroundings): boolean =>
  /^\d{4,8}$/.test(value) &&
  !isWalk(value) &&
  (isShortSecret(around) ||
    (around.quote !== "" && value.length > 4 && /^(?:api_?key|access_?key|secret)$/i.test(around.name)) ||
    /(?:^|[._-])client[_-]?secret$/i.test(around.name));

/** `sessionSecret: "alligator"`: one word, not a name of several. */
const severityOfWeakSecret = (value: string, around: Surroundings, strength: NameStrength): Severity | undefined =>
  /secret(?:_?key)?$/i.test(around.name) &&
  /^[A-Za-z]{5,24}\d{0,8}$|secret\d+$/.test(value) &&
  !/[a-z][A-Z]/.test(value) &&
  isWrittenOut(around, value) &&
  isWeakChoice(value) &&
  isPlaceForWord(around, strength)
    ? "low"
    : undefined;

/** What applications sign with: their own secret, not the name under which another keeps one. */
const signs = /(?:jwt|session|cookie|signing|flask|django|token)[_.-]?(?:secret|key)(?:[_.-]?key)?$/i;
const signsBehindEquals = /^(?:\w+_)?secret_?key(?:_?base)?$/i;

/** `SECRET_KEY = "order_hash_secret"`: words in a row, in quotes. */
const severityOfPhrase = (value: string, around: Surroundings, strength: NameStrength): Severity | undefined =>
  around.quote !== "" &&
  /^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+){2,11}$/.test(value) &&
  (signs.test(around.name) || (signsBehindEquals.test(around.name) && around.separator.includes("="))) &&
  isWeakChoice(value) &&
  isPlaceForWord(around, strength)
    ? "low"
    : undefined;

const severityOfKey = (value: string, strength: NameStrength, around: Surroundings): Severity | undefined => {
  if (isRandomKey(value)) return weaker("medium", strength);
  if (isNumberOfKey(value, around)) return "low";
  if (strength !== "strong") return isDrawnStem(value) ? "low" : undefined;
  if (value.length < shortestChosen) return isDrawnText(value) ? "low" : undefined;
  const chosen = passwordSeverity(value, around.quote !== "");
  if (!isChosenByPeople(around.name)) return severityOfIssued(value, chosen);
  return (
    severityOfChosen(value, chosen) ??
    severityOfWeakSecret(value, around, strength) ??
    severityOfPhrase(value, around, strength)
  );
};

/** `secretKey: "secret_key"`: a name mapped to itself in another case. */
const repeatsName = (name: string, value: string): boolean => {
  const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return letters(name).includes(letters(value)) || letters(value).includes(letters(name));
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `ClientRequestToken`: a number by which a service knows a request again; in URLs such numbers name a file. */
const isOfOneRequest =
  /request|change|lifecycle|action|idempot|upload|continu|operation|transaction|sync|device_?token|push/i;

/**
 * A value that a service's keys look like, under its name, is one even where it looks like something else. A UUID is no more than a
 * number, but under a name that says secret it is one: servers of accounts issue them as such, unless the service's are known to differ.
 */
const isIssued = (kind: SecretKind, { name, before }: Surroundings, value: string): boolean => {
  const keys = kind === "key" ? attributeByName(name)?.service.keys : undefined;
  const isLike = keys?.test(value) ?? (uuid.test(value) && !isOfOneRequest.test(name) && !/:\/\/\S*[?&]$/.test(before));
  return isLike && !isPlaceholder(value);
};

/** `${NAME:+text}` and `${NAME:?text}` are a flag and a message (POSIX, Shell Command Language, 2.6.2). */
const isOtherExpansion = (value: string, { before, separator }: Surroundings): boolean =>
  separator === ":" && /\$\{$/.test(before) && /^[+?]/.test(value);

/** YAML's marks begin no value behind `=`. */
const isNoSecret = (kind: SecretKind, value: string, around: Surroundings): boolean =>
  kind === "password"
    ? isHarmlessPassword(value, around.quote !== "" || around.separator === "=")
    : (isHarmless(value) || isPlaceholder(value)) && !isNumberOfKey(value, around);

const longWord = 6;

/** Lines of a program, in which a word without quotes is the name of a value. */
const amongCode =
  /^[ \t]*(?:def |return\b|elif |(?:if|for|while)\b.{0,200}[:{]$|const |let |var |func |from \w+ import )|\w\([^()\n]{0,100}\)[;:]?$/m;

const codeReach = 250;

const isNameInCode = ({ content, start, end }: Candidate): boolean => {
  const before = textIn(content, start - codeReach, start);
  return (
    /[^"'`]=[ \t]{0,4}$/.test(before) &&
    (amongCode.test(before) || amongCode.test(textIn(content, end, end + codeReach)))
  );
};

/** A word that names something nearby is worth less; a digit behind makes no other word of it. */
const wordSeverity = (written: string, candidate: Candidate): Severity => {
  const word = written.replace(/\d$/, "");
  return word.length < longWord || isNamedNearby(word, candidate) || isNameInCode(candidate) ? "low" : "medium";
};

/** `dbPassword.set("…")`: a method of what has the name. */
const methodOfIt = /\.(?:set|equals(?:IgnoreCase)?|val(?:ue)?|set_?value|set_?text|send_?keys|type|fill)$/i;

/** What has the name of the value that a call sets: `passwordInput.sendKeys("…")` fills a field, whose name says no more by that. */
const namedByCall = (name: string): string =>
  methodOfIt.test(name) ? name.replace(methodOfIt, "").replace(/_?(?:input|field|box|element)$/i, "") : name;

/** `loginPage.SetPassword("…")`: the method names the value, and what it is a method of may be called anything. */
const strengthOfCall = (name: string, kind: SecretKind): NameStrength => {
  const whole = nameStrength(namedByCall(name), kind);
  return whole === "none" ? nameStrength(/[^.>]*$/.exec(namedByCall(name))![0], kind) : whole;
};

/** `PWD="…"` in a shell is where it stands; a constant of that name is a password. */
const strengthOf = (kind: SecretKind, { name, quote, separator, before }: Surroundings): NameStrength =>
  separator.startsWith("(")
    ? strengthOfCall(name, kind)
    : nameStrength(name, kind, quote !== "" && !before.endsWith("$"));

/** What no name and no word looks like, so that looser places do. */
const isSure = (kind: SecretKind, value: string): boolean =>
  isRandomKey(value) || (kind === "password" ? isSurePassword(value) : isDrawnText(value));

/** A word needs a place that leaves no doubt, and letters in no order one that is no running text. */
const isPlaceFor = (value: string, around: Surroundings, strength: NameStrength): boolean =>
  !(isWord(value) || isNumberedWord(value) || isDrawnText(value)) ||
  isPlaceForWord(around, strength) ||
  (strength === "strong" && isDrawnText(value) && isPlaceForDrawn(around));

const lettersOf = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

/** A password that only its place makes one: low. */
const weakSeverity = (value: string, around: Surroundings, strength: NameStrength): Severity | undefined =>
  isPlaceForWord(around, strength) &&
  isWrittenOut(around, value) &&
  isWeakChoice(value) &&
  !(/^[\w.-]+$/.test(value) && lettersOf(around.name).endsWith(lettersOf(value)))
    ? "low"
    : undefined;

/** `put("password", "…")`: a call may take other words. */
const isArgument = ({ separator }: Surroundings): boolean => /^\\?["'`]?,/.test(separator);

const severityOfPassword = (
  candidate: Candidate,
  around: Surroundings,
  strength: NameStrength,
): Severity | undefined => {
  const { secret: value } = candidate;
  const weak = () => weakSeverity(value, around, strength);
  if (isPasswordPlaceholder(value) || repeatsName(around.name, value)) return weak();
  if (!isPlaceFor(value, around, strength)) return undefined;
  const severity = passwordSeverity(value, around.quote !== "");
  const isWordHere =
    (isWord(value) || (isNumberedWord(value) && isWrittenOut(around, value))) &&
    severity === "low" &&
    !isArgument(around);
  return weaker(isWordHere ? wordSeverity(value, candidate) : severity, strength) ?? weak();
};

/** An element of XML whose attributes say that its text is encrypted: `<Pass encoding="crypt">`. */
const isEncrypted = ({ separator }: Surroundings): boolean =>
  separator.endsWith(">") &&
  /\s(?:enc(?:oding|ryption|rypted)|cipher)=["'](?:crypt|encrypted|true|aes|rsa|[a-z]*-(?:cbc|gcm))/i.test(separator);

/** `f"{PREFIX}13"`: a text of Python with a slot in it. */
const isFormatted = ({ separator }: Surroundings, value: string): boolean =>
  /(?<!\w)[rb]?f[rb]?["']$/i.test(separator) && /\{[^{}]+\}/.test(value);

/** `+t("name")+`: a text ends before it, and another begins behind it. */
const isBetweenTexts = (value: string): boolean => /^\s?\+\s?[A-Za-z_$].*\+\s?$/.test(value);

const judgeValue = (
  kind: SecretKind,
  candidate: Candidate,
  around: Surroundings,
  strength: NameStrength,
): Severity | undefined => {
  const { secret: value } = candidate;
  if (isOtherExpansion(value, around) || isEncrypted(around)) return undefined;
  if (isFormatted(around, value) || isBetweenTexts(value)) return undefined;
  if (kind === "key" && repeatsName(around.name, value)) return undefined;
  if (strength === "strong" && isIssued(kind, around, value)) return "medium";
  if (isRandomText(value)) return weaker("medium", strength);
  if (isNoSecret(kind, value, around)) return undefined;
  const line = `${around.before}${around.name}${around.separator}`;
  if (isDigestBeside(line, value)) return undefined;
  const decoded = decodedText(value);
  if (decoded !== undefined && (isPlaceholder(decoded) || isHarmless(decoded))) return undefined;
  return kind === "key" ? severityOfKey(value, strength, around) : severityOfPassword(candidate, around, strength);
};

const judgedIn = (isLow: boolean, judged: Severity): Severity => (isLow ? "low" : judged);

const whose = (kind: SecretKind, around: Surroundings, { content, start, end }: Candidate) =>
  kind === "password"
    ? (attributeByName(around.name) ?? attributeByCall(around))
    : (attributeByName(around.name) ??
      attributeByCall(around) ??
      attribute(around.name, { content, nameStart: start - around.separator.length - around.name.length, end }));

/**
 * `token := newToken`: a key without quotes and without a digit is a name. Most candidates are, and need no look at what stands around
 * them. `JWT_SECRET=` and many letters may be one that somebody made up.
 */
const isBareWord = ({ secret, groups, options }: Candidate): boolean =>
  options["kind"] !== "password" &&
  !/\d/.test(secret) &&
  !/["'`]$/.test(groups["sep"] ?? "") &&
  !isDrawnText(secret) &&
  !(groups["sep"] === "=" && secret.length >= 16 && /^[a-z]+$/.test(secret));

/**
 * A value assigned to a name. The rule's expression has the groups `key` (the name from its keyword on) and `sep` (all
 * between name and value, quote included). Option `kind`: `password` or `key`. Silent unless name, place and value agree.
 * A service that the surroundings name gives the finding its name.
 */
export const proveAssignment: Prover = (found) => {
  // Spring Security names an encoder before the value, and `{noop}` is none
  const candidate = joined(found.secret.startsWith("{noop}") ? { ...found, secret: found.secret.slice(6) } : found);
  if (isBareWord(candidate)) return silent;
  const around = surroundingsOf(candidate);
  const kind: SecretKind = candidate.options["kind"] === "password" ? "password" : "key";
  const strength = strengthOf(kind, around); // names come again and again, and are remembered
  if (strength === "none" || !standsWhereSecretsDo(around, () => isSure(kind, candidate.secret))) return silent;
  const judged = judgeValue(kind, candidate, around, strength);
  if (judged === undefined) return silent;
  const isLow = judged === "low" || isInExample(candidate.content, candidate.start, around.before);
  const facts = { name: around.name.slice(0, 80) };
  const owner = whose(kind, around, candidate);
  if (owner === undefined) return { verdict: "unknown", severity: judgedIn(isLow, judged), vetted: true, facts };
  const severity = isLow || kind === "password" ? judgedIn(isLow, judged) : severityOf(owner.service);
  return {
    verdict: "unknown",
    proof: "contextual",
    severity,
    naming: owner.naming,
    facts: { ...facts, told: owner.by },
    vetted: true,
  };
};
