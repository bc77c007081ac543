import type { NameStrength } from "./key-name.ts";
import type { Surroundings } from "./surroundings.ts";

/** `--account-pass=v`: an option takes no pass of another kind. */
const isOption = ({ before }: Surroundings): boolean => /(?:^|[\s"'])--?$/.test(before);

/** `currentPass`, `pass: "shadow"`: passes of many kinds; with a user beside it, or in a name that says whose it is, a password. */
const isOtherPass = (around: Surroundings): boolean => !isOption(around) && isPassOf(around);

const isPassOf = ({ name, before }: Surroundings): boolean =>
  !(/^pass$/i.test(name) && /(?:\$|->)$/.test(before)) &&
  !(name === "PASS" && /^\s*(?:export\s+)?$/.test(before)) &&
  /pass$/i.test(name) &&
  !/(?:db|sql|user|usr|admin|root|smtp|ssh|ftp|mail|login|auth|proxy|ldap|key|store|http|vnc|sudo|become|wifi|wlan|ota|ap|mqtt|site|server|rcon|sip)[_.-]?pass$/i.test(
    name,
  ) &&
  !/\b(?:user|usr|login|email)\w{0,8}["']?\s?(?:[:=]|=>)[^:=]*$/i.test(before);

/** `"Leaked password": "ACTIVE"`: the name ends a text of several words, which another quote may surround. */
const isInText = ({ before, separator }: Surroundings): boolean => {
  if (/[A-Za-z&] $/.test(before) && /^["'`](?!,? :?with)/.test(separator)) return true;
  const opened = /^(?:[^"'`]*(["'`])(?:(?!\1).)*\1)*[^"'`]*(["'`])(?:(?!\2)["'`])?([^"'`]*)$/.exec(before)?.[3];
  return opened !== undefined && /[\s(]$/.test(opened);
};

/** `--password: expected a non-empty text`: a sentence goes on behind the word. */
const isInSentence = ({ separator, quote, after }: Surroundings): boolean =>
  quote === "" && /^["'`]?:/.test(separator) && /^,?[ ][A-Za-z'-]+[ ][A-Za-z'-]+(?:[ .,;!?"'`]|$)/.test(after);

/** `hasattr(password, "decode")`: of two arguments the first is no literal; `the --password option`: only a space stands between. */
const isOnlyBeside = ({ before, separator, quote }: Surroundings): boolean =>
  (/^,/.test(separator) &&
    !/(?:put|set\w{0,10}|\badd\w{0,10}|\bwith\w{0,10}|append|param\w{0,6}|strn?cpy)\((?:\([\w *]{1,20}\))?(?:[\w.]{1,40}->)?\s*["'`]?$/i.test(
      before,
    )) ||
  (/^[\s"'`]*$/.test(separator) && !(quote !== "" && /^\s*(?:#\s*define\s+)?$/.test(before)));

/** `const provePassword: Prover = …`: a type, and what has it comes after. */
const isType = ({ separator, quote, after }: Surroundings): boolean =>
  quote === "" && /^\??:\s*$/.test(separator) && /^\s*=(?![=~])/.test(after);

/** `self.pwd = previous`: an expression's value, not a configuration's. */
const isMember = ({ name, quote }: Surroundings): boolean => quote === "" && /^(?:self|this|cls|@)\b/.test(name);

const isStatement = ({ name, before, quote }: Surroundings): boolean =>
  quote !== "" &&
  /\bby$|^password$/i.test(name) &&
  /\b(?:user|grant|role|create|alter|login|for|to|with)\b/i.test(before);

/** `app_passwd("details")`: what a call does with a word, only `setPassword("…")`, `password("…")` and a builder's `.dbPassword("…")` say. */
const isOtherCall = ({ separator, name }: Surroundings): boolean =>
  /^\(/.test(separator) &&
  !/(?:^|[._>])(?:[sS]et|[wW]ith)[\w.]*$|(?:^|[.>])(?:password|passwd|pass|pwd|secret)$|\.(?:equals(?:IgnoreCase)?|set|send_?[kK]eys|fill|val|set_?(?:[tT]ext|[vV]alue))$|[.>](?!change|reset|forgot|get|check|verify|update|validate|compare|hash|encode|is|has|find|save|prompt|ask|show|test|generate|create|match|lost|recover|send)[a-z]+(?:Password|Passwd|Pwd|Pass|_password|_pass)$/i.test(
    name,
  );

/** Letters that no word is made of need less: only text, types and members of objects are no assignment of theirs. */
export const isPlaceForDrawn = (around: Surroundings): boolean =>
  !isInText(around) && !isMember(around) && !isType(around) && !isOtherCall(around);

/**
 * Whether a word may be a password where it stands: a word may be anything, so that name and place must leave no doubt.
 */
export const isPlaceForWord = (around: Surroundings, strength: NameStrength): boolean =>
  strength === "strong" &&
  !isOtherPass(around) &&
  !isInText(around) &&
  !isInSentence(around) &&
  !isMember(around) &&
  !isType(around) &&
  !isOtherCall(around) &&
  (!isOnlyBeside(around) || isStatement(around));
