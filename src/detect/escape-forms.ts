import { hexDigit } from "./decoded.ts";

/** What stands at a place of a text for something else: how long it is and what it means; undefined where it is itself. */
export type Escape = (
  content: Buffer,
  at: number,
  end: number,
) => { readonly length: number; readonly bytes: readonly number[] } | undefined;

const hexAt = (content: Buffer, at: number, digits: number): number => {
  let value = 0;
  for (let i = 0; i < digits; i++) {
    const digit = hexDigit(content[at + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
};

const ascii = 0x80;

const utf8 = (code: number): readonly number[] =>
  code < ascii ? [code] : [...Buffer.from(String.fromCodePoint(code))];

/** Half of a pair is no character; neither is what lies beyond Unicode. */
const isCharacter = (code: number): boolean => code >= 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);

const simple = new Map([..."nrtbfv0"].map((letter, i) => [letter.charCodeAt(0), [10, 13, 9, 8, 12, 11, 0][i]!]));
for (const char of "\"'`/\\") simple.set(char.charCodeAt(0), char.charCodeAt(0));

const [backslash, letterU, letterX, digit0, digit7] = [0x5c, 0x75, 0x78, 0x30, 0x37];

const octalAt = (content: Buffer, at: number): number => {
  let value = 0;
  for (let i = 0; i < 3; i++) {
    const byte = content[at + i] ?? 0;
    if (byte < digit0 || byte > digit7) return -1;
    value = value * 8 + byte - digit0;
  }
  return value < 256 ? value : -1;
};

/** Escapes of strings in JSON (RFC 8259, section 7) and in languages after C. */
export const reverseSolidus: Escape = (content, at) => {
  if (content[at] !== backslash || at + 1 >= content.length) return undefined;
  const next = content[at + 1]!;
  if (next === letterU) {
    const code = hexAt(content, at + 2, 4);
    return isCharacter(code) ? { length: 6, bytes: utf8(code) } : undefined;
  }
  if (next === letterX) {
    const code = hexAt(content, at + 2, 2);
    return code < 0 ? undefined : { length: 4, bytes: [code] };
  }
  const octal = octalAt(content, at + 1);
  if (octal >= 0) return { length: 4, bytes: [octal] };
  const meant = simple.get(next);
  return meant === undefined ? undefined : { length: 2, bytes: [meant] };
};

const named = new Map(
  Object.entries({ quot: '"', apos: "'", amp: "&", lt: "<", gt: ">", equals: "=", colon: ":", plus: "+", sol: "/" }),
);
named.set("commat", "@").set("num", "#").set("lowbar", "_").set("period", ".").set("nbsp", " ");

const [ampersand, semicolon] = [0x26, 0x3b];

const maxEntity = 10;

const codeOf = (name: string): number => {
  const numeric = /^#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (numeric === null) return named.get(name)?.charCodeAt(0) ?? -1;
  return numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
};

/** Character references of HTML and XML (HTML, section 13.5): those of ASCII by name, and all by number. */
export const entity: Escape = (content, at, end) => {
  if (content[at] !== ampersand) return undefined;
  const stop = content.subarray(at, Math.min(end, at + maxEntity + 1)).indexOf(semicolon);
  if (stop < 2) return undefined;
  const code = codeOf(content.toString("latin1", at + 1, at + stop));
  return isCharacter(code) ? { length: stop + 1, bytes: utf8(code) } : undefined;
};

const [equals, carriage, feed] = [0x3d, 0x0d, 0x0a];

/** Quoted-printable (RFC 2045, section 6.7): an equals sign at the end of a line stands for nothing. */
export const quotedPrintable: Escape = (content, at) => {
  if (content[at] !== equals) return undefined;
  if (content[at + 1] === feed) return { length: 2, bytes: [] };
  if (content[at + 1] === carriage && content[at + 2] === feed) return { length: 3, bytes: [] };
  const code = hexAt(content, at + 1, 2);
  return code < 0 ? undefined : { length: 3, bytes: [code] };
};
