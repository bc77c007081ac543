const classOfChar = (char: string): number => {
  if (/[a-z]/.test(char)) return 0;
  if (/[A-Z]/.test(char)) return 1;
  return /[0-9]/.test(char) ? 2 : 3;
};

const shortest = 16;
const longest = 200;
const leastDistinct = 12;
/** Characters drawn at random from all that a keyboard has change their kind at every other step and more. */
const leastChanges = 0.45;
const leastSigns = 0.08;
/** Bytes beyond ASCII; detection reads bytes. */
const mostForeign = 2;

/** Expressions, formats and markup have signs in plenty too. */
const expressions =
  /\[[^\]]*-[^\]]*\]|\(\?|\\[dwsbDWSB]|\.[*+]|\{\d+,?\d*\}|\$\{|%[sd]|<\/?\w+[\s>]|&\w+;|:\/\/|\w\(\)|[=!]==|=>|->|&&|&[a-z_]{3,}=|\$ENV\{|\.{3}|\[-?\d+\]|\)\}|\}\)|\w\(\{|\|\||\w\[\w+[*:+]/;

/** Whether a text looks drawn from letters, digits and signs together, as frameworks make their secret keys. */
export const isRandomText = (written: string): boolean => {
  if (written.length < shortest || written.length > longest + mostForeign) return false;
  // a paragraph or pound sign among them makes no translation
  const text =
    written.length - written.replace(/[^\x20-\x7e]/g, "").length <= mostForeign
      ? written.replace(/[^\x20-\x7e]+/g, "#")
      : written;
  if (text.length < shortest || text.length > longest || /\s/.test(text) || !/^[\x21-\x7e]+$/.test(text)) return false;
  if (expressions.test(text) || new Set(text).size < leastDistinct) return false;
  const classes = [...text].map(classOfChar);
  const changes = classes.filter((kind, at) => at > 0 && kind !== classes[at - 1]).length;
  const signs = text.replace(/[\w.:/-]/g, "").length;
  return new Set(classes).size >= 3 && changes >= leastChanges * text.length && signs >= leastSigns * text.length;
};
