// What commits and trees name (gitformat-pack, gitdatamodel): objects by their place in the ascending list of a pack index's ids.

// Set by JavaScript before the first look.
let ids: usize = 0; // one after the other
let idBytes: usize = 0; // 20 or 32
let starts: usize = 0; // per first two bytes of an id u32: place of the first that begins so; one more at the end
let recent: usize = 0; // per last 14 bits of an id 16 bytes: the first twelve of the one that was met last; its place | wanted << 31 (u32), ABSENT before that
let wanted: usize = 0; // per id u8: 1 for a blob whose origin is asked for
let seed: u32 = 0; // drawn at random, so that nobody can write names with equal hashes

export function configureHistory(idsAt: usize, bytesOfId: usize, startsAt: usize, recentAt: usize, wantedAt: usize, nameSeed: u32): void {
  ids = idsAt;
  idBytes = bytesOfId;
  starts = startsAt;
  recent = recentAt;
  wanted = wantedAt;
  seed = nameSeed;
}

/** What stands for a place where there is none. */
const ABSENT: u32 = u32.MAX_VALUE;
/** What stands for a number of words where there is none. */
const BROKEN: i32 = -1;
const LACKING: i32 = -2;

// @ts-ignore: decorator
@inline function isSame(id: usize, other: usize): bool {
  for (let i: usize = 0; i < idBytes; i += 4) if (load<u32>(id + i) != load<u32>(other + i)) return false;
  return true;
}

/** Order of two ids behind their first two bytes. */
function isLess(id: usize, other: usize): bool {
  for (let i: usize = 2; i < idBytes; i++) {
    const a = load<u8>(id + i);
    const b = load<u8>(other + i);
    if (a != b) return a < b;
  }
  return false;
}

function search(id: usize): u32 {
  const bucket = starts + (<usize>((<u32>load<u8>(id) << 8) | load<u8>(id + 1)) << 2);
  let low = load<u32>(bucket);
  let high = load<u32>(bucket + 4);
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLess(ids + <usize>middle * idBytes, id)) low = middle + 1;
    else high = middle;
  }
  return low < end && isSame(ids + <usize>low * idBytes, id) ? low : ABSENT;
}

const WANTED: u32 = 0x8000_0000;
const LAST: usize = (1 << 14) - 1;

/** Place of an id, with WANTED; ABSENT. Trees of one folder name the same objects again and again: the last look-up is asked first. */
function placeOf(id: usize): u32 {
  const slot = recent + ((<usize>load<u16>(id + idBytes - 2) & LAST) << 4);
  if (load<u64>(slot) == load<u64>(id) && load<u32>(slot + 8) == load<u32>(id + 8)) return load<u32>(slot + 12);
  const place = search(id);
  if (place == ABSENT) return ABSENT;
  const found = place | (load<u8>(wanted + <usize>place) == 0 ? 0 : WANTED);
  store<u64>(slot, load<u64>(id));
  store<u32>(slot + 8, load<u32>(id + 8));
  store<u32>(slot + 12, found);
  return found;
}

const TYPE: u32 = 0o170000;
const FOLDER: u32 = 0o040000;
const SUBMODULE: u32 = 0o160000;

/** FNV-1a from a seed of our own. */
function hashOf(name: usize, end: usize): u32 {
  let hash = seed;
  for (; name < end; name++) hash = (hash ^ <u32>load<u8>(name)) * 0x0100_0193;
  return hash;
}

/** Where the next 0 stands; `end` or behind it where there is none before. Reads up to 15 bytes beyond. */
// @ts-ignore: decorator
@inline function zeroFrom(at: usize, end: usize): usize {
  for (; at < end; at += 16) {
    const zeros = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0)));
    if (zeros != 0) return at + <usize>ctz(zeros);
  }
  return end;
}

/**
 * Writes a tree's row, u32: its place, the number of words that follow, for each folder in it and each blob that is wanted its place and its name's hash.
 * Gives how many u32 those are; -1 for what is no tree, -2 where it names an object that the list lacks. There are at most two for each `idBytes` bytes,
 * and four.
 */
export function readTree(tree: usize, size: usize, place: u32, into: usize): i32 {
  const end = tree + size;
  let to = into + 8;
  for (let at = tree; at < end; at += idBytes) {
    let mode: u32 = 0;
    for (; at < end && load<u8>(at) != 0x20; at++) mode = (mode << 3) + (<u32>load<u8>(at) - 0x30);
    const name = at + 1;
    const nameEnd = zeroFrom(name, end);
    at = nameEnd + 1;
    if (at + idBytes > end) return BROKEN;
    const type = mode & TYPE;
    if (type == SUBMODULE) continue;
    const found = placeOf(at);
    if (found == ABSENT) return LACKING;
    if (type != FOLDER && (found & WANTED) == 0) continue;
    store<u32>(to, found & ~WANTED);
    store<u32>(to + 4, hashOf(name, nameEnd));
    to += 8;
  }
  return header(into, place, to);
}

// @ts-ignore: decorator
@inline function header(into: usize, place: u32, to: usize): i32 {
  store<u32>(into, place);
  store<u32>(into + 4, <u32>((to - into) >> 2) - 2);
  return <i32>((to - into) >> 2);
}

// @ts-ignore: decorator
@inline function digit(byte: u32): u32 {
  return byte <= 0x39 ? byte - 0x30 : byte - 0x57;
}

const idOf: usize = memory.data(32, 4);

/** The place of an id in hexadecimal. */
function placeOfHex(hex: usize): u32 {
  for (let i: usize = 0; i < idBytes; i++)
    store<u8>(idOf + i, <u8>((digit(load<u8>(hex + 2 * i)) << 4) | digit(load<u8>(hex + 2 * i + 1))));
  const found = placeOf(idOf);
  return found == ABSENT ? ABSENT : found & ~WANTED;
}

/** Seconds since 1970 behind a line's last `>`; 0 where there is no number, as git takes it. */
function timeOf(line: usize, lineEnd: usize): u64 {
  let at = lineEnd;
  while (at > line && load<u8>(at - 1) != 0x3e) at--;
  while (at < lineEnd && load<u8>(at) == 0x20) at++;
  let time: u64 = 0;
  for (; at < lineEnd && load<u8>(at) >= 0x30 && load<u8>(at) <= 0x39 && time < <u64>1 << 52; at++)
    time = time * 10 + <u64>(load<u8>(at) - 0x30);
  return time;
}

function lineEndOf(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) != 0x0a) at++;
  return at;
}

/**
 * Writes a commit's row, u32: its place, the number of words that follow, the place of its tree, the committer's time (low half, high half), the place of
 * each parent. Otherwise as `readTree`. There is at most one for each 40 bytes, and six.
 */
export function readCommit(commit: usize, size: usize, place: u32, into: usize): i32 {
  const end = commit + size;
  const hexBytes = idBytes << 1;
  // "tree "
  if (size < 6 + hexBytes || load<u32>(commit) != 0x6565_7274 || load<u8>(commit + 5 + hexBytes) != 0x0a) return BROKEN;
  const tree = placeOfHex(commit + 5);
  if (tree == ABSENT) return LACKING;
  let at = commit + 6 + hexBytes;
  let to = into + 20;
  // "parent "
  while (at + 8 + hexBytes <= end && load<u64>(at) << 8 == 0x2074_6e65_7261_7000) {
    const parent = placeOfHex(at + 7);
    if (parent == ABSENT) return LACKING;
    store<u32>(to, parent);
    to += 4;
    at += 8 + hexBytes;
  }
  const committer = lineEndOf(at, end) + 1;
  const time = committer < end ? timeOf(committer, lineEndOf(committer, end)) : 0;
  store<u32>(into + 8, tree);
  store<u32>(into + 12, <u32>time);
  store<u32>(into + 16, <u32>(time >> 32));
  return header(into, place, to);
}
