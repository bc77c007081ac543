import { hasConfigurationShape } from "./configuration-shape.ts";
import type { Surroundings } from "./surroundings.ts";

/** Methods that turn a literal into another form of itself. */
const formOfItself =
  /^\\?["'`]\s*\.\s*(?:getBytes|freeze|encode|toCharArray|to_string|to_owned|into|as_bytes|as_str|trim|strip|dup|ToCharArray|toByteArray|data\(using|utf8)\b/;

/** The quoted value is one operand of more: a sum, a format, a comparison with what a parser reads. */
const isOperand = ({ after, separator }: Surroundings): boolean =>
  (!formOfItself.test(after) &&
    /^\\?["'`]\s*(?:\+|%|\.\s*[\w(]|\|\|?|\?|===?|in\b|of\b|as\b(?! *(?:str|&str)))/.test(after)) ||
  /[=!]==?/.test(separator);

const isMarkup = ({ separator }: Surroundings): boolean => /^\\?["']?>$|<(?:string|value)>$/i.test(separator);

/** `set("password", "…")` assigns; of a plain list of strings the second is no value of the first. */
const isListItem = ({ separator, before }: Surroundings): boolean =>
  /^\\?["'`]\)?,\s*\\?["'`]$/.test(separator) && !/[({]\s*\\?["'`]?$/.test(before);

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
    (/^\s*(?:[-#]+\s*)?$|(?:^|\s)--?[\w-]*$|[{;]\s*$|^\s*#\s*define\s+$|_header\s+$|\b(?:user|role|with|login|alter|create|encrypted|env)\b/i.test(
      before,
    ) ||
      /identified by$/i.test(name))
  );

/** Whether a value stands where languages and formats put what a name is assigned. */
export const standsWhereSecretsDo = (around: Surroundings): boolean => {
  if (around.quote !== "") return ![isOperand, isListItem, isLookup, isProse].some((is) => is(around));
  if (isMarkup(around)) return /^<\/|^<!/.test(around.after);
  return hasConfigurationShape(around);
};
