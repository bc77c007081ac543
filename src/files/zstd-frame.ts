import * as zlib from "node:zlib";
import { failure } from "./damage.ts";
import type { ZstdDecoder } from "./zstd-library.ts";

export interface UnpackedFrame {
  readonly content: Buffer;
  /** How much of the input was the frame. */
  readonly taken: number;
}

/** Unpacks the first frame of a content. Throws for damage, with ERR_BUFFER_TOO_LARGE for one that unpacks to more than `most` bytes. */
export type UnpackFrame = (packed: Buffer, most: number) => UnpackedFrame;

/** With `info` it tells how much of its input it took. */
interface WithInfo {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
type Decompress = (packed: Buffer, options: { readonly maxOutputLength: number; readonly info: true }) => WithInfo;

/** Absent from Node before 22.15. */
const decompress = (zlib as { readonly zstdDecompressSync?: unknown }).zstdDecompressSync as Decompress | undefined;

const unpackHere =
  (unpack: Decompress): UnpackFrame =>
  (packed, most) => {
    const { buffer, engine } = unpack(packed, { maxOutputLength: most, info: true });
    return { content: buffer, taken: engine.bytesWritten };
  };

const unpackWith = (decoder: ZstdDecoder, packed: Buffer, most: number, target: Buffer): UnpackedFrame => {
  const chunks: Buffer[] = [];
  let size = 0;
  for (let taken = 0; ; ) {
    const step = decoder.write(packed, taken, target);
    taken += step.taken;
    size += step.filled;
    if (size > most) throw failure("ERR_BUFFER_TOO_LARGE", "too much");
    if (step.filled > 0) chunks.push(Buffer.from(target.subarray(0, step.filled)));
    if (step.isEnd) return { content: Buffer.concat(chunks), taken };
    if (taken === packed.length && step.filled < target.length) throw failure("ZSTD_error", "unexpected end of file");
  }
};

/** A decoder that took more for a frame is not kept for the next. */
const mostHeld = 32 << 20;

const byLibrary = async (): Promise<UnpackFrame> => {
  const { loadZstd } = await import("./zstd-library.ts"); // only older versions of Node need it
  const open = await loadZstd();
  const target = Buffer.allocUnsafeSlow(1 << 17);
  let decoder: ZstdDecoder | undefined;
  return (packed, most) => {
    decoder ??= open();
    try {
      return unpackWith(decoder, packed, most, target);
    } catch (error) {
      decoder.reset();
      throw error;
    } finally {
      if (decoder.held() > mostHeld) decoder = undefined;
    }
  };
};

let library: Promise<UnpackFrame> | undefined;

/** For tests: by the library where Node could. */
export const frameUnpackerByLibrary = (): Promise<UnpackFrame> => {
  library ??= byLibrary();
  return library;
};

export const frameUnpacker: () => Promise<UnpackFrame> =
  decompress === undefined ? frameUnpackerByLibrary : async () => unpackHere(decompress);
