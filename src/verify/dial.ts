import type { Socket } from "node:net";
import { type ConnectionOptions, connect } from "node:tls";
import { proxyFor } from "../network/proxy.ts";
import { openTunnel } from "../network/tunnel.ts";

/** Opens an encrypted connection to a host. Rejects where there is none, at the latest when the signal says so. */
export type Dial = (host: string, port: number, signal: AbortSignal) => Promise<Socket>;

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
    const proxy = proxyFor(environment, { secure: true, host, port });
    const name = { servername: host, ALPNProtocols: ["http/1.1"] };
    if (proxy === undefined) return encrypted({ host, port, ...name }, signal);
    return encrypted({ socket: await openTunnel(proxy, host, port, signal), ...name }, signal);
  };
