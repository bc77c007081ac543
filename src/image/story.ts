import type { Removed } from "../finding.ts";
import { isObject, type Json, textsOf } from "./document.ts";
import { type HistoryEntry, historyOf, layersInHistory } from "./history.ts";
import { instructionOf, shownInstruction } from "./instruction.ts";
import type { Shadow } from "./shadow.ts";
import type { PlatformImage } from "./walk.ts";

/** What an image's own documents tell of its layers and settings. */
export interface Story {
  readonly history: readonly HistoryEntry[];
  readonly diffIds: readonly string[];
  /** The entry of the history that made a layer, by the layer's index. */
  readonly entryOf: (layer: number) => number | undefined;
  /** The last entry that sets something: later ones win. */
  readonly entrySetting: (verb: string, name?: string) => number | undefined;
  /** An entry as an instruction that may be shown. */
  readonly instruction: (entry: number | undefined) => string | undefined;
}

export const diffIdsOf = (config: Json): readonly string[] =>
  isObject(config["rootfs"]) ? textsOf(config["rootfs"]["diff_ids"]) : [];

const sets = ({ createdBy }: HistoryEntry, verb: string, name: string | undefined): boolean => {
  const instruction = instructionOf(createdBy);
  if (instruction?.verb !== verb) return false;
  if (name === undefined) return true;
  return ["=", " "].some((after) => ` ${instruction.rest}`.includes(` ${name}${after}`));
};

/** `secrets` are what was found in the image's documents: they are never part of what is shown. */
export const storyOf = ({ config, layers }: PlatformImage, secrets: readonly string[]): Story => {
  const history = historyOf(config);
  const made = layersInHistory(history, layers.length);
  return {
    history,
    diffIds: diffIdsOf(config),
    entryOf: (layer) => made[layer],
    entrySetting: (verb, name) => {
      const at = history.findLastIndex((entry) => sets(entry, verb, name));
      return at === -1 ? undefined : at;
    },
    instruction: (entry) => (entry === undefined ? undefined : shownInstruction(history[entry]!.createdBy, secrets)),
  };
};

/** What the layers above do to a file of a layer. */
export const removalOf = (
  file: string,
  layer: number,
  shadows: readonly (Shadow | undefined)[],
  story: Story,
): Removed | undefined => {
  for (let above = layer + 1; above < shadows.length; above++) {
    const how = shadows[above]?.on(file);
    if (how === undefined) continue;
    const instruction = story.instruction(story.entryOf(above));
    return { how, layer: above + 1, ...(instruction === undefined ? {} : { instruction }) };
  }
  return undefined;
};
