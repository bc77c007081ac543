import { randomness } from "../randomness.ts";

const shortestKey = 16;
const longestKey = 200;

/** Random keys have at least this many bits in all, and this many for each character, more than names have. */
const keyBits = 14;
const keyBitsPerCharacter = 0.75;

const isKeyShaped = (value: string): boolean =>
  value.length >= shortestKey && value.length <= longestKey && /^[\w+/=.~:|-]+$/.test(value) && /[0-9]/.test(value);

/** Upper case with underscores is how constants are called: judged as if it were written small. */
const sameCaseName = (value: string): string =>
  /^[A-Z0-9]+(?:[_-][A-Z0-9]+)+$/.test(value) ? value.toLowerCase() : value;

const isRandom = (value: string): boolean =>
  isKeyShaped(value) && randomness(sameCaseName(value)) >= Math.max(keyBits, keyBitsPerCharacter * value.length);

/** `secret-live-…`: what services write before the random part. */
const words = /^(?:[a-z]{2,12}[-_]){1,3}(?=[\w+/-]{20})/;

/** Whether a value looks drawn at random, as services issue keys; also where a service's name stands before the random part: `acme_live_…`. */
export const isRandomKey = (value: string): boolean =>
  isRandom(value) ||
  isRandom(/[A-Za-z0-9]*=*$/.exec(value)![0]) ||
  (words.test(value) && isRandom(value.replace(words, "")));
