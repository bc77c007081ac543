// The Huffman codes of DEFLATE (RFC 1951, section 3.2) as tables: bits of a stream look up what they mean.

/** Bits that are looked up at once; those behind them, of longer codes, are looked up in a second table. */
export const LITERAL_BITS: i32 = 11;
export const DISTANCE_BITS: i32 = 9;
const LENGTH_CODE_BITS: i32 = 7; // of which no code has more
const MAX_BITS: i32 = 15;
export const LITERAL_MASK: usize = (1 << LITERAL_BITS) - 1;
export const DISTANCE_MASK: usize = (1 << DISTANCE_BITS) - 1;
export const LENGTH_CODE_MASK: usize = (1 << LENGTH_CODE_BITS) - 1;

/** Entries that a table has room for: more than any two codes need. */
const ROOM: usize = 4096;

// Entries are u32. Bits 0 to 5 say how many bits of the stream they use up, extra bits with them; bits 8 to 13 how many of these are the code's.
// A literal stands in bits 16 to 23; a length or a distance, before its extra bits are added, from bit 16 on.
// Where they stand src/kernel/kernel.ts keeps the memory free: as data of the module they would be 40 KB of zeros.
export const literals: usize = 192 << 10;
export const distances: usize = 208 << 10;
const fixed: usize = 224 << 10; // both as section 3.2.6 has them, without second tables, which those need not
export const lengthCodes: usize = 240 << 10;

/** Flags of the table of literals and lengths. */
export const LITERAL: u32 = 0x8000_0000;
export const ODD: u32 = 0x4000_0000; // neither literal nor length
export const END: u32 = 0x2000_0000;
/** In both tables: a second table. It begins so many entries on as bits 12 to 27 say, and bits 8 to 11 say by how many bits it is looked up. */
export const SECOND: u32 = 0x1000_0000;
/** In the table of distances, whose numbers reach up to bit 30: no distance. */
export const DISTANCE_ODD: u32 = 0x8000_0000;

// What a code's symbols are.
const PLAIN: i32 = 0; // themselves
const LITERAL_OR_LENGTH: i32 = 1;
const DISTANCE: i32 = 2;

const lengthBase: usize = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]);
const lengthExtra: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const distanceBase: usize = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
  12289, 16385, 24577,
]);
const distanceExtra: usize = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]);

/** The bits of each symbol's code; 0 where it has none. */
export const lengths: usize = memory.data(320);
const counts: usize = memory.data(32, 2); // of codes, by their bits
const offsets: usize = memory.data(32, 2);
const sorted: usize = memory.data(288 * 2, 2); // symbols in the order of their codes

/** What no code leads to. */
// @ts-ignore: decorator
@inline function wrong(kind: i32): u32 {
  return kind == DISTANCE ? DISTANCE_ODD : ODD;
}

/** What a symbol means whose code has so many bits. */
function meaning(symbol: u32, kind: i32, bits: u32): u32 {
  if (kind == PLAIN) return (symbol << 16) | bits;
  if (kind == DISTANCE) {
    if (symbol > 29) return DISTANCE_ODD;
    return (<u32>load<u16>(distanceBase + (<usize>symbol << 1)) << 16) | (bits << 8) | (<u32>load<u8>(distanceExtra + symbol) + bits);
  }
  if (symbol < 256) return LITERAL | (symbol << 16) | bits;
  if (symbol == 256) return ODD | END | bits;
  if (symbol > 285) return ODD;
  const at = <usize>(symbol - 257);
  return (<u32>load<u16>(lengthBase + (at << 1)) << 16) | (bits << 8) | (<u32>load<u8>(lengthExtra + at) + bits);
}

/** Sorts symbols by their codes; false when the lengths describe no code: too many, or, of more than a single one, too few (as zlib has it). */
function sort(from: usize, symbols: i32, kind: i32): bool {
  memory.fill(counts, 0, 32);
  for (let i = 0; i < symbols; i++) {
    const at = counts + (<usize>load<u8>(from + i) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(counts, 0);
  let left = 1;
  let longest = 0;
  store<u16>(offsets + 2, 0);
  for (let length = 1; length <= MAX_BITS; length++) {
    const count = <i32>load<u16>(counts + (length << 1));
    if (count > 0) longest = length;
    left = (left << 1) - count;
    if (left < 0) return false;
    if (length < MAX_BITS) store<u16>(offsets + ((length + 1) << 1), load<u16>(offsets + (length << 1)) + <u16>count);
  }
  if (left > 0 && longest > 0 && (kind == PLAIN || longest > 1)) return false;
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = <i32>load<u8>(from + symbol);
    if (length == 0) continue;
    const at = offsets + (length << 1);
    const index = load<u16>(at);
    store<u16>(sorted + (<usize>index << 1), <u16>symbol);
    store<u16>(at, index + 1);
  }
  return true;
}

/** The next code of so many bits, which run backwards in a table: it is counted from the top bit. 0 behind the last one. */
// @ts-ignore: decorator
@inline function following(code: u32, bits: i32): u32 {
  const all: u32 = (<u32>1 << bits) - 1;
  if (code == all) return 0;
  const bit: u32 = <u32>1 << (31 - clz<u32>(code ^ all));
  return (code & (bit - 1)) | bit;
}

/** Bits by which a second table must be looked up for the codes from one of so many bits on, of which `left` are still to come. */
function secondBits(length: i32, left: i32, tableBits: i32): i32 {
  let bits = length - tableBits;
  let room = (1 << bits) - left;
  while (room > 0 && bits + tableBits < MAX_BITS) {
    bits++;
    room = (room << 1) - <i32>load<u16>(counts + ((bits + tableBits) << 1));
  }
  return bits;
}

/** Fills a table in the order of codes: for each further bit what is there is doubled. False where it has no room for that. */
function fill(table: usize, tableBits: i32, kind: i32): bool {
  let size: usize = 1; // entries that are settled
  let code: u32 = 0;
  let at = sorted;
  store<u32>(table, wrong(kind));
  for (let length = 1; length <= tableBits; length++) {
    memory.copy(table + (size << 2), table, size << 2);
    size <<= 1;
    for (let count = load<u16>(counts + (length << 1)); count > 0; count--) {
      store<u32>(table + (<usize>code << 2), meaning(load<u16>(at), kind, length));
      at += 2;
      code = following(code, length);
    }
  }
  const mask: u32 = (<u32>1 << tableBits) - 1;
  let beginning: u32 = u32.MAX_VALUE; // what the codes in the second table at hand begin with
  let second: usize = 0;
  let third: usize = size; // behind it
  for (let length = tableBits + 1; length <= MAX_BITS; length++) {
    for (let left = <i32>load<u16>(counts + (length << 1)); left > 0; left--) {
      if ((code & mask) != beginning) {
        beginning = code & mask;
        const bits = secondBits(length, left, tableBits);
        second = third;
        third += <usize>1 << bits;
        if (third > ROOM) return false;
        for (let i = second; i < third; i++) store<u32>(table + (i << 2), wrong(kind));
        store<u32>(table + (<usize>beginning << 2), wrong(kind) | SECOND | (<u32>second << 12) | (<u32>bits << 8) | <u32>tableBits);
      }
      const entry = meaning(load<u16>(at), kind, length - tableBits);
      at += 2;
      const step: usize = <usize>1 << (length - tableBits);
      for (let i = second + <usize>(code >> tableBits); i < third; i += step) store<u32>(table + (i << 2), entry);
      code = following(code, length);
    }
  }
  return true;
}

function build(table: usize, from: usize, symbols: i32, tableBits: i32, kind: i32): bool {
  return sort(from, symbols, kind) && fill(table, tableBits, kind);
}

/** The code in which the lengths of the other two are written. */
export function buildLengthCode(): bool {
  return build(lengthCodes, lengths, 19, LENGTH_CODE_BITS, PLAIN);
}

let isFixed: bool = false;

/** The codes of a block of its own, from their lengths. */
export function buildCodes(literalCount: i32, distanceCount: i32): bool {
  isFixed = false;
  return (
    load<u8>(lengths + 256) != 0 &&
    build(literals, lengths, literalCount, LITERAL_BITS, LITERAL_OR_LENGTH) &&
    build(distances, lengths + literalCount, distanceCount, DISTANCE_BITS, DISTANCE)
  );
}

let hasFixed: bool = false;

function buildFixed(): void {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  build(literals, lengths, 288, LITERAL_BITS, LITERAL_OR_LENGTH);
  memory.fill(lengths, 5, 32);
  build(distances, lengths, 32, DISTANCE_BITS, DISTANCE);
  memory.copy(fixed, literals, <usize>4 << LITERAL_BITS);
  memory.copy(fixed + (<usize>4 << LITERAL_BITS), distances, <usize>4 << DISTANCE_BITS);
  hasFixed = true;
}

/** The codes of section 3.2.6. */
export function useFixedCodes(): void {
  if (isFixed) return;
  isFixed = true;
  if (!hasFixed) return buildFixed();
  memory.copy(literals, fixed, <usize>4 << LITERAL_BITS);
  memory.copy(distances, fixed + (<usize>4 << LITERAL_BITS), <usize>4 << DISTANCE_BITS);
}
