import type { Severity } from "../../finding.ts";
import { isInExample } from "../generic/example-text.ts";
import { isDigestBeside, isHarmless } from "../generic/harmless-value.ts";
import { type NameStrength, nameStrength, type SecretKind } from "../generic/key-name.ts";
import { passwordSeverity } from "../generic/password.ts";
import { hasConfigurationShape, type Surroundings, surroundingsOf } from "../generic/surroundings.ts";
import { isPlaceholder } from "../placeholder.ts";
import { randomness } from "../randomness.ts";
import type { Evidence, Prover } from "./prover.ts";

const silent: Evidence = { verdict: "silent" };

const shortestKey = 16;
const longestKey = 200;

/** Random keys have at least this many bits in all, and this many for each character, more than names have. */
const keyBits = 14;
const keyBitsPerCharacter = 0.75;

const isKeyShaped = (value: string): boolean =>
  value.length >= shortestKey && value.length <= longestKey && /^[\w+/=.~:-]+$/.test(value) && /[0-9]/.test(value);

/** Upper case with underscores is how constants are called: judged as if it were written small. */
const sameCaseName = (value: string): string =>
  /^[A-Z0-9]+(?:[_-][A-Z0-9]+)+$/.test(value) ? value.toLowerCase() : value;

const isRandom = (value: string): boolean =>
  isKeyShaped(value) && randomness(sameCaseName(value)) >= Math.max(keyBits, keyBitsPerCharacter * value.length);

/** Also where a service's name stands before the random part: `acme_live_…`. */
const isRandomKey = (value: string): boolean => isRandom(value) || isRandom(/[A-Za-z0-9]*=*$/.exec(value)![0]);

const weaker = (severity: Severity | undefined, strength: NameStrength): Severity | undefined =>
  severity !== undefined && strength === "weak" ? "low" : severity;

/** A Kubernetes Secret holds base64: what it says decides. */
const decodedText = (value: string): string | undefined => {
  if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, "base64").toString("latin1").trim();
  return /^[\x20-\x7e]{4,}$/.test(text) ? text : undefined;
};

/** The quoted value is one operand of more: a sum, a format, a comparison with what a parser reads. */
const isOperand = ({ after, separator }: Surroundings): boolean =>
  /^\\?["'`]\s*(?:\+|%|\.\s*[\w(]|\|\|?|\?|===?|in\b|of\b|as\b(?! *(?:str|&str)))/.test(after) ||
  /[=!]==?/.test(separator);

const severityOfKey = (value: string, strength: NameStrength, quoted: boolean): Severity | undefined => {
  if (isRandomKey(value)) return weaker("medium", strength);
  const chosen = strength === "strong" && value.length >= 8 ? passwordSeverity(value, quoted) : undefined;
  return chosen === "medium" && /[^\w+/=.~:-]/.test(value) && /\d/.test(value) ? "low" : undefined;
};

/** `secretKey: "secret_key"`: a name mapped to itself in another case. */
const repeatsName = (name: string, value: string): boolean => {
  const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return letters(name).includes(letters(value)) || letters(value).includes(letters(name));
};

const judgeValue = (kind: SecretKind, value: string, around: Surroundings): Severity | undefined => {
  const strength = nameStrength(around.name, kind);
  if (strength === "none" || repeatsName(around.name, value) || isHarmless(value) || isPlaceholder(value))
    return undefined;
  const line = `${around.before}${around.name}${around.separator}`;
  if (isDigestBeside(line, value)) return undefined;
  const decoded = decodedText(value);
  if (decoded !== undefined && (isPlaceholder(decoded) || isHarmless(decoded))) return undefined;
  const quoted = around.quote !== "";
  if (kind === "key") return severityOfKey(value, strength, quoted);
  return weaker(passwordSeverity(value, quoted), strength);
};

const isMarkup = ({ separator }: Surroundings): boolean => /^\\?["']?>$/.test(separator);

/** `set("password", "…")` assigns; of a plain list of strings the second is no value of the first. */
const isListItem = ({ separator, before }: Surroundings): boolean =>
  /^\\?["'`]\)?,\s*\\?["'`]$/.test(separator) && !/[({]\s*\\?["'`]?$/.test(before);

/** `getPassword("…")` names what it looks for; `setPassword("…")` and `password("…")` say it. */
const isLookup = ({ separator, name }: Surroundings): boolean =>
  /^\(/.test(separator) &&
  /(?:^|[._])(?:get|fetch|read|find|load|look|retrieve|resolve|request|require|is|has|check|validate|verify|compare|hash|encrypt|decrypt|encode|decode|parse|test|expect|match|contains|remove|delete|t|i18n|translate)(?=[A-Z_.]|$)[\w]*$/.test(
    name,
  );

/** Only a space between name and quote: at a line's start, after a statement of SQL, after an option; in prose it is no assignment. */
const isProse = ({ separator, before, name }: Surroundings): boolean =>
  /^\\?["'`\])]*[ \t]+\\*["'`]$/.test(separator) &&
  !(
    /^[ \t]+\\*["']$/.test(separator) &&
    (/^\s*(?:[-#]+\s*)?$|(?:^|\s)--[\w-]*$|\b(?:user|role|with|login|alter|create|encrypted|env)\b/i.test(before) ||
      /identified by$/i.test(name))
  );

const standsWhereSecretsDo = (around: Surroundings): boolean => {
  if (around.quote !== "") return ![isOperand, isListItem, isLookup, isProse].some((is) => is(around));
  if (isMarkup(around)) return /^<\/|^<!/.test(around.after);
  return hasConfigurationShape(around);
};

/**
 * A value assigned to a name. The rule's expression has the groups `key` (the name from its keyword on) and `sep` (all
 * between name and value, quote included). Option `kind`: `password` or `key`. Silent unless name, place and value agree.
 */
export const proveAssignment: Prover = (candidate) => {
  const around = surroundingsOf(candidate);
  if (!standsWhereSecretsDo(around)) return silent;
  const kind: SecretKind = candidate.options["kind"] === "password" ? "password" : "key";
  const judged = judgeValue(kind, candidate.secret, around);
  if (judged === undefined) return silent;
  const severity = isInExample(candidate.content, candidate.start, around.before) ? "low" : judged;
  return { verdict: "unknown", severity, facts: { name: around.name.slice(0, 80) } };
};
