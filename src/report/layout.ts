import type { Paint } from "./paint.ts";

/** Prose narrower than this is tiring, wider than that is hard to follow. */
const narrowest = 80;
const widest = 120;

export const textWidth = (columns: number | undefined): number =>
  Math.min(widest, Math.max(narrowest, columns ?? widest));

/** Breaks a text between words, so that lines have at most `width` characters; longer words stay whole. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
};

const labelWidth = 13;

/** Lines beside a label: `  where        src/a.ts:1:2`. */
export const labelled = (paint: Paint, label: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, i) => `  ${paint("faint", (i === 0 ? label : "").padEnd(labelWidth))}${line}`);

/** Prose beside a label, wrapped. */
export const labelledProse = (paint: Paint, label: string, text: string, width: number): readonly string[] =>
  labelled(paint, label, wrap(text, width - labelWidth - 2));
