/** Percent-encodes the UTF-8 bytes of a text, every one. */
export const percentEncode = (text: string): string =>
  [...Buffer.from(text, "utf8")].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

/** A path as the path of an address: all but unreserved characters (RFC 3986, section 2.3) and `/` encoded. */
export const encodePath = (path: string): string => path.replace(/[^A-Za-z0-9\-._~/]+/g, percentEncode);
