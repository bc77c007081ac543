import { isPlaceholder } from "../detect/placeholder.ts";
import type { DocumentParser, Match } from "../detect/rule.ts";
import { below, type JsonNode, memberOf, stringOf, textOf, walkJson } from "../detect/structure/json.ts";
import { jsonAround } from "../detect/structure/json-find.ts";
import { type Scalar, wholeText } from "../detect/structure/text.ts";
import { type Check, isSilent, keyMatch, type Place, passwordMatch, present } from "./credential.ts";
import { kindOfName } from "./secret-name.ts";

const provider = "http";
const remediation =
  "Revoke it at the service that the request goes to, and leave credentials out when requests are recorded or exported.";

export const exchangeChecks = {
  value: {
    id: "secrets/http-recorded-credential",
    provider,
    title: "Credential in a recorded or saved request",
    severity: "high",
    opens: "Acts at the service that the request goes to as whoever made it.",
    remediation,
  },
  cookie: {
    id: "secrets/http-session-cookie",
    provider,
    title: "Session cookie in a recorded request",
    severity: "medium",
    opens: "Acts at the site as the person whose session it is, until the session ends.",
    remediation: "Sign out everywhere at the site, and leave cookies out when requests are recorded.",
  },
} as const satisfies Readonly<Record<string, Check>>;

/** Pairs of one recording. */
const maxPairs = 100_000;
const maxMatches = 500;

type StringNode = Extract<JsonNode, { kind: "string" }>;

const session =
  /(?:^|[-_.])(?:sess|session|sessionid|sid|auth|token|jwt|remember|login|sso)|sess(?:ion)?(?:id)?$|^(?:PHPSESSID|JSESSIONID|connect\.sid|ASP\.NET_SessionId|laravel_session|_gh_sess|user_session)$/i;

const part = (node: StringNode, offset: number, value: string): Scalar => {
  const exact = node.end - node.start === node.value.length;
  const start = exact ? node.start + offset : node.start;
  return { value, start, end: exact ? start + value.length : node.end };
};

/** `Cookie: a=b; c=d`: those whose names speak of a session. */
const cookies = (node: StringNode, place: Place): readonly (Match | undefined)[] =>
  [...node.value.slice(0, 16_384).matchAll(/([\w.$-]{1,80})=([^;\s]{16,4096})/g)].map(
    ({ 1: name = "", 2: value = "", 0: whole, index }) =>
      session.test(name) && !/csrf|xsrf/i.test(name)
        ? keyMatch(exchangeChecks.cookie, part(node, index + whole.length - value.length, value), { ...place, name })
        : undefined,
  );

/** `Basic` and `Bearer` have rules of their own; what stands alone in an authorization header is a token. */
const authorization = (node: StringNode, place: Place): Match | undefined => {
  const token = /^(?:[A-Za-z][\w-]{1,20} )?(\S{16,})$/.exec(node.value)?.[1];
  return token === undefined || /^(?:Basic|Bearer) /i.test(node.value)
    ? undefined
    : keyMatch(exchangeChecks.value, part(node, node.value.length - token.length, token), place);
};

const named = (name: string, node: StringNode, place: Place): Match | undefined => {
  const kind = kindOfName(name);
  const { user, host, ...rest } = place;
  if (kind === "password") return passwordMatch(exchangeChecks.value, node, place);
  const secret = kind === "key" || /^(?:x-)?(?:api|auth|access)[-_]?(?:key|token)$/i.test(name);
  return secret && node.value.length >= 8 ? keyMatch(exchangeChecks.value, node, rest) : undefined;
};

const pairMatches = (node: JsonNode, path: string): readonly (Match | undefined)[] => {
  const name = textOf(node, "key", "name");
  const value = stringOf(node, "value", "initialValue", "sessionValue");
  if (name === undefined || value === undefined || isSilent(value.value) || isPlaceholder(value.value)) return [];
  const place = { keyPath: below(path, "value"), name };
  if (/^(?:set-)?cookie$/i.test(name)) return cookies(value, place);
  if (/^(?:proxy-)?authorization$/i.test(name)) return [authorization(value, place)];
  if (/(?:^|\.)cookies\[\d+\]$/.test(path))
    return session.test(name) && value.value.length >= 16 ? [keyMatch(exchangeChecks.cookie, value, place)] : [];
  return [named(name, value, place)];
};

/** Postman's `auth`: a list of pairs for each kind, in which the value's own key is `value` for API keys. */
const authMatches = (node: JsonNode, path: string): readonly (Match | undefined)[] => {
  const keys = memberOf(node, "apikey");
  if (keys?.kind !== "array") return [];
  return keys.items.map((item, i) => {
    const value = textOf(item, "key") === "value" ? stringOf(item, "value") : undefined;
    return value && keyMatch(exchangeChecks.value, value, { keyPath: `${below(path, "apikey")}[${i}].value` });
  });
};

const matchesIn = (root: JsonNode): readonly Match[] => {
  const found: Match[] = [];
  let pairs = 0;
  for (const { node, path } of walkJson(root)) {
    if (pairs > maxPairs || found.length >= maxMatches) break;
    if (node.kind !== "object") continue;
    pairs++;
    found.push(...present([...pairMatches(node, path), ...authMatches(node, path)]));
  }
  return found;
};

const marks = /"(?:_postman_variable_scope|_postman_id|startedDateTime)"|schema\.getpostman\.com/g;

/** HTTP archives (HAR) of browsers and proxies, collections and environments of Postman. */
export const httpExchangeParser: DocumentParser = {
  anchors: ['"_postman_variable_scope"', '"_postman_id"', "schema.getpostman.com", '"startedDateTime"'],
  parse: (content) => jsonAround(wholeText(content), marks).flatMap(matchesIn),
};
