import { isAscii } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import type { Hit } from "../detect/hit.ts";
import type { Inspect } from "../sighting.ts";

/** Files are looked at whole up to this size, larger ones in parts: what bounds the memory. */
export const partSize = 4 << 20;
/** More than the widest window of a rule. */
const overlap = 1 << 19;

const pieceSize = 1 << 16;

/** UTF-16 units of a stretch of UTF-8, which is what columns count. As one text a part of a file would take seven megabytes. */
export const unitsOf = (bytes: Buffer): number => {
  if (isAscii(bytes)) return bytes.length;
  const decoder = new StringDecoder("utf8");
  let units = 0;
  for (let at = 0; at < bytes.length; at += pieceSize)
    units += decoder.write(bytes.subarray(at, at + pieceSize)).length;
  return units + decoder.end().length;
};

interface Origin {
  readonly line: number;
  /** Units before it on its line. */
  readonly units: number;
}

/** A part of a file: where it begins, and between which of its bytes hits begin that are told by it and by no other part. */
export interface PartOfFile {
  readonly start: number;
  readonly origin: Origin;
  readonly from: number;
  readonly to: number;
}

const moved = (hit: Hit, { line, units }: Origin, start: number): Hit => ({
  ...hit,
  start: hit.start + start,
  end: hit.end + start,
  line: hit.line + line,
  endLine: hit.endLine + line,
  column: hit.line === 1 ? hit.column + units : hit.column,
  endColumn: hit.endLine === 1 ? hit.endColumn + units : hit.endColumn,
});

const after = (origin: Origin, bytes: Buffer): Origin => {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  const last = bytes.lastIndexOf(10);
  const rest = unitsOf(bytes.subarray(last + 1));
  return { line: origin.line + lines, units: lines === 0 ? origin.units + rest : rest };
};

/** What a part of a file holds, as it stands in the file. */
export const hitsOfPart = (
  inspect: Inspect,
  content: Buffer,
  { start, origin, from, to }: PartOfFile,
): readonly Hit[] =>
  inspect(content)
    .filter((hit) => hit.start >= from && hit.start < to)
    .map((hit) => moved(hit, origin, start));

export interface Parts {
  /** Takes the next bytes of a file. */
  readonly take: (chunk: Buffer) => void;
  readonly end: () => void;
}

/**
 * Has a file looked at that does not fit: in parts that overlap, each hit once. Of the file `part` holds the first `partSize` bytes; it is
 * written over, so a part's content holds until the look at it is over.
 */
export const divided = (part: Buffer, lookAt: (content: Buffer, part: PartOfFile) => void): Parts => {
  let filled = part.length;
  let start = 0;
  let origin: Origin = { line: 0, units: 0 };
  // of two parts that see a stretch, the one that sees more around it is asked
  const look = (isLast: boolean): void => {
    const from = start === 0 ? 0 : overlap / 2;
    const to = isLast ? filled : filled - overlap / 2;
    lookAt(part.subarray(0, filled), { start, origin, from, to });
  };
  /** Goes on to the next part, which begins with the last bytes of this one. */
  const goOn = (): void => {
    look(false);
    const passed = part.subarray(0, filled - overlap);
    origin = after(origin, passed);
    start += passed.length;
    part.copyWithin(0, passed.length, filled);
    filled = overlap;
  };
  const take = (chunk: Buffer): void => {
    for (let taken = 0; taken < chunk.length; ) {
      if (filled === part.length) goOn();
      const length = chunk.copy(part, filled, taken);
      filled += length;
      taken += length;
    }
  };
  return { take, end: () => look(true) };
};
