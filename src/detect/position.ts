import { isAscii } from "node:buffer";
import { lastAtOrBefore } from "../partition-point.ts";

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export interface LineIndex {
  /** Where a byte offset stands; `wide` when the text around it is UTF-16 without a byte order mark. */
  readonly at: (offset: number, wide?: boolean) => Position;
  /** Byte offset of a line's first byte, line counted from 1. */
  readonly startOf: (line: number) => number;
  /** Byte offset after a line's last byte, its line feed left out. */
  readonly endOf: (line: number) => number;
}

const lineStarts = (content: Buffer): readonly number[] => {
  const starts = [0];
  for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
};

/** Text longer than V8's longest string is measured in pieces. */
const pieceSize = 64 << 20;

const utf16Length = (content: Buffer, from: number, to: number): number => {
  let units = 0;
  for (let at = from; at < to; at += pieceSize) {
    const piece = content.subarray(at, Math.min(to, at + pieceSize));
    units += isAscii(piece) ? piece.length : piece.toString("utf8").length; // a line may be a whole program
  }
  return units;
};

/** Lines of a content, as editors and git count them: each ends with a line feed. */
export const lineIndex = (content: Buffer): LineIndex => {
  const starts = lineStarts(content);
  const startOf = (line: number): number => starts[line - 1] ?? content.length;
  const endOf = (line: number): number => (line < starts.length ? starts[line]! - 1 : content.length);
  const at = (offset: number, wide = false): Position => {
    const index = lastAtOrBefore(starts, offset);
    const start = starts[index]!;
    const units = wide ? Math.floor((offset - start) / 2) : utf16Length(content, start, offset);
    return { line: index + 1, column: units + 1 };
  };
  return { at, startOf, endOf };
};
