import { isTemplate } from "../password-worth.ts";
import type { Prover } from "./prover.ts";
import { publishedBy } from "./published.ts";
import { stringAround } from "./surroundings.ts";

/** Other keys of the same string stand within this many bytes. */
const neighbourhood = 600;

/** SHA-256 of the keys that every installation of Azurite and of the Cosmos DB emulator has; Microsoft publishes them. */
const isEmulatorKey = publishedBy([
  "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
  "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615",
]);

const named = (text: string, key: string): string | undefined =>
  new RegExp(`(?:^|[;"'\\s])${key}=([^;"'\\s]{1,200})`, "i").exec(text)?.[1];

/** A key of a connection string of Azure: base64 of exactly as many bytes as the service gives. Option: `bytes`. */
export const proveAzureKey: Prover = (candidate) => {
  const { secret, options } = candidate;
  if (Buffer.from(secret, "base64").length !== options["bytes"]) return { verdict: "silent" };
  if (isEmulatorKey(secret))
    return { verdict: "fails", detail: "It is the emulator's key, which Microsoft publishes." };
  const text = stringAround(candidate, neighbourhood).join(";");
  const account = named(text, "AccountName") ?? named(text, "SharedAccessKeyName");
  const endpoint = named(text, "AccountEndpoint") ?? named(text, "Endpoint") ?? named(text, "HostName");
  return {
    verdict: "holds",
    proof: "structural",
    facts: {
      ...(account === undefined || isTemplate(account) ? {} : { account }),
      ...(endpoint === undefined || isTemplate(endpoint) ? {} : { endpoint }),
    },
  };
};

const parameter = (query: string, name: string): string | undefined =>
  new RegExp(`(?:^|[?&;])(?:amp;)?${name}=([^&\\s]{1,60})`).exec(query)?.[1];

/** A shared access signature: `sig` is base64 of 32 bytes, `se` says until when (Azure Storage, Create a service SAS). */
export const proveAzureSas: Prover = (candidate) => {
  const { secret } = candidate;
  const signature = Buffer.from(
    secret
      .replace(/%2[bB]/g, "+")
      .replace(/%2[fF]/g, "/")
      .replace(/%3[dD]/g, "="),
    "base64",
  );
  const query = stringAround(candidate, neighbourhood).join("&").replaceAll("\\u0026", "&");
  if (signature.length !== 32 || parameter(query, "sv") === undefined) return { verdict: "silent" };
  const until = (parameter(query, "se") ?? "").replaceAll(/%3[aA]/g, ":");
  const expires = new Date(until);
  if (Number.isNaN(expires.getTime())) return { verdict: "holds", proof: "structural" };
  const facts = { expires: expires.toISOString() };
  const day = facts.expires.slice(0, 10);
  return expires.getTime() < Date.now()
    ? { verdict: "fails", detail: `It expired on ${day}.`, facts }
    : { verdict: "holds", proof: "structural", detail: `It is valid until ${day}.`, facts };
};
