import { findId } from "../../id-list.ts";
import { sharedBytes, sharedFloats, sharedIntegers } from "./columns.ts";
import { type Cursor, createCursor, type PackBytes } from "./pack-bytes.ts";
import { PackError, type PackIndex } from "./pack-index.ts";

/** Types of entries (gitformat-pack, "Object types"). */
export const entryType = { commit: 1, tree: 2, blob: 3, tag: 4, offsetDelta: 6, referenceDelta: 7 } as const;

/** What stands in the place of a base where there is none in this pack. */
export const noBase = {
  /** The entry is a whole object. */
  whole: -1,
  /** It builds on an object that this pack does not hold. */
  outside: -2,
  /** Its chain of deltas leads back to itself. */
  itself: -3,
  /** Its header cannot be, or reaches into the next entry. */
  broken: -4,
} as const;

/**
 * The objects of a pack in the order of their offsets, as columns that threads share. For a delta, `type` is the type of the object that
 * its chain ends in, or 0 when that is not in this pack.
 */
export interface Entries {
  readonly count: number;
  /** Where each entry begins; one more than `count`, the last is where they all end. */
  readonly starts: Float64Array;
  /** Where the zlib stream begins. */
  readonly data: Float64Array;
  /** Unpacked bytes of the entry itself: of the object, or of the delta. */
  readonly sizes: Float64Array;
  readonly types: Uint8Array;
  /** Entry that a delta builds on, or one of `noBase`. */
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
  return noBase.outside;
};

/** Marks of `resolveTypes`, beside 0 for what was not seen. */
const [onChain, done] = [1, 2];

/** Follows a chain of deltas down to something known, a root, or back to itself; gives what it ends in. */
const followChain = (from: number, bases: Int32Array, marks: Uint8Array, chain: number[]): number => {
  let at = from;
  while (at >= 0 && marks[at] === 0) {
    marks[at] = onChain;
    chain.push(at);
    at = bases[at]!;
  }
  return at;
};

/** Tells each entry the type of its chain's root. Members of chains that never end lose their base. */
const resolveTypes = (raw: Uint8Array, bases: Int32Array, count: number): Uint8Array => {
  const types = sharedBytes(count);
  const marks = new Uint8Array(count);
  const chain: number[] = [];
  for (let i = 0; i < count; i++) {
    if (marks[i] === done) continue;
    chain.length = 0;
    const end = followChain(i, bases, marks, chain);
    const isEndless = end >= 0 && (marks[end] === onChain || bases[end] === noBase.itself);
    const type = end >= 0 ? types[end]! : end === noBase.whole ? raw[chain.at(-1)!]! : 0;
    for (const member of chain) {
      types[member] = type;
      marks[member] = done;
      if (isEndless) bases[member] = noBase.itself;
    }
  }
  return types;
};

/** Behind 2^53 sizes are no longer exact, and no object is so large. */
const maxSizeBytes = 8;

/** An entry's type and size. Gives type 0 for a size that goes on and on. */
const readHeader = (cursor: Cursor): { readonly type: number; readonly size: number } => {
  let byte = cursor.next();
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  let scale = 16;
  for (let i = 0; byte & 128; i++, scale *= 128) {
    if (i === maxSizeBytes) return { type: 0, size: 0 };
    byte = cursor.next();
    size += (byte & 127) * scale;
  }
  return { type, size };
};

/** How far back the base of a delta lies: each byte but the last adds one. */
const readBack = (cursor: Cursor): number => {
  let byte = cursor.next();
  let back = byte & 127;
  for (let i = 0; byte & 128; i++) {
    if (i === maxSizeBytes) return 0;
    byte = cursor.next();
    back = (back + 1) * 128 + (byte & 127);
  }
  return back;
};

/** Offsets of all entries, ascending, and of the end of the last. */
const readStarts = (file: string, size: number, { count, idBytes, offsets }: PackIndex, order: Uint32Array) => {
  const end = size - idBytes;
  const starts = sharedFloats(count + 1);
  for (let i = 0; i < count; i++) starts[i] = offsets[order[i]!]!;
  starts[count] = end;
  if (count > 0 && (starts[0]! < headerLength || starts[count - 1]! >= end))
    throw new PackError(`${file} is truncated`);
  return starts;
};

const isKnown = (type: number): boolean => type !== 0 && type !== 5;

/** A pack that is read for the first time; `order` gives positions in the index by ascending offset. */
interface Opened {
  readonly file: string;
  readonly pack: PackBytes;
  readonly index: PackIndex;
  readonly order: Uint32Array;
}

/** After so many entries others get a turn. */
const slice = 1 << 15;

/** Reads the header of every entry; `listen` is called now and then, and may throw. Throws a PackError. */
export const readEntries = async (
  { file, pack, index, order }: Opened,
  listen: () => Promise<void>,
): Promise<Entries> => {
  const { count, idBytes } = index;
  const starts = readStarts(file, pack.size, index, order);
  const entryAt = new Uint32Array(count); // by position in the index
  for (let i = 0; i < count; i++) entryAt[order[i]!] = i;

  const data = sharedFloats(count);
  const sizes = sharedFloats(count);
  const raw = new Uint8Array(count);
  const bases = sharedIntegers(count).fill(noBase.whole);
  const cursor = createCursor(pack);
  const id = Buffer.alloc(idBytes);
  const baseById = (): number => {
    for (let i = 0; i < idBytes; i++) id[i] = cursor.next();
    const position = findId(index, id);
    return position === -1 ? noBase.outside : entryAt[position]!;
  };
  for (let i = 0; i < count; i++) {
    if (i % slice === 0) await listen();
    cursor.seek(starts[i]!);
    const { type, size } = readHeader(cursor);
    if (type === entryType.offsetDelta) bases[i] = search(starts, i, starts[i]! - readBack(cursor));
    else if (type === entryType.referenceDelta) bases[i] = baseById();
    data[i] = cursor.offset();
    raw[i] = type;
    sizes[i] = size;
    if (!isKnown(type) || data[i]! >= starts[i + 1]!) bases[i] = noBase.broken;
  }
  return { count, starts, data, sizes, types: resolveTypes(raw, bases, count), bases, positions: order };
};
