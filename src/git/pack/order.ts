import { sharedPositions } from "./columns.ts";

/** Exact integers of a double. */
const exact = 2 ** 53;

/** The positions of `keys` (whole numbers, not negative) in ascending order of key, equal ones in ascending order of position. */
export const orderBy = (keys: Float64Array): Uint32Array => {
  const count = keys.length;
  const scale = 2 ** Math.ceil(Math.log2(Math.max(count, 2)));
  let largest = 0;
  for (let i = 0; i < count; i++) if (keys[i]! > largest) largest = keys[i]!;
  const order = sharedPositions(count);
  if ((largest + 1) * scale > exact) {
    for (let i = 0; i < count; i++) order[i] = i;
    return order.sort((a, b) => keys[a]! - keys[b]! || a - b);
  }
  // Key and position in one number: sorting numbers needs no calls of a comparison.
  const packed = new Float64Array(count);
  for (let i = 0; i < count; i++) packed[i] = keys[i]! * scale + i;
  packed.sort();
  for (let i = 0; i < count; i++) order[i] = packed[i]! % scale;
  return order;
};
