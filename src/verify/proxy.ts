/** Where a connection goes instead of straight to a host. */
export interface ProxyAddress {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  readonly authorization: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** There is no way to a host. The message is fit for reports: it holds neither a request nor a proxy's password. */
export class NoWayError extends Error {
  override readonly name = "NoWayError";
}

/** Lower case wins, as in curl. */
const names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] as const;

const trimmed = (host: string): string =>
  host
    .replace(/^\[|\]$/g, "")
    .replace(/^\*?\./, "")
    .toLowerCase();

/** Whether an entry of `no_proxy` covers a host: a name with all below it, an address, a `*`, each with a port or without. */
const covers = (entry: string, host: string, port: number): boolean => {
  if (entry === "*") return true;
  const [, name = "", only] = /^(.*?)(?::(\d+))?$/.exec(entry)!;
  const suffix = trimmed(/:.*:/.test(entry) ? entry : name);
  if (suffix === "" || (only !== undefined && !/:.*:/.test(entry) && Number(only) !== port)) return false;
  return host === suffix || host.endsWith(`.${suffix}`);
};

const isExempt = (environment: Environment, host: string, port: number): boolean =>
  (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
    .split(/[\s,]+/)
    .some((entry) => entry !== "" && covers(entry, trimmed(host), port));

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The address of a proxy with its user and password; undefined where the text is none. */
const read = (text: string): { readonly url: URL; readonly user: string } | undefined => {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return undefined;
  const user = decoded(`${url.username}:${url.password}`);
  return user === undefined ? undefined : { url, user };
};

/** The proxy that the environment names for a host; undefined where the connection is direct. Throws a NoWayError. */
export const proxyFor = (environment: Environment, host: string, port: number): ProxyAddress | undefined => {
  const name = names.find((known) => environment[known]);
  if (name === undefined || isExempt(environment, host, port)) return undefined;
  const known = read(environment[name]!);
  if (known === undefined) throw new NoWayError(`${name} is not the http or https address of a proxy`);
  const { url, user } = known;
  const secure = url.protocol === "https:";
  return {
    secure,
    host: trimmed(url.hostname),
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    authorization: user === ":" ? undefined : `Basic ${Buffer.from(user).toString("base64")}`,
  };
};
