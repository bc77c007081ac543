/** Where the parts of a TOML file stand: the parser of the file tells values, not lines. */
export interface TomlLines {
  /** Line of a key, by its path in lower case, such as `rules[3].regex` or `allowlist.paths`; of the table where the key is unknown. */
  readonly of: (path: string) => number;
}

const header = /^\s*(\[\[?)\s*([\w."' -]+?)\s*\]\]?\s*(?:#.*)?$/;
const assignment = /^\s*([\w-]+|"[^"]*"|'[^']*')\s*(?:\.\s*[\w"'.-]+\s*)?=(.*)$/;

const nextToken = /'''|"""|'[^']*'|"(?:[^"\\]|\\.)*"|#/;

/** The quotes of a text of several lines that begins in a line and is open at its end; `undefined` where there is none. */
const opens = (line: string): string | undefined => {
  for (let rest = line; ; ) {
    const next = nextToken.exec(rest);
    if (next === null || next[0] === "#") return undefined;
    rest = rest.slice(next.index + next[0].length);
    if (next[0] !== "'''" && next[0] !== '"""') continue;
    const end = rest.indexOf(next[0]);
    if (end === -1) return next[0];
    rest = rest.slice(end + 3);
  }
};

/** Whether a text of several lines is still open after a line. */
const openAfter = (line: string, open: string | undefined): string | undefined => {
  if (open === undefined) return opens(line);
  const end = line.indexOf(open);
  return end === -1 ? open : opens(line.slice(end + 3));
};

/** Go reads keys without regard to case (viper). */
const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^["']|["']$/g, "")
    .toLowerCase();

const below = (table: string, name: string): string => (table === "" ? name : `${table}.${name}`);

/** Counts tables of lists, so that `[[rules.allowlists]]` belongs to the last `[[rules]]`. */
const createHeaders = () => {
  const counts = new Map<string, number>();
  const resolved = (names: readonly string[]): string =>
    names.reduce((path, name) => {
      const count = counts.get(below(path, name));
      return count === undefined ? below(path, name) : `${below(path, name)}[${count}]`;
    }, "");
  return (bracket: string, words: string): string => {
    const names = words.split(".").map(unquoted);
    if (bracket === "[[") {
      const plain = below(resolved(names.slice(0, -1)), names.at(-1)!);
      counts.set(plain, (counts.get(plain) ?? -1) + 1);
    }
    return resolved(names);
  };
};

/** Reads a text that a TOML parser has accepted. */
export const tomlLines = (text: string): TomlLines => {
  const lines = new Map<string, number>();
  const tableOf = createHeaders();
  let table = "";
  let open: string | undefined;
  const read = (line: string, number: number): void => {
    const [, bracket, words] = header.exec(line) ?? [];
    if (words !== undefined) {
      table = tableOf(bracket!, words);
      lines.set(table, number);
      return;
    }
    const key = assignment.exec(line)?.[1];
    if (key !== undefined && !lines.has(below(table, unquoted(key)))) lines.set(below(table, unquoted(key)), number);
  };
  text.split("\n").forEach((line, index) => {
    if (open === undefined) read(line.replace(/\r$/, ""), index + 1);
    open = openAfter(line, open);
  });
  const of = (path: string): number =>
    lines.get(path) ?? (path.includes(".") ? of(path.slice(0, path.lastIndexOf("."))) : 1);
  return { of };
};
