/** A literal to find. `ignoreCase` folds ASCII letters only. */
export interface Literal {
  readonly bytes: Uint8Array;
  readonly ignoreCase: boolean;
}

/** Called with the index of the literal and the offset of its first byte, in ascending order of the gate's bigram. */
export type OnAnchor = (literal: number, offset: number) => void;

export interface AnchorScanner {
  readonly find: (content: Uint8Array, onAnchor: OnAnchor) => void;
}

interface Candidate {
  readonly literal: number;
  /** Where in the literal the gate's bigram stands. */
  readonly at: number;
}

const fold = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

const cases = (byte: number, ignoreCase: boolean): readonly number[] => {
  const lower = fold(byte);
  const isLetter = lower >= 0x61 && lower <= 0x7a;
  return ignoreCase && isLetter ? [lower, lower & ~0x20] : [byte];
};

/** How common a byte is in source text, coarsely: frequent bytes make poor gates. */
const commonness = (byte: number): number => {
  if (byte === 0x20 || byte === 0x0a || byte === 0x00) return 40;
  const letter = "etaoinsrlcdpumfghbyvwkxjqz".indexOf(String.fromCharCode(fold(byte)));
  if (letter >= 0) return (27 - letter) * (byte >= 0x61 ? 1 : 0.3);
  if (byte >= 0x30 && byte <= 0x39) return 6;
  return "-=\"'/*.,:_()".includes(String.fromCharCode(byte)) ? 10 : 2;
};

const rarestBigram = ({ bytes, ignoreCase }: Literal): number => {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const weight = (byte: number) => cases(byte, ignoreCase).reduce((sum, b) => sum + commonness(b), 0);
    const cost = weight(bytes[at]!) * weight(bytes[at + 1]!);
    if (cost < bestCost) [best, bestCost] = [at, cost];
  }
  return best;
};

const matchesAt = (content: Uint8Array, offset: number, { bytes, ignoreCase }: Literal): boolean => {
  if (offset < 0 || offset + bytes.length > content.length) return false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = content[offset + i]!;
    if (byte !== bytes[i] && !(ignoreCase && fold(byte) === fold(bytes[i]!))) return false;
  }
  return true;
};

/**
 * Compiles literals of two bytes and more into one pass over a content: a table of 65,536 bigrams lets through the
 * few positions at which some literal's rarest pair of bytes stands; those are compared exactly.
 */
export const compileAnchors = (literals: readonly Literal[]): AnchorScanner => {
  const gate = new Uint8Array(65_536);
  const candidates = new Map<number, Candidate[]>();
  literals.forEach((literal, index) => {
    if (literal.bytes.length < 2) throw new RangeError("an anchor needs at least two bytes");
    const at = rarestBigram(literal);
    for (const first of cases(literal.bytes[at]!, literal.ignoreCase))
      for (const second of cases(literal.bytes[at + 1]!, literal.ignoreCase)) {
        const bigram = (first << 8) | second;
        gate[bigram] = 1;
        candidates.set(bigram, [...(candidates.get(bigram) ?? []), { literal: index, at }]);
      }
  });
  const find = (content: Uint8Array, onAnchor: OnAnchor): void => {
    const end = content.length;
    let bigram = end > 0 ? content[0]! : 0;
    for (let i = 1; i < end; i++) {
      bigram = ((bigram & 0xff) << 8) | content[i]!;
      if (gate[bigram] === 0) continue;
      for (const { literal, at } of candidates.get(bigram)!)
        if (matchesAt(content, i - 1 - at, literals[literal]!)) onAnchor(literal, i - 1 - at);
    }
  };
  return { find };
};
