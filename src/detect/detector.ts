import { createKernel, type Kernel } from "../kernel/kernel.ts";
import { type Decoded, decodeBase64, decodeUtf16, type Image } from "./encodings.ts";
import { compileExpression, type Expression, type Occurrence } from "./expression.ts";
import { createGate, literalOf, offsetOf } from "./gate.ts";
import { type Descent, inheritHits, inheritVerdict, type SegmentTable } from "./inheritance.ts";
import { judge, surroundings } from "./judge.ts";
import { collectLiterals } from "./literals.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { type AnchorHit, regionsAround } from "./regions.ts";
import type { DocumentParser, Match, Rule } from "./rule.ts";
import { createTraceBuilder, type Trace, type Verdict } from "./trace.ts";

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

const decodeAround = (content: Buffer, at: number, image: Image): Decoded =>
  image.encoding === "base64"
    ? decodeBase64(content, at, image.phase)
    : decodeUtf16(content, at, image.encoding === "utf16le", utf16Reach);

/** Hits by who asked for them. */
interface Asked {
  readonly byRule: Map<number, AnchorHit[]>;
  readonly parsers: Set<number>;
  readonly images: { readonly at: number; readonly image: Image }[];
}

const noSegments: SegmentTable = new Uint32Array(0);

export const createDetector = async (
  rules: readonly Rule[],
  parsers: readonly DocumentParser[] = [],
  kernel: Kernel = createKernel(),
): Promise<Detector> => {
  const expressions: readonly Expression[] = await Promise.all(rules.map(compileExpression));
  const literals = collectLiterals(rules, parsers);
  const gate = createGate(kernel, literals);

  const sortOut = (hits: Float64Array): Asked => {
    const asked: Asked = { byRule: new Map(), parsers: new Set(), images: [] };
    for (const hit of hits) {
      const { bytes, targets } = literals[literalOf(hit)]!;
      const at = offsetOf(hit);
      for (const target of targets) {
        if (target.kind === "image") asked.images.push({ at, image: target.image });
        else if (target.kind === "parser") asked.parsers.add(target.parser);
        else {
          const list = asked.byRule.get(target.rule);
          if (list === undefined) asked.byRule.set(target.rule, [[at, at + bytes.length]]);
          else list.push([at, at + bytes.length]);
        }
      }
    }
    return asked;
  };

  const runRule = (index: number, content: Buffer, start: number, end: number): Verdict => {
    const rule = rules[index]!;
    const matches: Match[] = [];
    const from = Math.max(0, start - surroundings);
    const around = content.subarray(from, end + surroundings);
    let judged = false;
    for (const occurrence of expressions[index]!(content.toString("latin1", start, end))) {
      if (occurrence.end === occurrence.start) continue;
      judged = true;
      const match = judge(rule, shifted(occurrence, start - from), around);
      if (match !== undefined) matches.push({ ...match, start: match.start + from, end: match.end + from });
    }
    return { judged, matches };
  };

  const scanDecoded = (decoded: Decoded, image: Image, depth: number): readonly Match[] =>
    scanBytes(decoded.bytes, depth + 1).map((match) => ({
      ...match,
      facts: { ...match.facts, encoding: image.encoding === "base64" ? "base64" : "utf-16" },
      start: decoded.toContent(match.start),
      end: decoded.toContent(match.end - 1) + 2,
    }));

  /** Copies bytes into the kernel's memory and scans them. */
  const scanBytes = (bytes: Buffer, depth: number): readonly Match[] => {
    if (bytes.length === 0) return [];
    const address = kernel.heap.allocate(bytes.length);
    try {
      kernel.heap.bytes().set(bytes, address);
      return scanContent({ address, size: bytes.length }, depth, gate.find(address, bytes.length), undefined).matches;
    } finally {
      kernel.heap.free(address, bytes.length);
    }
  };

  const viewOf = ({ address, size }: Stretch): Buffer => kernel.heap.bytes().subarray(address, address + size);

  const scanContent = (stretch: Stretch, depth: number, hits: Float64Array, descent: Descent | undefined): Scanned => {
    const builder = createTraceBuilder();
    if (hits.length === 0) return { matches: [], trace: builder.build(hits, stretch.size) };
    const asked = sortOut(hits);
    const found: Match[] = [];
    for (const index of [...asked.byRule.keys()].sort((a, b) => a - b))
      for (const { start, end } of regionsAround(asked.byRule.get(index)!, rules[index]!.window, stretch.size)) {
        const inherited = descent && inheritVerdict(descent, index, start, end, stretch.size);
        const verdict = inherited ?? runRule(index, viewOf(stretch), start, end);
        builder.add(index, start, end, verdict);
        found.push(...verdict.matches);
      }
    for (const index of asked.parsers) found.push(...parsers[index]!.parse(Buffer.from(viewOf(stretch))));
    if (depth < maxDepth)
      for (const run of encodedRuns(asked, viewOf(stretch))) found.push(...scanDecoded(run.decoded, run.image, depth));
    return { matches: found.length > 1 ? withoutOverlaps(found) : found, trace: builder.build(hits, stretch.size) };
  };

  const encodedRuns = (asked: Asked, content: Buffer) => {
    const runs = new Map<string, { readonly decoded: Decoded; readonly image: Image }>();
    for (const { at, image } of asked.images) {
      const decoded = decodeAround(content, at, image);
      runs.set(`${image.encoding} ${decoded.start}`, { decoded, image });
    }
    return runs.values();
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
    const table =
      segments.count === 0
        ? noSegments
        : new Uint32Array(kernel.heap.bytes().buffer, segments.address, segments.count * 3).slice();
    const descent: Descent = { base, segments: table };
    const fresh = gate.findNew(content.address, content.size, segments.address, segments.count);
    return scanContent(content, 0, inheritHits(descent, fresh, literals), descent);
  };
  return { scan, scanInPlace };
};

const shifted = (occurrence: Occurrence, by: number): Occurrence => ({
  ...occurrence,
  start: occurrence.start + by,
  end: occurrence.end + by,
  matchStart: occurrence.matchStart + by,
  matchEnd: occurrence.matchEnd + by,
});
