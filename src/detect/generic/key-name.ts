import { partsOf } from "../placeholder.ts";
import { recently } from "../recently.ts";

/**
 * What a name says of its value. `strong`: the name is that of a secret (`db_password`, `clientSecret`); `weak`: it
 * speaks of one and of something else too (`tokenSeed`); `none`: its value is no secret (`token_type`, `passwordLabel`).
 */
export type NameStrength = "strong" | "weak" | "none";

export type SecretKind = "password" | "key";

const ends: Readonly<Record<SecretKind, RegExp>> = {
  password:
    /(?:passw(?:or[dt]|d)|passphrase|passcode|pwd|identifiedby|senha|contrase(?:na)?|contrase\xf1a|kennwort|wachtwoord|haslo|motdepasse)$|^pw$|^(?:\w*(?:user|db|admin|root|sql|smtp|mail|ftp|ssh|bind|redis|auth|login|key|store|my|app|http|proxy|ldap|imap|rpc|wifi|pg|web|api|svc|sudo|require|vnc|new|old|cert|default|site|ota|mqtt|server|remote|rcon|sip|game|host|conn|master|system|sys|backup|ap))?pass$/,
  key: /(?:secret|token|credentials?|(?:api|access|auth|app|application|account|private|encryption|crypt|crypto|signing|signature|master|shared|storage|secret|client|hmac|jwt|session|cookie|aes|subscription|consumer|license|validation|decryption|deploy|service|webhook|integration|write|ingest|admin|root|server)keys?)$/,
};

/** Words after the secret's name that leave it one: copies, stages, encodings, numbers. */
const harmless =
  /^(?:value|val|default|string|str|raw|plain|plaintext|clear|text|b64|base64|hex|old|new|current|previous|prev|prod|production|prd|dev|development|stage|staging|stg|live|local|sandbox|uat|qa|ci|main|primary|secondary|backup|base|enc|key|v|env|here|wo|confirmation|confirm|confirmed|repeat|again|test|tests|\d+)$/;

/** Words after the secret's name that make its value something else. */
const others =
  /^(?:s|type|types|id|ids|name|names|path|paths|file|files|filename|dir|folder|url|urls|uri|uris|endpoint|host|field|fields|label|labels|title|message|messages|msg|error|errors|placeholder|hint|help|description|desc|prompt|question|regex|regexp|pattern|format|length|len|maxlen|minlen|size|min|max|count|counts|num|number|expiry|expires|expire|expired|expiration|ttl|lifetime|age|timeout|duration|interval|date|time|at|policy|policies|rule|rules|column|header|headers|prefix|suffix|class|style|icon|selector|inputs|event|action|state|status|mode|kind|version|algorithm|alg|hash|hashed|hashes|digest|checksum|sha|md5|fingerprint|arn|ref|refs|reference|var|variable|param|params|parameter|parameters|arg|argument|option|options|config|template|example|schema|property|properties|attribute|attr|element|node|list|map|array|table|index|position|pos|offset|start|end|begin|range|scope|scopes|audience|issuer|owner|user|username|email|provider|providers|source|store|storage|manager|service|factory|handler|helper|generator|validator|strength|score|required|enabled|disabled|enable|disable|allowed|visible|visibility|reset|recovery|change|changed|verification|request|response|result|callback|function|func|method|page|screen|view|dialog|form|button|link|izer|izers|ize|izing|kinds|names|stream|parser|scanner|symbol|symbols|separator|delimiter|less|word|words|through|port|ed|ing|es|age|ive|able|set|get|contract|address|mint|rotation|cache|group|groups|encoding|engine|binding|usage|limit|limits|metadata|annotation|env|placeholder|mask|masked|char|chars|character|literal|is|not|salt|salts|nonce|iv)$/;

/** Words anywhere in a name that say that its value is shown to everybody. */
const publicWords =
  /^(?:public|pub|csrf|xsrf|csrfmiddleware|next|page|pagination|continuation|continue|cursor|max|min|num|has|is|no|show|hide|toggle|reset|forgot|forgotten|invalid|missing|wrong|bad|expected|hashed|encrypted|encoded|hash|sealed|syntax|lex|design|total|count|completion|cached|compass|bypass|bypassed|sync|publishable|anon|site|recaptcha|sitekey|label|placeholder|regex|err|error|unexpected|idempotency|primary|foreign|unique|partition|sort|row|i18n|msg|translation|client_id|integrity|sha|md5|checksum|digest|commit|etag|revision)$/;

/** A field of a form, a stand-in of a test: what looks like a word says nothing there, anything else may be one. */
const doubtful = /^(?:input|example|sample|some|dummy|fake|mock|mocked|stub)$/;

/** Index after the last word of the part of a name that names a secret; -1 without one. Words may be glued: `dbpassword`. */
const endOfSecret = (words: readonly string[], kind: SecretKind): number => {
  for (let end = words.length; end > 0; end--) {
    const joined = words.slice(Math.max(0, end - 2), end).join("");
    if (ends[kind].test(words[end - 1]!) || ends[kind].test(joined)) return end;
  }
  return -1;
};

const strengthOf = (name: string, kind: SecretKind): NameStrength => {
  const words = partsOf(name.replace(/(?:^|[_.-])(?:API|Api)(?=[A-Z_-])/g, "_api_"));
  const end = endOfSecret(words, kind);
  if (end === -1 || words.some((word) => publicWords.test(word)) || /amz-credential$/i.test(name)) return "none"; // an id, a day and a region
  const tail = words.slice(end);
  if (tail.some((word) => others.test(word))) return "none";
  if (words.some((word) => doubtful.test(word))) return "weak";
  return tail.every((word) => harmless.test(word)) ? "strong" : "weak";
};

const mostRemembered = 64 << 10;
const strengths = {
  password: recently((name) => strengthOf(name, "password"), mostRemembered),
  key: recently((name) => strengthOf(name, "key"), mostRemembered),
} as const;

/** Judges a name as it stands in source or configuration, such as `DB_PASSWORD`, `spring.mail.password`, `apiKey`. */
export const nameStrength = (name: string, kind: SecretKind, quoted = false): NameStrength =>
  /^(?:OLD)?PWD$/.test(name) && !quoted ? "none" : strengths[kind](name);
