/** Alphabets of positional systems, digit by digit. */
export const base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
export const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A whole number below 2^53 in the system of these digits, filled up to a width with its zero. */
export const inDigits = (value: number, digits: string, width: number): string => {
  let rest = value;
  let text = "";
  while (rest > 0 || text.length < width) {
    text = digits[rest % digits.length] + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
};

/** Base32 of RFC 4648, section 6, either case, without padding; undefined where a character is none of its. */
export const fromBase32 = (text: string): Buffer | undefined => {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text.toUpperCase()) {
    const value = base32.indexOf(character);
    if (value === -1) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
};

export const toBase32 = (bytes: Buffer): string => {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32[held >> bits];
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + base32[held << (5 - bits)] : text;
};
