/** An expression that cannot be used, with the reason in words for its author. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

const tokens =
  /\\Q[\s\S]*?(?:\\E|$)|\\x\{([0-9a-fA-F]+)\}|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]|[^\0-\x7f]/gu;

const escapeBytes = (char: string): string =>
  [...Buffer.from(char)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");

/**
 * An expression over the bytes of UTF-8, which is what rules see: `é` becomes the two bytes that write it. In a
 * character class that cannot be said, so it is refused. Throws an ExpressionError.
 */
export const toByteExpression = (expression: string): string =>
  expression.replace(tokens, (token: string, codePoint: string | undefined) => {
    if (codePoint !== undefined && Number.parseInt(codePoint, 16) > 0xff)
      throw new ExpressionError(`${token} is no byte: write the character itself, outside of [ ]`);
    if (/^[\0-\x7f]*$/.test(token)) return token;
    if (token.startsWith("[")) throw new ExpressionError("characters beyond ASCII cannot stand in [ ]: write (?:ä|ö)");
    if (token.startsWith("\\"))
      throw new ExpressionError("characters beyond ASCII cannot be escaped: write them plainly");
    return `(?:${escapeBytes(token)})`;
  });
