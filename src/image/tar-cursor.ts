import { giveBack } from "./give-back.ts";

/** A place in a stream of chunks. What it gives holds until it is asked again. */
export interface Cursor {
  /** The next so many bytes, where the chunk at hand has them. */
  readonly ready: (size: number) => Buffer | undefined;
  /** Goes on by so many bytes, where the chunk at hand has them. */
  readonly pass: (size: number) => boolean;
  /** Goes back by what `ready` just gave. */
  readonly back: (size: number) => void;
  /** The next bytes, at most so many; none at the end. */
  readonly some: (most: number) => Promise<Buffer>;
  /** The next so many bytes; fewer at the end. */
  readonly gather: (size: number) => Promise<Buffer>;
  /** The next so many bytes; undefined where the stream ends or breaks before, and then they are still to be read. */
  readonly gatherIfThere: (size: number) => Promise<Buffer | undefined>;
  /** All that is left, in chunks that hold for good. */
  readonly rest: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
}

const nothing: Buffer = Buffer.alloc(0);
const smallestRoom = 64 << 10;

/** Memory of so many bytes and more; what lay in it before is done with. */
export type RoomFor = (size: number) => Buffer;

const ownRoom = (): RoomFor => {
  let room = nothing;
  return (size) => {
    if (room.length < size) {
      giveBack(room);
      room = Buffer.allocUnsafeSlow(Math.max(smallestRoom, 2 ** Math.ceil(Math.log2(size))));
    }
    return room;
  };
};

/** Chunks of the source have to hold until the next is asked for, no longer. */
export const createCursor = (source: AsyncIterator<Buffer>, roomFor: RoomFor = ownRoom()): Cursor => {
  let chunk = nothing;
  let at = 0;
  /** What comes after the chunk at hand: bytes that were gathered in vain, then why the stream broke. */
  let failure: { readonly error: unknown } | undefined;

  /** Goes on to the next chunk; false at the end. */
  const advance = async (): Promise<boolean> => {
    if (failure !== undefined) throw failure.error;
    chunk = nothing;
    at = 0;
    const { value, done } = await source.next();
    if (done === true) return false;
    chunk = value;
    return true;
  };
  const ready: Cursor["ready"] = (size) => {
    if (chunk.length - at < size) return undefined;
    at += size;
    return chunk.subarray(at - size, at);
  };
  const some: Cursor["some"] = async (most) => {
    while (at === chunk.length) if (!(await advance())) return nothing;
    const from = at;
    at = Math.min(chunk.length, at + most);
    return chunk.subarray(from, at);
  };
  const gatherInto = async (target: Buffer): Promise<{ filled: number; failure?: { readonly error: unknown } }> => {
    let filled = 0;
    try {
      while (filled < target.length) {
        const piece = await some(target.length - filled);
        if (piece.length === 0) break;
        filled += piece.copy(target, filled);
      }
      return { filled };
    } catch (error) {
      return { filled, failure: { error } };
    }
  };
  const gather: Cursor["gather"] = async (size) => {
    const target = roomFor(size).subarray(0, size);
    const gathered = await gatherInto(target);
    if (gathered.failure !== undefined) throw gathered.failure.error;
    return target.subarray(0, gathered.filled);
  };
  const gatherIfThere: Cursor["gatherIfThere"] = async (size) => {
    const target = roomFor(size).subarray(0, size);
    const gathered = await gatherInto(target);
    if (gathered.filled === size) return target;
    failure = gathered.failure;
    chunk = Buffer.from(target.subarray(0, gathered.filled));
    at = 0;
    return undefined;
  };
  async function* rest(): AsyncGenerator<Buffer> {
    const left = Buffer.from(chunk.subarray(at));
    at = chunk.length;
    if (left.length > 0) yield left;
    while (await advance()) yield Buffer.from(chunk);
  }
  const pass: Cursor["pass"] = (size) => {
    const isThere = chunk.length - at >= size;
    if (isThere) at += size;
    return isThere;
  };
  const back: Cursor["back"] = (size) => {
    at -= size;
  };
  const close = async (): Promise<void> => void (await source.return?.());
  return { ready, pass, back, some, gather, gatherIfThere, rest, close };
};
