/** A block between `-----BEGIN LABEL-----` and `-----END LABEL-----` (RFC 7468), freed of what it was embedded in. */
export interface Armour {
  readonly label: string;
  /** RFC 1421 or OpenPGP headers such as `Proc-Type`, in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** OpenPGP's checksum after the body, four characters of base64 without its `=`. */
  readonly checksum?: string;
}

const frame = /^-----BEGIN ([A-Z0-9 ]{1,60})-----([\s\S]*?)-{5,}END/;

const escapes: readonly (readonly [RegExp, string])[] = [
  [/\\+r/g, ""],
  [/\\+[nt]/g, "\n"],
  [/\\+u00(?:0a|0A)|&#(?:10|xA|xa|x0A);|<br ?\/?>|%0[aA]/g, "\n"],
  [/\\+u002[bB]|%2[bB]/g, "+"],
  [/\\+u002[fF]|%2[fF]|\\+\//g, "/"],
  [/\\+u003[dD]|%3[dD]/g, "="],
];

const unescaped = (text: string): string => escapes.reduce((rest, [from, to]) => rest.replace(from, to), text);

/** Lines freed of a patch's sign or a comment's mark, when each of them carries it. */
const withoutMargin = (lines: readonly string[]): readonly string[] => {
  const marks = ["+", "//"].filter((mark) => lines.length > 1 && lines.every((line) => line.startsWith(mark)));
  return marks.length === 0 ? lines : lines.map((line) => line.slice(marks[0]!.length).trim());
};

const header = /^[\s"'+#>*]*([A-Za-z][A-Za-z-]{2,30}):\s*([^"']{0,200})/;

/** Reads a block that may stand in JSON, YAML, a shell variable, source code, a patch or a comment. */
export const readArmour = (block: string): Armour | undefined => {
  const framed = frame.exec(block);
  if (framed === null) return undefined;
  const lines = unescaped(framed[2]!)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const headers = new Map<string, string>();
  const body: string[] = [];
  let checksum: string | undefined;
  for (const line of withoutMargin(lines)) {
    const named = header.exec(line);
    const sum = /^[^A-Za-z0-9+/=]*=([A-Za-z0-9+/]{4})[^A-Za-z0-9+/=]*$/.exec(line);
    if (named !== null) headers.set(named[1]!.toLowerCase(), named[2]!.trim());
    else if (sum !== null) checksum = sum[1]!;
    else body.push(...(line.match(/[A-Za-z0-9+/]+={0,2}/g) ?? []).filter((run) => !/^(?:\+|\/\/)$/.test(run)));
  }
  return {
    label: framed[1]!,
    headers,
    body: Buffer.from(body.join(""), "base64"),
    ...(checksum === undefined ? {} : { checksum }),
  };
};
