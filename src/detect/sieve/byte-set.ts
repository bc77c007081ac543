import type { AST } from "@eslint-community/regexpp";

/** Which of the 256 bytes: expressions see bytes as Latin-1 characters. */
export type ByteSet = readonly boolean[];

export const either = (a: ByteSet, b: ByteSet): ByteSet => a.map((is, byte) => is || b[byte]!);

type Elements = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.ClassRangesCharacterClassElement;

const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** As the engine sees it: what stands for a class, its own text where that is known to be safe. */
const classText = (element: Elements): string => element.raw;

const known = new Map<string, ByteSet>();

/** The bytes that a character, a class or a set of an expression matches: the engine itself is asked. */
export const bytesOf = (element: Elements, ignoreCase: boolean): ByteSet => {
  const key = `${ignoreCase ? "i" : ""}${classText(element)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const expression = new RegExp(`^${classText(element)}$`, ignoreCase ? "is" : "s");
  // without the flag `s` a dot is no line break
  const isDot = element.raw === ".";
  const set = bytes.map((char) => expression.test(char) && !(isDot && (char === "\n" || char === "\r")));
  known.set(key, set);
  return set;
};
