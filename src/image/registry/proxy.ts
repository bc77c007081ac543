import { BlockList, isIP } from "node:net";
import type { Environment } from "../environment.ts";
import { vicinityOfHost } from "./address.ts";
import { RegistryError } from "./registry-error.ts";

export interface ProxyServer {
  readonly url: URL;
  /** Value of `Proxy-Authorization`. */
  readonly authorization?: string;
}

const variable = (environment: Environment, name: string): string =>
  environment[name] || environment[name.toUpperCase()] || "";

const portOf = (url: URL): string => url.port || (url.protocol === "https:" ? "443" : "80");

const inRange = (host: string, range: string): boolean => {
  const [address = "", prefix = ""] = range.split("/");
  const family = (text: string) => (isIP(text) === 6 ? "ipv6" : "ipv4");
  if (isIP(host) === 0 || isIP(address) !== isIP(host) || !/^\d{1,3}$/.test(prefix)) return false;
  if (Number(prefix) > (isIP(address) === 6 ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(prefix), family(address));
  return list.check(host, family(host));
};

/** One entry of `no_proxy`, as curl and Go read it: `*`, a domain and what is below it, an address, a range, each with a port. */
const exempts = (entry: string, url: URL): boolean => {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (entry === "*") return true;
  if (entry.includes("/")) return inRange(host, entry);
  const [, name = "", port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
  if (port !== undefined && port !== portOf(url)) return false;
  const domain = name.replace(/^\*?\./, "").toLowerCase();
  return domain !== "" && (host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`)));
};

const parseProxy = (text: string, name: string): ProxyServer => {
  const parse = (): URL | undefined => {
    try {
      return new URL(/^[a-z0-9]+:\/\//i.test(text) ? text : `http://${text}`);
    } catch {
      return undefined;
    }
  };
  const url = parse();
  if (url === undefined || !["http:", "https:"].includes(url.protocol))
    throw new RegistryError("refused", `${name} is no address of an http or https proxy`);
  if (url.username === "" && url.password === "") return { url };
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { url, authorization: `Basic ${Buffer.from(login).toString("base64")}` };
};

/** The proxy that the environment names for an address; this machine itself is always reached directly. */
export const proxyFor = (url: URL, environment: Environment): ProxyServer | undefined => {
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const text = variable(environment, name);
  if (text === "" || vicinityOfHost(url.hostname) === "loopback") return undefined;
  const exemptions = variable(environment, "no_proxy")
    .split(/[\s,]+/)
    .filter(Boolean);
  return exemptions.some((entry) => exempts(entry, url)) ? undefined : parseProxy(text, name);
};
