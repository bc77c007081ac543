import { entropy } from "./placeholder.ts";

/**
 * What a password is worth reporting: `template` is filled in later, `filler` is what documentation writes,
 * `weak` a word or less, `strong` the rest.
 */
export type Worth = "template" | "filler" | "weak" | "strong";

/** Shell, Make, Jinja, Helm, Ruby, printf, Python, Windows, XML and Ansible ways to leave a place open. */
const templates =
  /\$\{|\$\(|\{\{|\{%|#\{|<%|%\(\w|\$\[|\[\[|\$[A-Za-z_]\w*(?:\W|$)|^\$\w+$|^%\w+%$|^%[-+ #0]*\d*[a-zA-Z]$|%[svdqr](?![0-9A-Fa-f])|\{[\w.,:!|$ -]*\}|^<.*>?$|^\[.*\]$|^\(.*\)$|^@@|^__.*__$|^&[a-z]+;|^(?:ENC|SOPS|vault)[[:(]|^!|\+ ?["'`]|["'`] ?\+|&lt;|%3C|%7B%7B|^\[\^?[^\]]*\][+*]|^\.[+*]|^[A-Za-z_][\w.]*[[(]$/;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words that documentation and development set-ups write in a password's place. */
const fillers = new Set(
  words(`
  pass passwd password pwd pw secret token key apikey auth user username usr login admin root guest test
  testing tester demo foo bar baz qux foobar abc xyz hello world default value string null undefined none
  nil true false todo tbd changeme changethis placeholder example sample dummy fake mock redacted removed
  hidden masked private sensitive postgres postgresql mysql mongo mongodb redis rabbitmq minio minioadmin
  sa oracle elastic neo4j tiger masterkey letmein qwerty hunter2 bitnami docker ubuntu vagrant wordpress drupal laravel
  symfony app db database something anything whatever blah asdf anonymous optional host hostname port pa
  ss
  changeit deadbeef cafebabe tiger scott change-it change-this change_me change-me x-oauth-basic x-token-auth api-key api_key p@ssword p@ssw0rd
  kennwort passwort geheim heslo haslo senha contrasena contrasenya clave motdepasse mdp wachtwoord parola sifre salasana losenord
  passord adgangskode kodeord parool parole jelszo lozinka geslo slaptazodis kupuhipa scope prefix suffix
  yourstrong masked redacted omitted obfuscated pa$$word pa$$w0rd pa55word pa55w0rd passw0rd s3cr3t s3cret sekret credential yourpassword
  sudo beep boop
`),
);

/** Words that stand beside those: `my-secret-password`. */
const companions = words(`
  my your our some the this is an here goes insert enter put use new old real actual very super strong
  long secure random top not url encoded with of for and in to client server service account access github
  gitlab personal npm bot proxy smtp ftp http basic raw plain text sql word phrase me it pls please application
`);

/** Whether a word is what manuals write for a password: `minioadmin`. Oracle's `tiger` is in use all the same. */
export const isKnownFiller = (word: string): boolean => word !== "tiger" && fillers.has(word);

const vocabulary = new Set([...fillers, ...companions]);
const longestWord = Math.max(...[...vocabulary].map((word) => word.length));
const longestFiller = 64;
const joint = /[-_. +*!@#()\d]/;

const isArticle = (value: string, at: number): boolean =>
  value[at] === "a" && value[at + 1] === " " && (at === 0 || value[at - 1] === " ");

/** Whether a value is nothing but words of the vocabulary, digits and marks. Takes a step per letter and word length. */
const isMadeOfWords = (value: string): boolean => {
  if (value.length > longestFiller || !/[a-z]/.test(value)) return false;
  const reached = new Array<boolean>(value.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < value.length; at++) {
    if (!reached[at]) continue;
    if (joint.test(value[at]!) || isArticle(value, at)) reached[at + 1] = true;
    for (let end = at + 2; end <= Math.min(value.length, at + longestWord); end++)
      if (vocabulary.has(value.slice(at, end))) reached[end] = true;
  }
  return reached[value.length]!;
};

/** What somebody put in a password's place: stars, dots, one character repeated. */
const masked = /^(.)\1{2,}$|^[.*•…_-]+$|\*{3}|\.{3}|x{4}|X{4}|\xe2\x80\xa6/;

/** Short numbers and sequences. */
const sequence = /^(.)\1*$|^\d{1,6}$|^(?:1234|0123).{0,8}$|^abcd?e?f?\d*$|^[a-z]{0,3}123\d*$|^qwe/i;

/** Names of variables, and passwords that call themselves so. */
const selfNamed = /^[A-Za-z_.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|changeme)[A-Za-z_.-]*\d{0,3}[=%!.]?$/i;

const isFiller = (value: string): boolean => {
  const plain = value.toLowerCase();
  return value.length < 4 || sequence.test(value) || selfNamed.test(value) || isMadeOfWords(plain);
};

/** Letters of one case with at most a short number behind are words to a person who guesses. */
const isWordLike = (value: string): boolean =>
  value.length < 8 ||
  /^(?:[A-Za-z]?[a-z]*(?:[A-Z][a-z]+)*|[A-Z]+|[a-z]+(?:[-_.][a-z]+)*)[-_.]?\d{0,4}[!@#$.]?$/.test(value) ||
  entropy(value) < 2.5;

/** Whether the value is left open or blotted out. */
export const isTemplate = (value: string): boolean => templates.test(value) || masked.test(value);

/** Detection reads bytes as Latin-1; accents do not make a word rarer. */
const withoutAccents = (value: string): string =>
  /[\x80-\xff]/.test(value)
    ? Buffer.from(value, "latin1").toString("utf8").normalize("NFKD").replace(/\p{M}/gu, "")
    : value;

/** Judges a password by itself; `user` is who signs in with it, where that is known. */
export const worthOf = (written: string, user = ""): Worth => {
  const password = withoutAccents(written);
  if (isTemplate(password)) return "template";
  const named = user !== "" && password.toLowerCase() === user.toLowerCase();
  if (named || isFiller(password)) return "filler";
  return isWordLike(password) ? "weak" : "strong";
};
