import { type DecodedRun, unitsOfTwo } from "./decoded.ts";

/** UTF-16 around an anchor is narrowed this many bytes on either side. */
const maxRun = 16_384;

/** Narrows the UTF-16 stretch around `at` to bytes; it ends at the first unit above 0xFF or at a NUL. */
export const decodeUtf16 = (content: Buffer, at: number, littleEndian: boolean): DecodedRun => {
  const high = littleEndian ? 1 : 0;
  const isText = (unit: number) => content[unit + high] === 0 && content[unit + 1 - high] !== 0;
  let start = at;
  while (start >= 2 && at - start < maxRun && isText(start - 2)) start -= 2;
  let end = at;
  while (end + 1 < content.length && end - at < maxRun && isText(end)) end += 2;
  const bytes = Buffer.alloc((end - start) / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = content[start + i * 2 + 1 - high]!;
  return unitsOfTwo(bytes, start, at, end, maxRun);
};
