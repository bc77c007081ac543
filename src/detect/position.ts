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

/** Lines of a content, as editors and git count them: each ends with a line feed. It is read as far as somebody asks. */
export const lineIndex = (content: Buffer): LineIndex => {
  const starts = [0];
  let feed = content.indexOf(10);
  const readOn = (): void => {
    starts.push(feed + 1);
    feed = content.indexOf(10, feed + 1);
  };
  const readTo = (line: number): void => {
    while (feed !== -1 && starts.length < line) readOn();
  };
  const startOf = (line: number): number => {
    readTo(line);
    return starts[line - 1] ?? content.length;
  };
  const endOf = (line: number): number => {
    readTo(line + 1);
    return line < starts.length ? starts[line]! - 1 : content.length;
  };
  const at = (offset: number, wide = false): Position => {
    while (feed !== -1 && feed < offset) readOn();
    const index = lastAtOrBefore(starts, offset);
    const start = starts[index]!;
    const units = wide ? Math.floor((offset - start) / 2) : utf16Length(content, start, offset);
    return { line: index + 1, column: units + 1 };
  };
  return { at, startOf, endOf };
};
