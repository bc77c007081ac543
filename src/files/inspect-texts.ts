import type { Hit } from "../detect/hit.ts";
import type { Inspect } from "../sighting.ts";
import { withTextsApart } from "./pyc.ts";
import { rowsOf } from "./sqlite.ts";

/** What a content holds, and what follows its path where that is not to be found in its bytes as they are. */
export interface TextHits {
  readonly inner: string;
  readonly hits: readonly Hit[];
}

/** Looks at a content that is no archive, in formats that run texts into each other also at each text by itself. */
export const inspectTexts = (content: Buffer, inspect: Inspect): readonly TextHits[] => {
  const hits = inspect(withTextsApart(content));
  const rows = rowsOf(content);
  if (rows === undefined) return [{ inner: "", hits }];
  const known = new Set(hits.map(({ secret }) => secret));
  const fresh = inspect(rows).filter(({ secret }) => !known.has(secret));
  return [
    { inner: "", hits },
    { inner: "!(rows)", hits: fresh },
  ];
};
