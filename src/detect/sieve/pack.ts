import type { Automaton } from "./automaton.ts";
import { type Beginning, beginnings } from "./beginning.ts";
import type { Sieve } from "./sieve.ts";

/** The sieves of all rules, as src/kernel/assembly/sieve.ts reads them. */
export interface Sieves {
  /** One after another: number of classes and one (u32), the class of each byte, the rows of the table (u16); each at a multiple of four. */
  readonly automata: Buffer;
  /** Where each begins, u32. */
  readonly automatonStarts: Buffer;
  /** Per rule u32: number of its first automaton, how many × 2^24, where its matches begin × 2^30. */
  readonly sieveOfRule: Buffer;
}

const countUnit = 0x100_0000;
const beginningUnit = 0x4000_0000;

const headBytes = 4 + 256;

const packAutomaton = ({ classes, classOf, table }: Automaton): Buffer => {
  const bytes = Buffer.alloc(headBytes + Math.ceil(table.length / 2) * 4);
  bytes.writeUInt32LE(classes);
  bytes.set(classOf, 4);
  table.forEach((state, i) => {
    bytes.writeUInt16LE(state, headBytes + i * 2);
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
  let first = 0;
  const ofRules = sieves.map(({ beginning, automata }) => {
    const word = first + automata.length * countUnit + beginnings.indexOf(beginning) * beginningUnit;
    first += automata.length;
    return word;
  });
  return { automata: Buffer.concat(packed), automatonStarts: words(starts), sieveOfRule: words(ofRules) };
};

/** The automata of a rule as one number; 0 where it has none. */
export const automataOf = (sieveOfRule: number): number => {
  const automata = sieveOfRule % beginningUnit;
  return automata >= countUnit ? automata : 0;
};

export const beginningOf = (sieveOfRule: number): Beginning => beginnings[Math.floor(sieveOfRule / beginningUnit)]!;
