// Whether a match can begin where an anchor stands: runs the automata of src/detect/sieve.

// Set by JavaScript before the first scan.
let automata: usize = 0; // see src/detect/sieve/pack.ts
let starts: usize = 0; // u32: where each begins
let sieves: usize = 0; // per literal u32: its first automaton | how many << 24
let reach: usize = 0; // bytes that an automaton looks at
let near: usize = 0; // bytes that no literal is longer than

const HEAD: usize = 260;
const PASSED: u32 = 1;
const FIRST: u32 = 2;

/** What becomes of a literal: its nearest bytes tell that no match begins there, or others further on do, or a match may begin there. */
export const NEVER: u32 = 0;
export const NOT_HERE: u32 = 1;
export const MAYBE: u32 = 2;

export function configureSieves(automataAt: usize, startsAt: usize, sievesAt: usize, looksAt: usize, nearBytes: usize): void {
  automata = automataAt;
  starts = startsAt;
  sieves = sievesAt;
  reach = looksAt;
  near = nearBytes;
}

export function nearest(): usize {
  return near;
}

/** What one automaton says to the bytes from `begin` on; none follow `end`. */
function judge(automaton: usize, begin: usize, end: usize): u32 {
  const classes = load<u32>(automaton);
  const table = automaton + HEAD;
  const isCut = begin + reach < end;
  const stop = isCut ? begin + reach : end;
  let state: u32 = FIRST;
  let at = begin;
  for (; at < stop; at++) {
    const next = (state - FIRST) * classes + <u32>load<u8>(automaton + 4 + <usize>load<u8>(at));
    state = <u32>load<u16>(table + (<usize>next << 1));
    if (state < FIRST) break;
  }
  if (at == stop) {
    if (isCut) return MAYBE;
    const last = (state - FIRST + 1) * classes - 1;
    state = load<u16>(table + (<usize>last << 1));
  }
  if (state == PASSED) return MAYBE;
  return at - begin < near ? NEVER : NOT_HERE;
}

/** Whether a literal may begin a match; `end` is that of the content. */
export function mayBegin(literal: u32, at: usize, end: usize): u32 {
  const sieve = load<u32>(sieves + (<usize>literal << 2));
  let start = starts + (<usize>(sieve & 0xff_ffff) << 2);
  const last = start + (<usize>(sieve >> 24) << 2);
  let verdict = MAYBE;
  for (; start < last; start += 4) {
    const own = judge(automata + load<u32>(start), at, end);
    if (own == NEVER) return NEVER;
    if (own == NOT_HERE) verdict = NOT_HERE;
  }
  return verdict;
}
