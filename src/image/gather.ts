import { partSize } from "./parts.ts";
import type { Scratch } from "./scratch.ts";

/** The first `partSize` bytes of a content, in memory of its depth, and what the last chunk had beyond them. */
export interface Gathered {
  readonly content: Buffer;
  readonly beyond: Buffer;
  /** Whether that is all. */
  readonly whole: boolean;
}

const noBytes: Buffer = Buffer.alloc(0);

export const gather = async ({ room }: Scratch, stream: AsyncIterator<Buffer>, depth: number): Promise<Gathered> => {
  let filled = 0;
  for (;;) {
    const { value, done } = await stream.next();
    if (done === true)
      return { content: room(depth, filled, filled).subarray(0, filled), beyond: noBytes, whole: true };
    const end = Math.min(partSize, filled + value.length);
    const length = value.copy(room(depth, end, filled), filled, 0, end - filled);
    filled = end;
    if (length < value.length)
      return {
        content: room(depth, end, end).subarray(0, end),
        beyond: Buffer.from(value.subarray(length)),
        whole: false,
      };
  }
};

/** Chunks, and then what a stream still has. */
export async function* following(chunks: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Reads a stream to its end, where its errors are. */
export const drain = async (stream: AsyncIterable<Buffer>): Promise<void> => {
  for await (const _ of stream);
};
