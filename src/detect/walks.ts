const reversed = (text: string): string => [...text].reverse().join("");

/** Orders that fingers and people follow: alphabet, digits, rows, columns and zigzags of keyboards. */
const paths = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
].flatMap((path) => [path, reversed(path)]);

/** Pairs of neighbours on some path: most positions of a token begin none. */
const steps = new Set(paths.flatMap((path) => [...path].slice(1).map((char, i) => path[i]! + char)));

/** How many characters from `at` on follow one path. */
const walkFrom = (lower: string, at: number): number => {
  let longest = 1;
  for (const path of paths) {
    const start = path.indexOf(lower[at]!);
    if (start === -1) continue;
    let length = 1;
    while (start + length < path.length && lower[at + length] === path[start + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
};

/** Lengths of the stretches of four and more characters that follow a path, from left to right. */
export const walkLengths = (text: string): readonly number[] => {
  const lower = text.toLowerCase();
  const lengths: number[] = [];
  for (let at = 0; at + 3 < lower.length; ) {
    const length = steps.has(lower.slice(at, at + 2)) ? walkFrom(lower, at) : 1;
    if (length >= 4) lengths.push(length);
    at += length >= 4 ? length : 1;
  }
  return lengths;
};
