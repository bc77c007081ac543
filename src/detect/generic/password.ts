import type { Severity } from "../../finding.ts";
import { isFillerWord, isWalk, partsOf } from "../placeholder.ts";
import { randomness } from "../randomness.ts";
import { isPassphrase } from "./passphrase.ts";

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9_./: -]/];

/** Kinds of characters in a text, of four: lower case, upper case, digits, other signs but those of names and paths. */
const classesIn = (text: string): number => classes.filter((kind) => kind.test(text)).length;

/** Names with a number at the end (`input1`, `sha256`) and camel-cased or separated names without any. */
const isIdentifier = (text: string): boolean => /^[A-Za-z_$][A-Za-z_$.-]*\d?$/.test(text);

const signsForLetters: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  "5": "s",
  $: "s",
};

/** `P@ssw0rd` as it is meant. */
const plain = (text: string): string =>
  text.replace(/[@4310!5$](?=[A-Za-z@4310!5$])/g, (sign) => signsForLetters[sign]!);

const isMadeOfFillers = (text: string): boolean => {
  const words = partsOf(text).filter((part) => !/^\d/.test(part));
  return words.length > 0 && words.every(isFillerWord);
};

/** `admin123`, `Test1234!`, `P@ssw0rd`: a dictionary word and decoration. Somebody's password perhaps, an example more often. */
const isDecoratedWord = (text: string): boolean => isMadeOfFillers(text) || isMadeOfFillers(plain(text).toLowerCase());

/** Capitals alone are read as if they were small: the model knows few words written so. */
export const sameCase = (text: string): string => (/[a-z]/.test(text) ? text : text.toLowerCase());

/** Bits by which eight and more characters must look drawn at random before letters alone are a password. */
const randomEnough = 12;

/** A number, a walk over the keyboard: the passwords that are tried first, and in use all the same. */
const isPoor = (value: string): boolean => /^\d{6,12}$/.test(value) || isWalk(value);

/** Whether characters look drawn at random, letters alone too. */
export const isRandomPassword = (value: string): boolean =>
  value.length >= 10 && randomness(sameCase(value)) >= randomEnough;

const isWorthLittle = (value: string): boolean =>
  isPoor(value) || isDecoratedWord(value) || value.length < 8 || /passw|secret|token/i.test(value);

/**
 * How sure a password that people choose is one, given that its name says so. Letters alone are a word or an identifier;
 * undefined: no password.
 */
export const passwordSeverity = (value: string, quoted: boolean): Severity | undefined => {
  const kinds = classesIn(value);
  if (value.length < 5 || value.length > 128) return undefined;
  if (/\s/.test(value)) return isPassphrase(value) ? "low" : undefined;
  if (/^\d{6,12}$/.test(value)) return "low";
  if (isRandomPassword(value) && !isWalk(value)) return "medium";
  if (kinds < 2 || !/[^A-Za-z_./: -]/.test(value) || isIdentifier(value)) return undefined;
  if (isWorthLittle(value)) return "low";
  const digits = value.replace(/\D/g, "").length;
  return kinds >= 3 || (digits >= 2 && (quoted || digits >= 3)) ? "medium" : "low";
};
