import type { ByteSet } from "./byte-set.ts";
import { sieveReach } from "./reach.ts";
import type { Part } from "./syntax.ts";

/** A nondeterministic automaton (Thompson): states that read one byte, and states that only lead to others. */
export interface States {
  readonly sets: readonly (ByteSet | undefined)[];
  /** Of a state that reads: the one after it. Of another: all that it leads to. */
  readonly next: readonly (readonly number[])[];
  readonly start: number;
}

/** The state in which a text is matched. */
export const accepting = 0;

/** More repetitions of a part that may be absent are taken for any number: the automaton lets more pass, and stays small. */
const maxOptional = 4;
/** More states are no longer worth it. */
const maxStates = 4000;

/** The automaton of a part of an expression. Throws a RangeError where it would be too large. */
export const statesOf = (whole: Part): States => {
  const sets: (ByteSet | undefined)[] = [undefined];
  const next: number[][] = [[]];
  const add = (to: readonly number[], set?: ByteSet): number => {
    if (sets.length > maxStates) throw new RangeError("too many states");
    sets.push(set);
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
    for (let i = 0; i < Math.min(least, sieveReach); i++) from = build(part, from);
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
    }
  };

  const start = build(whole, accepting);
  return { sets, next, start };
};

/** All that some states lead to without reading, ascending: states that read, and the accepting one. */
export const closure = ({ sets, next }: States, from: readonly number[]): readonly number[] => {
  const seen = new Set<number>();
  const waiting = [...from];
  const reached: number[] = [];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    if (sets[state] !== undefined || state === accepting) reached.push(state);
    else for (const after of next[state]!) waiting.push(after);
  }
  return reached.length > 1 ? reached.sort((a, b) => a - b) : reached;
};
