import { createDeflate, slack } from "./kernel.ts";

/** A DEFLATE stream that comes in pieces (RFC 1951). */
export interface Deflated {
  readonly begin: () => void;
  /**
   * What a piece unpacks to: chunks that hold until the next is asked for. Gives how much of the piece was taken where the stream ends in it, else undefined. Throws
   * for what is no such stream.
   */
  readonly take: (piece: Uint8Array) => Generator<Buffer, number | undefined>;
}

/** As zlib's errors are. */
export const damaged = (message: string): Error => Object.assign(new Error(message), { code: "Z_DATA_ERROR" });

/** How `continueDeflate` ends (src/kernel/assembly/deflate.ts). */
const [moreInput, moreRoom, ended] = [0, 1, 2] as const;

/** So few bytes that they are still in the processor's cache when they are looked at. */
const chunkSize = 1 << 18;
const pieceSize = 1 << 18;
/** Of a piece that ends in the header of a block so much is kept at most for the next one. */
const header = 1024;
/** How far back matches reach. */
const windowSize = 1 << 15;

const inputRoom = pieceSize + header + slack;
const outputRoom = windowSize + chunkSize + slack;

export const createDeflated = (): Deflated => {
  const { room, address, beginDeflate, continueDeflate, inputAt, outputAt } = createDeflate(inputRoom + outputRoom);
  const input = address;
  const output = address + inputRoom;
  const full = output + windowSize + chunkSize;
  let waiting = 0; // bytes of input that are not used up
  let window = output;
  let at = output; // where the output goes on

  const begin = (): void => {
    beginDeflate();
    waiting = 0;
    window = at = output;
  };

  /** Keeps what matches may reach. */
  const makeRoom = (): void => {
    if (at < full) return;
    room.copyWithin(output - address, at - windowSize - address, at - address);
    window = output;
    at = output + windowSize;
  };

  /** Adds a piece to what is waiting, as far as it fits; gives how much of it. */
  const fill = (piece: Uint8Array, from: number): number => {
    const length = Math.min(piece.length - from, pieceSize + header - waiting);
    room.set(piece.subarray(from, from + length), waiting);
    waiting += length;
    return length;
  };

  /** Unpacks what is waiting; gives whether the stream has ended. */
  function* unpack(): Generator<Buffer, boolean> {
    let status: number = moreRoom;
    for (let used = input; status === moreRoom; ) {
      const until = input + waiting;
      const start = at;
      status = continueDeflate(used, until, until, window, at, full);
      used = inputAt();
      at = outputAt();
      if (at > start) yield room.subarray(start - address, at - address);
      makeRoom();
      if (status === moreRoom) continue;
      room.copyWithin(0, used - input, waiting);
      waiting -= used - input;
    }
    if (status < moreInput) throw damaged("invalid deflate data");
    return status === ended;
  }

  function* take(piece: Uint8Array): Generator<Buffer, number | undefined> {
    for (let from = 0; from < piece.length; ) {
      from += fill(piece, from);
      if (yield* unpack()) return from - waiting;
    }
    return undefined;
  }
  return { begin, take };
};
