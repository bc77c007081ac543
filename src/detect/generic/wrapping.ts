import type { Surroundings } from "./surroundings.ts";

/** What stands between the operator and the quote of a value: a call, its first literal, the name of its argument. */
const call = /[=:>,|?]\s*(?:new )?((?:\[\])?[\w.:]*)\(\s?(?:(["'])[\w.-]*\2, |([a-z_]+)[=:] ?)?[@brfun]?["']{1,3}$/i;

/** Types, fields and coders whose argument is the text itself, and what makes a password's hash of it. */
const keepsText =
  /^(?:\[\]byte|(?:[\w.:]*[.:_])?(?:\w*string|\w*str|\w*field|\w*bytes?|column|from|some|just|of|valueof|text|(?:b64|base64|url|html)?_?encode|secretstr|secret|literal|quote|default|utf8|noop|hash\w*|\w*_hash|make|crypt|bcrypt|create|password|make_password|generate\w*hash|hash\w*sync|encrypt|md5|sha\d*))$/i;

/** `UUID.fromString("…")`, `parseString("…")`: another thing than the text. */
const makesOther =
  /uuid|guid|parse|find|get(?!_?bytes)|read|load|lookup|decode|resource|message|format|translat|uri|url\b|path|query|select/i;

/** Calls that take a name, and what stands for it where nothing is set. */
const looksUp =
  /(?:^|[.:_])(?:get\w*|env\w*|config\w*|conf|cfg|flag\w*(?:\.\w+)?|\w*flag|option\w*|setting\w*|fetch|param\w*|prop\w*|string\w*|default\w*|var\w*|field|lookup|argument)$/i;

const keepsArgument = /^(?:default\w*|initial\w*|value|fallback|plain\w*|secret|password|text)$/i;

/** `password = input("…")`: what the call gives is another text than the one between its quotes. */
export const isOfCall = ({ separator }: Surroundings): boolean => {
  const found = call.exec(separator);
  if (found === null) return false;
  const [, callee = "", literal, argument] = found;
  if (argument !== undefined) return !keepsArgument.test(argument);
  if (literal !== undefined) return !looksUp.test(callee);
  return callee !== "" && (makesOther.test(callee) || !keepsText.test(callee));
};

/** `"required": ["password", …]`, `| password | text |`: the first of a list, the next cell of a table; what looks like a name is one there. */
export const isFirstOfMore = ({ separator }: Surroundings): boolean => /\[ ?["']$|[^|]\|[ \t]*["'`]?$/.test(separator);
