// The anchor gate: one pass over new bytes; exact comparison where the rarest three bytes of some literal stand, and after them a byte that may follow.

import { GLUED } from "./delta";
import { mayBegin, NEVER, NOT_HERE } from "./sieve";

// Set by JavaScript before the first scan.
let heads: usize = 0; // per hash of three bytes u16: number of a bucket
let buckets: usize = 0; // per bucket two u32: first candidate, count
let candidates: usize = 0; // per candidate five u64: see `tryAt`

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

export function configureGate(headsAt: usize, bucketsAt: usize, candidatesAt: usize): void {
  heads = headsAt;
  buckets = bucketsAt;
  candidates = candidatesAt;
}

/** Where to write what is found, and how much fits. */
export function setFresh(freshAt: usize, hitCapacity: i32): void {
  fresh = freshAt;
  capacity = hitCapacity;
}

/**
 * Whether a literal's rarest three bytes and the one after them may stand in four bytes: bit 0. A line of the cache holds what may follow two bytes, since
 * the pairs that text is made of are few. JavaScript does the same.
 */
// @ts-ignore: decorator
@inline function isLikely(quad: u32): u32 {
  const slot = ((((quad << 16) * 0x9e37_79b1) >> 12) & 0xf_ffc0) | ((quad >> 16) & 0x3f);
  return <u32>load<u8>(slot, gate) >> ((quad >> 24) & 7);
}

/** Three bytes to 20 bits (multiplicative hashing). JavaScript does the same. */
// @ts-ignore: decorator
@inline function hash(gram: u32): u32 {
  return ((gram << 8) * 0x9e37_79b1) >> 12;
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
 * Compares the literals whose rarest bytes may stand at `at`. A candidate is: literal, offset of those bytes in it (u32 each); length | folded << 31,
 * address of its bytes (u32 each); its first eight bytes; what to fold in them; which of them count. False when a hit does not fit.
 */
function tryAt(at: usize, hashed: u32, content: usize, start: usize, end: usize): bool {
  const bucket = buckets + (<usize>load<u16>(heads + (<usize>hashed << 1)) << 3);
  let candidate = candidates + <usize>load<u32>(bucket) * 40;
  const last = candidate + <usize>load<u32>(bucket + 4) * 40;
  for (; candidate < last; candidate += 40) {
    const begin = at - <usize>load<u32>(candidate + 4);
    if (((load<u64>(begin) | load<u64>(candidate + 24)) & load<u64>(candidate + 32)) != load<u64>(candidate + 16)) continue;
    const packed = load<u32>(candidate + 8);
    const length = <usize>(packed & 0xfff);
    if (begin < start || begin + length > end) continue;
    if (length > 8 && !matches(begin, load<u32>(candidate + 12), length, packed >> 31 != 0)) continue;
    const verdict = mayBegin(load<u32>(candidate), begin, contentEnd);
    if (verdict == NEVER) continue;
    if (found == capacity) return false;
    insert((<u64>(begin - content) << 32) | <u64>load<u32>(candidate) | (verdict == NOT_HERE ? ASLEEP : 0));
  }
  return true;
}

/** Adds hits in [start, end) to those already found; false when they do not fit. Reads up to eight bytes beyond `end`. */
function scanStretch(content: usize, start: usize, end: usize): bool {
  const stop = end - 1; // no literal is shorter than two bytes
  for (let at = start; at < stop; at += 8) {
    const front = load<u64>(at);
    const back = load<u64>(at + 4);
    const first = isLikely(<u32>front);
    const second = isLikely(<u32>(front >> 16));
    const third = isLikely(<u32>back);
    const fourth = isLikely(<u32>(back >> 16));
    if (((first | second | third | fourth) & 1) == 0) continue;
    if ((first & 1) != 0 && !tryAt(at, hash(<u32>front), content, start, end)) return false;
    if ((second & 1) != 0 && !tryAt(at + 2, hash(<u32>(front >> 16)), content, start, end)) return false;
    if ((third & 1) != 0 && !tryAt(at + 4, hash(<u32>back), content, start, end)) return false;
    if ((fourth & 1) != 0 && !tryAt(at + 6, hash(<u32>(back >> 16)), content, start, end)) return false;
  }
  return true;
}

/** Finds the literals of a whole content. Gives the number of hits, ascending in `fresh`, or -1 when there are more than fit. */
export function scanWhole(content: usize, size: u32): i32 {
  found = 0;
  contentEnd = content + <usize>size;
  return scanStretch(content, content, content + <usize>size) ? found : -1;
}

/**
 * Finds literals where a delta brought something new: in its inserts, across its seams and at the end of the content, with `margin` bytes (the
 * longest literal, less one) on either side. Literals that lie within one copy may be among them. -1 as in `scanWhole`.
 */
export function scanSegments(content: usize, size: u32, segments: usize, count: i32, margin: u32): i32 {
  found = 0;
  contentEnd = content + <usize>size;
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
    if (!scanStretch(content, content + <usize>start, content + <usize>end)) return -1;
    start = from;
    end = to;
  }
  if (end > start && !scanStretch(content, content + <usize>start, content + <usize>end)) return -1;
  return found;
}

