import type { Candidate } from "../proofs/prover.ts";
import { textIn } from "../view.ts";

const reach = 200;
const mostPieces = 8;

/** An operator and the next literal: `" + "`, PHP's and Perl's `' . '`, Lua's `" .. "`, Visual Basic's `" & "`, or nothing, as in C and Python. */
const next = /^["']\s{0,4}(?:\+|\.{1,2}|&|)\s{0,40}(["'])([^"'\\\r\n]{1,100})(?=\1)/;

/** What ends a sum of literals alone. */
const end = /^["']\s{0,4}(?:[;,)\]}]|\r?\n|$)/;

/** `"abc" + "def"`: a value that a program joins of nothing but literals, as a candidate of all of it; otherwise the candidate. */
export const joined = (candidate: Candidate): Candidate => {
  let rest = textIn(candidate.content, candidate.end, candidate.end + reach);
  let secret = candidate.secret;
  let stop = candidate.end;
  for (let piece = 0; piece < mostPieces; piece++) {
    const found = next.exec(rest);
    if (found === null) break;
    secret += found[2]!;
    stop += found[0].length;
    rest = rest.slice(found[0].length);
  }
  return stop > candidate.end && end.test(rest) ? { ...candidate, secret, end: stop } : candidate;
};
