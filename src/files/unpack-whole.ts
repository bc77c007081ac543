import type { Budget } from "./budget.ts";
import { isDamage, isUnsupported } from "./damage.ts";
import { frameMagic as lz4Magic } from "./lz4-magic.ts";

/**
 * Unpacks a content, piece by piece: each holds until the next is asked for, and is empty where a part of the content holds nothing. Gives how much
 * of its input it took; throws what `damage.ts` makes.
 */
export type Unpacker = (packed: Buffer) => Generator<Buffer, number>;

/** What Node has no decompressor for. */
export type Squeezed = "xz" | "lzma" | "bzip2" | "lz4";

/** Loaded where they are needed, which is seldom. */
const unpackers: Readonly<Record<Squeezed, () => Promise<Unpacker>>> = {
  xz: async () => (await import("./xz.ts")).unxz,
  lzma: async () => (await import("./xz.ts")).unlzma,
  bzip2: async () => (await import("./bzip2.ts")).bunzip2,
  lz4: async () => (await import("./lz4.ts")).unlz4,
};

export const unpackerOf = (kind: Squeezed): Promise<Unpacker> => unpackers[kind]();

const xzMagic = Buffer.from("\xfd7zXZ\0", "latin1");

/** A block, or the end of a file that holds nothing. */
const bzip2Magic = /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/;

/** Sizes of dictionaries as encoders write them: a power of two, half as much again, or all that can be. */
const isDictionarySize = (size: number): boolean =>
  size >= 4096 && (Number.isInteger(Math.log2(size)) || Number.isInteger(Math.log2(size / 3)) || size === 0xffffffff);

/** Files of lzma have no magic: properties that all write, the dictionary, a size that can be or none, and the zero with which the data begins. */
const isLzma = (content: Buffer): boolean =>
  content.length >= 18 &&
  content[0] === 0x5d &&
  content[13] === 0 &&
  isDictionarySize(content.readUInt32LE(1)) &&
  (content.readBigUInt64LE(5) === 2n ** 64n - 1n || (content.readUIntLE(5, 6) > 0 && content.readUInt16LE(11) === 0));

/** The kind of compressed data by its first bytes. */
export const squeezedKind = (content: Buffer): Squeezed | undefined => {
  if (content.length < 11) return undefined;
  const first = content[0];
  if (first === 0xfd && content.compare(xzMagic, 0, 6, 0, 6) === 0) return "xz";
  if (first === 0x42 && bzip2Magic.test(content.toString("latin1", 0, 10))) return "bzip2";
  if (first === 0x04 && content.readUInt32LE(0) === lz4Magic) return "lz4";
  return isLzma(content) ? "lzma" : undefined;
};

export interface Unsqueezed {
  /** Of data that is damaged, what comes before the damage. */
  readonly content: Buffer;
  readonly end: "whole" | "damaged" | "limit" | "unsupported";
  readonly rest: Buffer;
}

const nothing: Buffer = Buffer.alloc(0);

/** Bytes that could be unpacked in the time that a piece takes, whatever it holds: a few bytes make one of nothing. */
const pieceCost = 4096;

/** Unpacks within a budget. */
export const unsqueeze = async (kind: Squeezed, packed: Buffer, budget: Budget): Promise<Unsqueezed> => {
  const unpack = await unpackerOf(kind);
  const chunks: Buffer[] = [];
  const ended = (end: Unsqueezed["end"], rest = nothing): Unsqueezed => ({ content: Buffer.concat(chunks), end, rest });
  try {
    const pieces = unpack(packed);
    let step = pieces.next();
    for (; step.done !== true; step = pieces.next()) {
      budget.bytes -= step.value.length + pieceCost;
      if (budget.bytes < 0) return { content: nothing, end: "limit", rest: nothing };
      chunks.push(Buffer.from(step.value));
    }
    return ended("whole", packed.subarray(step.value));
  } catch (error) {
    if (isUnsupported(error)) return ended("unsupported");
    if (isDamage(error)) return ended("damaged");
    throw error;
  }
};

/** Why what is packed in a way that is not read is passed over. */
export const notRead = (kind: Squeezed): string => `packed by ${kind} in a way that this version does not read`;
