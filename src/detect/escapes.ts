import { type Decoded, hexDigit } from "./decoded.ts";
import { type Escape, entity, quotedPrintable, reverseSolidus } from "./escape-forms.ts";
import type { Region } from "./regions.ts";
import type { Rule } from "./rule.ts";

/** Text in which some characters are written otherwise, so that expressions do not see what it says. */
export interface Escaped extends Decoded {
  readonly encoding: string;
}

const [percentSign, plus, space] = [0x25, 0x2b, 0x20];

const percentAt = (content: Buffer, at: number): number => {
  const [high, low] = [hexDigit(content[at + 1]), hexDigit(content[at + 2])];
  return high < 0 || low < 0 ? -1 : high * 16 + low;
};

const inUrl = new Uint8Array(256);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
  inUrl[char.charCodeAt(0)] = 1;

/** Forms write a space as `+`, and a plus as `%2B`; paths write a space as `%20`. */
const isForm = (content: Buffer, start: number, end: number): boolean => {
  let encoded = false;
  for (let at = start; at < end && inUrl[content[at]!] === 1; at++) {
    if (content[at] !== percentSign) continue;
    const value = percentAt(content, at);
    if (value === space) return false;
    if (value >= 0) encoded = true;
  }
  return encoded;
};

/** Percent-encoding (RFC 3986, section 2.1), with the plus of forms where the address is one. */
const percent = (): Escape => {
  let form = false;
  let before = -1;
  return (content, at, end) => {
    const byte = content[at]!;
    const begins = inUrl[byte] === 1 && before !== at;
    if (begins) form = isForm(content, at, end);
    const value = byte === percentSign ? percentAt(content, at) : -1;
    const length = value >= 0 ? 3 : 1;
    before = inUrl[byte] === 1 ? at + length : -1;
    if (value >= 0) return { length, bytes: [value] };
    return byte === plus && form ? { length, bytes: [space] } : undefined;
  };
};

interface Form {
  readonly encoding: string;
  /** Literals of which a text that is worth decoding holds one: escaped separators, and letters that nobody needs to escape. */
  readonly marks: readonly string[];
  readonly form: () => Escape;
}

const bothCases = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [text, text.replace(/[0-9a-f]{2}/g, (digits) => digits.toUpperCase())])),
];

const letters = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => letter.charCodeAt(0));
const hexLetters = letters.map((code) => code.toString(16));

const forms: readonly Form[] = [
  {
    encoding: "percent",
    marks: bothCases(["%0a", "%22", "%2b", "%3a", "%3d", "%253", "%2522", ...hexLetters.map((digits) => `%${digits}`)]),
    form: percent,
  },
  {
    encoding: "backslash",
    marks: [
      '\\":',
      "\\/",
      ...bothCases(["\\u0022", "\\u0027", "\\u002b", "\\u002f", "\\u003a", "\\u003d"]),
      ...["\\u006", "\\u007", "\\x6", "\\x7", "\\14", "\\15", "\\16"],
    ],
    form: () => reverseSolidus,
  },
  {
    encoding: "html",
    marks: [
      ...["&quot;", "&apos;", "&#34;", "&#39;", "&#43;", "&#47;", "&#58;", "&#61;", "&equals;", "&#x6", "&#x7"],
      ...bothCases(["&#x22;", "&#x27;", "&#x2b;", "&#x2f;", "&#x3a;", "&#x3d;"]),
      ...letters.map((code) => `&#${code};`),
    ],
    form: () => entity,
  },
  { encoding: "quoted-printable", marks: ["=3D"], form: () => quotedPrintable },
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

const decodeWith = (content: Buffer, { start, end }: Region, undo: Escape) => {
  const bytes = Buffer.allocUnsafe(end - start);
  const offsets = new Uint32Array(end - start + 1);
  let length = 0;
  for (let at = start; at < end; ) {
    const there = undo(content, at, end);
    const found = there !== undefined && at + there.length <= end ? there : undefined;
    const decoded = found?.bytes ?? [content[at]!];
    for (const byte of decoded) {
      offsets[length] = at;
      bytes[length++] = byte;
    }
    at += found?.length ?? 1;
  }
  offsets[length] = end;
  return { bytes: bytes.subarray(0, length), offsets };
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
    for (const { encoding, marks, form } of forms) {
      if (!marks.some((mark) => text.includes(mark, 0, "latin1"))) continue;
      const { bytes, offsets } = decodeWith(content, piece, form());
      yield {
        encoding,
        bytes,
        start: piece.start,
        toContent: (offset) => offsets[offset]!,
        after: (offset) => Math.max(offsets[offset + 1]!, offsets[offset]! + 1),
      };
    }
  }
}
