// DEFLATE (RFC 1951), as far as input and room reach: where either ends, the same call goes on with more.

import {
  buildCodes,
  buildLengthCode,
  DISTANCE_BITS,
  DISTANCE_MASK,
  DISTANCE_ODD,
  distances,
  END,
  LENGTH_CODE_MASK,
  LITERAL,
  LITERAL_BITS,
  LITERAL_MASK,
  lengthCodes,
  lengths,
  literals,
  ODD,
  SECOND,
  useFixedCodes,
} from "./codes";
import { copyMatch, prepareMatches } from "./match";

const codeOrder: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** How a call ends. */
const MORE_INPUT: i32 = 0;
const MORE_ROOM: i32 = 1;
export const ENDED: i32 = 2;
const BROKEN: i32 = -2;

// The stream at hand. Bits that were read and not used up wait in `bits`.
let bits: u64 = 0;
let bitCount: i32 = 0;
let input: usize = 0;
let inputEnd: usize = 0;
let output: usize = 0;
let isLast: bool = false;
let block: i32 = 0;
let storedLeft: usize = 0;

// What is being read.
const BETWEEN: i32 = 0;
const STORED: i32 = 1;
const CODED: i32 = 2;

/** How a stretch of symbols ends, beside as a call does. */
const BLOCK_END: i32 = 3;

/** Begins a stream. */
export function beginDeflate(): void {
  bits = 0;
  bitCount = 0;
  isLast = false;
  block = BETWEEN;
}

/** Behind the input that is used up. */
export function inputAt(): usize {
  return input;
}

/** Behind the output that is there. */
export function outputAt(): usize {
  return output;
}

/** Reads bytes while they fit and there are some. */
// @ts-ignore: decorator
@inline function refill(): void {
  while (bitCount < 56 && input < inputEnd) {
    bits |= <u64>load<u8>(input++) << <u64>bitCount;
    bitCount += 8;
  }
}

/** Bytes that were read and not used up. */
// @ts-ignore: decorator
@inline function giveBack(): void {
  input -= bitCount >> 3;
  bitCount &= 7;
  bits &= (<u64>1 << <u64>bitCount) - 1;
}

// @ts-ignore: decorator
@inline function drop(count: i32): void {
  bits >>= <u64>count;
  bitCount -= count;
}

// @ts-ignore: decorator
@inline function take(count: i32): i32 {
  const value = <i32>(bits & ((<u64>1 << <u64>count) - 1));
  drop(count);
  return value;
}

/** The lengths of a block's codes (section 3.2.7). MORE_INPUT where the input ends in them. */
function readLengths(total: i32): i32 {
  for (let i = 0; i < total; ) {
    refill();
    const entry = load<u32>(lengthCodes + ((<usize>bits & LENGTH_CODE_MASK) << 2));
    const used = <i32>(entry & 63);
    if (used > bitCount) return MORE_INPUT;
    if ((entry & ODD) != 0) return bitCount < 7 ? MORE_INPUT : BROKEN;
    const symbol = <i32>(entry >> 16);
    if (symbol < 16) {
      drop(used);
      store<u8>(lengths + i++, <u8>symbol);
      continue;
    }
    const extra = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
    if (used + extra > bitCount) return MORE_INPUT;
    drop(used);
    if (symbol == 16 && i == 0) return BROKEN;
    const value: u8 = symbol == 16 ? load<u8>(lengths + i - 1) : 0;
    const times = take(extra) + (symbol == 18 ? 11 : 3);
    if (i + times > total) return BROKEN;
    memory.fill(lengths + i, value, times);
    i += times;
  }
  return ENDED;
}

function readCodes(): i32 {
  refill();
  if (bitCount < 14) return MORE_INPUT;
  const literalCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const codeCount = take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return BROKEN;
  memory.fill(lengths, 0, 19);
  for (let i = 0; i < codeCount; i++) {
    refill();
    if (bitCount < 3) return MORE_INPUT;
    store<u8>(lengths + load<u8>(codeOrder + i), <u8>take(3));
  }
  if (!buildLengthCode()) return BROKEN;
  const read = readLengths(literalCount + distanceCount);
  return read == ENDED && !buildCodes(literalCount, distanceCount) ? BROKEN : read;
}

function readStoredSize(): i32 {
  drop(bitCount & 7);
  refill();
  if (bitCount < 32) return MORE_INPUT;
  storedLeft = take(16);
  if (take(16) != (<i32>storedLeft ^ 0xffff)) return BROKEN;
  giveBack();
  return ENDED;
}

/** Begins a block; where the input ends in its header, nothing of that is used up. */
function beginBlock(): i32 {
  giveBack();
  const start = input;
  const startBits = bits;
  const startCount = bitCount;
  refill();
  if (bitCount < 3) return MORE_INPUT;
  isLast = take(1) == 1;
  const kind = take(2);
  let read = ENDED;
  if (kind == 0) read = readStoredSize();
  else if (kind == 1) useFixedCodes();
  else if (kind == 2) read = readCodes();
  else return BROKEN;
  if (read == ENDED) block = kind == 0 ? STORED : CODED;
  if (read == MORE_INPUT) {
    isLast = false;
    input = start;
    bits = startBits;
    bitCount = startCount;
  }
  return read;
}

function copyStored(soft: usize): i32 {
  const length = min<usize>(storedLeft, min<usize>(inputEnd - input, soft > output ? soft - output : 0));
  memory.copy(output, input, length);
  input += length;
  output += length;
  storedLeft -= length;
  if (storedLeft == 0) return BLOCK_END;
  return input == inputEnd ? MORE_INPUT : MORE_ROOM;
}

/** A base and the extra bits of a stream that follow its code. */
// @ts-ignore: decorator
@inline function withExtra(entry: u64, stream: u64): usize {
  return <usize>(entry >> 16) + <usize>((stream & ~(<u64>-1 << entry)) >> (entry >> 8));
}

/** Where a second table tells what bits mean. */
// @ts-ignore: decorator
@inline function secondPlace(entry: u64, stream: u64): usize {
  return ((<usize>(entry >> 12) & 0xffff) + (<usize>stream & ((<usize>1 << (<usize>(entry >> 8) & 15)) - 1))) << 2;
}

/** No entry of a table: the block has ended. */
const DONE: u64 = u64.MAX_VALUE;

/** Bytes by which one step of `decodeFast` reads on at most: it fills its bits up twice, of eight bytes read at once. */
const AHEAD: usize = 22;

/**
 * Decodes symbols while no byte behind `fastEnd` is read and the output ends before `soft`; `window` is where matches may begin. State is kept in locals: globals of
 * a module lie in memory, and each symbol would wait for them. Shifts take their counts from an entry's lowest six bits.
 */
function decodeFast(window: usize, fastEnd: usize, soft: usize): i32 {
  const stop = fastEnd - AHEAD;
  if (input > stop) return MORE_INPUT;
  let at = input;
  let to = output;
  let stream = bits | (load<u64>(at) << <u64>bitCount);
  at += <usize>((63 - bitCount) >> 3);
  let count = <u64>bitCount | 56;
  let entry: u64 = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
  // 56 bits are there, and what the first of them mean
  while (at <= stop && to < soft) {
    if (<i32>entry < 0) {
      stream >>= entry;
      count -= entry;
      store<u8>(to++, <u8>(entry >> 16));
      entry = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
      if (<i32>entry < 0) {
        stream >>= entry;
        count -= entry;
        store<u8>(to++, <u8>(entry >> 16));
        entry = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
        if (<i32>entry < 0) {
          stream >>= entry;
          count -= entry;
          store<u8>(to++, <u8>(entry >> 16));
          entry = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
        }
      }
      stream |= load<u64>(at) << count;
      at += <usize>((63 - count) & 63) >> 3;
      count |= 56;
      if (<i32>entry < 0) continue;
    }
    if ((<u32>entry & ODD) != 0) {
      if ((<u32>entry & SECOND) != 0) {
        stream >>= <u64>LITERAL_BITS;
        count -= <u64>LITERAL_BITS;
        entry = load<u32>(secondPlace(entry, stream), literals);
      }
      if (<i32>entry < 0) {
        stream >>= entry;
        count -= entry;
        store<u8>(to++, <u8>(entry >> 16));
        stream |= load<u64>(at) << count;
        at += <usize>((63 - count) & 63) >> 3;
        count |= 56;
        entry = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
        continue;
      }
      if ((<u32>entry & ODD) != 0) {
        if ((<u32>entry & END) == 0) return BROKEN;
        stream >>= entry;
        count -= entry;
        entry = DONE;
        break;
      }
    }
    const length = withExtra(entry, stream);
    stream >>= entry;
    count -= entry;
    // a length takes 20 bits at most and a distance 28
    let far: u64 = load<u32>((<usize>stream & DISTANCE_MASK) << 2, distances);
    if (<i32>far < 0) {
      stream >>= <u64>DISTANCE_BITS;
      count -= <u64>DISTANCE_BITS;
      far = (<u32>far & SECOND) == 0 ? <u64>DISTANCE_ODD : <u64>load<u32>(secondPlace(far, stream), distances);
      if (<i32>far < 0) return BROKEN;
    }
    const distance = withExtra(far, stream);
    stream >>= far;
    count -= far;
    if (distance > to - window) return BROKEN;
    // looked up before the copy, so that it need not wait for that
    stream |= load<u64>(at) << count;
    at += <usize>((63 - count) & 63) >> 3;
    count |= 56;
    entry = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
    copyMatch(to, distance, length);
    to += length;
  }
  input = at;
  output = to;
  bits = stream;
  bitCount = <i32>count & 63;
  if (entry == DONE) return BLOCK_END;
  return to >= soft ? MORE_ROOM : MORE_INPUT;
}

/** The same symbol by symbol, to the last byte of the input. Nothing is used up of a symbol that ends behind it. */
function decodeCarefully(window: usize, soft: usize): i32 {
  while (output < soft) {
    refill();
    let stream = bits;
    let used = 0;
    let entry: u64 = load<u32>((<usize>stream & LITERAL_MASK) << 2, literals);
    if ((<u32>entry & (LITERAL | SECOND)) == SECOND) {
      used = LITERAL_BITS;
      stream >>= <u64>LITERAL_BITS;
      entry = load<u32>(secondPlace(entry, stream), literals);
    }
    used += <i32>entry & 63;
    const isLiteral = <i32>entry < 0;
    if (!isLiteral && (<u32>entry & (ODD | END)) == ODD) return bitCount < 15 ? MORE_INPUT : BROKEN;
    if (used > bitCount) return MORE_INPUT;
    if (isLiteral) {
      store<u8>(output++, <u8>(entry >> 16));
      drop(used);
      continue;
    }
    if ((<u32>entry & ODD) != 0) {
      drop(used);
      return BLOCK_END;
    }
    const length = withExtra(entry, stream);
    stream >>= entry;
    let far: u64 = load<u32>((<usize>stream & DISTANCE_MASK) << 2, distances);
    if ((<u32>far & (DISTANCE_ODD | SECOND)) == (DISTANCE_ODD | SECOND)) {
      used += DISTANCE_BITS;
      stream >>= <u64>DISTANCE_BITS;
      far = load<u32>(secondPlace(far, stream), distances);
    }
    if (<i32>far < 0) return bitCount < used + 15 ? MORE_INPUT : BROKEN;
    used += <i32>far & 63;
    if (used > bitCount) return MORE_INPUT;
    const distance = withExtra(far, stream);
    if (distance > output - window) return BROKEN;
    copyMatch(output, distance, length);
    output += length;
    drop(used);
  }
  return MORE_ROOM;
}

function decode(window: usize, fastEnd: usize, soft: usize): i32 {
  const status = decodeFast(window, fastEnd, soft);
  return status == MORE_INPUT ? decodeCarefully(window, soft) : status;
}

/**
 * Unpacks what stands from `from` to `until` to `target`, until the output reaches `soft` or one symbol further, which takes up to 292 bytes. Bytes up to `fastEnd` may be
 * read, and matches may begin at `window`. Gives how it ended.
 */
export function continueDeflate(from: usize, until: usize, fastEnd: usize, window: usize, target: usize, soft: usize): i32 {
  prepareMatches();
  input = from;
  inputEnd = until;
  output = target;
  let status = BLOCK_END;
  while (status == BLOCK_END) {
    if (block == BETWEEN) status = isLast ? ENDED : beginBlock();
    if (block == STORED) status = copyStored(soft);
    else if (block == CODED) status = decode(window, fastEnd, soft);
    if (status == BLOCK_END) block = BETWEEN;
  }
  giveBack();
  return status;
}
