import type { Hit } from "../detect/hit.ts";
import type { Inspect } from "../sighting.ts";
import { isCompiledPython, withTextsApart } from "./pyc.ts";
import { isDatabase, rowsOf } from "./sqlite.ts";

/** What a content holds, and what follows its path where that is not to be found in its bytes as they are. */
export interface TextHits {
  readonly inner: string;
  readonly hits: readonly Hit[];
}

/** Whether a content is of a format that runs texts into each other. */
export const runsTextsTogether = (content: Buffer): boolean => isCompiledPython(content) || isDatabase(content);

/** Looks at a content that is no archive, in formats that run texts into each other also at each text by itself. Gives what holds something. */
export const inspectTexts = (content: Buffer, inspect: Inspect): readonly TextHits[] => {
  const hits = inspect(withTextsApart(content));
  const rows = rowsOf(content);
  if (rows === undefined) return hits.length === 0 ? [] : [{ inner: "", hits }];
  const known = new Set(hits.map(({ secret }) => secret));
  const fresh = inspect(rows).filter(({ secret }) => !known.has(secret));
  return [
    { inner: "", hits },
    { inner: "!(rows)", hits: fresh },
  ].filter((text) => text.hits.length > 0);
};

/** The same, each hit by itself. */
export const hitsInTexts = (
  content: Buffer,
  inspect: Inspect,
): readonly { readonly inner: string; readonly hit: Hit }[] =>
  inspectTexts(content, inspect).flatMap(({ inner, hits }) => hits.map((hit) => ({ inner, hit })));
