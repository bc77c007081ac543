import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Dial } from "../../src/verify/dial.ts";

/** A request as a provider saw it. */
export interface Seen {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server on this machine that stands for every provider. */
export interface Provider {
  /** Leads to the server, whatever host is dialled. */
  readonly dial: Dial;
  readonly dialled: readonly string[];
  readonly seen: readonly Seen[];
  readonly port: number;
  readonly close: () => Promise<void>;
}

export type Behaviour = (seen: Seen, response: ServerResponse) => void;

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("latin1");
};

export const startProvider = async (behave: Behaviour): Promise<Provider> => {
  const seen: Seen[] = [];
  const dialled: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const one: Seen = { method, host: headers.host ?? "", path: url, headers, body: await readAll(request) };
    seen.push(one);
    behave(one, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const dial: Dial = async (host, to) => {
    dialled.push(`${host}:${to}`);
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return socket;
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { dial, dialled, seen, port, close };
};

/** An answer with a JSON body. */
export const answer = (response: ServerResponse, status: number, body: unknown = {}): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};
