/** Where the parts of a TOML file stand: the parser of the file tells values, not lines. */
export interface TomlLines {
  /** Line of a key, by its path in lower case, such as `rules[3].regex` or `allowlist.paths`; of the table where the key is unknown. */
  readonly of: (path: string) => number;
}

const header = /^\s*(\[\[?)\s*([\w."' -]+?)\s*\]\]?\s*(?:#.*)?$/;
const assignment = /^\s*([\w-]+|"[^"]*"|'[^']*')\s*(?:\.\s*[\w"'.-]+\s*)?=(.*)$/;

/** Whether a multi-line text is still open after a line. */
const openAfter = (line: string, open: string | undefined): string | undefined => {
  let quote = open;
  for (let at = 0; at < line.length; ) {
    if (quote !== undefined) {
      const end = line.indexOf(quote, at);
      if (end === -1) return quote;
      at = end + 3;
      quote = undefined;
      continue;
    }
    const rest = line.slice(at);
    const next = /'''|"""|'[^']*'|"(?:[^"\\]|\\.)*"|#/.exec(rest);
    if (next === null || next[0] === "#") return undefined;
    at += next.index + next[0].length;
    if (next[0].length === 3 && (next[0] === "'''" || next[0] === '"""')) quote = next[0];
  }
  return quote;
};

/** Go reads keys without regard to case (viper). */
const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^["']|["']$/g, "")
    .toLowerCase();

/** Reads a text that a TOML parser has accepted. */
export const tomlLines = (text: string): TomlLines => {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let table = "";
  let open: string | undefined;

  /** `rules.allowlists` belongs to the last `[[rules]]`. */
  const resolved = (names: readonly string[]): string => {
    let path = "";
    for (const name of names) {
      const plain = path === "" ? name : `${path}.${name}`;
      const count = counts.get(plain);
      path = count === undefined ? plain : `${plain}[${count}]`;
    }
    return path;
  };

  text.split("\n").forEach((line, index) => {
    const inside = open !== undefined;
    open = openAfter(line, open);
    if (inside) return;
    const [, bracket, words] = header.exec(line.replace(/\r$/, "")) ?? [];
    if (words !== undefined) {
      const names = words.split(".").map(unquoted);
      if (bracket === "[[") {
        const parent = resolved(names.slice(0, -1));
        const plain = parent === "" ? names.at(-1)! : `${parent}.${names.at(-1)}`;
        counts.set(plain, (counts.get(plain) ?? -1) + 1);
      }
      table = resolved(names);
      lines.set(table, index + 1);
      return;
    }
    const key = assignment.exec(line)?.[1];
    if (key === undefined) return;
    const path = table === "" ? unquoted(key) : `${table}.${unquoted(key)}`;
    if (!lines.has(path)) lines.set(path, index + 1);
  });
  const of = (path: string): number =>
    lines.get(path) ?? (path.includes(".") ? of(path.slice(0, path.lastIndexOf("."))) : (lines.get(path) ?? 1));
  return { of };
};
