import { request as overPlain } from "node:http";
import { request as overTls } from "node:https";
import type { Socket } from "node:net";
import { type ConnectionOptions, connect } from "node:tls";
import { NoWayError, type ProxyAddress, proxyFor } from "./proxy.ts";

/** Opens an encrypted connection to a host. Rejects where there is none, at the latest when the signal says so. */
export type Dial = (host: string, port: number, signal: AbortSignal) => Promise<Socket>;

/** A way through a proxy: CONNECT (RFC 9110, section 9.3.6). */
const tunnel = (proxy: ProxyAddress, host: string, port: number, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const target = `${host}:${port}`;
    const request = (proxy.secure ? overTls : overPlain)({
      host: proxy.host,
      port: proxy.port,
      method: "CONNECT",
      path: target,
      headers: {
        host: target,
        ...(proxy.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization }),
      },
      agent: false,
      signal,
    });
    request.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket as Socket);
      socket.destroy();
      reject(new NoWayError(`the proxy answered ${statusCode}`));
    });
    request.once("response", (response) => {
      response.destroy();
      reject(new NoWayError(`the proxy answered ${response.statusCode}`));
    });
    request.once("error", reject);
    request.end();
  });

const encrypted = (options: ConnectionOptions, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(options);
    const giveUp = (): void => void socket.destroy(new Error("given up"));
    signal.addEventListener("abort", giveUp, { once: true });
    socket.once("error", reject);
    socket.once("secureConnect", () => {
      signal.removeEventListener("abort", giveUp);
      socket.off("error", reject);
      resolve(socket);
    });
    if (signal.aborted) giveUp();
  });

/** Dials hosts over TLS, through the proxy of the environment where there is one. */
export const createDial =
  (environment: Readonly<Record<string, string | undefined>>): Dial =>
  async (host, port, signal) => {
    const proxy = proxyFor(environment, host, port);
    const name = { servername: host, ALPNProtocols: ["http/1.1"] };
    if (proxy === undefined) return encrypted({ host, port, ...name }, signal);
    return encrypted({ socket: await tunnel(proxy, host, port, signal), ...name }, signal);
  };
