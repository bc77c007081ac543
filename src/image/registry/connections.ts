import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { LookupFunction, Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import type { ProxyAddress } from "../../network/proxy.ts";
import { openTunnel } from "../../network/tunnel.ts";
import { type Vicinity, vicinityOf } from "./address.ts";

/** Sockets to one host at a time; further requests wait. */
const maxSockets = 8;

/** Decides on each address that a host name leads to; asked at the moment of connecting, so that no second answer slips by. */
export type Guard = (vicinity: Vicinity) => boolean;

/** Kept-alive connections that passed one guard. */
export interface Connections {
  readonly agentFor: (url: URL, proxy: ProxyAddress | undefined) => HttpAgent | HttpsAgent;
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

/** Speaks TLS with the registry through the proxy. */
const connectThrough = async (proxy: ProxyAddress, options: ConnectionOptions): Promise<Socket> => {
  const { host, port, path: _, ...security } = options;
  return connectTls({ ...security, socket: await openTunnel(proxy, String(host), Number(port)) });
};

const tunnelling = (proxy: ProxyAddress): HttpsAgent => {
  const agent = new HttpsAgent({ keepAlive: true, maxSockets });
  agent.createConnection = (options, callback) => {
    const connected = callback as Connected;
    connectThrough(proxy, options as ConnectionOptions).then(
      (socket) => connected(null, socket),
      (error: Error) => connected(error, undefined as unknown as Socket),
    );
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

  const agentFor = (url: URL, proxy: ProxyAddress | undefined): HttpAgent | HttpsAgent => {
    const protocol = url.protocol as "http:" | "https:";
    if (proxy === undefined) return direct[protocol];
    if (protocol === "http:") return direct[proxy.secure ? "https:" : "http:"];
    const key = JSON.stringify(proxy);
    const known = tunnels.get(key) ?? tunnelling(proxy);
    tunnels.set(key, known);
    return known;
  };
  const close = (): void => {
    for (const agent of [...Object.values(direct), ...tunnels.values()]) agent.destroy();
  };
  return { agentFor, lookup: guardedLookup(guard), close };
};
