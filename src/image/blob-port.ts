import type { MessagePort } from "node:worker_threads";
import { ImageError } from "./image-error.ts";

/** What is sent of a blob: its bytes, then its end or why there are no more. */
type Sent = { readonly chunk: Uint8Array } | { readonly failed: string } | "end";

/** Chunks that are sent before the first of them was asked for: the sender is busy at times. */
const ahead = 8;

const isExpected = (error: unknown): boolean =>
  error instanceof ImageError || (error as NodeJS.ErrnoException).code !== undefined;

/** A chunk that has its memory for itself goes over as it is, of others a copy: a message would carry all of the memory that they look into. */
const alone = (chunk: Uint8Array): Uint8Array =>
  chunk.buffer.byteLength === chunk.byteLength ? chunk : new Uint8Array(chunk);

const untilAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new ImageError("interrupted");
};

/**
 * Sends a blob, whose chunks are the receiver's from then on, as fast as it is read at the other end, until that end is closed.
 * What goes wrong on the way is told there; faults of ours are thrown here as well.
 */
export const sendBlob = async (
  stored: AsyncIterable<Uint8Array>,
  port: MessagePort,
  signal?: AbortSignal,
): Promise<void> => {
  let asked = ahead;
  let isOpen = true;
  let wake = (): void => {};
  const send = (message: Sent): void => port.postMessage(message);
  const sendChunk = (chunk: Uint8Array): void => port.postMessage({ chunk }, [chunk.buffer as ArrayBuffer]);
  port.on("message", () => {
    asked++;
    wake();
  });
  port.on("close", () => {
    isOpen = false;
    wake();
  });
  const isWanted = async (): Promise<boolean> => {
    while (asked === 0 && isOpen)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return isOpen;
  };
  try {
    for await (const chunk of stored) {
      untilAborted(signal);
      if (!(await isWanted())) return;
      asked--;
      sendChunk(alone(chunk));
    }
    send("end");
  } catch (error) {
    send({ failed: (error as Error).message });
    if (!isExpected(error)) throw error;
  }
};

/** The blob that is sent to a port, which it closes. Throws an ImageError where the sender could not go on. */
export async function* receiveBlob(port: MessagePort): AsyncGenerator<Buffer> {
  const waiting: Sent[] = [];
  let wake = (): void => {};
  port.on("message", (message: Sent) => {
    waiting.push(message);
    wake();
  });
  try {
    for (;;) {
      const sent = waiting.shift();
      if (sent === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      else if (sent === "end") return;
      else if ("failed" in sent) throw new ImageError(sent.failed);
      else {
        port.postMessage("more");
        yield Buffer.from(sent.chunk.buffer, sent.chunk.byteOffset, sent.chunk.byteLength);
      }
    }
  } finally {
    port.close();
  }
}
