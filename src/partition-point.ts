/** How many of `count` places come before all others, where `isBefore` holds for those and for no place after them. */
export const partitionPoint = (count: number, isBefore: (place: number) => boolean): number => {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Index of the last of ascending starts that is not after an offset; 0 where none is. */
export const lastAtOrBefore = (starts: readonly number[], offset: number): number =>
  Math.max(0, partitionPoint(starts.length, (place) => starts[place]! <= offset) - 1);
