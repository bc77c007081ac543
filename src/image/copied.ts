/** Chunks that hold for good, of a stream whose chunks hold until the next is asked for. */
export async function* copied(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield Buffer.from(chunk);
}

/** A stream of one chunk. */
export async function* only(chunk: Buffer): AsyncGenerator<Buffer> {
  if (chunk.length > 0) yield chunk;
}
