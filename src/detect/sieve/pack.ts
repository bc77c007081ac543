import { cases } from "../letter-case.ts";
import { type Automaton, dead, first } from "./automaton.ts";
import { type Beginning, beginnings } from "./beginning.ts";
import type { Sieve } from "./sieve.ts";

/** The sieves of all rules, as src/kernel/assembly/sieve.ts reads them. */
export interface Sieves {
  /**
   * One after another: number of classes and one (u32), the class of each byte, the rows of the table, each of an even number of cells. A cell (u16) is `dead`,
   * `passed`, or `first` and half of where the next state's row begins. Each begins at a multiple of four.
   */
  readonly automata: Buffer;
  /** Where each begins, u32. */
  readonly automatonStarts: Buffer;
  /** Per rule u32: number of its first automaton, how many × 2^24, where its matches begin × 2^30. */
  readonly sieveOfRule: Buffer;
}

/** In a word with a number and a count: what the count is multiplied by. */
export const countUnit = 0x100_0000;
const beginningUnit = 0x4000_0000;

const headBytes = 4 + 256;

const packAutomaton = ({ classes, classOf, table }: Automaton): Buffer => {
  const width = classes + (classes & 1);
  const bytes = Buffer.alloc(headBytes + (table.length / classes) * width * 2);
  bytes.writeUInt32LE(classes);
  bytes.set(classOf, 4);
  table.forEach((state, i) => {
    const cell = state < first ? state : ((state - first) * width) / 2 + first;
    bytes.writeUInt16LE(cell, headBytes + (Math.floor(i / classes) * width + (i % classes)) * 2);
  });
  return bytes;
};

const words = (numbers: readonly number[]): Buffer => Buffer.from(Uint32Array.from(numbers).buffer);

export const packSieves = (sieves: readonly Sieve[]): Sieves => {
  const packed = sieves.flatMap(({ automata }) => automata.map(packAutomaton));
  const starts: number[] = [];
  let end = 0;
  for (const { length } of packed) {
    starts.push(end);
    end += length;
  }
  let next = 0;
  const ofRules = sieves.map(({ beginning, automata }) => {
    const word = next + automata.length * countUnit + beginnings.indexOf(beginning) * beginningUnit;
    next += automata.length;
    return word;
  });
  return { automata: Buffer.concat(packed), automatonStarts: words(starts), sieveOfRule: words(ofRules) };
};

/** An automaton among others: what it makes of a byte in the state that a cell names, or of the end. */
const stepsOf = ({ automata, automatonStarts }: Sieves, automaton: number) => {
  const start = automatonStarts.readUInt32LE(automaton * 4);
  return (cell: number, byte: number): number =>
    automata.readUInt16LE(start + headBytes + (cell - first) * 4 + automata[start + 4 + byte]! * 2);
};

/** The bytes that may follow a text with which matches begin, as the first automaton tells; undefined where nothing need follow, or anything may. */
export const followersOf = (sieves: Sieves, sieve: number, text: Uint8Array): readonly number[] | undefined => {
  if (sieve === 0) return undefined;
  const after = stepsOf(sieves, sieve % countUnit);
  let cell: number = first;
  for (const byte of text) {
    cell = after(cell, byte);
    if (cell < first) return undefined;
  }
  return Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => after(cell, byte) !== dead);
};

/** Automata that look at what begins with a literal: where each begins, which cell it has reached behind how many of the literal's bytes. */
export interface Look {
  readonly start: number;
  readonly cell: number;
  readonly behind: number;
}

const lookOf = (sieves: Sieves, automaton: number, text: Uint8Array, ignoreCase: boolean): Look => {
  const after = stepsOf(sieves, automaton);
  let [cell, behind] = [first, 0];
  for (const byte of text) {
    // of letters whose case does not count, both must lead on to one cell
    const [next, other = next] = (ignoreCase ? cases(byte) : [byte]).map((one) => after(cell, one));
    if (next! < first || next !== other) break;
    cell = next!;
    behind++;
  }
  return { start: sieves.automatonStarts.readUInt32LE(automaton * 4), cell, behind };
};

/** What a literal's automata need not do again each time. */
export const looksOf = (sieves: Sieves, sieve: number, text: Uint8Array, ignoreCase: boolean): readonly Look[] =>
  Array.from({ length: Math.floor(sieve / countUnit) }, (_, i) =>
    lookOf(sieves, (sieve % countUnit) + i, text, ignoreCase),
  );

/** The automata of a rule as one number; 0 where it has none. */
export const automataOf = (sieveOfRule: number): number => {
  const automata = sieveOfRule % beginningUnit;
  return automata >= countUnit ? automata : 0;
};

export const beginningOf = (sieveOfRule: number): Beginning => beginnings[Math.floor(sieveOfRule / beginningUnit)]!;
