import type { Transform } from "node:stream";
import * as zlib from "node:zlib";
import { giveBack } from "./give-back.ts";

/** What is unpacked here. */
export type Packing = "gzip" | "zstd";

/** Unpacks piece by piece. Each chunk that it gives holds until the next is asked for. */
export interface Inflater {
  /** What a piece of the input unpacks to; returns how much of the piece was taken: less than all of it behind the data's end. */
  readonly take: (piece: Buffer) => AsyncGenerator<Buffer, number> | Generator<Buffer, number>;
  /** What is left when there is no more input. Throws where more had to come. */
  readonly end: () => AsyncGenerator<Buffer, void> | Generator<Buffer, void>;
  readonly close: () => void;
}

/** How many bytes come at once: so few that they are still in the processor's cache when they are looked at. */
const chunkSize = 1 << 18;

/** `bytesWritten` are those that it has taken. */
type Stream = Transform & { readonly bytesWritten: number };

const streamOf = (packing: Packing): Stream =>
  packing === "zstd" ? zlib.createZstdDecompress({ chunkSize }) : zlib.createGunzip({ chunkSize });

/** Parts of zlib's streams that Node does not promise to keep (lib/zlib.js, `processChunkSync`; they are the same from Node 20 to 24). */
interface Inside {
  readonly _handle?: {
    onerror: (message: string, errno: number, code: string) => void;
    readonly writeSync?: (
      flush: number,
      ...from: readonly [Uint8Array, start: number, length: number, into: Uint8Array, start: number, length: number]
    ) => void;
    readonly reset?: () => void;
  };
  /** After a call: how many bytes of its target were not filled, and how many of its source not taken. */
  readonly _writeState?: Uint32Array;
}

const flushes = {
  gzip: { goOn: zlib.constants.Z_NO_FLUSH, finish: zlib.constants.Z_FINISH },
  zstd: { goOn: zlib.constants.ZSTD_e_continue, finish: zlib.constants.ZSTD_e_end },
} as const;

const nothing = Buffer.alloc(0);

/** A decompressor that is called, as zlib itself is. */
interface Decompressor {
  /** Unpacks what follows `from` in a piece, as much as fits; gives how much was taken of it, and how much filled. Throws for damage. */
  readonly write: (flush: number, piece: Buffer, from: number, target: Buffer) => { taken: number; filled: number };
  /** Begins anew. */
  readonly reset: () => void;
  readonly close: () => void;
}

const decompressor = (packing: Packing): Decompressor | undefined => {
  const stream = streamOf(packing);
  const { _handle: handle, _writeState: state } = stream as unknown as Inside;
  const close = (): void => void stream.destroy();
  if (handle?.writeSync === undefined || handle.reset === undefined || !ArrayBuffer.isView(state)) {
    close();
    return undefined;
  }
  let failure: Error | undefined;
  handle.onerror = (message, errno, code) => {
    failure = Object.assign(new Error(message), { errno, code });
  };
  const write: Decompressor["write"] = (flush, piece, from, target) => {
    handle.writeSync!(flush, piece, from, piece.length - from, target, 0, target.length);
    if (failure !== undefined) throw failure;
    const [unfilled = 0, untaken = 0] = state;
    return { taken: piece.length - from - untaken, filled: target.length - unfilled };
  };
  const reset = (): void => {
    failure = undefined;
    handle.reset!();
  };
  return { write, reset, close };
};

/** Unpacks on this thread, always into the same memory. Undefined where this Node's streams have other parts. */
export const inflateHere = (packing: Packing): Inflater | undefined => {
  const inside = decompressor(packing);
  if (inside === undefined) return undefined;
  const target = Buffer.allocUnsafeSlow(chunkSize);
  function* write(flush: number, piece: Buffer): Generator<Buffer, number> {
    for (let from = 0; ; ) {
      const { taken, filled } = inside!.write(flush, piece, from, target);
      from += taken;
      if (filled > 0) yield target.subarray(0, filled);
      if (filled < target.length) return from;
    }
  }
  const { goOn, finish } = flushes[packing];
  function* end(): Generator<Buffer, void> {
    yield* write(finish, nothing);
  }
  return { take: (piece) => write(goOn, piece), end, close: inside.close };
};

/** A gzip's content, and how much of the gzip was taken. */
export interface SmallGunzipped {
  readonly content: Buffer;
  readonly taken: number;
}

export interface SmallGunzip {
  /** Its content holds until the next one is unpacked. Undefined for what is damaged or larger than there is room for. */
  readonly gunzip: (packed: Buffer) => SmallGunzipped | undefined;
  readonly close: () => void;
}

/**
 * Unpacks small gzips one after the other with one decompressor into one memory: an image has thousands of manual pages, and new ones for
 * each left 60 MB of holes in a thread's memory (measured).
 */
export const createSmallGunzip = (room: number): SmallGunzip => {
  const inside = decompressor("gzip");
  let target: Buffer | undefined;
  const gunzip: SmallGunzip["gunzip"] = (packed) => {
    if (inside === undefined) return undefined;
    target ??= Buffer.allocUnsafeSlow(room);
    try {
      inside.reset();
      const { taken, filled } = inside.write(flushes.gzip.finish, packed, 0, target);
      return filled === room ? undefined : { content: target.subarray(0, filled), taken };
    } catch {
      return undefined;
    }
  };
  const close = (): void => {
    inside?.close();
    if (target !== undefined) giveBack(target);
  };
  return { gunzip, close };
};

/** Unpacks as Node's streams do: on a thread beside, into new memory each time. That takes a third more time than the work itself (bench/image.md). */
export const inflateByStream = (packing: Packing): Inflater => {
  const stream = streamOf(packing);
  const waiting: Buffer[] = [];
  let failure: Error | undefined;
  let hasEnded = false;
  let wake = (): void => {};
  stream.on("data", (chunk: Buffer) => {
    waiting.push(chunk);
    stream.pause();
    wake();
  });
  stream.on("error", (error) => {
    failure = error;
    wake();
  });
  stream.on("end", () => {
    hasEnded = true;
    wake();
  });
  async function* until(isOver: () => boolean): AsyncGenerator<Buffer, void> {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk !== undefined) {
        yield chunk;
        giveBack(chunk);
      } else if (failure !== undefined) throw failure;
      else if (isOver()) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
          stream.resume();
        });
    }
  }
  async function* take(piece: Buffer): AsyncGenerator<Buffer, number> {
    const before = stream.bytesWritten;
    let isDone = false;
    stream.write(piece, () => {
      isDone = true;
      wake();
    });
    yield* until(() => isDone);
    return stream.bytesWritten - before;
  }
  async function* end(): AsyncGenerator<Buffer, void> {
    stream.end();
    yield* until(() => hasEnded);
  }
  return { take, end, close: () => stream.destroy() };
};

export const inflaterOf = (packing: Packing): Inflater => inflateHere(packing) ?? inflateByStream(packing);
