import { decodeAround, encodedImages, encodingName, type Image, imagesOfAnchor, telltaleWords } from "./encodings.ts";
import { decodeEscapes, escapesRule } from "./escapes.ts";
import { compileExpression, type Expression, type Occurrence, shifted } from "./expression.ts";
import { surroundings, type Weighed, weigh } from "./judge.ts";
import { piecesOf, type Region, regionsHolding } from "./regions.ts";
import type { Rule } from "./rule.ts";
import { viewAround } from "./view.ts";

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
  readonly decoded: readonly DecodedTrail[];
}

/** Explains contents; made once for a set of rules. */
export type Explainer = (content: Buffer) => Trail;

/** As deep as detection decodes (detector.ts). */
const maxDepth = 3;

/** Nobody reads on: attempts of one rule in one content. */
const maxAttempts = 1000;

/** Places of one anchor in one content. */
const maxAnchors = 10_000;

/** Offsets of a literal in a text; the search for anchors is written anew here, so that the gate need not keep what it knows. */
function* offsetsOf(text: string, literal: string): Generator<number> {
  for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + 1)) yield at;
}

/** Contents as Latin-1, and with the case of ASCII letters folded. */
interface Texts {
  readonly plain: string;
  readonly folded: string;
}

const fold = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const hasRun = (text: string, at: number, run: number): boolean =>
  /^[\w-]*$/.test(text.slice(at, at + run)) && at + run <= text.length;

const placesOf = (text: string, { ignoreCase, run }: Rule, { plain, folded }: Texts): readonly AnchorPlace[] => {
  const offsets = ignoreCase ? offsetsOf(folded, fold(text)) : offsetsOf(plain, text);
  const places: AnchorPlace[] = [];
  for (const start of offsets) {
    if (places.length === maxAnchors) break;
    if (run === 0 || hasRun(plain, start + text.length, run)) places.push({ text, start });
  }
  return places;
};

const anchorsOf = (rule: Rule, texts: Texts): readonly AnchorPlace[] =>
  rule.anchors.flatMap((text) => placesOf(text, rule, texts)).sort((a, b) => a.start - b.start);

/** The windows around anchors, with those that touch joined. */
const windowsOf = (places: readonly AnchorPlace[], { window }: Rule, length: number): readonly Region[] => {
  const windows: { start: number; end: number }[] = [];
  for (const { text, start } of places) {
    const from = Math.max(0, start - window.before);
    const to = Math.min(length, start + text.length + window.after);
    const last = windows.at(-1);
    if (last !== undefined && from <= last.end) last.end = Math.max(last.end, to);
    else windows.push({ start: from, end: to });
  }
  return windows;
};

const moved = ({ match, ...weighed }: Weighed, by: number): Weighed => ({
  ...weighed,
  match: match === undefined ? undefined : { ...match, start: match.start + by, end: match.end + by },
});

const weighIn = (rule: Rule, occurrence: Occurrence, content: Buffer, { start, end }: Region, reach: number) => {
  const from = Math.max(0, start - reach);
  const view = viewAround(content.subarray(from, end + reach), { start: start - from, end: end - from });
  return moved(weigh(rule, shifted(occurrence, -from), view), from);
};

const attemptsIn = (rule: Rule, expression: Expression, content: Buffer, regions: readonly Region[]): Attempt[] => {
  const attempts: Attempt[] = [];
  for (const region of regions)
    for (const found of expression(content.toString("latin1", region.start, region.end))) {
      if (found.end === found.start) continue;
      if (attempts.length === maxAttempts) return attempts;
      const occurrence = shifted(found, region.start);
      attempts.push({ occurrence, weighed: weighIn(rule, occurrence, content, region, surroundings) });
    }
  return attempts;
};

interface EncodedAnchor {
  readonly at: number;
  readonly image: Image;
}

/** The encoded images of anchors, each once; UTF-16 begins at even offsets. */
const imagesOf = (rules: readonly Rule[]): readonly Image[] => {
  const images = rules.flatMap((rule) => rule.anchors.flatMap((anchor) => imagesOfAnchor(anchor, rule)));
  const named = [...images, ...telltaleWords.flatMap(encodedImages)].map(
    (image) => [`${image.encoding} ${image.phase} ${image.text}`, image] as const,
  );
  return [...new Map(named).values()];
};

const encodedIn = (images: readonly Image[], { plain }: Texts): readonly EncodedAnchor[] =>
  images.flatMap((image) =>
    [...offsetsOf(plain, image.text)]
      .filter((at) => !image.encoding.startsWith("utf16") || at % 2 === 0)
      .map((at) => ({ at, image })),
  );

export const createExplainer = async (rules: readonly Rule[]): Promise<Explainer> => {
  const expressions = await Promise.all(rules.map(compileExpression));
  const images = imagesOf(rules);

  const ruleTrail = (rule: Rule, index: number, content: Buffer, texts: Texts): readonly RuleTrail[] => {
    const anchors = anchorsOf(rule, texts);
    if (anchors.length === 0) return [];
    const windows = windowsOf(anchors, rule, content.length);
    const holding = regionsHolding(content, windows, rule.requires);
    const searched = rule.custom ? holding.flatMap((region) => piecesOf(region, rule.window)) : holding;
    const lacking = windows.filter((window) => !holding.includes(window));
    return [{ rule, anchors, windows, lacking, attempts: attemptsIn(rule, expressions[index]!, content, searched) }];
  };

  const decodedTrails = (
    anchors: readonly EncodedAnchor[],
    content: Buffer,
    depth: number,
  ): readonly DecodedTrail[] => {
    const trails = new Map<string, DecodedTrail>();
    for (const { at, image } of anchors) {
      const encoding = encodingName(image);
      const { start, bytes } = decodeAround(content, at, image);
      const key = `${encoding} ${start}`;
      if (!trails.has(key)) trails.set(key, { encoding, start, bytes, trail: explain(bytes, depth + 1) });
    }
    return [...trails.values()];
  };

  const escapedTrails = (content: Buffer, texts: Texts, depth: number): readonly DecodedTrail[] =>
    windowsOf(anchorsOf(escapesRule, texts), escapesRule, content.length).flatMap((region) =>
      [...decodeEscapes(content, region)].map(({ encoding, start, bytes }) => ({
        encoding,
        start,
        bytes,
        trail: explain(bytes, depth + 1),
      })),
    );

  const explain = (content: Buffer, depth: number): Trail => {
    const plain = content.toString("latin1");
    const texts: Texts = { plain, folded: fold(plain) };
    return {
      rules: rules.flatMap((rule, index) => ruleTrail(rule, index, content, texts)),
      decoded:
        depth < maxDepth
          ? [...decodedTrails(encodedIn(images, texts), content, depth), ...escapedTrails(content, texts, depth)]
          : [],
    };
  };
  return (content) => explain(content, 0);
};
