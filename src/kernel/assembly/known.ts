// Regions in which a rule found nothing before: the same bytes are met again and again, in the versions of one file and in its copies.

// Set by JavaScript before the first visit.
let table: usize = 0; // u64 marks, each at the place that its low bits name
let mask: u64 = 0;
let key0: u64 = 0; // drawn at random: nobody can write a region that has another one's mark
let key1: u64 = 0;

export function configureKnown(tableAt: usize, bits: u32, first: u64, second: u64): void {
  table = tableAt;
  mask = (<u64>1 << bits) - 1;
  key0 = first;
  key1 = second;
}

let v0: u64 = 0;
let v1: u64 = 0;
let v2: u64 = 0;
let v3: u64 = 0;

// @ts-ignore: decorator
@inline function round(): void {
  v0 += v1;
  v1 = rotl<u64>(v1, 13) ^ v0;
  v0 = rotl<u64>(v0, 32);
  v2 += v3;
  v3 = rotl<u64>(v3, 16) ^ v2;
  v0 += v3;
  v3 = rotl<u64>(v3, 21) ^ v0;
  v2 += v1;
  v1 = rotl<u64>(v1, 17) ^ v2;
  v2 = rotl<u64>(v2, 32);
}

// @ts-ignore: decorator
@inline function take(word: u64): void {
  v3 ^= word;
  round();
  v0 ^= word;
}

/** SipHash-1-3 (Aumasson and Bernstein, 2012) of two words and some bytes; reads up to eight bytes beyond them. Never 0. */
export function markOf(first: u64, second: u64, at: usize, end: usize): u64 {
  v0 = key0 ^ 0x736f_6d65_7073_6575;
  v1 = key1 ^ 0x646f_7261_6e64_6f6d;
  v2 = key0 ^ 0x6c79_6765_6e65_7261;
  v3 = key1 ^ 0x7465_6462_7974_6573;
  take(first);
  take(second);
  const length = end - at + 16;
  for (; at + 8 <= end; at += 8) take(load<u64>(at));
  const left = <u64>(end - at) << 3;
  take((load<u64>(at) & (((<u64>1) << left) - 1)) | (<u64>length << 56));
  v2 ^= 0xff;
  round();
  round();
  round();
  const mark = v0 ^ v1 ^ v2 ^ v3;
  return mark == 0 ? 1 : mark;
}

export function isKnown(mark: u64): bool {
  return load<u64>(table + (<usize>(mark & mask) << 3)) == mark;
}

/** Writes down that nothing was found in a region with this mark. */
export function remember(mark: u64): void {
  store<u64>(table + (<usize>(mark & mask) << 3), mark);
}
