import { damaged, early } from "./damage.ts";

/** LZMA as the public domain specification of its author has it ("LZMA specification", Igor Pavlov, 2015); offsets into one table of probabilities. */
const [isMatch, isRep, isRepG0, isRepG1, isRepG2, isRep0Long] = [0, 192, 204, 216, 228, 240] as const;
const [posSlots, specialPos, align, matchLength, repLength, literals] = [432, 688, 816, 832, 1346, 1860] as const;
/** Within the coder of a length: short ones by position, then middle ones, then all others. */
const [second, low, middle, high] = [1, 2, 130, 258] as const;
const literalSize = 0x300;
const longestMatch = 273;

/** How literals and positions are told apart. */
export interface Properties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** Undefined for a byte that stands for none. */
export const propertiesOf = (byte: number): Properties | undefined =>
  byte >= 225 ? undefined : { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };

/** A decoder between two calls. Numbers of the range coder are kept as 32-bit integers, which V8 keeps without a box. */
export interface Lzma {
  readonly input: Buffer;
  at: number;
  range: number;
  code: number;
  probabilities: Uint16Array;
  properties: Properties;
  state: number;
  readonly distances: Int32Array;
  /** What was unpacked last: up to `position`, from `start` on where the dictionary begins. */
  window: Buffer;
  position: number;
  start: number;
  /** Bytes since the dictionary began; only the lowest bits count. */
  total: number;
}

export const createLzma = (input: Buffer, at: number): Lzma => ({
  input,
  at,
  range: -1,
  code: 0,
  probabilities: new Uint16Array(0),
  properties: { lc: 3, lp: 0, pb: 2 },
  state: 0,
  distances: new Int32Array(4),
  window: Buffer.alloc(0),
  position: 0,
  start: 0,
  total: 0,
});

export const resetState = (lzma: Lzma, properties: Properties): void => {
  const size = literals + (literalSize << (properties.lc + properties.lp));
  if (lzma.probabilities.length !== size) lzma.probabilities = new Uint16Array(size);
  lzma.probabilities.fill(1024);
  lzma.properties = properties;
  lzma.state = 0;
  lzma.distances.fill(0);
};

/** Five bytes, of which the first is zero. */
export const startRange = (lzma: Lzma): void => {
  const { input, at } = lzma;
  if (at + 5 > input.length) throw early();
  if (input[at] !== 0) throw damaged();
  lzma.range = -1;
  lzma.code = input.readInt32BE(at + 1);
  lzma.at = at + 5;
};

/** What is kept at most to copy from, whatever the dictionary's size is said to be. */
const mostKept = 64 << 20;
const doubledUpTo = 8 << 20;

/** Makes room for so many bytes behind the position, and keeps what may still be copied. */
export const makeRoom = (lzma: Lzma, size: number, dictionary: number): void => {
  const needed = lzma.position + size + longestMatch;
  if (needed <= lzma.window.length) return;
  const kept = Math.min(lzma.position, dictionary, mostKept);
  const most = kept + size + longestMatch;
  if (lzma.position - kept >= kept >> 2 && most <= lzma.window.length) {
    lzma.window.copyWithin(0, lzma.position - kept, lzma.position);
  } else {
    const larger = Buffer.allocUnsafeSlow(Math.max(most + (kept >> 2), Math.min(needed * 2, doubledUpTo)));
    lzma.window.copy(larger, 0, lzma.position - kept, lzma.position);
    lzma.window = larger;
  }
  lzma.start = Math.max(0, lzma.start - (lzma.position - kept));
  lzma.position = kept;
};

const bit = (lzma: Lzma, index: number): number => {
  const { probabilities } = lzma;
  const probability = probabilities[index]!;
  const bound = Math.imul(lzma.range >>> 11, probability);
  let value = 0;
  if (lzma.code >>> 0 < bound >>> 0) {
    lzma.range = bound;
    probabilities[index] = probability + ((2048 - probability) >> 5);
  } else {
    lzma.range = (lzma.range - bound) | 0;
    lzma.code = (lzma.code - bound) | 0;
    probabilities[index] = probability - (probability >> 5);
    value = 1;
  }
  if (lzma.range >>> 24 === 0) {
    lzma.range <<= 8;
    lzma.code = (lzma.code << 8) | lzma.input[lzma.at++]!;
  }
  return value;
};

/** Bits that are as likely one as the other. */
const directBits = (lzma: Lzma, count: number): number => {
  let value = 0;
  for (let i = 0; i < count; i++) {
    lzma.range >>>= 1;
    const isOne = lzma.code >>> 0 >= lzma.range >>> 0;
    if (isOne) lzma.code = (lzma.code - lzma.range) | 0;
    value = (value << 1) | (isOne ? 1 : 0);
    if (lzma.range >>> 24 === 0) {
      lzma.range <<= 8;
      lzma.code = (lzma.code << 8) | lzma.input[lzma.at++]!;
    }
  }
  return value;
};

const tree = (lzma: Lzma, base: number, bits: number): number => {
  let node = 1;
  for (let i = 0; i < bits; i++) node = (node << 1) | bit(lzma, base + node);
  return node - (1 << bits);
};

const reversedTree = (lzma: Lzma, base: number, bits: number): number => {
  let node = 1;
  let value = 0;
  for (let i = 0; i < bits; i++) {
    const one = bit(lzma, base + node);
    node = (node << 1) | one;
    value |= one << i;
  }
  return value;
};

const lengthAt = (lzma: Lzma, base: number, place: number): number => {
  if (bit(lzma, base) === 0) return 2 + tree(lzma, base + low + (place << 3), 3);
  if (bit(lzma, base + second) === 0) return 10 + tree(lzma, base + middle + (place << 3), 3);
  return 18 + tree(lzma, base + high, 8);
};

const distanceFor = (lzma: Lzma, length: number): number => {
  const slot = tree(lzma, posSlots + (Math.min(length - 2, 3) << 6), 6);
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  const base = (2 | (slot & 1)) << bits;
  if (slot < 14) return base + reversedTree(lzma, specialPos + base - slot, bits);
  return (base + (directBits(lzma, bits - 4) << 4) + reversedTree(lzma, align, 4)) | 0;
};

const literal = (lzma: Lzma): void => {
  const { window, position, properties, state, total } = lzma;
  const before = position > lzma.start ? window[position - 1]! : 0;
  const place = ((total & ((1 << properties.lp) - 1)) << properties.lc) + (before >> (8 - properties.lc));
  const base = literals + literalSize * place;
  let symbol = 1;
  if (state >= 7) {
    let match = window[position - lzma.distances[0]! - 1]!;
    for (let same = 0x100; symbol < 0x100; ) {
      match <<= 1;
      const expected = match & same;
      const one = bit(lzma, base + same + expected + symbol);
      symbol = (symbol << 1) | one;
      same &= one === 1 ? match : ~match;
    }
  } else while (symbol < 0x100) symbol = (symbol << 1) | bit(lzma, base + symbol);
  window[position] = symbol & 0xff;
  lzma.position++;
  lzma.total++;
  lzma.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
};

/** A match at a distance that came before; gives its length, zero for a single byte. */
const repeated = (lzma: Lzma, place: number): number => {
  const { state, distances } = lzma;
  if (bit(lzma, isRepG0 + state) === 0) {
    if (bit(lzma, isRep0Long + (state << 4) + place) === 0) {
      lzma.state = state < 7 ? 9 : 11;
      return 1;
    }
  } else {
    const which = bit(lzma, isRepG1 + state) === 0 ? 1 : 2 + bit(lzma, isRepG2 + state);
    const distance = distances[which]!;
    distances.copyWithin(1, 0, which);
    distances[0] = distance;
  }
  lzma.state = state < 7 ? 8 : 11;
  return lengthAt(lzma, repLength, place);
};

const fresh = (lzma: Lzma, place: number): number => {
  const { state, distances } = lzma;
  distances.copyWithin(1, 0, 3);
  const length = lengthAt(lzma, matchLength, place);
  distances[0] = distanceFor(lzma, length);
  lzma.state = state < 7 ? 7 : 10;
  return length;
};

const copy = (lzma: Lzma, length: number): void => {
  const { window, position } = lzma;
  const distance = lzma.distances[0]! + 1;
  if (distance <= 0 || distance > position - lzma.start) throw damaged();
  for (let at = position; at < position + length; at++) window[at] = window[at - distance]!;
  lzma.position += length;
  lzma.total += length;
};

/** Unpacks up to a position, or as far beyond as the last match goes. True where a mark said that this is the end. */
export const unpackTo = (lzma: Lzma, limit: number): boolean => {
  const mask = (1 << lzma.properties.pb) - 1;
  while (lzma.position < limit) {
    if (lzma.at > lzma.input.length) throw early();
    const place = lzma.total & mask;
    if (bit(lzma, isMatch + (lzma.state << 4) + place) === 0) literal(lzma);
    else {
      const length = bit(lzma, isRep + lzma.state) === 0 ? fresh(lzma, place) : repeated(lzma, place);
      if (lzma.distances[0] === -1) return true;
      copy(lzma, length);
    }
  }
  return false;
};
