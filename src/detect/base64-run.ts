/** Stretches of a content, in ascending order, that are one run of base64 when put together. */
export interface Run {
  readonly parts: readonly (readonly [start: number, end: number])[];
}

const base64Class = new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
  base64Class[char.charCodeAt(0)] = 1;

/** A run is followed up to this far from its anchor on either side; kubeconfigs are smaller. */
const maxRun = 1 << 20;

/** Encoders break lines at 60, 64 or 76 characters; a shorter line is text that only looks like base64, a much longer one is no line of many. */
const minWidth = 48;
const maxWidth = 1024;

/** Wider indentation than this is not looked through. */
const maxIndentation = 64;

/** Bytes around a run that decide where it begins and ends: a line that is none of its own, and what leads to it. */
export const runReach = maxWidth + maxIndentation + 8;

const [feed, carriage, space, tab, backslash, letterN, letterR] = [10, 13, 32, 9, 0x5c, 0x6e, 0x72];

const isFullLine = (length: number, width: number): boolean =>
  length >= minWidth && length <= maxWidth && length % 4 === 0 && (width === 0 || length === width);

const runBackward = (content: Buffer, from: number): number => {
  let start = from;
  while (start > 0 && from - start < maxRun && base64Class[content[start - 1]!] === 1) start--;
  // the letter of an escaped line end, as JSON writes it, is no base64
  return content[start] === letterN && content[start - 1] === backslash ? start + 1 : start;
};

const runForward = (content: Buffer, from: number): number => {
  let end = from;
  while (end < content.length && end - from < maxRun && base64Class[content[end]!] === 1) end++;
  return end;
};

/** The end of the line before the one that begins at `start`, or -1 where something else stands before it. */
const previousLineEnd = (content: Buffer, start: number): number => {
  if (content[start - 1] === letterN && content[start - 2] === backslash)
    return content[start - 3] === letterR && content[start - 4] === backslash ? start - 4 : start - 2;
  let at = start;
  while (start - at < maxIndentation && (content[at - 1] === space || content[at - 1] === tab)) at--;
  if (content[at - 1] !== feed) return -1;
  return content[at - 2] === carriage ? at - 2 : at - 1;
};

/** The start of the line after the one that ends at `end`, its indentation left out, or -1. */
const nextLineStart = (content: Buffer, end: number): number => {
  let at = end;
  if (content[at] === backslash && content[at + 1] === letterR) at += 2;
  if (content[at] === backslash && content[at + 1] === letterN) return at + 2;
  if (content[at] === carriage) at++;
  if (content[at] !== feed) return -1;
  at++;
  for (const line = at; at - line < maxIndentation && (content[at] === space || content[at] === tab); ) at++;
  return at;
};

const linesBefore = (content: Buffer, at: number, first: number): readonly (readonly [number, number])[] => {
  const lines: (readonly [number, number])[] = [];
  let width = 0;
  for (let end = previousLineEnd(content, first); end > 0 && at - end < maxRun; ) {
    const start = runBackward(content, end);
    if (!isFullLine(end - start, width)) break;
    width = end - start;
    lines.push([start, end]);
    end = previousLineEnd(content, start);
  }
  return lines.reverse();
};

const linesAfter = (content: Buffer, at: number, line: readonly [number, number], known: number) => {
  const lines: (readonly [number, number])[] = [];
  let [start, end] = line;
  let width = known;
  while (end - at < maxRun && isFullLine(end - start, width)) {
    width = end - start;
    start = nextLineStart(content, end);
    end = start === -1 ? -1 : runForward(content, start);
    if (end <= start || end - start > width) break;
    lines.push([start, end]);
  }
  return lines;
};

/** The run of base64 around `at`, also where an encoder has broken it into lines, indented or escaped. */
export const base64Run = (content: Buffer, at: number): Run => {
  const line = [runBackward(content, at), runForward(content, at)] as const;
  const above = linesBefore(content, at, line[0]);
  const width = above.length === 0 ? 0 : above[0]![1] - above[0]![0];
  const fits = width === 0 || line[1] - line[0] <= width;
  return { parts: [...(fits ? above : []), line, ...linesAfter(content, at, line, fits ? width : 0)] };
};
