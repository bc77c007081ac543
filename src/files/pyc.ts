/** Told of each text: where it stands. */
type Take = (start: number, end: number) => void;

interface Cursor {
  readonly content: Buffer;
  readonly layout: Layout;
  readonly take: Take;
  at: number;
}

/** How a release writes code (Python/marshal.c, `w_complex_object`). */
interface Layout {
  /** Bytes before the first object (Lib/importlib/_bootstrap_external.py). */
  readonly header: number;
  /** Numbers with which a code object begins. */
  readonly numbers: number;
  /** Objects behind the line number that follows its first eight. */
  readonly tables: number;
}

/** By the number with which a file begins, the newest first: 3.11, 3.8, 3.7, 3.3; those of Python 2 are far above. */
const layouts: readonly (readonly [from: number, to: number, Layout])[] = [
  [3495, 4999, { header: 16, numbers: 5, tables: 2 }],
  [3413, 3494, { header: 16, numbers: 6, tables: 1 }],
  [3392, 3412, { header: 16, numbers: 5, tables: 1 }],
  [3210, 3391, { header: 12, numbers: 5, tables: 1 }],
  [62041, 62211, { header: 8, numbers: 4, tables: 1 }],
];

const layoutOf = (content: Buffer): Layout | undefined => {
  if (content.length < 32 || content[2] !== 0x0d || content[3] !== 0x0a) return undefined;
  const magic = content.readUInt16LE(0);
  return layouts.find(([from, to]) => from <= magic && magic <= to)?.[2];
};

/** Whether a content is compiled Python of a release that is known here. */
export const isCompiledPython = (content: Buffer): boolean => layoutOf(content) !== undefined;

const code = (kind: string): number => kind.charCodeAt(0);
const codes = (kinds: string): ReadonlySet<number> => new Set([...kinds].map(code));

/** Bytes of objects that hold nothing. */
const sizes: ReadonlyMap<number, number> = new Map([
  ...[...codes("0NFTS.")].map((kind) => [kind, 0] as const),
  ...[...codes("irR")].map((kind) => [kind, 4] as const),
  ...[...codes("Ig")].map((kind) => [kind, 8] as const),
  [code("y"), 16],
]);
const [shortTexts, longTexts, collections] = [codes("zZ"), codes("stuaA"), codes("([<>")] as const;
const [shortTuple, dictionary, codeObject] = [code(")"), code("{"), code("c")] as const;
const [long, slice, null_] = [code("l"), code(":"), code("0")] as const;

const maxDepth = 100;
/** Marks an object that others refer to. */
const flag = 0x80;

const byte = (cursor: Cursor): number => cursor.content.readUInt8(cursor.at++);

const word = (cursor: Cursor): number => {
  cursor.at += 4;
  return cursor.content.readUInt32LE(cursor.at - 4);
};

const skip = (cursor: Cursor, size: number): void => {
  cursor.at += size;
  if (cursor.at > cursor.content.length) throw new RangeError("it ends early");
};

const passText = (cursor: Cursor, size: number): void => {
  const start = cursor.at;
  skip(cursor, size);
  cursor.take(start, cursor.at);
};

const passObjects = (cursor: Cursor, count: number, depth: number): void => {
  for (let i = 0; i < count; i++) passObject(cursor, depth);
};

const passCode = (cursor: Cursor, depth: number): void => {
  const { numbers, tables } = cursor.layout;
  skip(cursor, numbers * 4);
  passObjects(cursor, 8, depth);
  skip(cursor, 4);
  passObjects(cursor, tables, depth);
};

/** Gives the kind of what it went past. Throws a RangeError for what it does not know. */
const passObject = (cursor: Cursor, depth: number): number => {
  if (depth > maxDepth) throw new RangeError("it is nested too deep");
  const kind = byte(cursor) & ~flag;
  const size = sizes.get(kind);
  if (size !== undefined) skip(cursor, size);
  else if (shortTexts.has(kind)) passText(cursor, byte(cursor));
  else if (longTexts.has(kind)) passText(cursor, word(cursor));
  else if (collections.has(kind)) passObjects(cursor, word(cursor), depth + 1);
  else if (kind === shortTuple) passObjects(cursor, byte(cursor), depth + 1);
  else if (kind === dictionary) while (passObject(cursor, depth + 1) !== null_);
  else if (kind === codeObject) passCode(cursor, depth + 1);
  else if (kind === slice) passObjects(cursor, 3, depth + 1);
  else if (kind === long) skip(cursor, Math.abs(word(cursor) | 0) * 2);
  else throw new RangeError("of a kind that is not known");
  return kind;
};

/**
 * Compiled Python has its texts set apart by zeros, anything else is given back as it is. There a text's length stands before it and the
 * mark of the next object behind it, either of which may be a letter, which then seems to belong to the text.
 */
export const withTextsApart = (content: Buffer): Buffer => {
  const layout = layoutOf(content);
  if (layout === undefined) return content;
  const apart = Buffer.from(content);
  const take: Take = (start, end) => {
    apart[start - 1] = 0;
    if (end < apart.length) apart[end] = 0;
  };
  try {
    passObject({ content, layout, take, at: layout.header }, 0);
  } catch (error) {
    if ((error as Error).name !== "RangeError") throw error;
  }
  return apart;
};
