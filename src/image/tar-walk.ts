import {
  blockSize,
  isEmptyBlock,
  longTextOf,
  type PlainHeader,
  plainHeader,
  recordsOf,
} from "../files/plain-header.ts";
import { ImageError } from "./image-error.ts";
import { isRepeating, type TakeApart } from "./tar-apart.ts";
import { type Cursor, createCursor, type RoomFor } from "./tar-cursor.ts";
import { type TarEntry, tarEntries } from "./tar-entries.ts";

/** All of a content of at most `maxWhole` bytes, or any other as a stream: a larger one, and one that ends early. */
export type Content = Buffer | AsyncIterable<Buffer>;

/** A member of a layer. What it gives of its content holds until more is asked for: a chunk until the next chunk, all of it until the next member. */
export interface TarMember extends Omit<TarEntry, "content"> {
  readonly content: Content;
}

/** Larger contents come in chunks. */
export const maxWhole = 4 << 20;

/** Headers of other sizes and numbers are left to the library. */
const maxExtension = 1 << 20;
const maxRaw = 16;

/** What headers of their own said of the next member, and those headers as they stand. */
interface Ahead {
  readonly raw: Buffer[];
  path?: string;
  link?: string;
  records?: TarEntry["pax"];
}

const padding = (size: number): number => -size & (blockSize - 1);

const endsEarly = (): ImageError => new ImageError("its tar ends early");

const skip = async (cursor: Cursor, size: number): Promise<void> => {
  for (let left = size; left > 0; ) {
    const { length } = await cursor.some(left);
    if (length === 0) throw endsEarly();
    left -= length;
  }
};

/** Reads a header that tells of the next member; false for one that the library must read, also since it says something again. */
const readAhead = async (cursor: Cursor, block: Buffer, { kind, size }: PlainHeader, ahead: Ahead) => {
  ahead.raw.push(Buffer.from(block));
  if (size > maxExtension || ahead.raw.length > maxRaw) return false;
  const content = Buffer.from(await cursor.gather(size + padding(size)));
  if (content.length < size + padding(size)) throw endsEarly();
  ahead.raw.push(content);
  const told = content.subarray(0, size);
  if (kind === "records") {
    const isSecond = ahead.records !== undefined;
    ahead.records = recordsOf(told);
    return !isSecond && !isRepeating(told, ahead.records);
  }
  if (kind === "long-path") ahead.path = longTextOf(told);
  else ahead.link = longTextOf(told);
  return true;
};

interface Member extends PlainHeader {
  readonly pax: TarEntry["pax"];
}

const nothing: TarEntry["pax"] = {};

/** Undefined where the size is not to be understood. */
const joined = (header: PlainHeader, { path, link, records = nothing }: Ahead): Member | undefined => {
  const said = records["size"] || undefined;
  const size = said === undefined ? header.size : Number(said);
  if (said !== undefined && !(/^\d{1,15}$/.test(said) && size >= 0)) return undefined;
  const name = records["path"] || path || header.name;
  return { ...header, name, linkName: records["linkpath"] || link || header.linkName, size, pax: records };
};

/** What is left, beginning with headers that were read already. */
async function* rest(read: readonly Buffer[], cursor: Cursor): AsyncGenerator<Buffer> {
  yield* read;
  yield* cursor.rest();
}

/** A content while it is read: what there is of it, where it ends early, and then why. */
const openContent = (cursor: Cursor, size: number) => {
  let left = size;
  let cut: unknown;
  async function* chunks(): AsyncGenerator<Buffer> {
    while (left > 0 && cut === undefined) {
      try {
        const piece = await cursor.some(left);
        if (piece.length === 0) throw endsEarly();
        left -= piece.length;
        yield piece;
      } catch (error) {
        cut = error;
      }
    }
  }
  const close = async (): Promise<void> => {
    if (cut !== undefined) throw cut;
    await skip(cursor, left);
    await skipPadding(cursor, padding(size));
  };
  return { chunks: chunks(), close };
};

/** The next block that is not empty; undefined at the end. */
const nextBlock = async (cursor: Cursor): Promise<Buffer | undefined> => {
  for (;;) {
    const block = cursor.ready(blockSize) ?? (await cursor.gather(blockSize));
    if (block.length === 0) return undefined;
    if (block.length < blockSize) throw endsEarly();
    if (!isEmptyBlock(block)) return block;
  }
};

/** The next member, headers for the library with all that it has to see again, or undefined at the end. */
const nextMember = async (cursor: Cursor): Promise<Member | readonly Buffer[] | undefined> => {
  const ahead: Ahead = { raw: [] };
  for (let block = await nextBlock(cursor); block !== undefined; block = await nextBlock(cursor)) {
    const header = plainHeader(block);
    if (header?.kind === "member") return joined(header, ahead) ?? [...ahead.raw, Buffer.from(block)];
    if (header === undefined) return [...ahead.raw, Buffer.from(block)];
    if (!(await readAhead(cursor, block, header, ahead))) return ahead.raw;
  }
  return undefined;
};

/** The next member where its header is the next thing in the chunk at hand, as most are. */
const memberAtHand = (cursor: Cursor): Member | undefined => {
  const block = cursor.ready(blockSize);
  const header = block === undefined || isEmptyBlock(block) ? undefined : plainHeader(block);
  if (header?.kind === "member") return { ...header, pax: nothing };
  if (block !== undefined) cursor.back(blockSize);
  return undefined;
};

/** What follows a header: nothing behind a folder's, whatever its size says. */
const heldBy = ({ type, size }: Member): number => (type === "directory" ? 0 : size);

/** A tar may end within the padding of its last member: umoci writes such, and Go, and so every engine, takes it (archive/tar, `tryReadFull`). */
const skipPadding = async (cursor: Cursor, size: number): Promise<void> => {
  for (let left = size; left > 0; ) {
    const { length } = await cursor.some(left);
    if (length === 0) return;
    left -= length;
  }
};

/** Skips padding; not async, since a wait for each member would be most of what reading its header costs. */
const passed = (cursor: Cursor, size: number): Promise<void> | undefined =>
  cursor.pass(size) ? undefined : skipPadding(cursor, size);

const entryOf = ({ name, type, linkName, pax }: Member, content: Content): TarMember => ({
  name,
  type,
  linkName,
  pax,
  content,
});

/** Who hears of what is no member. */
export interface Listeners {
  /** Takes headers that belong to no member, or say something again. */
  readonly apart?: TakeApart;
  /** Memory for members that lie in two chunks, of which nobody else has anything while a member is asked for. */
  readonly room?: RoomFor;
}

/**
 * Reads a tar as it comes: what is plain in it here, and from the first header on that is not (a global one, another kind, records
 * that replace others, a size in another notation, damage) by the library. Throws an ImageError where it is cut or damaged; errors of the stream itself pass through.
 */
export async function* tarMembers(
  stream: AsyncIterable<Buffer>,
  { apart, room }: Listeners = {},
): AsyncGenerator<TarMember> {
  const cursor = createCursor(stream[Symbol.asyncIterator](), room);
  try {
    for (;;) {
      const next = memberAtHand(cursor) ?? (await nextMember(cursor));
      if (next === undefined) return;
      if (!("kind" in next)) return yield* tarEntries(rest(next, cursor), apart);
      const held = heldBy(next);
      const whole = held > maxWhole ? undefined : (cursor.ready(held) ?? (await cursor.gatherIfThere(held)));
      if (whole === undefined) {
        const { chunks, close } = openContent(cursor, held);
        yield entryOf(next, chunks);
        await close();
      } else {
        yield entryOf(next, whole);
        await passed(cursor, padding(held));
      }
    }
  } finally {
    await cursor.close();
  }
}
