import type { IncomingMessage } from "node:http";
import { type Answer, connectionError, nameOf } from "./exchange.ts";
import { RegistryError } from "./registry-error.ts";

/** How long we wait for what, in milliseconds, and how often we ask. */
export interface Patience {
  /** Without a byte. */
  readonly silence: number;
  /** One request, the first try included. */
  readonly attempts: number;
  /** Before the second try; doubled for each further one. */
  readonly pause: number;
  /** The longest `retry-after` that is obeyed; what asks for more is given up. */
  readonly longestPause: number;
}

export const usualPatience: Patience = { silence: 30_000, attempts: 5, pause: 500, longestPause: 90_000 };

/** Slower than this, though never silent, is given up too: so many bytes within so many silences of waiting. */
const slowest = { bytes: 256 << 10, silences: 2 };

/** Ends in a RegistryError when the other side stays silent, dribbles or cuts the stream. Time that the reader takes does not count. */
export async function* bytesOf(url: URL, answer: Answer, patience: Patience, signal?: AbortSignal) {
  const { message } = answer;
  const pieces = message[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const silent = Object.assign(new Error("silent"), { code: "ESILENT" });
  let waited = 0;
  let received = 0;
  try {
    for (;;) {
      const began = performance.now();
      const timer = setTimeout(() => message.destroy(silent), patience.silence);
      const { done, value } = await pieces.next().finally(() => clearTimeout(timer));
      if (done === true) return;
      waited += performance.now() - began;
      received += value.length;
      if (waited > patience.silence * slowest.silences) {
        if (received < slowest.bytes)
          throw new RegistryError(
            "silent",
            `cannot read ${nameOf(url)}: fewer than ${slowest.bytes} bytes in ${Math.round(waited / 1000)} s`,
          );
        [waited, received] = [0, 0];
      }
      yield value;
    }
  } catch (error) {
    throw connectionError(url, error, patience.silence, signal);
  } finally {
    message.destroy();
  }
}

/** A body as a whole; more than `limit` bytes are an error, announced or not. */
export const wholeBody = async (
  url: URL,
  answer: Answer,
  limit: number,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Buffer> => {
  const tooLong = new RegistryError(
    "refused",
    `${nameOf(url)} is longer than ${limit} bytes, which no honest document of its kind is`,
  );
  if (Number(answer.headers["content-length"] ?? 0) > limit) {
    answer.message.destroy();
    throw tooLong;
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytesOf(url, answer, patience, signal)) {
    length += piece.length;
    if (length > limit) throw tooLong;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** So much of an unwanted body is read, which keeps its connection; a longer one is cut. */
const worthReading = 64 << 10;

export const discard = (message: IncomingMessage): void => {
  const timer = setTimeout(() => message.destroy(), 2000);
  timer.unref();
  let length = 0;
  message
    .on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > worthReading) message.destroy();
    })
    .on("error", () => undefined)
    .on("close", () => clearTimeout(timer));
};
