/** Lower-case letters, upper-case letters, the digits as one, all else (and the start of a text) as one. */
export const classCount = 54;
export const digitClass = 52;
export const otherClass = 53;

/** The class of a character code: 0–25 lower case, 26–51 upper case, then digits, then the rest. */
export const classOf = (code: number): number => {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41 + 26;
  return code >= 0x30 && code <= 0x39 ? digitClass : otherClass;
};
