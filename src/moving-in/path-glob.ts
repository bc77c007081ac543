/** An expression over paths, spelled out: texts in which `any` stands for `.*` and `some` for `[^/]*`. */
type Spelled = readonly string[];

const any = "\0";
const some = "\x01";

/** More than these are no longer readable as ignores. */
const maxTexts = 40;

interface Reader {
  readonly text: string;
  at: number;
}

class Unknown extends Error {
  override readonly name = "Unknown";
}

const joined = (a: Spelled, b: Spelled): Spelled => {
  if (a.length * b.length > maxTexts) throw new Unknown("too many");
  return a.flatMap((start) => b.map((end) => start + end));
};

const take = (reader: Reader, pattern: RegExp): RegExpExecArray | null => {
  const sticky = new RegExp(pattern.source, "y");
  sticky.lastIndex = reader.at;
  const found = sticky.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found;
};

const atom = (reader: Reader): Spelled => {
  if (take(reader, /\.[*+]\??/) !== null) return [any];
  if (take(reader, /\[\^\/\]\*|\[\^\/\]\+/) !== null) return [some];
  if (take(reader, /\[\/\\\\\]|\[\\\\\/\]/) !== null) return ["/"];
  if (take(reader, /\((?:\?:)?(?!\?)/) !== null) {
    const inside = alternatives(reader);
    if (take(reader, /\)/) === null) throw new Unknown("an open group");
    return inside;
  }
  const single =
    take(reader, /\[([\w.-])\]/)?.[1] ??
    take(reader, /\\([^\w\s])/)?.[1] ??
    take(reader, /[\w\-/@ ,~#%&=:;'"!<>^$]/)?.[0];
  if (single !== undefined) return [single];
  // an unescaped dot is one that somebody forgot to escape
  if (take(reader, /\.(?![*+?{])/) !== null) return ["."];
  throw new Unknown(reader.text[reader.at] ?? "");
};

const sequence = (reader: Reader): Spelled => {
  let texts: Spelled = [""];
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at]!)) {
    let next = atom(reader);
    if (take(reader, /\?/) !== null) next = ["", ...next];
    if (/[*+{?]/.test(reader.text[reader.at] ?? "")) throw new Unknown("a repeat");
    texts = joined(texts, next);
  }
  return texts;
};

const alternatives = (reader: Reader): Spelled => {
  const texts = [...sequence(reader)];
  while (take(reader, /\|/) !== null) texts.push(...sequence(reader));
  if (texts.length > maxTexts) throw new Unknown("too many");
  return texts;
};

const trimmed = (text: string): { readonly body: string; readonly rooted: boolean; readonly closed: boolean } => {
  const rooted = text.startsWith("^") && text[1] !== any;
  const closed = text.endsWith("$") && text.at(-2) !== any;
  const body = text.replace(/^\^/, "").replace(/\$$/, "");
  return { body: body.replace(/^\0+|\0+$/g, ""), rooted, closed };
};

const globOf = (text: string): string => {
  const { body, rooted, closed } = trimmed(text);
  if (body === "" || /[\^$]/.test(body) || /[*?[\]{}]/.test(body)) throw new Unknown("anchors inside");
  const start = rooted ? body.replace(/^\//, "") : body.startsWith("/") ? `**${body}` : `**/*${body}`;
  const whole = closed ? start : start.endsWith("/") ? `${start}**` : `${start}*`;
  const glob = whole.replaceAll("/\0/", "/**/").replaceAll(some, "*");
  if (glob.includes(any)) throw new Unknown("anything inside a name");
  return glob.replaceAll(/\*{3,}/g, "**");
};

/**
 * Paths in allowlists are regular expressions that are searched for in the whole path. The plain ones among them (folders,
 * names, endings, alternatives of these) can be told as globs; undefined for the others.
 */
export const globsOfPath = (expression: string): readonly string[] | undefined => {
  const reader: Reader = { text: expression.replace(/^\(\?i\)/, ""), at: 0 };
  try {
    const texts = alternatives(reader);
    if (reader.at < reader.text.length) return undefined;
    const globs = new Set(texts.map(globOf));
    return [...globs].filter(
      (glob) => !globs.has(`**/${glob}`) && !(glob.endsWith("/**") && globs.has(glob.slice(0, -3))),
    );
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return undefined;
    throw error;
  }
};
