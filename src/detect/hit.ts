import type { Detector } from "./detector.ts";
import { findInlineIgnore, type InlineIgnore } from "./inline-ignore.ts";
import { lineHashes } from "./line-hash.ts";
import { type LineIndex, lineIndex } from "./position.ts";
import type { Match } from "./rule.ts";

export type { Match } from "./rule.ts";

/** A match with all that only its content can tell: where it stands, the hash of its line, a comment that excuses it. */
export interface Hit extends Match {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly lineHash: string | undefined;
  readonly inlineIgnore: InlineIgnore | undefined;
}

const place = (match: Match, lines: LineIndex) => {
  const wide = /^utf-16\b/.test(String(match.facts["encoding"]));
  const from = lines.at(match.start, wide);
  const to = lines.at(match.end, wide);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
};

/** UTF-16 as UTF-8. Node's TextDecoder would take sixteen times the memory (measured). */
const reencoded = (text: Buffer): Buffer => Buffer.from(text.toString("utf16le"));

/**
 * UTF-16 with a byte order mark becomes UTF-8, so that rules, lines and columns see its text. Secrets are ASCII, of which
 * every character has a zero byte in UTF-16: a content without one only looks like it.
 */
export const asUtf8 = (content: Buffer): Buffer => {
  const mark = content.length >= 2 ? content.readUInt16BE(0) : 0;
  if ((mark === 0xfffe || mark === 0xfeff) && !content.includes(0)) return content;
  if (mark === 0xfffe) return reencoded(content.subarray(2));
  if (mark === 0xfeff) return reencoded(Buffer.from(content.subarray(2, content.length & ~1)).swap16());
  return content;
};

const none: ReadonlyMap<number, string> = new Map();

/** Places what was found in a content; line hashes, which read it once more, only where they are wanted. */
export const placed = (content: Buffer, matches: readonly Match[], wantsHashes: boolean): readonly Hit[] => {
  if (matches.length === 0) return [];
  const lines = lineIndex(content);
  const places = matches.map((match) => place(match, lines));
  const hashes = wantsHashes ? lineHashes(content, new Set(places.map(({ line }) => line))) : none;
  return matches.map((match, i) => ({
    ...match,
    ...places[i]!,
    lineHash: hashes.get(places[i]!.line),
    inlineIgnore: findInlineIgnore(content, match, lines),
  }));
};

/** Scans a content and places what was found. */
export const inspect = (detector: Detector, bytes: Buffer, wantsHashes: boolean): readonly Hit[] => {
  const content = asUtf8(bytes);
  return placed(content, detector.scan(content), wantsHashes);
};
