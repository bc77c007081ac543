// Git's deltas (gitformat-pack, "Deltified representation").

let cursor: usize = 0;

function varint(end: usize): u64 {
  let value: u64 = 0;
  let shift: u64 = 0;
  while (cursor < end && shift < 63) {
    const byte = <u64>load<u8>(cursor++);
    value |= (byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) return value;
    shift += 7;
  }
  return u64.MAX_VALUE;
}

/** So short, a stretch is copied faster here than by the engine, whose `memory.copy` is a call. */
const SHORT: usize = 128;

/** Copies a stretch to another block; writes up to 15 bytes beyond it, and reads as many. */
// @ts-ignore: decorator
@inline function copy(to: usize, from: usize, length: usize): void {
  if (length > SHORT) memory.copy(to, from, length);
  else for (let i: usize = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
}

/** The size of the object that a delta makes, or -1 when it does not fit its base. */
export function deltaResultSize(delta: usize, deltaLength: usize, baseLength: usize): f64 {
  cursor = delta;
  if (varint(delta + deltaLength) != <u64>baseLength) return -1;
  const size = varint(delta + deltaLength);
  return size == u64.MAX_VALUE ? -1 : <f64>size;
}

/** So many bytes before a copy make it glued: more than a literal may lie before a seam. */
export const GLUE: usize = 24;
/** Set in the length of a glued copy. */
export const GLUED: u32 = 0x8000_0000;

/** Whether the bytes before a copy, which another copy made, are those that stand before its stretch of the base, too: then no literal across that seam is new. */
// @ts-ignore: decorator
@inline function isGlued(at: usize, from: usize): bool {
  return (
    load<u64>(at - 8) == load<u64>(from - 8) && load<u64>(at - 16) == load<u64>(from - 16) && load<u64>(at - 24) == load<u64>(from - 24)
  );
}

/**
 * Applies a delta: writes the object to `target` and its make-up to `segments` as triples of u32 (offset in the object, offset in the
 * base or 0xFFFFFFFF for an insert, length with GLUED); copies of neighbouring stretches are joined. Gives the number of segments, or -1 when the delta is broken.
 * There are at most as many segments as the delta has bytes.
 */
export function applyDelta(
  base: usize,
  baseLength: usize,
  delta: usize,
  deltaLength: usize,
  target: usize,
  size: usize,
  segments: usize,
): i32 {
  const end = delta + deltaLength;
  cursor = delta;
  varint(end);
  varint(end);
  let output: usize = 0;
  let count = 0;
  let segment = segments - 12;
  while (cursor < end) {
    const command = load<u8>(cursor++);
    let offset: usize = 0;
    let length: usize = 0;
    if ((command & 0x80) != 0) {
      if ((command & 0x01) != 0) offset = load<u8>(cursor++);
      if ((command & 0x02) != 0) offset |= (<usize>load<u8>(cursor++)) << 8;
      if ((command & 0x04) != 0) offset |= (<usize>load<u8>(cursor++)) << 16;
      if ((command & 0x08) != 0) offset |= (<usize>load<u8>(cursor++)) << 24;
      if ((command & 0x10) != 0) length = load<u8>(cursor++);
      if ((command & 0x20) != 0) length |= (<usize>load<u8>(cursor++)) << 8;
      if ((command & 0x40) != 0) length |= (<usize>load<u8>(cursor++)) << 16;
      if (length == 0) length = 0x10000;
      if (<u64>offset + <u64>length > <u64>baseLength || <u64>output + <u64>length > <u64>size || cursor > end)
        return -1;
      copy(target + output, base + offset, length);
      if (
        count > 0 &&
        load<u32>(segment + 4) != u32.MAX_VALUE &&
        load<u32>(segment + 4) + (load<u32>(segment + 8) & ~GLUED) == <u32>offset
      ) {
        store<u32>(segment + 8, load<u32>(segment + 8) + <u32>length);
        output += length;
        continue;
      }
    } else {
      length = <usize>command;
      if (length == 0 || cursor + length > end || output + length > size) return -1;
      copy(target + output, cursor, length);
      cursor += length;
      offset = <usize>u32.MAX_VALUE;
      if (count > 0 && load<u32>(segment + 4) == u32.MAX_VALUE) {
        store<u32>(segment + 8, load<u32>(segment + 8) + <u32>length);
        output += length;
        continue;
      }
    }
    const isAfterCopy = count > 0 && load<u32>(segment + 4) != u32.MAX_VALUE && <usize>(load<u32>(segment + 8) & ~GLUED) >= GLUE;
    const glued = isAfterCopy && offset != <usize>u32.MAX_VALUE && offset >= GLUE && output >= GLUE && isGlued(target + output, base + offset);
    segment += 12;
    store<u32>(segment, <u32>output);
    store<u32>(segment + 4, <u32>offset);
    store<u32>(segment + 8, <u32>length | (glued ? GLUED : 0));
    output += length;
    count++;
  }
  return output == size ? count : -1;
}
