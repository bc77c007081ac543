import { cutText } from "./cut-text.ts";

/** A table whose rows may be left out when they do not fit. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly string[];
  /** The sentence in place of the rows left out. */
  readonly left: (count: number) => string;
}

/** Part of a document: lines that must be there, or a table. */
export type Part = readonly string[] | Table;

const isTable = (part: Part): part is Table => !Array.isArray(part);

const sizeOf = (lines: readonly string[]): number => lines.reduce((size, line) => size + line.length + 1, 0);

interface Fitted {
  readonly lines: readonly string[];
  readonly room: number;
}

const fitTable = ({ head, rows, left }: Table, room: number): Fitted => {
  if (rows.length === 0) return { lines: [], room };
  const all = sizeOf(head) + sizeOf(rows);
  if (all + 1 <= room) return { lines: [...head, ...rows, ""], room: room - all - 1 };
  const sentence = sizeOf([left(rows.length)]) + 2;
  let used = sizeOf(head) + sentence;
  let kept = 0;
  while (kept < rows.length && used + rows[kept]!.length + 1 <= room) used += rows[kept++]!.length + 1;
  const lines =
    kept === 0 ? [left(rows.length), ""] : [...head, ...rows.slice(0, kept), "", left(rows.length - kept), ""];
  return { lines, room: room - sizeOf(lines) };
};

/**
 * Puts a document together within `limit` UTF-16 units: prose first gets its room, then tables, in their order, as many
 * rows as fit. Only when the prose alone is longer is text itself cut.
 */
export const fitDocument = (parts: readonly Part[], limit: number): string => {
  const tables = parts.filter(isTable);
  const prose = sizeOf(parts.filter((part): part is readonly string[] => !isTable(part)).flat());
  const reserve = tables.map(({ rows, left }) => (rows.length === 0 ? 0 : sizeOf([left(rows.length), ""])));
  let room = limit - prose - reserve.reduce((sum, size) => sum + size, 0);
  const lines = parts.flatMap((part) => {
    if (!isTable(part)) return part;
    room += reserve[tables.indexOf(part)]!;
    const fitted = fitTable(part, room);
    room = fitted.room;
    return fitted.lines;
  });
  const text = `${lines.join("\n").trimEnd()}\n`;
  return text.length <= limit ? text : cutText(text, limit);
};
