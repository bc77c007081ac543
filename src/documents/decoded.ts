import { decodePrintable } from "../detect/proofs/decoded-text.ts";
import type { Scalar, Text } from "../detect/structure/text.ts";

/** Longer values hold whole files; what is in those their own rules find behind the base64. */
const longest = 1 << 20;

const isSpace = (byte: number): boolean => byte <= 0x20;

/** Where each character of base64 stands in the content, line ends and indentation left out. */
const placesIn = (content: Buffer, { start, end }: Scalar): readonly number[] => {
  const places: number[] = [];
  for (let at = start; at < end; at++) if (!isSpace(content[at]!)) places.push(at);
  return places;
};

/** What base64 says, with the way back to its characters; undefined where it is no base64 of text. */
export const decodedText = (content: Buffer, scalar: Scalar): Text | undefined => {
  const base64 = scalar.value.replaceAll(/\s+/g, "");
  if (base64.length > longest || base64.length % 4 === 1) return undefined;
  if (decodePrintable(base64) === undefined) return undefined;
  const places = placesIn(content, scalar);
  const exact = places.length === base64.length;
  return {
    text: Buffer.from(base64, "base64").toString("latin1"),
    at: (index) => {
      const character = Math.floor(index / 3) * 4 + (index % 3);
      return exact ? (places[Math.min(character, places.length - 1)] ?? scalar.start) : scalar.start;
    },
  };
};

/** A stretch of a decoded text, placed at the characters that encode it. */
export const scalarIn = (text: Text, start: number, end: number): Scalar => {
  const from = text.at(start);
  return { value: text.text.slice(start, end), start: from, end: Math.max(from + 1, text.at(end - 1) + 2) };
};
