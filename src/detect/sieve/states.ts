import type { ByteSet } from "./byte-set.ts";
import { sieveReach } from "./reach.ts";
import type { Part } from "./syntax.ts";

/** A nondeterministic automaton (Thompson): states that read one byte, and states that only lead to others. */
export interface States {
  /** What a state reads. */
  readonly sets: readonly (ByteSet | undefined)[];
  /** States that read nothing and lead to others at the end of the content. */
  readonly ends: ReadonlySet<number>;
  /** Of a state that leads to others only where certain bytes stand before. */
  readonly before: readonly (ByteSet | undefined)[];
  /** Of a state that reads: the one after it. Of another: all that it leads to. */
  readonly next: readonly (readonly number[])[];
  readonly start: number;
}

/** The state in which a text is matched. */
export const accepting = 0;

const noBytes: ByteSet = Array.from({ length: 256 }, () => false);

/** More repetitions of a part that may be absent are taken for any number: the automaton lets more pass, and stays small. */
const maxOptional = 4;
/** More states are no longer worth it. */
const maxStates = 4000;

/** The automaton of a part of an expression; of more repetitions than `most` it asks for that many. Throws a RangeError where it would be too large. */
export const statesOf = (whole: Part, mostRepeats = sieveReach): States => {
  const sets: (ByteSet | undefined)[] = [undefined];
  const before: (ByteSet | undefined)[] = [undefined];
  const next: number[][] = [[]];
  const ends = new Set<number>();
  const add = (to: readonly number[], set?: ByteSet, behind?: ByteSet): number => {
    if (sets.length > maxStates) throw new RangeError("too many states");
    sets.push(set);
    before.push(behind);
    next.push([...to]);
    return sets.length - 1;
  };

  /** Any number of a part, then what comes after it. */
  const loop = (part: Part, after: number): number => {
    const again = add([after]);
    next[again]!.push(build(part, again));
    return again;
  };

  const repeat = (part: Part, least: number, most: number, after: number): number => {
    let from = after;
    if (most - least > maxOptional) from = loop(part, from);
    else for (let i = least; i < most; i++) from = add([build(part, from), after]);
    for (let i = 0; i < Math.min(least, mostRepeats); i++) from = build(part, from);
    return from;
  };

  /** The state from which a part is matched and what comes after it follows. */
  const build = (part: Part, after: number): number => {
    switch (part.kind) {
      case "bytes":
        return add([after], part.set);
      case "sequence":
        return part.parts.reduceRight((following, one) => build(one, following), after);
      case "choice":
        return add(part.parts.map((one) => build(one, after)));
      case "repeat":
        return repeat(part.part, part.least, part.most, after);
      case "ahead":
        // what a look-ahead asks for counts where nothing else does
        return after === accepting ? build(part.part, after) : after;
      case "end":
        ends.add(add([after], noBytes));
        return sets.length - 1;
      case "behind":
        return add([after], undefined, part.set);
    }
  };

  const start = build(whole, accepting);
  return { sets, ends, before, next, start };
};

/**
 * All that some states lead to without reading, ascending: states that read, and the accepting one. `byte` stands before; where none is
 * known any may.
 */
export const closure = ({ sets, before, next }: States, from: readonly number[], byte?: number): readonly number[] => {
  const seen = new Set<number>();
  const waiting = [...from];
  const reached: number[] = [];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    if (sets[state] !== undefined || state === accepting) reached.push(state);
    else if (byte === undefined || before[state]?.[byte] !== false) waiting.push(...next[state]!);
  }
  return reached.length > 1 ? reached.sort((a, b) => a - b) : reached;
};
