import * as zlib from "node:zlib";
import type { ZstdDecoder } from "../files/zstd-library.ts";
import { type Inflater, inflaterOf } from "./inflater.ts";

const early = (): Error => Object.assign(new Error("unexpected end of file"), { code: "ZSTD_error" });

const nothing = Buffer.alloc(0);

/** Unpacks one frame with a decoder of the library. */
export const inflateWith = ({ write }: ZstdDecoder): Inflater => {
  const target = Buffer.allocUnsafeSlow(1 << 17);
  let hasEnded = false;
  function* take(piece: Buffer): Generator<Buffer, number> {
    for (let from = 0; ; ) {
      const { taken, filled, isEnd } = write(piece, from, target);
      from += taken;
      hasEnded = isEnd;
      if (filled > 0) yield target.subarray(0, filled);
      if (isEnd || (from === piece.length && filled < target.length)) return from;
    }
  }
  function* end(): Generator<Buffer, void> {
    if (!hasEnded) yield* take(nothing);
    if (!hasEnded) throw early();
  }
  return { take, end, close: () => {} };
};

/** Absent from Node before 22.15. */
const isBuiltIn = typeof (zlib as { readonly createZstdDecompress?: unknown }).createZstdDecompress === "function";

export const zstdInflater = async (): Promise<Inflater> => {
  if (isBuiltIn) return inflaterOf("zstd");
  const { loadZstd } = await import("../files/zstd-library.ts");
  return inflateWith((await loadZstd())());
};
