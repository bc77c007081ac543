// What a content has of rules' anchors, and where their expressions must run: everywhere in a content of its own, and only where a delta
// brought something new in one that a delta made.

import { GLUE, GLUED } from "./delta";
import { isKnown, markOf } from "./known";
import { ASLEEP, fresh, scanSegments, scanWhole, setFresh } from "./scan";
import { mayBegin, nearest, NEVER, NOT_HERE } from "./sieve";

// Set by JavaScript before the first visit.
let literals: usize = 0; // per literal four u32: its bytes, those that decide whether it counts, first of its rules in the list, their number | special << 31
let ruleList: usize = 0; // u32: numbers of rules
let rules: usize = 0; // per rule eight u32: before, after, reach, and of the region that is open: visit, start, end, segment; where matches begin: 0 anywhere, 1 at the anchor, 2 after it
let open: usize = 0; // u32: numbers of the rules with an open region
let hits: usize = 0; // u64: see `fresh` in ./scan
let origins: usize = 0; // per hit u32: the segment that carried it over, or NONE
let nearby: usize = 0; // per rule u32: bytes around a region that decide over it, or NONE where no verdict is remembered
let regions: usize = 0; // per region 24 bytes, u32: rule, start, end, where a match begins or NONE; u64: its mark, or 0
let capacity: i32 = 0; // hits and regions that fit

const NONE: u32 = u32.MAX_VALUE;

export function configureRules(literalsAt: usize, ruleListAt: usize, rulesAt: usize, openAt: usize, nearbyAt: usize): void {
  literals = literalsAt;
  ruleList = ruleListAt;
  rules = rulesAt;
  open = openAt;
  nearby = nearbyAt;
}

export function configureResults(freshAt: usize, hitsAt: usize, originsAt: usize, regionsAt: usize, thatFit: i32): void {
  setFresh(freshAt, thatFit);
  hits = hitsAt;
  origins = originsAt;
  regions = regionsAt;
  capacity = thatFit;
}

let visit: u32 = 0;
let hitCount: i32 = 0;
let regionTotal: i32 = 0;
let openCount: i32 = 0;
let special: bool = false;

// The content and how it was made.
let content: usize = 0;
let contentSize: u32 = 0;
let baseSize: u32 = 0;
let segments: usize = 0;

/** Number of regions that the last visit wrote. */
export function regionCount(): i32 {
  return regionTotal;
}

/** Whether the last visit met a literal that wants more than a rule's window. */
export function hasSpecial(): bool {
  return special;
}

// @ts-ignore: decorator
@inline function offsetOf(hit: u64): u32 {
  return <u32>(hit >> 32);
}

// @ts-ignore: decorator
@inline function literalOf(hit: u64): u32 {
  return <u32>(hit & ~ASLEEP);
}

/** Where the bytes end that decided over a hit. */
// @ts-ignore: decorator
@inline function endOf(hit: u64): u32 {
  return offsetOf(hit) + load<u32>(literals + (<usize>literalOf(hit) << 4) + 4);
}

// @ts-ignore: decorator
@inline function add(hit: u64, origin: u32): bool {
  if (hitCount == capacity) return false;
  store<u64>(hits + (<usize>hitCount << 3), hit);
  store<u32>(origins + (<usize>hitCount << 2), origin);
  hitCount++;
  return true;
}

function firstAtOrAfter(list: usize, count: i32, hit: u64): usize {
  let low: i32 = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u64>(list + (<usize>middle << 3)) < hit) low = middle + 1;
    else high = middle;
  }
  return list + (<usize>low << 3);
}

/** Adds a hit of the base at its new place. What stands further on may be new: then it is told anew whether a match begins there. */
// @ts-ignore: decorator
@inline function addCopied(hit: u64, moved: u64, stop: u32, origin: u32): bool {
  if (endOf(hit) <= stop) return add(hit + moved, origin);
  const awake = (hit + moved) & ~ASLEEP;
  const verdict = mayBegin(literalOf(hit), content + <usize>offsetOf(awake), content + <usize>contentSize);
  if (verdict == NEVER) return true;
  return add(verdict == NOT_HERE ? awake | ASLEEP : awake, NONE);
}

// @ts-ignore: decorator
@inline function isGlued(segment: i32): bool {
  return (load<u32>(segments + <usize>segment * 12 + 8) & GLUED) != 0;
}

/**
 * Joins the base's hits that one copy carries over with all bytes nearby, moved along, with the new ones that no copy holds so. False when they do
 * not fit.
 */
function inherit(base: usize, baseCount: i32, segmentCount: i32, freshCount: i32): bool {
  const near = <u32>nearest();
  const baseEnd = base + (<usize>baseCount << 3);
  const newEnd = fresh + (<usize>freshCount << 3);
  let next = fresh;
  for (let i = 0; i < segmentCount; i++) {
    const segment = segments + <usize>i * 12;
    const offset = load<u32>(segment);
    const from = load<u32>(segment + 4);
    const length = load<u32>(segment + 8) & ~GLUED;
    const end = offset + length;
    const isCopy = from != NONE;
    const stop = from + length;
    const moved = <u64>(offset - from) << 32;
    // of what begins before a glued copy the base tells, too
    const first = isGlued(i) ? from - <u32>GLUE : from;
    const last = i + 1 < segmentCount && isGlued(i + 1) ? end - <u32>GLUE : end;
    let copied = isCopy && baseCount > 0 ? firstAtOrAfter(base, baseCount, <u64>first << 32) : baseEnd;
    while (true) {
      while (isCopy && next < newEnd && offsetOf(load<u64>(next)) + near <= end) next += 8;
      const hasCopied = copied < baseEnd && offsetOf(load<u64>(copied)) + near <= stop;
      const hasNew = next < newEnd && offsetOf(load<u64>(next)) < last;
      if (!hasCopied && !hasNew) break;
      if (hasCopied && (!hasNew || load<u64>(copied) + moved < load<u64>(next))) {
        if (!addCopied(load<u64>(copied), moved, stop, <u32>i)) return false;
        copied += 8;
      } else {
        if (!add(load<u64>(next), NONE)) return false;
        next += 8;
      }
    }
  }
  return true;
}

/**
 * Whether a copy carried over a stretch with more than `reach` bytes on either side (a window that the end of a content cut off is no whole one), or the content begins or ends there as its base did: then all that was
 * decided of it holds still.
 */
// @ts-ignore: decorator
@inline function isInherited(origin: u32, start: u32, end: u32, reach: u32): bool {
  if (origin == NONE) return false;
  const segment = segments + <usize>origin * 12;
  const offset = load<u32>(segment);
  const from = load<u32>(segment + 4);
  const stop = offset + (load<u32>(segment + 8) & ~GLUED);
  if (!(start > offset + reach || (offset == 0 && from == 0))) return false;
  return end + reach < stop || (stop == contentSize && from + (stop - offset) == baseSize);
}

/** What a verdict comes of: the rule, the region, the bytes that decide over it, and where the content ends among them. */
// @ts-ignore: decorator
@inline function markOfRegion(rule: u32, start: u32, end: u32, at: u32, near: u32): u64 {
  const from = start > near ? start - near : 0;
  const to = contentSize - end > near ? end + near : contentSize;
  const place = at == NONE ? NONE : at - start;
  return markOf((<u64>rule << 32) | place, (<u64>(start - from) << 32) | (end - from), content + <usize>from, content + <usize>to);
}

/** Writes a region down unless its verdict is inherited, or is known to be that nothing is there. False when it does not fit. */
function report(rule: u32, start: u32, end: u32, origin: u32, at: u32): bool {
  if (isInherited(origin, start, end, load<u32>(rules + (<usize>rule << 5) + 8))) return true;
  const near = load<u32>(nearby + (<usize>rule << 2));
  const mark = near == NONE ? 0 : markOfRegion(rule, start, end, at, near);
  if (mark != 0 && isKnown(mark)) return true;
  if (regionTotal == capacity) return false;
  const region = regions + <usize>regionTotal * 24;
  store<u32>(region, rule);
  store<u32>(region + 4, start);
  store<u32>(region + 8, end);
  store<u32>(region + 12, at);
  store<u64>(region + 16, mark);
  regionTotal++;
  return true;
}

/** Ends the open region of a rule. */
function close(rule: u32): bool {
  const state = rules + (<usize>rule << 5);
  return report(rule, load<u32>(state + 16), load<u32>(state + 20), load<u32>(state + 24), NONE);
}

/** Adds the window around a hit to its rule's open region, or opens a new one; where matches begin with the anchor, windows stay apart. */
// @ts-ignore: decorator
@inline function widen(rule: u32, offset: u32, anchorEnd: u32, origin: u32): bool {
  const state = rules + (<usize>rule << 5);
  const ahead = load<u32>(state);
  const behind = load<u32>(state + 4);
  const start = offset > ahead ? offset - ahead : 0;
  const end = contentSize - anchorEnd > behind ? anchorEnd + behind : contentSize;
  const beginning = load<u32>(state + 28);
  if (beginning != 0) return report(rule, start, end, origin, beginning == 1 ? offset : anchorEnd);
  if (load<u32>(state + 12) == visit) {
    if (start <= load<u32>(state + 20)) {
      if (end > load<u32>(state + 20)) store<u32>(state + 20, end);
      if (load<u32>(state + 24) != origin) store<u32>(state + 24, NONE);
      return true;
    }
    if (!close(rule)) return false;
  } else {
    store<u32>(state + 12, visit);
    store<u32>(open + (<usize>openCount << 2), rule);
    openCount++;
  }
  store<u32>(state + 16, start);
  store<u32>(state + 20, end);
  store<u32>(state + 24, origin);
  return true;
}

/** Joins the windows of each rule's hits where they touch. False when the regions do not fit. */
function findRegions(): bool {
  for (let i = 0; i < hitCount; i++) {
    const hit = load<u64>(hits + (<usize>i << 3));
    if ((hit & ASLEEP) != 0) continue;
    const origin = load<u32>(origins + (<usize>i << 2));
    const literal = literals + (<usize>(<u32>hit) << 4);
    const offset = offsetOf(hit);
    const anchorEnd = offset + load<u32>(literal);
    const count = load<u32>(literal + 12);
    if (count >> 31 != 0) special = true;
    let entry = ruleList + (<usize>load<u32>(literal + 8) << 2);
    const last = entry + (<usize>(count & 0x7fff_ffff) << 2);
    for (; entry < last; entry += 4) if (!widen(load<u32>(entry), offset, anchorEnd, origin)) return false;
  }
  for (let i = 0; i < openCount; i++) if (!close(load<u32>(open + (<usize>i << 2)))) return false;
  return true;
}

/**
 * Finds the hits of a content and the regions in which expressions must run. `segmentCount` is -1 for a content that stands on its own;
 * else the segments tell how it was made of a base with `baseCount` hits at `baseHits`. Gives the number of hits, or -1 when something did not fit.
 */
export function visitContent(
  contentAt: usize,
  size: u32,
  baseHits: usize,
  baseCount: i32,
  sizeOfBase: u32,
  segmentsAt: usize,
  segmentCount: i32,
): i32 {
  visit++;
  hitCount = 0;
  regionTotal = 0;
  openCount = 0;
  special = false;
  content = contentAt;
  contentSize = size;
  baseSize = sizeOfBase;
  segments = segmentsAt;
  const found = segmentCount < 0 ? scanWhole(content, size) : scanSegments(content, size, segmentsAt, segmentCount, <u32>nearest() - 1);
  if (found < 0) return -1;
  if (segmentCount < 0) {
    for (let i = 0; i < found; i++) if (!add(load<u64>(fresh + (<usize>i << 3)), NONE)) return -1;
  } else if (!inherit(baseHits, baseCount, segmentCount, found)) return -1;
  return findRegions() ? hitCount : -1;
}
