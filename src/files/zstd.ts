import * as zlib from "node:zlib";
import { type Budget, isTooLarge } from "./budget.ts";

export type Unzstd = { readonly content: Buffer } | { readonly end: "damaged" | "limit" | "unsupported" };

/** Absent from Node before 22.15. */
const decompress = (zlib as { readonly zstdDecompressSync?: typeof zlib.zstdDecompressSync }).zstdDecompressSync;

/** Decompresses Zstandard (RFC 8878) within a budget, where Node can. */
export const unzstd = (packed: Buffer, budget: Budget): Unzstd => {
  if (decompress === undefined) return { end: "unsupported" };
  try {
    const content = decompress(packed, { maxOutputLength: Math.max(1, budget.bytes) });
    budget.bytes -= content.length;
    return { content };
  } catch (error) {
    return { end: isTooLarge(error) ? "limit" : "damaged" };
  }
};

export const zstdUnsupported = "compressed by zstd, which this Node cannot read: use 22.15 or later";
