import type { AST } from "@eslint-community/regexpp";

/** Which of the 256 bytes: expressions see bytes as Latin-1 characters. */
export type ByteSet = readonly boolean[];

export const either = (a: ByteSet, b: ByteSet): ByteSet => a.map((is, byte) => is || b[byte]!);

type Element = AST.Character | AST.CharacterClass | AST.CharacterSet;

const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

const known = new Map<string, ByteSet>();

/** The bytes that a character, a class or a set of an expression matches: the engine itself is asked. */
export const bytesOf = ({ raw }: Element, ignoreCase: boolean): ByteSet => {
  const key = `${ignoreCase ? "i" : ""}${raw}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const expression = new RegExp(`^${raw}$`, ignoreCase ? "i" : "");
  const set = bytes.map((char) => expression.test(char));
  known.set(key, set);
  return set;
};
