// DEFLATE (RFC 1951) inside a zlib wrapper (RFC 1950), for whole streams whose unpacked size is known, as in git packs.

/** Codes of up to this many bits are decoded by one table look-up; longer ones bit by bit. */
const LITERAL_BITS: i32 = 10;
/** Fewer for codes with fewer symbols: their tables are built anew for each block. */
const DISTANCE_BITS: i32 = 8;
const LENGTH_CODE_BITS: i32 = 7;
const MAX_BITS: i32 = 15;
const LITERAL_MASK: usize = (1 << LITERAL_BITS) - 1;
const DISTANCE_MASK: usize = (1 << DISTANCE_BITS) - 1;

// One Huffman code: a table of u32 for what is looked up at once (below), counts per length, symbols in canonical order.
const COUNTS: i32 = (1 << LITERAL_BITS) * 4;
const SORTED: i32 = COUNTS + 16 * 2;
const TABLE_BYTES: i32 = SORTED + 288 * 2;
const literals: usize = memory.data(TABLE_BYTES, 16);
const distances: usize = memory.data(TABLE_BYTES, 16);
const lengthCodes: usize = memory.data(TABLE_BYTES, 16);
const fixedLiterals: usize = memory.data(TABLE_BYTES, 16);
const fixedDistances: usize = memory.data(TABLE_BYTES, 16);
let hasFixed: bool = false;
const lengths: usize = memory.data(320);
const offsets: usize = memory.data(32, 2);

// An entry of a table: bits of the code (0: longer than the table knows, or no code) | extra bits << 4 | kind << 8 | value << 16.
const LITERAL: u32 = 0x000;
const BASE: u32 = 0x100; // value: the shortest length or distance, to which the extra bits are added
const END: u32 = 0x200;
const WRONG: u32 = 0x300; // a symbol that must not occur
const KIND: u32 = 0x300;

// What a code's symbols are.
const PLAIN: i32 = 0; // themselves
const LITERAL_OR_LENGTH: i32 = 1;
const DISTANCE: i32 = 2;

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

/** What a symbol means, without the bits of its code. */
function meaning(symbol: u32, kind: i32): u32 {
  if (kind == PLAIN) return symbol << 16;
  if (kind == DISTANCE) {
    if (symbol > 29) return WRONG;
    return (<u32>load<u16>(distanceBase + (<usize>symbol << 1)) << 16) | BASE | (<u32>load<u8>(distanceExtra + symbol) << 4);
  }
  if (symbol < 256) return (symbol << 16) | LITERAL;
  if (symbol == 256) return END;
  if (symbol > 285) return WRONG;
  const at = <usize>(symbol - 257);
  return (<u32>load<u16>(lengthBase + (at << 1)) << 16) | BASE | (<u32>load<u8>(lengthExtra + at) << 4);
}

/** Builds a code from the lengths of its symbols; false when they describe no code (RFC 1951, section 3.2.2). */
function build(table: usize, from: usize, symbols: i32, tableBits: i32, kind: i32): bool {
  const counts = table + COUNTS;
  const sorted = table + SORTED;
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
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = <i32>load<u8>(from + symbol);
    if (length == 0) continue;
    const at = offsets + (length << 1);
    const index = load<u16>(at);
    store<u16>(sorted + (<usize>index << 1), <u16>symbol);
    store<u16>(at, index + 1);
  }
  fill(table, sorted, counts, tableBits, kind);
  return true;
}

/**
 * Fills the table in the order of codes, whose bits run backwards in it: for each further bit what is there is doubled. Places of longer codes, and
 * of none, stay 0.
 */
function fill(table: usize, sorted: usize, counts: usize, tableBits: i32, kind: i32): void {
  let size: usize = 1; // entries that are settled
  let code: u32 = 0; // with its bits reversed
  store<u32>(table, 0);
  for (let length = 1; length <= tableBits; length++) {
    memory.copy(table + (size << 2), table, size << 2);
    size <<= 1;
    for (let count = load<u16>(counts + (length << 1)); count > 0; count--) {
      store<u32>(table + (<usize>code << 2), meaning(load<u16>(sorted), kind) | <u32>length);
      sorted += 2;
      // the next code: counted from the top bit, which is the lowest here
      const all: u32 = (<u32>1 << length) - 1;
      if (code == all) break;
      const bit: u32 = <u32>1 << (31 - clz<u32>(code ^ all));
      code = (code & (bit - 1)) | bit;
    }
  }
}

/** Reads a code that the table does not know: its symbol << 4 | its bits, or 0. */
function readSlowly(table: usize, from: u64): u32 {
  const counts = table + COUNTS;
  const sorted = table + SORTED;
  let code = 0;
  let first = 0;
  let index = 0;
  let buffer = from;
  for (let length = 1; length <= MAX_BITS; length++) {
    code |= <i32>(buffer & 1);
    buffer >>= 1;
    const count = <i32>load<u16>(counts + (length << 1));
    if (code - count < first) return (<u32>load<u16>(sorted + ((index + (code - first)) << 1)) << 4) | <u32>length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 0;
}

function buildFixedCodes(): void {
  hasFixed = true;
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  build(fixedLiterals, lengths, 288, LITERAL_BITS, LITERAL_OR_LENGTH);
  memory.fill(lengths, 5, 30);
  build(fixedDistances, lengths, 30, DISTANCE_BITS, DISTANCE);
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
  if (!build(lengthCodes, lengths, 19, LENGTH_CODE_BITS, PLAIN)) return false;
  const total = literalCount + distanceCount;
  for (let i = 0; i < total; ) {
    refill();
    if (input > inputEnd + 8) return false;
    // codes of code lengths have seven bits at most: the table knows all that there are
    const entry = load<u32>(lengthCodes + ((<usize>bits & ((1 << LENGTH_CODE_BITS) - 1)) << 2));
    if ((entry & 15) == 0) return false;
    bits >>= <u64>(entry & 15);
    bitCount -= <i32>(entry & 15);
    const symbol = <i32>(entry >> 16);
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
  return (
    load<u8>(lengths + 256) != 0 &&
    build(literals, lengths, literalCount, LITERAL_BITS, LITERAL_OR_LENGTH) &&
    build(distances, lengths + literalCount, distanceCount, DISTANCE_BITS, DISTANCE)
  );
}

/** Copies a match; source and destination may overlap, as they do in runs. Writes up to 16 bytes beyond it. */
// @ts-ignore: decorator
@inline function copyMatch(output: usize, distance: usize, length: usize): void {
  const from = output - distance;
  if (distance >= 16) {
    for (let i: usize = 0; i < length; i += 16) v128.store(output + i, v128.load(from + i));
  } else if (distance >= 8) {
    for (let i: usize = 0; i < length; i += 8) store<u64>(output + i, load<u64>(from + i));
  } else if (distance == 1) {
    const byte = v128.splat<u8>(load<u8>(from));
    for (let i: usize = 0; i < length; i += 16) v128.store(output + i, byte);
  } else for (let i: usize = 0; i < length; i++) store<u8>(output + i, load<u8>(from + i));
}

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

/** What `decodeBlock` gives where there is no next place to write. */
const BROKEN: usize = 0xffff_ffff;
const MISSIZED: usize = 0xffff_fffe;

/**
 * Decodes a block's symbols from `output` on; gives the address behind the last byte. The reader's state is kept in locals: globals of a module lie
 * in memory, and each symbol would wait for them.
 */
function decodeBlock(literalCode: usize, distanceCode: usize, target: usize, from: usize, end: usize): usize {
  const limit = inputEnd + 8;
  let output = from;
  let at = input;
  let buffer = bits;
  let count = bitCount;
  while (true) {
    if (at > limit) return BROKEN;
    buffer |= load<u64>(at) << <u64>count;
    at += (63 - count) >> 3;
    count |= 56;
    let entry = load<u32>(literalCode + ((<usize>buffer & LITERAL_MASK) << 2));
    // up to three literals of at most LITERAL_BITS bits each: what they overshoot fits the room behind the target
    if ((entry & (KIND | 15)) - 1 < 15) {
      buffer >>= <u64>(entry & 15);
      count -= <i32>(entry & 15);
      store<u8>(output++, <u8>(entry >> 16));
      entry = load<u32>(literalCode + ((<usize>buffer & LITERAL_MASK) << 2));
      if ((entry & (KIND | 15)) - 1 < 15) {
        buffer >>= <u64>(entry & 15);
        count -= <i32>(entry & 15);
        store<u8>(output++, <u8>(entry >> 16));
        entry = load<u32>(literalCode + ((<usize>buffer & LITERAL_MASK) << 2));
        if ((entry & (KIND | 15)) - 1 < 15) {
          buffer >>= <u64>(entry & 15);
          count -= <i32>(entry & 15);
          store<u8>(output++, <u8>(entry >> 16));
          if (output > end) return MISSIZED;
          continue;
        }
      }
      if (output > end) return MISSIZED;
      buffer |= load<u64>(at) << <u64>count;
      at += (63 - count) >> 3;
      count |= 56;
    }
    if ((entry & 15) == 0) {
      const read = readSlowly(literalCode, buffer);
      if (read == 0) return BROKEN;
      entry = meaning(read >> 4, LITERAL_OR_LENGTH) | (read & 15);
    }
    buffer >>= <u64>(entry & 15);
    count -= <i32>(entry & 15);
    const kind = entry & KIND;
    if (kind == LITERAL) {
      if (output >= end) return MISSIZED;
      store<u8>(output++, <u8>(entry >> 16));
      continue;
    }
    if (kind != BASE) {
      if (kind != END) return BROKEN;
      break;
    }
    const lengthExtraBits = <u64>((entry >> 4) & 15);
    const length = <usize>(entry >> 16) + <usize>(buffer & (((<u64>1) << lengthExtraBits) - 1));
    buffer >>= lengthExtraBits;
    count -= <i32>lengthExtraBits;
    // a length takes 20 bits at most and a distance 28 of the 56 that were there
    entry = load<u32>(distanceCode + ((<usize>buffer & DISTANCE_MASK) << 2));
    if ((entry & 15) == 0) {
      const read = readSlowly(distanceCode, buffer);
      if (read == 0) return BROKEN;
      entry = meaning(read >> 4, DISTANCE) | (read & 15);
    }
    if ((entry & KIND) != BASE) return BROKEN;
    buffer >>= <u64>(entry & 15);
    const distanceExtraBits = <u64>((entry >> 4) & 15);
    const distance = <usize>(entry >> 16) + <usize>(buffer & (((<u64>1) << distanceExtraBits) - 1));
    buffer >>= distanceExtraBits;
    count -= <i32>(entry & 15) + <i32>distanceExtraBits;
    if (distance > output - target) return BROKEN;
    if (output + length > end) return MISSIZED;
    copyMatch(output, distance, length);
    output += length;
  }
  input = at;
  bits = buffer;
  bitCount = count;
  return output;
}

/**
 * Inflates a zlib stream of at most `sourceLength` bytes to exactly `size` bytes at `target`, which needs 32 bytes of room behind it; the
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
    output = decodeBlock(literalCode, distanceCode, target, output, end);
    if (output > end) return output == MISSIZED ? -3 : -2;
    if (input > inputEnd + 8) return -2;
  }
  if (output != end) return -3;
  input -= bitCount >> 3;
  if (input + 4 > inputEnd) return -2;
  if (bswap<u32>(load<u32>(input)) != adler32(target, size)) return -4;
  return <i32>(input + 4 - source);
}
