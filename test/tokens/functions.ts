import { crc32 } from "node:zlib";
import { alphabets } from "./alphabets.ts";

const base62Digits = alphabets["base62"]!;

/** A whole number in a positional system, padded with its zero. */
export const inBase = (value: number, digits: string, width: number): string => {
  let rest = value;
  let text = "";
  while (rest > 0 || text.length < width) {
    text = digits[rest % digits.length] + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
};

const crc = (text: string): number => crc32(Buffer.from(text, "latin1"));

/** `{NAME}` appends what it computes over the secret so far, `{NAME:COUNT}` over its last COUNT characters. A checksum is one line. */
export const checksums: Readonly<Record<string, (covered: string) => string>> = {
  "crc32-base62": (covered) => inBase(crc(covered), base62Digits, 6),
};

/** `{NAME:TEMPLATE}` fills the template within and turns it into something else. */
export const wrappers: Readonly<Record<string, (inner: string) => string>> = {
  "to-base64": (inner) => Buffer.from(inner, "latin1").toString("base64"),
  "to-base64url": (inner) => Buffer.from(inner, "latin1").toString("base64url"),
  "to-hex": (inner) => Buffer.from(inner, "latin1").toString("hex"),
  /** Bytes written in hexadecimal. */
  x: (inner) => Buffer.from(inner, "hex").toString("latin1"),
};
