import { walkLengths } from "./walks.ts";

/** Shannon entropy in bits per character. */
export const entropy = (text: string): number => {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
};

/** Longer than any filler, as texts of several lines are: keys in armour and documents, in which short marks have other reasons. */
const longText = 512;

/** What a filler is, its beginning tells. */
const longest = 16_384;

/**
 * Fillers that may stand anywhere in a value. Six letters of either case occur in a random base62 token of 40 about once
 * in 10^7, so each word here costs next to nothing; shorter ones are asked for as words of their own, below.
 */
const fillers =
  /example|placeholder|change.?(?:me|this|it\b)|replace.?(?:me|this|with)|redacted|dummy.?|sample|insert.?(?:your|here|key|token)|(?:put|enter|add|paste).?your|your.?(?:own|key|token|secret|password|passwd|api|access|client|auth|app|account|project|private|company|domain|user)|goes.?here|not.?(?:a.?)?(?:real|secret)|removed.?for|fill.?(?:me|this|in)|to.?be.?(?:set|filled|defined|replaced)|some.?(?:secret|password|token|random)|my.?(?:secret|password|token|api.?key|passwd)|secret.?key.?here|lorem.?ipsum|deadbeef|cafebabe|c0ffee|foobar/i;

/** Short words that mark a filler when nothing but the ends or punctuation stands around them. */
const shortFillers =
  /(?:^|[^A-Za-z0-9])(?:your|fake|todo|fixme|tbd|n\/a|xxx+|yyy+|zzz+|foo|bar|baz|mock|here|hidden|masked|secret[-_ ]?here|none|null|nil|undefined|empty|unset)(?=$|[^A-Za-z0-9])/i;

/** Masks and ellipses. `•`, `●` and `…` are read as Latin-1 here, three characters each. */
const masks = /\*{3}|\.{3}|_{4}|#{4}|xxxx|XXXX|\?{3}|(?:\xe2\x80\xa2){2}|(?:\xe2\x97\x8f){2}|\xe2\x80\xa6|[•●]{2}|…/;

const templates = [
  /^<[^<>]*>$|^\[[^[\]]*\]$|^\{[^{}]*\}$|^%[A-Za-z_]\w*%$|^\$[A-Za-z_]\w*$|^@[A-Za-z_.]+@$|^__\w+__$|^:[a-z_]+$/,
  /<[A-Za-z][\w .-]+>|\{\{[- ]*[\w.$]|(?:\$\{|\$\(|#\{|<%|%\{|\$\[)[-= !]*\w{2}|\{\d?\}|%\([A-Za-z_]\w*\)s|\{[a-z_][\w.:-]+\}/,
  /(?:^|[^A-Za-z0-9%])%[sdvqx@](?=$|[-_:/. ])/,
  /^(?:[Yy]our[A-Z_ -]|YOUR[_ -])/,
];

const lookups =
  /process\.env\b|import\.meta\.env|os\.environ|\bgetenv\b|\bENV\[|\$env:|\$_(?:ENV|SERVER)\b|\bSystem\.getProperty|\bstd::env\b|\b(?:secrets|vars|env|var|local|inputs|values)\.[A-Za-z_]/i;

/** Words that fillers are made of. A value of nothing else is nobody's key. */
const fillerWords = new Set(
  (
    "a access admin an and api app auth basic bearer bot client code config credential credentials data database db default " +
    "demo dev development doc docs empty enter env fake false field foo for from get hello here hidden id in input invalid is " +
    "it key keys localhost login local me mock my name new no not null of old or pass passphrase passwd password private " +
    "prod production public pw pwd random real root secret secrets sekret service session set some staging string super temp temporary " +
    "test testing tests text the this to token tokens top true type undefined unknown use user username valid value var " +
    "very with world your abc bar baz qux x y"
  ).split(" "),
);

/** Words that mark a made-up value even when digits follow: a password may be `admin123`, a key is never `test123`. */
const madeUpWords =
  /^(?:test|testing|example|sample|dummy|fake|foo|bar|baz|my|your|mock|demo|abc|some|invalid|the|this)$/;

/** Words and numbers of a name in whatever case it is written, in lower case. */
export const partsOf = (text: string): readonly string[] =>
  text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g)?.map((part) => part.toLowerCase()) ?? [];

export const isFillerWord = (word: string): boolean => fillerWords.has(word);

const isMadeOfFillerWords = (text: string): boolean => {
  if (!/^(?=.*[A-Za-z])[\w .:/-]+$/.test(text)) return false;
  const parts = partsOf(text);
  const words = parts.filter((part) => !/^\d/.test(part));
  const letters = words.join("").length;
  if (letters < 0.6 * parts.join("").length || !words.every((word) => fillerWords.has(word))) return false;
  return words.length === parts.length || words.some((word) => madeUpWords.test(word));
};

/** The shortest length after which a text repeats itself, a last repetition cut short included; linear (Knuth, Morris, Pratt). */
const periodOf = (text: string): number => {
  const border = new Uint32Array(text.length);
  for (let i = 1, length = 0; i < text.length; i++) {
    while (length > 0 && text[i] !== text[length]) length = border[length - 1]!;
    if (text[i] === text[length]) length++;
    border[i] = length;
  }
  return text.length - border[text.length - 1]!;
};

/** A unit of up to eight characters three times and more, or a longer one twice: no random token of 16 repeats itself. */
const isRepetitive = (text: string): boolean => {
  const times = text.length / periodOf(text);
  return times >= 3 || (times >= 2 && text.length >= 16) || /(.)\1{7}/s.test(text);
};

const hasFewCharacters = (text: string): boolean => {
  const distinct = new Set(text).size;
  return distinct <= 2 || (text.length >= 12 && distinct <= 3) || (text.length >= 24 && distinct <= 5);
};

/** Sequences (`abcdefgh`, `87654321`) and keyboard walks (`qwertz`, `1q2w3e4r`): eight in a row, or most of the value. */
export const isWalk = (text: string): boolean => {
  const lengths = walkLengths(text);
  const covered = lengths.reduce((sum, length) => sum + length, 0);
  return Math.max(0, ...lengths) >= 8 || (covered > 0 && covered >= 0.6 * text.replace(/[^A-Za-z0-9]/g, "").length);
};

/** What documentation writes in a value's place: fillers, slots, look-ups, masks, and words that mean nothing. */
const isFillerText = (secret: string): boolean =>
  hasFewCharacters(secret) ||
  fillers.test(secret) ||
  shortFillers.test(secret) ||
  masks.test(secret) ||
  templates.some((template) => template.test(secret)) ||
  lookups.test(secret) ||
  isMadeOfFillerWords(secret);

/**
 * Whether a value stands for a secret instead of being one: documentation's fillers, template slots, look-ups of the
 * environment, masks, runs, sequences, keyboard walks. Of random tokens of 32 characters and more it calls fewer than
 * one in 10,000 a filler (`placeholder.test.ts`).
 */
export const isPlaceholder = (secret: string): boolean => {
  if (secret.trim() === "") return true;
  if (isRepetitive(secret.slice(0, longest))) return true;
  if (secret.length > longText || /[\r\n]/.test(secret))
    return /example|placeholder|redacted|\.{3}|\{\{|\$\{/i.test(secret);
  return isFillerText(secret) || isWalk(secret);
};

/** The same of a password that somebody chose: a walk over the keyboard is a poor one, and one all the same. */
export const isPasswordPlaceholder = (password: string): boolean =>
  !(/[0-9]/.test(password) && isWalk(password)) || isFillerText(password) ? isPlaceholder(password) : false;
