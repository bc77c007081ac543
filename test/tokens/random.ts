/** A small seeded generator (mulberry32): the same seed gives the same tokens on every machine. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
}

/** FNV-1a, 32 bits: turns a seed of text into a number. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
};

export const createRandom = (seed: string): Random => {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { below: (limit) => next() % limit };
};

const shuffled = (alphabet: string, random: Random): string => {
  const characters = [...alphabet];
  for (let i = characters.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [characters[i], characters[other]] = [characters[other]!, characters[i]!];
  }
  return characters.join("");
};

/**
 * Characters dealt from shuffled decks: each appears once before any appears twice, so that a text is as diverse as its
 * length allows and no filter of fillers, sequences or low entropy ever takes it for made up.
 */
export const deal = (alphabet: string, count: number, random: Random): string => {
  let dealt = "";
  while (dealt.length < count) dealt += shuffled(alphabet, random).slice(0, count - dealt.length);
  return dealt;
};
