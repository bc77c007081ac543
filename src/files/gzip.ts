import { constants, gunzipSync } from "node:zlib";
import { type Budget, isTooLarge } from "./budget.ts";

export interface Gunzipped {
  readonly content: Buffer;
  /** From the header; empty when it has none. */
  readonly name: string;
  readonly end: "whole" | "damaged" | "limit";
}

const hasExtra = 4;
const hasName = 8;

/** The original file's name (RFC 1952, section 2.3.1). */
const nameOf = (content: Buffer): string => {
  const flags = content[3]!;
  if ((flags & hasName) === 0) return "";
  const start = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + content.readUInt16LE(10));
  const end = content.indexOf(0, start);
  return end === -1 ? "" : content.toString("latin1", start, end);
};

const inflate = (content: Buffer, budget: Budget, finishFlush: number): Buffer => {
  const inflated = gunzipSync(content, { maxOutputLength: Math.max(1, budget.bytes), finishFlush });
  budget.bytes -= inflated.length;
  return inflated;
};

/** Of a file that ends early this gives what there is of it. */
const whatThereIs = (content: Buffer, budget: Budget): Buffer => {
  try {
    return inflate(content, budget, constants.Z_SYNC_FLUSH);
  } catch {
    return Buffer.alloc(0);
  }
};

export const gunzip = (content: Buffer, budget: Budget): Gunzipped => {
  const name = nameOf(content);
  try {
    return { content: inflate(content, budget, constants.Z_FINISH), name, end: "whole" };
  } catch (error) {
    if (isTooLarge(error)) return { content: Buffer.alloc(0), name, end: "limit" };
    return { content: whatThereIs(content, budget), name, end: "damaged" };
  }
};
