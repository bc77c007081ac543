import { compileAnchors, type Literal } from "./anchors.ts";
import { type Decoded, decodeBase64, decodeUtf16, type Encoding, encodedImages, type Image } from "./encodings.ts";
import { compileExpression, type Expression, type Occurrence } from "./expression.ts";
import { judge } from "./judge.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { createPatience, type OnStopped } from "./patience.ts";
import { type AnchorHit, addHit, regionsAround, regionsHolding } from "./regions.ts";
import type { DocumentParser, Match, Rule } from "./rule.ts";

export interface Detector {
  /** Every credential in a content. What its path says is judged later (`path-context.ts`): one content has many paths. */
  readonly scan: (content: Buffer) => readonly Match[];
}

type Target =
  | { readonly kind: "rule"; readonly rule: number }
  | { readonly kind: "parser"; readonly parser: number }
  | { readonly kind: "image"; readonly image: Image };

interface Anchor extends Literal {
  readonly targets: Target[];
}

/** A secret inside base64 inside base64 is found; nobody nests deeper by accident. */
const maxDepth = 3;

/** Larger contents are scanned in parts that overlap by more than the widest window. */
const partSize = 64 << 20;
const partOverlap = 1 << 20;

/** UTF-16 around an anchor is narrowed this many characters on either side. */
const utf16Reach = 8192;

const collectAnchors = (rules: readonly Rule[], parsers: readonly DocumentParser[]): readonly Anchor[] => {
  const anchors = new Map<string, Anchor>();
  const add = (bytes: Uint8Array, ignoreCase: boolean, target: Target): void => {
    const key = `${ignoreCase} ${Buffer.from(bytes).toString("hex")}`;
    const anchor = anchors.get(key) ?? { bytes, ignoreCase, targets: [] };
    anchor.targets.push(target);
    anchors.set(key, anchor);
  };
  const addImages = (text: string): void => {
    for (const image of encodedImages(text)) {
      const key = `false ${Buffer.from(image.bytes).toString("hex")}`;
      const known = anchors
        .get(key)
        ?.targets.some(
          (t) => t.kind === "image" && t.image.encoding === image.encoding && t.image.phase === image.phase,
        );
      if (known !== true) add(image.bytes, false, { kind: "image", image });
    }
  };
  rules.forEach((rule, index) => {
    for (const text of rule.anchors) {
      add(Buffer.from(text, "latin1"), rule.ignoreCase, { kind: "rule", rule: index });
      if (rule.encoded) addImages(text);
    }
  });
  parsers.forEach((parser, index) => {
    for (const text of parser.anchors) {
      add(Buffer.from(text, "latin1"), false, { kind: "parser", parser: index });
      addImages(text);
    }
  });
  return [...anchors.values()];
};

const decodeAround = (content: Buffer, at: number, image: Image): Decoded =>
  image.encoding === "base64"
    ? decodeBase64(content, at, image.phase)
    : decodeUtf16(content, at, image.encoding === "utf16le", utf16Reach);

/** What one pass over a content found, by who asked for it. */
interface Hits {
  readonly byRule: Map<number, AnchorHit[]>;
  readonly parsers: Set<number>;
  readonly encoded: Map<string, { readonly at: number; readonly image: Image }>;
}

/**
 * One byte further along, UTF-16 reads as UTF-16 of the other byte order. Where both would do, text begins at an even
 * offset.
 */
const isShifted = ({ encoded }: Hits, at: number, { encoding }: Image): boolean => {
  if (encoding === "base64" || at % 2 === 0) return false;
  return encoded.has(encoding === "utf16be" ? encodedKey("utf16le", at + 1) : encodedKey("utf16be", at - 1));
};

const encodedKey = (encoding: Encoding, decoded: number): string => `${encoding} ${decoded}`;

/** `onStopped` hears of a custom rule that was given up, and why: what it would have found from there on is missing. */
export const createDetector = async (
  rules: readonly Rule[],
  parsers: readonly DocumentParser[] = [],
  onStopped: OnStopped = () => undefined,
): Promise<Detector> => {
  const expressions: readonly Expression[] = await Promise.all(rules.map(compileExpression));
  const anchors = collectAnchors(rules, parsers);
  const scanner = compileAnchors(anchors);
  const patience = createPatience(onStopped);

  const findAnchors = (content: Buffer): Hits => {
    const hits: Hits = { byRule: new Map(), parsers: new Set(), encoded: new Map() };
    scanner.find(content, (literal, offset) => {
      const { bytes, targets } = anchors[literal]!;
      for (const target of targets) {
        if (target.kind === "rule") {
          const list = hits.byRule.get(target.rule) ?? [];
          hits.byRule.set(target.rule, addHit(list, offset, offset + bytes.length, rules[target.rule]!.window));
        } else if (target.kind === "parser") hits.parsers.add(target.parser);
        else hits.encoded.set(encodedKey(target.image.encoding, offset), { at: offset, image: target.image });
      }
    });
    return hits;
  };

  function* occurrencesOf(index: number, anchorHits: readonly AnchorHit[], content: Buffer): Generator<Occurrence> {
    const rule = rules[index]!;
    const around = regionsAround(anchorHits, rule.window, content.length);
    const regions = regionsHolding(content, around, rule.requires);
    const searched = rule.custom ? patience.pieces(rule, regions) : regions;
    for (const { start, end } of searched)
      for (const occurrence of expressions[index]!(content.toString("latin1", start, end))) {
        yield shifted(occurrence, start);
        if (rule.custom && patience.isOver(rule)) return;
      }
  }

  const matchesOfRule = (index: number, anchorHits: readonly AnchorHit[], content: Buffer): Match[] => {
    const rule = rules[index]!;
    const found: Match[] = [];
    for (const occurrence of occurrencesOf(index, anchorHits, content)) {
      if (occurrence.end === occurrence.start) continue;
      const match = judge(rule, occurrence, content);
      if (match !== undefined) found.push(match);
    }
    return found;
  };

  const matchesInEncoded = (hits: Hits, content: Buffer, depth: number): Match[] => {
    const found: Match[] = [];
    const seen = new Set<string>();
    for (const { at, image } of hits.encoded.values()) {
      if (isShifted(hits, at, image)) continue;
      const decoded = decodeAround(content, at, image);
      const key = encodedKey(image.encoding, decoded.start);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const match of scanWhole(decoded.bytes, depth + 1))
        found.push({
          ...match,
          facts: { ...match.facts, encoding: image.encoding === "base64" ? "base64" : "utf-16" },
          start: decoded.toContent(match.start),
          end: decoded.toContent(match.end - 1) + 2,
        });
    }
    return found;
  };

  const scanWhole = (content: Buffer, depth: number): readonly Match[] => {
    const hits = findAnchors(content);
    const found: Match[] = [];
    for (const [index, anchorHits] of hits.byRule) found.push(...matchesOfRule(index, anchorHits, content));
    for (const index of hits.parsers) found.push(...parsers[index]!.parse(content));
    if (depth < maxDepth) found.push(...matchesInEncoded(hits, content, depth));
    return found.length > 1 ? withoutOverlaps(found) : found;
  };

  const scan = (content: Buffer): readonly Match[] => {
    if (content.length <= partSize) return scanWhole(content, 0);
    const found = new Map<string, Match>();
    for (let from = 0; from < content.length; from += partSize - partOverlap) {
      for (const match of scanWhole(content.subarray(from, from + partSize), 0)) {
        const moved = { ...match, start: match.start + from, end: match.end + from };
        found.set(`${moved.check} ${moved.start} ${moved.end}`, moved);
      }
    }
    return withoutOverlaps([...found.values()]);
  };
  return { scan };
};

const shifted = (occurrence: Occurrence, by: number): Occurrence => ({
  ...occurrence,
  start: occurrence.start + by,
  end: occurrence.end + by,
  matchStart: occurrence.matchStart + by,
  matchEnd: occurrence.matchEnd + by,
});
