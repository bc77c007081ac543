import { type Budget, isTooLarge } from "./budget.ts";
import { frameUnpacker, type UnpackFrame } from "./zstd-frame.ts";

/** `beside` is what lies between and behind the frames: content of skippable frames, and what is no frame. */
export type Unzstd =
  | { readonly content: Buffer; readonly beside: readonly Buffer[] }
  | { readonly end: "damaged" | "limit" };

/** The word with which a frame begins (RFC 8878, section 3.1.1). */
export const frameMagic = 0xfd2fb528;

/** Whether a word begins a skippable frame (section 3.1.2). */
export const isSkippableMagic = (word: number): boolean => (word & 0xfffffff0) >>> 0 === 0x184d2a50;

const isSkippable = (packed: Buffer, at: number): boolean =>
  at + 8 <= packed.length && isSkippableMagic(packed.readUInt32LE(at));

const isFrame = (packed: Buffer, at: number): boolean =>
  at + 4 <= packed.length && packed.readUInt32LE(at) === frameMagic;

/** Whether zstd data begins here: with a frame, or with skippable ones before it, as pzstd writes them. */
export const isZstdAt = (content: Buffer): boolean => {
  let at = 0;
  while (isSkippable(content, at)) at += 8 + content.readUInt32LE(at + 4);
  return content.length >= 12 && isFrame(content, at);
};

/** Bytes that could be unpacked in the time that a frame takes. */
const frameCost = 4096;

interface Frames {
  readonly contents: Buffer[];
  readonly beside: Buffer[];
}

/** Takes apart what Node would stop at the first frame of. Gives how far it came. */
const takeFrames = (packed: Buffer, unpack: UnpackFrame, budget: Budget, { contents, beside }: Frames): number => {
  let at = 0;
  for (; at < packed.length; budget.members--) {
    if (budget.members < 0) throw Object.assign(new Error("too many frames"), { code: "ERR_BUFFER_TOO_LARGE" });
    if (isSkippable(packed, at)) {
      const end = at + 8 + packed.readUInt32LE(at + 4);
      if (end > at + 8) beside.push(packed.subarray(at + 8, end));
      at = end;
    } else if (isFrame(packed, at)) {
      const { content, taken } = unpack(packed.subarray(at), Math.max(1, budget.bytes));
      budget.bytes -= content.length + frameCost;
      contents.push(content);
      at += taken;
    } else break;
  }
  return at;
};

/** Decompresses Zstandard (RFC 8878) within a budget. */
export const unzstd = async (packed: Buffer, budget: Budget): Promise<Unzstd> => {
  const unpack = await frameUnpacker();
  const frames: Frames = { contents: [], beside: [] };
  try {
    const end = takeFrames(packed, unpack, budget, frames);
    if (frames.contents.length === 0) return { end: "damaged" };
    if (end < packed.length) frames.beside.push(packed.subarray(end));
    const { contents, beside } = frames;
    return { content: contents.length === 1 ? contents[0]! : Buffer.concat(contents), beside };
  } catch (error) {
    return { end: isTooLarge(error) ? "limit" : "damaged" };
  }
};
