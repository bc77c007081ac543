// A zlib stream (RFC 1950) as a whole, whose unpacked size is known, as in git packs.

import { beginDeflate, continueDeflate, ENDED, inputAt, outputAt } from "./deflate";

/** Bytes between reductions: sums of so many stay below 2^32 (RFC 1950, section 9), and they are a multiple of 16. */
const ADLER_BLOCK: usize = 5536;

/** Adler-32 of a stretch (RFC 1950, section 9). */
function adler32(start: usize, length: usize): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  let at = start;
  const end = start + length;
  const weights = i8x16(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  while (at + 16 <= end) {
    const stop = at + min<usize>((end - at) & ~15, ADLER_BLOCK);
    b += a * <u32>(stop - at);
    let sums = i32x4.splat(0); // of bytes so far
    let earlier = i32x4.splat(0); // of those sums, one for each sixteen bytes
    let weighted = i32x4.splat(0);
    for (; at < stop; at += 16) {
      const bytes = v128.load(at);
      earlier = i32x4.add(earlier, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
      const low = i16x8.extmul_low_i8x16_u(bytes, weights);
      const high = i16x8.extmul_high_i8x16_u(bytes, weights);
      weighted = i32x4.add(weighted, i32x4.add(i32x4.extadd_pairwise_i16x8_u(low), i32x4.extadd_pairwise_i16x8_u(high)));
    }
    a += total(sums);
    b += 16 * total(earlier) + total(weighted);
    a %= 65521;
    b %= 65521;
  }
  for (; at < end; at++) {
    a += load<u8>(at);
    b += a;
  }
  return ((b % 65521) << 16) | a % 65521;
}

// @ts-ignore: decorator
@inline function total(lanes: v128): u32 {
  return (
    <u32>i32x4.extract_lane(lanes, 0) + <u32>i32x4.extract_lane(lanes, 1) + <u32>i32x4.extract_lane(lanes, 2) + <u32>i32x4.extract_lane(lanes, 3)
  );
}

/**
 * Inflates a zlib stream of at most `sourceLength` bytes to exactly `size` bytes at `target`, which needs 304 bytes of room behind it; the
 * source needs 32. Gives the bytes of the source that the stream took, or a negative number: -1 no zlib stream, -2 broken data,
 * -3 another size, -4 wrong checksum.
 */
export function inflate(source: usize, sourceLength: usize, target: usize, size: usize): i32 {
  const header = (<i32>load<u8>(source) << 8) | load<u8>(source + 1);
  if ((header & 0x0f00) != 0x0800 || header % 31 != 0 || (header & 0x20) != 0) return -1;
  beginDeflate();
  const until = source + sourceLength;
  const status = continueDeflate(source + 2, until, until + 32, target, target, target + size + 1);
  if (outputAt() > target + size) return -3;
  const at = inputAt();
  if (status != ENDED || at + 4 > until) return -2;
  if (outputAt() != target + size) return -3;
  if (bswap<u32>(load<u32>(at)) != adler32(target, size)) return -4;
  return <i32>(at + 4 - source);
}
