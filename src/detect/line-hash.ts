import { StringDecoder } from "node:string_decoder";

/**
 * `primaryLocationLineHash`, by which GitHub's code scanning knows an alert again when lines move. It is what
 * github/codeql-action computes (src/fingerprints.ts): a rolling hash, h = 37 h + c modulo 2^64, over the 100 UTF-16
 * units from the start of a line that are neither space nor tab; every line end is one line feed; after the last
 * line come 0xFFFF and zeros. `:n` counts lines of equal hash. A lone carriage return ends a line here, as it does there.
 */
const block = 100;
const factor = 37;
const endOfFile = 0xffff;

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** 37^100 modulo 2^64 in two halves: what a character weighs when it leaves the block. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(block));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 0xffff_ffffn);

/** Larger contents get no hash: code scanning shows no files of this size, and the walk takes seconds. */
const maxContent = 64 << 20;
const chunkSize = 64 << 10;

/** Called for each line with the halves of its hash; true ends the walk. */
type OnHash = (line: number, high: number, low: number) => boolean;

interface Roller {
  /** Takes the next unit; gives false when the walk is over. */
  readonly take: (unit: number) => boolean;
  readonly flush: () => void;
}

const createRoller = (onHash: OnHash): Roller => {
  const units = new Uint16Array(block);
  /** The line that starts at a place of the block, or 0. */
  const starts = new Int32Array(block);
  let high = 0;
  let low = 0;
  let index = 0;
  let line = 0;
  let atStart = true;
  let afterReturn = false;

  const emit = (): boolean => {
    const started = starts[index]!;
    starts[index] = 0;
    return onHash(started, high, low);
  };
  /** All products stay below 2^53, where doubles are exact; `>>> 0` takes them modulo 2^32. */
  const roll = (unit: number): void => {
    const gone = units[index]!;
    units[index] = unit;
    const sum = low * factor + unit - leavingLow * gone;
    high = (high * factor - leavingHigh * gone + Math.floor(sum / 0x1_0000_0000)) >>> 0;
    low = sum >>> 0;
    index = index + 1 === block ? 0 : index + 1;
  };
  const take = (unit: number): boolean => {
    const skipped = unit === space || unit === tab || (afterReturn && unit === lineFeed);
    afterReturn = unit === carriageReturn;
    if (skipped) return true;
    if (starts[index] !== 0 && emit()) return false;
    if (atStart) starts[index] = ++line;
    atStart = unit === lineFeed || unit === carriageReturn;
    roll(unit === carriageReturn ? lineFeed : unit);
    return true;
  };
  const flush = (): void => {
    for (let i = 0; i < block; i++) {
      if (starts[index] !== 0 && emit()) return;
      roll(0);
    }
  };
  return { take, flush };
};

const hashEachLine = (content: Buffer, onHash: OnHash): void => {
  const { take, flush } = createRoller(onHash);
  const decoder = new StringDecoder("utf8");
  const takeAll = (text: string): boolean => {
    for (let i = 0; i < text.length; i++) if (!take(text.charCodeAt(i))) return false;
    return true;
  };
  for (let at = 0; at < content.length; at += chunkSize)
    if (!takeAll(decoder.write(content.subarray(at, at + chunkSize)))) return;
  if (takeAll(decoder.end()) && take(endOfFile)) flush();
};

const hexOf = (high: number, low: number): string =>
  high === 0 ? low.toString(16) : `${high.toString(16)}${low.toString(16).padStart(8, "0")}`;

/**
 * `primaryLocationLineHash` of the lines asked for (counted from 1), by line. Two walks, so that memory does not grow
 * with the number of lines: one for the hashes asked for, one that counts their equals. Nothing for a content beyond 64 MiB.
 */
export const lineHashes = (content: Buffer, lines: ReadonlySet<number>): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  if (content.length > maxContent || lines.size === 0) return found;
  const counts = new Map<string, number>();
  const lows = new Set<number>();
  let left = lines.size;
  hashEachLine(content, (line, high, low) => {
    if (!lines.has(line)) return false;
    counts.set(hexOf(high, low), 0);
    lows.add(low);
    return --left === 0;
  });
  left = lines.size;
  hashEachLine(content, (line, high, low) => {
    const asked = lines.has(line);
    if (!asked && !lows.has(low)) return false;
    const hex = hexOf(high, low);
    const count = (counts.get(hex) ?? 0) + 1;
    counts.set(hex, count);
    if (asked) found.set(line, `${hex}:${count}`);
    return asked && --left === 0;
  });
  return found;
};
