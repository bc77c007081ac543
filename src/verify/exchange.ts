import { request as httpRequest, type IncomingMessage } from "node:http";
import type { Response } from "./answer.ts";
import type { Dial } from "./dial.ts";
import type { Request } from "./request.ts";

/** An answer, or why there is none: in words that hold nothing of the request. */
export type Exchanged = { readonly response: Response } | { readonly failure: string };

/** Sends one request. Never rejects. */
export type Exchange = (request: Request) => Promise<Exchanged>;

const patience = 10_000;

/** What decides stands at the beginning of an answer, or the answer is none of those that rules know. */
const maxBody = 64 << 10;

const maxHeaders = 32 << 10;

const readBody = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= maxBody) break;
  }
  return Buffer.concat(chunks).toString("utf8", 0, maxBody);
};

const retryAfterOf = ({ headers }: IncomingMessage): number | undefined => {
  const text = headers["retry-after"];
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
};

const sendOver = async (dial: Dial, request: Request, signal: AbortSignal): Promise<Response> => {
  const { method, host, port, path, headers, body } = request;
  const socket = await dial(host, port, signal);
  try {
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = httpRequest({
        createConnection: () => socket,
        method,
        path,
        headers: { ...headers, connection: "close" },
        signal,
        maxHeaderSize: maxHeaders,
      });
      sent.once("response", resolve);
      sent.on("error", reject);
      sent.end(body);
    });
    return { status: message.statusCode ?? 0, body: await readBody(message), retryAfter: retryAfterOf(message) };
  } finally {
    socket.destroy();
  }
};

/** Messages of Node's errors may quote a request, so only codes are let through. */
const failureOf = (error: unknown, signal: AbortSignal): string => {
  if (signal.aborted) return `no answer within ${patience / 1000} seconds`;
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === "NoWayError") return message;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code) ? `no connection (${code})` : "no connection";
};

/** Requests over connections that `dial` opens: bounded in time and size; redirects are not followed. */
export const createExchange =
  (dial: Dial): Exchange =>
  async (request) => {
    const signal = AbortSignal.timeout(patience);
    try {
      return { response: await sendOver(dial, request, signal) };
    } catch (error) {
      return { failure: failureOf(error, signal) };
    }
  };
