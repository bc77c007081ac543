import { base64Run } from "./base64-run.ts";

/** How the text around an anchor is written. */
export type Encoding = "plain" | "utf16le" | "utf16be" | "base64";

/** An anchor as it looks in some encoding. */
export interface Image {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** For base64: offset of the image's first character from the start of its group of four, modulo 4. */
  readonly phase: number;
}

/** Shorter base64 images occur by chance too often to be worth a decode. */
const minBase64Image = 5;

const utf16 = (anchor: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(anchor.length * 2);
  for (let i = 0; i < anchor.length; i++) bytes[i * 2 + (littleEndian ? 0 : 1)] = anchor.charCodeAt(i);
  return bytes;
};

/**
 * The characters of base64 that depend on the anchor alone, when `shift` bytes precede it in its group of three.
 * Anchor bits run from 8 × shift; whole characters are the sixes of bits inside (RFC 4648, section 4).
 */
const base64Image = (anchor: string, shift: 0 | 1 | 2): Image => {
  const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(anchor, "latin1"), Buffer.alloc(2)]);
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor(((shift + anchor.length) * 8) / 6);
  return {
    bytes: Buffer.from(padded.toString("base64").slice(first, last), "latin1"),
    encoding: "base64",
    phase: first % 4,
  };
};

/** An anchor in UTF-16 of both byte orders and in the three alignments of base64 (standard and URL-safe alike). */
export const encodedImages = (anchor: string): readonly Image[] => {
  const wide: Image[] = [
    { bytes: utf16(anchor, true), encoding: "utf16le", phase: 0 },
    { bytes: utf16(anchor, false), encoding: "utf16be", phase: 0 },
  ];
  const base64 = ([0, 1, 2] as const).map((shift) => base64Image(anchor, shift));
  const urlSafe = base64.map((image) => ({
    ...image,
    bytes: Buffer.from(Buffer.from(image.bytes).toString("latin1").replaceAll("+", "-").replaceAll("/", "_"), "latin1"),
  }));
  const distinct = new Map([...base64, ...urlSafe].map((image) => [`${image.phase} ${image.bytes}`, image]));
  return [...wide, ...[...distinct.values()].filter(({ bytes }) => bytes.length >= minBase64Image)];
};

/** A stretch of a content in plain bytes, with the way back: `toContent` gives the offset of an encoded byte's start. */
export interface Decoded {
  readonly bytes: Buffer;
  /** Offset in the content at which the encoded stretch begins: the same stretch is decoded once. */
  readonly start: number;
  readonly toContent: (offset: number) => number;
}

/** Decodes the run of base64 characters around `at`, aligned by the image's phase. */
export const decodeBase64 = (content: Buffer, at: number, phase: number): Decoded => {
  const { parts } = base64Run(content, at);
  const firsts: number[] = [];
  let length = 0;
  let before = 0;
  for (const [start, end] of parts) {
    firsts.push(length);
    if (start <= at) before = length + at - start;
    length += end - start;
  }
  const contentOf = (index: number): number => {
    let part = firsts.length - 1;
    while (part > 0 && firsts[part]! > index) part--;
    return Math.min(parts[part]![1], parts[part]![0] + index - firsts[part]!);
  };
  const skipped = (((before - phase) % 4) + 4) % 4;
  const text = parts.map(([start, end]) => content.toString("latin1", start, end)).join("");
  return {
    bytes: Buffer.from(text.slice(skipped), "base64"),
    start: contentOf(skipped),
    toContent: (offset) => contentOf(skipped + Math.floor(offset / 3) * 4 + (offset % 3)),
  };
};

/** Narrows the UTF-16 stretch around `at` to bytes; it ends at the first unit above 0xFF or at a NUL. */
export const decodeUtf16 = (content: Buffer, at: number, littleEndian: boolean, reach: number): Decoded => {
  const high = littleEndian ? 1 : 0;
  const isText = (unit: number) => content[unit + high] === 0 && content[unit + 1 - high] !== 0;
  let start = at;
  while (start >= 2 && at - start < reach * 2 && isText(start - 2)) start -= 2;
  let end = at;
  while (end + 1 < content.length && end - at < reach * 2 && isText(end)) end += 2;
  const bytes = Buffer.alloc((end - start) / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = content[start + i * 2 + 1 - high]!;
  return { bytes, start, toContent: (offset) => start + offset * 2 };
};
