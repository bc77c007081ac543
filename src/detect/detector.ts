import { createKernel, type Kernel } from "../kernel/kernel.ts";
import { createRooms } from "../kernel/rooms.ts";
import { anchorKey, sortOut } from "./asked.ts";
import { othersOf } from "./askers.ts";
import { runReach } from "./base64-run.ts";
import { asEncoded, type EncodedRun, encodedRuns } from "./encoded-runs.ts";
import { encodingName } from "./encodings.ts";
import { decodeEscapes, type Escaped, escapesRule } from "./escapes.ts";
import { createGate, type Look, type RuleRegion } from "./gate.ts";
import { type Descent, inherit, movedBy, type Reach } from "./inheritance.ts";
import { surroundings } from "./judge.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { createPairing } from "./pairs.ts";
import type { OnStopped } from "./patience.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { createRecurring } from "./recurring.ts";
import type { Region } from "./regions.ts";
import type { DocumentParser, Match, Rule } from "./rule.ts";
import { createRunner, nearbyOf, type Runner } from "./runner.ts";
import { type Carried, emptyTrace, encodedTask, type Stretch, type Trace, type Verdict } from "./trace.ts";

/** What a content was made of: the trace and size of its base, and the segments of the delta in the kernel's memory (see Kernel.applyDelta). */
export interface Base {
  readonly trace: Trace;
  readonly size: number;
  readonly segments: { readonly address: number; readonly count: number };
}

export interface Scanned {
  readonly matches: readonly Match[];
  /** For what is built on this content; given back with `discard`. */
  readonly trace: Trace;
}

export interface Detector {
  /** Every credential in a content. What its path says is judged later (`path-context.ts`): one content has many paths. */
  readonly scan: (content: Buffer) => readonly Match[];
  /**
   * The same for a content in the kernel's memory; with its base's trace only what the delta changed is looked at. Undefined where the
   * content is so full of anchors that only `scan`, which goes by parts, can tell.
   */
  readonly scanInPlace: (content: Stretch, base?: Base) => Scanned | undefined;
  readonly discard: (trace: Trace) => void;
}

/** A secret inside base64 inside base64 is found; nobody nests deeper by accident. */
const maxDepth = 3;

/** Contents are scanned in parts of this size, smaller ones where anchors are many; parts overlap by more than the widest window. */
const partSize = 64 << 20;
const smallPart = 4 << 20;
const partOverlap = 1 << 20;

/** A content with a region for so many bytes is turned to text as a whole: windows overlap. */
const worthText = 500;

const none: readonly Match[] = [];

/** Verdicts and what they found, of one content. */
interface Findings {
  readonly carried: Carried[];
  readonly matches: Match[];
}

const keep = ({ carried, matches }: Findings, verdict: Carried): void => {
  carried.push(verdict);
  // one by one: a hostile content has more matches than a call has room for arguments
  for (const match of verdict.matches) matches.push(match);
};

/** How much of a content is looked at: all, or less where a base, or the text that it was decoded from, tells the rest. */
interface Extent {
  readonly base?: Base | undefined;
  readonly isWanted?: (region: RuleRegion) => boolean;
  /** Of a larger content. */
  readonly isPart?: boolean;
}

/** Bytes around a region by which judges tell most that they tell. */
const nearEnough = 256;

const placeOf = ({ rule: task, start, end, at }: RuleRegion) => ({
  task,
  start,
  end,
  ...(at === undefined ? {} : { at }),
});

const regionOf = ({ task, start, end, at }: Carried): RuleRegion =>
  at === undefined ? { rule: task, start, end } : { rule: task, start, end, at };

/** UTF-16 is taken to begin at an even offset: an odd way may make other text of it. */
const isShifted = ({ anchors = [] }: Carried, moved: number): boolean =>
  moved % 2 !== 0 && anchors.some(({ image }) => image.encoding.startsWith("utf16"));

const isUndoneIn =
  ({ isUndone }: Escaped) =>
  ({ start, end }: RuleRegion): boolean =>
    isUndone(start - nearEnough, end + nearEnough);

const isTelling = ({ matches, seen }: Verdict): boolean => matches.length > 0 || seen !== undefined;

/** What a detector is made of. */
export interface Parts {
  readonly rules: readonly Rule[];
  readonly parsers: readonly DocumentParser[];
  readonly runner: Runner;
  readonly kernel: Kernel;
  readonly prepared: Prepared;
}

/** `onStopped` hears of a custom rule that was given up, and why: what it would have found from there on is missing. */
export const createDetector = async (
  rules: readonly Rule[],
  parsers: readonly DocumentParser[] = [],
  onStopped: OnStopped = () => undefined,
  kernel: Kernel = createKernel(),
  preparedBefore?: Prepared,
): Promise<Detector> => {
  const prepared = preparedBefore ?? (await prepare(rules, parsers));
  const runner = await createRunner(rules, onStopped);
  return detectorOf({ rules, parsers, runner, kernel, prepared });
};

export const detectorOf = ({ rules, parsers, runner, kernel, prepared }: Parts): Detector => {
  const asking = [...rules, escapesRule];
  const others = othersOf(prepared);
  const joinPairs = createPairing(rules);
  const gate = createGate(kernel, prepared, asking, nearbyOf);
  const recurring = createRecurring(kernel);
  const rooms = createRooms(kernel.heap);
  const reach: Reach = (task) => (task === encodedTask ? runReach : gate.reaches[task]!);
  const wholeParsers = parsers.filter(({ upTo = 0 }) => upTo > 0);
  const largestWhole = Math.max(0, ...wholeParsers.map(({ upTo = 0 }) => upTo));
  const settled = (found: readonly Match[]): readonly Match[] =>
    found.length > 1 ? joinPairs(withoutOverlaps(found)) : found;
  const viewOf = ({ address, size }: Stretch): Buffer => kernel.heap.bytes().subarray(address, address + size);

  /** What parsers know of a content without any anchor in it: files that are nothing but a key. */
  const wholeMatches = (stretch: Stretch): readonly Match[] => {
    if (stretch.size > largestWhole) return none;
    const content = viewOf(stretch);
    return wholeParsers.flatMap(({ upTo = 0, parse }) => (stretch.size > upTo ? none : parse(content, [])));
  };

  /** What stands in a region once its escapes are undone. */
  const unescaped = (stretch: Stretch, region: Region, depth: number): Verdict => {
    if (depth >= maxDepth) return { matches: none };
    const bytes = Buffer.from(viewOf({ address: stretch.address + region.start, size: region.end - region.start }));
    const matches: Match[] = [];
    for (const decoded of decodeEscapes(bytes, { start: 0, end: bytes.length }))
      for (const match of scanBytes(decoded.bytes, depth + 1, { isWanted: isUndoneIn(decoded) }))
        matches.push(asEncoded(match, decoded, decoded.encoding, region.start));
    return { matches };
  };

  const runRule = (stretch: Stretch, text: string | undefined, region: RuleRegion, depth: number, into: Findings) => {
    const isRule = region.rule < rules.length;
    const mayRecur = isRule || depth === 0; // deeper down less is undone
    const known = mayRecur ? recurring.recall(stretch, region) : undefined;
    if (known !== undefined) {
      keep(into, known);
      return;
    }
    const verdict = isRule ? runner.run(region, { bytes: viewOf(stretch), text }) : unescaped(stretch, region, depth);
    const carried = { ...placeOf(region), ...verdict };
    if (isTelling(verdict)) keep(into, carried);
    if (!mayRecur) return;
    if (isTelling(verdict)) recurring.learn(stretch, region, carried);
    else gate.remember(region);
  };

  /** The regions of a custom rule are run together: it may be given up on the way. */
  const runCustomRule = (content: Buffer, rule: number, regions: readonly RuleRegion[], into: Findings): void => {
    const matches = runner.runCustom(rule, content, regions);
    for (const { start, end } of regions) {
      const inside = matches.filter((match) => match.start >= start && match.end <= end);
      const seen = { start: start - surroundings, end: end + surroundings };
      if (inside.length > 0) keep(into, { task: rule, start, end, seen, matches: inside });
    }
  };

  const runRegions = (stretch: Stretch, regions: readonly RuleRegion[], depth: number, into: Findings): void => {
    const custom = new Map<number, RuleRegion[]>();
    const text = regions.length * worthText > stretch.size ? viewOf(stretch).toString("latin1") : undefined;
    for (const region of regions)
      if (!asking[region.rule]!.custom) runRule(stretch, text, region, depth, into);
      else custom.set(region.rule, [...(custom.get(region.rule) ?? []), region]);
    for (const [rule, ofRule] of custom) runCustomRule(viewOf(stretch), rule, ofRule, into);
  };

  /** The verdicts that the base had on what was copied; where their surroundings changed they are reached anew. */
  const inheritVerdicts = (stretch: Stretch, base: Base, into: Findings): void => {
    const { segments } = base;
    const words = new Uint32Array(kernel.heap.bytes().buffer, segments.address, segments.count * 3).slice();
    const descent: Descent = { segments: words, size: stretch.size, baseSize: base.size };
    const again: RuleRegion[] = [];
    for (const { carried, moved, withSeen } of inherit(base.trace.carried, descent, reach)) {
      if (isShifted(carried, moved)) continue; // its anchors are hits like others, and read anew
      const here = movedBy(carried, moved);
      if (withSeen) keep(into, here);
      else again.push(regionOf(here));
    }
    runRegions(stretch, again, 0, into);
  };

  const decodeRun = (run: EncodedRun, depth: number, into: Findings): void => {
    const { decoded } = run;
    const encoding = encodingName(run.image);
    const matches = scanBytes(decoded.bytes, depth + 1).map((match) => asEncoded(match, decoded, encoding));
    const end = decoded.toContent(Math.max(0, decoded.bytes.length - 1)) + 4;
    keep(into, { task: encodedTask, start: decoded.start, end, matches, anchors: run.anchors });
  };

  const runSpecial = (stretch: Stretch, look: Look, depth: number, into: Findings): void => {
    const asked = sortOut(look.special(), others);
    for (const [index, at] of asked.parsers)
      for (const match of parsers[index]!.parse(viewOf(stretch), at)) into.matches.push(match);
    if (depth >= maxDepth || asked.encoded.length === 0) return;
    const known = new Set(into.carried.flatMap(({ anchors = [] }) => anchors.map(anchorKey)));
    const fresh = asked.encoded.filter((anchor) => !known.has(anchorKey(anchor)));
    for (const run of [...encodedRuns(fresh, viewOf(stretch))]) decodeRun(run, depth, into);
  };

  const matchesOf = (stretch: Stretch, look: Look, depth: number, into: Findings, { base, isWanted }: Extent): void => {
    const regions = isWanted === undefined ? look.regions() : look.regions().filter(isWanted);
    const special = look.hasSpecial ? look.special() : [];
    if (base !== undefined && base.trace.carried.length > 0) inheritVerdicts(stretch, base, into);
    if (regions.length > 0) runRegions(stretch, regions, depth, into);
    if (special.length > 0) runSpecial(stretch, { ...look, special: () => special }, depth, into);
  };

  const originOf = ({ trace, size, segments }: Base) => ({
    hits: trace.address,
    hitCount: trace.hits,
    size,
    segments: segments.address,
    segmentCount: segments.count,
  });

  const traceOf = (address: number, hits: number, carried: Carried[]): Trace => ({
    address,
    hits,
    carried: carried.length > 1 ? carried.sort((a, b) => a.start - b.start) : carried,
  });

  const scanInPlace = (content: Stretch, base?: Base): Scanned | undefined => {
    const look = gate.look(content.address, content.size, base && originOf(base));
    if (look === undefined) return undefined;
    const whole = wholeMatches(content);
    if (look.hitCount === 0) return { matches: whole, trace: emptyTrace };
    const address = kernel.heap.allocate(look.hitCount * 8);
    look.keep(address);
    const into: Findings = { carried: [], matches: [...whole] };
    matchesOf(content, look, 0, into, { base });
    const matches = settled(into.matches);
    return { matches, trace: traceOf(address, look.hitCount, into.carried) };
  };

  const discard = ({ address, hits }: Trace): void => {
    if (hits > 0) kernel.heap.free(address, hits * 8);
  };

  const scanPart = (bytes: Buffer, depth: number, extent: Extent): readonly Match[] | undefined => {
    const address = rooms.place(depth, bytes);
    const stretch = { address, size: bytes.length };
    let look = gate.look(address, bytes.length, undefined);
    while (look === undefined && gate.grow()) look = gate.look(address, bytes.length, undefined);
    if (look === undefined) return undefined;
    const isWhole = depth === 0 && extent.isPart !== true;
    const into: Findings = { carried: [], matches: isWhole ? [...wholeMatches(stretch)] : [] };
    matchesOf(stretch, look, depth, into, extent);
    return settled(into.matches);
  };

  const scanInParts = (content: Buffer, size: number, depth: number): readonly Match[] => {
    const found = new Map<string, Match>();
    for (let from = 0; from < content.length; from += size - partOverlap) {
      for (const match of scanBytes(content.subarray(from, from + size), depth, { isPart: true })) {
        const moved = { ...match, start: match.start + from, end: match.end + from };
        found.set(`${moved.check} ${moved.start} ${moved.end}`, moved);
      }
    }
    return withoutOverlaps([...found.values()]);
  };

  /** Copies bytes into the kernel's memory and scans them. */
  const scanBytes = (bytes: Buffer, depth: number, extent: Extent = {}): readonly Match[] => {
    if (bytes.length === 0) return none;
    if (bytes.length > partSize && extent.isPart !== true) return scanInParts(bytes, partSize, depth);
    const matches = scanPart(bytes, depth, extent);
    if (matches !== undefined) return matches;
    if (bytes.length <= smallPart) throw new RangeError(`${bytes.length} bytes hold more anchors than fit`);
    return scanInParts(bytes, smallPart, depth);
  };

  return { scan: (content) => scanBytes(content, 0), scanInPlace, discard };
};
