import { alphabets } from "./tokens/alphabets.ts";
import { checksums, makers, wrappers } from "./tokens/functions.ts";
import { createRandom, deal, type Random } from "./tokens/random.ts";

/** A template filled in. Text is Latin-1: one character, one byte. */
export interface Sample {
  readonly text: string;
  readonly secret: string;
  /** Offsets of the secret in the text. */
  readonly start: number;
  readonly end: number;
}

/** Where filling stands: what it wrote, and where the secret begins and ends in it. */
interface Filling {
  readonly template: string;
  readonly random: Random;
  at: number;
  text: string;
  start: number;
  end: number | undefined;
}

const placeholder = /\{([A-Za-z][\w-]*)([:}])/y;

const problem = (filling: Filling, what: string): RangeError =>
  new RangeError(`template ${filling.template}: ${what} at character ${filling.at}`);

const readArgument = (filling: Filling): string => {
  const end = filling.template.indexOf("}", filling.at);
  if (end === -1) throw problem(filling, "a brace is not closed");
  const argument = filling.template.slice(filling.at, end);
  filling.at = end + 1;
  return argument;
};

/** Fills what stands between the braces of a wrapper and returns it alone. */
const fillWithin = (filling: Filling): string => {
  const inner: Filling = { ...filling, text: "", start: 0, end: undefined };
  fillUntilBrace(inner);
  filling.at = inner.at + 1;
  return inner.text;
};

const expand = (filling: Filling, name: string, hasArgument: boolean): string => {
  const alphabet = alphabets[name];
  if (alphabet !== undefined) return deal(alphabet, hasArgument ? Number(readArgument(filling)) : 1, filling.random);
  const checksum = checksums[name];
  if (checksum !== undefined) {
    const count = hasArgument ? Number(readArgument(filling)) : filling.text.length - filling.start;
    return checksum(filling.text.slice(filling.text.length - count));
  }
  const maker = makers[name];
  if (maker !== undefined) return maker(hasArgument ? readArgument(filling) : "", filling.random);
  const wrapper = wrappers[name];
  if (wrapper === undefined || !hasArgument) throw problem(filling, `nothing is called ${name}`);
  return wrapper(fillWithin(filling));
};

const placeholderAt = (filling: Filling): RegExpExecArray | null => {
  placeholder.lastIndex = filling.at;
  return placeholder.exec(filling.template);
};

const fillCharacter = (filling: Filling): void => {
  const character = filling.template[filling.at++]!;
  if (character === "«") filling.start = filling.text.length;
  else if (character === "»") filling.end = filling.text.length;
  else if (character === "\\") filling.text += filling.template[filling.at++] ?? "";
  else filling.text += character;
};

/** Fills up to the brace that closes the surrounding placeholder; other braces stand for themselves and pair up. */
const fillUntilBrace = (filling: Filling): void => {
  for (let depth = 0; filling.at < filling.template.length; ) {
    const found = placeholderAt(filling);
    if (found !== null) {
      filling.at += found[0].length;
      filling.text += expand(filling, found[1]!, found[2] === ":");
      continue;
    }
    const character = filling.template[filling.at]!;
    if (character === "}" && depth === 0) return;
    if (character === "{") depth++;
    if (character === "}") depth--;
    fillCharacter(filling);
  }
};

/**
 * Fills a template of a pattern file. The same template and seed give the same text.
 *
 * - `{ALPHABET:COUNT}` draws characters: see `tokens/alphabets.ts`.
 * - `{CHECKSUM}` computes over the secret so far, `{CHECKSUM:COUNT}` over its last COUNT characters: `tokens/functions.ts`.
 * - `{to-base64:TEMPLATE}` and its like fill what is within and turn it into something else: `tokens/functions.ts`.
 * - `{uuid}`, `{one-of:A|B|C}` and their like draw something whole: `tokens/functions.ts`.
 * - `«` and `»` stand around the secret where it is not the whole text.
 * - A backslash makes the next character stand for itself.
 */
export const fill = (template: string, seed = ""): Sample => {
  const filling: Filling = {
    template,
    random: createRandom(`${template} ${seed}`),
    at: 0,
    text: "",
    start: 0,
    end: undefined,
  };
  fillUntilBrace(filling);
  if (filling.at < template.length) throw problem(filling, "a brace too many");
  const { text, start, end = text.length } = filling;
  return { text, secret: text.slice(start, end), start, end };
};

/** Fills a template anew at each call: values that differ, and are the same in every run. */
export const series = (template: string): (() => string) => {
  let filled = 0;
  return () => fill(template, String(filled++)).text;
};
