import { joinPieces, type Piece, type Text } from "./text.ts";

/** A stretch of lines cut out of a text, with where it stood there. */
export interface Block {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
}

/** How far a block reaches from its key, up and down: some two hundred clusters with their certificates. */
const defaultReach = 1 << 20;

/** Lines that begin with a template engine's words say nothing to YAML. */
const templateLine = /^[ \t]*(?:\{\{|\{%|<%)/;

/** At the left edge of a block stand keys, list items and comments; anything else is no longer YAML. */
const edgeLine = /^(?:[ \t]|#|-(?:[ \t\r]|$)|["']?[A-Za-z][\w.-]{0,60}["']?[ \t]*:(?:[ \t\r]|$))/;

const blank = /^[ \t\r]*$/;

interface Line {
  readonly start: number;
  readonly text: string;
}

const lineFrom = (source: string, start: number): Line => {
  const feed = source.indexOf("\n", start);
  const end = feed === -1 ? source.length : feed;
  return { start, text: source.slice(start, Math.min(end, start + defaultReach)) };
};

const lineBefore = (source: string, start: number): Line | undefined => {
  if (start === 0) return undefined;
  const previous = start < 2 ? 0 : source.lastIndexOf("\n", start - 2) + 1;
  return lineFrom(source, previous);
};

const lineAfter = (source: string, line: Line): Line | undefined => {
  const next = line.start + line.text.length + 1;
  return next >= source.length || source[next - 1] !== "\n" ? undefined : lineFrom(source, next);
};

/** A tab of indentation counts as two spaces: as wide as the dash of a list item. */
const withoutTabs = ({ text, from }: Piece): readonly Piece[] => {
  const indentation = /^[ \t]*/.exec(text)![0];
  if (!indentation.includes("\t")) return [{ text, from }];
  const spaces = [...indentation].map((char, i) => ({ text: char === "\t" ? "  " : " ", from: from + i }));
  return [...spaces, { text: text.slice(indentation.length), from: from + indentation.length }];
};

/** What a line is to a block whose lines begin with `prefix`: a piece of it, or its end. */
const pieceOf = (line: Line, prefix: string): Piece | undefined => {
  const nothing = { text: "", from: line.start };
  if (blank.test(line.text) || line.text.trimEnd() === prefix.trimEnd() || templateLine.test(line.text)) return nothing;
  if (!line.text.startsWith(prefix)) return undefined;
  const piece = { text: line.text.slice(prefix.length), from: line.start + prefix.length };
  if (templateLine.test(piece.text)) return nothing;
  return blank.test(piece.text) || edgeLine.test(piece.text) ? piece : undefined;
};

/**
 * The line at which a block begins although other things stand before it: a list's dash, an opening quote,
 * as in "- clusters:" or "const config = `clusters:".
 */
const openingPiece = (line: Line, prefix: string): Piece | undefined => {
  const found =
    /^(.*?(?:[`'"(]|-[ \t]+))(?=(?:apiVersion|kind|metadata|data|stringData|type|clusters|contexts|current-context|preferences|name):)/.exec(
      line.text,
    );
  if (found === null || (found[1]!.endsWith(" ") && found[1]!.length !== prefix.length)) return undefined;
  return { text: line.text.slice(found[1]!.length), from: line.start + found[1]!.length };
};

const piecesAbove = (source: string, from: number, prefix: string, reach: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (let line = lineBefore(source, from); line !== undefined && from - line.start < reach; ) {
    const piece = pieceOf(line, prefix);
    if (piece === undefined) {
      const opening = openingPiece(line, prefix);
      if (opening !== undefined) pieces.push(opening);
      break;
    }
    pieces.push(piece);
    line = lineBefore(source, line.start);
  }
  return pieces.reverse();
};

const piecesBelow = (source: string, anchor: Line, prefix: string, reach: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (let line = lineAfter(source, anchor); line !== undefined && line.start - anchor.start < reach; ) {
    const piece = pieceOf(line, prefix);
    if (piece === undefined) break;
    pieces.push(piece);
    line = lineAfter(source, line);
  }
  return pieces;
};

/** Cuts the lines around a key out of a text: all above and below that stand in the same block, dedented. */
export const cutBlock = (source: Text, keyAt: number, reach = defaultReach): Block => {
  const start = source.text.lastIndexOf("\n", keyAt - 1) + 1;
  const anchor = lineFrom(source.text, keyAt === 0 ? 0 : start);
  const opened = source.text.slice(anchor.start, keyAt);
  const prefix = /^[ \t]*- $/.test(opened) ? " ".repeat(opened.length) : opened;
  const own = { text: anchor.text.slice(opened.length), from: keyAt };
  const lines = [
    ...piecesAbove(source.text, anchor.start, prefix, reach),
    own,
    ...piecesBelow(source.text, anchor, prefix, reach),
  ];
  const pieces = lines.flatMap((piece) => [
    ...withoutTabs(piece),
    { text: "\n", from: piece.from + piece.text.length },
  ]);
  const last = lines.at(-1)!;
  return { text: joinPieces(source, pieces), start: lines[0]!.from, end: last.from + last.text.length };
};
