/** What cannot be read as it comes is held whole: a zip's directory stands at its end. */
export const maxHeld = 128 << 20;

/** All of a stream, which is read to its end, or undefined where it is larger than `maxHeld`. */
export const heldWhole = async (stream: AsyncIterator<Buffer>): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for (let next = await stream.next(); next.done !== true; next = await stream.next()) {
    size += next.value.length;
    if (size <= maxHeld) chunks.push(Buffer.from(next.value));
    else chunks.length = 0;
  }
  return size <= maxHeld ? Buffer.concat(chunks) : undefined;
};
