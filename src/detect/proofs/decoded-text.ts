/** Text whose characters a person could have typed: what base64 of a credential decodes to and random bytes do not. */
const printable = /^[\t\n\r\x20-\x7e\u00a1-\uffff]+$/;

/** Base64 (standard or URL-safe) of printable UTF-8, decoded; undefined for anything else. */
export const decodePrintable = (base64: string): string | undefined => {
  if (!/^[A-Za-z0-9+/_-]{4,}={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  const text = bytes.toString("utf8");
  return printable.test(text) && !text.includes("\ufffd") ? text : undefined;
};

/** `user:password` from base64, as Basic authentication (RFC 7617) and Docker's `auth` write it. */
export const decodeUserAndPassword = (
  base64: string,
): { readonly user: string; readonly password: string } | undefined => {
  const text = decodePrintable(base64);
  const colon = text?.indexOf(":") ?? -1;
  if (text === undefined || colon < 0) return undefined;
  // `echo` adds the end of a line
  return { user: text.slice(0, colon), password: text.slice(colon + 1).replace(/\r?\n$/, "") };
};
