// The anchor gate: one pass over new bytes; exact comparison where some literal's rarest pair of bytes stands.

// Set by JavaScript before the first scan.
let gate: usize = 0; // 65,536 × u16: number of a bigram's bucket, 0 for none
let buckets: usize = 0; // per bucket two u32: first candidate, count
let candidates: usize = 0; // per candidate four u32: literal, offset of the pair in it, address of its bytes, length | folded << 31
let hits: usize = 0; // pairs of u32: literal, offset
let capacity: i32 = 0;

export function configure(gateAt: usize, bucketsAt: usize, candidatesAt: usize, hitsAt: usize, hitCapacity: i32): void {
  gate = gateAt;
  buckets = bucketsAt;
  candidates = candidatesAt;
  hits = hitsAt;
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

/**
 * Finds literals that lie in [from, to) of the content at `content`, given as offsets in it. Gives the number of hits, or -1 when there
 * are more than fit: then the caller scans in parts.
 */
export function scan(content: usize, from: i32, to: i32): i32 {
  let found = 0;
  const start = content + from;
  const end = content + to;
  for (let at = start; at + 1 < end; at++) {
    const bucket = <usize>load<u16>(gate + (<usize>load<u16>(at) << 1));
    if (bucket == 0) continue;
    let candidate = candidates + (<usize>load<u32>(buckets + (bucket << 3)) << 4);
    const last = candidate + (<usize>load<u32>(buckets + (bucket << 3) + 4) << 4);
    for (; candidate < last; candidate += 16) {
      const inside = <usize>load<u32>(candidate + 4);
      const packed = load<u32>(candidate + 12);
      const length = <usize>(packed & 0x7fffffff);
      const begin = at - inside;
      if (begin < start || begin + length > end) continue;
      if (!matches(begin, load<u32>(candidate + 8), length, packed >> 31 != 0)) continue;
      if (found == capacity) return -1;
      store<u32>(hits + (<usize>found << 3), load<u32>(candidate));
      store<u32>(hits + (<usize>found << 3) + 4, <u32>(begin - content));
      found++;
    }
  }
  return found;
}
