import { constants, gunzipSync } from "node:zlib";
import { type Budget, isTooLarge } from "./budget.ts";

export interface Gunzipped {
  readonly content: Buffer;
  /** From the header; empty when it has none. */
  readonly name: string;
  readonly end: "whole" | "damaged" | "limit";
  /** What follows the last member: decompressors stop at a zero byte there, as of padding, whatever comes after it. */
  readonly rest: Buffer;
}

const nothing: Buffer = Buffer.alloc(0);

const [hasChecksum, hasExtra, hasName, hasComment] = [2, 4, 8, 16] as const;
const fixedSize = 10;

/** Behind the end of the content where there is none. */
const pastZero = (content: Buffer, start: number): number => {
  const zero = content.indexOf(0, start);
  return zero === -1 ? content.length + 1 : zero + 1;
};

/** The optional fields of the header: where they begin (RFC 1952, section 2.3.1). */
const fieldsOf = (content: Buffer) => {
  const flags = content[3]!;
  const name = fixedSize + ((flags & hasExtra) === 0 ? 0 : 2 + content.readUInt16LE(fixedSize));
  const comment = (flags & hasName) === 0 ? name : pastZero(content, name);
  const end = (flags & hasComment) === 0 ? comment : pastZero(content, comment);
  return { name, comment, end };
};

const hasFields = (content: Buffer): boolean =>
  content.length > fixedSize + 2 && (content[3]! & (hasExtra | hasName | hasComment | hasChecksum)) !== 0;

/** The original file's name; empty where the header has none. */
export const gzipName = (content: Buffer): string => {
  if (!hasFields(content)) return "";
  const { name, comment } = fieldsOf(content);
  return content.toString("latin1", name, Math.max(name, comment - 1));
};

/** What the header says beside numbers: an extra field, the name, a comment. */
export const gzipTexts = (content: Buffer): Buffer =>
  hasFields(content) ? content.subarray(fixedSize, fieldsOf(content).end) : nothing;

/** Bytes of a header, its checksum among them; undefined where it goes on behind these. */
export const gzipHeaderSize = (head: Buffer): number | undefined => {
  if (head.length < fixedSize || ((head[3]! & hasExtra) !== 0 && head.length < fixedSize + 2)) return undefined;
  const size = fieldsOf(head).end + ((head[3]! & hasChecksum) === 0 ? 0 : 2);
  return size > head.length ? undefined : size;
};

/** Deflate packs at most this tightly (zlib, "Technical Details"). */
const highestRatio = 1032;
const [smallestChunk, largestChunk] = [1 << 10, 64 << 20];

/** The size that a gzip of one member says it unpacks to (RFC 1952, section 2.3.1), as far as it can be true: then it unpacks into one piece of memory. */
const chunkSizeFor = (content: Buffer): number => {
  const told = content.readUInt32LE(content.length - 4) + 64; // at the very end zlib wants some room
  return Math.max(smallestChunk, Math.min(told, largestChunk, content.length * highestRatio));
};

/** With `info` it tells how much of its input it took. */
type Gunzip = (
  content: Buffer,
  options: {
    readonly chunkSize: number;
    readonly maxOutputLength: number;
    readonly finishFlush: number;
    readonly info: true;
  },
) => { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

/** What follows so many bytes of a gzip, without zeros between. */
export const gzipRest = (content: Buffer, taken: number): Buffer => {
  let start = taken;
  while (content[start] === 0) start++;
  return content.subarray(start);
};

const inflate = (content: Buffer, budget: Budget, finishFlush: number) => {
  const chunkSize = chunkSizeFor(content);
  const options = { chunkSize, maxOutputLength: Math.max(1, budget.bytes), finishFlush, info: true } as const;
  const { buffer, engine } = (gunzipSync as unknown as Gunzip)(content, options);
  budget.bytes -= buffer.length;
  return { content: buffer, rest: gzipRest(content, engine.bytesWritten) };
};

/** Of a file that ends early this gives what there is of it. */
const whatThereIs = (content: Buffer, budget: Budget): Buffer => {
  try {
    return inflate(content, budget, constants.Z_SYNC_FLUSH).content;
  } catch {
    return nothing;
  }
};

export const gunzip = (content: Buffer, budget: Budget): Gunzipped => {
  const name = gzipName(content);
  try {
    return { ...inflate(content, budget, constants.Z_FINISH), name, end: "whole" };
  } catch (error) {
    if (isTooLarge(error)) return { content: nothing, name, end: "limit", rest: nothing };
    return { content: whatThereIs(content, budget), name, end: "damaged", rest: nothing };
  }
};
