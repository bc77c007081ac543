/**
 * Escapes that stand for a separator and end in a letter or digit: `\n` in a string, `%3D` in an address, `\u0022` in JSON. What follows
 * one is as much at a boundary as what follows the separator itself.
 */
const punctuation = "(?:[0-2][0-9A-Fa-f]|3[A-Fa-f]|40|5[B-Eb-e]|60|7[B-Eb-e])";
const escapedSeparator = String.raw`(?<=\\[nrtbf]|%${punctuation}|=3[Dd]|\\u00${punctuation}|\\x${punctuation})`;

/** Bytes of the longest such escape. */
export const escapedSeparatorLength = 6;

const leading = /^\(\?<!\[(?:[^\]\\]|\\.)+\]\)/;

/** Whether an expression begins with what must not stand before it. */
export const hasBoundary = (expression: string): boolean => leading.test(expression);

/** An expression that takes an escaped separator before it for the boundary that it is. */
export const withEscapedBoundary = (expression: string): string =>
  expression.replace(leading, (boundary) => `(?:${boundary}|${escapedSeparator})`);
