import type { Candidate } from "../proofs/prover.ts";
import { textIn } from "../view.ts";

const reach = 250;

/** What stands before a word that is a password once more. */
const givenAsPassword = /pass(?:wor[dt]|wd|phrase)?["'`]?\s{0,3}(?:=>|[:=])\s{0,3}["'`]?$/i;
const longestGiven = 40;

const isNamedIn = (text: string, word: string): boolean =>
  text
    .toLowerCase()
    .split(word.toLowerCase())
    .slice(0, -1)
    .some((before) => !givenAsPassword.test(before.slice(-longestGiven)));

/**
 * Whether a word stands nearby once more as the name of a user, a database, a product: `user: shop`, `password: shop`. Where it is the
 * password of another user besides, it names nothing.
 */
export const isNamedNearby = (word: string, { content, start, end }: Candidate): boolean =>
  isNamedIn(textIn(content, start - reach, start), word) || isNamedIn(textIn(content, end, end + reach), word);
