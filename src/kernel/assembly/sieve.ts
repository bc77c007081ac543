// Whether a match can begin where an anchor stands: runs the automata of src/detect/sieve.

// Set by JavaScript before the first scan.
let automata: usize = 0; // see src/detect/sieve/pack.ts
let looks: usize = 0; // eight bytes: where an automaton begins (u32), the cell that it has reached behind some bytes of the literal, their number (u16 each)
let ofLiterals: usize = 0; // per literal u32: its first look | how many << 24
let reach: usize = 0; // bytes that an automaton looks at
let near: usize = 0; // bytes that no literal is longer than

const HEAD: usize = 260;
const PASSED: u32 = 1;
const FIRST: u32 = 2;

/** What becomes of a literal: its nearest bytes tell that no match begins there, or others further on do, or a match may begin there. */
export const NEVER: u32 = 0;
export const NOT_HERE: u32 = 1;
export const MAYBE: u32 = 2;

export function configureSieves(automataAt: usize, looksAt: usize, ofLiteralsAt: usize, reachBytes: usize, nearBytes: usize): void {
  automata = automataAt;
  looks = looksAt;
  ofLiterals = ofLiteralsAt;
  reach = reachBytes;
  near = nearBytes;
}

export function nearest(): usize {
  return near;
}

/** What one automaton says to the bytes from `begin` on, of which it need not read the first; none follow `end`. */
// @ts-ignore: decorator
@inline function judge(look: usize, begin: usize, end: usize): u32 {
  const automaton = automata + load<u32>(look);
  const classes = automaton + 4;
  const table = automaton + HEAD - ((<usize>FIRST) << 2);
  const isCut = begin + reach < end;
  const stop = isCut ? begin + reach : end;
  let cell = <u32>load<u16>(look + 4);
  let at = begin + <usize>load<u16>(look + 6);
  for (; at < stop; at++) {
    cell = <u32>load<u16>(table + (<usize>cell << 2) + (<usize>load<u8>(classes + <usize>load<u8>(at)) << 1));
    if (cell < FIRST) break;
  }
  if (at == stop) {
    if (isCut) return MAYBE;
    cell = load<u16>(table + (<usize>cell << 2) + (<usize>(load<u32>(automaton) - 1) << 1));
  }
  if (cell == PASSED) return MAYBE;
  return at - begin < near ? NEVER : NOT_HERE;
}

/** Whether a literal may begin a match; `end` is that of the content. */
export function mayBegin(literal: u32, at: usize, end: usize): u32 {
  const own = load<u32>(ofLiterals + (<usize>literal << 2));
  let look = looks + (<usize>(own & 0xff_ffff) << 3);
  const last = look + (<usize>(own >> 24) << 3);
  let verdict = MAYBE;
  for (; look < last; look += 8) {
    const told = judge(look, at, end);
    if (told == NEVER) return NEVER;
    if (told == NOT_HERE) verdict = NOT_HERE;
  }
  return verdict;
}
