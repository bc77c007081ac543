import { hasConfigurationShape } from "./configuration-shape.ts";
import type { Surroundings } from "./surroundings.ts";
import { isFirstOfMore, isOfCall } from "./wrapping.ts";

/** Methods that turn a literal into another form of itself. */
const formOfItself =
  /^\\?["'`]\s*\.\s*(?:getBytes|freeze|encode|toCharArray|to_s|to_string|to_owned|into|as_bytes|as_str|trim|strip|dup|ToCharArray|toByteArray|data\(using|utf8)\b/;

/** The quoted value is one operand of more: a sum, a format. */
const isOperand = ({ after }: Surroundings): boolean =>
  !formOfItself.test(after) &&
  /^\\?["'`]\s*(?:\+|%|\.\s*[\w($]|\|\|?|\?|===?|in\b|of\b|as\b(?! *(?:str|&str)))/.test(after);

/** `if (key == "v")` compares with what a parser reads, and `the key is "v"` tells a story: what looks drawn at random is a key even there. */
const isComparedOrTold = ({ name, separator }: Surroundings): boolean =>
  /[=!]==?|^["'`]?[ \t]+is\b/i.test(separator) || (/^\(/.test(separator) && /\.equals(?:IgnoreCase)?$/.test(name));

const isMarkup = ({ separator }: Surroundings): boolean =>
  /^\\?["']?(?: [^<>]*)?>$|<(?:string|value)>$|><!\[cdata\[$/i.test(separator);

/** Calls whose arguments are a name and its value, or a name and what it stands for without one. */
const assigns =
  /(?:put|set|add|push|append|param\w{0,6}|propert\w{1,4}|define|header|env\w{0,12}|options?|entry|of|with\w{0,20}|field|default\w{0,6}|get\w{0,20}|pair|item|str\w{0,2}cpy|attr\w{0,8}|data|var\w{0,6}|config\w{0,10}|values?|insert|register|secret|string(?:var)?p?|query\w{0,6}|form\w{0,6}|let|store|save|write|update|fetch|read|lookup|load)$/i;

/** `("password", "…")`: what a call assigns, the members of braces, or a pair of its own. */
const isPair = ({ before, after }: Surroundings): boolean => {
  const call = /([\w$]{1,60})\((?:[^()]{0,100},)?\s*(?:\([\w *]{1,30}\))?(?:[\w.]{1,40}->)?\\?["'`]?$/.exec(
    before,
  )?.[1];
  if (call !== undefined) return assigns.test(call);
  return /\{\s*\\?["'`]?$/.test(before) || (/\(\s*\\?["'`]?$/.test(before) && /^\\?["'`]\s*,?\s*\)/.test(after));
};

/** `set("password", "…")` assigns; of a plain list of strings the second is no value of the first, nor what follows `MD5('password'),`. */
const isListItem = (around: Surroundings): boolean =>
  /[)\]"'`][^\w,]{0,6}["'`)\]]\s*,|[)\]]\s*,/.test(around.separator) ||
  (/^\\?["'`]?,\s*\\?["'`]$/.test(around.separator) && !isPair(around));

/** `getPassword("…")` names what it looks for; `setPassword("…")` and `password("…")` say it. */
const isLookup = ({ separator, name }: Surroundings): boolean =>
  /^\(/.test(separator) &&
  /(?:^|[._])(?:get|fetch|read|find|load|look|retrieve|resolve|request|require|is|has|check|validate|verify|compare|hash|encrypt|decrypt|encode|decode|parse|test|expect|match|contains|remove|delete|t|i18n|translate)(?=[A-Z_.]|$)[\w]*$/.test(
    name,
  );

/** Only a space between name and quote: at a line's start, after a statement of SQL, after an option; in prose it is no assignment. */
const isProse = ({ separator, before, name }: Surroundings): boolean =>
  /^\\?["'`\])]*[ \t]+@?\\*["'`]$/.test(separator) &&
  !(
    /^[ \t]+@?\\*["']$/.test(separator) &&
    (/^\s*(?:[-#]+\s*)?$|(?:^|\s)--?[\w-]*$|[{;]\s*$|\(def(?:once|parameter)?\s+$|^\s*#\s*define\s+$|_header\s+$|\b(?:user|role|with|login|alter|create|encrypted|env)\b|(?:^|[\s{]):$/i.test(
      before,
    ) ||
      /identified by$/i.test(name))
  );

/**
 * Whether a value stands where languages and formats put what a name is assigned. Looser places count for a value that is surely no
 * name or word.
 */
export const standsWhereSecretsDo = (around: Surroundings, isSure: () => boolean): boolean => {
  if ((isComparedOrTold(around) || isFirstOfMore(around)) && !isSure()) return false;
  if (around.quote !== "") return ![isOperand, isListItem, isLookup, isProse, isOfCall].some((is) => is(around));
  if (isMarkup(around)) return /^<\/|^<!|^\]\]>/.test(around.after);
  return hasConfigurationShape(around, isSure);
};
