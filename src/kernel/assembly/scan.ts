// The anchor gate: one pass over new bytes; exact comparison where some literal's rarest pair of bytes stands.

// Set by JavaScript before the first scan.
let gate: usize = 0; // 65,536 × u16: number of a bigram's bucket, 0 for none
let buckets: usize = 0; // per bucket two u32: first candidate, count
let candidates: usize = 0; // per candidate four u32: literal, offset of the pair in it, address of its bytes, length | run << 16 | folded << 31

/** Hits are u64 that sort by offset: offset << 32 | literal. */
export let fresh: usize = 0;
let capacity: i32 = 0;

export function configureGate(gateAt: usize, bucketsAt: usize, candidatesAt: usize): void {
  gate = gateAt;
  buckets = bucketsAt;
  candidates = candidatesAt;
}

/** Where to write what is found, and how much fits. */
export function setFresh(freshAt: usize, hitCapacity: i32): void {
  fresh = freshAt;
  capacity = hitCapacity;
}

// @ts-ignore: decorator
@inline function fold(byte: u8): u8 {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

// @ts-ignore: decorator
@inline function matches(at: usize, literal: usize, length: usize, folded: bool): bool {
  if (folded) {
    for (let i: usize = 0; i < length; i++) if (fold(load<u8>(at + i)) != load<u8>(literal + i)) return false;
  } else {
    for (let i: usize = 0; i < length; i++) if (load<u8>(at + i) != load<u8>(literal + i)) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline function isTokenByte(byte: u8): bool {
  return (
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte == 0x5f || byte == 0x2d
  );
}

/** Whether `length` bytes are letters, digits, `_` or `-`: looked at from the end, where prose gives up first. */
function isRun(at: usize, length: usize): bool {
  for (let i = length; i > 0; i--) if (!isTokenByte(load<u8>(at + i - 1))) return false;
  return true;
}

/** Puts a hit where it belongs among those before `at`: hits come nearly in order, since their pairs do. */
// @ts-ignore: decorator
@inline function insert(at: usize, hit: u64): void {
  while (at > fresh && load<u64>(at - 8) > hit) {
    store<u64>(at, load<u64>(at - 8));
    at -= 8;
  }
  store<u64>(at, hit);
}

/** Adds hits in [start, end) to those already found; gives the new number, or -1 when they do not fit. */
function scanStretch(content: usize, start: usize, end: usize, before: i32): i32 {
  let found = before;
  for (let at = start; at + 1 < end; at++) {
    const bucket = <usize>load<u16>(gate + (<usize>load<u16>(at) << 1));
    if (bucket == 0) continue;
    let candidate = candidates + (<usize>load<u32>(buckets + (bucket << 3)) << 4);
    const last = candidate + (<usize>load<u32>(buckets + (bucket << 3) + 4) << 4);
    for (; candidate < last; candidate += 16) {
      const inside = <usize>load<u32>(candidate + 4);
      const packed = load<u32>(candidate + 12);
      const length = <usize>(packed & 0xffff);
      const run = <usize>((packed >> 16) & 0xff);
      const begin = at - inside;
      if (begin < start || begin + length + run > end) continue;
      if (!matches(begin, load<u32>(candidate + 8), length, packed >> 31 != 0)) continue;
      if (run != 0 && !isRun(begin + length, run)) continue;
      if (found == capacity) return -1;
      insert(fresh + (<usize>found << 3), (<u64>(begin - content) << 32) | <u64>load<u32>(candidate));
      found++;
    }
  }
  return found;
}

/** Finds the literals of a whole content. Gives the number of hits, ascending in `fresh`, or -1 when there are more than fit. */
export function scanWhole(content: usize, size: u32): i32 {
  return scanStretch(content, content, content + <usize>size, 0);
}

/**
 * Finds literals where a delta brought something new: in its inserts and across its seams, with `margin` bytes (the longest literal, less
 * one) on either side. Literals that lie within one copy may be among them. -1 as in `scanWhole`.
 */
export function scanSegments(content: usize, size: u32, segments: usize, count: i32, margin: u32): i32 {
  let found = 0;
  let start: u32 = 0;
  let end: u32 = 0; // [start, end) waits to be scanned
  for (let i = 0; i < count; i++) {
    const segment = segments + <usize>i * 12;
    const offset = load<u32>(segment);
    const isInsert = load<u32>(segment + 4) == u32.MAX_VALUE;
    if (i == 0 && !isInsert) continue; // what lies before the first copy is no seam
    const from = offset > margin ? offset - margin : 0;
    const reach = (isInsert ? offset + load<u32>(segment + 8) : offset) + margin;
    const to = reach < size ? reach : size;
    if (from <= end) {
      if (to > end) end = to;
      continue;
    }
    found = scanStretch(content, content + <usize>start, content + <usize>end, found);
    if (found < 0) return -1;
    start = from;
    end = to;
  }
  return end > start ? scanStretch(content, content + <usize>start, content + <usize>end, found) : found;
}
