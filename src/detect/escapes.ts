import { partitionPoint } from "../partition-point.ts";
import { quoteExpression } from "../quote-expression.ts";
import { type Decoded, hexDigit } from "./decoded.ts";
import { type Escape, entity, quotedPrintable, reverseSolidus } from "./escape-forms.ts";
import type { Region } from "./regions.ts";
import type { Rule } from "./rule.ts";

/** Text in which some characters are written otherwise, so that expressions do not see what it says. */
export interface Escaped extends Decoded {
  readonly encoding: string;
  /** Whether some of a stretch of the bytes was written otherwise; what was not is found where it stands. */
  readonly isUndone: (start: number, end: number) => boolean;
}

const [percentSign, plus, space] = [0x25, 0x2b, 0x20];

const percentAt = (content: Buffer, at: number): number => {
  const [high, low] = [hexDigit(content[at + 1]), hexDigit(content[at + 2])];
  return high < 0 || low < 0 ? -1 : high * 16 + low;
};

const inUrl = new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
  inUrl[char.charCodeAt(0)] = 1;

interface Address {
  readonly end: number;
  readonly isForm: boolean;
}

/** The address around a place. Forms write a space as `+`, and a plus as `%2B`; paths write a space as `%20`. */
const addressAround = (content: Buffer, place: number, end: number): Address => {
  let start = place;
  while (start > 0 && inUrl[content[start - 1]!] === 1) start--;
  let encoded = false;
  let spaced = false;
  let at = start;
  for (; at < end && inUrl[content[at]!] === 1; at++) {
    if (content[at] !== percentSign) continue;
    const value = percentAt(content, at);
    if (value === space) spaced = true;
    if (value >= 0) encoded = true;
  }
  return { end: at, isForm: encoded && !spaced };
};

/** Percent-encoding (RFC 3986, section 2.1), with the plus of forms where the address is one. */
const percent = (): Escape => {
  let address: Address = { end: -1, isForm: false };
  return (content, at, end) => {
    if (content[at] === percentSign) {
      const value = percentAt(content, at);
      return value < 0 ? undefined : { length: 3, bytes: [value] };
    }
    if (at >= address.end) address = addressAround(content, at, end);
    return address.isForm ? { length: 1, bytes: [space] } : undefined;
  };
};

interface Form {
  readonly encoding: string;
  /** Literals of which a text that is worth decoding holds one: escaped separators, and letters that nobody needs to escape. */
  readonly marks: readonly string[];
  /** Bytes with which an escape begins; each mark begins with the first. */
  readonly leads: readonly number[];
  /** Whether a text holds a mark: where none is, no escape is one that matters. */
  readonly mayMatter: (text: string) => boolean;
  /** Whether a mark begins in an escape: of two that follow each other in `\\\\u0067`, the second is what matters. */
  readonly hasMark: (content: Buffer, start: number, end: number) => boolean;
  readonly form: () => Escape;
}

/** Where a byte stands next, from `at` on; `end` where it does not. */
const nextOf = (byte: number, content: Buffer, at: number, end: number): number => {
  const found = content.indexOf(byte, at);
  return found === -1 ? end : Math.min(found, end);
};

const formOf = (encoding: string, marks: readonly string[], leads: readonly number[], form: () => Escape): Form => {
  const known = new Set(marks);
  const lengths = [...new Set(marks.map(({ length }) => length))];
  const isMark = (content: Buffer, at: number) =>
    lengths.some((length) => known.has(content.toString("latin1", at, at + length)));
  const hasMark = (content: Buffer, start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (content[at] === leads[0] && isMark(content, at)) return true;
    return false;
  };
  const anyMark = new RegExp(marks.map(quoteExpression).join("|"));
  return { encoding, marks, leads, mayMatter: (text) => anyMark.test(text), hasMark, form };
};

const bothCases = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [text, text.replace(/[0-9a-f]{2}/g, (digits) => digits.toUpperCase())])),
];

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => letter.charCodeAt(0));
const hexLetters = letters.map((code) => code.toString(16));

const forms: readonly Form[] = [
  formOf(
    "percent",
    bothCases([
      ...["%0a", "%22", "%2b", "%2d", "%3a", "%3d", "%5f", "%253", "%2522"],
      ...hexLetters.map((digits) => `%${digits}`),
    ]),
    [percentSign, plus],
    percent,
  ),
  formOf(
    "backslash",
    [
      '\\":',
      "\\/",
      ...bothCases(["\\u0022", "\\u0027", "\\u002b", "\\u002d", "\\u002f", "\\u003a", "\\u003d"]),
      ...["\\u004", "\\u005", "\\u006", "\\u007", "\\x4", "\\x5", "\\x6", "\\x7"],
      ...["\\10", "\\11", "\\12", "\\13", "\\14", "\\15", "\\16", "\\17"],
    ],
    [0x5c],
    () => reverseSolidus,
  ),
  formOf(
    "html",
    [
      ...["&quot;", "&apos;", "&#34;", "&#39;", "&#43;", "&#47;", "&#58;", "&#61;", "&#45;", "&#95;"],
      ...["&equals;", "&lowbar;", "&#x4", "&#x5", "&#x6", "&#x7"],
      ...bothCases(["&#x22;", "&#x27;", "&#x2b;", "&#x2d;", "&#x2f;", "&#x3a;", "&#x3d;"]),
      ...letters.map((code) => `&#${code};`),
    ],
    [0x26],
    () => entity,
  ),
  formOf("quoted-printable", ["=3D"], [0x3d], () => quotedPrintable),
];

/**
 * Asks the gate for the regions around escapes, as any rule does: they are looked at where a delta changed something, and only there. Its
 * expression is never run; `decodeEscapes` takes its place.
 */
export const escapesRule: Rule = {
  id: "encoding/escapes",
  provider: "",
  title: "",
  severity: "info",
  opens: "",
  remediation: "",
  anchors: forms.flatMap(({ marks }) => marks),
  run: 0,
  ignoreCase: false,
  expression: "",
  window: { before: 512, after: 2048 },
  proof: "generic",
  encoded: false,
  custom: false,
};

const longestMark = Math.max(...escapesRule.anchors.map(({ length }) => length));

/** The escapes of a text, ascending: where each stands and ends in the content, and where what it means stands and ends in the plain bytes. */
interface Undone {
  readonly starts: number[];
  readonly ends: number[];
  readonly plainStarts: number[];
  readonly plainEnds: number[];
}

interface Plain extends Undone {
  readonly bytes: Buffer;
}

/** Where an escape may begin next. */
const nextLead = (content: Buffer, at: number, end: number, leads: readonly number[]): number => {
  if (leads.length === 1) return nextOf(leads[0]!, content, at, end);
  let place = at;
  while (place < end && !leads.includes(content[place]!)) place++;
  return place;
};

/** A text in plain bytes; undefined where none of its escapes is one that matters. */
const decodeWith = (content: Buffer, { start, end }: Region, { leads, hasMark, form }: Form): Plain | undefined => {
  const bytes = Buffer.allocUnsafe(end - start);
  const undone: Undone = { starts: [], ends: [], plainStarts: [], plainEnds: [] };
  const undo = form();
  let isWorth = false;
  let length = 0;
  let copied = start;
  for (let at = nextLead(content, start, end, leads); at < end; at = nextLead(content, at, end, leads)) {
    const there = undo(content, at, end);
    if (there === undefined || at + there.length > end) {
      at++;
      continue;
    }
    isWorth ||= hasMark(content, at, at + there.length);
    length += content.copy(bytes, length, copied, at);
    undone.starts.push(at);
    undone.plainStarts.push(length);
    for (const meant of there.bytes) bytes[length++] = meant;
    at += there.length;
    undone.ends.push(at);
    undone.plainEnds.push(length);
    copied = at;
  }
  if (!isWorth) return undefined;
  length += content.copy(bytes, length, copied, end);
  return { ...undone, bytes: bytes.subarray(0, length) };
};

const countUpTo = (places: readonly number[], offset: number): number =>
  partitionPoint(places.length, (place) => places[place]! <= offset);

/** Where a plain byte stands in the content. */
const placeOf = ({ starts, ends, plainStarts, plainEnds }: Undone, start: number, offset: number): number => {
  const last = countUpTo(plainStarts, offset) - 1;
  if (last < 0) return start + offset;
  return offset < plainEnds[last]! ? starts[last]! : ends[last]! + offset - plainEnds[last]!;
};

/** A region that escapes fill is decoded in pieces, which overlap by more than what escapes a key: memory has bounds. */
const pieceSize = 4 << 20;
const pieceOverlap = 64 << 10;

function* piecesOf({ start, end }: Region): Generator<Region> {
  for (let from = start; ; from += pieceSize - pieceOverlap) {
    yield { start: from, end: Math.min(end, from + pieceSize) };
    if (from + pieceSize >= end) return;
  }
}

/** A region in plain bytes, once for each way in which some of it is escaped. */
export function* decodeEscapes(content: Buffer, region: Region): Generator<Escaped> {
  for (const piece of piecesOf(region)) {
    const text = content.toString("latin1", piece.start, piece.end + longestMark);
    for (const form of forms) {
      const plain = form.mayMatter(text) ? decodeWith(content, piece, form) : undefined;
      if (plain === undefined) continue;
      const { bytes, plainEnds } = plain;
      const toContent = (offset: number): number => placeOf(plain, piece.start, offset);
      yield {
        encoding: form.encoding,
        bytes,
        start: piece.start,
        toContent,
        after: (offset) => Math.max(toContent(offset + 1), toContent(offset) + 1),
        isUndone: (from, to) => countUpTo(plainEnds, to) > countUpTo(plainEnds, from),
      };
    }
  }
}
