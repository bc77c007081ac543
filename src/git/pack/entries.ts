import { orderBy } from "./order.ts";
import { PackError, type PackIndex } from "./pack-index.ts";

/** Types of entries (gitformat-pack, "Object types"). */
export const entryType = { commit: 1, tree: 2, blob: 3, tag: 4, offsetDelta: 6, referenceDelta: 7 } as const;

/**
 * The objects of a pack in the order of their offsets, as columns. For a delta, `type` is the type of the object that its
 * chain ends in, or 0 when that is not in this pack.
 */
export interface Entries {
  readonly count: number;
  /** Where the compressed data of each entry begins; one more than `count`, the last is where they all end. */
  readonly starts: Float64Array;
  /** Where the zlib stream begins. */
  readonly data: Float64Array;
  /** Unpacked bytes of the entry itself: of the object, or of the delta. */
  readonly sizes: Float64Array;
  readonly types: Uint8Array;
  /** Entry that a delta builds on, -1 for none, -2 for one outside of this pack. */
  readonly bases: Int32Array;
  /** Position in the index, whose ids are in another order. */
  readonly positions: Uint32Array;
}

const headerLength = 12;

const search = (starts: Float64Array, count: number, offset: number): number => {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = starts[middle]!;
    if (at === offset) return middle;
    if (at < offset) low = middle + 1;
    else high = middle - 1;
  }
  return -2;
};

/** Position of an id in an index, -1 when it is not there. */
export const findId = ({ ids, idBytes, count }: PackIndex, id: Buffer): number => {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = ids.compare(id, 0, idBytes, middle * idBytes, (middle + 1) * idBytes);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/** Follows chains of deltas to the type of their root; a chain that never ends is a cycle. */
const resolveTypes = (raw: Uint8Array, bases: Int32Array, count: number): Uint8Array => {
  const types = new Uint8Array(count);
  const chain: number[] = [];
  for (let i = 0; i < count; i++) {
    let at = i;
    chain.length = 0;
    while (at >= 0 && types[at] === 0 && raw[at]! >= entryType.offsetDelta && chain.length <= count) {
      chain.push(at);
      at = bases[at]!;
    }
    if (chain.length > count) throw new PackError(`entry ${i} of the pack builds on itself`);
    const type = at < 0 ? 0 : types[at] || raw[at]!;
    for (const member of chain) types[member] = type;
    if (at >= 0) types[at] = type;
  }
  return types;
};

interface Header {
  readonly type: number;
  readonly size: number;
  /** Where the header ends and, for a delta, the name of its base begins. */
  readonly end: number;
}

const readHeader = (pack: Uint8Array, start: number): Header => {
  let end = start;
  let byte = pack[end++]!;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let scale = 16; byte & 128; scale *= 128) {
    byte = pack[end++]!;
    size += (byte & 127) * scale;
  }
  return { type, size, end };
};

/** How far back the base of a delta lies: each byte but the last adds one. */
const readBack = (pack: Uint8Array, start: number): { readonly back: number; readonly end: number } => {
  let end = start;
  let byte = pack[end++]!;
  let back = byte & 127;
  while (byte & 128) {
    byte = pack[end++]!;
    back = (back + 1) * 128 + (byte & 127);
  }
  return { back, end };
};

/** Offsets of all entries, ascending, and of the end of the last. */
const readStarts = (file: string, pack: Uint8Array, { count, idBytes, offsets }: PackIndex, order: Uint32Array) => {
  const end = pack.length - idBytes;
  const starts = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) starts[i] = offsets[order[i]!]!;
  starts[count] = end;
  if (count > 0 && (starts[0]! < headerLength || starts[count - 1]! >= end))
    throw new PackError(`${file} is truncated`);
  return starts;
};

/** Reads the header of every entry. `pack` is the whole file. Throws a PackError. */
export const readEntries = (file: string, pack: Uint8Array, index: PackIndex): Entries => {
  const { count, idBytes } = index;
  const order = orderBy(index.offsets);
  const starts = readStarts(file, pack, index, order);
  const entryAt = new Uint32Array(count); // by position in the index
  for (let i = 0; i < count; i++) entryAt[order[i]!] = i;

  const data = new Float64Array(count);
  const sizes = new Float64Array(count);
  const raw = new Uint8Array(count);
  const bases = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const { type, size, end } = readHeader(pack, starts[i]!);
    data[i] = end;
    if (type === entryType.offsetDelta) {
      const { back, end: after } = readBack(pack, end);
      bases[i] = search(starts, i, starts[i]! - back);
      data[i] = after;
    } else if (type === entryType.referenceDelta) {
      const position = findId(index, Buffer.from(pack.buffer, pack.byteOffset + end, idBytes));
      bases[i] = position === -1 ? -2 : entryAt[position]!;
      data[i] = end + idBytes;
    }
    if (data[i]! >= starts[i + 1]!) throw new PackError(`${file}: the entry at ${starts[i]} runs into the next`);
    raw[i] = type;
    sizes[i] = size;
  }
  return { count, starts, data, sizes, types: resolveTypes(raw, bases, count), bases, positions: order };
};
