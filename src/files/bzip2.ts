import { damaged, early } from "./damage.ts";
import type { Unpacker } from "./unpack-whole.ts";

/** Bits of a content, the highest of each byte first. */
interface Bits {
  readonly bytes: Buffer;
  at: number;
  held: number;
  count: number;
}

/** Has so many bits at hand. Behind the end come some zeros, which nothing that is whole makes use of. */
const holdBits = (bits: Bits, size: number): void => {
  while (bits.count < size) {
    if (bits.at > bits.bytes.length + 4) throw early();
    bits.held = (bits.held << 8) | (bits.bytes[bits.at++] ?? 0);
    bits.count += 8;
  }
};

const takeBits = (bits: Bits, size: number): void => {
  bits.count -= size;
  bits.held &= (1 << bits.count) - 1;
};

const readBits = (bits: Bits, size: number): number => {
  holdBits(bits, size);
  const value = bits.held >>> (bits.count - size);
  takeBits(bits, size);
  return value;
};

const longestCode = 20;
const inGroup = 50;

/** Codes of so many bits at most are looked up. */
const shortCode = 10;

/** A code of Huffman: for short ones the symbol and in the lowest five bits the length; by its length the first code and where its symbol is. */
interface Code {
  readonly short: Uint16Array;
  readonly firsts: Int32Array;
  readonly places: Int32Array;
  readonly symbols: Uint16Array;
}

const codeOf = (lengths: Uint8Array): Code => {
  const short = new Uint16Array(1 << shortCode);
  const [firsts, places] = [new Int32Array(longestCode + 2), new Int32Array(longestCode + 2)];
  const symbols = new Uint16Array(lengths.length);
  let [code, filled] = [0, 0];
  for (let length = 1; length <= longestCode; length++, code <<= 1) {
    [firsts[length], places[length]] = [code, filled];
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[filled++] = symbol;
      const [from, to] = [code << (shortCode - length), (code + 1) << (shortCode - length)];
      if (length <= shortCode) short.fill((symbol << 5) | length, from, to);
      code++;
    }
  }
  places[longestCode + 1] = filled;
  return { short, firsts, places, symbols };
};

const longSymbol = (bits: Bits, { firsts, places, symbols }: Code): number => {
  const ahead = bits.held >>> (bits.count - longestCode);
  for (let length = shortCode + 1; length <= longestCode; length++) {
    const place = places[length]! + (ahead >>> (longestCode - length)) - firsts[length]!;
    if (place < places[length]! || place >= places[length + 1]!) continue;
    takeBits(bits, length);
    return symbols[place]!;
  }
  throw damaged();
};

const nextSymbol = (bits: Bits, code: Code): number => {
  holdBits(bits, longestCode);
  const found = code.short[bits.held >>> (bits.count - shortCode)]!;
  if (found === 0) return longSymbol(bits, code);
  takeBits(bits, found & 31);
  return found >> 5;
};

const toFront = (list: Uint8Array, place: number): number => {
  const value = list[place]!;
  for (let i = place; i > 0; i--) list[i] = list[i - 1]!; // mostly a few: a call would cost more
  list[0] = value;
  return value;
};

const readUsed = (bits: Bits): Uint8Array => {
  const ranges = readBits(bits, 16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if (((ranges >> (15 - range)) & 1) === 0) continue;
    const those = readBits(bits, 16);
    for (let i = 0; i < 16; i++) if (((those >> (15 - i)) & 1) === 1) used.push(range * 16 + i);
  }
  return Uint8Array.from(used);
};

const readSelectors = (bits: Bits, groups: number): Uint8Array => {
  const selectors = new Uint8Array(readBits(bits, 15));
  const order = Uint8Array.from({ length: groups }, (_, i) => i);
  for (let i = 0; i < selectors.length; i++) {
    let place = 0;
    while (readBits(bits, 1) === 1) if (++place >= groups) throw damaged();
    selectors[i] = toFront(order, place);
  }
  return selectors;
};

const readCode = (bits: Bits, size: number): Code => {
  const lengths = new Uint8Array(size);
  let length = readBits(bits, 5);
  for (let i = 0; i < size; i++) {
    while (readBits(bits, 1) === 1) length += readBits(bits, 1) === 1 ? -1 : 1;
    if (length < 1 || length > longestCode) throw damaged();
    lengths[i] = length;
  }
  return codeOf(lengths);
};

/** Gives the code for each symbol that follows. */
const codesIn = (bits: Bits, symbols: number): (() => Code) => {
  const groups = readBits(bits, 3);
  if (groups < 2 || groups > 6) throw damaged();
  const selectors = readSelectors(bits, groups);
  const codes = Array.from({ length: groups }, () => readCode(bits, symbols));
  let [group, left] = [0, 0];
  let code: Code | undefined;
  return () => {
    if (left === 0) {
      code = codes[selectors[group++] ?? groups];
      left = inGroup;
    }
    left--;
    if (code === undefined) throw damaged();
    return code;
  };
};

/** Reads a block's bytes into a table, in the order of the last column; gives how many there are. */
const readColumn = (bits: Bits, table: Uint32Array): number => {
  const front = readUsed(bits);
  if (front.length === 0) throw damaged();
  const next = codesIn(bits, front.length + 2);
  let [filled, run, weight] = [0, 0, 1];
  for (;;) {
    const symbol = nextSymbol(bits, next());
    if (symbol < 2) {
      run += weight << symbol;
      weight <<= 1;
      if (run > table.length) throw damaged();
      continue;
    }
    const isEnd = symbol > front.length;
    if (filled + run + (isEnd ? 0 : 1) > table.length) throw damaged();
    table.fill(front[0]!, filled, filled + run);
    filled += run;
    if (isEnd) return filled;
    [run, weight] = [0, 1];
    table[filled++] = toFront(front, symbol - 1);
  }
};

/** Has each place of the table lead to the next: its number in all but the lowest eight bits. */
const linkColumn = (table: Uint32Array, size: number): void => {
  const starts = new Uint32Array(257);
  for (let i = 0; i < size; i++) starts[table[i]! + 1]!++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte]!;
  for (let i = 0; i < size; i++) {
    const byte = table[i]! & 0xff;
    table[starts[byte]!++]! |= i << 8;
  }
};

const piece = 1 << 16;
/** Four bytes alike are followed by how often the byte comes again. */
const alike = 4;

function* walkColumn(table: Uint32Array, size: number, origin: number): Generator<Buffer> {
  const target = Buffer.allocUnsafe(piece + 256);
  let [filled, same, last] = [0, 0, -1];
  for (let i = 0, entry = table[origin]!; i < size; i++) {
    entry = table[entry >>> 8]!;
    const byte = entry & 0xff;
    if (same === alike) {
      target.fill(last, filled, filled + byte);
      filled += byte;
      same = 0;
    } else {
      same = byte === last ? same + 1 : 1;
      last = byte;
      target[filled++] = byte;
    }
    if (filled >= piece) {
      yield target.subarray(0, filled);
      filled = 0;
    }
  }
  yield target.subarray(0, filled);
}

const blockStart = [0x314159, 0x265359] as const;
const streamEnd = [0x177245, 0x385090] as const;

function* unpackBlock(bits: Bits, table: Uint32Array): Generator<Buffer> {
  for (let i = 0; i < 4; i++) readBits(bits, 8); // a check, which is not made
  if (readBits(bits, 1) === 1) throw damaged(); // "randomised", which nothing has written since 1999
  const origin = readBits(bits, 24);
  const size = readColumn(bits, table);
  if (origin >= size) throw damaged();
  linkColumn(table, size);
  yield* walkColumn(table, size, origin);
}

const nothing = Buffer.alloc(0);

/** Unpacks what follows the first four bytes of a stream. */
function* unpackStream(bits: Bits, table: Uint32Array): Generator<Buffer> {
  yield nothing;
  for (;;) {
    const [first, then] = [readBits(bits, 24), readBits(bits, 24)];
    if (first === streamEnd[0] && then === streamEnd[1]) break;
    if (first !== blockStart[0] || then !== blockStart[1]) throw damaged();
    yield* unpackBlock(bits, table);
  }
  for (let i = 0; i < 4; i++) readBits(bits, 8);
}

/** Files of bzip2, one stream after another ("BZIP2: Format Specification", Joe Tsai, 2016). Checks of contents are not made. */
export const bunzip2: Unpacker = function* (packed) {
  let [at, table] = [0, new Uint32Array(0)];
  while (at + 14 <= packed.length && /^BZh[1-9]$/.test(packed.toString("latin1", at, at + 4))) {
    const size = 100_000 * (packed[at + 3]! - 0x30);
    if (table.length < size) table = new Uint32Array(size);
    const bits: Bits = { bytes: packed, at: at + 4, held: 0, count: 0 };
    yield* unpackStream(bits, table.subarray(0, size));
    at = bits.at - (bits.count >> 3);
    if (at > packed.length) throw early();
  }
  return at;
};
