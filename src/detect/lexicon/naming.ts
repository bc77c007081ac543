import { partsOf } from "../placeholder.ts";
import type { Naming } from "../proofs/prover.ts";
import { type NamedBy, type Place, serviceAround, serviceOfPath } from "./context.ts";
import { kindOf } from "./kind.ts";
import type { Service } from "./services.ts";
import { isNeutral, serviceInName } from "./spot.ts";

/** A service told, by which words, and what its key's name calls the value. */
export interface Attribution {
  readonly service: Service;
  readonly by: NamedBy;
  readonly naming: Naming;
  /** The name says nothing but whose key it is. */
  readonly isPlain: boolean;
}

/** How a finding of a service's key is called and what it says. */
const namingOf = (service: Service, words: readonly string[]): Naming => {
  const kind = kindOf(words);
  const revoke = `Revoke it at ${service.name} and issue a new one; removing it from the file is not enough.`;
  return {
    check: `secrets/${service.provider}-${kind.id}`,
    provider: service.provider,
    title: `${service.name} ${kind.title}`,
    opens: `Uses ${service.name} as its owner.`,
    remediation: service.rotate === undefined ? revoke : `${revoke} See ${service.rotate}`,
  };
};

const secret = /^(?:\w*key|\w*token|\w*secret|auth|pat|credentials?)$/;

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

/** The service that a value's surroundings tell: its own name, the blocks it stands in, and, for a name that says nothing else, lines near it. */
export const attribute = (name: string, place: Place): Attribution | undefined => {
  const own = attributeByName(name);
  if (own !== undefined) return own;
  const words = partsOf(name);
  const found = serviceOfPath(place) ?? (words.every(isNeutral) ? serviceAround(place) : undefined);
  return found === undefined ? undefined : { ...found, naming: namingOf(found.service, words), isPlain: false };
};
