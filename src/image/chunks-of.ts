import { once } from "node:events";
import type { Readable } from "node:stream";

/** So many bytes may wait to be read. */
const maxWaiting = 1 << 20;

/** The chunks of a stream as it makes them: its own iterator would put those that wait together, in memory of their own. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  const waiting: Buffer[] = [];
  let size = 0;
  let isOver = false;
  let wake = (): void => {};
  stream.on("data", (chunk: Buffer) => {
    waiting.push(chunk);
    size += chunk.length;
    if (size >= maxWaiting) stream.pause();
    wake();
  });
  // settles with the end, and breaks with what breaks the stream
  const end = once(stream, "end").finally(() => {
    isOver = true;
    wake();
  });
  end.catch(() => {}); // awaited below
  try {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk === undefined) {
        if (isOver) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      size -= chunk.length;
      yield chunk;
      if (size < maxWaiting / 2 && stream.isPaused()) stream.resume();
    }
    await end;
  } finally {
    stream.destroy();
  }
}
