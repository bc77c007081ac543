// DEFLATE (RFC 1951) inside a zlib wrapper (RFC 1950), for whole streams whose unpacked size is known, as in git packs.

/** Codes of up to this many bits are decoded by one table look-up; longer ones bit by bit. */
const FAST_BITS: i32 = 10;
const FAST_SIZE: i32 = 1 << FAST_BITS;
/** Fewer for codes with fewer symbols: their tables are built anew for each block. */
const DISTANCE_BITS: i32 = 8;
const LENGTH_CODE_BITS: i32 = 7;
const MAX_BITS: i32 = 15;

// One Huffman code: fast table of u16 (symbol << 4 | length), counts per length, symbols in canonical order.
const TABLE_BYTES: i32 = FAST_SIZE * 2 + 16 * 2 + 288 * 2;
const literals: usize = memory.data(TABLE_BYTES, 16);
const distances: usize = memory.data(TABLE_BYTES, 16);
const lengthCodes: usize = memory.data(TABLE_BYTES, 16);
const fixedLiterals: usize = memory.data(TABLE_BYTES, 16);
const fixedDistances: usize = memory.data(TABLE_BYTES, 16);
let hasFixed: bool = false;
const lengths: usize = memory.data(320);
const offsets: usize = memory.data(32, 2);

const lengthBase: usize = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258, 0, 0,
]);
const lengthExtra: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, 0, 0,
]);
const distanceBase: usize = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
  12289, 16385, 24577, 0, 0,
]);
const distanceExtra: usize = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 0, 0,
]);
const codeOrder: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

// The bit reader. `input` may be read up to 8 bytes past its end: callers leave that room.
let input: usize = 0;
let inputEnd: usize = 0;
let bits: u64 = 0;
let bitCount: i32 = 0;

// @ts-ignore: decorator
@inline function refill(): void {
  bits |= load<u64>(input) << <u64>bitCount;
  const taken = (63 - bitCount) >> 3;
  input += taken;
  bitCount += taken << 3;
}

// @ts-ignore: decorator
@inline function take(count: i32): i32 {
  const value = <i32>(bits & ((<u64>1 << <u64>count) - 1));
  bits >>= <u64>count;
  bitCount -= count;
  return value;
}

function reverse(code: i32, length: i32): i32 {
  let reversed = 0;
  for (let i = 0; i < length; i++) {
    reversed = (reversed << 1) | (code & 1);
    code >>= 1;
  }
  return reversed;
}

/** Builds a code from the lengths of its symbols; false when they describe no code (RFC 1951, section 3.2.2). */
function build(table: usize, from: usize, symbols: i32, fastBits: i32): bool {
  const fastSize = 1 << fastBits;
  const counts = table + FAST_SIZE * 2;
  const sorted = counts + 32;
  memory.fill(counts, 0, 32);
  for (let i = 0; i < symbols; i++) {
    const at = counts + (<usize>load<u8>(from + i) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(counts, 0);
  let left = 1;
  store<u16>(offsets + 2, 0);
  for (let length = 1; length <= MAX_BITS; length++) {
    const count = <i32>load<u16>(counts + (length << 1));
    left = (left << 1) - count;
    if (left < 0) return false;
    if (length < MAX_BITS) store<u16>(offsets + ((length + 1) << 1), load<u16>(offsets + (length << 1)) + <u16>count);
  }
  memory.fill(table, 0, fastSize * 2);
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = <i32>load<u8>(from + symbol);
    if (length == 0) continue;
    const at = offsets + (length << 1);
    const index = load<u16>(at);
    store<u16>(sorted + (<usize>index << 1), <u16>symbol);
    store<u16>(at, index + 1);
  }
  let code = 0;
  let index = 0;
  for (let length = 1; length <= fastBits; length++) {
    const count = <i32>load<u16>(counts + (length << 1));
    for (let i = 0; i < count; i++) {
      const symbol = <i32>load<u16>(sorted + ((index + i) << 1));
      const entry = <u16>((symbol << 4) | length);
      for (let slot = reverse(code + i, length); slot < fastSize; slot += 1 << length) store<u16>(table + (slot << 1), entry);
    }
    index += count;
    code = (code + count) << 1;
  }
  return true;
}

function decodeSlowly(table: usize): i32 {
  const counts = table + FAST_SIZE * 2;
  const sorted = counts + 32;
  let code = 0;
  let first = 0;
  let index = 0;
  let buffer = bits;
  for (let length = 1; length <= MAX_BITS; length++) {
    code |= <i32>(buffer & 1);
    buffer >>= 1;
    const count = <i32>load<u16>(counts + (length << 1));
    if (code - count < first) {
      bits >>= <u64>length;
      bitCount -= length;
      return <i32>load<u16>(sorted + ((index + (code - first)) << 1));
    }
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

// @ts-ignore: decorator
@inline function decode(table: usize, fastBits: i32): i32 {
  const entry = <i32>load<u16>(table + ((<usize>bits & ((1 << fastBits) - 1)) << 1));
  const length = entry & 15;
  if (length == 0) return decodeSlowly(table);
  bits >>= <u64>length;
  bitCount -= length;
  return entry >> 4;
}

function buildFixedCodes(): void {
  hasFixed = true;
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  build(fixedLiterals, lengths, 288, FAST_BITS);
  memory.fill(lengths, 5, 30);
  build(fixedDistances, lengths, 30, DISTANCE_BITS);
}

function dynamicCodes(): bool {
  refill();
  const literalCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const codeCount = take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return false;
  memory.fill(lengths, 0, 19);
  for (let i = 0; i < codeCount; i++) {
    refill();
    store<u8>(lengths + load<u8>(codeOrder + i), <u8>take(3));
  }
  if (!build(lengthCodes, lengths, 19, LENGTH_CODE_BITS)) return false;
  const total = literalCount + distanceCount;
  for (let i = 0; i < total; ) {
    refill();
    if (input > inputEnd + 8) return false;
    const symbol = decode(lengthCodes, LENGTH_CODE_BITS);
    if (symbol < 0) return false;
    if (symbol < 16) {
      store<u8>(lengths + i++, <u8>symbol);
      continue;
    }
    if (symbol == 16 && i == 0) return false;
    const value: u8 = symbol == 16 ? load<u8>(lengths + i - 1) : 0;
    const times = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
    if (i + times > total) return false;
    memory.fill(lengths + i, value, times);
    i += times;
  }
  return load<u8>(lengths + 256) != 0 && build(literals, lengths, literalCount, FAST_BITS) && build(distances, lengths + literalCount, distanceCount, DISTANCE_BITS);
}

/** Copies a match; source and destination may overlap, as they do in runs. */
// @ts-ignore: decorator
@inline function copyMatch(output: usize, distance: usize, length: usize): void {
  const from = output - distance;
  if (distance >= length) {
    if (length <= 16) {
      // room for 16 bytes more than the output is the caller's duty
      if (distance >= 16) {
        v128.store(output, v128.load(from));
        return;
      }
    }
    memory.copy(output, from, length);
    return;
  }
  for (let i: usize = 0; i < length; i++) store<u8>(output + i, load<u8>(from + i));
}

/** Adler-32 of a stretch (RFC 1950, section 9), 5,552 bytes between reductions. */
function adler32(start: usize, length: usize): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  let at = start;
  let rest = length;
  while (rest > 0) {
    const block = min<usize>(rest, 5552);
    const end = at + block;
    for (; at + 8 <= end; at += 8) {
      const word = load<u64>(at);
      a += <u32>(word & 0xff); b += a;
      a += <u32>((word >> 8) & 0xff); b += a;
      a += <u32>((word >> 16) & 0xff); b += a;
      a += <u32>((word >> 24) & 0xff); b += a;
      a += <u32>((word >> 32) & 0xff); b += a;
      a += <u32>((word >> 40) & 0xff); b += a;
      a += <u32>((word >> 48) & 0xff); b += a;
      a += <u32>(word >> 56); b += a;
    }
    for (; at < end; at++) { a += load<u8>(at); b += a; }
    a %= 65521;
    b %= 65521;
    rest -= block;
  }
  return (b << 16) | a;
}

/**
 * Inflates a zlib stream of at most `sourceLength` bytes to exactly `size` bytes at `target`, which needs 16 bytes of room behind it; the
 * source needs 8. Gives the bytes of the source that the stream took, or a negative number: -1 no zlib stream, -2 broken data,
 * -3 another size, -4 wrong checksum.
 */
export function inflate(source: usize, sourceLength: usize, target: usize, size: usize): i32 {
  const header = (<i32>load<u8>(source) << 8) | load<u8>(source + 1);
  if ((header & 0x0f00) != 0x0800 || header % 31 != 0 || (header & 0x20) != 0) return -1;
  input = source + 2;
  inputEnd = source + sourceLength;
  bits = 0;
  bitCount = 0;
  let output = target;
  const end = target + size;
  let last = false;
  while (!last) {
    refill();
    last = take(1) == 1;
    const kind = take(2);
    if (kind == 0) {
      // stored: drop to a byte boundary and give back what was read ahead
      take(bitCount & 7);
      input -= bitCount >> 3;
      bits = 0;
      bitCount = 0;
      if (input + 4 > inputEnd) return -2;
      const length = <usize>load<u16>(input);
      if ((load<u16>(input + 2) ^ 0xffff) != <u16>length) return -2;
      input += 4;
      if (input + length > inputEnd) return -2;
      if (output + length > end) return -3;
      memory.copy(output, input, length);
      output += length;
      input += length;
      continue;
    }
    if (kind == 3) return -2;
    let literalCode = literals;
    let distanceCode = distances;
    if (kind == 1) {
      if (!hasFixed) buildFixedCodes();
      literalCode = fixedLiterals;
      distanceCode = fixedDistances;
    } else if (!dynamicCodes()) return -2;
    while (true) {
      refill();
      let symbol = decode(literalCode, FAST_BITS);
      if (symbol < 256) {
        if (symbol < 0) return -2;
        if (output >= end) return -3;
        store<u8>(output++, <u8>symbol);
        if (bitCount >= 48) {
          symbol = decode(literalCode, FAST_BITS);
          if (symbol < 256) {
            if (symbol < 0) return -2;
            if (output >= end) return -3;
            store<u8>(output++, <u8>symbol);
            continue;
          }
        } else continue;
        refill();
      }
      if (symbol == 256) break;
      symbol -= 257;
      if (symbol > 28) return -2;
      const length = <usize>load<u16>(lengthBase + (symbol << 1)) + take(<i32>load<u8>(lengthExtra + symbol));
      const code = decode(distanceCode, DISTANCE_BITS);
      if (code < 0 || code > 29) return -2;
      const distance = <usize>load<u16>(distanceBase + (code << 1)) + take(<i32>load<u8>(distanceExtra + code));
      if (distance > output - target) return -2;
      if (output + length > end) return -3;
      if (input > inputEnd + 8) return -2;
      copyMatch(output, distance, length);
      output += length;
    }
    if (input > inputEnd + 8) return -2;
  }
  if (output != end) return -3;
  input -= bitCount >> 3;
  if (input + 4 > inputEnd) return -2;
  if (bswap<u32>(load<u32>(input)) != adler32(target, size)) return -4;
  return <i32>(input + 4 - source);
}
