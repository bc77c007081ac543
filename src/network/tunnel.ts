import { request as overPlain } from "node:http";
import { request as overTls } from "node:https";
import type { Socket } from "node:net";
import { NoWayError, type ProxyAddress } from "./proxy.ts";

const patience = 30_000;

const refused = (status: number | undefined): NoWayError =>
  new NoWayError(`the proxy answered ${status}`, status === 407 ? "EPROXYAUTH" : "EPROXY");

/** A way through a proxy: CONNECT (RFC 9110, section 9.3.6). Rejects with a NoWayError, or with what the signal says. */
export const openTunnel = (
  proxy: ProxyAddress,
  host: string,
  port: number | string,
  signal?: AbortSignal,
): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const target = `${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${port}`;
    const login = proxy.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization };
    const request = (proxy.secure ? overTls : overPlain)({
      host: proxy.host,
      port: proxy.port,
      method: "CONNECT",
      path: target,
      headers: { host: target, ...login },
      agent: false,
      timeout: patience,
      ...(signal === undefined ? {} : { signal }),
    });
    request.once("connect", ({ statusCode }, socket) => {
      (socket as Socket).setTimeout(0);
      if (statusCode === 200) return resolve(socket as Socket);
      socket.destroy();
      return reject(refused(statusCode));
    });
    request.once("response", (response) => {
      response.destroy();
      reject(refused(response.statusCode));
    });
    request.once("timeout", () => request.destroy(Object.assign(new Error("silent proxy"), { code: "ETIMEDOUT" })));
    request.once("error", (error: NodeJS.ErrnoException) => {
      if (signal?.aborted === true) return reject(error);
      const code = error.code ?? "EPROXY";
      return reject(new NoWayError(`no connection to the proxy (${code})`, code));
    });
    request.end();
  });
