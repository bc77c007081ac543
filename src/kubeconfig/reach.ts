import { isIP } from "node:net";
import { readable } from "./text.ts";

/**
 * From where a cluster's API server can be reached, as far as its address tells without asking the network.
 * `example` is what standards keep for documentation (RFC 2606, 5737, 3849): nobody is there.
 */
export type Reach = "public" | "unknown" | "private" | "cluster-internal" | "loopback" | "example";

/** From the most to the least exposed. */
const exposure: readonly Reach[] = ["public", "unknown", "private", "cluster-internal", "loopback", "example"];

export const moreExposed = (a: Reach, b: Reach): number => exposure.indexOf(a) - exposure.indexOf(b);

type Octets = readonly [number, number, number, number];

/** RFC 1122, 1918, 3927, 5737, 6598. */
const reachOfIpv4 = ([a, b, c]: Octets): Reach => {
  if (a === 127 || a === 0) return "loopback";
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return "private";
  if ((a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128)) return "private";
  const net = `${a}.${b}.${c}`;
  return ["192.0.2", "198.51.100", "203.0.113"].includes(net) ? "example" : "public";
};

const octetsOf = (address: string): Octets => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return [a, b, c, d];
};

/** RFC 3849, 4193, 4291; the URL parser has already shortened the address. */
const reachOfIpv6 = (address: string): Reach => {
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped !== null) {
    const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
    return reachOfIpv4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  if (address === "::1" || address === "::") return "loopback";
  if (address.startsWith("2001:db8:")) return "example";
  return /^f[cd]|^fe[89ab]/.test(address) ? "private" : "public";
};

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
  const version = isIP(host);
  if (version === 4) return { reach: reachOfIpv4(octetsOf(host)), address };
  return { reach: version === 6 ? reachOfIpv6(host) : reachOfName(host.toLowerCase()), address };
};
