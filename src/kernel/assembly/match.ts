// Matches of DEFLATE (RFC 1951, section 3.2.3): bytes that stand some way back are written once more.

/** By distance: which of the bytes that far back each of sixteen is, and how many bytes make whole repeats. */
const patterns: usize = memory.data(256, 16);
const strides: usize = memory.data(16);
let hasPatterns: bool = false;

/** To be called before the first match is copied. */
export function prepareMatches(): void {
  if (hasPatterns) return;
  hasPatterns = true;
  for (let distance: usize = 1; distance < 16; distance++) {
    for (let i: usize = 0; i < 16; i++) store<u8>(patterns + (distance << 4) + i, <u8>(i % distance));
    store<u8>(strides + distance, <u8>(16 - (16 % distance)));
  }
}

/** Copies a match; source and destination may overlap, as they do in runs. Writes up to 32 bytes beyond it. */
// @ts-ignore: decorator
@inline export function copyMatch(target: usize, distance: usize, length: usize): void {
  const from = target - distance;
  if (distance >= 16) {
    v128.store(target, v128.load(from));
    if (length > 16) {
      v128.store(target + 16, v128.load(from + 16));
      for (let i: usize = 32; i < length; i += 16) v128.store(target + i, v128.load(from + i));
    }
  } else {
    const repeats = v128.swizzle(v128.load(from), v128.load(patterns + (distance << 4)));
    const stride = <usize>load<u8>(strides + distance);
    for (let i: usize = 0; i < length; i += stride) v128.store(target + i, repeats);
  }
}
