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
  let from = start;
  while (from > 0 && start - from < reach && !bounds.has(content[from - 1]!)) from--;
  let to = end;
  while (to < content.length && to - end < reach && !bounds.has(content[to]!)) to++;
  return [content.toString("latin1", from, start), content.toString("latin1", end, to)];
};
