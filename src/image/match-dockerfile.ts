import { type Chain, chainOf, type Dockerfile, type PlacedInstruction } from "./dockerfile.ts";
import type { HistoryEntry } from "./history.ts";
import { type Instruction, instructionOf, untold } from "./instruction.ts";

/** How an image's history reads as a Dockerfile. */
export interface DockerfileMatch {
  readonly path: string;
  /** By index of the history's entry. */
  readonly instructions: ReadonlyMap<number, PlacedInstruction>;
  /** What FROM names; entries below the first matched one are its. */
  readonly base: string;
  readonly firstOwn: number;
}

const flags = /^(?:--[a-z-]+(?:=\S*)?\s+)+/;

/** `["a", "b"]` as words. */
const wordsOf = (rest: string): readonly string[] => {
  if (rest.startsWith("["))
    try {
      const words: unknown = JSON.parse(rest);
      if (Array.isArray(words)) return words.map(String);
    } catch {
      // a shell command that begins with a bracket
    }
  return rest.split(/\s+/).filter(Boolean);
};

const plain = (rest: string): string => wordsOf(rest.replace(flags, "")).join(" ");

const destination = (rest: string): string =>
  (wordsOf(rest.replace(flags, "")).at(-1) ?? "").replace(/\/+$/, "").replace(/^\.\/?/, "");

const nameOf = (rest: string): string => rest.split(/[=\s]/, 1)[0]!;

/** Enough of a command to tell it from others. */
const comparedLength = 400;

const isSameRun = (ours: string, theirs: string): boolean => {
  if (ours.includes("<<")) return true; // builders write here-documents in ways of their own
  if (theirs === untold) return plain(ours) !== ours;
  return plain(ours).slice(0, comparedLength) === plain(theirs).slice(0, comparedLength);
};

/** Builders write destinations as they are, or from the root. */
const isSameCopy = (ours: string, theirs: string): boolean =>
  ours.includes("$") || destination(theirs).endsWith(destination(ours));

const isSame = (ours: Instruction, theirs: Instruction): boolean => {
  if (ours.verb !== theirs.verb) return false;
  if (ours.verb === "RUN") return isSameRun(ours.rest, theirs.rest);
  if (ours.verb === "COPY" || ours.verb === "ADD") return isSameCopy(ours.rest, theirs.rest);
  return ["ENV", "ARG", "LABEL"].includes(ours.verb) ? nameOf(ours.rest) === nameOf(theirs.rest) : true;
};

/** Builders differ in whether these are in the history. */
const optional = ["ARG", "ONBUILD", "SHELL", "MAINTAINER"];

type Pairs = Map<number, PlacedInstruction>;

/** Pairs instructions with history entries from the end; undefined where they disagree. */
const pairUp = ({ instructions }: Chain, history: readonly (Instruction | undefined)[]): Pairs | undefined => {
  const pairs: Pairs = new Map();
  let entry = history.length - 1;
  for (const instruction of instructions.toReversed()) {
    const theirs = history[entry];
    if (theirs !== undefined && isSame(instruction, theirs)) pairs.set(entry--, instruction);
    else if (!optional.includes(instruction.verb)) return undefined;
  }
  return pairs.size === 0 ? undefined : pairs;
};

/** Fewer matches say little: many images end with a CMD. */
const fewest = 2;

const matchIn = (dockerfile: Dockerfile, history: readonly (Instruction | undefined)[]): readonly DockerfileMatch[] =>
  dockerfile.stages.flatMap((_, target) => {
    const chain = chainOf(dockerfile, target);
    const pairs = pairUp(chain, history);
    if (pairs === undefined || pairs.size < Math.min(fewest, history.length)) return [];
    return [{ path: dockerfile.path, instructions: pairs, base: chain.base, firstOwn: Math.min(...pairs.keys()) }];
  });

/** The Dockerfile whose instructions an image's history ends with: the one that explains most of it. */
export const matchDockerfile = (
  dockerfiles: readonly Dockerfile[],
  history: readonly HistoryEntry[],
): DockerfileMatch | undefined => {
  const read = history.map(({ createdBy }) => instructionOf(createdBy));
  const [best] = dockerfiles
    .flatMap((dockerfile) => matchIn(dockerfile, read))
    .sort((a, b) => b.instructions.size - a.instructions.size || a.path.length - b.path.length);
  return best;
};
