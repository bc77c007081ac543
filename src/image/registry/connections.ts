import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction, Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { type Vicinity, vicinityOf } from "./address.ts";
import type { ProxyServer } from "./proxy.ts";

/** Sockets to one host at a time; further requests wait. */
const maxSockets = 8;
const tunnelPatience = 30_000;

/** Decides on each address that a host name leads to; asked at the moment of connecting, so that no second answer slips by. */
export type Guard = (vicinity: Vicinity) => boolean;

/** Kept-alive connections that passed one guard. */
export interface Connections {
  readonly agentFor: (url: URL, proxy: ProxyServer | undefined) => HttpAgent | HttpsAgent;
  readonly lookup: LookupFunction;
  readonly close: () => void;
}

export const forbiddenAddress = "EADDRESS";

const guardedLookup =
  (guard: Guard): LookupFunction =>
  (hostname, options, callback) => {
    const wanted: LookupOptions & { all: true } = { ...options, all: true };
    lookup(hostname, wanted, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      if (error !== null) return callback(error, []);
      const allowed = found.filter(({ address }) => guard(vicinityOf(address)));
      if (allowed.length > 0)
        return options.all === true ? callback(null, allowed) : callback(null, allowed[0]!.address, allowed[0]!.family);
      callback(Object.assign(new Error("forbidden address"), { code: forbiddenAddress }), []);
    });
  };

type Connected = (error: Error | null, socket: Socket) => void;

/** Asks the proxy for a tunnel (RFC 9110, section 9.3.6) and speaks TLS with the registry through it. */
const tunnel = (proxy: ProxyServer, options: ConnectionOptions, connected: Connected): void => {
  const host = String(options.host);
  const target = `${host.includes(":") ? `[${host}]` : host}:${options.port}`;
  const fail = (code: string): void =>
    connected(Object.assign(new Error("no tunnel"), { code }), undefined as unknown as Socket);
  const ask = proxy.url.protocol === "https:" ? httpsRequest : httpRequest;
  const headers = { host: target, ...(proxy.authorization && { "proxy-authorization": proxy.authorization }) };
  const { hostname, port } = proxy.url;
  const address = { hostname: hostname.replace(/^\[|\]$/g, ""), ...(port !== "" && { port }) };
  ask({ ...address, method: "CONNECT", path: target, headers, agent: false, timeout: tunnelPatience })
    .on("connect", ({ statusCode }, socket: Socket) => {
      socket.setTimeout(0);
      if (statusCode !== 200) {
        socket.destroy();
        return fail(statusCode === 407 ? "EPROXYAUTH" : "EPROXY");
      }
      const { host: _, port: __, path: ___, ...security } = options;
      connected(null, connectTls({ ...security, socket }));
    })
    .on("timeout", function (this: ReturnType<typeof httpRequest>) {
      this.destroy(Object.assign(new Error("silent proxy"), { code: "ETIMEDOUT" }));
    })
    .on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? "EPROXY"))
    .end();
};

const tunnelling = (proxy: ProxyServer): HttpsAgent => {
  const agent = new HttpsAgent({ keepAlive: true, maxSockets });
  agent.createConnection = (options, connected) => {
    tunnel(proxy, options as ConnectionOptions, connected as Connected);
    return undefined;
  };
  return agent;
};

export const openConnections = (guard: Guard): Connections => {
  const direct = {
    "http:": new HttpAgent({ keepAlive: true, maxSockets }),
    "https:": new HttpsAgent({ keepAlive: true, maxSockets }),
  };
  const tunnels = new Map<string, HttpsAgent>();

  const agentFor = (url: URL, proxy: ProxyServer | undefined): HttpAgent | HttpsAgent => {
    const protocol = url.protocol as "http:" | "https:";
    if (proxy === undefined) return direct[protocol];
    if (protocol === "http:") return direct[proxy.url.protocol as "http:" | "https:"];
    const known = tunnels.get(proxy.url.href) ?? tunnelling(proxy);
    tunnels.set(proxy.url.href, known);
    return known;
  };
  const close = (): void => {
    for (const agent of [...Object.values(direct), ...tunnels.values()]) agent.destroy();
  };
  return { agentFor, lookup: guardedLookup(guard), close };
};
