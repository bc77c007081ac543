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
  };
  /** After a call: how many bytes of its target were not filled, and how many of its source not taken. */
  readonly _writeState?: Uint32Array;
}

const flushes = {
  gzip: { goOn: zlib.constants.Z_NO_FLUSH, finish: zlib.constants.Z_FINISH },
  zstd: { goOn: zlib.constants.ZSTD_e_continue, finish: zlib.constants.ZSTD_e_end },
} as const;

const nothing = Buffer.alloc(0);

/** Unpacks on this thread, always into the same memory. Undefined where this Node's streams have other parts. */
export const inflateHere = (packing: Packing): Inflater | undefined => {
  const stream = streamOf(packing);
  const { _handle: handle, _writeState: state } = stream as unknown as Inside;
  const writeSync = handle?.writeSync;
  if (handle === undefined || writeSync === undefined || !ArrayBuffer.isView(state)) {
    stream.destroy();
    return undefined;
  }
  const target = Buffer.allocUnsafeSlow(chunkSize);
  let failure: Error | undefined;
  handle.onerror = (message, errno, code) => {
    failure = Object.assign(new Error(message), { errno, code });
  };
  function* write(flush: number, piece: Buffer): Generator<Buffer, number> {
    for (let taken = 0; ; ) {
      writeSync!.call(handle, flush, piece, taken, piece.length - taken, target, 0, target.length);
      if (failure !== undefined) throw failure;
      const [unfilled = 0, untaken = 0] = state!;
      taken = piece.length - untaken;
      if (unfilled < target.length) yield target.subarray(0, target.length - unfilled);
      if (unfilled > 0) return taken;
    }
  }
  const { goOn, finish } = flushes[packing];
  function* end(): Generator<Buffer, void> {
    yield* write(finish, nothing);
  }
  return { take: (piece) => write(goOn, piece), end, close: () => stream.destroy() };
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
