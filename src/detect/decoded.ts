/** A stretch of a content in plain bytes, with the way back. */
export interface Decoded {
  readonly bytes: Buffer;
  /** Offset in the content at which the encoded stretch begins: the same stretch is decoded once. */
  readonly start: number;
  /** Where the encoded form of a byte begins. */
  readonly toContent: (offset: number) => number;
  /** Where the encoded form of a byte ends. */
  readonly after: (offset: number) => number;
}

/** The encoded run around an anchor. */
export interface DecodedRun extends Decoded {
  /** Whether an anchor that stands further along in the content, with its phase, belongs to this run and need not be followed again. */
  readonly holds: (at: number, phase: number) => boolean;
}

/** A run around `at` in which two bytes stand for one; where it is cut off it holds the anchors of its first half. */
export const unitsOfTwo = (bytes: Buffer, start: number, at: number, end: number, maxRun: number): DecodedRun => {
  const sure = end - at >= maxRun ? at + maxRun / 2 : end;
  return {
    bytes,
    start,
    toContent: (offset) => start + offset * 2,
    after: (offset) => start + offset * 2 + 2,
    holds: (place) => place >= at && place < sure && (place - start) % 2 === 0,
  };
};

const hexValues = new Int8Array(256).fill(-1);
for (const [value, digit] of [..."0123456789abcdef"].entries()) {
  hexValues[digit.charCodeAt(0)] = value;
  hexValues[digit.toUpperCase().charCodeAt(0)] = value;
}

/** The value of a hexadecimal digit, or -1; also where a content has no byte any more. */
export const hexDigit = (byte: number | undefined): number => (byte === undefined ? -1 : hexValues[byte]!);
