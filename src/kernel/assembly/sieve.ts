// Whether a match can begin where an anchor stands: runs the automata of src/detect/sieve.

// Set by JavaScript before the first scan.
let automata: usize = 0; // see src/detect/sieve/pack.ts
let starts: usize = 0; // u32: where each begins
let sieves: usize = 0; // per literal u32: its first automaton | how many << 24

const REACH: usize = 64; // as in src/detect/sieve/reach.ts
const HEAD: usize = 260;
const PASSED: u32 = 1;
const FIRST: u32 = 2;

export function configureSieves(automataAt: usize, startsAt: usize, sievesAt: usize): void {
  automata = automataAt;
  starts = startsAt;
  sieves = sievesAt;
}

/** Whether one automaton lets the bytes from `at` on pass; none follow `end`. */
function letsPass(automaton: usize, at: usize, end: usize): bool {
  const classes = load<u32>(automaton);
  const table = automaton + HEAD;
  const isCut = at + REACH < end;
  const stop = isCut ? at + REACH : end;
  let state: u32 = FIRST;
  for (; at < stop; at++) {
    const next = (state - FIRST) * classes + <u32>load<u8>(automaton + 4 + <usize>load<u8>(at));
    state = <u32>load<u16>(table + (<usize>next << 1));
    if (state < FIRST) return state == PASSED;
  }
  if (isCut) return true;
  const last = (state - FIRST + 1) * classes - 1;
  return load<u16>(table + (<usize>last << 1)) == PASSED;
}

/** Whether a literal may begin a match; `end` is that of the content. */
export function mayBegin(literal: u32, at: usize, end: usize): bool {
  const sieve = load<u32>(sieves + (<usize>literal << 2));
  let start = starts + (<usize>(sieve & 0xff_ffff) << 2);
  const last = start + (<usize>(sieve >> 24) << 2);
  for (; start < last; start += 4) if (!letsPass(automata + load<u32>(start), at, end)) return false;
  return true;
}
