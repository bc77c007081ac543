const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The first `size` UTF-16 units of a text, one less where that would split a surrogate pair. */
export const cutText = (text: string, size: number): string => {
  const end = Math.max(0, Math.min(size, text.length));
  return text.slice(0, end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
};

/** A text of at most `size` UTF-16 units; what is cut ends in an ellipsis. */
export const within = (text: string, size: number): string =>
  text.length <= size ? text : `${cutText(text, size - 1)}…`;

/** A long text without its middle: beginning and end tell a path best. */
export const withoutMiddle = (text: string, size: number): string => {
  if (text.length <= size) return text;
  const half = Math.floor((size - 1) / 2);
  const start = text.length - half;
  return `${cutText(text, half)}…${text.slice(isLowSurrogate(text.charCodeAt(start)) ? start + 1 : start)}`;
};
