import { isTooLarge } from "../files/budget.ts";
import { isDamage, isUnsupported } from "../files/damage.ts";
import { gzipTexts } from "../files/gzip.ts";
import { notRead, type Squeezed, squeezedKind, unpackerOf } from "../files/unpack-whole.ts";
import { isSkippableMagic } from "../files/zstd.ts";
import { frameUnpacker, type UnpackFrame } from "../files/zstd-frame.ts";
import { giveBack } from "./give-back.ts";
import { type Checked, gzipInflater } from "./gzip-inflater.ts";
import { heldWhole, maxHeld } from "./held-whole.ts";
import { ImageError, RestError } from "./image-error.ts";
import { type Inflater, inflaterOf, type Packing } from "./inflater.ts";
import { type TakeBeside, zstdFrames } from "./zstd-frames.ts";
import { zstdInflater } from "./zstd-inflater.ts";

export type Compression = "none" | Packing | Squeezed;

const magics: readonly (readonly [Packing, Buffer])[] = [
  ["gzip", Buffer.from([0x1f, 0x8b, 8])],
  ["zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
];

/** Skippable frames, which may begin a zstd stream, as those of zstd:chunked do (RFC 8878, section 3.1.2). */
const isSkippableFrame = (head: Buffer): boolean => head.length >= 4 && isSkippableMagic(head.readUInt32LE(0));

/** How bytes are compressed, by the first of them, never by a name or media type. */
export const compressionOf = (head: Buffer): Compression => {
  if (isSkippableFrame(head)) return "zstd";
  const packing = magics.find(([, magic]) => head.subarray(0, magic.length).equals(magic))?.[0];
  return packing ?? squeezedKind(head) ?? "none";
};

const zeros = Buffer.alloc(1 << 16);

const isPadding = (bytes: Buffer): boolean => {
  for (let at = 0; at < bytes.length; at += zeros.length)
    if (
      zeros.compare(
        bytes,
        at,
        Math.min(at + zeros.length, bytes.length),
        0,
        Math.min(zeros.length, bytes.length - at),
      ) !== 0
    )
      return false;
  return true;
};

const explain = (error: unknown, packing: Packing): Error => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ImageError || code === undefined) return error as Error;
  const isCut = code === "Z_BUF_ERROR" || message === "unexpected end of file";
  return new ImageError(isCut ? `its ${packing} data ends early` : `its ${packing} data is damaged`);
};

/**
 * Reads all of the source, even when the data ends before: whoever hashes the source must see its end. Gunzip ends at a zero byte
 * behind a member, whatever follows it.
 */
async function* unpacked(source: AsyncIterator<Buffer>, packing: Packing, inflater: Inflater): AsyncGenerator<Buffer> {
  let hasEnded = false;
  let isSomethingLost = false;
  try {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      const piece = next.value;
      const taken: number = hasEnded ? 0 : yield* inflater.take(piece);
      hasEnded ||= taken < piece.length;
      isSomethingLost ||= hasEnded && !isPadding(piece.subarray(taken));
    }
    yield* inflater.end();
  } catch (error) {
    throw explain(error, packing);
  } finally {
    inflater.close();
    await source.return?.();
  }
  if (isSomethingLost) throw new RestError(`bytes follow the end of its ${packing} data`);
}

/** Small frames, as there are one a file in zstd:chunked, are unpacked at once: a stream for each would cost more. */
const maxSmallFrame = 1 << 18;
const maxSmallContent = 8 << 20;

const unpackSmall = (unpack: UnpackFrame, frame: Buffer): Buffer | undefined => {
  try {
    return unpack(frame, maxSmallContent).content;
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw new ImageError("its zstd data is damaged");
  }
};

const drop: TakeBeside = async (content) => {
  for await (const _ of content);
};

export interface Meanwhile {
  /** Takes what skippable frames of zstd hold. */
  readonly beside?: TakeBeside | undefined;
  /** Takes the first bytes of a gzip, where they say more than that it is one. */
  readonly header?: ((head: Buffer) => void) | undefined;
  /** What tells whether a gzip is unpacked to what was packed: itself, unless it is said otherwise. */
  readonly checked?: Checked;
  /** Called for each frame, or small piece: millions of empty ones fit in little. */
  readonly frame?: () => void;
}

async function* unpackedFrames(
  source: AsyncIterator<Buffer>,
  { beside = drop, frame: onFrame = () => {} }: Meanwhile,
): AsyncGenerator<Buffer> {
  try {
    const unpack = await frameUnpacker();
    for await (const frame of zstdFrames(source, beside)) {
      onFrame();
      const { chunks, whole } = await gatherUpTo(frame, maxSmallFrame);
      const small = whole ? unpackSmall(unpack, Buffer.concat(chunks)) : undefined;
      if (small !== undefined) yield small;
      else yield* unpacked(startingWith(chunks, frame), "zstd", await zstdInflater());
    }
  } finally {
    await source.return?.();
  }
}

const explainSqueezed = (error: unknown, kind: Squeezed): unknown => {
  if (isUnsupported(error)) return new ImageError(`it is ${notRead(kind)}`);
  return isDamage(error) ? new ImageError(`its ${kind} data is damaged or ends early`) : error;
};

/** Of a piece that holds next to nothing its making is what it costs. */
const smallPiece = 4096;

function* smallCounted(pieces: Generator<Buffer, number>, onPiece: () => void): Generator<Buffer, number> {
  let step = pieces.next();
  for (; step.done !== true; step = pieces.next()) {
    if (step.value.length < smallPiece) onPiece();
    if (step.value.length > 0) yield step.value;
  }
  return step.value;
}

/** What Node has no decompressor for is held whole while it is unpacked. */
async function* unpackedWhole(
  source: AsyncIterator<Buffer>,
  kind: Squeezed,
  { frame: onPiece = () => {} }: Meanwhile,
): AsyncGenerator<Buffer> {
  const packed = await heldWhole(source);
  if (packed === undefined)
    throw new ImageError(`it is more than ${maxHeld} bytes of ${kind}: compress it by gzip or zstd, or unpack it`);
  const unpack = await unpackerOf(kind);
  try {
    const taken = yield* smallCounted(unpack(packed), onPiece);
    if (!isPadding(packed.subarray(taken))) throw new RestError(`bytes follow the end of its ${kind} data`);
  } catch (error) {
    throw explainSqueezed(error, kind);
  } finally {
    giveBack(packed);
  }
}

/** Puts back what was read to see how something begins, also what went wrong meanwhile. */
async function* startingWith(
  head: readonly Buffer[],
  rest: AsyncIterator<Buffer>,
  failure: readonly unknown[] = [],
): AsyncGenerator<Buffer> {
  try {
    yield* head;
    if (failure.length > 0) throw failure[0];
    for (;;) {
      const { value, done } = await rest.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

const sniffed = 512;
/** What a gzip's header may say: a field of up to 64 KiB, a name and a comment. */
const maxHeader = 1 << 17;

export interface Peeked {
  readonly head: Buffer;
  readonly stream: AsyncGenerator<Buffer>;
}

/** The first bytes of a stream, and all of it. */
export const peek = async (source: AsyncIterable<Uint8Array>, length = sniffed): Promise<Peeked> => {
  const iterator = toBuffers(source)[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  const failure: unknown[] = [];
  await gatherUpTo(iterator, length, chunks).catch((error: unknown) => failure.push(error));
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { head: Buffer.concat(chunks, Math.min(size, length)), stream: startingWith(chunks, iterator, failure) };
};

/** Reads until there are so many bytes, or no more. */
const gatherUpTo = async (source: AsyncIterator<Buffer>, length: number, chunks: Buffer[] = []) => {
  let size = 0;
  while (size < length) {
    const last = chunks.pop();
    if (last !== undefined) chunks.push(Buffer.from(last)); // it holds until the next is asked for
    const { value, done } = await source.next();
    if (done === true) return { chunks, whole: true };
    chunks.push(value);
    size += value.length;
  }
  return { chunks, whole: false };
};

async function* toBuffers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of source) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

export interface Decompressed {
  readonly compression: Compression;
  readonly stream: AsyncIterable<Buffer>;
}

/**
 * Unpacks what is compressed, by its content. Chunks hold until the next is asked for, those of the source as those of what it unpacks
 * to.
 */
export const decompress = async (
  source: AsyncIterable<Uint8Array>,
  meanwhile: Meanwhile = {},
): Promise<Decompressed> => {
  const { head, stream } = await peek(source);
  const compression = compressionOf(head);
  if (compression === "none") return { compression, stream };
  if (compression === "zstd") return { compression, stream: unpackedFrames(stream, meanwhile) };
  if (compression !== "gzip") return { compression, stream: unpackedWhole(stream, compression, meanwhile) };
  const inflater = (): Inflater => gzipInflater(meanwhile.checked ?? "here") ?? inflaterOf(compression);
  if (gzipTexts(head).length === 0) return { compression, stream: unpacked(stream, compression, inflater()) };
  const more = await peek(stream, maxHeader);
  meanwhile.header?.(more.head);
  return { compression, stream: unpacked(more.stream, compression, inflater()) };
};
