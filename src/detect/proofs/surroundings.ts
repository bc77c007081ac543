import type { Candidate } from "./prover.ts";

/**
 * The string that a secret stands in, at most `reach` bytes of it on either side: up to the double quote, backtick,
 * angle bracket or line's end that bounds it.
 */
export const stringAround = (
  { content, start, end }: Candidate,
  reach: number,
): readonly [before: string, after: string] => {
  const before = content.toString("latin1", Math.max(0, start - reach), start);
  const after = content.toString("latin1", end, end + reach);
  return [/[^"`\r\n<>]*$/.exec(before)![0], /^[^"`\r\n<>]*/.exec(after)![0]];
};
