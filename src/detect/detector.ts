import { createKernel, type Kernel } from "../kernel/kernel.ts";
import { type EncodedAnchor, sortOut } from "./asked.ts";
import { type Decoded, decodeBase64, decodeUtf16, type Image } from "./encodings.ts";
import { createGate } from "./gate.ts";
import { type Descent, inheritHits, inheritVerdict } from "./inheritance.ts";
import { collectLiterals } from "./literals.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { createPairing } from "./pairs.ts";
import type { OnStopped } from "./patience.ts";
import { type AnchorHit, regionsAround } from "./regions.ts";
import type { DocumentParser, Match, Rule } from "./rule.ts";
import { createRunner } from "./runner.ts";
import { createTraceBuilder, type Trace, type TraceBuilder } from "./trace.ts";

/** A content in the kernel's memory. */
export interface Stretch {
  readonly address: number;
  readonly size: number;
}

/** Segments of the delta that made a content, in the kernel's memory (see Kernel.applyDelta). */
export interface DeltaSegments {
  readonly address: number;
  readonly count: number;
}

export interface Scanned {
  readonly matches: readonly Match[];
  /** For what is built on this content. */
  readonly trace: Trace;
}

export interface Detector {
  /** Every credential in a content. What its path says is judged later (`path-context.ts`): one content has many paths. */
  readonly scan: (content: Buffer) => readonly Match[];
  /** The same for a content in the kernel's memory; with its base's trace only what the delta changed is looked at. */
  readonly scanInPlace: (content: Stretch, base?: Trace, segments?: DeltaSegments) => Scanned;
}

/** A secret inside base64 inside base64 is found; nobody nests deeper by accident. */
const maxDepth = 3;

/** Larger contents are scanned in parts that overlap by more than the widest window. */
const partSize = 64 << 20;
const partOverlap = 1 << 20;

/** UTF-16 around an anchor is narrowed this many characters on either side. */
const utf16Reach = 8192;

interface EncodedRun {
  readonly decoded: Decoded;
  readonly image: Image;
}

const decodeAround = (content: Buffer, { at, image }: EncodedAnchor): Decoded =>
  image.encoding === "base64"
    ? decodeBase64(content, at, image.phase)
    : decodeUtf16(content, at, image.encoding === "utf16le", utf16Reach);

/** The encoded stretches around anchors, each once. */
const encodedRuns = (anchors: readonly EncodedAnchor[], content: Buffer): Iterable<EncodedRun> => {
  const runs = new Map<string, EncodedRun>();
  for (const anchor of anchors) {
    const decoded = decodeAround(content, anchor);
    runs.set(`${anchor.image.encoding} ${decoded.start}`, { decoded, image: anchor.image });
  }
  return runs.values();
};

const asEncoded = (match: Match, { decoded, image }: EncodedRun): Match => ({
  ...match,
  facts: { ...match.facts, encoding: image.encoding === "base64" ? "base64" : "utf-16" },
  start: decoded.toContent(match.start),
  end: decoded.toContent(match.end - 1) + 2,
});

/** `onStopped` hears of a custom rule that was given up, and why: what it would have found from there on is missing. */
export const createDetector = async (
  rules: readonly Rule[],
  parsers: readonly DocumentParser[] = [],
  onStopped: OnStopped = () => undefined,
  kernel: Kernel = createKernel(),
): Promise<Detector> => {
  const runner = await createRunner(rules, onStopped);
  const literals = collectLiterals(rules, parsers);
  const gate = createGate(kernel, literals);
  const joinPairs = createPairing(rules);
  const viewOf = ({ address, size }: Stretch): Buffer => kernel.heap.bytes().subarray(address, address + size);

  const matchesOfRule = (
    index: number,
    hits: readonly AnchorHit[],
    stretch: Stretch,
    descent: Descent | undefined,
    trace: TraceBuilder,
  ): readonly Match[] => {
    const rule = rules[index]!;
    const regions = regionsAround(hits, rule.window, stretch.size);
    if (rule.custom) return runner.runCustom(index, viewOf(stretch), regions);
    return regions.flatMap(({ start, end }) => {
      const inherited = descent && inheritVerdict(descent, index, start, end, stretch.size);
      const verdict = inherited ?? runner.run(index, viewOf(stretch), { start, end });
      trace.add(index, start, end, verdict);
      return verdict.matches;
    });
  };

  const scanContent = (stretch: Stretch, depth: number, hits: Float64Array, descent: Descent | undefined): Scanned => {
    const trace = createTraceBuilder();
    if (hits.length === 0) return { matches: [], trace: trace.build(hits, stretch.size) };
    const asked = sortOut(hits, literals, rules);
    const found: Match[] = [];
    // one by one: a hostile content has more matches than a call has room for arguments
    const add = (matches: readonly Match[]): void => {
      for (const match of matches) found.push(match);
    };
    for (const [index, ofRule] of asked.byRule) add(matchesOfRule(index, ofRule, stretch, descent, trace));
    for (const index of asked.parsers) add(parsers[index]!.parse(Buffer.from(viewOf(stretch))));
    if (depth < maxDepth) add(matchesInEncoded(asked.encoded, stretch, depth));
    return {
      matches: found.length > 1 ? joinPairs(withoutOverlaps(found)) : found,
      trace: trace.build(hits, stretch.size),
    };
  };

  const matchesInEncoded = (anchors: readonly EncodedAnchor[], stretch: Stretch, depth: number): readonly Match[] =>
    [...encodedRuns(anchors, viewOf(stretch))].flatMap((run) =>
      scanBytes(run.decoded.bytes, depth + 1).map((match) => asEncoded(match, run)),
    );

  /** Copies bytes into the kernel's memory and scans them. */
  const scanBytes = (bytes: Buffer, depth: number): readonly Match[] => {
    if (bytes.length === 0) return [];
    const address = kernel.heap.allocate(bytes.length);
    try {
      kernel.heap.bytes().set(bytes, address);
      const stretch = { address, size: bytes.length };
      return scanContent(stretch, depth, gate.find(address, bytes.length), undefined).matches;
    } finally {
      kernel.heap.free(address, bytes.length);
    }
  };

  const scan = (content: Buffer): readonly Match[] => {
    if (content.length <= partSize) return scanBytes(content, 0);
    const found = new Map<string, Match>();
    for (let from = 0; from < content.length; from += partSize - partOverlap) {
      for (const match of scanBytes(content.subarray(from, from + partSize), 0)) {
        const moved = { ...match, start: match.start + from, end: match.end + from };
        found.set(`${moved.check} ${moved.start} ${moved.end}`, moved);
      }
    }
    return withoutOverlaps([...found.values()]);
  };

  const scanInPlace = (content: Stretch, base?: Trace, segments?: DeltaSegments): Scanned => {
    if (base === undefined || segments === undefined)
      return scanContent(content, 0, gate.find(content.address, content.size), undefined);
    const table = new Uint32Array(kernel.heap.bytes().buffer, segments.address, segments.count * 3).slice();
    const descent: Descent = { base, segments: table };
    const fresh = gate.findNew(content.address, content.size, segments.address, segments.count);
    return scanContent(content, 0, inheritHits(descent, fresh, literals), descent);
  };
  return { scan, scanInPlace };
};
