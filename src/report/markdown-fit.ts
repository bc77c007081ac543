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

/** The size of a text, in the units of the limit. */
type Measure = (text: string) => number;

const unitsOf: Measure = (text) => text.length;

const sizeOf = (lines: readonly string[], measure: Measure): number =>
  lines.reduce((size, line) => size + measure(line) + 1, 0);

interface Fitted {
  readonly lines: readonly string[];
  readonly room: number;
}

const fitTable = ({ head, rows, left }: Table, room: number, measure: Measure): Fitted => {
  const size = (lines: readonly string[]): number => sizeOf(lines, measure);
  if (rows.length === 0) return { lines: [], room };
  const all = size(head) + size(rows);
  if (all + 1 <= room) return { lines: [...head, ...rows, ""], room: room - all - 1 };
  const sentence = size([left(rows.length)]) + 2;
  let used = size(head) + sentence;
  let kept = 0;
  for (const row of rows) {
    used += size([row]);
    if (used > room) break;
    kept++;
  }
  const lines =
    kept === 0 ? [left(rows.length), ""] : [...head, ...rows.slice(0, kept), "", left(rows.length - kept), ""];
  return { lines, room: room - size(lines) };
};

/**
 * Puts a document together within `limit` (UTF-16 units unless measured otherwise): prose first gets its room, then
 * tables, in their order, as many rows as fit. Only when the prose alone is longer is text itself cut, to `limit` units.
 */
export const fitDocument = (parts: readonly Part[], limit: number, measure: Measure = unitsOf): string => {
  const tables = parts.filter(isTable);
  const prose = sizeOf(parts.filter((part): part is readonly string[] => !isTable(part)).flat(), measure);
  const reserve = tables.map(({ rows, left }) => (rows.length === 0 ? 0 : sizeOf([left(rows.length), ""], measure)));
  let room = limit - prose - reserve.reduce((sum, size) => sum + size, 0);
  const lines = parts.flatMap((part) => {
    if (!isTable(part)) return part;
    room += reserve[tables.indexOf(part)]!;
    const fitted = fitTable(part, room, measure);
    room = fitted.room;
    return fitted.lines;
  });
  const text = `${lines.join("\n").trimEnd()}\n`;
  return measure(text) <= limit ? text : cutText(text, limit);
};
