import { compileExpression, type Expression, type Occurrence, shifted } from "./expression.ts";
import type { RuleRegion } from "./gate.ts";
import { judge, surroundings } from "./judge.ts";
import { createPatience, type OnStopped } from "./patience.ts";
import { silentNearby } from "./proofs/registry.ts";
import { type Region, regionsHolding } from "./regions.ts";
import type { Match, Rule } from "./rule.ts";
import type { Verdict } from "./trace.ts";
import { type View, viewAround } from "./view.ts";

/** Runs rules' expressions in stretches of contents and judges what they find. Rules are given by number. */
export interface Runner {
  readonly run: (region: RuleRegion, content: Content) => Verdict;
  /** A custom rule may be given up on the way, so its regions are run together. */
  readonly runCustom: (rule: number, content: Buffer, regions: readonly Region[]) => readonly Match[];
}

/** A content, and its text as Latin-1 where so many expressions run in it that it is worth to have that whole. */
export interface Content {
  readonly bytes: Buffer;
  readonly text: string | undefined;
}

interface Bench {
  readonly view: View;
  /** Offset of the view in the content. */
  readonly from: number;
  /** Offset of the region in the content. */
  readonly start: number;
}

const clean: Verdict = { matches: [] };

/** How many bytes around a region most verdicts of a rule need. */
export const nearbyOf = ({ prover }: Rule): number => (prover === undefined ? 0 : (silentNearby[prover.name] ?? 0));

/** What judges read of a content, where it is more than lies near the region. */
const seenBeyond = ({ view, from }: Bench, { start, end }: Region, near: number): Region | undefined => {
  const seen = { start: from + view.from, end: from + view.to };
  return seen.start < start - near || seen.end > end + near ? seen : undefined;
};

export const createRunner = async (rules: readonly Rule[], onStopped: OnStopped): Promise<Runner> => {
  const expressions: readonly Expression[] = await Promise.all(rules.map(compileExpression));
  const patience = createPatience(onStopped);

  /** What a prover may see of a content around a region: one view for all occurrences, since provers remember what they read. */
  const benchOf = (content: Buffer, { start, end }: Region): Bench => {
    const from = Math.max(0, start - surroundings);
    const view = viewAround(content.subarray(from, end + surroundings), { start: start - from, end: end - from });
    return { view, from, start };
  };

  /** What an occurrence in a region is worth. */
  const judgeIn = (index: number, { view, from, start }: Bench, occurrence: Occurrence): Match | undefined => {
    const match = judge(rules[index]!, shifted(occurrence, start - from), view);
    return match === undefined ? undefined : { ...match, start: match.start + from, end: match.end + from };
  };

  const occurrencesIn = ({ rule, start, end, at }: RuleRegion, { bytes, text }: Content): Iterable<Occurrence> => {
    const stretch = text === undefined ? bytes.toString("latin1", start, end) : text.slice(start, end);
    return expressions[rule]!(stretch, at === undefined ? undefined : at - start);
  };

  const run = (region: RuleRegion, content: Content): Verdict => {
    const rule = rules[region.rule]!;
    if (regionsHolding(content.bytes, [region], rule.requires).length === 0) return clean;
    let bench: Bench | undefined;
    const matches: Match[] = [];
    for (const occurrence of occurrencesIn(region, content)) {
      if (occurrence.end === occurrence.start) continue;
      bench ??= benchOf(content.bytes, region);
      const match = judgeIn(region.rule, bench, occurrence);
      if (match !== undefined) matches.push(match);
    }
    const seen = bench && seenBeyond(bench, region, nearbyOf(rule));
    return seen === undefined && matches.length === 0 ? clean : { matches, seen };
  };

  /** Occurrences until the rule is given up. */
  function* patiently(index: number, content: Buffer, regions: readonly Region[]): Generator<[Bench, Occurrence]> {
    const rule = rules[index]!;
    for (const region of patience.pieces(rule, regionsHolding(content, regions, rule.requires))) {
      const bench = benchOf(content, region);
      for (const occurrence of expressions[index]!(content.toString("latin1", region.start, region.end))) {
        yield [bench, occurrence];
        if (patience.isOver(rule)) return;
      }
    }
  }

  const runCustom = (index: number, content: Buffer, regions: readonly Region[]): readonly Match[] => {
    const found: Match[] = [];
    for (const [bench, occurrence] of patiently(index, content, regions)) {
      if (occurrence.end === occurrence.start) continue;
      const match = judgeIn(index, bench, occurrence);
      if (match !== undefined) found.push(match);
    }
    return found;
  };
  return { run, runCustom };
};
