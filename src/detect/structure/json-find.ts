import { type JsonNode, readJson } from "./json.ts";
import type { Text } from "./text.ts";

/** More documents of one content are nobody's. */
const maxDocuments = 200;

/** How far before a word the bracket of its object may stand. */
const backward = 64 << 10;

/** The bracket that opens the object around an index, strings not told apart; -1 without one near. */
const openingBrace = (text: string, index: number): number => {
  let depth = 0;
  for (let at = index - 1; at >= 0 && index - at < backward; at--) {
    const char = text[at];
    if (char === "}") depth++;
    else if (char === "{" && --depth < 0) return at;
  }
  return -1;
};

/**
 * The JSON of a content that holds a word: the whole where it begins as JSON, else the objects around the word. The
 * pattern is global.
 */
export const jsonAround = (source: Text, word: RegExp): readonly JsonNode[] => {
  if (/^[\s\xef\xbb\xbf]*[[{]/.test(source.text.slice(0, 1000))) {
    const root = readJson(source);
    return root === undefined ? [] : [root];
  }
  const roots: JsonNode[] = [];
  let done = 0;
  let tries = 0;
  for (const { index } of source.text.matchAll(word)) {
    if (tries >= maxDocuments) break;
    if (index < done) continue;
    tries++;
    const open = openingBrace(source.text, index);
    const root = open === -1 ? undefined : readJson(source, open);
    if (root?.kind !== "object") continue;
    done = root.end;
    roots.push(root);
  }
  return roots;
};
