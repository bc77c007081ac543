import { createKernel } from "../kernel/kernel.ts";
import { type EncodedAnchor, sortOut } from "./asked.ts";
import { type Decoded, decodeBase64, decodeUtf16 } from "./encodings.ts";
import { compileExpression, type Expression, type Occurrence } from "./expression.ts";
import { createGate, literalOf, offsetOf } from "./gate.ts";
import { surroundings, type Weighed, weigh } from "./judge.ts";
import { collectLiterals, type Literal } from "./literals.ts";
import { type AnchorHit, piecesOf, type Region, regionsAround, regionsHolding } from "./regions.ts";
import type { DocumentParser, Rule } from "./rule.ts";

/** One occurrence of an expression, and what came of it. Offsets are those of the bytes that were explained. */
export interface Attempt {
  readonly occurrence: Occurrence;
  readonly weighed: Weighed;
}

export interface AnchorPlace {
  readonly text: string;
  readonly start: number;
}

/** What a rule did in a content: present for every rule of which an anchor was found. */
export interface RuleTrail {
  readonly rule: Rule;
  readonly anchors: readonly AnchorPlace[];
  readonly windows: readonly Region[];
  /** Windows that lack a literal which the rule requires too: its expression was not run there. */
  readonly lacking: readonly Region[];
  readonly attempts: readonly Attempt[];
}

/** Text that was decoded because an anchor's encoded form stands in it. */
export interface DecodedTrail {
  readonly encoding: string;
  /** Offset at which the encoded run begins. */
  readonly start: number;
  readonly bytes: Buffer;
  readonly trail: Trail;
}

/** Everything that rules did with some bytes. */
export interface Trail {
  readonly rules: readonly RuleTrail[];
  /** How many parsers of whole documents found their anchors. */
  readonly parsers: number;
  readonly decoded: readonly DecodedTrail[];
}

/** Explains contents; made once for a set of rules. */
export type Explainer = (content: Buffer) => Trail;

/** As deep as detection decodes (detector.ts). */
const maxDepth = 3;

/** Nobody reads on: attempts of one rule in one content. */
const maxAttempts = 1000;

const utf16Reach = 8192;

const anchorPlaces = (
  hits: Float64Array,
  literals: readonly Literal[],
): ReadonlyMap<number, readonly AnchorPlace[]> => {
  const places = new Map<number, AnchorPlace[]>();
  for (const hit of hits) {
    const { bytes, targets } = literals[literalOf(hit)]!;
    const place = { text: Buffer.from(bytes).toString("latin1"), start: offsetOf(hit) };
    for (const target of targets)
      if (target.kind === "rule") places.set(target.rule, [...(places.get(target.rule) ?? []).slice(-999), place]);
  }
  return places;
};

const shifted = (occurrence: Occurrence, by: number): Occurrence => ({
  ...occurrence,
  start: occurrence.start + by,
  end: occurrence.end + by,
  matchStart: occurrence.matchStart + by,
  matchEnd: occurrence.matchEnd + by,
});

const moved = ({ match, ...weighed }: Weighed, by: number): Weighed => ({
  ...weighed,
  match: match === undefined ? undefined : { ...match, start: match.start + by, end: match.end + by },
});

/** Provers see as much of a content as they do in a scan. */
const attemptsIn = (rule: Rule, expression: Expression, content: Buffer, regions: readonly Region[]): Attempt[] => {
  const attempts: Attempt[] = [];
  for (const { start, end } of regions) {
    const from = Math.max(0, start - surroundings);
    const view = content.subarray(from, end + surroundings);
    for (const occurrence of expression(content.toString("latin1", start, end))) {
      if (occurrence.end === occurrence.start) continue;
      if (attempts.length === maxAttempts) return attempts;
      const weighed = moved(weigh(rule, shifted(occurrence, start - from), view), from);
      attempts.push({ occurrence: shifted(occurrence, start), weighed });
    }
  }
  return attempts;
};

const decode = (content: Buffer, { at, image }: EncodedAnchor): Decoded =>
  image.encoding === "base64"
    ? decodeBase64(content, at, image.phase)
    : decodeUtf16(content, at, image.encoding === "utf16le", utf16Reach);

export const createExplainer = async (
  rules: readonly Rule[],
  parsers: readonly DocumentParser[] = [],
): Promise<Explainer> => {
  const expressions = await Promise.all(rules.map(compileExpression));
  const literals = collectLiterals(rules, parsers);
  const kernel = createKernel();
  const gate = createGate(kernel, literals);

  const hitsIn = (content: Buffer): Float64Array => {
    if (content.length === 0) return new Float64Array(0);
    const address = kernel.heap.allocate(content.length);
    try {
      kernel.heap.bytes().set(content, address);
      return gate.find(address, content.length);
    } finally {
      kernel.heap.free(address, content.length);
    }
  };

  const ruleTrail = (index: number, hits: readonly AnchorHit[], anchors: readonly AnchorPlace[], content: Buffer) => {
    const rule = rules[index]!;
    const windows = regionsAround(hits, rule.window, content.length);
    const holding = regionsHolding(content, windows, rule.requires);
    const searched = rule.custom ? holding.flatMap((region) => piecesOf(region, rule.window)) : holding;
    return {
      rule,
      anchors,
      windows,
      lacking: windows.filter((window) => !holding.includes(window)),
      attempts: attemptsIn(rule, expressions[index]!, content, searched),
    };
  };

  const decodedTrails = (
    anchors: readonly EncodedAnchor[],
    content: Buffer,
    depth: number,
  ): readonly DecodedTrail[] => {
    const trails = new Map<string, DecodedTrail>();
    for (const anchor of anchors) {
      const { encoding } = anchor.image;
      const { start, bytes } = decode(content, anchor);
      const key = `${encoding} ${start}`;
      if (!trails.has(key)) trails.set(key, { encoding, start, bytes, trail: explain(bytes, depth + 1) });
    }
    return [...trails.values()];
  };

  const explain = (content: Buffer, depth: number): Trail => {
    const hits = hitsIn(content);
    const asked = sortOut(hits, literals, rules);
    const places = anchorPlaces(hits, literals);
    return {
      rules: asked.byRule.map(([index, ofRule]) => ruleTrail(index, ofRule, places.get(index) ?? [], content)),
      parsers: asked.parsers.size,
      decoded: depth < maxDepth ? decodedTrails(asked.encoded, content, depth) : [],
    };
  };
  return (content) => explain(content, 0);
};
