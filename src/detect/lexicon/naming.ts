import { rules } from "#patterns";
import { type Severity, severityRank } from "../../finding.ts";
import { partsOf } from "../placeholder.ts";
import type { Naming } from "../proofs/prover.ts";
import { textIn, type View } from "../view.ts";
import { type NamedBy, type NamedService, type Place, serviceAround, serviceOfPath } from "./context.ts";
import { type Kind, kindOf } from "./kind.ts";
import type { Service } from "./services.ts";
import { isNeutral, serviceAtHost, serviceInCall, serviceInName, serviceInText } from "./spot.ts";

/** A service told, by which words, and what its key's name calls the value. */
export interface Attribution {
  readonly service: Service;
  readonly by: NamedBy;
  readonly naming: Naming;
  /** The name says nothing but whose key it is. */
  readonly isPlain: boolean;
}

/** Kinds that providers' own rules call by another of these words. */
const synonyms: readonly (readonly string[])[] = [
  [
    "api-key",
    "api-token",
    "token",
    "access-token",
    "auth-token",
    "key",
    "personal-access-token",
    "api-key-legacy",
    "secret-key",
  ],
  ["app-key", "application-key"],
  ["client-secret", "app-secret", "oauth-secret", "oauth-client-secret"],
  ["secret-access-key", "secret-key", "secret"],
];

type Titles = ReadonlyMap<string, string>;

let known: ReadonlyMap<string, Titles> | undefined;

/** The kinds that have rules of their own with their titles, by provider. */
const ownKinds = (provider: string): Titles => {
  if (known === undefined) {
    const kinds = new Map<string, Map<string, string>>();
    for (const { id, title, provider: owner } of rules) {
      const own = kinds.get(owner) ?? new Map<string, string>();
      kinds.set(owner, own.set(id.slice(`secrets/${owner}-`.length), title));
    }
    known = kinds;
  }
  return known.get(provider) ?? new Map();
};

/** One thing has one check: where the provider has a rule for it, the rule's. */
const kindFor = ({ provider, name }: Service, kind: Kind): Kind => {
  const own = ownKinds(provider);
  const alike = synonyms.find((words) => words.includes(kind.id)) ?? [];
  const same = own.has(kind.id) ? [kind.id] : alike.filter((id) => own.has(id));
  return same.length === 1
    ? { id: same[0]!, title: own.get(same[0]!)! }
    : { id: kind.id, title: `${name} ${kind.title}` };
};

/** What a name and a look at random alone are worth where the provider's keys have a form that this value lacks. */
export const severityOf = ({ provider, severity }: Service): Severity =>
  ownKinds(provider).size > 0 && severityRank(severity) > severityRank("medium") ? "medium" : severity;

/** How a finding of a service's key is called and what it says. */
const namingOf = (service: Service, words: readonly string[]): Naming => {
  const kind = kindFor(service, kindOf(words));
  const revoke = `Revoke it at ${service.name} and issue a new one; removing it from the file is not enough.`;
  return {
    check: `secrets/${service.provider}-${kind.id}`,
    provider: service.provider,
    title: kind.title,
    opens: `Uses ${service.name} as its owner.`,
    remediation: service.rotate === undefined ? revoke : `${revoke} See ${service.rotate}`,
  };
};

const secret = /^(?:\w*key|\w*token|\w*secret|auth|pat|login|credentials?)$/;

const owners =
  /^(?:id|client|consumer|app|application|user|account|project|org|organization|team|workspace|server|service|config|settings?|url)$/;

/** Names of clients and projects are no secrets; a word that also means something else needs one that says key. */
const isPlain = (rest: readonly string[], common: boolean): boolean =>
  rest.every(isNeutral) && !owners.test(rest.at(-1) ?? "") && (!common || rest.some((word) => secret.test(word)));

/** The service that a key's own name tells. */
export const attributeByName = (name: string): Attribution | undefined => {
  const spotted = serviceInName(name);
  if (spotted === undefined) return undefined;
  const { service, rest, common } = spotted;
  return { service, by: "name", naming: namingOf(service, rest), isPlain: isPlain(rest, common) };
};

/** The service whose library is called with the value: `redis.Redis(host="cache", password="…")`. */
export const attributeByCall = ({
  name,
  before,
}: {
  readonly name: string;
  readonly before: string;
}): Attribution | undefined => {
  const callee = /([\w.:]{3,60})\([^()]*$/.exec(before)?.[1];
  const service = callee === undefined ? undefined : serviceInCall(callee);
  if (service === undefined) return undefined;
  return { service, by: "key path", naming: namingOf(service, partsOf(name)), isPlain: false };
};

const requestReach = 300;
const hosts = /:\/\/(?:[^\s/@"'`]{1,100}@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/g;

/** The service at a host of a URL: the last before a value, else the first behind it. */
const serviceAmongHosts = (before: string, after: string): Service | undefined => {
  for (const [, host] of [...[...before.matchAll(hosts)].reverse(), ...after.matchAll(hosts)]) {
    const service = serviceAtHost(host!);
    if (service !== undefined) return service;
  }
  return undefined;
};

/** The service that a request goes to: by the header's name, or by a host near the value. `kind`: what the value is. */
export const attributeRequest = (content: View, start: number, end: number, kind: string): Attribution | undefined => {
  const before = textIn(content, start - requestReach, start);
  const header = /([A-Za-z][\w-]{3,50})["'\]]{0,3}\)?\s{0,2}[:=,]\s{0,2}["'[]{0,2}$/.exec(before)?.[1];
  const named = header === undefined ? undefined : attributeByName(header);
  if (named !== undefined) return named;
  const after = textIn(content, end, end + requestReach);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)} ${after.split("\n", 1)[0]}`;
  const service = serviceAmongHosts(before, after) ?? serviceInText(line);
  return service === undefined
    ? undefined
    : { service, by: "nearby", naming: namingOf(service, [kind]), isPlain: false };
};

/** The service whose client takes a value as an argument: `shodan.Shodan("…")`, `algoliasearch("…", "…")`. */
export const attributeByClient = (callee: string): Attribution | undefined => {
  const service = serviceInText(callee) ?? serviceInCall(callee);
  if (service === undefined) return undefined;
  return { service, by: "name", naming: namingOf(service, ["api", "key"]), isPlain: true };
};

const lineReach = 300;

/** The same on the value's own line. */
const serviceOfUrl = ({ content, nameStart, end }: Place): Service | undefined => {
  const before = textIn(content, nameStart - lineReach, nameStart)
    .split("\n")
    .at(-1)!;
  const after = textIn(content, end, end + lineReach).split("\n", 1)[0]!;
  return serviceAmongHosts(before, after);
};

/** The service that a value's surroundings tell: its own name, the blocks it stands in, and, for a name that says nothing else, lines near it. */
export const attribute = (name: string, place: Place): Attribution | undefined => {
  const own = attributeByName(name);
  if (own !== undefined) return own;
  const words = partsOf(name);
  const url = serviceOfUrl(place);
  const found: NamedService | undefined =
    url === undefined
      ? (serviceOfPath(place) ?? (words.every(isNeutral) ? serviceAround(place) : undefined))
      : { service: url, by: "nearby" };
  return found === undefined ? undefined : { ...found, naming: namingOf(found.service, words), isPlain: false };
};
