import { partsOf } from "../placeholder.ts";
import { recently } from "../recently.ts";
import { type Service, serviceWords } from "./services.ts";

/** A service found among the words of a text, and the words that are not its name. */
export interface Spotted {
  readonly service: Service;
  readonly rest: readonly string[];
  /** Its word also means something else. */
  readonly common: boolean;
}

/** `OpenWeatherMap`, `open_weather_map`: a service's word may be written as so many. */
const mostParts = 5;

/** What may be glued behind a service's word: `mailgunapikey`. */
const glued = /^(.{3,}?)(?:api|access|auth|secret|client|app)*(?:key|token|secret|password|passwd|pass|pwd)$/;

/** Words that stand around a service's and a secret's and change nothing. */
const neutral =
  /^(?:api|app|application|access|auth|authentication|oauth\d?|bearer|client|consumer|user|account|service|server|secret|secrets|key|keys|token|tokens|password|passwd|pass|passphrase|pwd|credential|credentials|private|personal|signing|signature|webhook|hook|bot|admin|master|root|id|refresh|session|encryption|my|our|the|default|prod|production|dev|development|stag|stage|staging|test|testing|live|sandbox|local|ci|env|next|nuxt|public|react|vite|vue|expo|gatsby|config|conf|settings|setting|value|val|string|str|smtp|db|database|rest|http|https|login|header|x|integration|write|read|project|org|organization|team|workspace|set|with|headers|agent|collector|partner|merchant|management|content|upload|subscription|ingest|ingestion|license|rw|ro|[a-z]|\d+)$/;

export const isNeutral = (word: string): boolean => neutral.test(word);

interface Candidate extends Spotted {
  readonly length: number;
}

/** What libraries add to a service's word: `paypalrestsdk`, `mailgunjs`. */
const library = /^(.{5,}?)(?:rest|sdk|api|client|search|py|js|node|admin|http|app|cloud|service|lib)+$/;

const at = (parts: readonly string[], from: number, count: number): Candidate | undefined => {
  const joined = parts.slice(from, from + count).join("");
  const rest = [...parts.slice(0, from), ...parts.slice(from + count)];
  const word = serviceWords().get(joined);
  if (word !== undefined)
    return word.common && !rest.every(isNeutral)
      ? undefined
      : { service: word.service, rest, common: word.common, length: joined.length };
  if (count > 1) return undefined;
  const stem = glued.exec(joined)?.[1];
  const named = stem === undefined ? undefined : serviceWords().get(stem);
  if (stem === undefined || named === undefined || named.common) return undefined;
  const words = [...parts.slice(0, from), joined.slice(stem.length), ...parts.slice(from + 1)];
  return { service: named.service, rest: words, common: false, length: stem.length };
};

const longest = (parts: readonly string[], least: number): Spotted | undefined => {
  let best: Candidate | undefined;
  for (let from = 0; from < parts.length; from++)
    for (let count = Math.min(mostParts, parts.length - from); count > 0; count--) {
      const found = at(parts, from, count);
      if (found !== undefined && found.length >= least && found.length > (best?.length ?? 0)) best = found;
    }
  return best;
};

const longestName = 100;

/** The service that a key's own name names, such as `MAILGUN_API_KEY`, `mailgun.apiKey`, `mailgunapikey`. */
export const serviceInName = recently(
  (name: string): Spotted | undefined => longest(partsOf(name.slice(-longestName)), 2),
  64 << 10,
);

const callWord =
  /^(?:connect|connector|connection|conn|init|new|create|make|client|session|api|gateway|sdk|auth|login|db|pool|open|get|from|with|url|config|options|settings|strict|async|aio|engine|driver)$/;

/** The service whose library a call uses: `redis.Redis(`, `snowflake.connector.connect(`. */
export const serviceInCall = (callee: string): Service | undefined => {
  const parts = [...new Set(partsOf(callee))].filter((part) => !callWord.test(part));
  const found = longest(parts, 3);
  return found === undefined || !found.rest.every((part) => isNeutral(part) || serviceWords().has(part))
    ? undefined
    : found.service;
};

/** The service at a host, by the label before the last: `api.mailgun.net`, `hooks.slack.com`. */
export const serviceAtHost = (host: string): Service | undefined => {
  const labels = host.toLowerCase().split(".");
  const joined = (count: number): string =>
    labels
      .slice(-count)
      .join("")
      .replace(/[^a-z0-9]/g, "");
  const label = (labels.at(-2) ?? "").replace(/[^a-z0-9]/g, "");
  // `data.gov`, `guardianapis.com`, `api.imgbb.com`
  for (const word of [joined(2), label, label.replace(/apis?$/, ""), joined(3)]) {
    const found = serviceWords().get(word);
    if (found !== undefined) return found.service;
  }
  return undefined;
};

/** Shorter words of a running text are too often something else. */
const leastInText = 5;
const identifier = /[A-Za-z0-9](?:[\w-]{0,80}[A-Za-z0-9])?/g;

const isDistinct = (parts: readonly string[]): boolean => parts.some((part) => part.length > 1);

const spotInText = (text: string): Service | undefined => {
  for (const [written] of text.matchAll(identifier)) {
    const parts = partsOf(written).slice(0, 12);
    if (!isDistinct(parts)) continue;
    const found = longestDistinct(parts);
    if (found !== undefined) return found;
  }
  return undefined;
};

const longestDistinct = (parts: readonly string[]): Service | undefined => {
  const words = serviceWords();
  for (let count = Math.min(mostParts, parts.length); count > 0; count--)
    for (let from = 0; from + count <= parts.length; from++) {
      const joined = parts.slice(from, from + count).join("");
      if (joined.length < leastInText) continue;
      const word = words.get(joined) ?? words.get(library.exec(joined)?.[1] ?? "");
      if (word !== undefined && !word.common) return word.service;
    }
  return undefined;
};

/** Lines around one candidate are lines around the next. */
const recent = new Map<string, Service | undefined>();
const mostRecent = 4096;

/** The service that a line of code, a comment or a host names, by a word that means nothing else. */
export const serviceInText = (text: string): Service | undefined => {
  if (recent.has(text)) return recent.get(text);
  if (recent.size >= mostRecent) recent.clear();
  const service = spotInText(text.slice(0, 1000));
  recent.set(text, service);
  return service;
};
