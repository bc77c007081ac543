import type { DigestCheck } from "./digest.ts";
import { ImageError } from "./image-error.ts";

/** Checks what passes by; the ends are checked when all has passed. */
export async function* verified(
  stream: AsyncIterable<Uint8Array>,
  check: DigestCheck,
  what: string,
  size?: number,
): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of stream) {
    seen += chunk.length;
    if (size !== undefined && seen > size) throw new ImageError(`${what} is longer than its ${size} bytes`);
    check.hash.update(chunk);
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
  if (size !== undefined && seen < size) throw new ImageError(`${what} ends after ${seen} of ${size} bytes`);
  check.verify(what);
}
