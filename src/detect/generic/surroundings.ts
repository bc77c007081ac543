import type { Candidate } from "../proofs/prover.ts";
import { textIn } from "../view.ts";

/** What stands around a value, on its own line. Latin-1 characters, one a byte. */
export interface Surroundings {
  /** The whole name, of which the rule's expression saw the end only. */
  readonly name: string;
  /** Up to 120 characters of the line before the name. */
  readonly before: string;
  /** Everything from the name's end to the value's first character. */
  readonly separator: string;
  /** The quote that opens the value, or nothing. */
  readonly quote: string;
  /** Up to 80 characters of the line after the value. */
  readonly after: string;
}

const reachBefore = 120;
const reachAfter = 80;

const lastLine = (text: string): string => text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);

/** Reads the line around a candidate of an expression whose groups `key` and `sep` reach from name to value. */
export const surroundingsOf = ({ groups, content, start, end }: Candidate): Surroundings => {
  const key = groups["key"] ?? "";
  const separator = groups["sep"] ?? "";
  const keyStart = start - separator.length - key.length;
  const line = lastLine(textIn(content, keyStart - reachBefore, keyStart));
  // the option's letter of -Dname=value is glued to the name
  const head = /[\w$.-]*$/.exec(line)![0].replace(/^-D(?=[a-z]|$)/, "");
  return {
    name: (head + key).replace(/^[-.$]+|[-.$]+$/g, ""),
    before: line.slice(0, line.length - head.length) + /^[-.$]*/.exec(head)![0],
    separator,
    quote: /["'`]$/.exec(separator)?.[0] ?? "",
    after: textIn(content, end, end + reachAfter).split(/[\r\n]/, 1)[0]!,
  };
};
