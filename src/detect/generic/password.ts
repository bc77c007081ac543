import type { Severity } from "../../finding.ts";
import { worthOf } from "../password-worth.ts";
import { isFillerWord, isWalk, partsOf } from "../placeholder.ts";
import { randomness } from "../randomness.ts";
import { isDrawnText } from "./drawn.ts";
import { isPassphrase } from "./passphrase.ts";

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9_./: -]/];

/** Kinds of characters in a text, of four: lower case, upper case, digits, other signs but those of names and paths. */
const classesIn = (text: string): number => classes.filter((kind) => kind.test(text)).length;

/** Names with a number at the end (`input1`, `sha256`) and camel-cased or separated names without any. */
const isIdentifier = (text: string): boolean => /^[A-Za-z_$][A-Za-z_$.-]*\d?$/.test(text);

const signsForLetters: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  "5": "s",
  $: "s",
};

/** `P@ssw0rd` as it is meant. */
const plain = (text: string): string =>
  text.replace(/[@4310!5$](?=[A-Za-z@4310!5$])/g, (sign) => signsForLetters[sign]!);

const isMadeOfFillers = (text: string): boolean => {
  const words = partsOf(text).filter((part) => !/^\d/.test(part));
  return words.length > 0 && words.every(isFillerWord);
};

/** `admin123`, `Test1234!`, `P@ssw0rd`: a dictionary word and decoration. Somebody's password perhaps, an example more often. */
const isDecoratedWord = (text: string): boolean => isMadeOfFillers(text) || isMadeOfFillers(plain(text).toLowerCase());

/** Capitals alone are read as if they were small: the model knows few words written so. */
export const sameCase = (text: string): string => (/[a-z]/.test(text) ? text : text.toLowerCase());

/** What code, schemas and forms say about passwords in a password's place, and what a password is called in other languages. */
const said =
  /^(?:required?|needed|optional|missing|invalid|valid|correct|incorrect|wrong|weak|strong|medium|short|toolong|tooshort|simple|complex|empty|blank|unset|filled|given|present|absent|provided|specified|supplied|entered|typed|changed?|changing|updated?|create|created|confirm|confirmed|confirmation|verify|verified|mismatch|matching|match|equals?|same|different|expired?|expires|expiring|forgot|forgotten|remember|recover|recovery|reset|resetting|reveal|visible|visibility|hidden|shown|hide|mask|masked|obscured|obfuscated|obscure|omitted|suppressed|scrubbed|filtered|encrypted?|encryption|encoded?|hashed?|hashing|salted?|bcrypt|scrypt|argon|pbkdf|plain|plaintext|cleartext|clear|crypt|cipher|digest|random|generated?|auto|automatic|manual|interactive|prompt|stdin|keyring|keychain|vault|environment|file|basic|digest|bearer|oauth|ldap|kerberos|saml|local|remote|external|internal|native|none|never|always|only|disabled?|enabled?|allow|allowed|deny|denied|forbidden|prohibit|prohibited|locked|unlocked|lock|unlock|varchar|nvarchar|string|text|textfield|textbox|input|field|column|label|button|submit|icon|title|header|footer|widget|dialog|modal|error|errors|warning|danger|success|failed|failure|fail|primary|secondary|info|current|previous|ignore|ignored|skip|skipped|sensitive|private|protected|public|internal|unchanged|unknown|unsupported|deprecated|nullable|boolean|number|integer|object|array|bytes|binary|base|ascii|unicode|hexadecimal|alphanumeric|numeric|letters|digits|length|minlength|maxlength|pattern|regex|format|validator|validation|policy|strength|score|rule|rules|access|account|accounts|authentication|authenticate|authorization|authorize|identity|signin|signup|signout|login|logout|register|registration|session|username|email|mail|phone|address|first|last|name|kennwort|passwort|losenwort|motdepasse|contrasena|contrasenya|senha|palavra|wachtwoord|wagwoord|lozinka|heslo|haslo|parola|salasana|salasanat|adgangskode|passord|losenord|jelszo|jelszava|sifre|parool|parole|slaptazodis|geslo|zaporka|fjalekalim|sandi|katasandi|matkhau|kodeord|lykilord|pasahitza|contrasinal|parul|clave|secreto|geheim|geheimnis)$/i;

export const isSaid = (text: string): boolean => said.test(text);

const shortestWord = 5;
const longestWord = 24;

/** One word, small or with a capital, or two and more glued together: what people choose who choose badly. */
export const isWord = (text: string): boolean =>
  /^[A-Za-z]?[a-z]+$|^[A-Z]+$/.test(text) &&
  text.length >= shortestWord &&
  text.length <= longestWord &&
  !said.test(text) &&
  !/pass|pwd|pw$|secret|token|credential|login|user/i.test(text);

const shortestDrawn = 6;
/** Bits by which letters must look drawn at random before they are no word: nineteen words in twenty have none. */
const drawnEnough = 3;
/** Four letters are less sure. */
const drawnEnoughForFour = 6;

/** Letters of one case in an order that no word has. */
const isDrawn = (text: string): boolean =>
  text.length >= shortestDrawn && text.length <= longestWord && randomness(sameCase(text)) >= drawnEnough;

/** `xkqv`: too short for more than a hint. */
const isShortAndDrawn = (text: string): boolean => /^[a-z]{4}$/.test(text) && randomness(text) >= drawnEnoughForFour;

/** `hunter3`, `Bigger_Cats2`: a word and a digit, which names have too. */
export const isNumberedWord = (text: string): boolean =>
  /^[A-Za-z]{4,16}(?:[_-][A-Za-z]{2,12})?\d$/.test(text) && !said.test(text.replace(/\d$/, ""));

/** Bits by which eight and more characters must look drawn at random before letters alone are a password. */
const randomEnough = 12;

/** A number, a walk over the keyboard: the passwords that are tried first, and in use all the same. */
const isPoor = (value: string): boolean => /^\d{4,12}$/.test(value) || isWalk(value);

/** `94728031`: longer than what is tried first, and no date. */
const isLongNumber = (value: string): boolean =>
  value.length >= 8 &&
  new Set(value).size >= 5 &&
  !isWalk(value) &&
  !/^(?:19|20)\d\d(?:0\d|1[0-2])|(?:19|20)\d\d$/.test(value);

/** Capitals begin the words of names, so letters alone are judged without them. */
const judged = (value: string): string => (/^[A-Za-z_-]+$/.test(value) ? value.toLowerCase() : sameCase(value));

/** Whether characters look drawn at random, letters alone too. */
export const isRandomPassword = (value: string): boolean =>
  value.length >= 10 && randomness(judged(value)) >= randomEnough;

const shortestMixed = 6;

/** `sha256`, `utf8mb4`: words with digits that everybody writes. */
const isAlgorithm = (value: string): boolean =>
  /^(?:sha|md|utf|base|aes|rsa|des|hmac|oauth|ipv|x|v|http|tls|ssl|argon|scram|pbkdf|win|rc|crc|int|uint|float|iso|latin|mp|h|s|k)[-_]?\d/i.test(
    value,
  );

const isWorthLittle = (value: string): boolean =>
  isPoor(value) ||
  isDecoratedWord(value) ||
  value.length < shortestMixed ||
  isAlgorithm(value) ||
  /passw|secret|token/i.test(value);

/** A word that no list of fillers knows may be a password, and may be much else. */
const wordSeverity = (word: string): Severity | undefined => {
  if (worthOf(word) === "filler" || isMadeOfFillers(word)) return undefined;
  return isDrawn(word) && !isWalk(word) ? "medium" : "low";
};

/** Bits by which letters and digits must look drawn at random where little else tells. */
const mixedEnough = 8;

/** Letters and digits in no order that names have. */
export const isMixedKey = (value: string): boolean =>
  /^(?=.*[A-Za-z])(?=.*\d)[\w-]+$/.test(value) && !isWorthLittle(value) && randomness(sameCase(value)) >= mixedEnough;

/** Of letters with digits and signs. */
const mixedSeverity = (value: string, quoted: boolean): Severity | undefined => {
  const kinds = classesIn(value);
  if (isIdentifier(value) && isNumberedWord(value)) return isMadeOfFillers(value) ? undefined : "low";
  if (kinds < 2 || !/[^A-Za-z_./: -]/.test(value) || isIdentifier(value)) return undefined;
  if (isWorthLittle(value)) return "low";
  const digits = value.replace(/\D/g, "").length;
  return kinds >= 3 || randomness(sameCase(value)) >= mixedEnough || (digits >= 2 && (quoted || digits >= 3))
    ? "medium"
    : "low";
};

/** `zyg$ 3a jPhpokmz`: no word of a sentence stands between the spaces. */
const isDrawnPhrase = (value: string): boolean =>
  value.length <= 40 &&
  /\d/.test(value) &&
  /[^\w\s.,:;'"()/-]/.test(value) &&
  isRandomPassword(value.replace(/\s/g, ""));

/** As long as SHA-1, SHA-2 and their kin in hexadecimal: in a password's place more often what a table keeps of one. */
const isDigestLike = /^(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})$/;

const phraseSeverity = (value: string): Severity | undefined => {
  if (isDrawnPhrase(value)) return "medium";
  return isPassphrase(value) ? "low" : undefined;
};

/**
 * How sure a password that people choose is one, given that its name says so. Letters alone are a word or an identifier;
 * undefined: no password.
 */
export const passwordSeverity = (value: string, quoted: boolean): Severity | undefined => {
  if (value.length > 128) return undefined;
  if (/^\d{4,12}$/.test(value)) return isLongNumber(value) ? "medium" : "low";
  if (isDrawnText(value) && !isWalk(value)) return "medium";
  if (value.length < 5) return isShortAndDrawn(value) ? "low" : undefined;
  if (/\s/.test(value)) return phraseSeverity(value);
  if (isDigestLike.test(value)) return "low";
  if (isRandomPassword(value) && !isWalk(value)) return "medium";
  return isWord(value) ? wordSeverity(value) : mixedSeverity(value, quoted);
};

/** Whether a value is one that no name and no word looks like: drawn, or with digits enough. */
export const isSurePassword = (value: string): boolean =>
  isDrawnText(value) || (/\d/.test(value) && passwordSeverity(value, false) === "medium");
