import { type AddressReach, reachOfAddress } from "../detect/address.ts";
import { readable } from "../detect/structure/text.ts";

/**
 * From where a cluster's API server can be reached, as far as its address tells without asking the network.
 * `example` is what standards keep for documentation (RFC 2606, 5737, 3849): nobody is there.
 */
export type Reach = AddressReach | "unknown" | "cluster-internal";

/** From the most to the least exposed. */
const exposure: readonly Reach[] = ["public", "unknown", "private", "cluster-internal", "loopback", "example"];

export const moreExposed = (a: Reach, b: Reach): number => exposure.indexOf(a) - exposure.indexOf(b);

/** Names of the host itself; Docker Desktop, minikube and OpenShift Local write theirs into the hosts file. */
const loopbackName =
  /^(?:.*\.)?(?:localhost|localhost\.localdomain|(?:kubernetes|host)\.docker\.internal|host\.minikube\.internal|crc\.testing)$/;
const exampleName = /^(?:.*\.)?(?:example|test|invalid|example\.(?:com|net|org))$/;
const clusterName = /^(?:kubernetes(?:\.default)?|.*\.svc(?:\..*)?|.*\.cluster\.local)$/;
/** Top-level domains of the public DNS have no digits but in Punycode. */
const privateName =
  /^[^.]+$|\.(?:local|internal|lan|home|corp|intranet|localdomain|private|arpa)$|\.privatelink\.|\.(?!xn--)[a-z-]*\d[a-z\d-]*$/;

const reachOfName = (name: string): Reach => {
  if (loopbackName.test(name)) return "loopback";
  if (clusterName.test(name)) return "cluster-internal";
  if (exampleName.test(name)) return "example";
  return privateName.test(name) ? "private" : "public";
};

export interface Server {
  readonly reach: Reach;
  /** The address without user, password, query and fragment; undefined where there is none. */
  readonly address: string | undefined;
}

const unfilled = /\{\{|\$\{|\$\(|\$[A-Z_]|<[^>]*>|%[A-Z_]+%|__\w+__|REDACTED/;

/** Reads `server:` of a cluster. A value that is no address, or has gaps to fill in, is `unknown`. */
export const readServer = (value: string | undefined): Server => {
  if (value === undefined || value.length > 2048 || unfilled.test(value))
    return { reach: "unknown", address: undefined };
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`);
  } catch {
    return { reach: "unknown", address: undefined };
  }
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const address = readable(`${url.protocol}//${url.host}${url.pathname === "/" ? "" : url.pathname}`);
  if (host === "") return { reach: "unknown", address: undefined };
  return { reach: reachOfAddress(host) ?? reachOfName(host.toLowerCase()), address };
};
