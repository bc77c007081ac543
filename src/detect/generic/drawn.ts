import { randomness } from "../randomness.ts";

/** Letters in any case, with what stands between the words of names and sentences, and at most one digit or mark behind. */
const lettersOnly = /^[A-Za-z]+(?:[_. -][A-Za-z]+){0,4}[\d.!*]?$/;

/**
 * Bits by which letters must look drawn at random before they are no name, by their length. Of 290,000 quoted names and words of sixty
 * repositories one in fifty passes, of letters drawn at random nine in ten.
 */
const enough = (length: number): number => (length < 7 ? 6 : 4);

const shortest = 5;
const longest = 24;

/** How much more likely letters are as drawn than as words, whatever their case says: names change it where a word begins. */
const drawnBits = (text: string): number => randomness(text.replace(/[\d.!*]$/, "").toLowerCase());

/** What names of fields and constants are made of, which the model takes for drawn where they are cut short. */
const nameParts = /pass|pwd|passwd|secret|token|cred|key|user|login|auth|http|url|jdbc|xml|json|sql|db$/i;

/** Whether letters stand in an order that no words have: `zgqXtbw`, `kxqv_pzt`. */
export const isDrawnText = (text: string): boolean =>
  text.length >= shortest &&
  text.length <= longest &&
  lettersOnly.test(text) &&
  drawnBits(text) >= enough(text.length) &&
  !nameParts.test(text);

/** Bits that are enough where the name beside the letters calls them a key, and says nothing of who chose it. */
const enoughForKey = 10;

/** The same for keys, which services draw. */
export const isDrawnKey = (text: string): boolean =>
  text.length >= 10 && text.length <= 64 && lettersOnly.test(text) && drawnBits(text) >= enoughForKey;

/** A number behind letters is no part of a word, so that less is enough. */
const enoughForStem = 3;

/** `MOHFI432`: drawn letters with a number behind. */
export const isDrawnStem = (text: string): boolean => {
  const stem = /^([A-Za-z]{5,16})\d{1,4}$/.exec(text)?.[1];
  return stem !== undefined && !nameParts.test(stem) && drawnBits(stem) >= enoughForStem;
};
