import { joinPieces, type Piece, type Text } from "../detect/structure/text.ts";

/** A key of a kubeconfig inside a string of some language: a backslash stands right before or after it. */
const escapedKey =
  /(?:\\["']|\\n(?:[ \t-]|\\t){0,40})(?:users|user|client-key-data)(?=\\*["']?:)|(?:users|user|client-key-data)\\["']?:|(?:users|user):(?:\\r)?\\n|\\ {1,40}(?:user|client-key-data|token):/g;

/** Longer strings are left to the line rule. */
const maxString = 1 << 20;

/** More strings of one content are left to the line rule. */
const maxStrings = 500;

/** How many characters of strings are looked at in one content. */
const maxWork = 8 << 20;

const isEscaped = (text: string, at: number): boolean => {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
};

const openingQuote = (text: string, quote: string, at: number): number | undefined => {
  for (let found = text.lastIndexOf(quote, at); found !== -1 && at - found < maxString; ) {
    if (!isEscaped(text, found)) return found;
    if (found === 0) return undefined;
    found = text.lastIndexOf(quote, found - 1);
  }
  return undefined;
};

const closingQuote = (text: string, quote: string, at: number): number | undefined => {
  for (let found = text.indexOf(quote, at); found !== -1 && found - at < maxString; ) {
    if (!isEscaped(text, found)) return found;
    found = text.indexOf(quote, found + 1);
  }
  return undefined;
};

const simpleEscapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0", b: "\b", f: "\f" };

const meaningOf = (sequence: string): string => {
  if (/^\\[\r\n]/.test(sequence)) return "";
  if (/^\s/.test(sequence)) return "\n".repeat(sequence.split("\n").length - 2) || " ";
  const code = /^\\(?:u|x)\{?([0-9a-fA-F]{2,4})\}?$/.exec(sequence)?.[1];
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return simpleEscapes[sequence[1]!] ?? sequence[1]!;
};

/** An escape of JSON, YAML, Go, JavaScript, shell; a line end of YAML's double-quoted style with what it folds away. */
const escapes = /\\(?:\r?\n[ \t]*|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^\r\n])|[ \t]*(?:\r?\n[ \t]*)+/g;

/** Undoes one level of escapes between two indices. */
const unescapeText = (source: Text, from: number, to: number): Text => {
  const raw = source.text.slice(from, to);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: sequence, index } of raw.matchAll(escapes)) {
    if (index > done) pieces.push({ text: raw.slice(done, index), from: from + done });
    const meaning = meaningOf(sequence);
    if (meaning !== "") pieces.push({ text: meaning, from: from + index });
    done = index + sequence.length;
  }
  if (done < raw.length) pieces.push({ text: raw.slice(done), from: from + done });
  return joinPieces(source, pieces);
};

/** The string literal around an index: after its opening quote, and its closing one. */
const literalAround = (text: string, index: number): readonly [number, number] | undefined => {
  for (const quote of ['"', "'", "`"]) {
    const from = openingQuote(text, quote, index);
    const to = from === undefined ? undefined : closingQuote(text, quote, index + 1);
    if (from !== undefined && to !== undefined) return [from + 1, to];
  }
  return undefined;
};

/** The string literals around escaped keys, with one level of escapes undone. */
export const escapedStrings = (source: Text): readonly Text[] => {
  const texts: Text[] = [];
  let done = 0;
  let work = 0;
  for (const { index } of source.text.matchAll(escapedKey)) {
    if (texts.length >= maxStrings || work > maxWork) break;
    if (index < done) continue;
    const literal = literalAround(source.text, index);
    work += literal === undefined ? maxString : literal[1] - literal[0];
    if (literal === undefined) continue;
    texts.push(unescapeText(source, ...literal));
    done = literal[1];
  }
  return texts;
};
