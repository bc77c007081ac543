import { damaged, early, unsupported } from "./damage.ts";
import { createLzma, type Lzma, makeRoom, propertiesOf, resetState, startRange, unpackTo } from "./lzma.ts";
import type { Unpacker } from "./unpack-whole.ts";

/** So much comes at once. */
const piece = 1 << 18;

/** What a window has since a position. */
const since = (lzma: Lzma, position: number): Buffer => lzma.window.subarray(position, lzma.position);

/** A file of `lzma`: properties, the dictionary's size, the size or ones; then one stream ("LZMA file format", section 1.1). */
export const unlzma: Unpacker = function* (packed) {
  const properties = propertiesOf(packed.readUInt8(0));
  if (properties === undefined) throw damaged();
  const dictionary = packed.readUInt32LE(1);
  const size = packed.readBigUInt64LE(5) === 2n ** 64n - 1n ? Infinity : Number(packed.readBigUInt64LE(5));
  const lzma = createLzma(packed, 13);
  resetState(lzma, properties);
  startRange(lzma);
  return yield* unpackStream(lzma, size, dictionary);
};

/** One stream of LZMA. Gives where it ends. */
export function* unpackStream(lzma: Lzma, size: number, dictionary: number): Generator<Buffer, number> {
  for (let left = size, isEnd = false; left > 0 && !isEnd; ) {
    makeRoom(lzma, Math.min(piece, left), dictionary);
    const from = lzma.position;
    isEnd = unpackTo(lzma, from + Math.min(piece, left));
    left -= lzma.position - from;
    if (left < 0) throw damaged();
    yield since(lzma, from);
  }
  return lzma.at;
}

/** A chunk of LZMA2 that is not packed. */
function* plainChunk(lzma: Lzma, dictionary: number): Generator<Buffer> {
  const size = lzma.input.readUInt16BE(lzma.at + 1) + 1;
  const start = lzma.at + 3;
  if (start + size > lzma.input.length) throw early();
  makeRoom(lzma, size, dictionary);
  const from = lzma.position;
  lzma.input.copy(lzma.window, from, start, start + size);
  lzma.position += size;
  lzma.total += size;
  lzma.at = start + size;
  yield since(lzma, from);
}

function* packedChunk(lzma: Lzma, control: number, dictionary: number): Generator<Buffer> {
  const { input, at } = lzma;
  const size = ((control & 0x1f) << 16) + input.readUInt16BE(at + 1) + 1;
  const end = input.readUInt16BE(at + 3) + 1;
  const hasProperties = control >= 0xc0;
  const properties = hasProperties ? propertiesOf(input.readUInt8(at + 5)) : lzma.properties;
  if (properties === undefined || properties.lc + properties.lp > 4) throw damaged();
  if (control >= 0xa0) resetState(lzma, properties);
  if (lzma.probabilities.length === 0) throw damaged();
  lzma.at = at + (hasProperties ? 6 : 5);
  const expected = lzma.at + end;
  startRange(lzma);
  makeRoom(lzma, size, dictionary);
  const from = lzma.position;
  if (unpackTo(lzma, from + size) || lzma.position !== from + size || lzma.at !== expected) throw damaged();
  yield since(lzma, from);
}

/** LZMA2: chunks, each with a byte that tells of what kind it is, up to a zero. */
function* lzma2(lzma: Lzma, dictionary: number): Generator<Buffer> {
  for (;;) {
    const control = lzma.input.readUInt8(lzma.at);
    if (control === 0) break;
    if (control === 1 || control >= 0xe0) [lzma.start, lzma.total] = [lzma.position, 0];
    if (control < 0x80 && control > 2) throw damaged();
    if (control < 0x80) yield* plainChunk(lzma, dictionary);
    else yield* packedChunk(lzma, control, dictionary);
  }
  lzma.at++;
}

const lzma2Filter = 0x21;
/** Filters for programs that change no byte of a text in ASCII: x86, ARM, ARM-Thumb, ARM64. What they did to programs stays. */
const harmless = new Set([4, 7, 8, 10]);

/** Of numbers in seven bits a byte; gives where they end (The .xz File Format, section 1.2). */
const numberAt = (bytes: Buffer, at: number): readonly [value: number, end: number] => {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes.readUInt8(at + i);
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return [value, at + i + 1];
  }
  throw damaged();
};

interface Block {
  readonly dictionary: number;
  readonly dataAt: number;
}

/** The header of a block (section 3.1). */
const blockAt = (packed: Buffer, at: number): Block => {
  const flags = packed.readUInt8(at + 1);
  let next = at + 2;
  for (const mark of [0x40, 0x80]) if ((flags & mark) !== 0) [, next] = numberAt(packed, next);
  let dictionary = -1;
  for (let filter = 0; filter <= (flags & 3); filter++) {
    const [id, sizeAt] = numberAt(packed, next);
    const [size, start] = numberAt(packed, sizeAt);
    const property = size === 0 ? 0 : packed.readUInt8(start);
    if (id === lzma2Filter) dictionary = (2 | (property & 1)) * 2 ** (Math.floor(property / 2) + 11);
    else if (!harmless.has(id)) throw unsupported("xz with a filter that is for numbers or rarer processors");
    next = start + size;
  }
  if (dictionary < 0) throw damaged();
  return { dictionary, dataAt: at + (packed.readUInt8(at) + 1) * 4 };
};

/** Bytes of a check by its kind (section 2.1.1.2). */
const checkSize = (kind: number): number => (kind === 0 ? 0 : 4 << Math.floor((kind - 1) / 3));

const aligned = (from: number, at: number): number => at + (-(at - from) & 3);

/** The index of a stream and its footer (sections 2.1.2 and 4); gives where they end. */
const passIndex = (packed: Buffer, start: number): number => {
  let [records, at] = numberAt(packed, start + 1);
  for (; records > 0; records--) for (let i = 0; i < 2; i++) [, at] = numberAt(packed, at);
  return aligned(start, at) + 4 + 12;
};

const headerSize = 12;
const magic = Buffer.from("\xfd7zXZ\0", "latin1");

const isStream = (packed: Buffer, at: number): boolean => packed.compare(magic, 0, 6, at, at + 6) === 0;

function* unpackBlock(packed: Buffer, at: number): Generator<Buffer, number> {
  const { dictionary, dataAt } = blockAt(packed, at);
  const lzma = createLzma(packed, dataAt);
  yield* lzma2(lzma, dictionary);
  yield since(lzma, lzma.position);
  return aligned(at, lzma.at);
}

/** Files of `xz` (The .xz File Format 1.2.1), one stream after another. Checks of contents are not made. */
export const unxz: Unpacker = function* (packed) {
  let at = 0;
  while (at + headerSize < packed.length && isStream(packed, at)) {
    const check = checkSize(packed.readUInt8(at + 7) & 0xf);
    at += headerSize;
    while (packed.readUInt8(at) !== 0) at = (yield* unpackBlock(packed, at)) + check;
    at = passIndex(packed, at);
    if (at > packed.length) throw early();
    while (at + 4 <= packed.length && packed.readUInt32LE(at) === 0) at += 4;
  }
  return at;
};
