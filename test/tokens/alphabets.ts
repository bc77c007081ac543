const digits = "0123456789";
const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const alphanumeric = digits + upper + lower;

/** What `{NAME:COUNT}` in a template draws from. */
export const alphabets: Readonly<Record<string, string>> = {
  digits,
  lower,
  upper,
  letters: upper + lower,
  hex: `${digits}abcdef`,
  HEX: `${digits}ABCDEF`,
  "lower-digits": digits + lower,
  "upper-digits": digits + upper,
  base32: `${upper}234567`,
  "base32-lower": `${lower}234567`,
  base36: digits + lower,
  base58: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
  base62: alphanumeric,
  base64: `${alphanumeric}+/`,
  base64url: `${alphanumeric}-_`,
  word: `${alphanumeric}_`,
  bech32: "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
  "bech32-upper": "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
  bytes: Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join(""),
};
