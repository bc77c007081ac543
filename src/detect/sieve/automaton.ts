import { accepting, closure, type States } from "./states.ts";

/** A deterministic automaton over classes of bytes: what `passes` of src/kernel/assembly/sieve.ts runs. */
export interface Automaton {
  /** The class of each byte. */
  readonly classOf: Uint8Array;
  /** Their number, and one for the end. */
  readonly classes: number;
  /** By state and class, and at last at the end of the content: the next state. States 0 and 1 have no row. */
  readonly table: readonly number[];
  /** Whether it is as strict as its states. */
  readonly isWhole: boolean;
}

/** No text that goes on like this is matched; every text that goes on like this may be. */
export const [dead, passed] = [0, 1];
/** The state in which it begins. */
export const first = 2;

/** Larger automata let pass what they no longer tell apart: half of where a row begins must fit 16 bits. */
const maxTable = 120_000;

/** Bytes that no state tells apart are one class; per class one of its bytes. */
export const byteClasses = ({
  sets,
  before,
}: States): { readonly classOf: Uint8Array; readonly samples: readonly number[] } => {
  const distinct = [...new Set([...sets, ...before])].filter((set) => set !== undefined);
  const classOf = new Uint8Array(256);
  const samples: number[] = [];
  const known = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const sign = distinct.map((set) => (set[byte] ? "1" : "0")).join("");
    if (!known.has(sign)) {
      known.set(sign, samples.length);
      samples.push(byte);
    }
    classOf[byte] = known.get(sign)!;
  }
  return { classOf, samples };
};

/** The states that a byte leads to. */
export const step = (states: States, from: readonly number[], byte: number): readonly number[] => {
  const after: number[] = [];
  for (const state of from) if (states.sets[state]?.[byte] === true) after.push(states.next[state]![0]!);
  return after.length === 0 ? after : closure(states, after, byte);
};

/** Whether a match is complete where the content ends. */
export const endsWell = (states: States, reached: readonly number[]): boolean =>
  closure(
    states,
    reached.filter((state) => states.ends.has(state)).flatMap((state) => states.next[state]!),
  ).some((state) => state === accepting || (states.ends.has(state) && endsWell(states, [state])));

/** Tells, by the bytes from some place on, whether a match can begin there. It may say yes too often, never no. */
export const automatonOf = (states: States): Automaton => {
  const { classOf, samples } = byteClasses(states);
  const numbers = new Map<string, number>();
  let isWhole = true;
  const rows: (readonly number[])[] = [];
  const numberOf = (reached: readonly number[]): number => {
    if (reached.length === 0) return dead;
    if (reached.includes(accepting)) return passed;
    const key = reached.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    isWhole &&= (rows.length + 1) * (samples.length + 1) <= maxTable;
    if (!isWhole) return passed;
    rows.push(reached);
    numbers.set(key, rows.length - 1 + first);
    return rows.length - 1 + first;
  };
  const table: number[] = [];
  numberOf(closure(states, [states.start]));
  // rows are added while others are written: breadth first, so that what is cut off lies far from the start
  for (const reached of rows) {
    for (const byte of samples) table.push(numberOf(step(states, reached, byte)));
    table.push(endsWell(states, reached) ? passed : dead);
  }
  return { classOf, classes: samples.length + 1, table, isWhole };
};
