import { lastAtOrBefore } from "../../partition-point.ts";

/**
 * A text taken out of a content: dedented, unescaped or as it is. One character is one byte (Latin-1), so that the
 * offsets of the content itself need no table; `at` maps an index of the text to a byte offset of the content.
 */
export interface Text {
  readonly text: string;
  readonly at: (index: number) => number;
}

/** A scalar of a document, with the bytes of the content at which it stands. */
export interface Scalar {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a new text: its characters, and the index in the parent at which they stand one for one. */
export interface Piece {
  readonly text: string;
  readonly from: number;
}

export const wholeText = (content: Buffer): Text => ({ text: content.toString("latin1"), at: (index) => index });

/** Joins pieces of a parent into a text that still knows where each character came from. */
export const joinPieces = (parent: Text, pieces: readonly Piece[]): Text => {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }
  const at = (index: number): number => {
    const piece = lastAtOrBefore(starts, index);
    const known = pieces[piece];
    return known === undefined ? parent.at(0) : parent.at(known.from + (index - starts[piece]!));
  };
  return { text: pieces.map(({ text }) => text).join(""), at };
};

export const sliceText = (parent: Text, from: number, to: number): Text => ({
  text: parent.text.slice(from, to),
  at: (index) => parent.at(from + index),
});

/** Latin-1 characters that are UTF-8 bytes, read as what they mean; for people, bounded and without control characters. */
export const readable = (latin1: string, limit = 120): string => {
  const text = Buffer.from(latin1.slice(0, limit * 4), "latin1").toString("utf8");
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]+/gu, " ").trim();
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
};
