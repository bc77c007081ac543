import { frameMagic, isSkippableMagic } from "../files/zstd.ts";
import { ImageError } from "./image-error.ts";

/** One frame of a zstd stream, its bytes as they come. It must be read before the next one is asked for. */
export type Frame = AsyncGenerator<Buffer>;

const damaged = "its zstd data is damaged";
const early = "its zstd data ends early";

/** Takes a number of bytes from chunks as they come. */
interface Taker {
  /** Exactly so many; undefined at the end of the stream. Throws an ImageError for a stream that ends within. */
  readonly exactly: (length: number) => Promise<Buffer | undefined>;
  /** So many, piece by piece. */
  readonly pieces: (length: number) => AsyncGenerator<Buffer>;
}

const takerOf = (source: AsyncIterator<Buffer>): Taker => {
  let held: Buffer = Buffer.alloc(0);
  const fill = async (): Promise<boolean> => {
    while (held.length === 0) {
      const { value, done } = await source.next();
      if (done === true) return false;
      held = value;
    }
    return true;
  };
  async function* pieces(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (!(await fill())) throw new ImageError(early);
      const piece = held.subarray(0, left);
      held = held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  const exactly = async (length: number): Promise<Buffer | undefined> => {
    if (!(await fill())) return undefined;
    const bytes = Buffer.alloc(length);
    let filled = 0;
    for await (const piece of pieces(length)) filled += piece.copy(bytes, filled);
    return bytes;
  };
  return { exactly, pieces };
};

const need = async (taker: Taker, length: number): Promise<Buffer> => {
  const bytes = await taker.exactly(length);
  if (bytes === undefined) throw new ImageError(early);
  return bytes;
};

/** Bytes of the frame header after its descriptor (RFC 8878, section 3.1.1.1). */
const headerSize = (descriptor: number): number => {
  const isSingle = (descriptor & 0x20) !== 0;
  const contentSize = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
  return (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]! + contentSize;
};

const runLength = 1;
const reserved = 3;

/** Passes on the blocks of a frame (section 3.1.1.2): three bytes of header, the size in all but the lowest three bits. */
async function* readFrame(taker: Taker, start: Buffer): Frame {
  const [descriptor] = await need(taker, 1);
  yield Buffer.concat([start, Buffer.of(descriptor!), await need(taker, headerSize(descriptor!))]);
  for (let isLast = false; !isLast; ) {
    const head = await need(taker, 3);
    const word = head.readUIntLE(0, 3);
    const kind = (word >>> 1) & 3;
    if (kind === reserved) throw new ImageError(damaged);
    isLast = (word & 1) === 1;
    yield head;
    yield* taker.pieces(kind === runLength ? 1 : word >>> 3);
  }
  if ((descriptor! & 4) !== 0) yield need(taker, 4);
}

/** Takes what lies beside compressed data, as in a skippable frame. What it leaves of it is dropped. */
export type TakeBeside = (content: AsyncGenerator<Buffer>) => Promise<void>;

/** Parts a zstd stream into its frames, since Node's decompressor stops after the first; skippable frames go elsewhere. */
export async function* zstdFrames(source: AsyncIterator<Buffer>, beside: TakeBeside): AsyncGenerator<Frame> {
  const taker = takerOf(source);
  for (let start = await taker.exactly(4); start !== undefined; start = await taker.exactly(4)) {
    const word = start.readUInt32LE(0);
    if (isSkippableMagic(word)) await beside(taker.pieces((await need(taker, 4)).readUInt32LE(0)));
    else if (word === frameMagic) yield readFrame(taker, start);
    else throw new ImageError(damaged);
  }
}
