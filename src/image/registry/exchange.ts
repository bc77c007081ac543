import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { ProxyAddress } from "../../network/proxy.ts";
import { type Vicinity, vicinityOf, vicinityOfHost } from "./address.ts";
import { type Connections, forbiddenAddress, type Guard } from "./connections.ts";
import { RegistryError } from "./registry-error.ts";

/** Room for signed addresses and large tokens; Node's own limit is 16 KiB. */
const maxHeaderSize = 64 << 10;

export interface Request {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly message: IncomingMessage;
  /** Where the other side lies; undefined behind a proxy. */
  readonly vicinity: Vicinity | undefined;
}

/** How a request goes out. */
export interface Route {
  readonly connections: Connections;
  readonly guard: Guard;
  readonly proxy: ProxyAddress | undefined;
  /** Milliseconds without an answer. */
  readonly silence: number;
  readonly signal: AbortSignal | undefined;
}

/** What the address is called in messages: never its query or user part, which may be credentials. */
export const nameOf = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`.slice(0, 300);

const certificateFaults = /^(?:DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/;

const reasonOf = (code: string, silence: number): readonly [RegistryError["fault"], string] => {
  if (code === forbiddenAddress)
    return [
      "refused",
      "it leads to a private or local address, where no public server and no name in a repository's file may lead",
    ];
  if (code === "ESILENT") return ["silent", `nothing came for ${Math.round(silence / 1000)} s`];
  if (code === "ENOTFOUND") return ["nowhere", "there is no such host"];
  if (code === "EPROXYAUTH") return ["denied", "the proxy wants a user and password: put them into https_proxy"];
  if (code === "EPROXY") return ["unreachable", "the proxy does not let it through"];
  if (code.startsWith("HPE_")) return ["unreachable", `the answer is no HTTP (${code})`];
  if (certificateFaults.test(code))
    return ["refused", `its certificate is not trusted (${code}): name its authority in NODE_EXTRA_CA_CERTS`];
  return ["unreachable", code];
};

/** The failure of a connection in our own words; the system's text could repeat what was sent. */
export const connectionError = (url: URL, error: unknown, silence: number, signal?: AbortSignal): RegistryError => {
  if (error instanceof RegistryError) return error;
  if (signal?.aborted === true) return new RegistryError("interrupted", "interrupted");
  const { code = "ECONNRESET" } = error as NodeJS.ErrnoException;
  const [fault, reason] = reasonOf(/^[A-Z0-9_]{1,60}$/.test(code) ? code : "ECONNRESET", silence);
  return new RegistryError(fault, `cannot read ${nameOf(url)}: ${reason}`);
};

const open = ({ method, url, headers, body }: Request, { connections, proxy, signal }: Route): ClientRequest => {
  const plainProxy = proxy !== undefined && url.protocol === "http:" ? proxy : undefined;
  const isSecure = plainProxy?.secure ?? url.protocol === "https:";
  const options = {
    method,
    protocol: isSecure ? "https:" : "http:",
    hostname: plainProxy?.host ?? url.hostname.replace(/^\[|\]$/g, ""),
    port: plainProxy?.port ?? url.port,
    path: plainProxy === undefined ? `${url.pathname}${url.search}` : `${url.origin}${url.pathname}${url.search}`,
    headers: {
      ...headers,
      host: url.host,
      ...(plainProxy?.authorization && { "proxy-authorization": plainProxy.authorization }),
      ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
    },
    agent: connections.agentFor(url, proxy),
    ...(proxy === undefined && { lookup: connections.lookup }),
    maxHeaderSize,
    ...(signal !== undefined && { signal }),
  };
  return isSecure ? httpsRequest(options) : httpRequest(options);
};

const checkLiteral = (url: URL, guard: Guard): void => {
  const vicinity = vicinityOfHost(url.hostname);
  if (vicinity !== undefined && !guard(vicinity))
    throw Object.assign(new Error("forbidden"), { code: forbiddenAddress });
};

/** Whether a kept-alive connection was closed by the other side just as we took it: only then nothing was lost by asking again. */
const wasStale = (request: ClientRequest, error: NodeJS.ErrnoException): boolean =>
  request.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");

const attempt = (request: Request, route: Route): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    checkLiteral(request.url, route.guard);
    const outgoing = open(request, route);
    const silent = Object.assign(new Error("silent"), { code: "ESILENT" });
    const timer = setTimeout(() => outgoing.destroy(silent), route.silence);
    outgoing
      .on("response", (message) => {
        clearTimeout(timer);
        resolve(message);
      })
      .on("error", (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        if (wasStale(outgoing, error)) attempt(request, route).then(resolve, reject);
        else reject(error);
      })
      .end(request.body);
  });

/** One request and the head of its answer; nothing is followed or tried again. Throws a RegistryError. */
export const exchange = async (request: Request, route: Route): Promise<Answer> => {
  try {
    const message = await attempt(request, route);
    const { remoteAddress } = message.socket;
    return {
      status: message.statusCode ?? 0,
      headers: message.headers,
      message,
      vicinity: route.proxy === undefined && remoteAddress !== undefined ? vicinityOf(remoteAddress) : undefined,
    };
  } catch (error) {
    throw connectionError(request.url, error, route.silence, route.signal);
  }
};
