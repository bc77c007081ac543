import { BlockList, isIP } from "node:net";

/** Where a connection goes instead of straight to a host. */
export interface ProxyAddress {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`. */
  readonly authorization: string | undefined;
}

/** What is to be reached. An IPv6 address stands with or without brackets. */
export interface Destination {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** There is no way to a host. The message is fit for reports: it holds neither a request nor a proxy's password. */
export class NoWayError extends Error {
  override readonly name = "NoWayError";
  /** `EPROXYAUTH` where the proxy wants a login, `EPROXY` where it refuses, or what the system says; undefined for a wrong setting. */
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** In the order in which they are asked. Lower case wins, as in curl. */
const names = {
  secure: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"],
  plain: ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"],
} as const;

const bare = (host: string): string => host.replace(/^\[|\]$/g, "").toLowerCase();

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Of a range such as `10.0.0.0/8`. */
const isInRange = (host: string, range: string): boolean => {
  const [address = "", prefix = ""] = range.split("/");
  if (isIP(host) === 0 || isIP(address) !== isIP(host) || !/^\d{1,3}$/.test(prefix)) return false;
  if (Number(prefix) > (isIP(address) === 6 ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(prefix), familyOf(address));
  return list.check(host, familyOf(host));
};

/** One entry of `no_proxy`, as curl and Go read it: `*`, a domain and what is below it, an address, a range, each with a port. */
const covers = (entry: string, host: string, port: number): boolean => {
  if (entry === "*") return true;
  if (entry.includes("/")) return isInRange(host, bare(entry));
  const [, name = "", only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
  if (only !== undefined && Number(only) !== port) return false;
  const domain = name.replace(/^\*?\./, "").toLowerCase();
  return domain !== "" && (host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`)));
};

const isExempt = (environment: Environment, host: string, port: number): boolean =>
  (environment["no_proxy"] || environment["NO_PROXY"] || "")
    .split(/[\s,]+/)
    .some((entry) => entry !== "" && covers(entry, host, port));

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The address of a proxy with its user and password; undefined where the text is none. */
const read = (text: string): { readonly url: URL; readonly login: string } | undefined => {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return undefined;
  const login = decoded(`${url.username}:${url.password}`);
  return login === undefined ? undefined : { url, login };
};

/** The proxy that the environment names for a destination; undefined where the connection is direct. Throws a NoWayError. */
export const proxyFor = (environment: Environment, { secure, host, port }: Destination): ProxyAddress | undefined => {
  const name = names[secure ? "secure" : "plain"].find((known) => environment[known]);
  if (name === undefined || isExempt(environment, bare(host), port)) return undefined;
  const known = read(environment[name]!);
  if (known === undefined) throw new NoWayError(`${name} is not the http or https address of a proxy`);
  const { url, login } = known;
  const isSecure = url.protocol === "https:";
  return {
    secure: isSecure,
    host: bare(url.hostname),
    port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
    authorization: login === ":" ? undefined : `Basic ${Buffer.from(login).toString("base64")}`,
  };
};
