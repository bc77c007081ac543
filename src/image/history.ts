import { isJsonObject, type JsonObject } from "../json-object.ts";
import { listOf, textOf } from "./document.ts";

/** An entry of an image's history (image specification 1.1, config.md). */
export interface HistoryEntry {
  /** As the history has it; may hold secrets. */
  readonly createdBy: string;
  readonly comment: string;
  readonly author: string;
  readonly emptyLayer: boolean;
}

export const historyOf = (config: JsonObject): readonly HistoryEntry[] =>
  listOf(config["history"])
    .filter(isJsonObject)
    .map((entry) => ({
      createdBy: textOf(entry["created_by"]) ?? "",
      comment: textOf(entry["comment"]) ?? "",
      author: textOf(entry["author"]) ?? "",
      emptyLayer: entry["empty_layer"] === true,
    }));

/** The entry that made each layer, as an index into the history; undefined for all where the two do not agree. */
export const layersInHistory = (history: readonly HistoryEntry[], layers: number): readonly (number | undefined)[] => {
  const made = history.flatMap(({ emptyLayer }, i) => (emptyLayer ? [] : [i]));
  return made.length === layers ? made : new Array<undefined>(layers).fill(undefined);
};
