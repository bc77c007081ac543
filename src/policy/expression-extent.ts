import { alternatives, anyByte, type Extent, nothing, oneOf, repeated, sequence } from "./extent.ts";

/** Reads an expression that RE2 has accepted. Source: github.com/google/re2/wiki/Syntax. */
interface Reader {
  readonly text: string;
  at: number;
  /** Whether `(?i)` holds. */
  fold: boolean;
}

/** What this reader does not know: nothing can be told then. */
class Unknown extends Error {
  override readonly name = "Unknown";
}

const take = (reader: Reader, pattern: RegExp): RegExpExecArray | null => {
  const sticky = new RegExp(pattern.source, "ys");
  sticky.lastIndex = reader.at;
  const found = sticky.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found;
};

/** Under `(?i)` bytes beyond ASCII fold in ways that anchors do not. */
const char = ({ fold }: Reader, text: string): Extent => {
  if (!fold) return oneOf([text]);
  return text > "\x7f" ? anyByte : oneOf([...new Set([text.toLowerCase(), text.toUpperCase()])]);
};

const controls: Readonly<Record<string, string>> = { a: "\x07", f: "\f", t: "\t", n: "\n", r: "\r", v: "\v" };

const escaped = (reader: Reader): Extent => {
  const code = take(reader, /\\x\{([0-9a-fA-F]+)\}/) ?? take(reader, /\\x([0-9a-fA-F]{2})/);
  if (code !== null) return char(reader, String.fromCodePoint(Number.parseInt(code[1]!, 16)));
  const octal = take(reader, /\\(0[0-7]{0,2}|[1-7][0-7]{2})/);
  if (octal !== null) return char(reader, String.fromCodePoint(Number.parseInt(octal[1]!, 8)));
  if (take(reader, /\\[bBAz]/) !== null) return nothing;
  if (take(reader, /\\(?:[pP](?:\{[^}]*\}|.)|[dDsSwWC])/) !== null) return anyByte;
  const quoted = take(reader, /\\Q(.*?)(?:\\E|$)/);
  if (quoted !== null) return sequence([...quoted[1]!].map((c) => char(reader, c)));
  const plain = take(reader, /\\(.)/);
  if (plain === null) throw new Unknown("a lone backslash");
  const control = controls[plain[1]!];
  if (control !== undefined) return oneOf([control]);
  if (/[0-9A-Za-z]/.test(plain[1]!)) throw new Unknown(plain[0]);
  return char(reader, plain[1]!);
};

/** A class of a few plain characters is known; any other is one byte of some kind. */
const characterClass = (reader: Reader): Extent => {
  const found = take(reader, /\[(\^?)(\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*)\]/);
  if (found === null) throw new Unknown("an open class");
  const [, negated, inside] = found as unknown as [string, string, string];
  if (negated !== "" || !/^-?[0-9A-Za-z_.:=+/@]{1,8}-?$/.test(inside)) return anyByte;
  return alternatives([...inside].map((c) => char(reader, c)));
};

const group = (reader: Reader): Extent => {
  const outer = reader.fold;
  const flags = take(reader, /\(\?([imsU]*)(?:-([imsU]+))?([:)])/);
  if (flags !== null) {
    if (flags[1]!.includes("i")) reader.fold = true;
    if (flags[2]?.includes("i") === true) reader.fold = false;
    if (flags[3] === ")") return nothing;
  } else if (take(reader, /\(\?P?<\w+>/) === null && take(reader, /\((?!\?)/) === null) throw new Unknown("a group");
  const inside = expression(reader);
  if (take(reader, /\)/) === null) throw new Unknown("an open group");
  reader.fold = outer;
  return inside;
};

const atom = (reader: Reader): Extent => {
  switch (reader.text[reader.at]) {
    case "\\":
      return escaped(reader);
    case "[":
      return characterClass(reader);
    case "(":
      return group(reader);
    case ".":
      reader.at++;
      return anyByte;
    case "^":
    case "$":
      reader.at++;
      return nothing;
    default:
      return char(reader, take(reader, /./)![0]);
  }
};

const times = (reader: Reader): readonly [least: number, most: number] | undefined => {
  const sign = take(reader, /([*+?])\??/)?.[1];
  if (sign !== undefined) return [sign === "+" ? 1 : 0, sign === "?" ? 1 : Number.POSITIVE_INFINITY];
  const counted = take(reader, /\{(\d+)(,?)(\d*)\}\??/);
  if (counted === null) return undefined;
  const least = Number(counted[1]);
  if (counted[2] === "") return [least, least];
  return [least, counted[3] === "" ? Number.POSITIVE_INFINITY : Number(counted[3])];
};

const branch = (reader: Reader): Extent => {
  const parts: Extent[] = [];
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at]!)) {
    const quoted = reader.text.startsWith("\\Q", reader.at);
    const part = atom(reader);
    const count = times(reader);
    if (count !== undefined && quoted) throw new Unknown("\\Q...\\E, of which a repeat takes the last character");
    parts.push(...(count === undefined ? [part] : repeated(part, ...count)));
    if (times(reader) !== undefined) throw new Unknown("a repeat of a repeat");
  }
  return sequence(parts);
};

const expression = (reader: Reader): Extent => {
  const outer = reader.fold;
  const branches = [branch(reader)];
  while (take(reader, /\|/) !== null) branches.push(branch(reader));
  reader.fold = outer;
  return branches.length === 1 ? branches[0]! : alternatives(branches);
};

/** What every match of an expression contains and how long it can be; undefined where that cannot be told. */
export const extentOf = (text: string): Extent | undefined => {
  const reader: Reader = { text, at: 0, fold: false };
  try {
    const extent = expression(reader);
    return reader.at === text.length ? extent : undefined;
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return undefined;
    throw error;
  }
};
