type Token = { readonly kind: "text"; readonly char: string } | { readonly kind: "one" | "name" | "path" };

/** Two stars cross slashes, one star and `?` do not; every other character is itself. */
const tokenize = (glob: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < glob.length; at++) {
    if (glob.startsWith("**/", at) && (at === 0 || glob[at - 1] === "/")) {
      tokens.push({ kind: "path" });
      at += 2;
    } else if (glob[at] === "*") tokens.push({ kind: "name" });
    else tokens.push(glob[at] === "?" ? { kind: "one" } : { kind: "text", char: glob[at]! });
  }
  return tokens;
};

/** States that follow without reading: a star may stand for nothing. */
const settle = (states: Uint8Array, tokens: readonly Token[]): void => {
  for (let i = 0; i < tokens.length; i++)
    if (states[i] === 1 && (tokens[i]!.kind === "name" || tokens[i]!.kind === "path")) states[i + 1] = 1;
};

// The state in which a token stays after a character: `**/` is left only where a name begins, so it knows two states.
const stays = ({ kind }: Token, char: string): 0 | 1 | 2 => {
  if (kind === "path") return char === "/" ? 1 : 2;
  return kind === "name" && char !== "/" ? 1 : 0;
};

const goesOn = (token: Token, char: string): boolean =>
  token.kind === "text" ? token.char === char : token.kind === "one" && char !== "/";

const step = (states: Uint8Array, tokens: readonly Token[], char: string): Uint8Array => {
  const next = new Uint8Array(states.length);
  tokens.forEach((token, i) => {
    if (states[i] === 0) return;
    if (next[i] === 0) next[i] = stays(token, char);
    if (goesOn(token, char)) next[i + 1] = 1;
  });
  settle(next, tokens);
  return next;
};

const covered = (tokens: readonly Token[], path: string): boolean => {
  let states: Uint8Array = new Uint8Array(tokens.length + 1);
  states[0] = 1;
  settle(states, tokens);
  for (let at = 0; at < path.length; at++) {
    if (path[at] === "/" && states[tokens.length] === 1) return true; // a folder: everything below it
    states = step(states, tokens, path[at]!);
  }
  return states[tokens.length] === 1;
};

/**
 * Whether a path relative to the repository is covered by a glob: it or a folder above it matches. A glob without a
 * slash matches a name at any depth, as in `.gitignore`. Linear in the path for any glob.
 */
export const compileGlob = (glob: string): ((path: string) => boolean) => {
  const trimmed = glob.replace(/^\.\//, "").replace(/\/(?:\*\*)?$/, "");
  const tokens = tokenize(trimmed.includes("/") || glob.startsWith("./") ? trimmed : `**/${trimmed}`);
  return (path) => covered(tokens, path);
};
