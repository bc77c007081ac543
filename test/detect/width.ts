/** Reads an expression from left to right. */
interface Reader {
  readonly source: string;
  at: number;
}

const quantifier = /\{(\d+)(?:,(\d*))?\}|[*+?]/y;

const most = (found: RegExpExecArray): number => {
  if (found[0] === "?") return 1;
  if (found[0] === "*" || found[0] === "+" || found[2] === "") return Number.POSITIVE_INFINITY;
  return Number(found[2] ?? found[1]);
};

/** How often the element before the reader may repeat. */
const readTimes = (reader: Reader): number => {
  quantifier.lastIndex = reader.at;
  const found = quantifier.exec(reader.source);
  if (found === null) return 1;
  reader.at += found[0].length;
  if (reader.source[reader.at] === "?") reader.at++;
  return most(found);
};

const skipClass = (reader: Reader): void => {
  for (reader.at++; reader.source[reader.at] !== "]"; reader.at++) if (reader.source[reader.at] === "\\") reader.at++;
  reader.at++;
};

const escapeLength = (reader: Reader): number => {
  const next = reader.source[reader.at + 1];
  if (next === "x") return 4;
  return next === "u" ? 6 : 2;
};

const groupHead = /\((?:\?(?:[:=!]|<[=!]|<[A-Za-z]+>))?/y;

const readGroup = (reader: Reader): number => {
  groupHead.lastIndex = reader.at;
  const head = groupHead.exec(reader.source)![0];
  reader.at += head.length;
  const width = readAlternatives(reader);
  reader.at++;
  return /[=!]$/.test(head) ? 0 : width;
};

const readElement = (reader: Reader): number => {
  const character = reader.source[reader.at]!;
  if (character === "(") return readGroup(reader);
  if (character === "[") skipClass(reader);
  else if (character === "\\") {
    const isBoundary = /[bB]/.test(reader.source[reader.at + 1] ?? "");
    reader.at += escapeLength(reader);
    return isBoundary ? 0 : 1;
  } else reader.at++;
  return character === "^" || character === "$" ? 0 : 1;
};

const readAlternatives = (reader: Reader): number => {
  let widest = 0;
  let width = 0;
  while (reader.at < reader.source.length && reader.source[reader.at] !== ")") {
    if (reader.source[reader.at] === "|") {
      reader.at++;
      widest = Math.max(widest, width);
      width = 0;
      continue;
    }
    const element = readElement(reader);
    const times = readTimes(reader);
    width += element === 0 ? 0 : element * times;
  }
  return Math.max(widest, width);
};

/** How many characters the longest match of an expression has; infinite when a quantifier is not bounded. */
export const maxWidth = (expression: string): number => readAlternatives({ source: expression, at: 0 });
