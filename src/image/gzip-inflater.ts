import * as zlib from "node:zlib";
import { gzipHeaderSize } from "../files/gzip.ts";
import { createDeflated, type Deflated, damaged } from "../kernel/deflated.ts";
import type { Inflater } from "./inflater.ts";

/** Absent from Node before 20.15 and 22.2. */
const { crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array, before: number) => number };

/** Whether what is unpacked is checked by the CRC of the gzip, or against a digest by whoever asks for it. */
export type Checked = "here" | "elsewhere";

/** Whether this Node can do the former. */
const canCheckHere = crc32 !== undefined;

const early = (): Error => Object.assign(new Error("unexpected end of file"), { code: "Z_BUF_ERROR" });

/** Each has a megabyte of memory: those that are done with serve again. */
const idle: Deflated[] = [];

/** Flags that RFC 1952 keeps for later. */
const reserved = 0xe0;

/** Longer headers are none: names and comments, which have no limit in RFC 1952, are short. */
const maxHeader = 1 << 20;
const trailerSize = 8;

/** And the only method there is (RFC 1952, section 2.3). */
const magic = Buffer.from([0x1f, 0x8b, 8]);

type State = "header" | "body" | "trailer" | "between" | "over";

const nothing: Buffer = Buffer.alloc(0);

const inflaterByKernel = (checked: Checked): Inflater => {
  const deflated = idle.pop() ?? createDeflated();
  let state: State = "header";
  let held: Buffer = nothing; // of a header or a trailer that is not complete
  let crc = 0;
  let size = 0;
  let isClosed = false;

  /** Holds bytes of a piece until there are so many; gives how many it took. */
  const hold = (piece: Buffer, from: number, length: number): number => {
    const more = piece.subarray(from, from + length - held.length);
    held = held.length === 0 ? Buffer.from(more) : Buffer.concat([held, more]);
    return more.length;
  };

  const beginBody = (): void => {
    deflated.begin();
    held = nothing;
    crc = size = 0;
    state = "body";
  };

  /** Takes what a header has of a piece; gives how much. */
  const takeHeader = (piece: Buffer, from: number): number => {
    const before = held.length;
    const seen = before === 0 ? piece.subarray(from) : Buffer.concat([held, piece.subarray(from)]);
    if (!magic.subarray(0, seen.length).equals(seen.subarray(0, magic.length))) throw damaged("incorrect header check");
    if ((seen[3]! & reserved) !== 0) throw damaged("unknown header flags set");
    const length = gzipHeaderSize(seen);
    if (length !== undefined) {
      beginBody();
      return length - before;
    }
    if (seen.length > maxHeader) throw damaged("header too long");
    held = Buffer.from(seen);
    state = "header";
    return piece.length - from;
  };

  const takeTrailer = (piece: Buffer, from: number): number => {
    const taken = hold(piece, from, trailerSize);
    if (held.length < trailerSize) return taken;
    if (checked === "here" && held.readUInt32LE(0) !== crc) throw damaged("incorrect data check");
    if (held.readUInt32LE(4) !== size % 2 ** 32) throw damaged("incorrect length check");
    held = nothing;
    state = "between";
    return taken;
  };

  function* takeBody(piece: Buffer): Generator<Buffer, number> {
    const chunks = deflated.take(piece);
    let step = chunks.next();
    for (; step.done !== true; step = chunks.next()) {
      if (checked === "here") crc = crc32!(step.value, crc);
      size += step.value.length;
      yield step.value;
    }
    if (step.value !== undefined) state = "trailer";
    return step.value ?? piece.length;
  }

  const isOver = (next: number): boolean => {
    if (state === "between" && next === 0) state = "over";
    return state === "over";
  };
  const takeAround = (piece: Buffer, from: number): number =>
    state === "trailer" ? takeTrailer(piece, from) : takeHeader(piece, from);

  function* take(piece: Buffer): Generator<Buffer, number> {
    let at = 0;
    while (at < piece.length && !isOver(piece[at]!))
      at += state === "body" ? yield* takeBody(piece.subarray(at)) : takeAround(piece, at);
    return at;
  }

  // biome-ignore lint/correctness/useYield: what it has it gives at once
  function* end(): Generator<Buffer, void> {
    if (state !== "between" && state !== "over") throw early();
  }
  const close = (): void => {
    if (!isClosed) idle.push(deflated);
    isClosed = true;
  };
  return { take, end, close };
};

/**
 * Unpacks gzip by the kernel, a fifth faster than zlib does (bench/image.md): members one after the other, and to a zero byte behind one, as
 * of padding (as Node's zlib does).
 */
export const gzipInflater = (checked: Checked): Inflater | undefined =>
  checked === "here" && !canCheckHere ? undefined : inflaterByKernel(checked);
