import { classCount, classOf, digitClass, otherClass } from "./character-class.ts";
import { identifierTable } from "./identifier-model.ts";

/** Bits of surprise of each pair of classes, from the printable table. */
const bits = Float64Array.from(identifierTable, (char) => (char.charCodeAt(0) - 0x23) / 2);

/** A digit's class says nothing of which digit it is. */
const bitsOfDigit = Math.log2(10);

/** The least bits that a character drawn at random from the smallest common alphabet of the text carries. */
const alphabetBits = (text: string): number => {
  if (/^[0-9]+$/.test(text)) return Math.log2(10);
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return 4;
  if (/^(?:[0-9a-z_-]+|[0-9A-Z_-]+)$/.test(text)) return Math.log2(36);
  return 6;
};

/**
 * How much likelier a text is as random characters than as something that people name things, in bits: positive for
 * keys and tokens, negative for identifiers, words and paths. A likelihood ratio of two models: characters drawn evenly
 * from the text's alphabet, and the pairs of characters of identifiers (`bench/train-identifier-model.ts`).
 */
export const randomness = (text: string): number => {
  let surprise = 0;
  let previous = otherClass;
  for (let i = 0; i < text.length; i++) {
    const next = classOf(text.charCodeAt(i));
    surprise += bits[previous * classCount + next]! + (next === digitClass ? bitsOfDigit : 0);
    previous = next;
  }
  return surprise - text.length * alphabetBits(text);
};
