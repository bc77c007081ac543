import { UsageError } from "../../usage-error.ts";
import type { Environment } from "../environment.ts";
import { vicinityOfHost } from "./address.ts";

/** A server that holds a registry's repositories: a mirror, or the registry itself. */
export interface Endpoint {
  /** Host with port; the key of its login. */
  readonly host: string;
  /** `either`: https if the server speaks it, else http. */
  readonly scheme: "https" | "http" | "either";
  /** Put before a repository's name, with a slash at its end; of a mirror that keeps several registries. */
  readonly prefix: string;
  readonly mirror: boolean;
}

export interface Hosts {
  /** By registry, in the order in which they are asked: `host`, `host/prefix` or the same with a scheme. */
  readonly mirrors?: Readonly<Record<string, readonly string[]>>;
  /** Registries, with port, that may be spoken to over http. */
  readonly insecure?: readonly string[];
  /** Registries, with port, that a file of a repository may name although they are at private or local addresses. */
  readonly near?: readonly string[];
}

/** Where Docker Hub's registry really is. */
const hubHost = "registry-1.docker.io";

const entries = (text: string | undefined): readonly string[] => (text ?? "").split(/[\s,]+/).filter(Boolean);

const mirrorsIn = (text: string | undefined): Readonly<Record<string, readonly string[]>> => {
  const found = new Map<string, string[]>();
  for (const entry of entries(text)) {
    const [, registry, mirror] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
    if (registry === undefined || mirror === undefined)
      throw new UsageError("TIDEWAITER_REGISTRY_MIRRORS is not of the form registry=mirror,registry=mirror");
    found.set(registry, [...(found.get(registry) ?? []), mirror]);
  }
  return Object.fromEntries(found);
};

/** What the environment says of hosts: `TIDEWAITER_REGISTRY_MIRRORS`, `TIDEWAITER_INSECURE_REGISTRIES`, `TIDEWAITER_PRIVATE_REGISTRIES`. */
export const hostsIn = (environment: Environment): Required<Hosts> => ({
  mirrors: mirrorsIn(environment["TIDEWAITER_REGISTRY_MIRRORS"]),
  insecure: entries(environment["TIDEWAITER_INSECURE_REGISTRIES"]),
  near: entries(environment["TIDEWAITER_PRIVATE_REGISTRIES"]),
});

const schemeOf = (host: string, insecure: readonly string[]): Endpoint["scheme"] => {
  const local = vicinityOfHost(new URL(`https://${host}`).hostname) === "loopback";
  return local || insecure.some((named) => named.toLowerCase() === host) ? "either" : "https";
};

const mirrorEndpoint = (text: string, insecure: readonly string[]): Endpoint => {
  const [, scheme, rest = ""] = /^(?:(https?):\/\/)?(.*)$/.exec(text) ?? [];
  const address = `https://${rest}`;
  if (!URL.canParse(address) || rest.includes("@"))
    throw new UsageError("a registry mirror is no address: write it like https://mirror.example/prefix");
  const { host, pathname } = new URL(scheme === "http" ? `http://${rest}` : address);
  const prefix = pathname.replace(/^\/(?:v2(?:\/|$))?/, "").replace(/\/+$/, "");
  return {
    host,
    scheme: (scheme as "http" | "https" | undefined) ?? schemeOf(host, insecure),
    prefix: prefix === "" ? "" : `${prefix}/`,
    mirror: true,
  };
};

/** Who is asked for a registry's images, in turn: its mirrors, then itself. */
export const endpointsFor = (registry: string, { mirrors = {}, insecure = [] }: Hosts): readonly Endpoint[] => {
  const own = registry === "docker.io" ? hubHost : registry;
  return [
    ...(mirrors[registry] ?? []).map((text) => mirrorEndpoint(text, insecure)),
    { host: own, scheme: schemeOf(own, insecure), prefix: "", mirror: false },
  ];
};
