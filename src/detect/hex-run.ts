import { type DecodedRun, hexDigit, unitsOfTwo } from "./decoded.ts";

/** A run is followed up to this far from its anchor on either side. */
const maxRun = 1 << 20;

/** Decodes the run of hexadecimal digits around `at`, where a pair begins. */
export const decodeHex = (content: Buffer, at: number): DecodedRun => {
  const isPair = (pair: number) => hexDigit(content[pair]) >= 0 && hexDigit(content[pair + 1]) >= 0;
  let start = at;
  while (at - start < maxRun && isPair(start - 2)) start -= 2;
  let end = at;
  while (end - at < maxRun && isPair(end)) end += 2;
  return unitsOfTwo(Buffer.from(content.toString("latin1", start, end), "hex"), start, at, end, maxRun);
};
