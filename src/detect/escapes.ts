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
  /** Bytes with which an escape begins. */
  readonly leads: readonly number[];
  readonly form: () => Escape;
}

const bothCases = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [text, text.replace(/[0-9a-f]{2}/g, (digits) => digits.toUpperCase())])),
];

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => letter.charCodeAt(0));
const hexLetters = letters.map((code) => code.toString(16));

const forms: readonly Form[] = [
  {
    encoding: "percent",
    marks: bothCases([
      "%0a",
      "%22",
      "%2b",
      "%2d",
      "%3a",
      "%3d",
      "%5f",
      "%253",
      "%2522",
      ...hexLetters.map((digits) => `%${digits}`),
    ]),
    leads: [percentSign, plus],
    form: percent,
  },
  {
    encoding: "backslash",
    marks: [
      '\\":',
      "\\/",
      ...bothCases(["\\u0022", "\\u0027", "\\u002b", "\\u002d", "\\u002f", "\\u003a", "\\u003d"]),
      ...["\\u004", "\\u005", "\\u006", "\\u007", "\\x4", "\\x5", "\\x6", "\\x7"],
      ...["\\10", "\\11", "\\12", "\\13", "\\14", "\\15", "\\16", "\\17"],
    ],
    leads: [0x5c],
    form: () => reverseSolidus,
  },
  {
    encoding: "html",
    marks: [
      ...[
        "&quot;",
        "&apos;",
        "&#34;",
        "&#39;",
        "&#43;",
        "&#47;",
        "&#58;",
        "&#61;",
        "&#45;",
        "&#95;",
        "&equals;",
        "&lowbar;",
      ],
      ...["&#x4", "&#x5", "&#x6", "&#x7"],
      ...bothCases(["&#x22;", "&#x27;", "&#x2b;", "&#x2d;", "&#x2f;", "&#x3a;", "&#x3d;"]),
      ...letters.map((code) => `&#${code};`),
    ],
    leads: [0x26],
    form: () => entity,
  },
  { encoding: "quoted-printable", marks: ["=3D"], leads: [0x3d], form: () => quotedPrintable },
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

const decodeWith = (content: Buffer, { start, end }: Region, { leads, form }: Form) => {
  const bytes = Buffer.allocUnsafe(end - start);
  const offsets = new Uint32Array(end - start + 1);
  const undone = new Uint32Array(end - start + 1); // escapes before each byte
  const undo = form();
  let length = 0;
  let count = 0;
  for (let at = start; at < end; ) {
    const byte = content[at]!;
    const there = leads.includes(byte) ? undo(content, at, end) : undefined;
    if (there === undefined || at + there.length > end) {
      undone[length] = count;
      offsets[length] = at++;
      bytes[length++] = byte;
      continue;
    }
    for (const meant of there.bytes) {
      undone[length] = count;
      offsets[length] = at;
      bytes[length++] = meant;
    }
    count++;
    at += there.length;
  }
  undone[length] = count;
  offsets[length] = end;
  return { bytes: bytes.subarray(0, length), offsets, undone };
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
    const text = content.subarray(piece.start, piece.end);
    for (const form of forms) {
      const { encoding, marks } = form;
      if (!marks.some((mark) => text.includes(mark, 0, "latin1"))) continue;
      const { bytes, offsets, undone } = decodeWith(content, piece, form);
      yield {
        encoding,
        bytes,
        start: piece.start,
        toContent: (offset) => offsets[offset]!,
        after: (offset) => Math.max(offsets[offset + 1]!, offsets[offset]! + 1),
        isUndone: (from, to) => undone[Math.min(bytes.length, to)]! > undone[Math.max(0, from)]!,
      };
    }
  }
}
