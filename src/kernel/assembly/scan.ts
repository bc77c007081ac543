// The anchor gate: one pass over new bytes; exact comparison where the rarest three bytes of some literal stand, and after them a byte that may follow.

import { GLUED } from "./delta";
import { mayBegin, NEVER, NOT_HERE } from "./sieve";

// Set by JavaScript before the first scan.
let starts: usize = 0; // per hash of three bytes u32: number of its first candidate; one more at the end
let candidates: usize = 0; // per candidate 12 bytes: see `tryAt`
let records: usize = 0; // per literal 32 bytes: see `stands`

/** Hits are u64 that sort by offset: offset << 32 | literal, with ASLEEP where no match begins that might with other bytes further on. */
export let fresh: usize = 0;
export const ASLEEP: u64 = 0x8000_0000;
let capacity: i32 = 0;
let found: i32 = 0;
let contentEnd: usize = 0; // sieves look beyond the stretch that is scanned

/** By three bytes: which low three bits a fourth one may have, one bit each. A megabyte behind the module's own tables (src/kernel/kernel.ts keeps it free). */
const gate: usize = 256 << 10;

/** Where JavaScript writes that table. */
export function gateTable(): usize {
  return gate;
}

const A: u32 = 0x7f;
const B: u32 = 0x1fc0;
const F: u32 = 0x2020_2020;
const constants: usize = memory.data<u32>(
  [A, A, A, A, B, B, B, B, 0x3f, 0x3f, 0x3f, 0x3f, 7, 7, 7, 7, 0x0804_0201, 0x8040_2010, 0, 0, F, F, F, F, 0, 0, 0, 0],
  16,
);

export function configureGate(startsAt: usize, candidatesAt: usize, recordsAt: usize): void {
  starts = startsAt;
  candidates = candidatesAt;
  records = recordsAt;
}

/** Where to write what is found, and how much fits. */
export function setFresh(freshAt: usize, hitCapacity: i32): void {
  fresh = freshAt;
  capacity = hitCapacity;
}

/**
 * Which of four places may begin a literal's rarest three bytes with a byte behind them that may follow: a byte that is not 0 at the beginning of each lane. A
 * line of the cache holds what may follow two bytes, since the pairs that text is made of are few. JavaScript does the same.
 */
// @ts-ignore: decorator
@inline function likelyAmong(quads: v128, first: v128, second: v128, third: v128, seven: v128, bit: v128): v128 {
  const pairs = v128.or(i32x4.shl(v128.and(quads, first), 13), v128.and(i32x4.shr_u(quads, 2), second));
  const slots = v128.or(pairs, v128.and(i32x4.shr_u(quads, 16), third));
  const low = i64x2.extract_lane(slots, 0);
  const high = i64x2.extract_lane(slots, 1);
  let told = v128.load_lane<u8>(<usize>(<u32>low), i32x4.splat(0), 0, gate);
  told = v128.load_lane<u8>(<usize>(<u64>low >> 32), told, 4, gate);
  told = v128.load_lane<u8>(<usize>(<u32>high), told, 8, gate);
  told = v128.load_lane<u8>(<usize>(<u64>high >> 32), told, 12, gate);
  return v128.and(told, i8x16.swizzle(bit, v128.and(i32x4.shr_u(quads, 24), seven)));
}

/** Three bytes to 16 bits (multiplicative hashing). JavaScript does the same. */
// @ts-ignore: decorator
@inline function hash(gram: u32): u32 {
  return ((gram << 8) * 0x9e37_79b1) >> 16;
}

// @ts-ignore: decorator
@inline function fold(byte: u8): u8 {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

/** Whether a literal stands at `at`, its first eight bytes apart. */
function matches(at: usize, literal: usize, length: usize, folded: bool): bool {
  if (folded) {
    for (let i: usize = 8; i < length; i++) if (fold(load<u8>(at + i)) != load<u8>(literal + i)) return false;
  } else {
    for (let i: usize = 8; i < length; i++) if (load<u8>(at + i) != load<u8>(literal + i)) return false;
  }
  return true;
}

/** Puts a hit where it belongs among those before it: hits come nearly in order, since their bytes do. */
function insert(hit: u64): void {
  let at = fresh + (<usize>found << 3);
  found++;
  while (at > fresh && load<u64>(at - 8) > hit) {
    store<u64>(at, load<u64>(at - 8));
    at -= 8;
  }
  store<u64>(at, hit);
}

/**
 * Whether a literal stands at `begin`. Its record is: length | folded << 31, address of its bytes (u32 each); its first eight bytes; what to fold in
 * them; which of them count.
 */
// @ts-ignore: decorator
@inline function stands(record: usize, begin: usize, end: usize): bool {
  if (((load<u64>(begin) | load<u64>(record + 16)) & load<u64>(record + 24)) != load<u64>(record + 8)) return false;
  const packed = load<u32>(record);
  const length = <usize>(packed & 0xfff);
  if (begin + length > end) return false;
  return length <= 8 || matches(begin, load<u32>(record + 4), length, packed >> 31 != 0);
}

// What passes one look waits here for the next, so that each is a loop of its own: a processor then guesses better, and waits for memory once for many.
const PLACES: i32 = 1024;
const places: usize = memory.data(PLACES * 4, 16); // u32: addresses where a literal's rarest bytes may stand
let placeCount: i32 = 0;
const LIKELY: i32 = 256;
const likely: usize = memory.data(LIKELY * 8, 16); // u64: where a literal may begin << 32 | its number
let content: usize = 0;

/** Takes down where literals stand. False when a hit does not fit. */
function takeLikely(count: i32): bool {
  for (let i = 0; i < count; i++) {
    const packed = load<u64>(likely + (<usize>i << 3));
    const begin = <usize>(packed >> 32);
    const literal = <u32>packed;
    if (begin < content || !stands(records + (<usize>literal << 5), begin, contentEnd)) continue;
    const verdict = mayBegin(literal, begin, contentEnd);
    if (verdict == NEVER) continue;
    if (found == capacity) return false;
    insert((<u64>(begin - content) << 32) | <u64>literal | (verdict == NOT_HERE ? ASLEEP : 0));
  }
  return true;
}

/**
 * Compares the literals whose rarest bytes may stand at the places. A candidate is: the first eight bytes of its literal, each with bit 5 set, and 0 where it
 * has fewer; then, u32, 256 × number of the literal + offset of those rarest bytes in it + 1. False when a hit does not fit.
 */
function takePlaces(): bool {
  const fold = v128.load(constants, 80);
  const none = v128.load(constants, 96);
  let count = 0;
  for (let i = 0; i < placeCount; i++) {
    const at = <usize>load<u32>(places + (<usize>i << 2));
    const bucket = starts + (<usize>hash(load<u32>(at)) << 2);
    let candidate = candidates + <usize>load<u32>(bucket) * 12;
    const last = candidates + <usize>load<u32>(bucket + 4) * 12;
    for (; candidate < last; candidate += 12) {
      const named = load<u32>(candidate + 8);
      const begin = at + 1 - <usize>(named & 0xff);
      const first = v128.load64_zero(candidate);
      const here = v128.or(v128.load64_zero(begin), fold);
      store<u64>(likely + (<usize>count << 3), (<u64>begin << 32) | <u64>(named >> 8));
      count += <i32>i8x16.all_true(v128.or(i8x16.eq(here, first), i8x16.eq(first, none)));
      if (count < LIKELY) continue;
      if (!takeLikely(count)) return false;
      count = 0;
    }
  }
  placeCount = 0;
  return takeLikely(count);
}

/** Takes down the places of [start, end). False when a hit does not fit. Reads up to 32 bytes beyond `end`. */
function scanStretch(start: usize, end: usize): bool {
  const stop = end - 1; // no literal is shorter than two bytes
  // read, since V8 makes a constant anew each time that it is used
  const first = v128.load(constants);
  const second = v128.load(constants, 16);
  const third = v128.load(constants, 32);
  const seven = v128.load(constants, 48);
  const bit = v128.load(constants, 64);
  const none = v128.load(constants, 96);
  // every second place of the content
  for (let at = start - ((start - content) & 1); at < stop; ) {
    let passed: u64 = 0;
    const from = at;
    for (let shift: u64 = 0; shift < 64 && at < stop; shift += 16) {
      const even = likelyAmong(v128.load(at), first, second, third, seven, bit); // every fourth place
      const odd = likelyAmong(v128.load(at, 2), first, second, third, seven, bit); // and the ones between
      passed |= (<u64>i8x16.bitmask(i8x16.gt_u(even, none)) | (<u64>i8x16.bitmask(i8x16.gt_u(odd, none)) << 2)) << shift;
      at += 16;
    }
    if (at > stop) passed &= (<u64>1 << <u64>(stop - from)) - 1; // the next stretch may begin there
    for (; passed != 0; passed &= passed - 1) {
      store<u32>(places + (<usize>placeCount << 2), <u32>(from + <usize>ctz(passed)));
      placeCount++;
    }
    if (placeCount > PLACES - 32 && !takePlaces()) return false;
  }
  return true;
}

function startContent(contentAt: usize, size: u32): void {
  found = 0;
  placeCount = 0;
  content = contentAt;
  contentEnd = contentAt + <usize>size;
}

/** Finds the literals of a whole content. Gives the number of hits, ascending in `fresh`, or -1 when there are more than fit. */
export function scanWhole(contentAt: usize, size: u32): i32 {
  startContent(contentAt, size);
  return scanStretch(content, contentEnd) && takePlaces() ? found : -1;
}

/**
 * Finds literals where a delta brought something new: in its inserts, across its seams and at the end of the content, with `margin` bytes (the
 * longest literal, less one) on either side. Literals that lie within one copy may be among them. -1 as in `scanWhole`.
 */
export function scanSegments(contentAt: usize, size: u32, segments: usize, count: i32, margin: u32): i32 {
  startContent(contentAt, size);
  let start: u32 = 0;
  let end: u32 = 0; // [start, end) waits to be scanned
  for (let i = 0; i <= count; i++) {
    const segment = segments + <usize>i * 12;
    const offset = i < count ? load<u32>(segment) : size;
    const isInsert = i < count && load<u32>(segment + 4) == u32.MAX_VALUE;
    if (i == 0 && !isInsert) continue; // what lies before the first copy is no seam
    if (i < count && (load<u32>(segment + 8) & GLUED) != 0) continue;
    const from = offset > margin ? offset - margin : 0;
    const reach = (isInsert ? offset + load<u32>(segment + 8) : offset) + margin;
    const to = reach < size ? reach : size;
    if (from <= end) {
      if (to > end) end = to;
      continue;
    }
    if (!scanStretch(content + <usize>start, content + <usize>end)) return -1;
    start = from;
    end = to;
  }
  if (end > start && !scanStretch(content + <usize>start, content + <usize>end)) return -1;
  return takePlaces() ? found : -1;
}
