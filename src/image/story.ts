import type { DockerfileLine, Removed } from "../finding.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { textsOf } from "./document.ts";
import { type HistoryEntry, historyOf, layersInHistory } from "./history.ts";
import { type Instruction, instructionOf, shownInstruction } from "./instruction.ts";
import type { DockerfileMatch } from "./match-dockerfile.ts";
import type { Shadow } from "./shadow.ts";
import type { PlatformImage } from "./walk.ts";

/** What made a layer or a setting, as a location has it. */
export interface Made {
  readonly instruction?: string;
  readonly dockerfile?: DockerfileLine;
  readonly base?: string;
}

/** What an image's own documents tell of its layers and settings. */
export interface Story {
  readonly history: readonly HistoryEntry[];
  readonly diffIds: readonly string[];
  readonly ofLayer: (layer: number) => Made;
  readonly ofEntry: (entry: number | undefined) => Made;
  /** The last entry that sets something: later ones win. */
  readonly entrySetting: (verb: string, name?: string) => number | undefined;
}

/** An image whose layers others may be built on. */
export interface KnownImage {
  readonly name: string;
  readonly diffIds: readonly string[];
}

/** What is known beside the image's own documents. */
export interface Surroundings {
  /** What was found in the documents as secrets: never part of what is shown. */
  readonly secrets: readonly string[];
  readonly dockerfile: DockerfileMatch | undefined;
  readonly known: readonly KnownImage[];
}

export const diffIdsOf = (config: JsonObject): readonly string[] =>
  isJsonObject(config["rootfs"]) ? textsOf(config["rootfs"]["diff_ids"]) : [];

/** Instructions that give names values. */
const naming = ["ENV", "LABEL", "ARG"];

const namesIn = ({ verb, rest }: Instruction): readonly string[] =>
  naming.includes(verb) ? [rest.split(/[=\s]/, 1)[0]!, ...rest.split(/\s+/).map((word) => word.split("=", 1)[0]!)] : [];

/** The last entry that sets something, by verb, and by verb and name: later ones win. */
const settersOf = (history: readonly HistoryEntry[]): ReadonlyMap<string, number> => {
  const setters = new Map<string, number>();
  for (const [at, { createdBy }] of history.entries()) {
    const instruction = instructionOf(createdBy);
    if (instruction === undefined) continue;
    setters.set(instruction.verb, at);
    for (const name of namesIn(instruction)) setters.set(`${instruction.verb} ${name}`, at);
  }
  return setters;
};

/** The part of an image that came with its base. */
interface Base {
  readonly name: string;
  readonly entries: number;
  readonly layers: number;
}

const named = (name: string, entries: number): Base | undefined =>
  name === "scratch" ? undefined : { name, entries, layers: 0 };

const isPrefix = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 0 && short.length < long.length && short.every((id, i) => id === long[i]);

/** Proved by layers where an image of the run is a base; else as the Dockerfile or the builder's comment has it. */
const baseOf = (
  history: readonly HistoryEntry[],
  diffIds: readonly string[],
  { dockerfile, known }: Surroundings,
): Base | undefined => {
  const [proved] = known
    .filter((image) => isPrefix(image.diffIds, diffIds))
    .sort((a, b) => b.diffIds.length - a.diffIds.length);
  if (proved !== undefined) return { name: proved.name, entries: 0, layers: proved.diffIds.length };
  if (dockerfile !== undefined) return named(dockerfile.base, dockerfile.firstOwn);
  // buildah comments the first entry after FROM, and each step of a build with cached layers with the id of the one before
  const first = history.findLastIndex(({ comment }) => /^FROM (?![0-9a-f]{12,64}$)\S/.test(comment));
  return first === -1 ? undefined : named(history[first]!.comment.slice("FROM ".length).trim(), first);
};

const maxName = 200;

export const storyOf = ({ config, layers }: PlatformImage, surroundings: Surroundings): Story => {
  const { secrets, dockerfile } = surroundings;
  const history = historyOf(config);
  const diffIds = diffIdsOf(config);
  const made = layersInHistory(history, layers.length);
  const base = baseOf(history, diffIds, surroundings);
  const setters = settersOf(history);
  const madeBy = (entry: number): Made => {
    const instruction = shownInstruction(history[entry]!.createdBy, secrets);
    const placed = dockerfile?.instructions.get(entry);
    const line = placed && { path: dockerfile!.path, line: placed.line, endLine: placed.endLine };
    return {
      ...(instruction === undefined ? {} : { instruction }),
      ...(line === undefined ? {} : { dockerfile: line }),
    };
  };
  const ofEntry = (entry: number | undefined, isFromBase = false): Made => {
    const isBase = isFromBase || (entry !== undefined && entry < (base?.entries ?? 0));
    return {
      ...(entry === undefined ? {} : madeBy(entry)),
      ...(isBase ? { base: base!.name.slice(0, maxName) } : {}),
    };
  };
  return {
    history,
    diffIds,
    ofLayer: (layer) => ofEntry(made[layer], layer < (base?.layers ?? 0)),
    ofEntry: (entry) => ofEntry(entry),
    entrySetting: (verb, name) => setters.get(name === undefined ? verb : `${verb} ${name}`),
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
    const { instruction } = story.ofLayer(above);
    return { how, layer: above + 1, ...(instruction === undefined ? {} : { instruction }) };
  }
  return undefined;
};
