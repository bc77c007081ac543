import type { Inflater } from "../../src/image/inflater.ts";
import { digestOf } from "./images.ts";

/** What an inflater makes of data that comes in pieces of a size. */
export const told = async (inflater: Inflater, packed: Buffer, size: number) => {
  const chunks: Buffer[] = [];
  let taken = 0;
  async function* all(): AsyncGenerator<Buffer> {
    for (let at = 0; at < packed.length; at += size) {
      const piece = Buffer.from(packed.subarray(at, at + size));
      const used = yield* inflater.take(piece);
      taken += used;
      piece.fill("#"); // it is done with
      if (used < piece.length) break;
    }
    yield* inflater.end();
  }
  try {
    for await (const chunk of all()) chunks.push(Buffer.from(chunk));
    return { content: digestOf(Buffer.concat(chunks)), taken };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { error: `${code} ${message}` };
  } finally {
    inflater.close();
  }
};
