import type { Hit } from "../detect/hit.ts";
import { lastAtOrBefore } from "../partition-point.ts";
import type { Inspect } from "../sighting.ts";

/** A short text and where it stands. */
export interface Note<T> {
  readonly of: T;
  readonly text: string;
}

export interface NoteHit<T> {
  readonly of: T;
  /** Placed in the note. */
  readonly hit: Hit;
}

/** Looks at many short texts at once, a line each, so that those that belong together are seen together. */
export const inspectNotes = <T>(notes: readonly Note<T>[], inspect: Inspect): readonly NoteHit<T>[] => {
  if (notes.length === 0) return [];
  const content = Buffer.from(`${notes.map(({ text }) => text).join("\n")}\n`);
  const hits = inspect(content);
  if (hits.length === 0) return [];
  const starts: number[] = [];
  const lines: number[] = [];
  let [start, line] = [0, 0];
  for (const { text } of notes) {
    starts.push(start);
    lines.push(line);
    start += Buffer.byteLength(text) + 1;
    line += text.split("\n").length;
  }
  return hits.map((hit) => {
    const i = lastAtOrBefore(starts, hit.start);
    const placed = { ...hit, start: hit.start - starts[i]!, end: hit.end - starts[i]! };
    return {
      of: notes[i]!.of,
      hit: { ...placed, line: hit.line - lines[i]!, endLine: hit.endLine - lines[i]! },
    };
  });
};
