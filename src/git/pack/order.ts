import { sharedPositions } from "./columns.ts";

const digitBits = 16;
const digits = 2 ** digitBits;

/** One digit of each key. */
const digitsOf = (keys: Float64Array, divisor: number): Uint16Array => {
  const found = new Uint16Array(keys.length);
  for (let i = 0; i < keys.length; i++) found[i] = Math.floor(keys[i]! / divisor) % digits;
  return found;
};

/** Numbers of positions by the digit of their keys, moved on to where each digit's positions begin. */
const beginnings = (digitAt: Uint16Array): Uint32Array => {
  const counts = new Uint32Array(digits + 1);
  for (let i = 0; i < digitAt.length; i++) counts[digitAt[i]! + 1]!++;
  for (let digit = 0; digit < digits; digit++) counts[digit + 1]! += counts[digit]!;
  return counts;
};

/** The positions of `keys` (whole numbers, not negative) in ascending order of key, equal ones in ascending order of position. */
export const orderBy = (keys: Float64Array): Uint32Array => {
  const count = keys.length;
  let largest = 0;
  for (let i = 0; i < count; i++) if (keys[i]! > largest) largest = keys[i]!;
  let order = sharedPositions(count);
  let next = sharedPositions(count);
  for (let i = 0; i < count; i++) order[i] = i;
  // digit by digit, the lowest first: each pass keeps the order of those before it
  for (let divisor = 1; divisor <= largest; divisor *= digits) {
    const digitAt = digitsOf(keys, divisor);
    const places = beginnings(digitAt);
    for (let i = 0; i < count; i++) {
      const position = order[i]!;
      next[places[digitAt[position]!]!++] = position;
    }
    [order, next] = [next, order];
  }
  return order;
};
