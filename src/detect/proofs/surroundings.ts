import { byteIn, textIn } from "../view.ts";
import type { Candidate } from "./prover.ts";

const bounds = new Set(['"', "`", "<", ">", "\r", "\n"].map((char) => char.charCodeAt(0)));

/**
 * The string that a secret stands in, at most `reach` bytes of it on either side: up to the double quote, backtick,
 * angle bracket or line's end that bounds it.
 */
export const stringAround = (
  { content, start, end }: Candidate,
  reach: number,
): readonly [before: string, after: string] => {
  const isInside = (at: number): boolean => {
    const byte = byteIn(content, at);
    return byte !== undefined && !bounds.has(byte);
  };
  let from = start;
  while (start - from < reach && isInside(from - 1)) from--;
  let to = end;
  while (to - end < reach && isInside(to)) to++;
  return [textIn(content, from, start), textIn(content, end, to)];
};
