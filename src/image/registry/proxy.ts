import { NoWayError, type ProxyAddress, proxyFor as proxyOf } from "../../network/proxy.ts";
import type { Environment } from "../environment.ts";
import { vicinityOfHost } from "./address.ts";
import { RegistryError } from "./registry-error.ts";

const portOf = (url: URL): number => Number(url.port || (url.protocol === "https:" ? 443 : 80));

/** The proxy that the environment names for an address; this machine itself is always reached directly. */
export const proxyFor = (url: URL, environment: Environment): ProxyAddress | undefined => {
  if (vicinityOfHost(url.hostname) === "loopback") return undefined;
  try {
    return proxyOf(environment, { secure: url.protocol === "https:", host: url.hostname, port: portOf(url) });
  } catch (error) {
    throw error instanceof NoWayError ? new RegistryError("refused", error.message) : error;
  }
};
